"""Keeping what somebody sent at a moment that it could not be carried out, and finding it again."""

import json
import re
from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from agenda import klok
from agenda.models import BewaardeInvoer, Gebruiker

MAX_BYTES, MAX_VELDEN, MAX_PER_ACCOUNT = 1_000_000, 1000, 10
NOOIT = re.compile(r"csrf|wachtwoord|password|passw|token|secret|geheim|credential|otp|^(\w+-)?code$", re.IGNORECASE)


@transaction.atomic
def bewaren(
    account: int, adres: str, velden: Mapping[str, list[str]], bestanden: Mapping[str, str]
) -> BewaardeInvoer | None:
    """Keep `velden` for this account at this page, instead of what was kept there before.

    Returns None for an account that does not exist or is blocked; of that one nothing stays.
    """
    BewaardeInvoer.objects.verlopen().delete()
    eigen = BewaardeInvoer.objects.filter(account=account)
    if not Gebruiker.objects.filter(pk=account, is_active=True).exists():
        eigen.delete()
        return None
    velden = {storable(naam): list(map(storable, velden[naam])) for naam in velden if not NOOIT.search(naam)}
    is_te_groot = len(velden) > MAX_VELDEN or len(json.dumps(velden).encode()) > MAX_BYTES
    eigen.filter(adres=adres).delete()
    eigen.filter(pk__in=[each.pk for each in eigen.order_by("-moment")[MAX_PER_ACCOUNT - 1 :]]).delete()
    return BewaardeInvoer.objects.create(
        account_id=account,
        adres=adres,
        velden={} if is_te_groot else velden,
        bestanden={storable(naam): storable(bestanden[naam]) for naam in bestanden},
        is_te_groot=is_te_groot,
        moment=klok.nu(),
    )


def storable(text: str) -> str:
    """Without the one character that PostgreSQL cannot keep."""
    return text.replace("\0", "")


def zoeken(sleutel: str, by) -> BewaardeInvoer | None:
    """What was kept under this number for `by`; None if it is another's, too old, or no number at all."""
    try:
        return BewaardeInvoer.objects.visible_to(by).filter(pk=UUID(sleutel)).first()
    except ValueError:
        return None
