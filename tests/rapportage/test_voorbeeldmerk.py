"""Whatever leaves the pages of an invented programma says VOORBEELD: a file, a message, a mail, a taak, a PDF."""

import io
import shutil
import subprocess

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from agenda import berichten
from agenda.access import Rol
from agenda.berichten.opmaak import compose
from agenda.lijsten import views
from agenda.models import Bericht, Programma, Taak
from agenda.taken import run_pending
from rapportage.brief import opname, pdf, schrijven
from rapportage.models import Brief
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.vooruitzicht import jaarregel

SOORTEN = pytest.mark.parametrize("soort", ["voorbeeld", "echt"])


@pytest.fixture
def programma(db, soort):
    """A programma with one mutatie; the same words must not stand with a real one."""
    made = vooruitzicht.programma()
    jaarregel(made, 1, 1_000)
    Programma.objects.filter(pk=made.pk).update(soort=soort)
    return Programma.objects.get(pk=made.pk)


@pytest.fixture
def houder(client, account):
    user = account(Rol.BUDGETHOUDER, Rol.PARAFEERDER)
    client.force_login(user)
    client.user = user
    return client


def mutaties(programma, formaat: str) -> str:
    return f"{programma.address(reverse('mutaties'))}&formaat={formaat}"


def as_csv(programma, houder) -> list[str]:
    answer = houder.get(mutaties(programma, "csv"))
    return [answer["Content-Disposition"], b"".join(answer.streaming_content).decode()]


def as_xlsx(programma, houder) -> list[str]:
    answer = houder.get(mutaties(programma, "xlsx"))
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    about = " ".join(str(cell.value) for row in book["Over deze lijst"] for cell in row)
    return [answer["Content-Disposition"], book.sheetnames[0], about]


def as_task_page(programma, houder) -> list[str]:
    """While it waits, and when its file is there; at an address that names no programma."""
    address = houder.get(mutaties(programma, "csv"))["Location"].partition("?")[0]
    waiting = houder.get(address).content.decode()
    run_pending()
    ready = houder.get(address)
    return [title(waiting), text(ready), Taak.objects.get(soort="lijst_exporteren").resultaat.naam]


def as_message(programma, houder) -> list[str]:
    berichten.stuur(
        "brief_paraferen",
        [houder.user],
        over=programma,
        kenmerk="Brief 2026",
        adres="/werk/",
        by=vooruitzicht.budgethouder(),
    )
    return [text(houder.get(reverse("berichten")))]


def as_mail(programma, houder) -> list[str]:
    as_message(programma, houder)
    message = compose(Bericht.objects.get().mail)
    return [message.subject, message.body, message.alternatives[0].content]


def as_mail_of_a_taak(programma, houder) -> list[str]:
    as_task_page(programma, houder)
    assert Bericht.objects.get().soort == "taak_klaar"
    return [text(houder.get(reverse("berichten")))]


def title(page: str) -> str:
    return page.partition("<title>")[2].partition("</title>")[0]


KINDS = [as_csv, as_xlsx, as_task_page, as_message, as_mail, as_mail_of_a_taak]


@SOORTEN
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_comes_from_an_example_says_so_and_what_is_real_does_not(programma, houder, soort, kind, monkeypatch):
    if kind in (as_task_page, as_mail_of_a_taak):
        monkeypatch.setattr(views, "DIRECT", 0)  # every file is made in the background
    said = kind(programma, houder)
    assert ["VOORBEELD" in each for each in said] == [soort == "voorbeeld"] * len(said)


@pytest.mark.pdf
@SOORTEN
def test_every_page_of_the_pdf_of_an_example_says_so(programma, redacteur, soort, tmp_path):
    brief = schrijven.openen(programma, Brief.Soort.VOORTGANG, 2024, by=redacteur)
    brief.secties.update(tekst="Alles in deze brief is bedacht.")
    (tmp_path / "brief.pdf").write_bytes(pdf.bytes_van(opname.inhoud(opname.concept(brief))))
    command = [shutil.which("pdftotext") or "pdftotext", str(tmp_path / "brief.pdf"), "-"]
    pages = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
    is_marked = [opname.VOORBEELD in " ".join(page.split()) for page in pages]
    assert is_marked == [soort == "voorbeeld"] * len(pages)
    assert brief.bestandsnaam.startswith("VOORBEELD-") == (soort == "voorbeeld")
