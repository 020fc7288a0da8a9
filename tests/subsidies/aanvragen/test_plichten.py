"""What the start page of a gemeente shows: what it has to do with the first deadline on top, and who is at move."""

from datetime import date

import pytest
from django.test import Client

from agenda import klok
from agenda.models import Gemeente
from subsidies.aanvragen import aanvullen, indienen, invullen, ondertekenen
from subsidies.aanvragen.plichten import plichten
from subsidies.aanvragen.regels import open_nu
from subsidies.models import Aanvraag, RegelingVersie
from tests.hulpmiddelen.aanvragen import COMPLEET, NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.pagina import rows
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, TEKENT, wie

pytestmark = pytest.mark.django_db


@pytest.fixture
def versie():
    with klok.vastgezet(NU):
        found = open_regeling()
        RegelingVersie.objects.filter(pk=found.pk).update(tweede_handtekening=True)
        yield RegelingVersie.objects.get(pk=found.pk)


def te_doen(by) -> list[tuple[str, str]]:
    found = plichten(by, open_nu(by.gemeente))
    return [(f"{each.uiterlijk:%d-%m %H.%M}", each.wat) for each in found]


def test_each_step_of_an_aanvraag_has_its_own_deadline(versie):
    by = aanvrager()
    collega = wie(TEKENT, by.gemeente)
    assert te_doen(by) == [("30-11 23.59", "Aanvragen kan nog")]
    made = aanvraag(versie, **COMPLEET)
    assert te_doen(by) == [("30-11 23.59", "Concept afmaken en indienen")]
    ondertekenen.vragen(made, aan=collega, by=by)
    assert te_doen(collega)[1] == ("30-11 23.59", "Lezen en ondertekenen")
    assert len(te_doen(by)) == 1
    indienen.indienen(made, ontvangen_op=NU, by=by)
    assert te_doen(by) == te_doen(collega) == []
    aanvullen.vragen(made, {"geld": "x"}, uiterlijk_op=date(2026, 11, 20), by=wie(BEHANDELAAR))
    assert te_doen(by) == [("20-11 23.59", "Aanvraag aanvullen")]
    ondertekenen.vragen(made, aan=collega, by=by)
    assert te_doen(collega) == [("20-11 23.59", "Aanvraag aanvullen"), ("20-11 23.59", "Lezen en ondertekenen")]


def test_the_page_shows_it_and_who_is_at_move(versie):
    made = aanvraag(versie, status=Aanvraag.Status.INGEDIEND)
    client = Client(headers={"host": "localhost"})
    client.force_login(aanvrager())
    assert "RSW-2026-00001 Regeling sterke wijk, tranche 1 Ingediend Het ministerie" in rows(client.get("/gemeente/"))
    aanvullen.vragen(made, {"geld": "x"}, uiterlijk_op=date(2026, 11, 20), by=wie(BEHANDELAAR))
    seen = rows(client.get("/gemeente/"))
    assert seen[:2] == [
        "20 november 2026, 23.59 uur Aanvraag aanvullen RSW-2026-00001, Regeling sterke wijk, tranche 1",
        "RSW-2026-00001 Regeling sterke wijk, tranche 1 Aanvulling gevraagd Uw gemeente",
    ]


def test_after_a_herindeling_the_successor_has_it_to_do_and_carries_on(versie):
    """With the concept, the signature and the supplement of the gemeente that went up in it."""
    opvolger = aanvrager("GM9998")
    tekenaar = wie(TEKENT, opvolger.gemeente)
    made = aanvraag(versie, **COMPLEET)
    Gemeente.objects.filter(code="GM9999").update(opvolger=opvolger.gemeente, opgegaan_op=klok.vandaag())
    assert ("30-11 23.59", "Concept afmaken en indienen") in te_doen(opvolger)
    invullen.bewaren(made, {"wat": "Samen verder"}, stand=1, by=opvolger)
    ondertekenen.vragen(made, aan=tekenaar, by=opvolger)
    teken = {"naam": "T", "functie": "F", "mandaat": "M"}
    ondertekenen.zetten(made, **teken, bewaard=2, by=tekenaar)
    done = indienen.indienen(made, ontvangen_op=NU, by=opvolger)
    assert not aanvullen.mist_handtekening(done)
    aanvullen.vragen(done, {"plan": "x"}, uiterlijk_op=date(2026, 11, 20), by=wie(BEHANDELAAR))
    assert ("20-11 23.59", "Aanvraag aanvullen") in te_doen(opvolger)
    invullen.bewaren(done, {"wat": "Nog beter"}, stand=2, by=opvolger)
    done = aanvullen.indienen(done, ontvangen_op=NU, by=opvolger)
    assert (done.status, done.gemeente.code, done.gemeente_in_woorden) == (
        "ingediend",
        "GM9999",
        "Voorbeeldstad (nu Voorbeelddam)",
    )
