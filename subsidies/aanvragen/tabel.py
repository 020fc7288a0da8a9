"""A table of amounts per thema and year: its cells, its totals, and how it is written out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from agenda.money import euro, rond
from subsidies.models import Formuliervraag
from subsidies.regelingen.instellingen import opzet

Cel = tuple[str, int]  # the sleutel of a row, and a year
NUL = Decimal(0)


def naam_van(cel: Cel) -> str:
    """How a cell is called in what is kept and in the names of fields."""
    rij, jaar = cel
    return f"{rij}-{jaar}"


def cellen(vraag: Formuliervraag) -> dict[Cel, str]:
    """Every cell of the table, with what a message calls it: `Weerbaarheid in 2027`."""
    rijen, jaren = opzet(vraag)
    return {(sleutel, jaar): f"{naam} in {jaar}" for sleutel, naam in rijen for jaar in jaren}


def per_cel(vraag: Formuliervraag, bedragen: Mapping[tuple[str, int], Decimal | None]) -> dict[Cel, Decimal | None]:
    """`bedragen` with each row called by its sleutel; it may be called by its name. Raises ValueError, in Dutch."""
    rijen, jaren = opzet(vraag)
    sleutels = {naam: sleutel for sleutel, naam in rijen} | {sleutel: sleutel for sleutel, _ in rijen}
    for rij, jaar in bedragen:
        if rij not in sleutels or jaar not in jaren:
            raise ValueError(f"De tabel ‘{vraag}’ heeft geen vak voor ‘{rij}’ in {jaar}. Open de pagina opnieuw.")
    return {(sleutels[rij], jaar): bedrag for (rij, jaar), bedrag in bedragen.items()}


def bewaard(bedragen: Mapping[Cel, Decimal | None]) -> dict[str, str]:
    """What is kept of `bedragen`. Raises ValueError, in Dutch."""
    return {naam_van(cel): bedrag_bewaard(bedrag) for cel, bedrag in bedragen.items() if bedrag is not None}


def bedrag_bewaard(bedrag: Decimal) -> str:
    if bedrag < 0:
        raise ValueError("Een bedrag is € 0 of meer. Schrijf bijvoorbeeld 250.000.")
    return str(rond(bedrag))


def gelezen(waarde: Mapping[str, str]) -> dict[Cel, Decimal]:
    """The amount of each cell that has one."""
    return {_cel(naam): Decimal(bedrag) for naam, bedrag in waarde.items()}


@dataclass(frozen=True)
class Rij:
    """One thema: its amount per year, None where nothing was filled in."""

    naam: str
    bedragen: dict[int, Decimal | None]

    @property
    def cellen(self) -> list[tuple[str, str]]:
        """Heading and amount, in words; the total last."""
        per_jaar = [(str(jaar), "–" if bedrag is None else euro(bedrag)) for jaar, bedrag in self.bedragen.items()]
        return [*per_jaar, ("Totaal", euro(som(self.bedragen.values())))]


@dataclass(frozen=True)
class Tabel:
    """A whole table as it was filled in."""

    jaren: list[int]
    rijen: list[Rij]

    @property
    def voet(self) -> list[tuple[str, str]]:
        """Heading and total, in words: of each year, and of everything last."""
        per_jaar = {jaar: som(rij.bedragen[jaar] for rij in self.rijen) for jaar in self.jaren}
        return [*((str(jaar), euro(bedrag)) for jaar, bedrag in per_jaar.items()), ("Totaal", euro(self.totaal))]

    @property
    def totaal(self) -> Decimal:
        return som(bedrag for rij in self.rijen for bedrag in rij.bedragen.values())


def tabel(vraag: Formuliervraag, bedragen: Mapping[Cel, Decimal]) -> Tabel:
    rijen, jaren = opzet(vraag)
    return Tabel(jaren, [Rij(naam, {jaar: bedragen.get((sleutel, jaar)) for jaar in jaren}) for sleutel, naam in rijen])


def in_woorden(vraag: Formuliervraag, bedragen: Mapping[Cel, Decimal]) -> str:
    """Each row with an amount on a line of its own, and the total."""
    made = tabel(vraag, bedragen)
    gevuld = [(rij.naam, [f"{j} {euro(b)}" for j, b in rij.bedragen.items() if b is not None]) for rij in made.rijen]
    regels = [f"{naam}: {', '.join(cellen)}" for naam, cellen in gevuld if cellen]
    return "\n".join([*regels, f"Totaal: {euro(made.totaal)}"])


def som(bedragen: Iterable[Decimal | None]) -> Decimal:
    return sum((bedrag for bedrag in bedragen if bedrag is not None), NUL)


def _cel(naam: str) -> Cel:
    rij, _, jaar = naam.rpartition("-")
    return rij, int(jaar)
