"""The people who get messages, a record to tell them about, and a mail server of our own on loopback."""

import pytest
from aiosmtpd.controller import Controller

from agenda import berichten
from agenda.access import Rol
from agenda.models import Gebruiker, Ministerie, Programma
from tests.agenda.taken.conftest import empty_queue
from tests.hulpmiddelen.poorten import free_port

__all__ = ["empty_queue"]

GEHEIM = "/account/uitnodiging/geheime-sleutel-4f2a/"


@pytest.fixture
def systeem(db):
    return Gebruiker.objects.systeem()


@pytest.fixture
def parafeerder(account):
    return account(Rol.PARAFEERDER)


@pytest.fixture
def echt(db):
    """A programme to tell about; `stuur` asks a record only for its key and, if it has one, its programma."""
    ministerie = Ministerie.objects.create(afkorting="SZW", naam="SZW")
    return Programma.objects.create(code="echt", naam="Echt", korte_naam="Echt", soort="echt", ministerie=ministerie)


@pytest.fixture
def stuur(echt, systeem, parafeerder):
    """Tells about the programme: stuur(), or stuur("taak_klaar", [redacteur])."""

    def send(soort="brief_paraferen", ontvangers=(), **options):
        options = {"over": echt, "by": systeem, "kenmerk": "Brief 2024", "adres": "/werk/brieven/"} | options
        return berichten.stuur(soort, ontvangers or [parafeerder], **options)

    return send


class Ontvangst:
    """A mail server that remembers what it took; `antwoord` may refuse the next mails."""

    def __init__(self):
        self.mails = []
        self.antwoorden = []
        self.on_mail = lambda: None

    async def handle_DATA(self, server, session, envelope):
        if self.antwoorden:
            return self.antwoorden.pop(0)
        self.mails.append(envelope)
        self.on_mail()  # what happens before the sender hears that it arrived
        return "250 ok"


@pytest.fixture
def mailserver(settings):
    """A real SMTP server on loopback, to which the portal of this test sends."""
    ontvangst = Ontvangst()
    port = free_port()
    controller = Controller(ontvangst, hostname="127.0.0.1", port=port, ready_timeout=60)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield ontvangst
    controller.stop()
