"""The page on which somebody starts who has just signed in."""

from agenda.access import Permission, may

# fmt: off
START = [
    (Permission.ACCOUNTS_BEHEREN, "beheer"),
    (Permission.PROGRAMMA_INZIEN, "werk"),
    (Permission.GEMEENTE_INZIEN,  "gemeente-start"),
    (Permission.RAAD_INZIEN,      "raad-start"),
]
# fmt: on


def landing_page(user) -> str:
    """The name of the first start page that `user` may open; else the public home page."""
    return next((adres for permission, adres in START if may(user, permission)), "home")
