"""The progress letter of 2024 as PDF: what it must say, what it must never say, and its bytes."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings

from rapportage.brief import pdf, schrijven
from rapportage.models import Brief

pytestmark = pytest.mark.pdf


@pytest.fixture
def gegevens(programma, redacteur):
    brief = schrijven.openen(programma, Brief.Soort.VOORTGANG, 2024, by=redacteur)
    return schrijven.aanbieden(brief, by=redacteur).opname.inhoud


@pytest.fixture
def bestand(gegevens, tmp_path):
    return pdf.schrijf(gegevens, tmp_path / "brief.pdf")


def tekst_van(bestand: Path) -> str:
    """The text of a PDF with every run of white space as one space."""
    uit = subprocess.run(["pdftotext", str(bestand), "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s+", " ", uit.stdout)


def bijlagen_van(bestand: Path) -> dict[str, str]:
    with pikepdf.open(bestand) as document:
        return {
            naam: bijlage.get_file().read_bytes().decode("utf-8-sig")
            for naam, bijlage in document.attachments.items()
        }


MOET = [
    "€ 256 miljoen",
    "De ministeries van SZW, VWS, OCW en BZK",
    "De Agenda draagt € 6,3 miljoen bij",
    "eerder € 6,0 miljoen gemeld",
    "preventie van armoede en schulden, veerkracht en weerbaarheid, re-integratie, school en omgeving, "
    "de ontwikkeling van het jonge kind, een gezonde leefomgeving en programmaondersteuning",
    "in totaal ruim € 28 miljoen",
    "tot nu toe 7 gemeenten",
    "In 2023 is € 313.327 via een DU verstrekt",
    "€ 2,1 miljoen",
    "in drie wijken",
    "tot en met 2025",
    "In mei 2024 was het eerste Congres",
    "Voor 2025 is een tweede congres gepland",
    "7 leden, die voor 2 jaar zijn benoemd",
    "op dit moment geen middelen gereserveerd om de Agenda na 2025 voort te zetten",
    "in totaal € 10.600.000 (indicatief)",
    "1. Het versterken van expertise",
    "€ 1.065.000",
    "€ 7.425.000",
    "€ 1.615.000",
    "€ 300.000",
    "€ 195.000",
    "Bedrag (indicatief)",
    "20 focusgebieden",
    "Kamerstukken II 2022/23, 36 200 XV, nr. 96.",
    "Ondertekenaar van de verzonden brief: de staatssecretaris van Sociale Zaken en Werkgelegenheid, J.N.J. Nobel.",
    "onbekend (2024)",
]

# Sums and averages that no source states: 6,3 + 28; 10,6 + 2,1; 250 + 7,2; 313.327 / 7; 3 × 3,483; 28 - 6,3.
NOOIT = [
    "V&WS", "V&amp;WS", "Decentrale Uitkering", "20 gemeenten", "34,3", "34.300.000", "12,7", "12.700.000",
    "257,2", "44.761", "44761", "10.449", "10449", "21,7", "21.700.000", "infographic",
]  # fmt: skip


def test_the_letter_holds_each_core_figure_with_its_qualifier(bestand):
    tekst = tekst_van(bestand)
    assert [zin for zin in MOET if zin not in tekst] == []


def test_neither_the_text_nor_an_attachment_says_what_no_source_says(bestand):
    alles = tekst_van(bestand) + "".join(bijlagen_van(bestand).values())
    assert [woord for woord in NOOIT if woord in alles] == []


def test_every_page_says_that_it_is_a_reconstruction(bestand):
    uit = subprocess.run(["pdftotext", str(bestand), "-"], capture_output=True, text=True, check=True).stdout
    paginas = uit.rstrip("\f").split("\f")
    assert len(paginas) >= 4
    assert all("Reconstructie uit de gegevens, niet de verzonden brief" in pagina for pagina in paginas)


def test_the_attachments_hold_every_figure_with_its_source(bestand, gegevens):
    bijlagen = bijlagen_van(bestand)
    assert sorted(bijlagen) == ["cijfers.csv", "momentopname.json"]
    assert json.loads(bijlagen["momentopname.json"]) == gegevens
    regels = bijlagen["cijfers.csv"].splitlines()
    assert len(regels) == 1 + len(gegevens["cijfers"])


def test_the_letter_passes_verapdf_and_our_own_check(bestand):
    from agenda.documenten import controle
    from tests.agenda.documenten import verapdf

    assert controle.bevindingen(bestand.read_bytes()) == []
    assert verapdf.refusals(bestand.read_bytes()) == []


PROGRAMMA = """
import json, sys, django
django.setup()
from agenda.documenten import pdf
from rapportage.brief import pdf as brief
gegevens = json.load(open(sys.argv[1]))
import hashlib
print(hashlib.sha256(brief.bytes_van(gegevens)).hexdigest())
"""


@pytest.mark.parametrize(
    ("zaad", "zone", "taal"),
    [("1", "Asia/Tokyo", "C"), pytest.param("4242", "America/Lima", "C.UTF-8", marks=pytest.mark.proof)],
)
def test_another_hash_seed_time_zone_locale_and_folder_give_the_same_bytes(
    gegevens, bestand, tmp_path, zaad, zone, taal
):
    opname, elders = tmp_path / "opname.json", tmp_path / "elders"
    opname.write_text(json.dumps(gegevens))
    elders.mkdir()
    omgeving = os.environ | {
        "PYTHONHASHSEED": zaad,
        "TZ": zone,
        "LC_ALL": taal,
        "PORTAAL_OPSLAG": str(elders),
        "PYTHONPATH": str(settings.BASE_DIR),
        "DJANGO_SETTINGS_MODULE": "agenda.settings",
    }
    uit = subprocess.run(
        [sys.executable, "-c", PROGRAMMA, str(opname)],
        cwd=elders, env=omgeving, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert uit.stdout.strip().splitlines()[-1] == hashlib.sha256(bestand.read_bytes()).hexdigest()
