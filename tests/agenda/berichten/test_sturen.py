"""A message is there if and only if what it is about happened, once, and for whom it is meant."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from agenda import berichten
from agenda.access import Rol
from agenda.berichten import voorkeuren
from agenda.models import Bericht, Mail, Mailvoorkeur, Taak
from agenda.models.gebruikers import GEEN_ADRES
from tests.agenda.berichten.conftest import GEHEIM

pytestmark = pytest.mark.django_db


def test_a_message_and_its_mail_exist_as_soon_as_the_transaction_commits(stuur, parafeerder):
    (bericht,) = stuur()

    assert (bericht.ontvanger, bericht.deel, bericht.kenmerk) == (parafeerder, "te_doen", "Brief 2024")
    assert (bericht.mail.aan, bericht.mail.stand) == (parafeerder.email, "wacht")
    assert Taak.objects.get().soort == "mails_versturen"


def test_a_transaction_that_rolls_back_leaves_no_message_no_mail_and_no_work(stuur):
    with transaction.atomic():
        stuur()
        transaction.set_rollback(True)

    assert [model.objects.count() for model in (Bericht, Mail, Taak)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("keuze", "mails", "wacht"), [("direct", 1, False), ("dagoverzicht", 0, True), ("uit", 0, False)]
)
def test_mail_follows_the_choice_of_the_person_and_the_inbox_always_has_it(stuur, parafeerder, keuze, mails, wacht):
    voorkeuren.kiezen({"brief_paraferen": keuze}, by=parafeerder)

    (bericht,) = stuur()

    assert (Mail.objects.count(), bericht.wacht_op_dagoverzicht) == (mails, wacht)


@pytest.mark.parametrize("soort", ["brief_paraferen", "factor_gewijzigd"])
@pytest.mark.parametrize("keuze", ["direct", "dagoverzicht"])
def test_who_has_no_address_reads_it_in_the_inbox_and_no_mail_fails_for_ever(stuur, parafeerder, soort, keuze):
    voorkeuren.kiezen({"brief_paraferen": keuze}, by=parafeerder)
    parafeerder.email = f"3f2a@{GEEN_ADRES}"

    (bericht,) = stuur(soort)

    assert (bericht.mail, bericht.wacht_op_dagoverzicht, Mail.objects.count()) == (None, False, 0)


def test_nobody_is_told_what_he_did_himself_nor_is_the_portal_or_who_was_blocked(stuur, account, parafeerder, systeem):
    blocked = account(Rol.REDACTEUR)
    blocked.is_active = False

    assert stuur(ontvangers=[parafeerder, systeem, blocked], by=parafeerder) == []


def test_a_person_named_twice_is_told_once(stuur, parafeerder):
    assert len(stuur(ontvangers=[parafeerder, parafeerder])) == 1


def test_what_comes_once_does_not_come_again_and_does_come_for_another_deadline(stuur, parafeerder, redacteur):
    stuur(eenmalig="2026-06-30")

    again = stuur(ontvangers=[parafeerder, redacteur], eenmalig="2026-06-30")

    assert [bericht.ontvanger for bericht in again] == [redacteur]
    assert len(stuur(eenmalig="2026-07-31")) == 1


def test_the_database_refuses_a_second_message_that_comes_once(stuur, parafeerder):
    (bericht,) = stuur(eenmalig="2026-06-30")
    bericht.pk, bericht.mail = None, None

    with pytest.raises(IntegrityError, match="bericht_eenmalig"):
        bericht.save(force_insert=True)


def test_when_the_thing_is_done_it_is_no_longer_to_do_for_anybody(stuur, parafeerder, redacteur, echt):
    stuur(ontvangers=[parafeerder, redacteur])

    assert berichten.afhandelen("brief_paraferen", echt, voor=parafeerder) == 1
    assert Bericht.objects.te_doen().get().ontvanger == redacteur
    assert berichten.afhandelen("brief_paraferen", echt) == 1
    assert not Bericht.objects.te_doen().exists()


def test_settling_one_record_leaves_the_same_message_about_another(stuur, echt, systeem):
    stuur()
    stuur(over=systeem)

    berichten.afhandelen("brief_paraferen", echt)

    assert Bericht.objects.te_doen().get().over_soort == "agenda.gebruiker"


@pytest.mark.parametrize("kenmerk", ["Brief\nBcc: x@example.nl", "<b>brief</b>", "€ 500 voor\tx", "a" * 81, "a@b.nl"])
def test_a_reference_that_could_carry_more_than_a_name_is_refused(stuur, kenmerk):
    with pytest.raises(ValueError, match="kan niet in een bericht"):
        stuur(kenmerk=kenmerk)


@pytest.mark.parametrize("adres", ["https://kwaad.example/", "//kwaad.example/", "/werk/\r\nBcc:x@y.nl", "werk/"])
def test_a_link_leads_into_the_portal_or_is_refused(stuur, adres):
    with pytest.raises(ValueError, match="kan niet in een bericht"):
        stuur(adres=adres)


def test_a_kind_that_nobody_described_is_refused(stuur):
    with pytest.raises(LookupError, match="Berichten van soort ‘koffie’ bestaan niet"):
        stuur("koffie")


@pytest.mark.parametrize("adres", ["geen-adres", "a@b.nl\r\nBcc: c@d.nl", "a@b.nl, c@d.nl"])
def test_a_mail_goes_to_one_address_or_is_refused(adres):
    with pytest.raises(ValidationError):
        berichten.mail(adres, "dagoverzicht", pad=GEHEIM)


def test_a_choice_replaces_the_earlier_one(parafeerder):
    voorkeuren.kiezen({"brief_paraferen": "uit"}, by=parafeerder)
    voorkeuren.kiezen({"brief_paraferen": "direct"}, by=parafeerder)

    assert Mailvoorkeur.objects.get().keuze == "direct"


def test_a_message_about_an_example_says_so(stuur, echt):
    echt.soort = "voorbeeld"

    assert stuur()[0].is_voorbeeld
