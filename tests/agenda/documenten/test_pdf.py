"""The PDF of a letter: complete, the same everywhere, or not made at all."""

import hashlib
import io
import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from django.template.loader import render_to_string

from agenda.documenten import assets, cache
from agenda.documenten.controle_structuur import elements_of, role
from agenda.documenten.fout import PdfFout
from agenda.documenten.pdf import Bijlage, write

from . import voorbeeldbrief

DATUM = datetime(2027, 6, 18, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[3]
STYLES = "".join(
    f'<link rel="stylesheet" href="static:documenten/{name}.css">' for name in ("lettertypen", "voetnoten", "brief")
)


@pytest.fixture(autouse=True)
def _no_cache(settings):
    settings.PDF_CACHE = None


def page(body: str, head: str = STYLES) -> str:
    start = f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title>{head}</head>'
    return f"{start}{body}</html>"


def refused(html: str, **extra) -> str:
    with pytest.raises(PdfFout) as caught:
        write(html, datum=DATUM, **extra)
    return str(caught.value)


@pytest.mark.parametrize(
    "surrounding",
    [
        pytest.param({"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C", "LC_ALL": "C"}, marks=pytest.mark.proof),
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
    ],
)
def test_the_same_letter_has_the_same_bytes_in_another_process_time_zone_language_and_folder(tmp_path, surrounding):
    script = (
        "import hashlib, sys\n"
        "import django; django.setup()\n"
        "from django.conf import settings; settings.PDF_CACHE = None\n"
        "from agenda.documenten.pdf import write\n"
        "from tests.agenda.documenten import voorbeeldbrief as v\n"
        "print(hashlib.sha256(write(v.html(), bijlagen=v.BIJLAGEN, datum=v.DATUM)).hexdigest())\n"
    )
    here = hashlib.sha256(
        write(voorbeeldbrief.html(), bijlagen=voorbeeldbrief.BIJLAGEN, datum=voorbeeldbrief.DATUM)
    ).hexdigest()
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "agenda.settings", "PYTHONPATH": str(ROOT)}
    there = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment | surrounding,
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == here


def test_the_same_moment_in_another_time_zone_gives_the_same_file():
    amsterdam = datetime.fromisoformat("2027-06-18T02:00:00+02:00")
    assert write(page("<h1>Kop</h1>"), datum=amsterdam) == write(page("<h1>Kop</h1>"), datum=DATUM)


def test_a_date_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        write(page("<h1>Kop</h1>"), datum=datetime(2027, 6, 18))  # noqa: DTZ001


def test_attachments_keep_their_bytes_kind_and_date():
    pdf = write(page("<h1>Kop</h1>"), bijlagen=[Bijlage("c.csv", b"a;b\n", "De cijfers", "text/csv")], datum=DATUM)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        attachment = file.attachments["c.csv"].get_file()
        assert attachment.read_bytes() == b"a;b\n"
        assert attachment.mime_type == "text/csv"
        assert attachment.mod_date == DATUM
        assert file.Root.AF[0].AFRelationship == "/Data"
        assert len(file.Root.AF) == 1


def test_two_attachments_of_one_name_are_refused():
    twice = [
        Bijlage("c.csv", b"1", "De cijfers", "text/csv"),
        Bijlage("c.csv", b"2", "De cijfers", "text/csv"),
    ]
    assert refused(page("<h1>Kop</h1>"), bijlagen=twice) == (
        "Twee bijlagen heten “c.csv”. Geef elke bijlage een eigen naam."
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<img src="static:documenten/weg.png" alt="x">', "Het bestand “documenten/weg.png” ontbreekt."),
        ('<img src="static:../geheim.png" alt="x">', "Het bestand “../geheim.png” ontbreekt."),
        (
            '<img src="file:///etc/hostname" alt="x">',
            "Het adres “file:///etc/hostname” mag niet in een document",
        ),
        ('<img src="http://127.0.0.1:9/x.png" alt="x">', "Het adres “http://127.0.0.1:9/x.png” mag niet"),
        ('<img src="data:image/png;base64,AA==" alt="x">', "Het adres “data:image/png;base64,AA==” mag niet"),
        (
            "<style>p { kleur: rood }</style><p>x</p>",
            "WeasyPrint meldt: Ignored `kleur: rood ` at 1:5, unknown property.",
        ),
        ('<a href="#nergens">x</a>', "WeasyPrint meldt: No anchor #nergens"),
        (
            '<img src="static:documenten/lettertypen/OFL.txt" alt="x">',
            "is van een soort die niet in een document mag",
        ),
    ],
)
def test_what_is_missing_or_foreign_is_named(body, message):
    assert message in refused(page(f"<h1>Kop</h1>{body}"))


