"""The proof of the nets: each deliberate fault is put in once and must be caught by the test named beside it."""
