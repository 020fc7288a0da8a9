"""What the staff home shows: the budget, what is open, the latest letter, what calls for attention."""

import rapportage.cijfers  # noqa: F401  registers the figures
from actielijnen.begrotingstabel import begrotingstabel
from actielijnen.overzicht.aandacht import Aandacht
from agenda import cijfers, klok
from agenda.models import Gebruiker, Programma, Tegenspraak
from rapportage.voorbereiding.stand import stand

GEBIEDEN = ("nplv.gebieden", "nplv.gemeenten")


def overzicht(programma: Programma | None, lezer: Gebruiker) -> dict:
    """The context of the staff home for `lezer`; without a programme it says how to load one."""
    if programma is None:
        return {"programma": None}
    vandaag = klok.vandaag()
    vragen = list(programma.open_vragen.unanswered())
    aandacht = Aandacht(programma, lezer)
    tegenspraken = list(programma.tegenspraken.all())
    gebieden = {} if aandacht.heeft_jaar else cijfers.collect(programma, vandaag, GEBIEDEN)
    return {
        "programma": programma,
        "begroting": begrotingstabel(programma, vandaag, aandacht.posten),
        "gebieden": gebieden.get("nplv.gebieden"),
        "gemeenten": gebieden.get("nplv.gemeenten"),
        "vragen": vragen[:3],
        "aantal_vragen": len(vragen),
        "open_tegenspraken": [t for t in tegenspraken if t.stand == Tegenspraak.Stand.OPEN],
        "te_bevestigen": sum(t.stand == Tegenspraak.Stand.VOORGESTELD for t in tegenspraken),
        "aandacht": aandacht,
        "voorbereiding": stand(programma, lezer),
        "brief": programma.brieven.for_list().first(),
    }
