"""Forms of a voorstel: what a gemeente writes, and what the staff does with it."""

from django import forms

from actielijnen.forms.velden import lange_tekst
from agenda.models import Gemeente
from agenda.naslag.forms import verplicht
from interventies.forms.palet import BeschrijfForm, Paletform
from interventies.models import Interventievoorstel
from interventies.palet import voorstellen

# What a voorstel says already of a description.
BEGIN = {
    "naam": "naam",
    "samenvatting": "wat",
    "doelgroep_direct": "doelgroep",
    "onderbouwing": "waarom",
    "contact": "contact",
}


class VoorstelForm(Paletform):
    """What an approach is, for whom, where it runs, why it would work, and where to ask."""

    naam = forms.CharField(
        label="Hoe heet de aanpak?",
        help_text="Bijvoorbeeld: Ouders voor de klas.",
        error_messages=verplicht(voorstellen.GEEN["naam"]),
    )
    wat = lange_tekst(
        "Wat gebeurt er, en wat levert het op?",
        hulp="Bijvoorbeeld: ouders en jongeren eten elke maand samen. Zij durven elkaar daarna meer te vragen.",
        leeg=voorstellen.GEEN["wat"],
    )
    doelgroep = lange_tekst(
        "Voor wie is het?",
        hulp="Bijvoorbeeld: jongeren van 12 tot en met 16 jaar en hun ouders.",
        leeg=voorstellen.GEEN["doelgroep"],
        rijen=2,
    )
    waar = lange_tekst(
        "Waar loopt het, en sinds wanneer?",
        hulp="Bijvoorbeeld: op twee scholen in Oost, sinds september 2025. Loopt het nog niet? Schrijf dat op.",
        leeg=voorstellen.GEEN["waar"],
        rijen=2,
    )
    waarom = lange_tekst(
        "Waarom denkt u dat het werkt?",
        hulp="Wat ziet u gebeuren? Noem onderzoek als dat er is. Schrijf geen namen van personen op.",
        leeg=voorstellen.GEEN["waarom"],
    )
    contact = forms.CharField(
        label="Waar kunnen wij iets vragen?",
        help_text="Een afdeling of algemeen adres, nooit een persoon. Bijvoorbeeld: afdeling Jeugd, jeugd@gemeente.nl.",
        error_messages=verplicht(voorstellen.GEEN["contact"]),
    )

    def __init__(self, gemeente: Gemeente, *args, terug: str = "", **kwargs):
        """`terug` is the page of ours that somebody came from, and goes back to."""
        super().__init__(*args, **kwargs)
        self.gemeente, self.terug = gemeente, terug

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in voorstellen.GEEN}
        return voorstellen.indienen(self.gemeente, voorstellen.Aanpak(**velden), by=by)

    def melding(self, voorstel):
        return f"Uw voorstel is ingediend, met nummer {voorstel}. U krijgt bericht zodra er een besluit is."

    def adres(self, voorstel):
        return self.terug or voorstel.adres_gemeente


class OverneemForm(BeschrijfForm):
    """The description of an interventie, which begins with what the gemeente wrote."""

    def __init__(self, voorstel: Interventievoorstel, *args, **kwargs):
        begin = {veld: getattr(voorstel, deel) for veld, deel in BEGIN.items()}
        kwargs["initial"] = begin | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.voorstel = voorstel

    def schrijf(self, by):
        return voorstellen.overnemen(self.voorstel, self.beschrijving, self.termen, by=by)

    def melding(self, interventie):
        return f"‘{interventie}’ is beschreven en de gemeente krijgt bericht. Nu kan een collega de scopetoets doen."


class AfwijsForm(Paletform):
    """Why a voorstel is not taken over."""

    reden = lange_tekst(
        "Waarom neemt u het voorstel niet over?",
        hulp="De gemeente leest dit. Zeg ook wat zij kan doen.",
        leeg="Schrijf op waarom; de gemeente leest dit.",
    )

    def __init__(self, voorstel: Interventievoorstel, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.voorstel = voorstel

    def schrijf(self, by):
        voorstellen.afwijzen(self.voorstel, reden=self.cleaned_data["reden"], by=by)
        return self.voorstel

    def melding(self, voorstel):
        return f"Het voorstel {voorstel} is niet overgenomen. De gemeente krijgt bericht."
