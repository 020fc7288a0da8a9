"""Two programmas may use the same keys: each finds its own records, and the audit trail tells them apart."""

import shutil

import pytest
from django.db import IntegrityError, transaction

from actielijnen.models import Actielijn, Dekkingsbron
from agenda import audit, cijfers, klok
from agenda.models import AuditRegel, Bron, Feit, Gebruiker, Ministerie, OpenVraag, Programma, Tegenspraak
from agenda.models.programma import within
from rapportage.laden.bestanden import GEGEVENS
from rapportage.laden.programma import laad
from rapportage.models import Toezegging
from subsidies.models import Regeling
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def opvolger(programma) -> Programma:
    """A second programma, which follows the real one."""
    return Programma.objects.create(
        code="opvolger",
        naam="Opvolger",
        korte_naam="Opvolger",
        soort="echt",
        opvolger_van=programma,
        ministerie=Ministerie.objects.first(),
    )


def tegenspraak(programma, nummer="C07") -> Tegenspraak:
    return Tegenspraak.objects.create(
        programma=programma, nummer=nummer, onderwerp="Iets anders", aard="x", behandeling="x", stand="open"
    )


def test_the_same_number_is_another_record_in_another_programma(opvolger, programma, lezer):
    tegenspraak(opvolger)
    assert "Iets anders" in text(lezer.get("/werk/tegenspraken/C07/?programma=opvolger"))
    assert "Iets anders" not in text(lezer.get("/werk/tegenspraken/C07/?programma=veerkracht-weerbaarheid"))
    assert lezer.get("/werk/tegenspraken/C01/?programma=opvolger").status_code == 404


def test_within_a_programma_a_number_is_used_once(programma):
    with pytest.raises(IntegrityError), transaction.atomic():
        tegenspraak(programma)


def test_an_address_keeps_its_meaning_when_a_successor_comes(programma, opvolger, lezer):
    address = Feit.objects.get(programma=programma, sleutel="budget.totaal").get_absolute_url()
    assert address == "/werk/feiten/budget.totaal/?programma=veerkracht-weerbaarheid"
    assert lezer.get(address).status_code == 200
    assert lezer.get("/werk/feiten/budget.totaal/").status_code == 404  # the successor has no such feit


def test_what_a_programma_says_itself_goes_before_what_all_share(programma, opvolger, lezer):
    shared = Feit.objects.filter(programma=None).first()
    own = Feit.objects.create(
        programma=opvolger,
        sleutel=shared.sleutel,
        onderwerp="x",
        naam="Ons eigen feit",
        definitie="x",
        weergave="tekst",
    )
    address = f"/werk/feiten/{shared.sleutel}/?programma="
    assert "Ons eigen feit" in text(lezer.get(f"{address}opvolger"))
    assert shared.naam in text(lezer.get(f"{address}{programma.code}"))
    found = cijfers.find(opvolger, klok.vandaag(), [shared.sleutel])
    assert found[shared.sleutel].titel == own.naam


def test_the_audit_trail_tells_two_records_with_the_same_number_apart(programma, opvolger):
    theirs, ours = tegenspraak(opvolger), Tegenspraak.objects.get(programma=programma, nummer="C07")
    regel = audit.record(theirs, "tegenspraak_kiezen", by=Gebruiker.objects.systeem(), keuze="x")
    assert regel.onderwerp_sleutel == "opvolger/C07"
    assert list(AuditRegel.objects.about(theirs)) == [regel]
    assert list(AuditRegel.objects.about(ours)) == []
    assert audit.sentence(regel) == "Bij tegenspraak C07 (opvolger) is een keuze vastgelegd: x."


def test_a_line_from_before_there_were_two_programmas_is_found_at_the_first(programma, opvolger):
    theirs, ours = tegenspraak(opvolger), Tegenspraak.objects.get(programma=programma, nummer="C07")
    old = AuditRegel.objects.create(
        moment=klok.nu(), actie="tegenspraak_kiezen", onderwerp_soort="agenda.tegenspraak", onderwerp_sleutel="C07",
        account=1, rollen=[], details={"keuze": "x"},
    )  # fmt: skip
    assert list(AuditRegel.objects.about(ours)) == [old]
    assert list(AuditRegel.objects.about(theirs)) == []


def test_a_second_programma_can_be_loaded_with_the_same_keys(programma, tmp_path):
    """The files of the real one under another code: every row is found within its own programma."""
    shutil.copytree(GEGEVENS, tmp_path / "g")
    for file in (tmp_path / "g").rglob("*.toml"):
        file.write_text(file.read_text().replace('"veerkracht-weerbaarheid"', '"tweede"'))
    models = (Feit, Tegenspraak, OpenVraag, Toezegging, Regeling, Actielijn, Dekkingsbron)
    before = {model: model.objects.filter(programma=programma).count() for model in models}
    laad(by=Gebruiker.objects.systeem(), map=tmp_path / "g")
    tweede = Programma.objects.get(code="tweede")
    assert {model: model.objects.filter(programma=tweede).count() for model in models} == before
    assert {model: model.objects.filter(programma=programma).count() for model in models} == before
    assert tweede.projecten.get().dekkingsbron.programma == tweede
    assert {feit.programma for t in tweede.tegenspraken.all() for feit in t.feiten.all()} <= {tweede, None}
    assert laad(by=Gebruiker.objects.systeem(), map=tmp_path / "g").is_ongewijzigd


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/werk/feiten/", "/werk/feiten/?programma=a"),
        ("/werk/feiten/?onderwerp=x&naam=y", "/werk/feiten/?onderwerp=x&naam=y&programma=a"),
        ("/werk/open-vragen/#raad", "/werk/open-vragen/?programma=a#raad"),
        ("/werk/feiten/?programma=b", "/werk/feiten/?programma=b"),
        ("/werk/brieven/a/voortgang-2024/", "/werk/brieven/a/voortgang-2024/"),
    ],
)
def test_an_address_gets_a_programma_once(address, expected):
    assert within("a", address) == expected


def test_bronnen_stay_shared(programma, opvolger, lezer):
    bron = Bron.objects.get(sleutel="kamerbrief-2023")
    assert lezer.get(f"{bron.get_absolute_url()}?programma=opvolger").status_code == 200
