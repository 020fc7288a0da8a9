"""The digest: once per working day at 07:30 in Amsterdam, with what waited then and is not done since."""

from datetime import datetime

import pytest

from agenda import berichten, klok
from agenda.berichten import dagoverzicht, voorkeuren
from agenda.berichten.dagoverzicht import compile_digests
from agenda.berichten.verzenden import send_waiting
from agenda.models import Bericht, Mail

pytestmark = pytest.mark.django_db


def at(moment):
    return klok.vastgezet(datetime.fromisoformat(moment).replace(tzinfo=klok.AMSTERDAM))


@pytest.fixture
def later(stuur, parafeerder):
    """The parafeerder wants mail in a digest only; a message comes at `moment`."""
    voorkeuren.kiezen({"brief_paraferen": "dagoverzicht", "brief_teruggenomen": "dagoverzicht"}, by=parafeerder)

    def come(moment, soort="brief_paraferen"):
        with at(moment):
            (bericht,) = stuur(soort)
        return bericht

    return come


def digests(moment) -> int:
    with at(moment):
        return compile_digests()


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-06-29 07:30", "2026-06-29 07:30"),  # Monday
        ("2026-06-29 07:29", "2026-06-26 07:30"),  # before the time: that of Friday
        ("2026-06-27 12:00", "2026-06-26 07:30"),  # Saturday
        ("2026-12-27 12:00", "2026-12-24 07:30"),  # Sunday after both days of Christmas
        ("2026-03-30 07:30", "2026-03-30 07:30"),  # the first working day of summer time
    ],
)
def test_a_digest_is_due_at_half_past_seven_in_amsterdam_on_working_days(now, due):
    with at(now):
        assert dagoverzicht.last_moment() == datetime.fromisoformat(due).replace(tzinfo=klok.AMSTERDAM)


def test_what_came_before_the_moment_goes_in_one_mail_and_only_once(later):
    first, second = later("2026-06-26 16:00"), later("2026-06-28 20:00", "brief_teruggenomen")

    assert [digests("2026-06-29 07:29"), digests("2026-06-29 07:31"), digests("2026-06-29 07:41")] == [0, 1, 0]
    (mail,) = Mail.objects.all()
    assert {first.pk, second.pk} == set(mail.berichten.values_list("pk", flat=True))
    assert mail.soort == "dagoverzicht"


def test_what_comes_after_the_moment_waits_for_the_next_working_day(later):
    later("2026-06-26 09:00")

    assert [digests(f"2026-06-{day} 12:00") for day in (26, 27, 28, 29)] == [0, 0, 0, 1]


def test_what_is_read_or_done_before_the_moment_needs_no_digest(later, echt):
    later("2026-06-26 16:00")
    later("2026-06-26 16:00", "brief_teruggenomen")
    berichten.afhandelen("brief_paraferen", echt)
    berichten.lezen(Bericht.objects.filter(soort="brief_teruggenomen"))

    assert digests("2026-06-29 08:00") == 0


@pytest.mark.django_db(transaction=True)
def test_a_digest_of_which_all_is_done_before_it_leaves_is_not_sent(later, echt, mailserver):
    later("2026-06-26 16:00")
    digests("2026-06-29 07:30")
    berichten.afhandelen("brief_paraferen", echt)

    assert (send_waiting(), Mail.objects.get().stand) == (0, "vervallen")


def test_who_was_blocked_meanwhile_gets_no_digest(later, parafeerder):
    later("2026-06-26 16:00")
    parafeerder.is_active = False
    parafeerder.save()

    assert digests("2026-06-29 08:00") == 0
    assert not Bericht.objects.filter(wacht_op_dagoverzicht=True).exists()


def test_a_digest_of_two_people_says_to_each_only_his_own(later, stuur, redacteur):
    later("2026-06-26 16:00")
    voorkeuren.kiezen({"taak_klaar": "dagoverzicht"}, by=redacteur)
    with at("2026-06-26 16:00"):
        stuur("taak_klaar", [redacteur])

    assert digests("2026-06-29 08:00") == 2
    assert {(mail.aan, mail.berichten.get().ontvanger.email) for mail in Mail.objects.all()} == {
        ("parafeerder@voorbeeld.invalid",) * 2,
        ("redacteur@voorbeeld.invalid",) * 2,
    }
