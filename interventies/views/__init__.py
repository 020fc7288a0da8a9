"""The pages of interventies."""
