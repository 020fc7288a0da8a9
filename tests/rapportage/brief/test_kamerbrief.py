"""`manage.py kamerbrief`: a whole letter or none, and a message that says what to do."""

import pytest
from django.core.management import CommandError, ManagementUtility, call_command

from agenda.documenten.fout import PdfFout
from agenda.models import Taak
from rapportage.brief import pdf, schrijven
from rapportage.models import Brief


def kamerbrief(jaar, map):
    call_command("kamerbrief", str(jaar), uit=map, verbosity=0)


def test_an_unknown_year_names_the_years_that_exist(programma, tmp_path):
    with pytest.raises(CommandError) as fout:
        kamerbrief(2031, tmp_path)
    assert str(fout.value) == (
        "De brief is niet gemaakt.\njaar 2031: Er is geen sjabloon voor dit jaar. Wel beschikbaar: 2024, 2027."
    )
    assert list(tmp_path.iterdir()) == []
    assert Brief.objects.count() == 0


def test_an_unknown_programme_says_how_to_load_one(db, tmp_path):
    with pytest.raises(CommandError, match=r"Draai eerst: manage.py laad_programma"):
        call_command("kamerbrief", "2024", uit=tmp_path, programma="bestaat-niet")


def test_a_blocked_letter_writes_nothing_and_leaves_an_existing_file(programma, redacteur, tmp_path):
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
    assert Brief.objects.get().status == Brief.Status.CONCEPT
    assert Taak.objects.count() == 0


def test_a_letter_that_was_taken_back_is_not_offered_again(programma, redacteur, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(pdf, "bytes_van", lambda gegevens: gegevens["brief"]["betreft"].encode())
    kamerbrief(2024, tmp_path)
    schrijven.terugnemen(Brief.objects.get(), by=redacteur)
    kamerbrief(2024, tmp_path)
    assert Brief.objects.get().status == Brief.Status.CONCEPT
    assert "De PDF toont de laatste momentopname." in capsys.readouterr().err


@pytest.mark.parametrize("jaar", ["abc", "24", "20245", "-2024"])
def test_what_is_no_year_is_refused_in_dutch(jaar, capsys):
    with pytest.raises(SystemExit):
        ManagementUtility(["manage.py", "kamerbrief", "--uit", "x", "--", jaar]).execute()
    assert f"‘{jaar}’ is geen jaar. Schrijf bijvoorbeeld 2024." in capsys.readouterr().err


def test_a_file_where_the_folder_should_be_is_named(programma, tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "bytes_van", lambda gegevens: b"x")
    (tmp_path / "uit").write_text("een bestand")
    with pytest.raises(CommandError, match=r"Schrijven in ‘.*uit’ lukt niet"):
        kamerbrief(2024, tmp_path / "uit")


@pytest.mark.pdf
def test_a_second_run_writes_the_same_bytes(programma, tmp_path):
    kamerbrief(2024, tmp_path / "een")
    kamerbrief(2024, tmp_path / "twee")
    een, twee = (tmp_path / map / "voortgangsbrief-2024.pdf" for map in ("een", "twee"))
    assert een.read_bytes() == twee.read_bytes()
    assert Brief.objects.count() == 1
