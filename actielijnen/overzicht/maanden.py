"""Planned against realised payments per month of a year."""

from calendar import monthrange
from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.db.models.functions import TruncMonth
from django.utils.formats import date_format

from actielijnen.begroting.standen import NUL, netto
from actielijnen.models import Betaaltermijn, Betaling
from actielijnen.overzicht.keuzes import Indeling, Keuze, KeuzeForm
from actielijnen.overzicht.tabel import Bedragentabel, Rij, adres, bedrag
from agenda import klok
from agenda.money import euro
from agenda.ui.grafieken import Staaf, Staafdiagram


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
        rijen = [self._rij(date_format(maand, "F"), maand, maand, *bedragen) for maand, *bedragen in self.per_maand()]
        som = [sum(kolom, NUL) for kolom in list(zip(*self.per_maand(), strict=True))[1:]]
        eerste, laatste = date(self.kalenderjaar, 1, 1), date(self.kalenderjaar, 12, 1)
        rijen.append(self._rij("Hele jaar", eerste, laatste, *som, is_totaal=True))
        koppen = ["Gepland", "Betaald", "Betaald min gepland"]
        return Bedragentabel(f"Betalingen per maand, {self.kalenderjaar}", "Maand", koppen, rijen)

    def _rij(self, titel: str, van: date, tot: date, gepland: Decimal, betaald: Decimal, **velden) -> Rij:
        waar = {"dekkingsbron": self.dekkingsbron, "van": van.isoformat()}
        einde = tot.replace(day=monthrange(tot.year, tot.month)[1]).isoformat()
        cellen = [
            bedrag(gepland, adres("betaaltermijnen", **waar, tot=tot.isoformat()), te_veel=""),
            bedrag(betaald, adres("betalingen", **waar, tot=einde), te_veel=""),
            bedrag(betaald - gepland, te_veel=""),
        ]
        return Rij(titel, cellen, **velden)

    @property
    def grafiek(self) -> Staafdiagram | None:
        """Two bars for each month in which something is planned or paid; None for an empty year."""
        maanden = self.per_maand()
        staven = [
            Staaf(f"{date_format(maand, 'F')}, {wat}", max(som, NUL), euro(som))
            for maand, gepland, betaald in maanden
            if gepland or betaald
            for wat, som in (("gepland", gepland), ("betaald", betaald))
        ]
        if not staven:
            return None
        gepland, betaald = (sum(each[kolom] for each in maanden) for kolom in (1, 2))
        return Staafdiagram(
            titel=f"Gepland en betaald per maand, {self.kalenderjaar}",
            conclusie=f"Over het hele jaar is {euro(betaald)} betaald en {euro(gepland)} gepland.",
            staven=staven,
            kolommen="Maand | Bedrag >",
        )
