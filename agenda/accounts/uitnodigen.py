"""Inviting somebody, and what can become of an invitation; the only way to an account in production."""

import secrets

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from agenda import audit, berichten, klok
from agenda.access import GeenToegang, Permission, Rol, may
from agenda.accounts.demo import demo_address
from agenda.accounts.maken import maken
from agenda.accounts.rollen import check_roles
from agenda.levensloop import NietMogelijk
from agenda.models import Gebruiker, Gemeente, Uitnodiging
from agenda.models.uitnodigingen import GELDIG, fingerprint

GEEN_RECHT = "U mag alleen een collega van uw eigen gemeente uitnodigen, als gemeentelijk aanvrager."
HEEFT_ACCOUNT = "Er is al een account met dit adres. Wijzig daar de rollen."
HEEFT_UITNODIGING = "Dit adres heeft al een uitnodiging. Verstuur die opnieuw, of trek haar eerst in."
IS_COLLEGA = "Deze collega heeft al een account. Lukt inloggen niet? Vraag het de beheerder van het portaal."

# The mail to who has an account already, by whether that is open, and the page behind its button.
AL_BEKEND = {True: ("uitnodiging_bekend", "account_login"), False: ("uitnodiging_geblokkeerd", "contact")}


class NietGeldig(Exception):
    """The link of an invitation does not work (any more); the same for every reason, so that it tells nothing."""


@transaction.atomic
def uitnodigen(
    email: str, *, naam: str, rollen: list[str], by: Gebruiker, gemeente: Gemeente | None = None
) -> Uitnodiging:
    """Invite `email` to an account with `rollen`. Raises GeenToegang, or ValidationError by field in Dutch.

    Somebody at a gemeente is not told that an address elsewhere has an account: that person gets another mail.
    """
    uitnodiging, token = _new(email, naam, rollen, by, gemeente)
    _mail(uitnodiging, token)
    return uitnodiging


@transaction.atomic
def eerste_beheerder(email: str, *, naam: str, reden: str = "") -> str:
    """The path of the one-time link for the first beheerder. Raises NietMogelijk if there is one, unless `reden`."""
    beheerders = Gebruiker.objects.filter(rollen__contains=[Rol.BEHEERDER], is_active=True)
    er_is_een = beheerders.exclude(email=demo_address(Rol.BEHEERDER)).exists()  # that one is nobody
    if er_is_een and not reden:
        raise NietMogelijk("Er is al een beheerder. Die kan anderen uitnodigen op /werk/uitnodigingen/.")
    _, token = _new(email, naam, [Rol.BEHEERDER], Gebruiker.objects.systeem(), None, reden=reden)
    return path(token)


@transaction.atomic
def opnieuw_versturen(uitnodiging: Uitnodiging, *, by: Gebruiker) -> None:
    """Send a new link, valid for seven days again; the old one works no more. Raises GeenToegang, NietMogelijk."""
    uitnodiging = _unsettled(uitnodiging, by)
    token = _renew(uitnodiging)
    uitnodiging.save()
    audit.record(uitnodiging, "uitnodiging_opnieuw", by=by)
    _mail(uitnodiging, token)


@transaction.atomic
def intrekken(uitnodiging: Uitnodiging, *, by: Gebruiker) -> None:
    """The link works no more. Raises GeenToegang, or NietMogelijk if it was used or withdrawn."""
    uitnodiging = _unsettled(uitnodiging, by)
    withdraw(uitnodiging, by=by)


def withdraw(uitnodiging: Uitnodiging, *, by: Gebruiker) -> None:
    uitnodiging.ingetrokken_op = klok.nu()
    uitnodiging.save(update_fields=["ingetrokken_op"])
    audit.record(uitnodiging, "uitnodiging_intrekken", by=by)


def find(token: str, *, lock: bool = False) -> Uitnodiging:
    """The open invitation of this link. Raises NietGeldig for every other one."""
    rows = Uitnodiging.objects.of_token(token).open().select_related("door", "gemeente")
    uitnodiging = (rows.select_for_update(of=["self"]) if lock else rows).first()
    if uitnodiging is None or not may_invite(uitnodiging.door, uitnodiging.rollen, uitnodiging.gemeente):
        raise NietGeldig
    if Gebruiker.objects.filter(email=uitnodiging.email).exists():
        raise NietGeldig
    return uitnodiging


