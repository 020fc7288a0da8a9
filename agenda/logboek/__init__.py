"""The log as people meet it: its pages, its hourly zegel and its check."""
