"""What a gemeente has to do about its aanvragen, and until when: the first page that its people open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from django.urls import reverse

from agenda import klok
from agenda.access import Permission, may
from agenda.models import Gebruiker
from subsidies.aanvragen.tijdvak import Tijdvak, geldende_storingen, tijdvak
from subsidies.models import Aanvraag, Aanvulling, Handtekening, RegelingVersie

MINISTERIE, GEMEENTE, NIEMAND = "Het ministerie", "Uw gemeente", "Niemand"
# fmt: off
AAN_ZET = {
    Aanvraag.Status.CONCEPT:     GEMEENTE,
    Aanvraag.Status.AANVULLING:  GEMEENTE,
    Aanvraag.Status.INGEDIEND:   MINISTERIE,
    Aanvraag.Status.COMPLEET:    MINISTERIE,
    Aanvraag.Status.INGETROKKEN: NIEMAND,
}
# fmt: on


@dataclass(frozen=True)
class Plicht:
    """Something that can or must be done before `uiterlijk`; `te_laat` once that is past."""

    uiterlijk: datetime
    wat: str
    waarvan: str
    url: str
    te_laat: bool = False


def plichten(reader: Gebruiker, open_nu: Sequence[tuple[RegelingVersie, Tijdvak]]) -> list[Plicht]:
    """All that waits for the gemeente of `reader`, the first deadline on top.

    `open_nu` are the regelingen under which it can apply; of those that it did not begin with, only the end counts.
    """
    levend = list(Aanvraag.objects.visible_to(reader).levend().for_list())
    concepten = [each for each in levend if each.is_concept]
    begonnen = {each.versie_id for each in levend if each.gemeente_id == reader.gemeente_id}
    found = [*_concepten(concepten), *_aanvullingen(levend)]
    found += _handtekeningen(levend, {each.url: each for each in found}, reader)
    found += [
        Plicht(vak.laatste_minuut, "Aanvragen kan nog", str(versie), reverse("gemeente-aanvragen"))
        for versie, vak in open_nu
        if versie.pk not in begonnen
    ]
    return sorted(found, key=lambda each: each.uiterlijk)


def _concepten(concepten: list[Aanvraag]) -> Iterator[Plicht]:
    storingen = geldende_storingen() if concepten else []
    for each in concepten:
        vak = tijdvak(each.versie, storingen)
        if vak and klok.nu() < vak.sluit:
            yield Plicht(vak.laatste_minuut, "Concept afmaken en indienen", str(each.versie), each.adres_gemeente)


def _aanvullingen(aanvragen: list[Aanvraag]) -> Iterator[Plicht]:
    asked = {each.pk: each for each in aanvragen if each.is_aan_te_vullen}
    for each in Aanvulling.objects.open().filter(aanvraag__in=asked) if asked else []:
        aanvraag = asked[each.aanvraag_id]
        einde = datetime.combine(each.uiterlijk_op + timedelta(days=1), time.min, klok.AMSTERDAM) - timedelta(minutes=1)
        waarvan = f"{aanvraag.kenmerk}, {aanvraag.versie}"
        yield Plicht(einde, "Aanvraag aanvullen", waarvan, aanvraag.adres_gemeente, each.is_te_laat)


def _handtekeningen(aanvragen: list[Aanvraag], found: dict[str, Plicht], reader: Gebruiker) -> Iterator[Plicht]:
    """What waits for the signature of `reader`: it is needed by the day of what is `found` to do with that aanvraag."""
    wanted = {each.pk: each for each in aanvragen if each.versie.tweede_handtekening and each.adres_gemeente in found}
    if not wanted or not may(reader, Permission.AANVRAAG_ONDERTEKENEN):
        return
    rows = Handtekening.objects.filter(aanvraag__in=wanted).order_by("aanvraag_id", "-pk").distinct("aanvraag_id")
    for each in rows:
        aanvraag = wanted[each.aanvraag_id]
        if each.is_gevraagd and each.aan_id == reader.pk and each.bewaard == aanvraag.bewaard:
            before = found[aanvraag.adres_gemeente]
            yield replace(before, wat="Lezen en ondertekenen", url=aanvraag.adres_ondertekenen)
