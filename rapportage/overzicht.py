"""What the staff home shows: the budget, what is open, the latest letter, what calls for attention."""

from decimal import Decimal

import rapportage.cijfers  # noqa: F401  registers the figures
from actielijnen.models import Begrotingspost
from agenda import cijfers, klok
from agenda.models import OpenVraag, Programma, Tegenspraak
from agenda.ui.grafieken import Staaf, Staafdiagram
from rapportage.models import Brief

KERNCIJFERS = ("begroting.totaal", "nplv.gebieden", "nplv.gemeenten")


def overzicht(programma: Programma | None) -> dict:
    """The context of the staff home; without a programme it says how to load one."""
    if programma is None:
        return {"programma": None}
    vragen = OpenVraag.objects.filter(programma=programma, beantwoord_door__isnull=True)
    tegenspraken = Tegenspraak.objects.filter(programma=programma)
    open_tegenspraken = [t for t in tegenspraken if t.stand == Tegenspraak.Stand.OPEN]
    return {
        "programma": programma,
        "vandaag": klok.vandaag(),
        "vragen": vragen[:3],
        "aantal_vragen": vragen.count(),
        "open_tegenspraken": open_tegenspraken,
        "te_bevestigen": sum(t.stand == Tegenspraak.Stand.VOORGESTELD for t in tegenspraken),
        "brief": Brief.objects.filter(programma=programma).select_related("opname", "pdf").first(),
        **begroting(programma),
    }


def begroting(programma: Programma) -> dict:
    """The budget per post as a chart, and the key figures beside it, all from the registry."""
    posten = {f"begroting.post.{post.nummer}": post for post in Begrotingspost.objects.filter(programma=programma)}
    if not posten:
        return {"grafiek": None, "kerncijfers": {}}
    gevonden = cijfers.collect(programma, klok.vandaag(), [*KERNCIJFERS, *posten])
    staven = [
        Staaf(str(post), Decimal(gevonden[naam].waarde), gevonden[naam].kaal) for naam, post in posten.items()
    ]
    grootste = max(staven, key=lambda staaf: staaf.waarde)
    return {
        "kerncijfers": {naam.replace(".", "_"): gevonden[naam] for naam in KERNCIJFERS},
        "grafiek": Staafdiagram(
            titel="Begroting per post, indicatief en niet verdeeld over jaren",
            conclusie=f"De meeste middelen zijn voor ‘{grootste.label}’: {grootste.tekst}.",
            staven=staven,
            kolommen="Post | Bedrag (indicatief) >",
        ),
    }
