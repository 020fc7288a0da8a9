"""The forms of the rows of a version: a theme, a term, a SiSa-indicator, a document."""

from dataclasses import dataclass

from django import forms
from django.db import models

from agenda.naslag.forms import verplicht
from subsidies.forms.inrichten import bron_veld
from subsidies.forms.werkform import Werkform, korte_tekst
from subsidies.models import Regelingstuk, Regelingtermijn, RegelingVersie, SisaIndicator, Thema
from subsidies.models.regels import EENHEDEN, REGELSOORTEN
from subsidies.regelingen import rijen


def kies(label: str, choices, *, hulp: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, help_text=hulp, error_messages=verplicht(f"Kies bij ‘{label}’ uit de lijst.")
    )


class RijForm(Werkform):
    """A new row of `versie`, or a change of `rij`."""

    model: type[models.Model]

    def __init__(self, versie: RegelingVersie, rij=None, *args, **kwargs):
        bekend = {naam: getattr(rij, naam) for naam in self.base_fields if rij and naam != "sleutel"}
        kwargs["initial"] = bekend | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.versie, self.rij = versie, rij

    def velden(self) -> dict:
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "sleutel"}

    def schrijf(self, by):
        if self.rij:
            return rijen.wijzigen(self.rij, **self.velden(), by=by)
        return rijen.toevoegen(self.versie, self.model, **self.velden(), by=by)

    def melding(self, rij):
        return f"‘{rij}’ is {'gewijzigd' if self.rij else 'toegevoegd'}."

    def adres(self, rij):
        return self.terug


class ThemaForm(RijForm):
    model = Thema
    naam = korte_tekst("Naam van het thema", langst=120, leeg="Vul de naam in, bijvoorbeeld: meedoen op school.")
    soort = kies("Soort", Thema.Soort.choices)
    is_van_agenda = forms.BooleanField(label="Dit is een thema van de Agenda", required=False)

    def velden(self):
        return super().velden() | ({} if self.rij else {"bron": self.versie.bron})


class TermijnForm(RijForm):
    model = Regelingtermijn
    naam = korte_tekst(
        "Waarvoor is de termijn?", "Bijvoorbeeld: beslissen op de aanvraag.", langst=120,
        leeg="Vul in waarvoor de termijn is, bijvoorbeeld: beslissen op de aanvraag.",
    )  # fmt: skip
    aantal = forms.IntegerField(
        label="Hoe lang?", min_value=1, max_value=999, widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=verplicht("Vul een getal in, bijvoorbeeld 13.")
        | dict.fromkeys(["invalid", "min_value", "max_value"], "Vul een getal in van 1 tot en met 999."),
    )  # fmt: skip
    eenheid = kies("Eenheid", EENHEDEN)
    regelsoort = kies(
        "Wat stelt de termijn?", REGELSOORTEN, hulp="Een termijn in de regeling zelf schuift niet op in het weekend."
    )
    grondslag = korte_tekst(
        "Artikel", "Bijvoorbeeld: artikel 8 van de regeling.",
        leeg="Vul het artikel in, bijvoorbeeld: artikel 8 van de regeling.",
    )  # fmt: skip


class SisaForm(RijForm):
    model = SisaIndicator
    naam = korte_tekst(
        "Waarover verantwoordt de gemeente zich?", "Bijvoorbeeld: besteding in euro.",
        leeg="Vul de indicator in, bijvoorbeeld: besteding in euro.",
    )  # fmt: skip


class StukNoemForm(RijForm):
    """That a document exists; its file is added on the page of the version."""

    model = Regelingstuk
    soort = kies("Welk stuk?", Regelingstuk.Soort.choices)
    is_concept = forms.BooleanField(label="Dit is een concept", required=False)
    vindplaats = korte_tekst(
        "Waar staat het?", "Bijvoorbeeld: bijlage 1 van de regeling.",
        leeg="Vul in waar het stuk staat, bijvoorbeeld: bijlage 1 van de regeling.",
    )  # fmt: skip

    def __init__(self, versie: RegelingVersie, rij=None, *args, **kwargs):
        super().__init__(versie, rij, *args, **kwargs)
        self.fields["bron"] = bron_veld(versie.regeling.programma, "Bron")
        if rij:
            self.initial["bron"] = rij.bron_id


@dataclass(frozen=True)
class Rijsoort:
    """One kind of row: its form, and the words of its page."""

    form: type[RijForm]
    titel: str
    een: str
    uitleg: str


# fmt: off
RIJSOORTEN: dict[str, Rijsoort] = {
    "themas":    Rijsoort(ThemaForm,    "Thema’s", "Thema", "Waarvoor gemeenten geld vragen, in deze volgorde."),
    "termijnen": Rijsoort(TermijnForm,  "Termijnen", "Termijn", "Hoe lang iets duurt, en waar dat staat."),
    "sisa":      Rijsoort(SisaForm,     "SiSa-indicatoren", "SiSa-indicator", "Wat een gemeente verantwoordt."),
    "stukken":   Rijsoort(StukNoemForm, "Stukken", "Stuk", "Het bestand voegt u toe bij de versie."),
}
# fmt: on
