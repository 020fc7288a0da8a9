"""What in a begroting asks for somebody's attention: ceilings, late payments, and decisions that wait."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from actielijnen.begroting.standen import Stand, standen, totaal
from actielijnen.begroting.verwachting import achterstallig
from actielijnen.models import Begrotingsjaar, Begrotingsregel, Herschikking, Prognose, Verplichting
from actielijnen.overzicht.bedragen import BEDRAGEN
from actielijnen.overzicht.keuzes import EIGEN, ONVERDEELD
from actielijnen.overzicht.tabel import adres, deel
from actielijnen.perioden import dag
from agenda import klok
from agenda.access import Permission, may
from agenda.money import euro

BIJNA = Decimal("0.90")  # from this part of a ceiling on it is close
EIND_VAN_HET_JAAR = 10  # from this month on what is still reserved in the year is named
PROGNOSE_OUD = 3  # months


@dataclass(frozen=True)
class Signaal:
    """One thing to look at: what it is, where, and how urgent (the tone of a badge)."""

    wat: str
    url: str
    uitleg: str
    badge: str
    toon: str


class Aandacht:
    """What the begroting of a programma asks of `user` today: what he may decide, and the money if he holds it."""

    def __init__(self, programma, user):
        self.programma = programma
        self.jaar = klok.vandaag().year
        self.houdt_budget = may(user, Permission.VERPLICHTING_AANGAAN)
        self.rechten = {
            each: may(user, each)
            for each in (Permission.HERSCHIKKING_AKKOORD, Permission.JAAR_AFSLUITEN, Permission.PROGNOSE_VASTSTELLEN)
        }

    @property
    def is_gevraagd(self) -> bool:
        return self.houdt_budget or any(self.rechten.values())

    @cached_property
    def alle_regels(self) -> list[Begrotingsregel]:
        gevonden = Begrotingsregel.objects.van(self.programma).met_namen()
        return list(gevonden.select_related("post__actielijn__programma"))

    @property
    def regels(self) -> list[Begrotingsregel]:
        """Those of this year, and what is not divided over years."""
        return [regel for regel in self.alle_regels if regel.jaar in (self.jaar, None)]

    @property
    def posten(self) -> list | None:
        """Those of the programma, where its lines were asked for."""
        return list(dict.fromkeys(regel.post for regel in self.alle_regels)) if self.houdt_budget else None

    @cached_property
    def stand(self) -> dict[int, Stand]:
        return standen(self.regels)

    @property
    def stand_van_dit_jaar(self) -> Stand:
        """Of the programma's own budget, without what is not divided over years."""
        return totaal(self.stand[each.pk] for each in self.regels if each.jaar and each.dekkingsbron_id is None)

    @property
    def heeft_jaar(self) -> bool:
        """Whether the reader holds the budget of this year."""
        return self.houdt_budget and any(regel.jaar for regel in self.regels)

    @property
    def cijfers(self) -> list[tuple[str, str, str, str, str]]:
        """The begroting of this year: what, how much, beside what, and where its rows are with the words for it."""
        stand, waar = self.stand_van_dit_jaar, {"jaar": self.jaar, "dekkingsbron": EIGEN}
        rijen = [
            ("budget", f"{deel(stand.verplicht_deel).tekst} is verplicht", "Bekijk de mutaties"),
            ("beschikbaar", f"{euro(stand.gereserveerd)} is gereserveerd", "Bekijk de opbouw"),
            ("kasruimte", f"{deel(stand.uitputting).tekst} van de kas is betaald", "Bekijk de opbouw van de kasruimte"),
            ("openstaand", "nog te betalen, in welk jaar ook", "Bekijk de verplichtingen"),
        ]
        return [
            (
                f"{BEDRAGEN[naam].kop} {self.jaar}",
                euro(getattr(stand, naam)),
                uitleg,
                self.programma.address(BEDRAGEN[naam].url(**waar)),
                linktekst,
            )
            for naam, uitleg, linktekst in rijen
        ]

    @property
    def signalen(self) -> list[Signaal]:
        """The most urgent first."""
        gevonden = [*self._besluiten()]
        if self.houdt_budget:
            gevonden += [*self._plafonds(), *self._te_laat(), *self._gereserveerd()]
        gevonden += self._prognoses()
        volgorde = ["fout", "waarschuwing", "info"]
        return sorted(gevonden, key=lambda signaal: volgorde.index(signaal.toon))

    def _besluiten(self):
        if self.rechten[Permission.HERSCHIKKING_AKKOORD]:
            for each in Herschikking.objects.van_programma(self.programma).wachtend().met_regels():
                wat = f"Herschikking van {euro(each.bedrag)} naar {each.naar.post}"
                uitleg = f"{each.get_status_display()}. Twee anderen dan wie haar voorstelde, geven akkoord."
                yield Signaal(wat, each.get_absolute_url(), uitleg, "wacht op besluit", "waarschuwing")
        if self.rechten[Permission.JAAR_AFSLUITEN]:
            voorgesteld = Begrotingsjaar.objects.filter(status=Begrotingsjaar.Status.VOORGESTELD)
            for each in voorgesteld.filter(programma=self.programma).select_related("programma"):
                uitleg = "Een ander dan wie het voorstelde, sluit het jaar af."
                yield Signaal(
                    f"Jaar {each} afsluiten", each.get_absolute_url(), uitleg, "wacht op besluit", "waarschuwing"
                )

    def _plafonds(self):
        for regel in self.regels:
            stand = self.stand[regel.pk]
            url = self._adres("begroting", jaar=regel.jaar or ONVERDEELD, dekkingsbron=regel.dekkingsbron_id or EIGEN)
            for vrij, van, wat in (
                (stand.beschikbaar, stand.budget, "verplicht of gereserveerd"),
                (stand.kasruimte, stand.kasbudget, "betaald"),
            ):
                if vrij < 0:
                    uitleg = f"Er is {euro(-vrij)} meer {wat} dan mag."
                    yield Signaal(str(regel), url, uitleg, "boven het budget", "fout")
                elif van and 1 - vrij / van >= BIJNA:
                    uitleg = f"{deel(1 - vrij / van).tekst} is {wat}. Er is nog {euro(vrij)}."
                    yield Signaal(str(regel), url, uitleg, "bijna op", "waarschuwing")

    def _te_laat(self):
        if aantal := achterstallig(Verplichting.objects.van(self.programma)).count():
            wat = "1 verplichting loopt" if aantal == 1 else f"{aantal} verplichtingen lopen"
            url = self._adres("verplichtingen", achterstallig="ja")
            uitleg = "Volgens de planning was er vóór deze maand meer betaald."
            yield Signaal(f"{wat} achter op de planning", url, uitleg, "te laat", "waarschuwing")

    def _gereserveerd(self):
        som = self.stand_van_dit_jaar.gereserveerd
        if som and klok.vandaag().month >= EIND_VAN_HET_JAAR:
            url = self._adres("reserveringen", status="open", jaar=self.jaar, dekkingsbron=EIGEN)
            uitleg = f"Zet het om in een verplichting of laat het vervallen, vóór het einde van {self.jaar}."
            yield Signaal(f"{euro(som)} is nog gereserveerd in {self.jaar}", url, uitleg, "loopt af", "waarschuwing")

    def _prognoses(self):
        is_onverdeeld = self.houdt_budget and not self.heeft_jaar
        if is_onverdeeld or not self.rechten[Permission.PROGNOSE_VASTSTELLEN]:
            return
        prognoses = list(Prognose.objects.van(self.programma).filter(jaar=self.jaar).select_related("programma"))
        for each in prognoses:
            if not each.is_vastgesteld:
                uitleg = "Een ander dan wie haar maakte of invulde, stelt haar vast."
                yield Signaal(f"Prognose {each}", each.get_absolute_url(), uitleg, "concept", "info")
        peildatums = [each.peildatum for each in prognoses if each.is_vastgesteld]
        if self.heeft_jaar and (not peildatums or max(peildatums) < maanden_terug(klok.vandaag(), PROGNOSE_OUD)):
            uitleg = f"De laatste heeft als peildatum {dag(max(peildatums))}." if peildatums else "Er is er nog geen."
            wat = f"Maak een nieuwe prognose over {self.jaar}"
            yield Signaal(wat, self._adres("prognoses"), uitleg, "ontbreekt", "info")

    def _adres(self, naam: str, **vraag) -> str:
        return self.programma.address(adres(naam, **vraag))


def maanden_terug(vanaf: date, aantal: int) -> date:
    """The first day of the month that lies `aantal` months before `vanaf`."""
    maand = vanaf.year * 12 + vanaf.month - 1 - aantal
    return date(maand // 12, maand % 12 + 1, 1)
