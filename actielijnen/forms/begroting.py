"""Forms of what changes the budget itself: lines, mutaties, kasschuif, overboeking, herschikking; and reserving."""

from django import forms
from django.urls import reverse

from actielijnen.begroting import herschikken, regels, verplichten
from actielijnen.begroting.mutaties import Besluit, kasschuiven, muteren
from actielijnen.forms.boeken import Bedrag, Boekformulier, MetReden, RegelKeuze, nieuwe_stand
from actielijnen.forms.velden import lange_tekst
from actielijnen.models import Begrotingsregel, Budget, Dekkingsbron, Moment, MutatieSoort
from agenda.models import Bron, Programma
from agenda.money import euro
from agenda.naslag.forms import BronKeuze, verplicht

JAARTAL = "Vul een jaartal van vier cijfers in, bijvoorbeeld 2026."
S = MutatieSoort


def keuze(label: str, choices, kies: str, **options) -> forms.ChoiceField:
    """A few choices, all in sight."""
    fouten = verplicht(kies)
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=fouten, **options)


def budget_keuze() -> forms.ChoiceField:
    namen = [
        (Budget.BEIDE, "Verplichtingen en kas"),
        (Budget.VERPLICHTINGEN, "Alleen verplichtingen"),
        (Budget.KAS, "Alleen kas"),
    ]
    return keuze("Welk budget?", namen, "Kies voor welk budget dit is, bijvoorbeeld ‘Verplichtingen en kas’.")


class OpProgramma(MetReden, Boekformulier):
    """A booking on lines of one programma."""

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.programma = programma


class MetBesluit(OpProgramma):
    """A booking that rests on a decision: where it stands and why it was taken."""

    moment = forms.ChoiceField(
        label="In welk begrotingsstuk?",
        choices=[("", "Kies een begrotingsstuk"), *Moment.choices],
        error_messages=verplicht("Kies in welk begrotingsstuk dit staat."),
    )
    begrotingsjaar = forms.IntegerField(
        label="Begrotingsjaar",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Het jaar van het begrotingsstuk. Alleen bij een brief aan de Kamer mag dit leeg blijven.",
        error_messages={"invalid": JAARTAL},
    )
    bron = BronKeuze(
        label="Bron",
        queryset=Bron.objects.none(),
        empty_label="Kies een bron",
        error_messages=verplicht("Kies de bron waarin dit staat."),
    )
    vindplaats = forms.CharField(
        label="Vindplaats",
        max_length=200,
        help_text="Waar het in de bron staat, bijvoorbeeld: tabel 28.",
        error_messages=verplicht("Vul in waar het in de bron staat, bijvoorbeeld: tabel 28."),
    )
    reden = lange_tekst(
        "Reden", hulp="Waarom het bedrag verandert.", leeg="Vul in waarom het bedrag verandert.", rijen=3
    )
    namen = {"datum": "begrotingsjaar"}
    BESLUIT = ["bedrag", "moment", "begrotingsjaar", "bron", "vindplaats", "reden", "reden_overschrijding"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bron"].queryset = Bron.objects.of(self.programma).order_by("titel")
        self.order_fields([*self.eerst, *self.BESLUIT])

    def clean_begrotingsjaar(self):
        jaar = self.cleaned_data["begrotingsjaar"]
        jaren = regels.jaren_van(self.programma) or range(2000, 2101)
        if jaar is not None and jaar not in jaren:
            ander = f"Kies een van deze jaren: {', '.join(map(str, jaren))}." if isinstance(jaren, list) else JAARTAL
            raise forms.ValidationError(f"Voor {jaar} heeft dit programma geen begrotingsregels. {ander}")
        return jaar

    @property
    def besluit(self) -> Besluit:
        namen = ("moment", "begrotingsjaar", "bron", "vindplaats", "reden", "reden_overschrijding")
        return Besluit(**{naam: self.cleaned_data[naam] for naam in namen})


class MutatieForm(MetBesluit):
    """More or less budget on one line."""

    eerst = ["regel", "soort", "budget"]
    bedrag = Bedrag(help_text="In euro, bijvoorbeeld 250.000. Minder budget? Zet er een min voor: -12.500.")

    def __init__(self, programma, *args, **kwargs):
        super().__init__(programma, *args, **kwargs)
        soorten = (S.BELEIDSMATIG, S.DESALDERING, S.EINDEJAARSMARGE, S.OORSPRONKELIJK)
        self.fields["regel"] = RegelKeuze(programma)
        self.fields["soort"] = keuze(
            "Wat voor mutatie?", [(s, s.label) for s in soorten], "Kies wat voor mutatie dit is."
        )
        self.fields["budget"] = budget_keuze()
        self.order_fields([*self.eerst, *self.BESLUIT])

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("budget", "soort", "bedrag")}
        return muteren(self.cleaned_data["regel"], **velden, besluit=self.besluit, by=by)

    def melding(self, mutatie):
        return f"{mutatie.get_soort_display()} van {euro(mutatie.bedrag)} is geboekt. {nieuwe_stand(mutatie.regel)}"


class OverboekingForm(MetBesluit):
    """Money that comes from another ministry, or goes there."""

    eerst = ["regel", "richting", "budget"]
    bedrag = Bedrag()

    def __init__(self, programma, *args, **kwargs):
        super().__init__(programma, *args, **kwargs)
        namen = [(S.OVERBOEKING_IN, "In: dit programma krijgt geld"), (S.OVERBOEKING_UIT, "Uit: geld gaat weg")]
        self.fields["regel"] = RegelKeuze(programma)
        self.fields["richting"] = keuze("In of uit?", namen, "Kies of het geld erbij komt of weggaat.")
        self.fields["budget"] = budget_keuze()
        self.order_fields([*self.eerst, *self.BESLUIT])

    def clean_bedrag(self):
        return meer_dan_niets(self.cleaned_data["bedrag"])

    def schrijf(self, by):
        velden = self.cleaned_data
        teken = 1 if velden["richting"] == S.OVERBOEKING_IN else -1
        return muteren(
            velden["regel"],
            budget=velden["budget"],
            soort=S(velden["richting"]),
            bedrag=teken * velden["bedrag"],
            besluit=self.besluit,
            by=by,
        )

    melding = MutatieForm.melding


