"""What happens at allauth's pages, written to the audit trail and the security log: it tells so by signals only."""

import logging

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
    authenticator_used,
)
from django.dispatch import receiver

from agenda import audit
from agenda.accounts.tweede_factor import GEZIEN, NAMEN, Soort

beveiliging = logging.getLogger("portaal.beveiliging")


@receiver(authenticator_added)
def factor_added(sender, user, authenticator, **kwargs):
    if authenticator.type == Soort.RECOVERY_CODES:
        audit.record(user, "herstelcodes_maken", by=user)
    else:
        audit.record(user, "factor_toevoegen", by=user, factor=NAMEN[authenticator.type])


@receiver(authenticator_reset)
def recovery_codes_renewed(sender, user, **kwargs):
    audit.record(user, "herstelcodes_maken", by=user)


@receiver(authenticator_removed)
def factor_removed(sender, request, user, authenticator, **kwargs):
    request.session.pop(GEZIEN, None)
    audit.record(user, "factor_weghalen", by=user, factor=NAMEN[authenticator.type])


@receiver(authenticator_used)
def factor_used(sender, user, authenticator, **kwargs):
    if authenticator.type == Soort.RECOVERY_CODES:
        audit.record(user, "herstelcode_gebruiken", by=user)


@receiver(authentication_failed)
def code_refused(sender, request, user, authenticator, **kwargs):
    beveiliging.warning("tweede factor geweigerd", extra={"account": user.pk, "factor": authenticator.type})


@receiver(password_changed)
def password_was_changed(sender, user, **kwargs):
    audit.record(user, "wachtwoord_wijzigen", by=user)


@receiver(password_reset)
def password_was_reset(sender, user, **kwargs):
    audit.record(user, "wachtwoord_herstellen", by=user)
