"""What the subjects of feiten and open vragen are called on a page."""

NAMEN = {
    "budget": "Begroting",
    "du": "Decentralisatie-uitkering (DU)",
    "nplv": "NPLV",
    "social-labs": "Social Labs",
    "spuk": "SPUK Kansrijke Wijk",
    "raad": "Maatschappelijke Raad",
}


def naam(onderwerp: str) -> str:
    """`spuk` as a reader knows it; a subject without its own name gets a capital."""
    return NAMEN.get(onderwerp, onderwerp.replace("-", " ").capitalize())
