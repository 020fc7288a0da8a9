"""How an amount is computed from others: the parts with their sign, each leading to its rows."""

from django import forms

from actielijnen.begroting.standen import standen, totaal
from actielijnen.overzicht.bedragen import BEDRAGEN, SAMENGESTELD, Bedrag
from actielijnen.overzicht.keuzes import Indeling, Keuze, KeuzeForm
from actielijnen.overzicht.tabel import Bedragentabel, Cel, Rij, bedrag
from agenda.money import euro


class OpbouwForm(KeuzeForm):
    """Which amount, of which post."""

    bedrag = forms.ChoiceField(label="Bedrag", choices=[(each.naam, each.kop) for each in SAMENGESTELD], required=False)
    post = forms.ChoiceField(label="Post", required=False)
    field_order = ["bedrag", "post", "jaar", "dekkingsbron"]

    def __init__(self, vraag, found: Indeling):
        super().__init__(vraag, found)
        self.fields["post"].choices = [("", "Alle posten"), *found.keuzes_post]


class Opbouw(Keuze):
    """One computed amount for the chosen post, year and dekkingsbron."""

    form_class = OpbouwForm

    @property
    def bedrag(self) -> Bedrag:
        return BEDRAGEN[self.gekozen.get("bedrag") or SAMENGESTELD[0].naam]

    @property
    def post(self) -> str:
        return self.gekozen.get("post", "")

    @property
    def als_vraag(self) -> dict[str, str]:
        return super().als_vraag | ({"post": self.post} if self.post else {})

    @property
    def in_woorden(self) -> str:
        return f"{dict(self.indeling.keuzes_post).get(self.post, 'Alle posten')}, {super().in_woorden}"

    @property
    def formule(self) -> str:
        """`Vrij beschikbaar = stand − aangegaan − bijgesteld − gereserveerd`."""
        tekens = {1: " + ", -1: " − "}
        delen = "".join(f"{tekens[teken]}{BEDRAGEN[naam].kop.lower()}" for teken, naam in self.bedrag.delen)
        return f"{self.bedrag.kop} = {delen.removeprefix(' + ')}"

    @property
    def tabel(self) -> Bedragentabel:
        regels = [regel for regel in self.regels if self.post in ("", str(regel.post.nummer))]
        stand = totaal(standen(regels).values())
        woorden = {1: "erbij", -1: "eraf"}
        rijen = [
            Rij(f"{BEDRAGEN[naam].kop}", [Cel(woorden[teken]), BEDRAGEN[naam].cel(stand, **self.als_vraag)])
            for teken, naam in self.bedrag.delen
        ]
        som = getattr(stand, self.bedrag.naam)
        rijen.append(Rij(self.bedrag.kop, [Cel("samen"), bedrag(som, te_veel=self.bedrag.te_veel)], is_totaal=True))
        return Bedragentabel(f"{self.bedrag.kop}: {euro(som)}", "Onderdeel", ["Telt", "Bedrag"], rijen)
