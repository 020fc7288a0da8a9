"""Forms of a verplichting: entering it, making it larger or smaller, paying, and planning its payments."""

from django import forms
from django.urls import reverse
from django.utils.formats import date_format

from actielijnen.begroting import verplichten
from actielijnen.begroting.plafond import afgesloten_jaren
from actielijnen.forms.boeken import Bedrag, Boekformulier, MetReden, RegelKeuze, nieuwe_stand
from actielijnen.forms.velden import Dag, lange_tekst
from actielijnen.models import Reservering, Verplichting
from agenda import klok
from agenda.models import Programma
from agenda.money import euro
from agenda.naslag.forms import op_een_regel, verplicht


class ReserveringKeuze(forms.ModelChoiceField):
    """Reserveringen that are open, with their amount."""

    def label_from_instance(self, reservering):
        return f"{reservering}: {euro(reservering.bedrag)} op {reservering.regel}"


class BoekingKeuze(forms.ModelChoiceField):
    """Rows of a year that is closed, which a row of now can put right."""

    def __init__(self, rijen):
        super().__init__(
            rijen,
            label="Corrigeert u iets uit een afgesloten jaar?",
            required=False,
            empty_label="Nee",
            help_text="De oude boeking blijft staan. De correctie telt in het jaar van haar eigen datum.",
            error_messages=verplicht("Kies een boeking uit de lijst, of ‘Nee’."),
        )

    def label_from_instance(self, rij):
        return f"{date_format(rij.datum, 'j F Y')}: {rij.get_soort_display().lower()} van {euro(abs(rij.bedrag))}"


class VerplichtingForm(MetReden, Boekformulier):
    """A contract or an opdracht, on a line of the begroting."""

    soort = forms.ChoiceField(
        label="Wat gaat u aan?",
        choices=Verplichting.Soort.choices,
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies wat u aangaat, bijvoorbeeld ‘Contract’."),
    )
    kenmerk = forms.CharField(
        label="Kenmerk",
        max_length=40,
        help_text="Het nummer van het contract of de opdracht, bijvoorbeeld 2026-017.",
        error_messages=verplicht("Vul het nummer van het contract of de opdracht in, bijvoorbeeld 2026-017."),
    )
    omschrijving = forms.CharField(
        label="Omschrijving",
        max_length=200,
        help_text="Waar het geld voor is, bijvoorbeeld: evaluatie van de weerbaarheidstrainingen.",
        error_messages=verplicht("Vul in waar het geld voor is, bijvoorbeeld: evaluatie van de trainingen."),
    )
    wederpartij = forms.CharField(
        label="Wederpartij",
        max_length=160,
        help_text="De organisatie die het geld krijgt. Noem geen namen van mensen.",
        error_messages=verplicht("Vul in welke organisatie het geld krijgt."),
    )
    bedrag = Bedrag()
    datum = Dag("Vul in op welke dag u de verplichting aanging.", label="Datum")
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Verplicht op een post zonder actielijn, zoals onvoorzien: waarvoor is dit geld nodig?",
        error_messages={"max_length": verplicht("")["max_length"]},
    )
    met_document = forms.BooleanField(
        label="Ik voeg hierna meteen het contract of de opdracht toe",
        required=False,
        help_text="U komt dan op de pagina waar u het document kiest.",
    )
    eigen = ("sleutel", "regel", "met_document")  # what the verb does not ask by that name
    field_order = ["regel", "reservering", "soort", "kenmerk", "omschrijving", "wederpartij", "bedrag", "datum"]

    def __init__(self, programma: Programma, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["regel"] = RegelKeuze(programma, help_text="Van welk budget gaat dit af?")
        open_reserveringen = Reservering.objects.van(programma).filter(status=Reservering.Status.OPEN)
        self.fields["reservering"] = ReserveringKeuze(
            open_reserveringen.select_related("regel__post", "regel__dekkingsbron"),
            label="Zet u hiermee een reservering om?",
            required=False,
            empty_label="Nee",
            error_messages=verplicht("Kies een reservering die nog open is, of ‘Nee’."),
        )
        self.fields["datum"].initial = klok.vandaag
        self.order_fields(self.field_order)
        self._begin_met(self.initial.get("reservering"), self.fields["reservering"].queryset)

    def _begin_met(self, gekozen, reserveringen) -> None:
        """What was reserved is where the verplichting begins."""
        for each in reserveringen if gekozen else ():
            if str(each.pk) == str(gekozen):
                self.initial |= {"bedrag": each.bedrag, "omschrijving": each.omschrijving}

    def clean_kenmerk(self):
        return op_een_regel(self.cleaned_data["kenmerk"])

    def schrijf(self, by):
        velden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam not in self.eigen}
        return verplichten.aangaan(self.cleaned_data["regel"], **velden, by=by)

    def adres(self, verplichting):
        if not self.cleaned_data["met_document"]:
            return super().adres(verplichting)
        return reverse("verplichting-document", args=[verplichting.programma.code, verplichting.kenmerk])

    def melding(self, verplichting):
        return (
            f"Verplichting {verplichting.kenmerk} van {euro(verplichting.bedrag)} is aangegaan. "
            f"{nieuwe_stand(verplichting.regel)}"
        )


