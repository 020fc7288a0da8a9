"""Tables that a letter can ask for by name; each cell is plain text or the name of a cijfer."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date

from actielijnen.models import Begrotingspost
from agenda.models import Gebied, Programma
from interventies.cijfers import oordelen_op, openbaar_op, waar_naam


@dataclass(frozen=True)
class Cel:
    """A cell: text, or a cijfer by its name (then `tekst` is empty until it is frozen)."""

    tekst: str = ""
    cijfer: str = ""


@dataclass(frozen=True)
class Tabel:
    """A table: caption, headings with their kind (tekst or getal), rows and an optional last row."""

    titel: str
    koppen: tuple[tuple[str, str], ...]
    rijen: tuple[tuple[Cel, ...], ...]
    voet: tuple[Cel, ...] = ()

    def cijfers(self) -> set[str]:
        return {cel.cijfer for rij in (*self.rijen, self.voet) for cel in rij if cel.cijfer}

    def as_dict(self) -> dict:
        return asdict(self)


def begroting(programma: Programma, peildatum: date) -> Tabel:
    """The budget per post; a qualifier that all amounts share is written in the heading."""
    posten = Begrotingspost.objects.filter(programma=programma).known_on(peildatum)
    return Tabel(
        titel=f"Begroting van de {programma.korte_naam} in euro, niet verdeeld over jaren",
        koppen=(("Post", "tekst"), ("Bedrag", "getal")),
        rijen=tuple((Cel(str(post)), Cel(cijfer=f"begroting.post.{post.nummer}")) for post in posten),
        voet=(Cel("Totaal"), Cel(cijfer="begroting.totaal")),
    )


def focusgebieden(programma: Programma, peildatum: date) -> Tabel:
    gebieden = Gebied.objects.bekend_op(peildatum, programma)
    return Tabel(
        titel="Focusgebieden van het Nationaal Programma Leefbaarheid en Veiligheid",
        koppen=(("Nr.", "getal"), ("Gebied", "tekst"), ("Gemeente", "tekst")),
        rijen=tuple((Cel(str(g.nummer)), Cel(g.naam), Cel(g.gemeente.naam)) for g in gebieden),
    )


def interventies(programma: Programma, peildatum: date) -> Tabel:
    """What stood in the catalogue, how it was judged, and in how many gemeenten it had begun."""
    oordelen = {each.interventie_id: str(each) for each in oordelen_op(programma, peildatum)}
    return Tabel(
        titel="Interventies in de openbare catalogus",
        koppen=(("Interventie", "tekst"), ("Bewijs", "tekst"), ("Gemeenten", "getal")),
        rijen=tuple(
            (
                Cel(each.versie.naam),
                Cel(oordelen.get(each.interventie_id, "Niet beoordeeld")),
                Cel(cijfer=waar_naam(each.interventie)),
            )
            for each in openbaar_op(programma, peildatum)
        ),
    )


TABELLEN: dict[str, Callable[[Programma, date], Tabel]] = {
    "begroting": begroting,
    "focusgebieden": focusgebieden,
    "interventies": interventies,
}
