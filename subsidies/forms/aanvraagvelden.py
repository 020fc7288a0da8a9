"""The field of each kind of question."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django import forms
from django.forms.boundfield import BoundField
from django.utils.formats import number_format

from actielijnen.forms.boeken import Bedrag
from actielijnen.forms.velden import Dag
from agenda.bestanden.regels import UPLOAD, opgesomd
from agenda.money import euro
from agenda.naslag.forms import verplicht
from agenda.ui.formulieren import PortaalVeld
from subsidies.aanvragen import soorten, verwijzen
from subsidies.aanvragen.stand import Stand
from subsidies.aanvragen.tabel import cellen, som
from subsidies.models import Aanvraag, Formuliervraag
from subsidies.regelingen.instellingen import opzet

S = Formuliervraag.Soort
TEMPLATES = {
    S.TABEL: "subsidies/aanvragen/velden/tabel.html",
    S.TOTAAL: "subsidies/aanvragen/velden/totaal.html",
    S.BESTAND: "subsidies/aanvragen/velden/bestand.html",
    S.INTERVENTIE: "subsidies/aanvragen/velden/interventie.html",
}


class Tekst(forms.CharField):
    """A text of some lines; a counter says how much still fits, and the server what is too much."""

    widget = forms.Textarea

    def __init__(self, **options):
        super().__init__(**options)
        self.widget.attrs |= {"rows": 4, "data-maxlength": soorten.LANGST}


class GetoondVeld(PortaalVeld):
    """A question that is not one control: a page writes it out with the template of its kind."""

    @property
    def vraag(self) -> Formuliervraag:
        return self.field.vraag

    @property
    def stand(self) -> Stand:
        return self.form.stand_nu


class Getoond(forms.Field):
    """A question of which the answer comes from elsewhere: other fields, files that are here, or a sum."""

    bound: type[BoundField] = GetoondVeld

    def __init__(self, vraag: Formuliervraag, **options):
        super().__init__(template_name=TEMPLATES[vraag.soort], **options)
        self.vraag = vraag

    def get_bound_field(self, form, field_name):
        return self.bound(form, self, field_name)


@dataclass(frozen=True)
class Rij:
    """One row of a table on the page: its name, its fields with their years, and what it adds up to."""

    naam: str
    velden: list[tuple[int, PortaalVeld]]
    totaal: str


class TabelVeld(GetoondVeld):
    """The fields of the cells as rows, with the totals as they were when the page was made."""

    @property
    def jaren(self) -> list[int]:
        return opzet(self.vraag)[1]

    @cached_property
    def rijen(self) -> list[Rij]:
        rijen, jaren = opzet(self.vraag)
        made = []
        for sleutel, naam in rijen:
            velden = [(jaar, self.form[self.form.naam_van_cel(self.vraag, (sleutel, jaar))]) for jaar in jaren]
            made.append(Rij(naam, velden, _totaal(veld for _, veld in velden)))
        return made

    @property
    def totalen(self) -> list[tuple[int, str]]:
        """What each year adds up to."""
        return [(jaar, _totaal(rij.velden[plek][1] for rij in self.rijen)) for plek, jaar in enumerate(self.jaren)]

    @property
    def totaal(self) -> str:
        return _totaal(veld for rij in self.rijen for _, veld in rij.velden)

    @property
    def anker(self) -> str:
        return self.rijen[0].velden[0][1].id_for_label


def _totaal(velden) -> str:
    """The sum of what these fields show; what is no amount counts as nothing, and its own message says so."""
    return euro(som(_bedrag(veld) for veld in velden))


def _bedrag(veld: PortaalVeld) -> Decimal | None:
    try:
        value = veld.value()
        return value if isinstance(value, Decimal) else veld.field.clean(value)
    except forms.ValidationError:
        return None


class TotaalVeld(GetoondVeld):
    """A sum as it was at the last save."""

    @property
    def antwoord(self):
        return next((each for each in self.form.sectie.antwoorden if each.vraag == self.vraag), None)


class BestandVeld(GetoondVeld):
    """The files that are here, each with a button that takes it away, and room for another."""

    @property
    def bestanden(self) -> list:
        return self.stand.bestanden.get(self.vraag.pk, [])

    @property
    def ruimte(self) -> int:
        return self.vraag.instellingen["aantal"] - len(self.bestanden)

    @property
    def anker(self) -> str:
        """The field that takes a file; when all are here, the button that makes room."""
        return self.id_for_label if self.ruimte > 0 else f"weg_{self.bestanden[0].bestand_id}"


class Tabel(Getoond):
    """All cells of a table; each is a field of its own in the form (SectieForm)."""

    bound = TabelVeld


class Totaal(Getoond):
    """A sum that nobody types."""

    bound = TotaalVeld


class Bestand(Getoond):
    """A file for this question; subsidies.forms.bijvoegen takes it in before the other answers are looked at."""

    widget = forms.FileInput
    bound = BestandVeld

    def __init__(self, vraag: Formuliervraag, **options):
        super().__init__(vraag, **options)
        self.widget.attrs["accept"] = ",".join(f".{extensie}" for extensie in vraag.instellingen["typen"])


class Interventie(forms.ChoiceField):
    """A choice out of the catalogue, or of what the gemeente proposed itself."""

    def __init__(self, **options):
        super().__init__(template_name=TEMPLATES[S.INTERVENTIE], **options)

    def prepare_value(self, value):
        return value["kies"] if isinstance(value, dict) else value


def _tekst(vraag: Formuliervraag, **options) -> forms.Field:
    options["help_text"] = f"{options['help_text']} Er passen {number_format(soorten.LANGST)} tekens.".strip()
    return Tekst(**options)


def _bedrag_veld(vraag: Formuliervraag, **options) -> forms.Field:
    options["help_text"] = options["help_text"] or "In euro, bijvoorbeeld 250.000 of 1.234,50."
    return Bedrag(**options)


def _keuze(vraag: Formuliervraag, **options) -> forms.Field:
    options["error_messages"] |= {"invalid_choice": f"Kies bij ‘{vraag}’ een antwoord uit de lijst."}
    return forms.ChoiceField(choices=vraag.keuzes, widget=forms.RadioSelect, **options)


def _datum(vraag: Formuliervraag, **options) -> forms.Field:
    options.pop("error_messages")
    return Dag(f"Vul bij ‘{vraag}’ een datum in, bijvoorbeeld 31-12-2026.", **options)


def _verklaring(vraag: Formuliervraag, **options) -> forms.Field:
    return forms.BooleanField(**options)


def _tabel(vraag: Formuliervraag, **options) -> forms.Field:
    uitleg = "In euro, bijvoorbeeld 250.000. Is het ergens niets? Laat dat vak leeg."
    options["help_text"] = f"{options['help_text']} {uitleg}".strip()
    return Tabel(vraag, **options)


def _totaal_veld(vraag: Formuliervraag, **options) -> forms.Field:
    options["help_text"] = f"{options['help_text']} Het portaal telt dit op als u opslaat.".strip()
    return Totaal(vraag, **options)


def _bestand(vraag: Formuliervraag, **options) -> forms.Field:
    typen, aantal = vraag.instellingen["typen"], vraag.instellingen["aantal"]
    hoeveel = "Eén bestand" if aantal == 1 else f"Hooguit {aantal} bestanden"
    options["help_text"] = f"{options['help_text']} {hoeveel}: {_groottes(typen)}.".strip()
    return Bestand(vraag, **options)


def _groottes(typen: list[str]) -> str:
    """`PDF hooguit 50 MB; DOCX of ODT hooguit 25 MB`."""
    grenzen = sorted({UPLOAD[extensie].grootste for extensie in typen}, reverse=True)
    per_grens = [(grens, [each for each in typen if UPLOAD[each].grootste == grens]) for grens in grenzen]
    return "; ".join(f"{opgesomd(soorten_)} van hooguit {grens} MB" for grens, soorten_ in per_grens)


def _interventie(vraag: Formuliervraag, **options) -> forms.Field:
    options["error_messages"] |= {"invalid_choice": f"Kies bij ‘{vraag}’ een interventie uit de lijst."}
    return Interventie(**options)


VELDEN: dict[str, Callable[..., forms.Field]] = {
    S.TEKST: _tekst,
    S.BEDRAG: _bedrag_veld,
    S.KEUZE: _keuze,
    S.DATUM: _datum,
    S.VERKLARING: _verklaring,
    S.TABEL: _tabel,
    S.TOTAAL: _totaal_veld,
    S.BESTAND: _bestand,
    S.INTERVENTIE: _interventie,
}


def veld(vraag: Formuliervraag) -> forms.Field:
    """The field of a question: what it asks, when it counts, and what helps to answer it."""
    hulp = [vraag.als_in_woorden, vraag.hulptekst, "Wij raden aan dit in te vullen." if vraag.is_aangeraden else ""]
    return VELDEN[vraag.soort](
        vraag,
        label=vraag.vraag,
        required=vraag.is_verplicht,
        help_text=" ".join(filter(None, hulp)),
        error_messages=verplicht(f"Beantwoord ‘{vraag}’."),
    )


def celvelden(vraag: Formuliervraag) -> dict[tuple[str, int], forms.Field]:
    """A field per cell of a table, called after its thema and year."""
    return {cel: Bedrag(label=naam, required=False, help_text="") for cel, naam in cellen(vraag).items()}


def bied_interventies_aan(field: Interventie, vraag: Formuliervraag, aanvraag: Aanvraag, stand: Stand) -> None:
    gekozen = soorten.gelezen(vraag, stand.waarden.get(vraag.pk, soorten.LEEG))
    field.choices = [("", "Kies een interventie"), *verwijzen.keuzes(aanvraag, gekozen)]
