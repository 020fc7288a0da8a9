"""What the portal refuses, and how it is protected."""
