"""The pages of accounts, invitations and rights."""
