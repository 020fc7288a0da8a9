"""The nets: tests that no page, table or figure can slip through, because new ones join by existing."""
