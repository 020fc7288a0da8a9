"""A mail that failed is seen by the beheerder, on the page where his day starts."""

import pytest
from django.urls import reverse

from agenda.access import Rol
from agenda.berichten import verzenden
from agenda.berichten.postbak import new_mail
from agenda.berichten.soorten import SOORTEN
from agenda.models import Mail
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheer(client, account):
    client.force_login(account(Rol.BEHEERDER))
    return client


def failed(aan, **velden):
    mail = new_mail(SOORTEN["uitnodiging"], aan, **velden)
    mail.save(force_insert=True)
    verzenden.refused(mail, verzenden.Oordeel.NOOIT)


def test_the_beheerder_sees_which_mail_did_not_arrive_at_whom_and_why(beheer, redacteur):
    failed("weg@voorbeeld.invalid", gegevens={"pad": "/account/geheim/"})
    failed(redacteur.email, ontvanger=redacteur)
    tekst = text(beheer.get(reverse("beheer")))
    assert "Mislukte mails 2 Niet aangekomen" in tekst
    assert "U bent uitgenodigd voor het portaal weg@voorbeeld.invalid" in tekst
    assert f"U bent uitgenodigd voor het portaal {redacteur.naam}" in tekst
    assert "De mailserver weigert deze mail" in tekst
    assert "geheim" not in tekst


def test_without_failed_mails_there_is_nothing_to_see(beheer):
    Mail.objects.create(soort="uitnodiging", aan="x@voorbeeld.invalid", message_id="<1@x>", gegevens={"pad": "/"})
    assert "Mislukte mails" not in text(beheer.get(reverse("beheer")))
