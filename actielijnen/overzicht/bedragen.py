"""The amounts a budget holder watches: what each is called, what it means, and where its rows are listed."""

from dataclasses import dataclass, field

from actielijnen.begroting.standen import Stand
from actielijnen.overzicht.tabel import Cel, adres, bedrag


@dataclass(frozen=True)
class Bedrag:
    """An amount of a Stand; `delen` are the amounts it is computed from: (+1 or -1, name)."""

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
        return bedrag(getattr(stand, self.naam), self.url(**waar), self.te_veel)


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
    Bedrag("kasbudget",    "Kasbudget",           "mutaties",           {"budget": "kas"}),
    Bedrag("betaald",      "Betaald",             "betalingen"),
    Bedrag("kasruimte",    "Kasruimte",           delen=((1, "kasbudget"), (-1, "betaald")), te_veel="te veel"),
)}
# fmt: on

VERPLICHTINGEN = ("budget", "gereserveerd", "verplicht", "beschikbaar", "openstaand")
KAS = ("kasbudget", "betaald", "kasruimte")
SAMENGESTELD = [each for each in BEDRAGEN.values() if each.delen]