class TweeRegels(MetBesluit):
    """From one line to another."""

    eerst = ["van", "naar"]
    bedrag = Bedrag()

    def __init__(self, programma, *args, **kwargs):
        super().__init__(programma, *args, **kwargs)
        self.fields["van"] = RegelKeuze(programma, "Van", leeg="de begrotingsregel waar het geld van af gaat")
        self.fields["naar"] = RegelKeuze(programma, "Naar", leeg="de begrotingsregel waar het geld naartoe gaat")
        self.order_fields([*self.eerst, *self.BESLUIT])

    def clean_bedrag(self):
        return meer_dan_niets(self.cleaned_data["bedrag"])


class KasschuifForm(TweeRegels):
    """Kas of one post to another year."""

    def schrijf(self, by):
        velden = self.cleaned_data
        return kasschuiven(velden["van"], velden["naar"], bedrag=velden["bedrag"], besluit=self.besluit, by=by)[1]

    def melding(self, mutatie):
        wat = f"Een kasschuif van {euro(mutatie.bedrag)} is geboekt."
        return f"{wat} {nieuwe_stand(self.cleaned_data['van'])} {nieuwe_stand(mutatie.regel)}"


class HerschikkingForm(TweeRegels):
    """A proposal to move budget between posts."""

    eerst = ["van", "naar", "budget"]

    def __init__(self, programma, *args, **kwargs):
        super().__init__(programma, *args, **kwargs)
        self.fields["budget"] = budget_keuze()
        jaar = self.fields["begrotingsjaar"]
        jaar.required, jaar.help_text = True, "Het jaar waarin u herschikt."
        jaar.error_messages |= verplicht("Vul het jaar in waarin u herschikt, bijvoorbeeld 2026.")
        self.order_fields([*self.eerst, *self.BESLUIT])

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("budget", "bedrag")}
        van, naar = self.cleaned_data["van"], self.cleaned_data["naar"]
        return herschikken.voorstellen(van, naar, **velden, besluit=self.besluit, by=by)

    def melding(self, herschikking):
        return f"De herschikking van {euro(herschikking.bedrag)} is voorgesteld. Twee anderen moeten akkoord geven."


class ReserveringForm(OpProgramma):
    """Money kept apart."""

    bedrag = Bedrag()
    omschrijving = forms.CharField(
        label="Waarvoor?",
        max_length=200,
        help_text="Bijvoorbeeld: toegezegde training, contract volgt.",
        error_messages=verplicht("Vul in waarvoor u reserveert, bijvoorbeeld: toegezegde training."),
    )
    field_order = ["regel", "bedrag", "omschrijving"]

    def __init__(self, programma, *args, **kwargs):
        super().__init__(programma, *args, **kwargs)
        self.fields["regel"] = RegelKeuze(programma)
        self.order_fields(self.field_order)

    def schrijf(self, by):
        velden = {naam: self.cleaned_data[naam] for naam in ("bedrag", "omschrijving", "reden_overschrijding")}
        return verplichten.reserveren(self.cleaned_data["regel"], **velden, by=by)

    def adres(self, reservering):
        return self.programma.address(reverse("boeken"))

    def melding(self, reservering):
        return f"{euro(reservering.bedrag)} is gereserveerd. {nieuwe_stand(reservering.regel)}"


class RegelForm(Boekformulier):
    """A line of the begroting, before there is money on it."""

    jaar = forms.IntegerField(
        label="Jaar",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Leeg: het bedrag is niet verdeeld over jaren.",
        error_messages={"invalid": JAARTAL},
    )
    HARD, INDICATIEF = "hard", "indicatief"
    plafond = keuze(
        "Hoe vast is het bedrag?",
        [(HARD, "Hard plafond: meer boeken kan niet"), (INDICATIEF, "Indicatief: meer boeken kan, met een reden")],
        "Kies hoe vast het bedrag is.",
    )
    field_order = ["post", "jaar", "dekkingsbron", "plafond"]

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        posten, bronnen = programma.posten.all(), Dekkingsbron.objects.filter(programma=programma)
        fouten = verplicht("Kies een post uit de lijst.")
        self.fields["post"] = forms.ModelChoiceField(
            posten, label="Post", empty_label="Kies een post", error_messages=fouten
        )
        self.fields["dekkingsbron"] = forms.ModelChoiceField(
            bronnen,
            label="Waar komt het geld vandaan?",
            required=False,
            empty_label="Eigen begroting",
            error_messages=verplicht("Kies een dekkingsbron uit de lijst."),
        )
        self.order_fields(self.field_order)

    def schrijf(self, by) -> Begrotingsregel:
        velden = {naam: self.cleaned_data[naam] for naam in ("jaar", "dekkingsbron")}
        vast = self.cleaned_data["plafond"] == self.INDICATIEF
        return regels.toevoegen(self.cleaned_data["post"], **velden, is_indicatief=vast, by=by)

    def melding(self, regel):
        return f"De begrotingsregel ‘{regel}’ is toegevoegd. Er staat nog geen geld op: boek daarvoor een mutatie."


def meer_dan_niets(bedrag):
    if bedrag <= 0:
        raise forms.ValidationError("Vul een bedrag in van meer dan € 0, bijvoorbeeld 250.000 of 1.234,50.")
    return bedrag
