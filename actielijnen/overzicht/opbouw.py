"""How an amount is computed from others: the parts with their sign, each leading to its rows."""

from django import forms

from actielijnen.begroting.standen import standen, totaal
from actielijnen.overzicht.bedragen import BEDRAGEN, DELER, SAMENGESTELD, Bedrag
from actielijnen.overzicht.keuzes import Indeling, Keuze, KeuzeForm
from actielijnen.overzicht.tabel import Bedragentabel, Cel, Rij


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
    def kop(self) -> str:
        return self.bedrag.kop

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
        delen = [(teken, BEDRAGEN[naam].kop.lower()) for teken, naam in self.bedrag.delen]
        som = "".join(f"{tekens[teken]}{kop}" for teken, kop in delen if teken != DELER).removeprefix(" + ")
        deler = "".join(f" ÷ {kop}" for teken, kop in delen if teken == DELER)
        return f"{self.bedrag.kop} = {f'({som})' if deler and ' + ' in som else som}{deler}"

    @property
    def tabel(self) -> Bedragentabel:
        regels = [regel for regel in self.regels if self.post in ("", str(regel.post.nummer))]
        stand = totaal(standen(regels).values())
        woorden = {1: "erbij", -1: "eraf", DELER: "gedeeld door"}
        rijen = [
            Rij(f"{BEDRAGEN[naam].kop}", [Cel(woorden[teken]), BEDRAGEN[naam].cel(stand, **self.als_vraag)])
            for teken, naam in self.bedrag.delen
        ]
        som = self.bedrag.uitkomst(stand)
        rijen.append(Rij(self.bedrag.kop, [Cel("uitkomst" if self.bedrag.is_deel else "samen"), som], is_totaal=True))
        return Bedragentabel(f"{self.bedrag.kop}: {som.tekst}", "Onderdeel", ["Telt", "Bedrag"], rijen)
