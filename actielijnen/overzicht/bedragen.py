"""The amounts a budget holder watches: what each is called, what it means, and where its rows are listed."""

from dataclasses import dataclass, field, replace

from actielijnen.begroting.standen import Stand
from actielijnen.overzicht.tabel import Cel, adres, bedrag, deel

DELER = 0  # the sign of the amount that the others are divided by


@dataclass(frozen=True)
class Bedrag:
    """An amount of a Stand; `delen` are the amounts it is computed from: (+1, -1 or DELER, name)."""

    naam: str
    kop: str
    lijst: str = ""
    vraag: dict[str, str] = field(default_factory=dict)
    delen: tuple[tuple[int, str], ...] = ()
    te_veel: str = ""

    def url(self, **waar) -> str:
        """Where the rows of this amount are: its list, or the page that takes it apart."""
        if self.lijst:
            return adres(self.lijst, **self.vraag, **waar)
        return adres("begroting-opbouw", bedrag=self.naam, **waar)

    def cel(self, stand: Stand, **waar) -> Cel:
        return replace(self.uitkomst(stand), url=self.url(**waar))

    @property
    def is_deel(self) -> bool:
        return any(teken == DELER for teken, _ in self.delen)

    def uitkomst(self, stand: Stand) -> Cel:
        """What it comes to: euro, or a percentage."""
        waarde = getattr(stand, self.naam)
        return deel(waarde) if self.is_deel else bedrag(waarde, te_veel=self.te_veel)


# fmt: off
BEDRAGEN = {each.naam: each for each in (
    #      naam            kop                    rijen in              filters of delen
    Bedrag("budget",       "Stand",               "mutaties",           {"budget": "verplichtingen"}),
    Bedrag("gereserveerd", "Gereserveerd",        "reserveringen",      {"status": "open"}),
    Bedrag("aangegaan",    "Aangegaan",           "verplichtingen"),
    Bedrag("bijgesteld",   "Bijgesteld",          "bijstellingen"),
    Bedrag("verplicht",    "Verplicht",           delen=((1, "aangegaan"), (1, "bijgesteld"))),
    Bedrag("openstaand",   "Openstaand",          "verplichtingen"),
    Bedrag("beschikbaar",  "Vrij beschikbaar",    delen=((1, "budget"), (-1, "aangegaan"), (-1, "bijgesteld"), (-1, "gereserveerd")), te_veel="te veel"),
    Bedrag("verplicht_deel", "Verplicht van de stand", delen=((1, "aangegaan"), (1, "bijgesteld"), (DELER, "budget"))),
    Bedrag("kasbudget",    "Kasbudget",           "mutaties",           {"budget": "kas"}),
    Bedrag("betaald",      "Betaald",             "betalingen"),
    Bedrag("kasruimte",    "Kasruimte",           delen=((1, "kasbudget"), (-1, "betaald")), te_veel="te veel"),
    Bedrag("uitputting",   "Uitputting",          delen=((1, "betaald"), (DELER, "kasbudget"))),
)}
# fmt: on

VERPLICHTINGEN = ("budget", "gereserveerd", "verplicht", "beschikbaar", "openstaand", "verplicht_deel")
KAS = ("kasbudget", "betaald", "kasruimte", "uitputting")
SAMENGESTELD = [each for each in BEDRAGEN.values() if each.delen]
