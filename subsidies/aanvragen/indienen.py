"""Handing an aanvraag in, with its kenmerk and the moment of receipt, and taking it back."""

from datetime import datetime, timedelta

from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.berichten import afhandelen, stuur
from agenda.gemeentelijk import check_gemeente, mensen_van
from agenda.levensloop import NietMogelijk, advance
from agenda.models import Gebruiker
from subsidies.aanvragen.invullen import bewaren, check_invulbaar, locked, niemand_tekent_meer
from subsidies.aanvragen.regels import eis_op_tijd, tijdvak
from subsidies.aanvragen.stand import stand_van
from subsidies.models import Aanvraag, Kenmerkteller
from subsidies.regelingen.openstellen import Handeling, eis_intake

BERICHT = "aanvraag_ontvangen"
NIEUW = "nieuwe_aanvraag"
TE_DOEN = (NIEUW, "aanvulling_gevraagd", "aanvulling_ingediend", "aanvulling_niet_ontvangen")
BEVESTIGEN = timedelta(hours=1)  # for who must sign in again first: so long what he offered keeps its moment


class Onvolledig(NietMogelijk):
    """Questions that must be answered are not; the message names them."""


@transaction.atomic
def aanbieden(aanvraag: Aanvraag, *, ontvangen_op: datetime, by: Gebruiker) -> datetime | None:
    """Remember that the portal had it whole at `ontvangen_op`, while `by` must still prove again who he is.

    Returns the moment that counts for who hands it in within BEVESTIGEN, that of an earlier time if there was one; None
    when it cannot be handed in, is not complete or late. A supplement is never too late to be received. Raises
    GeenToegang.
    """
    require(by, Permission.AANVRAAG_INDIENEN)
    check_gemeente(aanvraag.gemeente, by)
    now = locked(aanvraag)
    if not now.is_invulbaar or stand_van(now).ontbreekt:
        return None
    if now.is_concept and not tijdvak(now.versie).bevat(ontvangen_op):
        return None
    if moment_van_aanbieden(now, ontvangen_op) is None:
        now.aangeboden_op, now.aangeboden_bij = ontvangen_op, now.bewaard
        now.save(update_fields=["aangeboden_op", "aangeboden_bij"])
        audit.record(now, "aanvraag_aanbieden", by=by)
    return now.aangeboden_op


def moment_van_aanbieden(aanvraag: Aanvraag, moment: datetime) -> datetime | None:
    """When it was offered as it is now, if that still counts at `moment`."""
    if aanvraag.aangeboden_op is None or aanvraag.aangeboden_bij != aanvraag.bewaard:
        return None
    return aanvraag.aangeboden_op if moment - aanvraag.aangeboden_op <= BEVESTIGEN else None


@transaction.atomic
def indienen(aanvraag: Aanvraag, *, ontvangen_op: datetime, by: Gebruiker) -> Aanvraag:
    """Hand in what the portal had received whole at `ontvangen_op`, however long it waits here for its turn.

    What was offered just before, by who had to sign in again first, keeps the moment of that. Who sends it twice gets
    the aanvraag of the first time. Raises GeenToegang, GeenIntake, NuNiet when it is late, Onvolledig, and NietMogelijk
    for one that was withdrawn.
    """
    require(by, Permission.AANVRAAG_INDIENEN)
    check_gemeente(aanvraag.gemeente, by)
    aanvraag = locked(aanvraag)
    if aanvraag.kenmerk and not aanvraag.is_ingetrokken:
        return aanvraag
    check_invulbaar(aanvraag)
    ontvangen_op = moment_van_aanbieden(aanvraag, ontvangen_op) or ontvangen_op
    eis_intake(aanvraag.versie, Handeling.AANVRAGEN)
    eis_op_tijd(aanvraag.versie, ontvangen_op)
    bewaren(aanvraag, {}, stand=aanvraag.bewaard, by=by)  # what is not asked any more is not handed in
    aanvraag.refresh_from_db(fields=["bewaard"])
    eis_volledig(aanvraag)
    velden = {"kenmerk": _kenmerk(aanvraag, ontvangen_op), "ontvangen_op": ontvangen_op, "ingediend_door": by}
    velden |= {"ingediend_bij": aanvraag.bewaard}
    advance(aanvraag, "aanvraag_indienen", by=by, velden=velden, kenmerk=velden["kenmerk"])
    niemand_tekent_meer(aanvraag)
    collegas = mensen_van(aanvraag.gemeente, Permission.AANVRAAG_INDIENEN)
    stuur(BERICHT, collegas, over=aanvraag, by=by, kenmerk=aanvraag.kenmerk, adres=aanvraag.adres_gemeente)
    tell_staff(NIEUW, aanvraag, by)
    return aanvraag


def tell_staff(soort: str, aanvraag: Aanvraag, by: Gebruiker, *, eenmalig: str = "") -> None:
    """Tell who treats aanvragen; those of a gemeente that does not exist are treated by the same people."""
    behandelaars = Gebruiker.objects.with_permission(Permission.AANVRAAG_BEHANDELEN)
    stuur(soort, behandelaars, over=aanvraag, by=by, kenmerk=aanvraag.kenmerk, eenmalig=eenmalig)


def eis_volledig(aanvraag: Aanvraag) -> None:
    """Raise Onvolledig, with the questions, as long as some must still be answered."""
    if missing := stand_van(aanvraag).ontbreekt:
        namen = "; ".join(f"‘{vraag}’" for vraag in missing)
        raise Onvolledig(f"De aanvraag is niet ingediend: deze vragen moet u nog beantwoorden: {namen}.")


@transaction.atomic
def intrekken(aanvraag: Aanvraag, *, by: Gebruiker, reden: str = "") -> Aanvraag:
    """The gemeente takes its aanvraag back, handed in or not. Raises GeenToegang or NietMogelijk."""
    check_gemeente(aanvraag.gemeente, by)
    aanvraag = locked(aanvraag)
    velden = {"ingetrokken_op": klok.nu(), "ingetrokken_door": by, "ingetrokken_omdat": reden.strip()}
    advance(aanvraag, "aanvraag_intrekken", by=by, velden=velden)
    niemand_tekent_meer(aanvraag)
    for soort in TE_DOEN:
        afhandelen(soort, aanvraag)
    if aanvraag.kenmerk:
        tell_staff("aanvraag_ingetrokken", aanvraag, by)
    return aanvraag


def _kenmerk(aanvraag: Aanvraag, ontvangen_op: datetime) -> str:
    """`VWJ-2026-00001`: the next number of the code in the year of receipt. It is never given again; gaps can be."""
    code, jaar = aanvraag.regeling.kenmerkcode, ontvangen_op.astimezone(klok.AMSTERDAM).year
    Kenmerkteller.objects.get_or_create(code=code, jaar=jaar)
    teller = Kenmerkteller.objects.select_for_update().get(code=code, jaar=jaar)
    teller.laatste += 1
    teller.save(update_fields=["laatste"])
    return f"{code}-{jaar}-{teller.laatste:05}"
