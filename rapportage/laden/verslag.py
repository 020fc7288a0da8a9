"""Counts per kind what a run of the loader made, changed and left as it was."""

from collections import Counter, defaultdict


class Verslag:
    """What one run did, per kind in the order of loading."""

    UITKOMSTEN = ("nieuw", "gewijzigd", "ongewijzigd")

    def __init__(self):
        self.tellingen: dict[str, Counter] = defaultdict(Counter)

    def tel(self, soort: str, uitkomst: str) -> None:
        self.tellingen[soort][uitkomst] += 1

    def totaal(self, uitkomst: str) -> int:
        return sum(telling[uitkomst] for telling in self.tellingen.values())

    @property
    def is_ongewijzigd(self) -> bool:
        return self.totaal("nieuw") == 0 and self.totaal("gewijzigd") == 0

    def regels(self) -> list[str]:
        """One line per kind, and a line with the totals."""
        breedte = max(map(len, self.tellingen), default=0)
        regels = [
            f"{soort:<{breedte}}  " + "  ".join(f"{telling[u]:>4} {u}" for u in self.UITKOMSTEN)
            for soort, telling in self.tellingen.items()
        ]
        return [
            *regels,
            f"{'totaal':<{breedte}}  " + "  ".join(f"{self.totaal(u):>4} {u}" for u in self.UITKOMSTEN),
        ]
