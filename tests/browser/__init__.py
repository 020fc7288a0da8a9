"""The portal in a real browser, as somebody at a desk or with a phone sees it."""
