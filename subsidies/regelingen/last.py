"""How much an aanvraag asks of a gemeente, beside what it can get: the burden meter of a version."""

from dataclasses import dataclass, field
from decimal import Decimal

from subsidies.models import Formuliervraag, MaximumAanvraag, RegelingVersie
from subsidies.regelingen import maxima

S, E = Formuliervraag.Soort, Formuliervraag.Eis

# Our proposal (README, Keuzes): what is in proportion when the average gemeente can ask this much in all years.
# fmt: off
#   up to (euro)        questions   documents
EVENREDIG = [
    (Decimal(25_000),   10,         1),
    (Decimal(125_000),  20,         3),
    (None,              40,         6),
]
# fmt: on


@dataclass(frozen=True)
class Last:
    """Counts of the newest form of a version (`formulier`); `gemiddeld` is euro per gemeente, None without maxima."""

    vragen: int
    verplicht: int
    documenten: int
    verklaringen: int
    gemeenten: int
    gemiddeld: Decimal | None
    formulier: str = field(default="", compare=False)

    @property
    def waarschuwingen(self) -> list[str]:
        """Where the form asks more than is in proportion; none when nobody knows how much there is to get."""
        if self.gemiddeld is None:
            return []
        _, vragen, documenten = next(each for each in EVENREDIG if each[0] is None or self.gemiddeld <= each[0])
        return [
            f"Het formulier stelt {aantal} {wat}. Bij dit bedrag past ten hoogste {past}."
            for aantal, past, wat in (
                (self.verplicht, vragen, "verplichte vragen"),
                (self.documenten, documenten, "vragen om een document"),
            )
            if aantal > past
        ]


def last_van(versie: RegelingVersie) -> Last:
    """The burden of `versie`, in three queries."""
    formulier = versie.formulieren.last()
    vragen = list(formulier.vragen.all()) if formulier else []
    wie = {each.van_gemeente.pk for each in MaximumAanvraag.objects.filter(versie=versie).for_list()}
    soorten = [each.soort for each in vragen]
    return Last(
        vragen=len(vragen),
        verplicht=sum(each.is_verplicht for each in vragen),
        documenten=soorten.count("bestand"),
        verklaringen=soorten.count(S.VERKLARING),
        gemeenten=len(wie),
        gemiddeld=maxima.samen(versie) / len(wie) if wie else None,
        formulier=f"{formulier.nummer}, {formulier.get_status_display().lower()}" if formulier else "",
    )
