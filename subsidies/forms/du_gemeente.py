"""What somebody of a gemeente sends in about a decentralisatie-uitkering, or tells of his own accord."""

from django import forms
from django.urls import reverse

from actielijnen.forms.boeken import Boekformulier
from actielijnen.forms.velden import lange_tekst
from agenda.models import Gemeente
from subsidies import terugkoppelen
from subsidies.du import aanmelden, akkoord
from subsidies.forms.vrij import Vrij
from subsidies.models import Decentralisatieuitkering


class VanGemeente(Boekformulier):
    """Something that is sent in for one gemeente."""

    def __init__(self, gemeente: Gemeente, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.gemeente = gemeente


class AanmeldForm(VanGemeente):
    """That the gemeente is interested."""

    plan = lange_tekst(
        "Wat is uw gemeente van plan?",
        hulp="Een paar zinnen zijn genoeg. U vraagt geen bedrag en zit nergens aan vast.",
        leeg="Schrijf in een paar zinnen wat uw gemeente van plan is.",
        rijen=6,
    )

    def schrijf(self, by):
        return aanmelden.aanmelden(self.gemeente, plan=self.cleaned_data["plan"], by=by)

    def melding(self, aanmelding):
        return f"Uw gemeente is aangemeld, met nummer {aanmelding}. U krijgt bericht als er een voorstel is."

    def adres(self, aanmelding):
        return reverse("gemeente-uitkeringen")


class AfwijsForm(Vrij, Boekformulier):
    """That the gemeente does not agree; a reason is not needed."""

    reden = forms.CharField(
        label="Wilt u zeggen waarom?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="U hoeft geen reden te geven.",
    )

    def __init__(self, uitkering: Decentralisatieuitkering, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.uitkering = uitkering

    def schrijf(self, by):
        akkoord.afwijzen(self.uitkering, reden=self.cleaned_data["reden"], by=by)
        return self.uitkering

    def melding(self, uitkering):
        return f"U bent niet akkoord met {uitkering}. Het ministerie van SZW krijgt bericht."

    def adres(self, uitkering):
        return uitkering.adres_gemeente


class TerugkoppelForm(VanGemeente):
    """What somebody tells of his own accord."""

    tekst = lange_tekst(
        "Wat wilt u vertellen?",
        hulp="Bijvoorbeeld wat goed werkt in uw gemeente. Schrijf geen namen van personen op.",
        leeg="Schrijf op wat u wilt vertellen, of verlaat de pagina.",
        rijen=6,
    )

    def schrijf(self, by):
        return terugkoppelen.terugkoppelen(self.gemeente, tekst=self.cleaned_data["tekst"], by=by)

    def melding(self, terugkoppeling):
        return "Dank u wel. Wij hebben uw verhaal bewaard."

    def adres(self, terugkoppeling):
        return reverse("gemeente-terugkoppeling")
