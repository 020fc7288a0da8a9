"""The form of a planning: a month and an amount per line, as people copy it from a spreadsheet."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from actielijnen.begroting.plannen import plannen
from actielijnen.forms.boeken import Boekformulier
from actielijnen.models import Verplichting
from agenda.money import euro, lees_bedrag

VOORBEELD = "Schrijf bijvoorbeeld: 03-2027 12.500,00"
TERMIJN = re.compile(r"(?P<maand>0?[1-9]|1[0-2])[-/](?P<jaar>20[0-9]{2})\s*[;:\t ]\s*(?P<bedrag>\S.*)")
MEESTE = 120  # lines: ten years of months


class PlanForm(Boekformulier):
    """All termijnen together; what was planned before is replaced."""

    termijnen = forms.CharField(
        label="Wanneer verwacht u te betalen?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Op elke regel een maand en een bedrag, bijvoorbeeld: 03-2027 12.500,00. Leeg: er is niets gepland.",
    )

    def __init__(self, verplichting: Verplichting, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.verplichting = verplichting
        nu = verplichting.termijnen.filter(vervangen_op=None)
        self.fields["termijnen"].initial = "\n".join(
            f"{rij.maand:%m-%Y} {euro(rij.bedrag).removeprefix('€').strip()}" for rij in nu
        )

    def clean_termijnen(self):
        regels = [regel.strip() for regel in self.cleaned_data["termijnen"].splitlines()]
        if len(regels) > MEESTE:
            raise ValidationError(f"Dit zijn {len(regels)} regels; er passen er {MEESTE}.")
        return [_termijn(nummer, regel) for nummer, regel in enumerate(regels, start=1) if regel]

    def schrijf(self, by):
        plannen(self.verplichting, self.cleaned_data["termijnen"], by=by)
        return self.verplichting

    def melding(self, verplichting):
        aantal = len(self.cleaned_data["termijnen"])
        return f"De planning heeft nu {aantal} {'maand' if aantal == 1 else 'maanden'}. De oude blijft te lezen."


def _termijn(nummer: int, regel: str) -> tuple:
    found = TERMIJN.fullmatch(regel)
    if not found:
        raise ValidationError(f"Regel {nummer} (‘{regel}’) is geen maand met een bedrag. {VOORBEELD}.")
    try:
        return date(int(found["jaar"]), int(found["maand"]), 1), lees_bedrag(found["bedrag"])
    except ValueError as fout:
        raise ValidationError(f"Regel {nummer}: {fout}") from None
