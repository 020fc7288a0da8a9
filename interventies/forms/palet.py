"""Forms about an interventie: its description, the scopetoets, a judgement, a step, and publishing."""

from django import forms

from actielijnen.begroting.plafond import Geweigerd
from actielijnen.forms.boeken import Boekformulier
from actielijnen.forms.velden import Dag, lange_tekst
from agenda.levensloop import NietMogelijk
from agenda.naslag.forms import verplicht
from interventies.models import NIVEAUS, Interventie, InterventieVersie, Ladder, Scopetoets, Term
from interventies.models.palet import VELDEN
from interventies.palet import beoordelen, beschrijven, fasen, publiceren, toetsen

TERMEN = {
    Term.Lijst.DOELGROEP: "Doelgroepen",
    Term.Lijst.BESCHERMENDE_FACTOR: "Beschermende factoren",
    Term.Lijst.NIVEAU: "Niveaus",
    Term.Lijst.FENOMEEN: "Fenomenen",
}
ONVERPLICHT = "Vink aan wat past. Mag leeg blijven."


class Paletform(Boekformulier):
    """A form that is carried out once; what is not possible now is said above what was typed."""

    def boek(self, *, by):
        try:
            return super().boek(by=by)
        except NietMogelijk as fout:
            self.add_error(None, str(fout))
            return None


class Termkeuze(forms.ModelMultipleChoiceField):
    """Terms of one list."""

    def __init__(self, lijst: Term.Lijst, **options):
        super().__init__(
            Term.objects.filter(lijst=lijst),
            label=TERMEN[lijst],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=ONVERPLICHT,
            error_messages={
                "invalid_choice": "Dit begrip bestaat niet (meer).",
                "invalid_pk_value": "Kies uit de lijst.",
            },
            **options,
        )


class BeschrijfForm(Paletform):
    """The description form: every field of a version under its heading, and the terms."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for naam in beschrijven.NAMEN:
            self.fields[naam] = tekstveld(naam)
        for lijst in TERMEN:
            self.fields[lijst.value] = Termkeuze(lijst)

    @property
    def groepen(self) -> list[tuple[str, list]]:
        """The fields as the page shows them: heading and fields."""
        kern = [(kop, [self[naam] for naam in namen]) for kop, namen in VELDEN.items()]
        return [*kern, ("Begrippen", [self[lijst.value] for lijst in TERMEN])]

    @property
    def beschrijving(self) -> dict[str, str]:
        return {naam: self.cleaned_data[naam] for naam in beschrijven.NAMEN}

    @property
    def termen(self) -> list[Term]:
        return [term for lijst in TERMEN for term in self.cleaned_data[lijst.value]]


class NieuwForm(BeschrijfForm):
    """An interventie that was not described before."""

    def __init__(self, programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.programma = programma

    def schrijf(self, by):
        is_voorbeeld = self.programma.is_voorbeeld
        return beschrijven.beschrijven(self.beschrijving, self.termen, by=by, is_voorbeeld=is_voorbeeld)

    def melding(self, interventie):
        return f"‘{interventie}’ is beschreven. Nu kan een collega de scopetoets doen."


class VersieForm(BeschrijfForm):
    """The next version, which begins as the newest one."""

    vorige = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, interventie: Interventie, *args, **kwargs):
        laatste = interventie.laatste
        begin = {naam: getattr(laatste, naam) for naam in beschrijven.NAMEN} | {"vorige": laatste.nummer}
        termen = list(laatste.termen.all())
        begin |= {lijst.value: [term.pk for term in termen if term.lijst == lijst] for lijst in TERMEN}
        kwargs["initial"] = begin | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.interventie = interventie
        self.fields["wijziging"] = lange_tekst(
            "Wat is er anders, en waarom?",
            hulp="Dit blijft bij de versie staan.",
            leeg="Schrijf op wat er anders is, en waarom.",
            rijen=3,
        )

    @property
    def groepen(self):
        return [*super().groepen, ("Deze versie", [self["wijziging"]])]

    def schrijf(self, by):
        gegevens = self.cleaned_data
        versie = beschrijven.nieuwe_versie(
            self.interventie, self.beschrijving, self.termen, by=by,
            wijziging=gegevens["wijziging"], vorige=gegevens["vorige"],
        )  # fmt: skip
        return versie.interventie

    def weiger(self, fout: Geweigerd):
        if fout.veld == "vorige":  # the reader was told of the newer version, and now writes on top of that one
            self.data = self.data.copy()
            self.data[self.add_prefix("vorige")] = str(self.interventie.laatste.nummer)
            self.add_error(None, str(fout))
        else:
            super().weiger(fout)

    def melding(self, interventie):
        return f"Versie {interventie.laatste.nummer} van ‘{interventie}’ is bewaard. Eerdere versies blijven staan."


def tekstveld(naam: str) -> forms.CharField:
    """The field of the form for one field of a version, named and explained as there."""
    veld = InterventieVersie._meta.get_field(naam)
    fouten = verplicht(f"Vul bij ‘{veld.verbose_name}’ iets in.")
    widget = forms.TextInput() if veld.max_length else forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=veld.verbose_name, help_text=veld.help_text, required=not veld.blank, widget=widget, error_messages=fouten
    )


class OverInterventie(Paletform):
    """Something with one interventie."""

    def __init__(self, interventie: Interventie, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.interventie = interventie


class OverVersie(OverInterventie):
    """A decision about the version that the page named: who decides on an older one is told of the newest."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, interventie: Interventie, *args, **kwargs):
        kwargs["initial"] = {"gelezen": interventie.laatste.nummer} | (kwargs.get("initial") or {})
        super().__init__(interventie, *args, **kwargs)

    def weiger(self, fout: Geweigerd):
        if fout.veld == "gelezen":
            self.data = self.data.copy()
            self.data[self.add_prefix("gelezen")] = str(self.interventie.laatste.nummer)
            self.add_error(None, str(fout))
        else:
            super().weiger(fout)


