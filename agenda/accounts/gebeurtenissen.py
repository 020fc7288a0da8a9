"""What happens at allauth's pages, recorded and told to whose account it is: allauth tells it by signals only."""

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
    authenticator_used,
)
from django.db import transaction
from django.dispatch import receiver
from django.urls import reverse

from agenda import audit, berichten, weigeringen
from agenda.accounts.sessies import end_everywhere
from agenda.accounts.tweede_factor import GEZIEN, NAMEN, Soort
from agenda.models import Gebruiker


@receiver(authenticator_added)
@transaction.atomic
def factor_added(sender, user, authenticator, **kwargs):
    if authenticator.type == Soort.RECOVERY_CODES:  # they come with the first factor, which is told
        audit.record(user, "herstelcodes_maken", by=user)
    else:
        audit.record(user, "factor_toevoegen", by=user, factor=NAMEN[authenticator.type])
        warn("factor_gewijzigd", user)


@receiver(authenticator_reset)
@transaction.atomic
def recovery_codes_renewed(sender, user, **kwargs):
    audit.record(user, "herstelcodes_maken", by=user)
    warn("factor_gewijzigd", user)


@receiver(authenticator_removed)
@transaction.atomic
def factor_removed(sender, request, user, authenticator, **kwargs):
    request.session.pop(GEZIEN, None)
    audit.record(user, "factor_weghalen", by=user, factor=NAMEN[authenticator.type])
    warn("factor_gewijzigd", user)


@receiver(authenticator_used)
@transaction.atomic
def factor_used(sender, user, authenticator, **kwargs):
    if authenticator.type == Soort.RECOVERY_CODES:
        audit.record(user, "herstelcode_gebruiken", by=user)
        warn("herstelcode_gebruikt", user)


@receiver(authentication_failed)
def code_refused(sender, request, user, **kwargs):
    """With the account: somebody knew its password."""
    weigeringen.schrijf(request, "tweede factor", "mislukt", actor=user.pk)


@receiver(password_changed)
@transaction.atomic
def password_was_changed(sender, user, **kwargs):
    end_everywhere(user)
    audit.record(user, "wachtwoord_wijzigen", by=user)
    warn("wachtwoord_gewijzigd", user)


@receiver(password_reset)
@transaction.atomic
def password_was_reset(sender, user, **kwargs):
    end_everywhere(user)
    audit.record(user, "wachtwoord_herstellen", by=user)
    warn("wachtwoord_gewijzigd", user)


def warn(soort: str, user: Gebruiker) -> None:
    """Tell `user` what happened to his account, also when he did it himself: it may have been somebody else."""
    berichten.stuur(soort, [user], over=user, by=user, adres=reverse("mfa_index"))
