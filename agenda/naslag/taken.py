"""Background work of the naslag: telling who added a document that the virus scanner refused it after all."""

from agenda.berichten import stuur
from agenda.bestanden.keuring import GEWEIGERD
from agenda.models import Bestand
from agenda.taken import taak


@taak(GEWEIGERD, naam="Geweigerd bestand melden")
def tell_refusal(taak, *, bestand: str) -> None:
    """Only for what was added before clamd could judge it; else the form said so, and no document exists."""
    for relatie in (each for each in Bestand._meta.related_objects if each.one_to_one):
        for document in relatie.related_model.objects.filter(bestand=bestand):
            _tell(document, taak)


def _tell(document, taak) -> None:
    """A document that was taken away is nobody's concern any more."""
    if not getattr(document, "verwijderd_op", None):
        stuur(
            "bestand_geweigerd",
            [document.toegevoegd_door],
            over=document.houder,
            kenmerk=document.houder_in_een_bericht,
            by=taak.aangevraagd_door,
            eenmalig=str(document.pk),
        )
