"""Loading the example: once, only where it belongs, and without any trace in what is real."""

import hashlib
from datetime import UTC, date, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

import rapportage.cijfers  # noqa: F401  registers the figures
from agenda import cijfers, klok
from agenda.cijfers.register import _TELLERS
from agenda.models import Bron, Feit, Gebruiker, Gemeente, Programma
from rapportage.brief import opname, schrijven
from rapportage.brief.concept import concept
from rapportage.models import Brief
from rapportage.voorbeeld.laden import laad
from subsidies.models import Aanvraag
from tests.hulpmiddelen import stand
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def zonder_en_met(db, loaded_rows, rows_with_example):
    """What a function says of the real programme without the example beside it, and with it."""

    def ask(functie) -> list:
        answers = []
        for rows in (loaded_rows, rows_with_example):
            with transaction.atomic(), klok.vastgezet(datetime(2026, 11, 22, 9, tzinfo=UTC)):
                stand.put_back(rows)
                answers.append(functie(Programma.objects.huidig()))
                transaction.set_rollback(True)
        return answers

    return ask


def alle_cijfers(programma) -> dict:
    namen = [*_TELLERS, *Feit.objects.of(programma).values_list("sleutel", flat=True)]
    dagen = (date(2024, 12, 31), klok.vandaag())
    return {(dag, naam): cijfer for dag in dagen for naam, cijfer in cijfers.find(programma, dag, namen).items()}


def hash_van_de_brief(programma) -> str:
    brief = schrijven.openen(programma, Brief.Soort.VOORTGANG, 2024, by=Gebruiker.objects.systeem())
    return hashlib.sha256(opname.canonical(opname.inhoud(concept(brief)))).hexdigest()


def test_no_real_figure_changes_because_of_the_example(zonder_en_met):
    zonder, met = zonder_en_met(alle_cijfers)
    assert len(zonder) > 300
    assert met == zonder


def test_the_letter_of_2024_is_the_same_to_the_byte(zonder_en_met):
    zonder, met = zonder_en_met(hash_van_de_brief)
    assert met == zonder


def test_a_second_run_changes_nothing(voorbeeldprogramma):
    before = stand.keep()
    assert laad(by=Gebruiker.objects.systeem()).is_ongewijzigd
    assert stand.keep() == before


def test_beside_real_data_it_is_only_loaded_when_asked(programma, settings):
    settings.PORTAAL_DEMO = False
    with pytest.raises(CommandError, match="--ook-in-productie"):
        call_command("laad_voorbeeld")
    assert not Programma.objects.filter(soort="voorbeeld").exists()


def test_it_says_what_must_be_loaded_first(db, settings):
    settings.PORTAAL_DEMO = True
    with pytest.raises(CommandError, match="laad_programma"):
        call_command("laad_voorbeeld")


def test_its_gemeenten_do_not_exist_and_are_not_counted(voorbeeldprogramma, lezer):
    bedacht = Gemeente.objects.filter(is_voorbeeld=True)
    assert bedacht.count() == 63
    assert "342 rijen" in text(lezer.get("/werk/gemeenten/"))
    assert "Voorbeeld" not in text(lezer.get("/werk/gemeenten/?naam=voorbeeld"))
    assert "van 63 rijen" in text(lezer.get("/werk/gemeenten/?programma=voorbeeld-2026"))
    kaart = lezer.get("/werk/focusgebieden/?programma=voorbeeld-2026")
    assert (kaart.context["kaart"], len(kaart.context["gebieden"])) == (None, 59)


def test_everything_in_it_rests_on_invented_bronnen(voorbeeldprogramma):
    rows = [*voorbeeldprogramma.actielijnen.all(), *voorbeeldprogramma.dekkingsbronnen.all()]
    rows += [*voorbeeldprogramma.teksten.all(), *voorbeeldprogramma.perioden.all()]
    rows += [
        mutatie
        for post in voorbeeldprogramma.posten.all()
        for regel in post.regels.all()
        for mutatie in regel.mutaties.all()
    ]
    assert {row.bron.soort for row in rows} == {Bron.Soort.VOORBEELD}
    assert {bron.titel.startswith("VOORBEELD: ") for bron in Bron.objects.filter(soort="voorbeeld")} == {True}


def test_sixty_aanvragen_stand_in_every_status(voorbeeldprogramma):
    own = Aanvraag.objects.filter(versie__regeling__programma=voorbeeldprogramma)
    assert own.count() == 60
    assert set(own.values_list("status", flat=True)) == set(Aanvraag.Status.values)
