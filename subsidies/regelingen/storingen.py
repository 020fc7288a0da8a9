"""Recording an outage of the portal, which can move the end of a tijdvak, and taking a wrong one back."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import NietMogelijk
from agenda.models import Gebruiker
from agenda.waarden import controleer_tekst
from subsidies.models import Storing

LANGST = 200  # characters
VOORBEELD = "Bijvoorbeeld: inloggen lukte niet."


@transaction.atomic
def vastleggen(*, begin: datetime, eind: datetime, wat: str, by: Gebruiker) -> Storing:
    """Record that the portal could not be used. Raises GeenToegang, or ValidationError by field."""
    require(by, Permission.REGELING_OPENSTELLEN)
    if eind <= begin:
        raise ValidationError({"eind": "Het einde ligt niet na het begin. Kijk de twee tijden na."})
    if eind > klok.nu():
        raise ValidationError({"eind": "Dit einde is nog niet geweest. Leg de storing vast als zij voorbij is."})
    controleer_tekst("wat", wat, voorbeeld=VOORBEELD, langst=LANGST)
    storing = Storing.objects.create(begin=begin, eind=eind, wat=wat, vastgelegd_op=klok.nu(), vastgelegd_door=by)
    audit.record(storing, "storing_vastleggen", by=by, van=_moment(begin), tot=_moment(eind))
    return storing


@transaction.atomic
def intrekken(storing: Storing, *, reden: str, by: Gebruiker) -> None:
    """It was wrong: it moves no tijdvak any more. Raises GeenToegang, NietMogelijk or ValidationError."""
    require(by, Permission.REGELING_OPENSTELLEN)
    storing = Storing.objects.select_for_update().get(pk=storing.pk)
    if storing.ingetrokken_op:
        raise NietMogelijk(f"De storing ‘{storing}’ is al ingetrokken. U hoeft niets meer te doen.")
    controleer_tekst("reden", reden, voorbeeld="Bijvoorbeeld: het portaal werkte wel.", langst=LANGST)
    storing.ingetrokken_op, storing.ingetrokken_omdat = klok.nu(), reden
    storing.save(update_fields=["ingetrokken_op", "ingetrokken_omdat"])
    audit.record(storing, "storing_intrekken", by=by, reden=reden)


def _moment(moment: datetime) -> str:
    return moment.astimezone(klok.AMSTERDAM).strftime("%-d-%-m-%Y %H.%M uur")
