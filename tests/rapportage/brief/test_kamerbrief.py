"""`manage.py kamerbrief`: a whole letter or none, and a message that says what to do."""

import pytest
from django.core.management import CommandError, call_command

from agenda.documenten.fout import PdfFout
from rapportage.brief import pdf
from rapportage.models import Brief


def kamerbrief(jaar, map):
    call_command("kamerbrief", str(jaar), uit=map, verbosity=0)


def test_an_unknown_year_names_the_years_that_exist(programma, tmp_path):
    with pytest.raises(CommandError) as fout:
        kamerbrief(2031, tmp_path)
    assert str(fout.value) == (
        "De brief is niet gemaakt.\njaar 2031: Er is geen sjabloon voor dit jaar. Wel beschikbaar: 2024."
    )
    assert list(tmp_path.iterdir()) == []
    assert Brief.objects.count() == 0


def test_an_unknown_programme_says_how_to_load_one(db, tmp_path):
    with pytest.raises(CommandError, match=r"Draai eerst: manage.py laad_programma"):
        call_command("kamerbrief", "2024", uit=tmp_path, programma="bestaat-niet")


def test_a_blocked_letter_writes_nothing_and_leaves_an_existing_file(programma, redacteur, tmp_path):
    from rapportage.brief import schrijven

    brief = schrijven.openen(programma, "voortgang", 2024, by=redacteur)
    brief.secties.filter(sleutel="raad").update(tekst='Er zijn {% cijfer "bestaat.niet" %} leden.')
    oud = tmp_path / "voortgangsbrief-2024.pdf"
    oud.write_bytes(b"de vorige brief")
    with pytest.raises(CommandError, match=r"onbekend cijfer ‘bestaat.niet’"):
        kamerbrief(2024, tmp_path)
    assert oud.read_bytes() == b"de vorige brief"
    assert [pad.name for pad in tmp_path.iterdir()] == ["voortgangsbrief-2024.pdf"]


def test_a_failing_pdf_leaves_an_existing_file_and_no_scraps(programma, tmp_path, monkeypatch):
    def kapot(*args, **kwargs):
        raise PdfFout("Het lettertype ontbreekt.")

    monkeypatch.setattr(pdf.pdf, "write", kapot)
    oud = tmp_path / "voortgangsbrief-2024.pdf"
    oud.write_bytes(b"de vorige brief")
    with pytest.raises(CommandError, match=r"Het lettertype ontbreekt"):
        kamerbrief(2024, tmp_path)
    assert oud.read_bytes() == b"de vorige brief"
    assert [pad.name for pad in tmp_path.iterdir()] == ["voortgangsbrief-2024.pdf"]


@pytest.mark.pdf
def test_a_second_run_writes_the_same_bytes(programma, tmp_path):
    kamerbrief(2024, tmp_path / "een")
    kamerbrief(2024, tmp_path / "twee")
    een, twee = (tmp_path / map / "voortgangsbrief-2024.pdf" for map in ("een", "twee"))
    assert een.read_bytes() == twee.read_bytes()
    assert Brief.objects.count() == 1
