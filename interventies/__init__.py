"""The interventiepalet, its taxonomy and Social Labs."""
