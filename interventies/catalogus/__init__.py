"""The public catalogue: what everybody may read of an interventie, and how it is found."""
