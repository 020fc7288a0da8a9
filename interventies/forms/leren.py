"""Forms of a leerkring: beginning one, planning a meeting, and what it yielded."""

from django import forms

from actielijnen.begroting.plafond import Geweigerd
from actielijnen.forms.velden import Dag, lange_tekst
from agenda.models import Programma
from agenda.naslag.forms import verplicht
from interventies.forms.palet import Paletform
from interventies.models import Bijeenkomst, Interventie, Leerkring
from interventies.palet import leren


class LeerkringForm(Paletform):
    """Which question, and about which interventies."""

    naam = forms.CharField(label="Naam", error_messages=verplicht("Vul een naam in."))
    vraag = lange_tekst("Wat willen de deelnemers leren?", hulp="In een paar zinnen.", leeg="Schrijf op wat.", rijen=3)
    interventies = forms.ModelMultipleChoiceField(
        Interventie.objects.none(),
        label="Over welke interventies gaat het?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Mag leeg blijven.",
        error_messages={
            "invalid_choice": "Deze interventie bestaat niet (meer).",
            "invalid_pk_value": "Kies uit de lijst.",
        },
    )

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.programma = programma
        soort = Interventie.objects.filter(is_voorbeeld=programma.is_voorbeeld)
        self.fields["interventies"].queryset = soort.for_page().order_by("laatste__naam")

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("naam", "vraag", "interventies")}
        return leren.beginnen(**velden, is_voorbeeld=self.programma.is_voorbeeld, by=by)

    def melding(self, leerkring):
        return f"‘{leerkring}’ is begonnen. Plan nu de eerste bijeenkomst."


class BijeenkomstForm(Paletform):
    """When, and about what."""

    dag = Dag("Vul in wanneer, bijvoorbeeld 14-01-2027.", label="Wanneer?")
    onderwerp = forms.CharField(label="Waar gaat het over?", error_messages=verplicht("Vul in waar het over gaat."))

    def __init__(self, leerkring: Leerkring, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.leerkring = leerkring

    def schrijf(self, by):
        leren.plannen(self.leerkring, dag=self.cleaned_data["dag"], onderwerp=self.cleaned_data["onderwerp"], by=by)
        return self.leerkring

    def melding(self, leerkring):
        return "De bijeenkomst is vastgelegd."


class OpbrengstForm(Paletform):
    """Who was there, and what it yielded; what another wrote since this page was opened, is not undone."""

    gelezen = forms.CharField(widget=forms.HiddenInput)
    organisaties = lange_tekst(
        "Welke organisaties waren er?",
        hulp="Elke organisatie op een eigen regel. Geen namen van personen.",
        leeg="Vul in welke organisaties er waren.",
    )
    opbrengst = lange_tekst(
        "Wat leverde het op?",
        hulp="Wat leerden de deelnemers, en wat spraken zij af?",
        leeg="Schrijf op wat het opleverde.",
    )

    def __init__(self, bijeenkomst: Bijeenkomst, *args, **kwargs):
        begin = {"organisaties": "\n".join(bijeenkomst.organisaties), "opbrengst": bijeenkomst.opbrengst}
        begin |= {"gelezen": bijeenkomst.kenmerk}
        kwargs["initial"] = begin | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.bijeenkomst = bijeenkomst

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("organisaties", "opbrengst", "gelezen")}
        leren.opbrengen(self.bijeenkomst, **velden, by=by)
        return self.bijeenkomst.leerkring

    def weiger(self, fout: Geweigerd):
        if fout.veld == "gelezen":  # the writer was told, and now writes on top of what stands there
            self.bijeenkomst.refresh_from_db()
            self.data = self.data.copy()
            self.data[self.add_prefix("gelezen")] = self.bijeenkomst.kenmerk
            self.add_error(None, str(fout))
        else:
            super().weiger(fout)

    def melding(self, leerkring):
        return "De opbrengst is vastgelegd."
