"""The begroting as a table and a chart: what each post may cost, its share, and where that stands."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import actielijnen.cijfers  # noqa: F401  registers its figures
from actielijnen.models import Begrotingspost, Dekkingsbron
from actielijnen.overzicht.bedragen import BEDRAGEN
from actielijnen.overzicht.keuzes import EIGEN
from agenda import cijfers
from agenda.cijfers import Cijfer
from agenda.models import Kwalificatie
from agenda.ui.grafieken import Staaf, Staafdiagram


@dataclass(frozen=True)
class Rij:
    """One post with its amount, and its share of the whole (between 0 and 1, computed)."""

    post: Begrotingspost
    cijfer: Cijfer
    aandeel: Decimal
    peildatum: date

    @property
    def bedrag(self) -> Decimal:
        return Decimal(self.cijfer.waarde)

    @property
    def url(self) -> str:
        """Where the mutaties are that make the amount."""
        return rijen_van(self.peildatum, post=self.post.nummer)


@dataclass(frozen=True)
class Begrotingstabel:
    """All posts that had an amount on the peildatum, and their sum."""

    rijen: list[Rij]
    totaal: Cijfer
    peildatum: date

    @property
    def som(self) -> Decimal:
        return Decimal(self.totaal.waarde)

    @property
    def url(self) -> str:
        return rijen_van(self.peildatum)

    @property
    def zonder_actielijn(self) -> list[Rij]:
        return [rij for rij in self.rijen if rij.post.actielijn is None]

    @property
    def grafiek(self) -> Staafdiagram:
        grootste = max(self.rijen, key=lambda rij: rij.bedrag)
        return Staafdiagram(
            titel="Bedrag per post, over de hele periode",
            conclusie=f"Het meeste geld is voor ‘{grootste.post.naam}’: {grootste.cijfer.tekst}.",
            staven=[Staaf(str(rij.post), rij.bedrag, rij.cijfer.kaal) for rij in self.rijen],
            kolommen="Post | Bedrag >",
        )

    @property
    def bronnen(self) -> list[tuple[str, str]]:
        """The key and title of each bron that states an amount, each once."""
        herkomsten = [herkomst for rij in self.rijen for herkomst in rij.cijfer.herkomst]
        return list(dict.fromkeys((herkomst.bron, herkomst.titel) for herkomst in herkomsten))

    @property
    def kwalificatie(self) -> str:
        """How exact the amounts are, in words."""
        if {rij.cijfer.kwalificatie for rij in self.rijen} == {self.totaal.kwalificatie}:
            return f"Alle bedragen zijn {Kwalificatie(self.totaal.kwalificatie).label}."
        return f"Het totaal is {Kwalificatie(self.totaal.kwalificatie).label}, want een deel van de bedragen is dat."

    def row_of(self, actielijn) -> Rij | None:
        return next((rij for rij in self.rijen if rij.post.actielijn_id == actielijn.pk), None)


def begrotingstabel(programma, peildatum, posten=None) -> Begrotingstabel | None:
    """The begroting as it was known on `peildatum`; None if no bron stated one by then.

    `posten` are those of the programma, where the page has them already.
    """
    if posten is None:
        posten = Begrotingspost.objects.filter(programma=programma).select_related("actielijn__programma")
    namen = {f"begroting.post.{post.nummer}": post for post in posten}
    gevonden = cijfers.find(programma, peildatum, ["begroting.totaal", *namen])
    totaal = gevonden.pop("begroting.totaal", None)
    if totaal is None:
        return None
    rijen = [
        Rij(post, gevonden[naam], Decimal(gevonden[naam].waarde) / Decimal(totaal.waarde), peildatum)
        for naam, post in namen.items()
        if naam in gevonden
    ]
    return Begrotingstabel(rijen, totaal, peildatum)


def rijen_van(peildatum: date, **waar) -> str:
    """Where the mutaties of the programma's own verplichtingenbudget are that were known on `peildatum`."""
    return BEDRAGEN["budget"].url(dekkingsbron=EIGEN, bekend=peildatum.isoformat(), **waar)


@dataclass(frozen=True)
class Dekking:
    """Money of another ministry; `cijfer` is None where no bron states an amount."""

    bron: Dekkingsbron
    cijfer: Cijfer | None


def dekkingen(programma, peildatum) -> list[Dekking]:
    """The money of others, each with its own amount. These are never added up, nor to the begroting."""
    rijen = Dekkingsbron.objects.filter(programma=programma).select_related("ministerie", "feit__programma", "bron")
    bronnen = list(rijen)
    sleutels = [bron.feit.sleutel for bron in bronnen if bron.feit]
    gevonden = cijfers.collect(programma, peildatum, sleutels)
    return [Dekking(bron, gevonden[bron.feit.sleutel] if bron.feit else None) for bron in bronnen]
