"""A DU that names an interventie which a later scopetoets puts outside the scope: who proposed it is told."""

from agenda.berichten import stuur
from agenda.models import Gebruiker
from interventies.models import Interventie
from interventies.palet.toetsen import bij_buiten, buiten_scope
from subsidies.models import Decentralisatieuitkering

Status = Decentralisatieuitkering.Status
TERUG_TE_NEMEN = "Het voorstel kan nog worden ingetrokken. Gebeurt dat niet, dan gaat het gewoon door."
# What can still be done about it, by status; nothing about what does not go through. What left is never taken back:
# a DU has no conditions (Financiële-verhoudingswet, art. 13).
WEG = "Het geld is al naar het fonds, en wordt niet teruggevraagd: een uitkering heeft geen voorwaarden."
GEVOLG = {
    Status.VOORSTEL: TERUG_TE_NEMEN,
    Status.AKKOORD: TERUG_TE_NEMEN,
    Status.OVERBOEKING: WEG,
    Status.CIRCULAIRE: WEG,
    Status.BETAALD: WEG,
}


def signaal(uitkering: Decentralisatieuitkering) -> tuple[str, str]:
    """(why the interventie of `uitkering` is outside the scope, what can be done); both empty if there is no signal."""
    gevolg = GEVOLG.get(uitkering.status, "")
    waarom = buiten_scope(uitkering.interventie) if gevolg and uitkering.interventie else ""
    return (waarom, gevolg) if waarom else ("", "")


@bij_buiten
def vertellen(interventie: Interventie, by: Gebruiker) -> None:
    """Tell who proposed a DU that can still be taken back."""
    for each in interventie.uitkeringen.filter(status__in=[Status.VOORSTEL, Status.AKKOORD]).select_related(
        "voorgesteld_door", "programma"
    ):
        stuur("du_buiten_scope", [each.voorgesteld_door], over=each, kenmerk=each.nummer, by=by)
