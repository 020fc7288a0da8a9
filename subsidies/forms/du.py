"""Forms of the decentralisatie-uitkering. What looks like a condition is refused, also a field that is not here."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from actielijnen.forms.begroting import JAARTAL, MetBesluit
from actielijnen.forms.boeken import Bedrag, Boekformulier, RegelKeuze
from actielijnen.forms.velden import lange_tekst
from agenda import klok
from agenda.models import Bron, Gemeente
from agenda.money import euro
from agenda.naslag.forms import BronKeuze, verplicht
from interventies.models import Interventie
from subsidies.du import aanmelden, geld, voorstellen
from subsidies.forms.vrij import Vrij
from subsidies.models import Aanmelding, Decentralisatieuitkering, Fondsuitkering

MAAND = re.compile(r"(?:(?P<jaar>20\d\d)-(?P<maand>\d\d?)|(?P<maand2>\d\d?)[-/](?P<jaar2>20\d\d))")
Circulaire = Decentralisatieuitkering.Circulaire


class Maand(forms.CharField):
    """A month, as the browser sends it (2026-07) or as people write it (07-2026); its value is the first day."""

    def __init__(self, **options):
        widget = forms.TextInput(attrs={"type": "month"})
        fouten = verplicht("Kies een maand, bijvoorbeeld 07-2026.")
        super().__init__(widget=widget, error_messages=fouten, **options)

    def prepare_value(self, value):
        return f"{value:%Y-%m}" if isinstance(value, date) else value

    def clean(self, value) -> date:
        tekst = super().clean(value)
        found = MAAND.fullmatch(tekst)
        try:
            return date(int(found["jaar"] or found["jaar2"]), int(found["maand"] or found["maand2"]), 1)
        except (TypeError, ValueError):
            raise ValidationError(f"‘{tekst}’ is geen maand. Schrijf bijvoorbeeld 07-2026.") from None


class Jaar(forms.IntegerField):
    """A year of four digits."""

    def __init__(self, **options):
        widget = forms.TextInput(attrs={"inputmode": "numeric"})
        super().__init__(widget=widget, error_messages=verplicht(JAARTAL) | {"invalid": JAARTAL}, **options)


class GemeenteKeuze(forms.ModelChoiceField):
    """A gemeente that still exists."""

    def __init__(self, **options):
        fouten = verplicht("Kies een gemeente uit de lijst.")
        super().__init__(Gemeente.objects.none(), empty_label="Kies een gemeente", error_messages=fouten, **options)


class VoorstelForm(Vrij, Boekformulier):
    """A DU for one gemeente in one year."""

    gemeente = GemeenteKeuze()
    uitkeringsjaar = Jaar(help_text="Het jaar waarin de gemeente het geld krijgt.")
    bedrag = Bedrag()
    doel = lange_tekst(
        "Waar is het geld voor?",
        hulp="Dit is informatie. De gemeente mag het geld ook anders uitgeven.",
        leeg="Schrijf op waar het geld voor is, bijvoorbeeld: gastlessen over mediawijsheid.",
    )
    bron = BronKeuze(
        label="Bron",
        queryset=Bron.objects.none(),
        empty_label="Kies een bron",
        help_text="Het stuk waarin dit besluit staat.",
        error_messages=verplicht("Kies de bron waarop het voorstel rust."),
    )
    vindplaats = forms.CharField(
        label="Vindplaats",
        max_length=200,
        help_text="Waar het in de bron staat, bijvoorbeeld: paragraaf 3.",
        error_messages=verplicht("Vul in waar het in de bron staat, bijvoorbeeld: paragraaf 3."),
    )

    def __init__(self, programma, *args, aanmelding: Aanmelding | None = None, **kwargs):
        if aanmelding:
            kwargs["initial"] = {"gemeente": aanmelding.gemeente, "doel": aanmelding.plan}
        super().__init__(*args, **kwargs)
        self.programma, self.aanmelding = programma, aanmelding
        bestaat = Q(opgegaan_op=None) | Q(opgegaan_op__gt=klok.vandaag())
        self.fields["gemeente"].queryset = Gemeente.objects.filter(bestaat, is_voorbeeld=programma.is_voorbeeld)
        self.fields["bron"].queryset = Bron.objects.of(programma).order_by("titel")
        self.fields["regel"] = RegelKeuze(programma, help_text="Waar het geld nu op de begroting staat.")
        self.fields["fondsuitkering"] = forms.ModelChoiceField(
            Fondsuitkering.objects.order_by("pk"),
            label="Soort uitkering",
            initial=Fondsuitkering.objects.order_by("pk").first(),
            empty_label=None,
            error_messages=verplicht("Kies de soort uitkering."),
        )
        self.fields["interventie"] = forms.ModelChoiceField(
            Interventie.objects.filter(is_voorbeeld=programma.is_voorbeeld).for_page().order_by("laatste__naam"),
            label="Interventie",
            required=False,
            empty_label="Geen bepaalde interventie",
            help_text="Waar het geld bij kan helpen. Dit is informatie; de gemeente kiest zelf.",
            error_messages=verplicht("Kies een interventie uit de lijst."),
        )
        eerst = ["fondsuitkering", "gemeente", "uitkeringsjaar", "bedrag", "doel", "interventie", "regel", "bron"]
        self.order_fields(eerst)

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in self.fields if naam != "sleutel"}
        voorstel = voorstellen.Voorstel(**velden, aanmelding=self.aanmelding)
        return voorstellen.voorstellen(self.programma, voorstel, by=by)

    def melding(self, uitkering):
        return f"{uitkering} is voorgesteld. De gemeente {uitkering.gemeente} krijgt bericht en kan akkoord geven."


class OverUitkering(Vrij, Boekformulier):
    """A step with one DU."""

    def __init__(self, uitkering: Decentralisatieuitkering, *args, **kwargs):
        kwargs["initial"] = self.begin(uitkering) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.uitkering = uitkering

    def begin(self, uitkering) -> dict:
        """What the fields show before anything is filled in."""
        return {}


class IntrekForm(OverUitkering):
    """Why a proposal is taken back."""

    reden = lange_tekst(
        "Waarom trekt u het voorstel in?", hulp="De gemeente leest dit.", leeg="Vul in waarom.", rijen=3
    )

    def schrijf(self, by):
        voorstellen.intrekken(self.uitkering, reden=self.cleaned_data["reden"], by=by)
        return self.uitkering

    def melding(self, uitkering):
        return f"{uitkering} is ingetrokken. De gemeente {uitkering.gemeente} krijgt bericht."


class OverboekForm(Vrij, MetBesluit):
    """In which piece of the begroting the amount goes to the fund."""

    eerst: list[str] = []

    def __init__(self, uitkering: Decentralisatieuitkering, *args, **kwargs):
        reden = f"Overboeking naar het {uitkering.fondsuitkering.fonds}: {uitkering} voor {uitkering.gemeente}."
        begin = {"begrotingsjaar": uitkering.uitkeringsjaar, "reden": reden}
        kwargs["initial"] = begin | (kwargs.get("initial") or {})
        self.uitkering = uitkering
        super().__init__(uitkering.programma, *args, **kwargs)

    def schrijf(self, by):
        geld.overboeken(self.uitkering, besluit=self.besluit, by=by)
        return self.uitkering

    def melding(self, uitkering):
        return f"{euro(uitkering.bedrag)} is overgeboekt naar het {uitkering.fondsuitkering.fonds}."


class TerugboekForm(OverboekForm):
    """In which piece of the begroting the amount comes back, and why the fund did not take it."""

    def __init__(self, uitkering: Decentralisatieuitkering, *args, **kwargs):
        super().__init__(uitkering, *args, **kwargs)
        self.initial["reden"] = ""
        self.fields["reden"].label = "Waarom gaat de overboeking niet door?"
        self.fields["reden"].help_text = "De gemeente leest dit."

    def schrijf(self, by):
        geld.terugboeken(self.uitkering, besluit=self.besluit, by=by)
        return self.uitkering

    def melding(self, uitkering):
        return f"{euro(uitkering.bedrag)} staat weer op de begroting. Het akkoord van de gemeente blijft staan."


class CirculaireForm(OverUitkering):
    """Where the fund made the DU known, and when it pays."""

    soort = forms.TypedChoiceField(
        label="In welke circulaire?",
        choices=[(waarde, label.capitalize()) for waarde, label in Circulaire.choices],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies de circulaire waarin de uitkering staat."),
    )
    jaar = Jaar(label="Jaar van de circulaire")
    paragraaf = forms.CharField(
        max_length=40,
        help_text="Bijvoorbeeld 4.2.1.",
        error_messages=verplicht("Vul de paragraaf in, bijvoorbeeld 4.2.1."),
    )
    betaalmaand = Maand(label="Maand waarin het fonds betaalt", help_text="Bijvoorbeeld 07-2026.")

    def begin(self, uitkering):
        return {"jaar": uitkering.uitkeringsjaar}

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("soort", "jaar", "paragraaf", "betaalmaand")}
        geld.opnemen(self.uitkering, **velden, by=by)
        return self.uitkering

    def melding(self, uitkering):
        return f"{uitkering} staat in de {uitkering.circulaire}."


class BetaalForm(OverUitkering):
    """In which month the fund paid."""

    betaalmaand = Maand(
        label="Maand van de betaalspecificatie", help_text="De maand waarin het fonds heeft betaald, zoals 07-2026."
    )

    def begin(self, uitkering):
        return {"betaalmaand": uitkering.betaalmaand}

    def schrijf(self, by):
        geld.betalen(self.uitkering, betaalmaand=self.cleaned_data["betaalmaand"], by=by)
        return self.uitkering

    def melding(self, uitkering):
        return f"{uitkering} is betaald. Daarmee is de uitkering klaar."


class LaatForm(Boekformulier):
    """Why an aanmelding is not taken over."""

    reden = lange_tekst("Waarom neemt u de aanmelding niet over?", hulp="De gemeente leest dit.", leeg="Vul in waarom.")

    def __init__(self, aanmelding: Aanmelding, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.aanmelding = aanmelding

    def schrijf(self, by):
        aanmelden.laten(self.aanmelding, reden=self.cleaned_data["reden"], by=by)
        return self.aanmelding

    def melding(self, aanmelding):
        return f"De aanmelding {aanmelding} is niet overgenomen."