class OpVerplichting(MetReden, Boekformulier):
    """A booking on a verplichting that exists."""

    bedrag = Bedrag()
    datum = Dag("Vul in op welke dag dit gebeurde.", label="Datum")

    def __init__(self, verplichting: Verplichting, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.verplichting = verplichting
        self.fields["datum"].initial = klok.vandaag
        afgesloten = self.boekingen().filter(datum__year__in=afgesloten_jaren(verplichting.programma))
        if afgesloten.exists():
            self.fields["corrigeert"] = BoekingKeuze(afgesloten)

    def boekingen(self):
        """The rows that a form of this kind can put right."""
        raise NotImplementedError

    def adres(self, record):
        return self.verplichting.get_absolute_url()

    def openstaand(self) -> str:
        return f"Van {self.verplichting.kenmerk} staat nog {euro(verplichten.openstaand_van(self.verplichting))} open."

    @property
    def velden(self) -> dict:
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "sleutel"}


class BetalingForm(OpVerplichting):
    """A payment on a verplichting."""

    verb = staticmethod(verplichten.betalen)
    wat = "betaald"
    kenmerk = forms.CharField(
        label="Kenmerk",
        max_length=40,
        help_text="Het nummer van de factuur of de betaling, bijvoorbeeld F-2026-031.",
        error_messages=verplicht("Vul het nummer van de factuur of de betaling in, bijvoorbeeld F-2026-031."),
    )
    omschrijving = forms.CharField(
        label="Omschrijving",
        max_length=200,
        required=False,
        help_text="Bijvoorbeeld: eerste termijn.",
        error_messages={"max_length": verplicht("")["max_length"]},
    )
    field_order = ["kenmerk", "bedrag", "datum", "omschrijving"]

    def boekingen(self):
        return self.verplichting.betalingen.all()

    def clean_kenmerk(self):
        return op_een_regel(self.cleaned_data["kenmerk"])

    def schrijf(self, by):
        return self.verb(self.verplichting, **self.velden, by=by)

    def melding(self, betaling):
        return f"{euro(betaling.bedrag)} is {self.wat}. {self.openstaand()} {nieuwe_stand(betaling.regel)}"


class TerugontvangstForm(BetalingForm):
    """Money that came back on a verplichting."""

    verb = staticmethod(verplichten.terugontvangen)
    wat = "terugontvangen"


class BijstellingForm(OpVerplichting):
    """A verplichting that becomes larger, or smaller by vrijval."""

    MEER, MINDER = "verhoging", "vrijval"
    richting = forms.ChoiceField(
        label="Wat verandert er?",
        choices=[(MEER, "Verhoging: de verplichting wordt groter"), (MINDER, "Vrijval: de verplichting wordt kleiner")],
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies of de verplichting groter of kleiner wordt."),
    )
    reden = lange_tekst(
        "Reden",
        hulp="Bijvoorbeeld: twee trainingen minder dan afgesproken.",
        leeg="Vul in waarom de verplichting verandert, bijvoorbeeld: twee trainingen minder dan afgesproken.",
        rijen=3,
    )
    field_order = ["richting", "bedrag", "datum", "reden"]

    def boekingen(self):
        return self.verplichting.bijstellingen.all()

    def clean_bedrag(self):
        bedrag = self.cleaned_data["bedrag"]
        if bedrag <= 0:
            raise forms.ValidationError(
                "Vul een bedrag in van meer dan € 0. Kies hierboven of het meer of minder wordt."
            )
        return bedrag

    def schrijf(self, by):
        velden = self.velden
        teken = 1 if velden.pop("richting") == self.MEER else -1
        return verplichten.bijstellen(self.verplichting, **velden | {"bedrag": teken * velden["bedrag"]}, by=by)

    def melding(self, bijstelling):
        wat = f"{bijstelling.get_soort_display()} van {euro(abs(bijstelling.bedrag))} is geboekt."
        return f"{wat} {self.openstaand()} {nieuwe_stand(bijstelling.regel)}"
