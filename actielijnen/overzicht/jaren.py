"""The begroting with years beside each other: one amount over all years, and the columns of artikel 13 of one year."""

from collections import defaultdict
from decimal import Decimal

from django import forms
from django.db.models import Sum

from actielijnen.begroting.artikel13 import VASTGESTELD, Kolom13, kolom13
from actielijnen.begroting.standen import NUL, standen, totaal
from actielijnen.models import Budget, Mutatie
from actielijnen.overzicht.bedragen import BEDRAGEN, Bedrag
from actielijnen.overzicht.keuzes import NIET_VERDEELD, ONVERDEELD, Indeling, Keuze, KeuzeForm
from actielijnen.overzicht.tabel import Bedragentabel, Cel, Rij, adres, bedrag

TONEN = [each for each in BEDRAGEN.values() if each.naam not in ("aangegaan", "bijgesteld")]


class MeerjarigForm(KeuzeForm):
    """Which amount is shown for all years."""

    bedrag = forms.ChoiceField(label="Bedrag", choices=[(each.naam, each.kop) for each in TONEN], required=False)
    field_order = ["bedrag", "dekkingsbron"]

    def __init__(self, vraag, found: Indeling):
        super().__init__(vraag, found)
        del self.fields["jaar"]


class Meerjarig(Keuze):
    """One amount of each post, with the years as columns."""

    form_class = MeerjarigForm

    @property
    def bedrag(self) -> Bedrag:
        return BEDRAGEN[self.gekozen.get("bedrag") or "budget"]

    @property
    def tabel(self) -> Bedragentabel:
        jaren = [(sleutel, kop) for sleutel, kop in self.indeling.keuzes_jaar if self._van(sleutel)]
        per_regel = standen(self.regels)

        def cellen(regels, **waar) -> list[Cel]:
            per_jaar = [
                self.bedrag.cel(
                    totaal(per_regel[regel.pk] for regel in self._van(jaar, regels)),
                    **self.als_vraag,
                    **waar,
                    jaar=jaar,
                )
                for jaar, _ in jaren
            ]
            alles = self.bedrag.cel(totaal(per_regel[regel.pk] for regel in regels), **self.als_vraag, **waar)
            return [*per_jaar, alles]

        posten = dict.fromkeys(regel.post for regel in self.regels)
        rijen = [
            Rij(str(post), cellen([each for each in self.regels if each.post == post], post=post.nummer))
            for post in posten
        ]
        rijen.append(Rij("Totaal", cellen(self.regels), is_totaal=True))
        return Bedragentabel(f"{self.bedrag.kop} per jaar", "Post", [*(kop for _, kop in jaren), "Alle jaren"], rijen)

    def _van(self, jaar: str, regels=None) -> list:
        wanted = None if jaar == ONVERDEELD else int(jaar)
        return [regel for regel in (self.regels if regels is None else regels) if regel.jaar == wanted]


class Artikel13Form(KeuzeForm):
    """One year; without a choice the first."""

    def __init__(self, vraag, found: Indeling):
        super().__init__(vraag, found)
        self.fields["jaar"].choices = [("", "Het eerste jaar"), *found.keuzes_jaar]


class Artikel13(Keuze):
    """The columns of a budget document for one year, with the stand of the later years beside it."""

    form_class = Artikel13Form

    @property
    def jaar(self) -> str:
        """The chosen year, else the first that has lines, else what is not divided."""
        eerste = [str(jaar) for jaar in sorted({regel.jaar for regel in self.van_bron if regel.jaar})]
        return super().jaar or (eerste[0] if eerste else ONVERDEELD)

    @property
    def latere_jaren(self) -> list[int]:
        if self.jaar == ONVERDEELD:
            return []
        return sorted({regel.jaar for regel in self.van_bron if regel.jaar and regel.jaar > int(self.jaar)})

    @property
    def tabellen(self) -> list[tuple[str, Bedragentabel]]:
        sommen = self._sommen()
        return [
            ("Verplichtingen", self._tabel(Budget.VERPLICHTINGEN, sommen)),
            ("Kas", self._tabel(Budget.KAS, sommen)),
        ]

    def _sommen(self) -> dict[tuple, Decimal]:
        """Euro per (post, year, column, budget), in one query."""
        rijen = Mutatie.objects.filter(regel__in=[regel.pk for regel in self.van_bron]).order_by()
        sleutel = ("regel__post__nummer", "regel__jaar", "kolom", "budget")
        per_sleutel = rijen.annotate(kolom=kolom13()).values_list(*sleutel).annotate(som=Sum("bedrag"))
        sommen: dict[tuple, Decimal] = defaultdict(lambda: NUL)
        for *waar, som in per_sleutel:
            sommen[tuple(waar)] += som
        return sommen

    def _tabel(self, budget: str, sommen: dict) -> Bedragentabel:
        jaar = None if self.jaar == ONVERDEELD else int(self.jaar)
        kolommen = [
            ("Ontwerp", jaar, [Kolom13.ONTWERP]),
            ("Mutaties", jaar, [Kolom13.TOT_VASTSTELLING]),
            ("Vastgesteld", jaar, list(VASTGESTELD)),
            ("Mutaties na vaststelling", jaar, [Kolom13.NA_VASTSTELLING]),
            ("Stand", jaar, list(Kolom13)),
            *((f"Stand {later}", later, list(Kolom13)) for later in self.latere_jaren),
        ]
        posten = list(dict.fromkeys(regel.post for regel in self.van_bron))

        def cellen(nummers: list[int], **waar) -> list[Cel]:
            return [self._cel(budget, sommen, nummers, van_jaar, welke, waar) for _, van_jaar, welke in kolommen]

        rijen = [Rij(str(post), cellen([post.nummer], post=post.nummer)) for post in posten]
        rijen.append(Rij("Totaal", cellen([post.nummer for post in posten]), is_totaal=True))
        naam = NIET_VERDEELD if jaar is None else str(jaar)
        return Bedragentabel(f"Kolommen van artikel 13, {naam}", "Post", [kop for kop, *_ in kolommen], rijen)

    def _cel(self, budget: str, sommen: dict, nummers: list[int], jaar: int | None, welke: list, waar: dict) -> Cel:
        telt_mee = (budget, Budget.BEIDE)
        delen = ((post, jaar, kolom, soort) for post in nummers for kolom in welke for soort in telt_mee)
        vraag = {"dekkingsbron": self.dekkingsbron, "jaar": jaar or ONVERDEELD, "budget": budget} | waar
        if len(welke) < len(Kolom13):
            vraag["kolom"] = [kolom.value for kolom in welke]
        return bedrag(sum((sommen[deel] for deel in delen), NUL), adres("mutaties", **vraag), te_veel="")
