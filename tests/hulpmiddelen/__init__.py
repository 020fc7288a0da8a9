"""What tests share: the source code as a list of files, the routes of the portal, and axe-core."""
