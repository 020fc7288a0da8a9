"""What the staff home shows: the budget, what is open, the latest letter, what calls for attention."""

import rapportage.cijfers  # noqa: F401  registers the figures
from actielijnen.begrotingstabel import begrotingstabel
from actielijnen.models import Herschikking
from agenda import cijfers, klok
from agenda.models import Programma, Tegenspraak

GEBIEDEN = ("nplv.gebieden", "nplv.gemeenten")


def overzicht(programma: Programma | None) -> dict:
    """The context of the staff home; without a programme it says how to load one."""
    if programma is None:
        return {"programma": None}
    vandaag = klok.vandaag()
    vragen = programma.open_vragen.unanswered()
    tegenspraken = list(programma.tegenspraken.all())
    gebieden = cijfers.collect(programma, vandaag, GEBIEDEN)
    return {
        "programma": programma,
        "begroting": begrotingstabel(programma, vandaag),
        "gebieden": gebieden["nplv.gebieden"],
        "gemeenten": gebieden["nplv.gemeenten"],
        "vragen": vragen[:3],
        "aantal_vragen": vragen.count(),
        "open_tegenspraken": [t for t in tegenspraken if t.stand == Tegenspraak.Stand.OPEN],
        "te_bevestigen": sum(t.stand == Tegenspraak.Stand.VOORGESTELD for t in tegenspraken),
        "herschikkingen": Herschikking.objects.van_programma(programma).wachtend().met_regels(),
        "brief": programma.brieven.for_list().first(),
    }
