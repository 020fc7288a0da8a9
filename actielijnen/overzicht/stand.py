"""The begroting today: per post what stands, is reserved, committed and paid, with totals."""

from dataclasses import dataclass
from itertools import groupby

from actielijnen.begroting.standen import Stand, standen, totaal
from actielijnen.models import Begrotingspost, Begrotingsregel
from actielijnen.overzicht.bedragen import BEDRAGEN, KAS, VERPLICHTINGEN
from actielijnen.overzicht.keuzes import Keuze
from actielijnen.overzicht.tabel import Bedragentabel, Cel, Rij, deel
from agenda.money import euro

TE_VEEL = (("beschikbaar", "verplicht en gereserveerd dan de stand"), ("kasruimte", "betaald dan het kasbudget"))


@dataclass(frozen=True)
class PostStand:
    """A post with its lines in the chosen part of the begroting, and what they add up to."""

    post: Begrotingspost
    regels: list[Begrotingsregel]
    stand: Stand

    @property
    def badge(self) -> str:
        """Whether the ceiling of this post is hard; empty where its lines differ."""
        soorten = {regel.is_indicatief for regel in self.regels}
        return {frozenset([True]): "indicatief", frozenset([False]): "hard plafond"}.get(frozenset(soorten), "")

    @property
    def url(self) -> str:
        return self.post.actielijn.get_absolute_url() if self.post.actielijn else ""


class Overzicht:
    """The tables of the chosen year and dekkingsbron; empty where there is no line."""

    def __init__(self, keuze: Keuze):
        self.keuze = keuze
        self.posten = per_post(keuze.regels)
        self.totaal = totaal(each.stand for each in self.posten)

    @property
    def verplichtingen(self) -> Bedragentabel:
        return self._tabel("Verplichtingen per post", VERPLICHTINGEN, "Verplicht van de stand", "verplicht_deel")

    @property
    def kas(self) -> Bedragentabel:
        return self._tabel("Kas per post", KAS, "Uitputting", "uitputting")

    @property
    def tekorten(self) -> list[str]:
        """What is over its ceiling, in words."""
        return [
            f"{each.post}: {euro(-getattr(each.stand, naam))} meer {wat}."
            for naam, wat in (
                ("beschikbaar", "verplicht en gereserveerd dan de stand"),
                ("kasruimte", "betaald dan het kasbudget"),
            )
            for each in self.posten
            if getattr(each.stand, naam) < 0
        ]

    def _tabel(self, titel: str, namen: tuple[str, ...], kop_deel: str, veld_deel: str) -> Bedragentabel:
        bedragen = [BEDRAGEN[naam] for naam in namen]

        def cellen(stand: Stand, **waar) -> list[Cel]:
            eigen = [each.cel(stand, **self.keuze.als_vraag, **waar) for each in bedragen]
            return [*eigen, deel(getattr(stand, veld_deel))]

        rijen = [
            Rij(str(each.post), cellen(each.stand, post=each.post.nummer), each.url, each.badge) for each in self.posten
        ]
        rijen.append(Rij("Totaal", cellen(self.totaal), is_totaal=True))
        return Bedragentabel(titel, "Post", [*(each.kop for each in bedragen), kop_deel], rijen)


def per_post(regels: list[Begrotingsregel]) -> list[PostStand]:
    """The Stand of each post over `regels`, in one query."""
    gevonden = standen(regels)
    gegroepeerd = groupby(sorted(regels, key=lambda regel: regel.post.nummer), key=lambda regel: regel.post)
    paren = [(post, list(lijnen)) for post, lijnen in gegroepeerd]
    return [PostStand(post, lijnen, totaal(gevonden[regel.pk] for regel in lijnen)) for post, lijnen in paren]
