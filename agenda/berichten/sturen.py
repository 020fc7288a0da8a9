"""What happens to messages: sent, read and settled, and a mail to an address that may have no account."""

import re
from collections.abc import Iterable
from datetime import date

from django.core.validators import validate_email
from django.db import transaction

from agenda import klok
from agenda.access import Rol
from agenda.berichten.postbak import new_mail, post
from agenda.berichten.soorten import Soort, find
from agenda.models import Bericht, Gebruiker, Mail, Mailkeuze, Mailvoorkeur

# What a message may call its record: a title or a key, without the marks that a mail or a page could act on.
KENMERK = re.compile(r"[\w’'.,()/ -]{0,80}")
PAD = re.compile(r"/(?!/)[\x21-\x7e]*")


@transaction.atomic
def stuur(
    soort: str,
    ontvangers: Iterable[Gebruiker],
    *,
    over,
    by: Gebruiker,
    kenmerk: str = "",
    adres: str = "",
    eenmalig: str = "",
) -> list[Bericht]:
    """Tell `ontvangers` about the record `over`; mails go out if and only if the transaction commits.

    Nobody is told what they did themselves (`by`), unless the kind guards their account. With `eenmalig` who has
    this message about this record already, gets no second one. Raises ValueError when `kenmerk` or `adres` could
    carry more into a mail than a reference and a link.
    """
    kind = find(soort)
    common = {
        "soort": kind.naam,
        "deel": kind.deel,
        "over_soort": over._meta.label_lower,
        "over_sleutel": str(over.pk),
        "kenmerk": _fits(KENMERK, kenmerk),
        "adres": _fits(PAD, adres or over.get_absolute_url()),
        "is_voorbeeld": _is_voorbeeld(over),
        "eenmalig": eenmalig,
    }
    told = _to_be_told(kind, ontvangers, over, by, eenmalig)
    choices = _choices(kind, [each for each in told if each.has_mail])
    direct = [each for each in told if choices.get(each.pk) == Mailkeuze.DIRECT]
    mails = {each.pk: new_mail(kind, each.email, ontvanger=each) for each in direct}
    post(list(mails.values()))
    in_overzicht = {each.pk for each in told if choices.get(each.pk) == Mailkeuze.DAGOVERZICHT}
    return Bericht.objects.bulk_create(
        Bericht(ontvanger=each, mail=mails.get(each.pk), wacht_op_dagoverzicht=each.pk in in_overzicht, **common)
        for each in told
    )


@transaction.atomic
def mail(adres: str, soort: str, *, pad: str, geldig_tot: date | None = None) -> Mail:
    """Mail the link `pad` (a path of the portal, often a secret) to an address that may have no account.

    Raises ValidationError when `adres` is no e-mail address. The link leaves the outbox together with the mail.
    """
    validate_email(adres)
    tot = {"geldig_tot": geldig_tot.isoformat()} if geldig_tot else {}
    new = new_mail(find(soort), adres, gegevens={"pad": _fits(PAD, pad)} | tot)
    post([new])
    return new


def afhandelen(soort: str, over, *, voor: Gebruiker | None = None) -> int:
    """The thing is done: settle the messages of this kind about `over`, of everybody or only `voor`.

    A mail about it that did not leave yet stays behind. Returns how many messages were settled.
    """
    berichten = Bericht.objects.about(soort, over).filter(afgehandeld_op__isnull=True)
    if voor is not None:
        berichten = berichten.filter(ontvanger=voor)
    return berichten.update(afgehandeld_op=klok.nu(), wacht_op_dagoverzicht=False)


def lezen(berichten) -> int:
    """Mark the messages of a queryset as read; what was read before keeps its moment. Returns how many."""
    return berichten.filter(gelezen_op__isnull=True).update(gelezen_op=klok.nu(), wacht_op_dagoverzicht=False)


def _is_voorbeeld(over) -> bool:
    """Whether the record is itself made up, or belongs to a programme that is."""
    return getattr(getattr(over, "programma", over), "is_voorbeeld", False)


def _to_be_told(soort: Soort, ontvangers, over, by, eenmalig: str) -> list[Gebruiker]:
    told = {each.pk: each for each in ontvangers if each.is_active and Rol.SYSTEEM not in each.rollen}
    if not soort.verplicht:
        told.pop(by.pk, None)
    if eenmalig:
        earlier = Bericht.objects.about(soort.naam, over).filter(eenmalig=eenmalig)
        for ontvanger in earlier.values_list("ontvanger", flat=True):
            told.pop(ontvanger, None)
    return list(told.values())


def _choices(soort: Soort, ontvangers: list[Gebruiker]) -> dict[int, str]:
    """When each of `ontvangers` wants mail about this kind, by account number."""
    chosen = {}
    if not soort.verplicht:
        rows = Mailvoorkeur.objects.filter(soort=soort.naam, gebruiker__in=ontvangers)
        chosen = dict(rows.values_list("gebruiker", "keuze"))
    return {each.pk: chosen.get(each.pk, soort.mail) for each in ontvangers}


def _fits(pattern: re.Pattern, text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(f"‘{text}’ kan niet in een bericht: een kenmerk is een titel of sleutel, een adres een pad.")
    return text
