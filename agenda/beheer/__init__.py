"""What the functioneel beheerder works with: accounts, invitations, the table of rights and the reference lists."""
