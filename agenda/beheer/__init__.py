"""What the functioneel beheerder works with: accounts, invitations, the table of rights and the reference lists.

Each app registers its reference lists at `agenda.beheer.site.naslag`, in a module of this name.
"""

from agenda.beheer import checks, naslag  # noqa: F401  registers the system check, and the lists of the ground
