"""Every amount that goes to a gemeente, whatever the instrument, in one shape and with its bron."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.text import capfirst

from agenda import klok
from agenda.herindeling import Herindeling
from agenda.models import Bron, Gebruiker, Gemeente, Programma
from subsidies.models import Decentralisatieuitkering, Toekenning

S = Decentralisatieuitkering.Status
GEEN_THEMA = "geen thema"


@dataclass(frozen=True)
class Geldstroom:
    """One amount in euro for one gemeente and year. `toen` had it, `gemeente` carries on for it today.

    `is_vast` says that the amount was published or allotted; what is not, is shown but never added up.
    """

    gemeente: Gemeente
    toen: Gemeente
    gebied: str
    instrument: str
    thema: str
    jaar: int
    bedrag: Decimal
    stand: str
    is_vast: bool
    bron: Bron
    vindplaats: str
    url: str

    @property
    def naam_toen(self) -> str:
        """The name of then, if it was another."""
        return "" if self.toen == self.gemeente else self.toen.naam


def stromen(programma: Programma, lezer: Gebruiker) -> list[Geldstroom]:
    """All that `lezer` may see, by name, year and instrument. One query per instrument, one for herindeling."""
    herindeling = Herindeling(klok.vandaag())
    found = [each for read in INSTRUMENTEN for each in read(programma, lezer, herindeling)]
    return sorted(found, key=lambda each: (each.gemeente.naam, each.jaar, each.instrument, each.gebied, each.thema))


def stromen_van(gemeente: Gemeente, lezer: Gebruiker) -> list[Geldstroom]:
    """All that `gemeente` and what went up in it have, of every programme of its kind, real or invented."""
    soort = Programma.Soort.VOORBEELD if gemeente.is_voorbeeld else Programma.Soort.ECHT
    return [
        each
        for programma in Programma.objects.filter(soort=soort)
        for each in stromen(programma, lezer)
        if gemeente in (each.gemeente, each.toen)
    ]


def uitkeringen(programma: Programma, lezer: Gebruiker, herindeling: Herindeling) -> Iterator[Geldstroom]:
    """Grants from a fund; those that were refused or withdrawn give nothing."""
    rijen = Decentralisatieuitkering.objects.visible_to(lezer).filter(programma=programma)
    for each in rijen.exclude(status__in=[S.AFGEWEZEN, S.INGETROKKEN]).for_page():
        yield Geldstroom(
            gemeente=herindeling.nu(each.gemeente),
            toen=each.gemeente,
            gebied="",
            instrument=capfirst(each.fondsuitkering.naam),
            thema=GEEN_THEMA,
            jaar=each.uitkeringsjaar,
            bedrag=each.bedrag,
            stand=each.get_status_display(),
            is_vast=each.status in (S.CIRCULAIRE, S.BETAALD),
            bron=each.bron,
            vindplaats=each.vindplaats,
            url=each.adres_gemeente if lezer.gemeente_id else each.get_absolute_url(),
        )


def toekenningen(programma: Programma, lezer: Gebruiker, herindeling: Herindeling) -> Iterator[Geldstroom]:
    """What another ministry allots for the theme that the programme pays into; the portal registers it only."""
    rijen = Toekenning.objects.visible_to(lezer).geldend().filter(thema__versie__regeling__programma=programma)
    rijen = rijen.filter(thema__is_van_agenda=True)
    for each in rijen.select_related("gebied", "bron", "gemeente", "thema__versie__regeling__programma"):
        regeling = each.thema.versie.regeling
        yield Geldstroom(
            gemeente=herindeling.nu(each.gemeente),
            toen=each.gemeente,
            gebied=each.gebied.naam,
            instrument=regeling.citeertitel,
            thema=each.thema.naam,
            jaar=each.jaar,
            bedrag=each.bedrag,
            stand="Toegekend",
            is_vast=True,
            bron=each.bron,
            vindplaats=each.vindplaats,
            url="" if lezer.gemeente_id else regeling.get_absolute_url(),
        )


# One reader per instrument: a new instrument is one function here.
INSTRUMENTEN: list[Callable[[Programma, Gebruiker, Herindeling], Iterator[Geldstroom]]] = [
    toekenningen,
    uitkeringen,
]
