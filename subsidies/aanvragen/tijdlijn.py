"""The story of an aanvraag for everybody who may see it; the gemeente reads no names of staff."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime

from agenda.models import Gebruiker
from subsidies.models import Aanvraag, Aanvulling, Handtekening

MINISTERIE = "Het ministerie van SZW"
# fmt: off
TEKENEN = {
    Handtekening.Soort.GEVRAAGD:  "Tweede handtekening gevraagd",
    Handtekening.Soort.GEZET:     "Ondertekend door een tweede persoon",
    Handtekening.Soort.GEWEIGERD: "Niet ondertekend",
}
# fmt: on


@dataclass(frozen=True)
class Gebeurtenis:
    """One thing that happened, as the component tijdlijn shows it; `op` orders them."""

    op: datetime
    titel: str
    door: str
    uitleg: str = ""

    @property
    def moment(self) -> str:
        return date_format(localtime(self.op), r"j F Y, H.i \u\u\r")


def tijdlijn(aanvraag: Aanvraag, *, voor_gemeente: bool) -> list[Gebeurtenis]:
    """What happened to `aanvraag`, the newest first. Staff does not read how the gemeente came to it."""
    rows = [each for part in (_life, _supplements, _signatures) for each in part(aanvraag, voor_gemeente)]
    return sorted(rows, key=lambda each: each.op, reverse=True)


def _life(aanvraag: Aanvraag, voor_gemeente: bool) -> Iterator[Gebeurtenis]:
    if voor_gemeente:
        yield Gebeurtenis(aanvraag.begonnen_op, "Begonnen", _naam(aanvraag.begonnen_door))
    if aanvraag.ontvangen_op:
        titel = f"Ingediend, met kenmerk {aanvraag.kenmerk}"
        yield Gebeurtenis(aanvraag.ontvangen_op, titel, _naam(aanvraag.ingediend_door))
    if aanvraag.compleet_op:
        yield Gebeurtenis(aanvraag.compleet_op, "Compleet", _staf(aanvraag.compleet_door, voor_gemeente))
    if aanvraag.ingetrokken_op:
        wie = _naam(aanvraag.ingetrokken_door)
        yield Gebeurtenis(aanvraag.ingetrokken_op, "Ingetrokken door de gemeente", wie, aanvraag.ingetrokken_omdat)


def _supplements(aanvraag: Aanvraag, voor_gemeente: bool) -> Iterator[Gebeurtenis]:
    rows = aanvraag.aanvullingen.select_related("gevraagd_door", "ingediend_door")
    for each in rows.prefetch_related("onderdelen__sectie"):
        yield Gebeurtenis(
            each.gevraagd_op, "Om aanvulling gevraagd", _staf(each.gevraagd_door, voor_gemeente), _asked(each)
        )
        if each.ontvangen_op:
            laat = f"Na de laatste dag, {date_format(each.uiterlijk_op, 'j F Y')}." if each.is_te_laat else ""
            yield Gebeurtenis(each.ontvangen_op, "Aanvulling ontvangen", _naam(each.ingediend_door), laat)


def _signatures(aanvraag: Aanvraag, voor_gemeente: bool) -> Iterator[Gebeurtenis]:
    rows = aanvraag.handtekeningen.select_related("door", "aan")
    for each in rows if voor_gemeente else rows.filter(soort=Handtekening.Soort.GEZET):
        uitleg = each.reden or (f"Aan {each.aan.naam}." if each.aan else f"{each.naam}, {each.functie}.")
        vervallen = " De antwoorden zijn daarna gewijzigd." if each.bewaard < aanvraag.bewaard else ""
        yield Gebeurtenis(each.op, TEKENEN[each.soort], _naam(each.door), uitleg + vervallen)


def _asked(aanvulling: Aanvulling) -> str:
    delen = ", ".join(str(each) for each in aanvulling.onderdelen.all())
    return f"Uiterlijk op {date_format(aanvulling.uiterlijk_op, 'j F Y')}: {delen}."


def _naam(wie: Gebruiker | None) -> str:
    return wie.naam if wie else ""


def _staf(wie: Gebruiker | None, voor_gemeente: bool) -> str:
    return MINISTERIE if voor_gemeente else _naam(wie)
