"""Forms of the voorbereiding: a new list, a point of it or of the sjabloon, done, and open again."""

from datetime import timedelta

from django import forms

from actielijnen.forms.velden import Dag, EigenaarKeuze, Handeling, actielijn_keuze, lange_tekst
from agenda import klok
from agenda.access import Permission
from agenda.models import Feit, Programma
from agenda.naslag.forms import verplicht
from rapportage.models import Sjabloonpunt, Voorbereiding, Voorbereidingspunt
from rapportage.models.voorbereiding import Onderwerp, Rijen
from rapportage.voorbereiding.lijst import Uit

PORTAAL = "Dan ziet het portaal zelf of er over de tijd van de brief een waarde is."


class NieuweLijstForm(Handeling):
    """The year of a letter, the time that it speaks of, and where its list begins with."""

    jaar = forms.IntegerField(label="Brief van", help_text="Het jaar waarin de brief naar de Kamer gaat.",
                              error_messages=verplicht("Vul het jaar van de brief in, bijvoorbeeld 2027."))  # fmt: skip
    van = Dag("Vul de eerste dag in van de tijd waarover de brief gaat.", label="Eerste dag waarover de brief gaat")
    peildatum = Dag(
        "Vul de peildatum in.",
        label="Peildatum",
        help_text="De laatste dag waarover de brief gaat, bijvoorbeeld 31-12-2026.",
    )
    brief_op = Dag(
        "Vul in op welke dag de brief naar de Kamer gaat.",
        label="Brief naar de Kamer op",
        help_text="Van deze dag telt het portaal terug wanneer iets klaar moet zijn.",
    )
    uit = forms.ChoiceField(
        label="Waarmee begint de lijst?",
        choices=Uit.choices,
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies waarmee de lijst begint."),
    )

    @staticmethod
    def voorstel(programma: Programma) -> dict:
        """A year after the list before, or a list of this year over the year before it."""
        vorige: Voorbereiding | None = programma.voorbereidingen.first()
        if vorige is None:
            jaar = klok.vandaag().year
            return {"jaar": jaar, "van": f"{jaar - 1}-01-01", "peildatum": f"{jaar - 1}-12-31", "uit": Uit.SJABLOON}
        return {"jaar": vorige.jaar + 1, "van": vorige.peildatum + timedelta(days=1), "uit": Uit.VORIGE}


class PuntForm(Handeling):
    """What a point asks, of whom, and what the portal can see of it."""

    vraag = forms.CharField(
        label="Wat moet er klaar zijn?",
        max_length=200,
        help_text="Kort, bijvoorbeeld: aantal gemeenten met een DU.",
        error_messages=verplicht("Vul in wat er klaar moet zijn."),
    )
    onderwerp = forms.ChoiceField(
        label="Onderwerp",
        choices=[("", "Kies een onderwerp"), *Onderwerp.choices],
        error_messages=verplicht("Kies een onderwerp."),
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat iemand moet weten om het goed te doen.",
    )
    eigenaar = EigenaarKeuze(permission=Permission.VOORBEREIDING_BIJWERKEN)

    field_order = ["vraag", "onderwerp", "actielijn", "toelichting", "eigenaar", "uiterlijk_op", "weken_vooraf", "feit"]

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["actielijn"] = actielijn_keuze(programma)
        feiten = Feit.objects.of(programma).order_by("naam")
        self.fields["feit"] = _gegeven("Feit", feiten, "Geen feit", f"Kies een feit als dat is wat u vraagt. {PORTAAL}")
        indicatoren = programma.indicatoren.order_by("naam")
        uitleg = f"Of kies een indicator. {PORTAAL}"
        self.fields["indicator"] = _gegeven("Indicator", indicatoren, "Geen indicator", uitleg)
        self.fields["rijen"] = forms.ChoiceField(
            label="Rijen",
            required=False,
            choices=[("", "Geen rijen"), *Rijen.choices],
            help_text="Of kies rijen van het portaal. Dan ziet het zelf of die van het jaar compleet zijn.",
            error_messages=verplicht("Kies rijen uit de lijst, of laat leeg."),
        )
        self.order_fields(self.field_order)

    @property
    def velden(self) -> dict:
        return self.cleaned_data | self.cleaned_data["eigenaar"]

    @staticmethod
    def waarden_van(punt: Sjabloonpunt | Voorbereidingspunt) -> dict:
        """What the form shows of a point that exists."""
        gelijk = ["vraag", "onderwerp", "toelichting", "actielijn", "feit", "indicator", "rijen"]
        return {naam: getattr(punt, naam) for naam in gelijk} | {"eigenaar": EigenaarKeuze.waarde_van(punt)}


class LijstpuntForm(PuntForm):
    """A point on the list of one year."""

    uiterlijk_op = Dag("Vul in op welke dag dit uiterlijk klaar moet zijn.", label="Uiterlijk op")

    @staticmethod
    def waarden_van(punt: Voorbereidingspunt) -> dict:
        return PuntForm.waarden_van(punt) | {"uiterlijk_op": punt.uiterlijk_op}


class SjabloonpuntForm(PuntForm):
    """A point that every new list gets."""

    weken_vooraf = forms.IntegerField(
        label="Hoeveel weken voor de brief?",
        help_text="Dan moet het klaar zijn. Bijvoorbeeld 6.",
        error_messages=verplicht("Vul een aantal weken in, bijvoorbeeld 6."),
    )

    @staticmethod
    def waarden_van(punt: Sjabloonpunt) -> dict:
        return PuntForm.waarden_van(punt) | {"weken_vooraf": punt.weken_vooraf}


class GereedForm(Handeling):
    """What was done, and where it stands."""

    notitie = lange_tekst(
        "Wat is er gedaan?",
        hulp="Zeg waar het staat, of waarom het dit jaar niet nodig is. Wie de brief schrijft, leest dit.",
        leeg="Vul in wat er is gedaan, bijvoorbeeld: cijfers van BZK van 3 maart overgenomen.",
        rijen=3,
    )


class HeropenForm(Handeling):
    """Why it is not done after all."""

    reden = lange_tekst(
        "Reden",
        hulp="De reden staat in de geschiedenis van dit punt.",
        leeg="Vul in waarom dit toch niet klaar is, bijvoorbeeld: een gemeente heeft haar opgave verbeterd.",
        rijen=3,
    )


def _gegeven(label: str, queryset, leeg: str, uitleg: str) -> forms.ModelChoiceField:
    fouten = verplicht("Kies er een uit de lijst, of laat leeg.")
    return forms.ModelChoiceField(
        queryset, label=label, required=False, empty_label=leeg, help_text=uitleg, error_messages=fouten
    )
