"""What the forms of the scheme editor share: carried out once, moments to the minute, refusals at their field."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError

from actielijnen.forms.boeken import Boekformulier
from actielijnen.forms.velden import Dag
from agenda.klok import AMSTERDAM
from agenda.levensloop import NietMogelijk
from agenda.naslag.forms import verplicht, weigering


class Werkform(Boekformulier):
    """A form that carries out a verb once; what the verb refuses becomes an error at its field."""

    def boek(self, *, by):
        try:
            return super().boek(by=by)
        except ValidationError as fout:
            weigering(self, fout, self.namen)
        except NietMogelijk as fout:
            self.add_error(None, str(fout))
        return None


class Tijd(forms.TimeField):
    """A time of the day to the minute, as the browser sends it or as the Dutch write it."""

    def __init__(self, wat: str, **options):
        options.setdefault("widget", forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
        leeg = f"Vul de tijd in bij ‘{wat}’, bijvoorbeeld 09:00 of 23:59."
        fouten = {"required": leeg, "invalid": f"Deze tijd bestaat niet. {leeg}"}
        super().__init__(input_formats=["%H:%M", "%H.%M", "%H:%M:%S"], error_messages=fouten, **options)


def moment_velden(naam: str, wat: str, **options) -> dict[str, forms.Field]:
    """The two fields of one moment, `naam` and `naam`_tijd; `wat` as in ‘Begin van de storing’."""
    return {
        naam: Dag(f"Vul de datum in bij ‘{wat}’, bijvoorbeeld 31-12-2026.", label=f"{wat}: datum", **options),
        f"{naam}_tijd": Tijd(wat, label=f"{wat}: tijd", **options),
    }


def moment(cleaned: dict, naam: str) -> datetime | None:
    """The moment in Amsterdam of the two fields `naam`; None when one of them is empty."""
    dag, tijd = cleaned.get(naam), cleaned.get(f"{naam}_tijd")
    return datetime.combine(dag, tijd, tzinfo=AMSTERDAM) if dag and tijd is not None else None


def begin_van(naam: str, waarde: datetime | None) -> dict:
    """What the two fields `naam` show of a moment."""
    lokaal = waarde and waarde.astimezone(AMSTERDAM)
    return {naam: lokaal.date(), f"{naam}_tijd": lokaal.time()} if lokaal else {}


def korte_tekst(label: str, hulp: str = "", *, leeg: str = "", langst: int = 200) -> forms.CharField:
    """One line; obligatory when `leeg` says what to fill in."""
    fouten = verplicht(leeg)
    return forms.CharField(
        label=label, help_text=hulp, max_length=langst, required=bool(leeg), error_messages=fouten
    )
