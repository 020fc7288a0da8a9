"""Background work of the naslag: telling who added a document that the virus scanner refused it after all."""

from agenda.berichten import stuur
from agenda.bestanden.keuring import GEWEIGERD
from agenda.models import Brondocument
from agenda.taken import taak


@taak(GEWEIGERD, naam="Geweigerd bestand melden")
def tell_refusal(taak, *, bestand: str) -> None:
    """Only for what was added before clamd could judge it; else the form said so, and no document exists."""
    for document in Brondocument.objects.present().for_list().filter(bestand=bestand):
        stuur(
            "bestand_geweigerd",
            [document.toegevoegd_door],
            over=document.bron,
            kenmerk=document.bron.sleutel,
            by=taak.aangevraagd_door,
            eenmalig=str(document.pk),
        )