@transaction.atomic
def aannemen(token: str, *, wachtwoord: str) -> Gebruiker:
    """The account that the link gives, once. Raises NietGeldig, or ValidationError about the password."""
    uitnodiging = find(token, lock=True)
    gebruiker = maken(
        uitnodiging.email,
        naam=uitnodiging.naam,
        rollen=uitnodiging.rollen,
        wachtwoord=wachtwoord,
        gemeente=uitnodiging.gemeente.code if uitnodiging.gemeente else "",
    )
    uitnodiging.gebruikt_op = klok.nu()
    uitnodiging.save(update_fields=["gebruikt_op"])
    audit.record(uitnodiging, "uitnodiging_aannemen", by=gebruiker)
    return gebruiker


def may_invite(by: Gebruiker, rollen: list[str], gemeente: Gemeente | None) -> bool:
    """Whether `by` may give these roles: a beheerder all, a colleague only that of aanvrager at his own gemeente."""
    if not by.is_active:
        return False
    if may(by, Permission.ACCOUNTS_BEHEREN) or Rol.SYSTEEM in by.rollen:  # the command for the first beheerder
        return True
    is_own = gemeente is not None and gemeente.pk == by.gemeente_id
    return may(by, Permission.COLLEGA_UITNODIGEN) and is_own and set(rollen) == {Rol.GEMEENTELIJK_AANVRAGER}


def path(token: str) -> str:
    return reverse("uitnodiging-aannemen", args=[token])


def _new(email, naam, rollen, by, gemeente, **details) -> tuple[Uitnodiging, str]:
    if not may_invite(by, rollen, gemeente):
        raise GeenToegang(GEEN_RECHT)
    check_roles(rollen, has_gemeente=gemeente is not None)
    uitnodiging = Uitnodiging(email=email.strip().lower(), naam=naam, rollen=rollen, gemeente=gemeente, door=by)
    token = _renew(uitnodiging)
    uitnodiging.clean_fields(exclude=["rollen", "gemeente"])
    if melding := _objection(uitnodiging.email, gemeente, by):
        raise ValidationError({"email": melding})
    try:
        with transaction.atomic():
            uitnodiging.save(force_insert=True)
    except IntegrityError as gelijktijdig:
        raise ValidationError({"email": HEEFT_UITNODIGING}) from gelijktijdig
    audit.record(uitnodiging, "uitnodigen", by=by, toegekende_rollen=list(rollen), **details)
    return uitnodiging, token


def _objection(email: str, gemeente: Gemeente | None, by: Gebruiker) -> str:
    """Why this address cannot be invited, as far as `by` may know; empty if it can."""
    account = Gebruiker.objects.filter(email=email).first()
    if account and may_invite(by, [Rol.BEHEERDER], None):
        return HEEFT_ACCOUNT
    if account and account.gemeente_id is not None and account.gemeente_id == by.gemeente_id:
        return IS_COLLEGA
    if Uitnodiging.objects.unsettled().filter(email=email, gemeente=gemeente).exists():
        return HEEFT_UITNODIGING
    return ""


def _renew(uitnodiging: Uitnodiging) -> str:
    """Give it a new secret for seven days, and return that: nobody can look it up afterwards."""
    token = secrets.token_urlsafe(32)
    uitnodiging.vingerafdruk = fingerprint(token)
    uitnodiging.verstuurd_op = klok.nu()
    uitnodiging.geldig_tot = uitnodiging.verstuurd_op + GELDIG
    return token


def _unsettled(uitnodiging: Uitnodiging, by: Gebruiker) -> Uitnodiging:
    """The row, locked; only for who could have sent it himself and while it is not used or withdrawn."""
    row = Uitnodiging.objects.select_for_update(of=["self"]).select_related("gemeente").get(pk=uitnodiging.pk)
    if not may_invite(by, row.rollen, row.gemeente):
        raise GeenToegang(GEEN_RECHT)
    if not row.is_unsettled:
        raise NietMogelijk(f"Deze uitnodiging is al {row.stand}.")
    return row


def _mail(uitnodiging: Uitnodiging, token: str) -> None:
    """The link; or to who has an account already, that he has one, with what he can do."""
    if account := Gebruiker.objects.filter(email=uitnodiging.email).first():
        soort, way = AL_BEKEND[account.is_active]
        berichten.mail(uitnodiging.email, soort, pad=reverse(way))
        return
    tot = uitnodiging.geldig_tot.astimezone(klok.AMSTERDAM).date()
    berichten.mail(uitnodiging.email, "uitnodiging", pad=path(token), geldig_tot=tot)
