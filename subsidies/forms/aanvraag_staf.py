"""What the behandelaar does with an aanvraag."""

from datetime import timedelta

from django import forms

from actielijnen.forms.boeken import Boekformulier
from actielijnen.forms.velden import Dag
from agenda import klok
from subsidies.aanvragen import aanvullen
from subsidies.models import Aanvraag

TERMIJN = timedelta(weeks=2)  # what the page proposes; the behandelaar decides
REDEN = "onderdeel-"


class AanvulForm(Boekformulier):
    """Per section why the gemeente must supplement it; what stays empty is not asked."""

    uiterlijk_op = Dag(
        "Vul de laatste dag in waarop de gemeente kan aanvullen, bijvoorbeeld 31-12-2026.",
        label="Laatste dag om aan te vullen",
        help_text="De hele dag telt mee. Tot dan staat de beslistermijn stil (artikel 4:15 Awb; controleer).",
    )

    def __init__(self, aanvraag: Aanvraag, *args, **kwargs):
        kwargs["initial"] = {"uiterlijk_op": klok.vandaag() + TERMIJN} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.aanvraag = aanvraag
        onderdelen = {each.sleutel: each.titel for each in aanvraag.formulier.secties.all()}
        if aanvraag.versie.tweede_handtekening:
            onderdelen[aanvullen.HANDTEKENING] = "Tweede handtekening"
        redenen = {REDEN + sleutel: self._reden(titel) for sleutel, titel in onderdelen.items()}
        self.fields = redenen | self.fields

    def schrijf(self, by):
        given = self.cleaned_data.items()
        redenen = {naam.removeprefix(REDEN): reden for naam, reden in given if naam.startswith(REDEN)}
        return aanvullen.vragen(self.aanvraag, redenen, uiterlijk_op=self.cleaned_data["uiterlijk_op"], by=by)

    def melding(self, aanvulling):
        return f"De gemeente kan tot en met {aanvulling.uiterlijk_op:%d-%m-%Y} aanvullen en krijgt bericht."

    def adres(self, aanvulling):
        return aanvulling.aanvraag.get_absolute_url()

    @staticmethod
    def _reden(titel: str) -> forms.CharField:
        return forms.CharField(
            label=f"Wat moet de gemeente aanvullen bij ‘{titel}’?",
            required=False,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="Leeg: dit onderdeel blijft zoals het is.",
        )
