"""Management of interventies."""
