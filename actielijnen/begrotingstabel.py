"""The begroting as a table and a chart: what each post may cost, its share, and where that stands."""

from dataclasses import dataclass
from decimal import Decimal

import actielijnen.cijfers  # noqa: F401  registers its figures
from actielijnen.models import Begrotingspost, Dekkingsbron
from agenda import cijfers
from agenda.cijfers import Cijfer
from agenda.ui.grafieken import Staaf, Staafdiagram


@dataclass(frozen=True)
class Rij:
    """One post with its amount, and its share of the whole (between 0 and 1, computed)."""

    post: Begrotingspost
    cijfer: Cijfer
    aandeel: Decimal

    @property
    def bedrag(self) -> Decimal:
        return Decimal(self.cijfer.waarde)


@dataclass(frozen=True)
class Begrotingstabel:
    """All posts that had an amount on the peildatum, and their sum."""

    rijen: list[Rij]
    totaal: Cijfer

    @property
    def som(self) -> Decimal:
        return Decimal(self.totaal.waarde)

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

    def row_of(self, actielijn) -> Rij | None:
        return next((rij for rij in self.rijen if rij.post.actielijn_id == actielijn.pk), None)


def begrotingstabel(programma, peildatum) -> Begrotingstabel | None:
    """The begroting as it was known on `peildatum`; None if no bron stated one by then."""
    posten = {
        f"begroting.post.{post.nummer}": post
        for post in Begrotingspost.objects.filter(programma=programma).known_on(peildatum)
    }
    if not posten:
        return None
    gevonden = cijfers.collect(programma, peildatum, ["begroting.totaal", *posten])
    totaal = gevonden["begroting.totaal"]
    rijen = [
        Rij(post, gevonden[naam], Decimal(gevonden[naam].waarde) / Decimal(totaal.waarde))
        for naam, post in posten.items()
    ]
    return Begrotingstabel(rijen, totaal)


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
