"""Which files answer a question of an aanvraag, and how one goes."""

from agenda import audit, klok
from agenda.bestanden.verwijderen import wissen
from agenda.models import Gebruiker
from subsidies.models import Aanvraag, Aanvraagbestand, Formuliervraag


def van(aanvraag: Aanvraag, *vragen: Formuliervraag, ooit: bool = False) -> list[Aanvraagbestand]:
    """The files that now answer these questions, in the order in which they came; with `ooit` those of before too."""
    found = aanvraag.bestanden.all() if ooit else aanvraag.bestanden.present()
    return list(found.filter(vraag__in=vragen).select_related("bestand", "toegevoegd_door"))


def laat_vervallen(aanvraag: Aanvraag, vragen: list[Formuliervraag], *, by: Gebruiker) -> None:
    """Take away the files of questions that are not asked any more, within the transaction that says so."""
    for stuk in aanvraag.bestanden.filter(vraag__in=vragen, verwijderd_op=None).select_related("bestand", "aanvraag"):
        haal_weg(stuk, by=by)


def haal_weg(stuk: Aanvraagbestand, *, by: Gebruiker) -> None:
    """Of an aanvraag that was received the content stays, since the receipt names it."""
    stuk.verwijderd_op, stuk.verwijderd_door = klok.nu(), by
    stuk.save(update_fields=["verwijderd_op", "verwijderd_door"])
    if stuk.aanvraag.ontvangen_op is None and stuk.bestand.gewist_op is None:
        wissen(stuk.bestand)
    audit.record(stuk.aanvraag, "aanvraag_bestand_weg", by=by, bestand=str(stuk.bestand_id))
