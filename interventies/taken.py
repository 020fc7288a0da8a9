"""Background work: who judges interventies hears in time that a judgement runs out, and that it did."""

from agenda import berichten
from agenda.access import Permission
from agenda.models import Gebruiker
from interventies.models import Bewijsoordeel
from interventies.palet.beoordelen import NADERT, VERSTREKEN


@berichten.again_and_again
def herbeoordeling_vragen() -> None:
    """Of each interventie that goes on, once before its last judgement runs out, and once after."""
    for oordeel in Bewijsoordeel.objects.te_herbeoordelen().select_related("interventie"):
        if not oordeel.is_geldig:
            berichten.afhandelen(NADERT, oordeel.interventie)
        berichten.stuur(
            NADERT if oordeel.is_geldig else VERSTREKEN,
            Gebruiker.objects.with_permission(Permission.INTERVENTIE_BEOORDELEN),
            over=oordeel.interventie,
            kenmerk=f"interventie {oordeel.interventie.sleutel}",
            by=Gebruiker.objects.systeem(),
            eenmalig=oordeel.geldig_tot.isoformat(),
        )
