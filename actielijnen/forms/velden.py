"""The fields that forms of planning share, and how a form carries out a verb."""

import re
from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError

from actielijnen.activiteiten.regels import rollen_die_bijwerken
from actielijnen.models.eigenaarschap import MetEigenaar
from agenda.access import Permission
from agenda.models import Bron, Gebruiker, Programma
from agenda.money import lees_bedrag
from agenda.naslag.forms import BronKeuze, verplicht, weigering

PERSOON, ROL = "persoon", "rol"


class Handeling(forms.Form):
    """A form that carries out a verb; what the verb refuses becomes an error at its field."""

    namen: dict[str, str] = {}  # fields of a verb that this form calls otherwise

    @property
    def velden(self) -> dict:
        """What the verb is called with."""
        return self.cleaned_data

    def voer_uit(self, verb: Callable, *onderwerp, by: Gebruiker):
        """What `verb` made of it; None if it refused, and then this form says why."""
        try:
            return verb(*onderwerp, **self.velden, by=by)
        except ValidationError as fout:
            weigering(self, fout, self.namen)
            return None


class Dag(forms.DateField):
    """A day, as the browser sends it or as the Dutch write it."""

    def __init__(self, wat: str, **options):
        options.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        fouten = {"required": wat, "invalid": "Deze datum bestaat niet. Schrijf een datum als 31-12-2026."}
        super().__init__(error_messages=fouten, **options)


class Getal(forms.CharField):
    """A number as the Dutch write it: 1.250, 7,5 or -2,50."""

    def clean(self, value):
        text = super().clean(value)
        try:
            return lees_bedrag(f"{text}0" if re.search(r",[0-9]$", text) else text)
        except ValueError:
            raise ValidationError(f"‘{text}’ is geen getal. Schrijf bijvoorbeeld 1.250 of 7,5.") from None


class EigenaarKeuze(forms.ChoiceField):
    """A role or a person, in one list; its value is what the verbs call `eigenaar` and `eigenaar_rol`."""

    def __init__(self, *, permission: Permission = Permission.ACTIVITEIT_BIJWERKEN, **options):
        self.permission = permission
        super().__init__(
            choices=self.keuzes,
            label="Eigenaar",
            help_text="Wie dit bijhoudt en herinneringen krijgt. Kies bij voorkeur een rol.",
            error_messages=verplicht("Kies een eigenaar: een rol of een persoon."),
            **options,
        )

    def keuzes(self) -> list:
        personen = Gebruiker.objects.with_permission(self.permission).order_by("naam")
        return [
            ("", "Kies een eigenaar"),
            ("Een rol", [(f"{ROL}-{rol}", rol.label) for rol in rollen_die_bijwerken(self.permission)]),
            ("Een persoon", [(f"{PERSOON}-{each.pk}", each.naam) for each in personen]),
        ]

    def clean(self, value) -> dict:
        soort, _, sleutel = super().clean(value).partition("-")
        persoon = Gebruiker.objects.get(pk=sleutel) if soort == PERSOON else None
        return {"eigenaar": persoon, "eigenaar_rol": sleutel if soort == ROL else ""}

    @staticmethod
    def waarde_van(record: MetEigenaar) -> str:
        """What the field shows of the eigenaar of `record`."""
        if record.eigenaar_id:
            return f"{PERSOON}-{record.eigenaar_id}"
        return f"{ROL}-{record.eigenaar_rol}" if record.eigenaar_rol else ""


def lange_tekst(label: str, *, hulp: str, leeg: str, rijen: int = 4) -> forms.CharField:
    """A field for a few lines that must say something."""
    return forms.CharField(
        label=label,
        help_text=hulp,
        widget=forms.Textarea(attrs={"rows": rijen}),
        error_messages=verplicht(leeg),
    )


def actielijn_keuze(programma: Programma) -> forms.ModelChoiceField:
    """One of the actielijnen of `programma`, or none: the programma as a whole."""
    return forms.ModelChoiceField(
        programma.actielijnen.all(),
        label="Actielijn",
        required=False,
        empty_label="Het hele programma",
        error_messages=verplicht("Kies een actielijn uit de lijst."),
    )


def activiteit_keuze(programma: Programma) -> forms.ModelChoiceField:
    """One of the activiteiten of `programma`, or none."""
    return forms.ModelChoiceField(
        programma.activiteiten.order_by("naam"),
        label="Activiteit",
        required=False,
        empty_label="Geen activiteit",
        help_text="Hoort dit bij een activiteit? Laat de actielijn dan leeg.",
        error_messages=verplicht("Kies een activiteit uit de lijst."),
    )


def bron_keuze(programma: Programma) -> BronKeuze:
    """A bron, where there is one."""
    return BronKeuze(
        label="Bron",
        queryset=Bron.objects.of(programma).order_by("titel"),
        required=False,
        empty_label="Geen bron",
        help_text="Het document waarin dit staat, als dat er is.",
        error_messages=verplicht("Kies een bron uit de lijst."),
    )
