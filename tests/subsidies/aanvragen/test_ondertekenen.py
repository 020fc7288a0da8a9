"""The second signature: by another than who asked, under the answers of one save, and void once an answer changes."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import Functiescheiding, NietMogelijk
from agenda.models import Bericht, Gebruiker
from subsidies.aanvragen import aanvullen, indienen, invullen, ondertekenen
from subsidies.aanvragen.tijdlijn import tijdlijn
from subsidies.models import Aanvraag, Handtekening, RegelingVersie
from tests.hulpmiddelen.aanvragen import COMPLEET, NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, TEKENT, wie

pytestmark = pytest.mark.django_db
TEKEN = {"naam": "T. de Vries", "functie": "Hoofd Sociaal Domein", "mandaat": "Mandaatbesluit 2026, artikel 3"}


@pytest.fixture
def made():
    with klok.vastgezet(NU):
        versie = open_regeling()
        RegelingVersie.objects.filter(pk=versie.pk).update(tweede_handtekening=True)
        yield aanvraag(RegelingVersie.objects.get(pk=versie.pk), **COMPLEET)


@pytest.fixture
def tekenaar(made):
    return wie(TEKENT, made.gemeente)


def asked(made, tekenaar) -> Aanvraag:
    ondertekenen.vragen(made, aan=tekenaar, by=aanvrager())
    return made


def ander(made) -> Gebruiker:
    return Gebruiker.objects.create_user(
        "ander@voorbeeld.invalid", naam="Ander", rollen=[TEKENT], gemeente=made.gemeente
    )


def test_a_colleague_signs_and_both_hear_of_it(made, tekenaar):
    asked(made, tekenaar)
    assert [each.ontvanger for each in Bericht.objects.filter(soort="handtekening_gevraagd").te_doen()] == [tekenaar]
    signed = ondertekenen.zetten(made, **TEKEN, bewaard=1, by=tekenaar)
    assert ondertekenen.geldige(made) == signed
    assert not Bericht.objects.filter(soort="handtekening_gevraagd").te_doen().exists()
    assert [each.ontvanger for each in Bericht.objects.filter(soort="handtekening_gezet")] == [aanvrager()]
    done = indienen.indienen(made, ontvangen_op=NU, by=aanvrager())
    assert not aanvullen.mist_handtekening(done)
    assert aanvullen.compleet(done, by=wie(BEHANDELAAR)).status == "compleet"


def test_nobody_signs_for_himself_whatever_his_roles(made, tekenaar):
    with pytest.raises(Functiescheiding, match="tekent niet zelf"):
        ondertekenen.vragen(made, aan=tekenaar, by=tekenaar)
    ondertekenen.vragen(made, aan=ander(made), by=tekenaar)
    for sign in (
        lambda: ondertekenen.zetten(made, **TEKEN, bewaard=1, by=tekenaar),
        lambda: ondertekenen.weigeren(made, reden="x", bewaard=1, by=tekenaar),
    ):
        with pytest.raises(Functiescheiding, match="tekent niet zelf"):
            sign()


def test_who_may_not_sign_cannot_be_asked_and_cannot_sign(made, tekenaar):
    with pytest.raises(Geweigerd, match="mag niet tekenen voor Voorbeeldstad"):
        ondertekenen.vragen(made, aan=wie(TEKENT, aanvrager("GM9998").gemeente), by=aanvrager())
    asked(made, tekenaar)
    for by in (aanvrager(), wie(TEKENT, aanvrager("GM9998").gemeente), wie(Rol.PROGRAMMAMANAGER)):
        with pytest.raises(GeenToegang):
            ondertekenen.zetten(made, **TEKEN, bewaard=1, by=by)


def test_a_later_answer_voids_what_was_asked_and_what_was_signed(made, tekenaar):
    asked(made, tekenaar)
    invullen.bewaren(made, {"wat": "Anders"}, stand=1, by=aanvrager())
    assert not Bericht.objects.filter(soort="handtekening_gevraagd").te_doen().exists()
    with pytest.raises(NietMogelijk, match="gewijzigd nadat u deze pagina opende"):
        ondertekenen.zetten(made, **TEKEN, bewaard=1, by=tekenaar)
    with pytest.raises(NietMogelijk, match="wacht geen vraag om te tekenen"):
        ondertekenen.zetten(made, **TEKEN, bewaard=2, by=tekenaar)
    asked(made, tekenaar)
    ondertekenen.zetten(made, **TEKEN, bewaard=2, by=tekenaar)
    with pytest.raises(NietMogelijk, match="al ondertekend"):
        asked(made, tekenaar)
    invullen.bewaren(made, {"wat": "Weer anders"}, stand=2, by=aanvrager())
    assert ondertekenen.geldige(Aanvraag.objects.get()) is None


def test_who_declines_says_why_in_the_timeline_of_the_gemeente_and_not_of_the_staff(made, tekenaar):
    asked(made, tekenaar)
    ondertekenen.weigeren(made, reden="Het bedrag klopt niet.", bewaard=1, by=tekenaar)
    done = indienen.indienen(made, ontvangen_op=NU, by=aanvrager())
    own, staff = (tijdlijn(done, voor_gemeente=each) for each in (True, False))
    assert [(each.titel, each.uitleg) for each in own if each.titel == "Niet ondertekend"] == [
        ("Niet ondertekend", "Het bedrag klopt niet.")
    ]
    assert "Het bedrag klopt niet." not in str(staff)
    assert [each.ontvanger for each in Bericht.objects.filter(soort="handtekening_geweigerd")] == [aanvrager()]


def test_without_a_signature_it_is_received_in_time_and_the_signature_can_be_supplemented(made, tekenaar):
    staf = wie(BEHANDELAAR)
    done = indienen.indienen(made, ontvangen_op=NU, by=aanvrager())
    assert (done.ontvangen_op, aanvullen.mist_handtekening(done)) == (NU, True)
    with pytest.raises(NietMogelijk, match="ontbreekt de tweede handtekening"):
        aanvullen.compleet(done, by=staf)
    with pytest.raises(NietMogelijk, match="antwoorden staan vast"):
        asked(done, tekenaar)
    aanvullen.vragen(done, {aanvullen.HANDTEKENING: "Zij ontbreekt."}, uiterlijk_op=date(2026, 12, 1), by=staf)
    asked(done, tekenaar)
    ondertekenen.zetten(done, **TEKEN, bewaard=1, by=tekenaar)
    done = aanvullen.indienen(done, ontvangen_op=NU, by=aanvrager())
    assert aanvullen.compleet(done, by=staf).status == "compleet"


def test_it_is_asked_of_a_complete_aanvraag_where_the_version_wants_it(made, tekenaar):
    invullen.bewaren(made, {"wat": ""}, stand=1, by=aanvrager())
    with pytest.raises(NietMogelijk, match="‘Wat gaat u doen\\?’"):
        asked(made, tekenaar)
    RegelingVersie.objects.filter(pk=made.versie_id).update(tweede_handtekening=False)
    with pytest.raises(NietMogelijk, match="geen tweede handtekening nodig"):
        asked(made, tekenaar)


def test_a_signature_is_evidence_and_never_changes(made, tekenaar):
    asked(made, tekenaar)
    for attempt in (lambda: Handtekening.objects.update(bewaard=9), lambda: Handtekening.objects.all().delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()