class PubliceerForm(OverVersie):
    """The decision to publish the version that the page named."""

    def schrijf(self, by):
        publiceren.publiceren(self.interventie, gelezen=self.cleaned_data["gelezen"], by=by)
        return self.interventie

    def melding(self, interventie):
        return "Uw stap is vastgelegd."


class ScopeForm(OverVersie):
    """The verdict and why."""

    oordeel = forms.ChoiceField(
        label="Hoort deze interventie bij de Agenda?",
        choices=[(each.value, each.label) for each in Scopetoets.Oordeel],
        widget=forms.RadioSelect,
        help_text="De Agenda is voor voorkomen vóór er iets aan de hand is, niet voor bekende risicogroepen of straf.",
        error_messages=verplicht("Kies een oordeel."),
    )
    motivering = lange_tekst(
        "Waarom vindt u dat?", hulp="Noem wat in de beschrijving de doorslag geeft.", leeg="Schrijf op waarom."
    )

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("oordeel", "motivering", "gelezen")}
        toetsen.toetsen(self.interventie, **velden, by=by)
        return self.interventie

    def melding(self, interventie):
        return "De scopetoets is vastgelegd."


LADDERNIVEAUS = [
    (ladder.label, [(f"{ladder.value}-{niveau.value}", niveau.label) for niveau in NIVEAUS[ladder]])
    for ladder in Ladder
]


class OordeelForm(OverInterventie):
    """How an interventie was judged on a ladder."""

    niveau = forms.ChoiceField(
        label="Ladder en niveau",
        choices=[("", "Kies een niveau"), *LADDERNIVEAUS],
        error_messages=verplicht("Kies een niveau op een ladder."),
    )
    beoordelaar = forms.CharField(
        label="Wie heeft geoordeeld?",
        help_text="De commissie of organisatie, nooit een persoon.",
        error_messages=verplicht("Vul in welke commissie of organisatie oordeelde."),
    )
    beoordeeld_op = Dag("Vul in wanneer is geoordeeld, bijvoorbeeld 31-12-2026.", label="Wanneer?")
    criteria = lange_tekst(
        "Aan welke criteria voldoet de interventie?",
        hulp="Zonder criteria is er geen oordeel.",
        leeg="Noem de criteria waaraan de interventie voldoet.",
    )
    motivering = lange_tekst("Waarop rust het oordeel?", hulp="Noem het onderzoek.", leeg="Schrijf op waarop het rust.")

    def schrijf(self, by):
        velden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "sleutel"}
        ladder, _, niveau = velden["niveau"].partition("-")
        beoordelen.beoordelen(
            self.interventie, beoordelen.Oordeel(**velden | {"ladder": ladder, "niveau": niveau}), by=by
        )
        return self.interventie

    def melding(self, interventie):
        return "Het oordeel is vastgelegd."


class RedenForm(Paletform):
    """A step that takes nothing but a reason; `verb` is carried out on `record`."""

    reden = lange_tekst("Waarom?", hulp="Uw reden blijft staan.", leeg="Schrijf op waarom.", rijen=3)

    def __init__(self, record, verb, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.onderwerp, self.verb = record, verb

    def schrijf(self, by):
        self.verb(self.onderwerp, reden=self.cleaned_data["reden"], by=by)
        return self.onderwerp

    def melding(self, record):
        return "Uw stap is vastgelegd."


class BevestigForm(Paletform):
    """A step that takes nothing but the decision to take it."""

    def __init__(self, record, verb, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.onderwerp, self.verb = record, verb

    def schrijf(self, by):
        self.verb(self.onderwerp, by=by)
        return self.onderwerp

    def melding(self, record):
        return "Uw stap is vastgelegd."


OPENBARE_REDEN = "Zodra de interventie in de catalogus staat, leest iedereen uw reden. Noem er geen personen in."

# Per step to a fase: what is carried out, and what the page says.
# fmt: off
FASEN = {
    "interventie_testen":  (fasen.testen,  "De interventie wordt in de praktijk beproefd."),
    "interventie_doen":    (fasen.doen,    "U vindt de uitkomsten goed genoeg om de interventie breder te doen."),
    "interventie_stoppen": (fasen.stoppen, OPENBARE_REDEN),
}
# fmt: on
