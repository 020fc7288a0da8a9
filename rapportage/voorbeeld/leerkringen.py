"""A leerkring of the example: two meetings that were held, and one to come."""

from datetime import date

from agenda.access import Rol
from agenda.models import Programma
from interventies.models import Interventie, Leerkring
from interventies.palet import leren
from rapportage.voorbeeld.mensen import op

OVER = ["Weerbaarheidstrainingen op school", "Mediawijs in de klas"]
VRAAG = "Hoe houden scholen vol wat zij met een training beginnen?"
WELZIJN, STAD, DAM = "Welzijn Voorbeeld (bedacht)", "Gemeente Voorbeeldstad", "Gemeente Voorbeelddam"

# fmt: off
#    dag                 onderwerp                       organisaties                                  opbrengst
BIJEENKOMSTEN = [
    (date(2026, 9, 17),  "Kennismaken",                  [STAD, DAM, WELZIJN],                         "Elke school wil één mentor die de training kan overnemen."),
    (date(2026, 11, 5),  "De mentor neemt het over",     [STAD, WELZIJN, "Voorbeeldcollege (bedacht)"], "Meelopen met twee trainingen is genoeg om te beginnen. De handleiding krijgt een kort deel voor mentoren."),
    (date(2027, 1, 21),  "Wat ouders merken",            [],                                           ""),
]
# fmt: on


def vul(programma: Programma) -> str:
    """Make the leerkring of the example, once."""
    if not programma.is_voorbeeld or Leerkring.objects.filter(is_voorbeeld=True).exists():
        return "ongewijzigd"
    over = Interventie.objects.filter(laatste__naam__in=OVER, is_voorbeeld=True)
    with op(date(2026, 7, 6), Rol.BEHANDELAAR) as by:
        leerkring = leren.beginnen(
            naam="Leerkring weerbare scholen", vraag=VRAAG, interventies=over, is_voorbeeld=True, by=by
        )
        geplande = [leren.plannen(leerkring, dag=dag, onderwerp=wat, by=by) for dag, wat, _, _ in BIJEENKOMSTEN]
    for bijeenkomst, (dag, _, organisaties, opbrengst) in zip(geplande, BIJEENKOMSTEN, strict=True):
        if opbrengst:
            with op(dag, Rol.BEHANDELAAR) as by:
                leren.opbrengen(bijeenkomst, organisaties="\n".join(organisaties), opbrengst=opbrengst, by=by)
    return "nieuw"
