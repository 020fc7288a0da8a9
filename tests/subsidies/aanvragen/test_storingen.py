"""An outage: who records it, what a gemeente reads, and that it never changes."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from subsidies.aanvragen import indienen
from subsidies.aanvragen.regels import TeLaat
from subsidies.models import RegelingVersie, Storing
from subsidies.regelingen import storingen
from tests.hulpmiddelen.aanvragen import COMPLEET, NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import wie

pytestmark = pytest.mark.django_db
SLUIT = datetime(2026, 11, 30, 23, 0, tzinfo=UTC)
NA = SLUIT + timedelta(hours=3)
UUR = timedelta(hours=1)
WAT = "Inloggen lukte niet"


@pytest.fixture
def versie():
    with klok.vastgezet(NU):
        made = open_regeling()
    RegelingVersie.objects.filter(pk=made.pk).update(storing_verlengt=RegelingVersie.Verlenging.DUUR)
    made.refresh_from_db()
    return made


def leg_vast(**anders) -> Storing:
    tijden = {"begin": SLUIT - UUR, "eind": SLUIT + UUR} | anders
    with klok.vastgezet(NA):
        return storingen.vastleggen(**tijden, wat=WAT, by=wie(Rol.PROGRAMMAMANAGER))


def test_who_was_too_late_is_on_time_once_the_outage_is_recorded_and_late_again_when_it_was_none(versie):
    made, by, moment = aanvraag(versie, **COMPLEET), aanvrager(), SLUIT + UUR * 3 / 2
    with klok.vastgezet(NA):
        with pytest.raises(TeLaat), transaction.atomic():
            indienen.indienen(made, ontvangen_op=moment, by=by)
        storing = leg_vast()
        with transaction.atomic():
            assert indienen.indienen(made, ontvangen_op=moment, by=by).kenmerk
            transaction.set_rollback(True)
        storingen.intrekken(storing, reden="Het portaal werkte.", by=wie(Rol.PROGRAMMAMANAGER))
        with pytest.raises(NietMogelijk, match="al ingetrokken"):
            storingen.intrekken(storing, reden="Nog eens.", by=wie(Rol.PROGRAMMAMANAGER))
        with pytest.raises(TeLaat), transaction.atomic():
            indienen.indienen(made, ontvangen_op=moment, by=by)


# fmt: off
GEWEIGERD = [
    ({"eind": SLUIT - UUR},    "eind", "ligt niet na het begin"),
    ({"eind": NA + UUR},       "eind", "nog niet geweest"),
]
# fmt: on


@pytest.mark.parametrize(("anders", "veld", "waarom"), GEWEIGERD)
def test_an_outage_that_cannot_be_is_refused(anders, veld, waarom):
    with pytest.raises(ValidationError) as fout:
        leg_vast(**anders)
    assert waarom in fout.value.message_dict[veld][0]


def test_only_who_opens_a_regeling_records_one_and_it_never_changes():
    with pytest.raises(GeenToegang):
        storingen.vastleggen(begin=SLUIT, eind=SLUIT + UUR, wat=WAT, by=wie(Rol.BEHANDELAAR))
    storing = leg_vast()
    for change in (
        lambda: Storing.objects.update(eind=NA),
        lambda: Storing.objects.update(wat="anders"),
        lambda: storing.delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_a_gemeente_reads_from_when_to_when_and_what_the_closing_time_became(versie, client):
    leg_vast()
    made = aanvraag(versie, wat="Lessen")
    with klok.vastgezet(SLUIT + timedelta(minutes=30)):
        client.force_login(aanvrager())
        for adres in (reverse("gemeente-aanvragen"), made.adres_gemeente, reverse("gemeente-storingen")):
            seen = text(client.get(adres))
            assert "Van 30 november 2026, 23.00 uur tot 1 december 2026, 01.00 uur was er een storing" in seen, adres
            assert "tot en met 1 december 2026, 01.59 uur . Dat was 30 november 2026, 23.59 uur." in seen, adres


def test_the_staff_records_one_on_a_page(versie, client):
    client.force_login(wie(Rol.PROGRAMMAMANAGER))
    gisteren = klok.vandaag() - timedelta(days=1)
    velden = {"wat": WAT, "begin": gisteren, "begin_tijd": "10:00", "eind": gisteren, "eind_tijd": "09:00"}
    page = client.get(reverse("storing-nieuw"))
    velden["sleutel"] = page.context["form"]["sleutel"].value()
    answer = client.post(reverse("storing-nieuw"), velden)
    assert (answer.status_code, "ligt niet na het begin" in text(answer)) == (400, True)
    answer = client.post(reverse("storing-nieuw"), velden | {"eind_tijd": "11:30"}, follow=True)
    assert "Inloggen lukte niet" in text(answer)
    assert (Storing.objects.get().eind - Storing.objects.get().begin) == timedelta(minutes=90)
