"""Who began an aanvraag and did not hand it in, hears so before it closes, on the last day, and the day after."""

from datetime import date, datetime, timedelta

import pytest

from agenda import klok
from agenda.berichten.herinneringen import remind
from agenda.models import Bericht
from agenda.taken.uitvoering import discover
from subsidies.aanvragen import indienen
from subsidies.models import Aanvraag
from tests.hulpmiddelen.aanvragen import NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.uitkeringen import MELDT, TEKENT, wie

pytestmark = pytest.mark.django_db
LAATSTE_DAG = date(2026, 11, 30)  # a Monday; five working days before is Monday the 23rd


@pytest.fixture
def concept():
    discover()
    with klok.vastgezet(NU):
        found = aanvraag(open_regeling(LAATSTE_DAG))
        wie(TEKENT, found.gemeente)
        aanvrager("GM9998")
        yield found


def daily() -> list[Bericht]:
    """Remind on each day from the 16th until the middle of December; what came of it, the oldest first."""
    eerste = datetime(2026, 11, 16, 7, 5, tzinfo=klok.AMSTERDAM)
    for number in range(30):
        with klok.vastgezet(eerste + timedelta(days=number)):
            remind()
    return list(Bericht.objects.filter(soort__startswith="aanvraag_").order_by("moment", "pk"))


def test_each_of_the_gemeente_hears_it_three_times_on_its_day(concept):
    found = daily()
    assert {(f"{each.moment.astimezone(klok.AMSTERDAM):%d-%m}", each.soort) for each in found} == {
        ("23-11", "aanvraag_sluit_bijna"),
        ("30-11", "aanvraag_sluit_vandaag"),
        ("01-12", "aanvraag_niet_ingediend"),
    }
    assert len(found) == 6
    assert {each.ontvanger.gemeente for each in found} == {concept.gemeente}
    assert {each.adres for each in found} == {concept.adres_gemeente}


def test_what_was_taken_back_is_not_asked_for(concept):
    indienen.intrekken(concept, by=wie(MELDT, concept.gemeente))
    assert daily() == []


def test_what_was_handed_in_is_not_asked_for():
    discover()
    with klok.vastgezet(NU):
        aanvraag(open_regeling(LAATSTE_DAG), status=Aanvraag.Status.INGEDIEND)
        assert {each.soort for each in daily()} <= {"aanvraag_ontvangen"}
