"""The interventie that a gemeente refers to: one of the catalogue, or what it proposed itself and is not there yet."""

from typing import Any

from interventies.models import Interventie, Interventievoorstel
from subsidies.models import Aanvraag, Antwoord, Formuliervraag

CATALOGUS, EIGEN = "interventie", "voorstel"
WEG = [Interventievoorstel.Status.AFGEWEZEN, Interventievoorstel.Status.INGETROKKEN]
Keuze = tuple[str, str]


def catalogus(aanvraag: Aanvraag):
    """What everybody may see of the interventies of its kind of programma."""
    openbaar = Interventie.objects.openbaar().filter(is_voorbeeld=aanvraag.gemeente.is_voorbeeld)
    return openbaar.select_related("laatste").order_by("laatste__naam", "pk").distinct()


def voorstellen(aanvraag: Aanvraag):
    """What its own gemeente proposed and was not refused or taken back; what was taken over is in the catalogue."""
    own = Interventievoorstel.objects.filter(gemeente=aanvraag.gemeente_id).exclude(status__in=WEG)
    return own.exclude(interventie__in=catalogus(aanvraag).order_by().values("pk"))


def keuzes(aanvraag: Aanvraag, gekozen: dict[str, Any] | None) -> list[tuple[str, list[Keuze]]]:
    """What can be chosen, in groups; also what was chosen before, when it is not there any more."""
    groepen = [
        ("Uit de catalogus", [_keuze(_van_catalogus(each)) for each in catalogus(aanvraag)]),
        ("Door uw gemeente voorgesteld", [_keuze(_van_voorstel(each)) for each in voorstellen(aanvraag)]),
    ]
    known = {sleutel for _, paren in groepen for sleutel, _ in paren}
    if gekozen and gekozen["kies"] not in known:
        groepen.append(("Niet meer in de catalogus", [_keuze(gekozen)]))
    return [groep for groep in groepen if groep[1]]


def bewaard(vraag: Formuliervraag, kies: str, aanvraag: Aanvraag) -> dict[str, Any]:
    """What is kept of the choice `interventie:sleutel` or `voorstel:VST-2026-001`. Raises ValueError, in Dutch."""
    soort, _, sleutel = kies.partition(":")
    if soort == CATALOGUS and (found := catalogus(aanvraag).filter(sleutel=sleutel).first()):
        return _van_catalogus(found)
    if soort == EIGEN and (found := voorstellen(aanvraag).filter(nummer=sleutel).first()):
        return _van_voorstel(found)
    earlier = Antwoord.objects.filter(aanvraag=aanvraag, vraag=vraag, waarde__kies=kies).last()
    if earlier is None:
        raise ValueError(f"Kies bij ‘{vraag}’ een interventie uit de lijst.")
    return earlier.waarde


def in_woorden(verwijzing: dict[str, Any]) -> str:
    """`Ouders voor de klas (interventie ouders-voor-de-klas, versie 2)`."""
    return f"{verwijzing['naam']} ({verwijzing['nummer']})"


def _van_catalogus(interventie: Interventie) -> dict[str, Any]:
    nummer = f"interventie {interventie.sleutel}, versie {interventie.laatste.nummer}"
    return {"kies": f"{CATALOGUS}:{interventie.sleutel}", "naam": str(interventie), "nummer": nummer}


def _van_voorstel(voorstel: Interventievoorstel) -> dict[str, Any]:
    nummer = f"voorstel {voorstel.nummer}, nog niet in de catalogus"
    return {"kies": f"{EIGEN}:{voorstel.nummer}", "naam": voorstel.naam, "nummer": nummer}


def _keuze(verwijzing: dict[str, Any]) -> Keuze:
    return verwijzing["kies"], in_woorden(verwijzing)
