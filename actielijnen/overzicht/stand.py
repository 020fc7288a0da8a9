"""The begroting today: per post what stands, is reserved, committed and paid, with totals."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from actielijnen.begroting.prognose import nieuwste
from actielijnen.begroting.standen import Stand, standen, totaal
from actielijnen.models import Begrotingspost, Begrotingsregel, Prognose
from actielijnen.overzicht.bedragen import BEDRAGEN, KAS, VERPLICHTINGEN
from actielijnen.overzicht.keuzes import Keuze
from actielijnen.overzicht.tabel import NVT, Bedragentabel, Cel, Rij, bedrag
from agenda.money import euro

TE_VEEL = (("beschikbaar", "verplicht en gereserveerd dan de stand"), ("kasruimte", "betaald dan het kasbudget"))
VERWACHT = ("Prognose", "Afwijking")


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

    def __init__(self, keuze: Keuze, programma):
        self.keuze = keuze
        self.posten = per_post(keuze.regels)
        self.totaal = totaal(each.stand for each in self.posten)
        self.verwacht = nieuwste(programma) if keuze.indeling.jaren else {}

    @property
    def verplichtingen(self) -> Bedragentabel:
        return self._tabel("Verplichtingen per post", VERPLICHTINGEN)

    @property
    def kas(self) -> Bedragentabel:
        """With prognose and afwijking beside it where a year is chosen that has a prognose."""
        tabel = self._tabel("Kas per post", KAS)
        if self.prognose is None:
            return tabel
        per_rij = [*((each.regels, each.stand) for each in self.posten), (self.keuze.regels, self.totaal)]
        rijen = [
            replace(rij, cellen=[*rij.cellen, *self._verwacht(regels, stand)])
            for rij, (regels, stand) in zip(tabel.rijen, per_rij, strict=True)
        ]
        return replace(tabel, koppen=[*tabel.koppen, *VERWACHT], rijen=rijen)

    @cached_property
    def prognose(self) -> Prognose | None:
        """The prognose of the chosen year; None for all years together and for a year without one."""
        gevonden = {self.verwacht[regel.pk].prognose for regel in self.keuze.regels if regel.pk in self.verwacht}
        return gevonden.pop() if self.keuze.jaar and len(gevonden) == 1 else None

    @property
    def jaren_met_prognose(self) -> list[int]:
        return sorted({rij.prognose.jaar for rij in self.verwacht.values()})

    def _verwacht(self, regels: list[Begrotingsregel], stand: Stand) -> list[Cel]:
        """What is expected on `regels` together, and how far that is from the kasbudget of today.

        n.v.t. where one of the lines is younger than the prognose.
        """
        if any(regel.pk not in self.verwacht for regel in regels):
            return [Cel(NVT)] * len(VERWACHT)
        verwacht = sum(self.verwacht[regel.pk].verwacht for regel in regels)
        url = self.prognose.get_absolute_url()
        return [bedrag(verwacht, url), bedrag(verwacht - stand.kasbudget, url, te_veel="")]

    @property
    def is_geboekt(self) -> bool:
        """Whether anything was reserved, committed or paid."""
        stand = self.totaal
        return any((stand.gereserveerd, stand.aangegaan, stand.bijgesteld, stand.betalingen, stand.ontvangsten))

    @property
    def tekorten(self) -> list[str]:
        """What is over its ceiling, in words."""
        return [
            f"{each.post}: {euro(-getattr(each.stand, naam))} meer {wat}."
            for naam, wat in TE_VEEL
            for each in self.posten
            if getattr(each.stand, naam) < 0
        ]

    def _tabel(self, titel: str, namen: tuple[str, ...]) -> Bedragentabel:
        bedragen = [BEDRAGEN[naam] for naam in namen]

        def cellen(stand: Stand, **waar) -> list[Cel]:
            return [each.cel(stand, **self.keuze.als_vraag, **waar) for each in bedragen]

        rijen = [
            Rij(str(each.post), cellen(each.stand, post=each.post.nummer), each.url, each.badge) for each in self.posten
        ]
        rijen.append(Rij("Totaal", cellen(self.totaal), is_totaal=True))
        return Bedragentabel(titel, "Post", [each.kop for each in bedragen], rijen)


def per_post(regels: list[Begrotingsregel]) -> list[PostStand]:
    """The Stand of each post over `regels`, in one query."""
    gevonden = standen(regels)
    gegroepeerd = groupby(sorted(regels, key=lambda regel: regel.post.nummer), key=lambda regel: regel.post)
    paren = [(post, list(lijnen)) for post, lijnen in gegroepeerd]
    return [PostStand(post, lijnen, totaal(gevonden[regel.pk] for regel in lijnen)) for post, lijnen in paren]
