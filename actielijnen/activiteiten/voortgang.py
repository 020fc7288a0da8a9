"""Telling how an activiteit goes: a message of progress, a risk, or a decision that may close a risk."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from actielijnen.activiteiten.regels import controleer_gebeurd, controleer_regels
from actielijnen.models import Activiteit, Gezondheid, Voortgangsbericht
from agenda import access, audit, klok
from agenda.access import Permission
from agenda.models import Gebruiker

S = Voortgangsbericht.Soort
VOORBEELDEN = {
    S.VOORTGANG: "Schrijf bijvoorbeeld: twee van de drie trainingen zijn gegeven.",
    S.RISICO: "Schrijf bijvoorbeeld: de zaal is in mei niet vrij, zodat de derde training schuift.",
    S.BESLUIT: "Schrijf bijvoorbeeld: de derde training gaat naar september.",
}


@transaction.atomic
def melden(
    activiteit: Activiteit,
    *,
    soort: str,
    gezondheid: str,
    tekst: str,
    peildatum: date,
    by: Gebruiker,
    sluit: Voortgangsbericht | None = None,
) -> Voortgangsbericht:
    """Write a message about `activiteit`; with `sluit` this besluit closes a risk of the same activiteit.

    Raises GeenToegang, and ValidationError at the field that cannot be.
    """
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    Activiteit.objects.select_for_update().get(pk=activiteit.pk)  # two decisions never close one risk
    controleer_regels("tekst", tekst, voorbeeld=VOORBEELDEN[S(soort)])
    controleer_gebeurd(peildatum, "peildatum")
    if sluit:
        _controleer_sluiten(activiteit, soort, sluit)
    bericht = Voortgangsbericht.objects.create(
        activiteit=activiteit,
        soort=soort,
        gezondheid=gezondheid,
        tekst=tekst,
        peildatum=peildatum,
        sluit=sluit,
        door=by,
        op=klok.nu(),
    )
    label = Gezondheid(gezondheid).label.lower()
    audit.record(activiteit, "voortgang_melden", by=by, soort=bericht.get_soort_display().lower(), gezondheid=label)
    return bericht


def _controleer_sluiten(activiteit: Activiteit, soort: str, risico: Voortgangsbericht) -> None:
    if soort != S.BESLUIT:
        raise ValidationError({"sluit": "Alleen een besluit handelt een risico af. Kies als soort ‘Besluit’."})
    if not Voortgangsbericht.objects.open_risicos().filter(pk=risico.pk, activiteit=activiteit).exists():
        raise ValidationError({"sluit": "Dit is geen open risico van deze activiteit. Kies een ander, of geen."})
