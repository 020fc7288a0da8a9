"""What the page of a vernietigingslijst shows: each regel with its record as it is now, kind by kind."""

from dataclasses import dataclass

from django.forms import BoundField

from agenda import privacy
from agenda.berichten.soorten import kind_of
from agenda.models import Bericht, Mail, Taak, Vernietigingsregel
from agenda.opruimen.forms import BesluitForm
from agenda.opruimen.soorten import SOORTEN, Soort, verlopen
from agenda.taken.uitvoering import naam_van


@dataclass(frozen=True)
class Rij:
    """One regel with what people call its record (empty when that is gone), and the field to keep it."""

    regel: Vernietigingsregel
    naam: str
    veld: BoundField


@dataclass(frozen=True)
class Groep:
    """One kind on a list with its regels."""

    sleutel: str
    soort: Soort
    rijen: list[Rij]

    @property
    def termijn(self) -> privacy.Termijn:
        return privacy.termijn(self.sleutel)


def groepen(form: BesluitForm) -> list[Groep]:
    """The regels of a list by kind; the names come from the records, the list itself holds none."""
    found = []
    for sleutel, soort in SOORTEN.items():
        regels = [regel for regel in form.regels if regel.soort == sleutel]
        records = soort.records().in_bulk([regel.sleutel for regel in regels]) if regels else {}
        names = {str(pk): in_words(record) for pk, record in records.items()}
        if regels:
            found.append(Groep(sleutel, soort, [row(form, regel, names.get(regel.sleutel, "")) for regel in regels]))
    return found


def in_words(record) -> str:
    """What people call a record: the subject of a mail or message and the name of a task, not the key of their kind."""
    if isinstance(record, Mail):
        return f"{kind_of(record).onderwerp} ({record.get_stand_display().lower()})"
    if isinstance(record, Bericht):
        return f"{kind_of(record).onderwerp} ({record.kenmerk})" if record.kenmerk else kind_of(record).onderwerp
    if isinstance(record, Taak):
        return f"{naam_van(record)} ({record.get_stand_display().lower()})"
    return str(record)


def row(form: BesluitForm, regel: Vernietigingsregel, naam: str) -> Rij:
    veld = form[f"bewaren_{regel.pk}"]
    veld.field.widget.attrs["aria-label"] = f"Bewaren omdat: {naam or regel.sleutel}"
    return Rij(regel, naam, veld)


def voorstel() -> list[tuple[Soort, privacy.Termijn, int]]:
    """Per kind how many records a list made now would hold."""
    gevonden = verlopen()
    return [
        (soort, privacy.termijn(sleutel), sum(each.soort == sleutel for each in gevonden))
        for sleutel, soort in SOORTEN.items()
    ]
