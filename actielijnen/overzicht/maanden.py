"""Planned against realised payments per month of a year."""

from calendar import monthrange
from datetime import date
from decimal import Decimal
from functools import cached_property

from django import forms
from django.db.models import Sum
from django.db.models.functions import TruncMonth
from django.utils.formats import date_format

from actielijnen.begroting.standen import NUL, netto
from actielijnen.models import Betaaltermijn, Betaling
from actielijnen.overzicht.keuzes import Indeling, Keuze, KeuzeForm
from actielijnen.overzicht.maandgrafiek import Maand, Maandgrafiek
from actielijnen.overzicht.tabel import Bedragentabel, Cel, Rij, adres, bedrag
from agenda import klok
from agenda.money import euro

VERSCHIL = "Betaald min gepland"


class MaandenForm(KeuzeForm):
    """One year; what is not divided over years has months of every year."""

    def __init__(self, vraag, found: Indeling):
        super().__init__(vraag, found)
        jaren = found.jaren or [*range(klok.vandaag().year - 3, klok.vandaag().year + 1)]
        self.fields["jaar"].choices = [("", "Dit jaar"), *((str(jaar), str(jaar)) for jaar in jaren)]


class Maanden(Keuze):
    """The months of the chosen year, of the lines of the chosen dekkingsbron."""

    form_class = MaandenForm

    @property
    def kalenderjaar(self) -> int:
        """The chosen year, else this one if the begroting has it, else the first that it has."""
        jaren, nu = self.indeling.jaren, klok.vandaag().year
        return int(self.jaar) if self.jaar else nu if nu in jaren or not jaren else jaren[0]

    @property
    def in_woorden(self) -> str:
        return f"{self.kalenderjaar}, {self.bron_in_woorden}"

    @cached_property
    def per_maand(self) -> list[tuple[date, Decimal, Decimal]]:
        """Of each month what is planned and what is paid net, in euro; two queries."""
        lijnen = [regel.pk for regel in self.van_bron]
        termijnen = Betaaltermijn.objects.filter(vervangen_op=None, maand__year=self.kalenderjaar)
        gepland = termijnen.filter(verplichting__regel__in=lijnen).order_by().values_list("maand")
        betalingen = Betaling.objects.filter(regel__in=lijnen, datum__year=self.kalenderjaar).order_by()
        betaald = betalingen.annotate(maand=TruncMonth("datum")).values_list("maand").annotate(som=netto())
        plan, werkelijk = dict(gepland.annotate(som=Sum("bedrag"))), dict(betaald)
        maanden = [date(self.kalenderjaar, maand, 1) for maand in range(1, 13)]
        return [(maand, plan.get(maand, NUL), werkelijk.get(maand, NUL)) for maand in maanden]

    @property
    def tabel(self) -> Bedragentabel:
        rijen = [self._rij(date_format(maand, "F"), str(maand.month), *sommen) for maand, *sommen in self.per_maand]
        rijen.append(self._rij("Hele jaar", "", *self.heel_jaar, is_totaal=True))
        koppen = ["Gepland", "Betaald", VERSCHIL]
        return Bedragentabel(f"Betalingen per maand, {self.kalenderjaar}", "Maand", koppen, rijen)

    def _rij(self, titel: str, maand: str, gepland: Decimal, betaald: Decimal, **velden) -> Rij:
        waar = {"jaar": self.kalenderjaar, "dekkingsbron": self.dekkingsbron} | ({"maand": maand} if maand else {})
        verschil = bedrag(betaald - gepland, adres("begroting-maand", **waar), te_veel="")
        return Rij(titel, [*self.delen(maand, gepland, betaald), verschil], **velden)

    @property
    def heel_jaar(self) -> list[Decimal]:
        """What is planned and what is paid in the whole year, in euro."""
        return [sum(kolom, NUL) for kolom in list(zip(*self.per_maand, strict=True))[1:]]

    def delen(self, maand: str, gepland: Decimal, betaald: Decimal) -> list[Cel]:
        """The two amounts of a month (empty: of the whole year), each leading to its rows."""
        eerste = date(self.kalenderjaar, int(maand or 1), 1)
        laatste = eerste.replace(month=int(maand or 12))
        einde = laatste.replace(day=monthrange(laatste.year, laatste.month)[1])
        waar = {"dekkingsbron": self.dekkingsbron, "van": eerste.isoformat()}
        return [
            bedrag(gepland, adres("betaaltermijnen", **waar, tot=laatste.isoformat()), te_veel=""),
            bedrag(betaald, adres("betalingen", **waar, tot=einde.isoformat()), te_veel=""),
        ]

    @property
    def grafiek(self) -> Maandgrafiek | None:
        """Two columns for each month; None for a year in which nothing is planned or paid."""
        if not any(som for _, *sommen in self.per_maand for som in sommen):
            return None
        gepland, betaald = self.heel_jaar
        return Maandgrafiek(
            titel=f"Gepland en betaald per maand, {self.kalenderjaar}",
            conclusie=f"Over het hele jaar is {euro(betaald)} betaald en {euro(gepland)} gepland.",
            maanden=[Maand(date_format(maand, "b"), *sommen) for maand, *sommen in self.per_maand],
        )


class MaandForm(MaandenForm):
    """One month of one year; without a choice the whole year."""

    maand = forms.ChoiceField(label="Maand", required=False)
    field_order = ["maand", "jaar", "dekkingsbron"]

    def __init__(self, vraag, found: Indeling):
        super().__init__(vraag, found)
        namen = [(str(nummer), date_format(date(2000, nummer, 1), "F")) for nummer in range(1, 13)]
        self.fields["maand"].choices = [("", "Het hele jaar"), *namen]


class Maandopbouw(Maanden):
    """How the difference between what was paid and what was planned in one month comes about."""

    form_class = MaandForm

    @property
    def maand(self) -> str:
        return self.gekozen.get("maand", "")

    @property
    def in_woorden(self) -> str:
        return f"{dict(self.form.fields['maand'].choices)[self.maand]} {super().in_woorden}"

    @property
    def kop(self) -> str:
        return VERSCHIL

    @property
    def formule(self) -> str:
        return f"{VERSCHIL} = betaald − gepland"

    @property
    def tabel(self) -> Bedragentabel:
        gepland, betaald = self.per_maand[int(self.maand) - 1][1:] if self.maand else self.heel_jaar
        eraf, erbij = self.delen(self.maand, gepland, betaald)
        som = betaald - gepland
        rijen = [
            Rij("Betaald", [Cel("erbij"), erbij]),
            Rij("Gepland", [Cel("eraf"), eraf]),
            Rij(VERSCHIL, [Cel("samen"), bedrag(som, te_veel="")], is_totaal=True),
        ]
        return Bedragentabel(f"{VERSCHIL}: {euro(som)}", "Onderdeel", ["Telt", "Bedrag"], rijen)
