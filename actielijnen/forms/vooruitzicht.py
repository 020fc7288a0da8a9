"""What people fill in for a prognose: which one, what they expect per post, and the assumptions of the projection."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from actielijnen.begroting.plafond import Geweigerd
from actielijnen.begroting.prognose import Invulling
from actielijnen.forms.boeken import Bedrag
from actielijnen.forms.velden import Dag, Handeling, lange_tekst
from actielijnen.models import Aanname, Begrotingspost, Prognose, Prognoseregel
from agenda import klok
from agenda.levensloop import NietMogelijk
from agenda.money import euro
from agenda.naslag.forms import verplicht

MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()


class Deel(forms.CharField):
    """A percentage from 0 to 100, kept as a share between 0 and 1."""

    def clean(self, value):
        text = super().clean(value)
        try:
            deel = Decimal(text.removesuffix("%").strip().replace(",", ".")) / 100
        except ArithmeticError:
            raise ValidationError(f"‘{text}’ is geen percentage. Schrijf bijvoorbeeld 7,5.") from None
        if not 0 <= deel <= 1:
            raise ValidationError(f"‘{text}’ ligt niet tussen 0 en 100. Schrijf bijvoorbeeld 7,5.")
        return deel.quantize(Decimal("0.0001"))

    def prepare_value(self, value):
        return f"{(value * 100).normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value


class Weigerbaar(Handeling):
    """A form whose verb refuses with Geweigerd; the message comes at the field that it names."""

    def voer_uit(self, verb, *onderwerp, by):
        try:
            return super().voer_uit(verb, *onderwerp, by=by)
        except Geweigerd as fout:
            self.weiger(fout)
        except NietMogelijk as fout:
            self.add_error(None, str(fout))
        return None

    def weiger(self, fout: Geweigerd) -> None:
        self.add_error(fout.veld if fout.veld in self.fields else None, str(fout))


class PrognoseForm(Weigerbaar):
    """Which prognose is made."""

    jaar = forms.TypedChoiceField(
        label="Jaar", coerce=int, error_messages=verplicht("Kies een jaar van de begroting uit de lijst.")
    )
    peildatum = Dag(
        "Vul in tot en met welke dag de betalingen meetellen.",
        label="Peildatum",
        help_text="Betalingen tot en met deze dag tellen als betaald.",
    )
    naam = forms.CharField(
        label="Naam",
        max_length=40,
        help_text="De maand waarin u de prognose maakt, bijvoorbeeld: april 2026.",
        error_messages=verplicht("Vul een naam in, bijvoorbeeld: april 2026."),
    )
    drempel = Bedrag(
        "Vul een bedrag in, bijvoorbeeld 25.000.",
        label="Verklaren vanaf",
        help_text="Wijkt een post dit bedrag of meer af, dan is een verklaring verplicht. Bijvoorbeeld 25.000.",
    )

    def __init__(self, jaren: list[int], *args, **kwargs):
        super().__init__(*args, **kwargs)
        vandaag = klok.vandaag()
        self.fields["jaar"].choices = [(jaar, str(jaar)) for jaar in jaren]
        self.fields["jaar"].initial = vandaag.year if vandaag.year in jaren else jaren[-1]
        self.fields["peildatum"].initial = vandaag
        self.fields["naam"].initial = f"{MAANDEN[vandaag.month - 1]} {vandaag.year}"


class PostForm(Weigerbaar):
    """What is expected on each line of one post, and why it deviates."""

    def __init__(self, prognose: Prognose, post: Begrotingspost, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.rijen = list(prognose.regels.filter(regel__post=post).select_related("regel__post", "regel__dekkingsbron"))
        for rij in self.rijen:
            self.fields |= _velden_van(rij, len(self.rijen) > 1)
        verklaring = prognose.verklaringen.filter(post=post).first()
        self.fields["verklaring"] = forms.CharField(
            label="Verklaring van de afwijking",
            required=False,
            initial=verklaring.tekst if verklaring else "",
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text="Waardoor de prognose anders is dan het kasbudget. Verplicht om vast te stellen als de afwijking "
            f"{euro(prognose.drempel)} of meer is.",
        )

    @property
    def velden(self) -> dict:
        ingevuld = self.cleaned_data
        regels = {
            rij.regel_id: Invulling(
                uit_openstaand=ingevuld[f"openstaand_{rij.regel_id}"],
                nieuw=ingevuld[f"nieuw_{rij.regel_id}"],
                reden=ingevuld[f"reden_{rij.regel_id}"],
            )
            for rij in self.rijen
        }
        return {"regels": regels, "verklaring": ingevuld["verklaring"]}


def _velden_van(rij: Prognoseregel, has_more: bool) -> dict:
    """The fields of one line; with its dekkingsbron where a post has more than one."""
    achter = f" ({rij.regel.dekkingsbron or 'eigen begroting'})" if has_more else ""
    planning = f"Volgens de planning {euro(rij.volgens_planning)}."
    if rij.zonder_planning:
        planning += f" Daarnaast staat {euro(rij.zonder_planning)} open zonder planning."
    return {
        f"openstaand_{rij.regel_id}": Bedrag(
            "Vul een bedrag in. Verwacht u niets meer? Vul dan 0 in.",
            label=f"Verwacht uit openstaand{achter}",
            help_text=planning,
            initial=rij.uit_openstaand,
        ),
        f"reden_{rij.regel_id}": forms.CharField(
            label=f"Waarom anders dan de planning?{achter}",
            required=False,
            initial=rij.reden_openstaand,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="Alleen nodig als u hierboven iets anders invult dan de planning zegt.",
        ),
        f"nieuw_{rij.regel_id}": Bedrag(
            "Vul een bedrag in. Verwacht u niets nieuws? Vul dan 0 in.",
            label=f"Verwacht nieuw{achter}",
            help_text="Wat dit jaar nog wordt betaald van wat nog niet is verplicht.",
            initial=rij.nieuw,
        ),
    }


class AannameForm(Weigerbaar):
    """An assumption: a share with a band, and where it comes from."""

    laag = Deel(label="Laag (%)", error_messages=verplicht("Vul een percentage in, bijvoorbeeld 5."))
    verwacht = Deel(label="Verwacht (%)", error_messages=verplicht("Vul een percentage in, bijvoorbeeld 10."))
    hoog = Deel(label="Hoog (%)", error_messages=verplicht("Vul een percentage in, bijvoorbeeld 15."))
    reden = lange_tekst(
        "Waar komt dit vandaan?",
        hulp="Noem de bron of de ervaring, bijvoorbeeld: opgave van de financieel adviseur van maart.",
        leeg="Schrijf op waar deze aanname vandaan komt.",
        rijen=3,
    )

    @staticmethod
    def waarden_van(aanname: Aanname | None) -> dict:
        if aanname is None:
            return {}
        return {naam: getattr(aanname, naam) for naam in ("laag", "verwacht", "hoog", "reden")}
