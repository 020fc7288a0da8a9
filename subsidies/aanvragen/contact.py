"""Whom the ministerie reaches about an aanvraag, and what it may send electronically (Awb 2:8; controleer)."""

from collections.abc import Iterable

from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.gemeentelijk import check_gemeente
from agenda.levensloop import NietMogelijk
from agenda.models import Gebruiker
from subsidies.aanvragen.invullen import locked
from subsidies.models import Aanvraag, Contactgegevens

Soort = Contactgegevens.Soort


@transaction.atomic
def vastleggen(
    aanvraag: Aanvraag,
    *,
    naam: str,
    functie: str,
    email: str,
    telefoon: str,
    elektronisch: Iterable[str],
    by: Gebruiker,
) -> Contactgegevens:
    """Keep whom to reach, and declare what may come electronically. Raises GeenToegang or NietMogelijk."""
    require(by, Permission.AANVRAAG_INDIENEN)
    check_gemeente(aanvraag.gemeente, by)
    aanvraag = locked(aanvraag)
    if aanvraag.is_ingetrokken:
        raise NietMogelijk(f"Aanvraag {aanvraag} is ingetrokken. Contactgegevens zijn niet meer nodig.")
    velden = {"naam": naam.strip(), "functie": functie.strip(), "email": email, "telefoon": telefoon.strip()}
    velden |= {"elektronisch": sorted(elektronisch), "verklaard_op": klok.nu(), "verklaard_door": by}
    made, _ = Contactgegevens.objects.update_or_create(aanvraag=aanvraag, defaults=velden)
    audit.record(aanvraag, "aanvraag_contact", by=by)
    return made


def contact_van(aanvraag: Aanvraag) -> Contactgegevens | None:
    return Contactgegevens.objects.filter(aanvraag=aanvraag).select_related("verklaard_door").first()


def voorstel(aanvraag: Aanvraag, by: Gebruiker) -> dict:
    """What the page fills in: what was given for this aanvraag, else for the last one of the gemeente, else oneself."""
    earlier = Contactgegevens.objects.filter(aanvraag__gemeente=aanvraag.gemeente).order_by("-verklaard_op").first()
    if found := contact_van(aanvraag) or earlier:
        velden = {naam: getattr(found, naam) for naam in ("naam", "functie", "email", "telefoon")}
        return velden | {"elektronisch": found.elektronisch if found.aanvraag_id == aanvraag.pk else []}
    return {"naam": by.naam, "email": by.email if by.has_mail else ""}


def per_soort(contact: Contactgegevens | None) -> list[tuple[str, bool]]:
    """Each kind of message and whether it may come electronically; without a declaration none may."""
    declared = contact.elektronisch if contact else []
    return [(soort.label, soort.value in declared) for soort in Soort]