def test_a_missing_stylesheet_is_named():
    message = refused(page("<h1>Kop</h1>", STYLES + '<link rel="stylesheet" href="static:documenten/huis.css">'))
    assert message == (
        "De PDF is niet gemaakt. Het bestand “documenten/huis.css” ontbreekt. "
        "Zet het in static/documenten/ of haal de verwijzing weg."
    )


def test_a_missing_font_file_is_named(monkeypatch):
    files = assets.load()
    del files["documenten/lettertypen/SourceSans3_400Regular_Italic.ttf"]
    monkeypatch.setattr(assets, "load", lambda: files)
    caught = []

    def render():  # in a thread of its own, whose FontConfiguration has not seen the font yet
        caught.append(refused(page("<h1>Kop</h1><p><em>schuin</em></p>")))

    thread = threading.Thread(target=render)
    thread.start()
    thread.join()
    assert caught == [
        "De PDF is niet gemaakt. Het bestand “documenten/lettertypen/SourceSans3_400Regular_Italic.ttf” "
        "ontbreekt. Zet het in static/documenten/ of haal de verwijzing weg."
    ]


def test_a_document_that_not_everybody_can_read_is_refused():
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    assert refused(page(f"<h1>Kop</h1><h3>Te diep</h3>{drawing}")) == (
        "De PDF is niet toegankelijk of niet blijvend leesbaar. "
        "Een figuur heeft geen tekst voor wie haar niet ziet. "
        "Na een kop van niveau 1 komt een kop van niveau 3."
    )


def test_the_ministry_fills_its_own_letterhead(monkeypatch):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><rect width="9" height="9"/></svg>'
    monkeypatch.setattr(assets, "load", lambda load=assets.load: load() | {"documenten/briefhoofd/eigen.svg": drawing})
    brief = voorbeeldbrief.brief()
    brief["afzender"] = brief["afzender"] | {"briefhoofd": "documenten/briefhoofd/eigen.svg"}  # not in the setting itself
    html = render_to_string("documenten/brief.html", {"brief": brief})
    with pikepdf.open(io.BytesIO(write(html, datum=DATUM))) as file:
        figures = [str(each.Alt) for each in elements_of(file) if role(each) == "Figure"]
    assert figures[0] == "Ministerie van Voorbeelden"


def test_a_character_that_source_sans_lacks_is_named():
    message = refused(page("<h1>Kop</h1><p>Dag 中 en dag.</p>"))
    assert "“中” (U+4E2D CJK UNIFIED IDEOGRAPH-4E2D)" in message


def test_another_font_is_refused_even_when_it_has_every_character():
    message = refused(page('<h1>Kop</h1><p style="font-family: DejaVu Sans">dag</p>'))
    assert "“a” (U+0061 LATIN SMALL LETTER A)" in message
    assert "“DejaVu Sans”" in message


def test_threads_get_the_same_bytes():
    results: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: results.append(write(page("<h1>Kop</h1><p>Tekst.</p>"), datum=DATUM)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [write(page("<h1>Kop</h1><p>Tekst.</p>"), datum=DATUM)] * 3


def test_a_finished_pdf_is_kept_and_found_again(settings, tmp_path, monkeypatch):
    settings.PDF_CACHE = tmp_path / "pdf"
    first = write(page("<h1>Kop</h1>"), datum=DATUM)
    monkeypatch.setattr("agenda.documenten.pdf._render", lambda *rest: pytest.fail("rendered again"))
    assert write(page("<h1>Kop</h1>"), datum=DATUM) == first
    assert [path.suffix for path in settings.PDF_CACHE.iterdir()] == [".pdf"]


def test_the_key_of_a_pdf_changes_with_each_thing_that_determines_it(monkeypatch):
    bijlage = Bijlage("c.csv", b"1", "De cijfers", "text/csv")
    files = {"documenten/brief.css": b"p {}"}
    keys = [
        cache.key("<p>", [bijlage], DATUM, files),
        cache.key("<b>", [bijlage], DATUM, files),
        cache.key("<p>", [], DATUM, files),
        cache.key("<p>", [bijlage], datetime(2027, 6, 19, tzinfo=UTC), files),
        cache.key("<p>", [bijlage], DATUM, {"documenten/brief.css": b"p { color: red }"}),
    ]
    monkeypatch.setattr(cache, "_machinery", lambda: b"another version")
    keys.append(cache.key("<p>", [bijlage], DATUM, files))
    assert len(set(keys)) == 6


def test_only_the_newest_pdfs_are_kept(tmp_path):
    for number in range(cache.MAX_FILES + 3):
        cache.store(tmp_path, f"{number:03}", b"x")
        os.utime(tmp_path / f"{number:03}.pdf", (number, number))
    cache.store(tmp_path, "nieuw", b"x")
    assert len(list(tmp_path.iterdir())) == cache.MAX_FILES
    assert cache.find(tmp_path, "000") is None
    assert cache.find(tmp_path, "nieuw") == b"x"
