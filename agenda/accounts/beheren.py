"""What a functioneel beheerder does to the account of somebody else, and never to his own."""

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from agenda import audit, berichten, klok
from agenda.access import Permission, Rol, require
from agenda.accounts.rollen import check_roles
from agenda.accounts.sessies import end_everywhere
from agenda.accounts.tweede_factor import signs_in_here
from agenda.accounts.uitnodigen import withdraw
from agenda.levensloop import Functiescheiding, NietMogelijk, scheiding
from agenda.models import AuditRegel, Gebruiker, Gemeente, Uitnodiging

NIET_UZELF = "U kunt uw eigen account niet beheren. Vraag een andere beheerder."
scheiding("Account", "Beheren", "Het eigen account hebben")
VAN_ELDERS = "De groepen bij het ministerie bepalen de rollen van dit account. Laat de rol daar wijzigen."
VASTE_GEMEENTE = "eHerkenning bepaalt de gemeente van dit account. Laat de gemeente staan."
INTUSSEN = "Een ander heeft dit account intussen gewijzigd. Bekijk het opnieuw en beslis dan."


@transaction.atomic
def rollen_wijzigen(
    account: Gebruiker, rollen: list[str], *, gezien: list[str], reden: str, by: Gebruiker, gemeente: Gemeente | None
) -> None:
    """Give `account` these roles instead of those that were `gezien` on the screen.

    Raises GeenToegang, NietMogelijk, or ValidationError by field when the roles do not go together or would differ
    from what a provider of single sign-on decides.
    """
    row = _locked(account, by)
    if has_roles_from_elsewhere(row):
        raise NietMogelijk(VAN_ELDERS)
    if set(row.rollen) != set(gezien):
        raise NietMogelijk(INTUSSEN)
    check_roles(rollen, has_gemeente=gemeente is not None)
    if row.gemeente != gemeente and not signs_in_here(row):
        raise ValidationError({"gemeente": VASTE_GEMEENTE})
    oud = _words(row)
    row.rollen, row.gemeente = list(rollen), gemeente
    row.save(update_fields=["rollen", "gemeente"])
    audit.record(row, "rollen_wijzigen", by=by, van=oud, naar=_words(row), reden=reden)
    berichten.stuur("rollen_gewijzigd", [row], over=row, by=by, adres=reverse("account"))


def has_roles_from_elsewhere(account: Gebruiker) -> bool:
    """Whether the groups of the ministry give the roles, at each sign-in; an official keeps those that he gets here."""
    return account.gemeente_id is None and not signs_in_here(account)


@transaction.atomic
def blokkeren(account: Gebruiker, *, reden: str, by: Gebruiker) -> None:
    """Shut `account` at once: every session ends and no invitation of his works. Raises GeenToegang, NietMogelijk."""
    row = _locked(account, by)
    if not row.is_active:
        raise NietMogelijk("Dit account is al geblokkeerd.")
    row.is_active = False
    row.save(update_fields=["is_active"])
    end_sessions(row)
    for uitnodiging in Uitnodiging.objects.unsettled().filter(door=row).select_for_update():
        withdraw(uitnodiging, by=by)
    audit.record(row, "account_blokkeren", by=by, reden=reden)
    if row.has_mail:  # only a mail: the inbox he cannot open any more
        berichten.mail(row.email, "account_geblokkeerd", pad=reverse("contact"))


@transaction.atomic
def deblokkeren(account: Gebruiker, *, reden: str, by: Gebruiker) -> None:
    """Open `account` again; who works there signs in anew. Raises GeenToegang, NietMogelijk."""
    row = _locked(account, by)
    if row.is_active:
        raise NietMogelijk("Dit account is niet geblokkeerd.")
    row.is_active = True
    row.save(update_fields=["is_active"])
    audit.record(row, "account_deblokkeren", by=by, reden=reden)
    berichten.stuur("account_gedeblokkeerd", [row], over=row, by=by, adres=reverse("account"))


@transaction.atomic
def tweede_factor_intrekken(account: Gebruiker, *, reden: str, by: Gebruiker) -> None:
    """Take away every second factor of who lost his, after his identity was checked; he sets up a new one.

    He is told, because who asked for it may have been somebody else.

    Raises GeenToegang, NietMogelijk.
    """
    row = _locked(account, by)
    factoren, _ = Authenticator.objects.filter(user=row).delete()
    if not factoren:
        raise NietMogelijk("Dit account heeft geen tweede factor.")
    end_sessions(row)
    audit.record(row, "tweede_factor_intrekken", by=by, reden=reden)
    berichten.stuur("factor_gewijzigd", [row], over=row, by=by, adres=reverse("mfa_index"))


def nalopen(*, by: Gebruiker) -> AuditRegel:
    """Record that somebody went through all accounts and their roles (BIO2 8.02.01: each quarter)."""
    require(by, Permission.ACCOUNTS_BEHEREN)
    actief = Gebruiker.objects.persons().filter(is_active=True).count()
    return audit.record(Gebruiker, "rollen_nalopen", by=by, aantal=actief)


def laatst_nagelopen() -> AuditRegel | None:
    return AuditRegel.objects.about(Gebruiker).filter(actie="rollen_nalopen").first()


def is_nagelopen_dit_kwartaal() -> bool:
    """Whether the roles were gone through in the current quarter of the calendar."""
    regel = laatst_nagelopen()
    return regel is not None and _kwartaal(regel.moment.astimezone(klok.AMSTERDAM).date()) == _kwartaal(klok.vandaag())


def end_sessions(account: Gebruiker) -> None:
    """Every browser in which `account` is signed in must sign in again, however it signed in."""
    account.sessies_vanaf = klok.nu()
    account.save(update_fields=["sessies_vanaf"])
    end_everywhere(account)


def _locked(account: Gebruiker, by: Gebruiker) -> Gebruiker:
    """The row of `account`, together with those of all beheerders, in one order so that none waits for the other.

    The rights of `by` are read after the lock: of two beheerders who block each other only the first does. So
    there is always one left, because nobody does this to himself.
    """
    wanted = Q(rollen__contains=[Rol.BEHEERDER]) | Q(pk__in=[account.pk, by.pk])
    locked = {row.pk: row for row in Gebruiker.objects.filter(wanted).order_by("pk").select_for_update()}
    require(locked[by.pk], Permission.ACCOUNTS_BEHEREN)
    if account.pk == by.pk:
        raise Functiescheiding(NIET_UZELF)
    if Rol.SYSTEEM in locked[account.pk].rollen:
        raise NietMogelijk("Het account van het portaal zelf kan niemand beheren.")
    return locked[account.pk]


def _words(account: Gebruiker) -> str:
    return account.rollen_in_woorden + (f" bij {account.gemeente.naam}" if account.gemeente else "")


def _kwartaal(dag) -> tuple[int, int]:
    return dag.year, (dag.month - 1) // 3
