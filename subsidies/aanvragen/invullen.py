"""Beginning an aanvraag and saving answers in it, by several colleagues at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.berichten import afhandelen
from agenda.gemeentelijk import check_gemeente
from agenda.levensloop import NietMogelijk
from agenda.models import Gebruiker, Gemeente
from subsidies.aanvragen.bestanden import laat_vervallen
from subsidies.aanvragen.regels import VAST, eis_mag_aanvragen, eis_open
from subsidies.aanvragen.soorten import LEEG, bewaard, deel_in_woorden, delen, geheel
from subsidies.aanvragen.vragen import gevraagd
from subsidies.models import Aanvraag, Aanvulling, Aanvullingsonderdeel, Antwoord, Formuliervraag, RegelingVersie
from subsidies.regelingen.openstellen import Handeling, eis_intake

TEKENEN = "handtekening_gevraagd"


@dataclass(frozen=True)
class Botsing:
    """A question that a colleague answered otherwise, after the page was made on which `by` answered it.

    `deel` is the part that differs, such as the cell of a table, and `waarde` what the colleague made of it.
    """

    vraag: Formuliervraag
    antwoord: Antwoord
    deel: str
    waarde: Any

    @property
    def melding(self) -> str:
        """What the colleague saved, for beside the field, and what to do."""
        wie, om = self.antwoord.door.naam, self.antwoord.op.astimezone(klok.AMSTERDAM)
        tekst = deel_in_woorden(self.vraag, self.deel, self.waarde)
        wat = f"vulde hier om {om:%H.%M} uur ‘{tekst}’ in" if tekst else f"maakte dit om {om:%H.%M} uur leeg"
        return f"{wie} {wat}. Kies wat moet blijven: laat uw antwoord staan of neem dat over, en bewaar opnieuw."


class Tegelijk(Exception):
    """Nothing is saved: of some questions somebody must choose between two answers first."""

    def __init__(self, botsingen: list[Botsing]):
        super().__init__("Een collega heeft intussen iets anders bewaard.")
        self.botsingen = botsingen


@transaction.atomic
def beginnen(versie: RegelingVersie, gemeente: Gemeente, *, by: Gebruiker) -> Aanvraag:
    """The aanvraag of `gemeente` under `versie`, new if there was none. Raises GeenToegang, GeenIntake or NuNiet."""
    require(by, Permission.AANVRAAG_INDIENEN)
    check_gemeente(gemeente, by)
    eis_intake(versie, Handeling.AANVRAGEN)
    eis_mag_aanvragen(versie, gemeente)
    Gemeente.objects.select_for_update().get(pk=gemeente.pk)  # of two at once, the second finds the first
    if earlier := Aanvraag.objects.levend().filter(versie=versie, gemeente=gemeente).first():
        return earlier
    eis_open(versie, klok.nu())
    formulier = versie.formulieren.filter(status=VAST).last()
    if formulier is None:
        raise NietMogelijk(f"Voor {versie} is er nog geen aanvraagformulier.")
    vast = {"versie": versie, "formulier": formulier, "gemeente": gemeente}
    aanvraag = Aanvraag.objects.create(**vast, begonnen_op=klok.nu(), begonnen_door=by)
    audit.record(aanvraag, "aanvraag_beginnen", by=by, gemeente=gemeente.naam, regeling=str(versie))
    return aanvraag


@transaction.atomic
def bewaren(aanvraag: Aanvraag, antwoorden: Mapping[str, Any], *, stand: int, by: Gebruiker) -> list[Formuliervraag]:
    """Save `antwoorden` (by sleutel of their question), typed on a page that showed `stand` saves of the aanvraag.

    Returns the questions whose answer lapsed, because they are not asked any more. What `by` left as that page showed
    it, stays as a colleague made it meanwhile. Raises GeenToegang, NietMogelijk for what cannot be changed any more,
    ValueError for what is no answer, and Tegelijk when a colleague answered the same question otherwise.
    """
    require(by, Permission.AANVRAAG_INDIENEN)
    check_gemeente(aanvraag.gemeente, by)
    aanvraag = invulbaar(aanvraag)
    vragen = {each.sleutel: each for each in aanvraag.formulier.vragen.select_related("als_vraag")}
    check_open(aanvraag, [vragen[sleutel] for sleutel in antwoorden])
    typed = {vragen[sleutel]: bewaard(vragen[sleutel], waarde, aanvraag) for sleutel, waarde in antwoorden.items()}
    current = {each.vraag_id: each for each in aanvraag.antwoorden.select_related("door").geldend()}
    shown = {each.vraag_id: each.waarde for each in aanvraag.antwoorden.filter(nummer__lte=stand).geldend()}
    mine = {vraag: _mine(vraag, waarde, shown.get(vraag.pk, LEEG)) for vraag, waarde in typed.items()}
    if botsingen := _botsingen(mine, current, shown, stand, by):
        raise Tegelijk(botsingen)
    before = {vraag: antwoord.waarde for vraag, antwoord in current.items()}
    after = before | {
        vraag.pk: geheel(vraag, delen(vraag, before.get(vraag.pk, LEEG)) | changed) for vraag, changed in mine.items()
    }
    asked = set(gevraagd(vragen.values(), after))
    lapsed = [vraag for vraag in vragen.values() if vraag not in asked and after.get(vraag.pk, LEEG) != LEEG]
    after |= {vraag.pk: LEEG for vraag in lapsed}
    changed = [vraag for vraag in vragen.values() if after.get(vraag.pk, LEEG) != before.get(vraag.pk, LEEG)]
    laat_vervallen(aanvraag, lapsed, by=by)
    schrijf(aanvraag, {vraag: after[vraag.pk] for vraag in changed}, by=by)
    return lapsed


def invulbaar(aanvraag: Aanvraag) -> Aanvraag:
    """The aanvraag as it is now, locked. Raises NietMogelijk once nothing can be filled in any more."""
    now = locked(aanvraag)
    check_invulbaar(now)
    return now


def open_secties(aanvraag: Aanvraag) -> set[int]:
    """The numbers of the sections that can be changed now: all of a concept, else what must be supplemented."""
    if aanvraag.is_concept:
        return set(aanvraag.formulier.secties.values_list("pk", flat=True))
    asked = Aanvullingsonderdeel.objects.filter(aanvulling__in=Aanvulling.objects.open().filter(aanvraag=aanvraag))
    return set(asked.exclude(sectie=None).values_list("sectie", flat=True))


def check_open(aanvraag: Aanvraag, vragen: Iterable[Formuliervraag]) -> None:
    """Raise NietMogelijk when one of `vragen` is in a section that must not be supplemented."""
    if aanvraag.is_concept:
        return
    can = open_secties(aanvraag)
    if closed := next((vraag for vraag in vragen if vraag.sectie_id not in can), None):
        raise NietMogelijk(f"‘{closed}’ staat vast: in dit onderdeel vraagt het ministerie geen aanvulling.")


def locked(aanvraag: Aanvraag) -> Aanvraag:
    """The aanvraag as it is now; until the transaction ends nobody else changes it."""
    return Aanvraag.objects.select_for_update(of=["self"]).for_list().get(pk=aanvraag.pk)


def check_invulbaar(aanvraag: Aanvraag) -> None:
    """Raise NietMogelijk once nothing in `aanvraag` can be filled in any more."""
    if not aanvraag.is_invulbaar:
        status = aanvraag.get_status_display().lower()
        raise NietMogelijk(f"Aanvraag {aanvraag} is al {status}. De antwoorden staan vast; u vindt haar bij Aanvragen.")


def niemand_tekent_meer(aanvraag: Aanvraag) -> None:
    """What was asked to sign is no more: an answer changed, or it was handed in or taken back."""
    if aanvraag.versie.tweede_handtekening:
        afhandelen(TEKENEN, aanvraag)


def _mine(vraag: Formuliervraag, typed: Any, shown: Any) -> dict[str, Any]:
    """The parts of an answer that `by` made otherwise than the page showed them."""
    was, now = delen(vraag, shown), delen(vraag, typed)
    return {deel: now.get(deel, LEEG) for deel in was | now if now.get(deel, LEEG) != was.get(deel, LEEG)}


def _botsingen(mine: Mapping, current: Mapping, shown: Mapping, stand: int, by: Gebruiker) -> list[Botsing]:
    """The parts that `by` changed and to which a colleague, since the page was made, gave another answer."""
    newer = {vraag: current[vraag.pk] for vraag in mine if vraag.pk in current and current[vraag.pk].nummer > stand}
    found = []
    for vraag, antwoord in newer.items():
        was, now = delen(vraag, shown.get(vraag.pk, LEEG)), delen(vraag, antwoord.waarde)
        for deel, waarde in mine[vraag].items():
            theirs = now.get(deel, LEEG)
            if antwoord.door_id != by.pk and theirs not in (waarde, was.get(deel, LEEG)):
                found.append(Botsing(vraag, antwoord, deel, theirs))
    return found


def schrijf(aanvraag: Aanvraag, waarden: Mapping[Formuliervraag, Any], *, by: Gebruiker) -> None:
    """One more save of `aanvraag`; none when nothing changed, so that the same form sent twice is saved once."""
    if not waarden:
        return
    aanvraag.bewaard += 1
    aanvraag.save(update_fields=["bewaard"])
    vast = {"aanvraag": aanvraag, "nummer": aanvraag.bewaard, "op": klok.nu(), "door": by}
    Antwoord.objects.bulk_create(Antwoord(vraag=vraag, waarde=waarde, **vast) for vraag, waarde in waarden.items())
    audit.record(aanvraag, "aanvraag_bewaren", by=by, aantal=len(waarden))
    niemand_tekent_meer(aanvraag)
