"""The outbox: a mail is written down in the transaction of what it is about, and sent after that commits."""

import uuid
from urllib.parse import urlsplit

from django.conf import settings

from agenda import taken
from agenda.berichten.soorten import Soort
from agenda.models import Gebruiker, Mail

VERZENDTAAK = "mails_versturen"


def new_mail(soort: Soort, aan: str, **velden) -> Mail:
    """An unsaved mail, with the Message-ID that it keeps at every attempt."""
    key = uuid.uuid4()
    host = urlsplit(settings.PORTAAL_ADRES).hostname
    return Mail(id=key, message_id=f"<{key}@{host}>", soort=soort.naam, aan=aan, **velden)


def post(mails: list[Mail]) -> None:
    """Put `mails` in the outbox; they leave if and only if the surrounding transaction commits."""
    if mails:
        Mail.objects.bulk_create(mails)
        taken.enqueue(VERZENDTAAK, by=Gebruiker.objects.systeem())
