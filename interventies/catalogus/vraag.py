"""What a reader of the catalogue asks, as it stands in the address: words, facets and a page."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.utils.datastructures import MultiValueDict

from interventies.models import Interventie, Niveau, Term

LANGST = 200  # characters of what somebody searches for
MEESTE = 10  # choices of one facet that count: everybody may ask
NIET_BEOORDEELD = "niet-beoordeeld"
Lijst = Term.Lijst

# The facets that are terms: the name in the address, the list, and the heading.
# fmt: off
TERMFACETTEN = {
    "doelgroep": (Lijst.DOELGROEP,           "Doelgroep"),
    "factor":    (Lijst.BESCHERMENDE_FACTOR, "Beschermende factor"),
    "niveau":    (Lijst.NIVEAU,              "Niveau"),
    "fenomeen":  (Lijst.FENOMEEN,            "Fenomeen"),
}
# fmt: on
BEWIJS = {niveau.value: niveau.label for niveau in reversed(Niveau)} | {NIET_BEOORDEELD: "Niet beoordeeld"}
FASEN = {fase.value: fase.label for fase in Interventie.Fase if fase != Interventie.Fase.BESCHREVEN}
KOPPEN = {naam: kop for naam, (_, kop) in TERMFACETTEN.items()}
KOPPEN |= {"bewijs": "Bewijs", "gemeente": "Gemeente", "fase": "Fase"}


@dataclass(frozen=True)
class Vraag:
    """The words and, per facet, the chosen values; a value that the catalogue does not know finds nothing."""

    woorden: str = ""
    gekozen: dict[str, list[str]] = field(default_factory=dict)
    is_voorbeeld: bool = False

    @classmethod
    def from_address(cls, vraag: MultiValueDict, *, is_voorbeeld: bool) -> "Vraag":
        woorden = " ".join(_zichtbaar(vraag.get("zoek", ""))[:LANGST].split())
        gekozen = {naam: _keuze(vraag.getlist(naam)) for naam in KOPPEN}
        return cls(woorden, {naam: waarden for naam, waarden in gekozen.items() if waarden}, is_voorbeeld)

    def zonder(self, *namen: str) -> "Vraag":
        """The same without the choices of these facets."""
        return replace(self, gekozen={naam: each for naam, each in self.gekozen.items() if naam not in namen})

    @property
    def is_leeg(self) -> bool:
        return not self.woorden and not self.gekozen

    def keuzes(self) -> Iterator[tuple[str, str, str, str]]:
        """(heading, value in words, name in the address, value) of each choice."""
        for naam, waarden in self.gekozen.items():
            in_woorden = {"bewijs": BEWIJS, "fase": FASEN}.get(naam, {})
            for waarde in waarden:
                yield KOPPEN[naam], in_woorden.get(waarde, waarde), naam, waarde


def _keuze(waarden: list[str]) -> list[str]:
    """Each value once, MEESTE at most."""
    zichtbaar = (_zichtbaar(waarde)[:120] for waarde in waarden)
    return list(dict.fromkeys(waarde for waarde in zichtbaar if waarde))[:MEESTE]


def _zichtbaar(tekst: str) -> str:
    return "".join(teken for teken in tekst if teken.isprintable())
