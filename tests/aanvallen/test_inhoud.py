"""Content that means harm: in a file, in a list, in a letter, in a mail."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from agenda import berichten
from agenda.access import Rol
from agenda.models import Bestand, Brondocument, Gebruiker
from agenda.taken import run_pending
from rapportage.brief import schrijven
from tests.aanvallen.conftest import assert_refused, body
from tests.agenda.bestanden.voorbeelden import DOCM, GOED, PNG, packed, pdf, with_action, xlsx

BRON = "/werk/bronnen/voortgangsbrief-2024/"
BOM = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
LEZEN = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'

# fmt: off
FILES = {
    "program-called-pdf":   ("besluit.pdf",       b"MZ\x90\x00" + b"\0" * 200),
    "script-called-png":    ("kaart.png",         b"<script>alert(1)</script>"),
    "two-extensions":       ("besluit.pdf.exe",   GOED["brief.pdf"]),
    "html":                 ("pagina.html",       b"<!doctype html><script>alert(1)</script>"),
    "svg":                  ("kaart.svg",         b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    "polyglot-png-html":    ("kaart.png",         PNG + b"<script>alert(1)</script>"),
    "polyglot-pdf-zip":     ("besluit.pdf",       GOED["brief.pdf"] + packed(("x.exe", b"MZ"))),
    "pdf-that-runs":        ("besluit.pdf",       pdf(with_action("JavaScript", JS="app.alert(1)"))),
    "pdf-that-launches":    ("besluit.pdf",       pdf(with_action("Launch", F="cmd.exe"))),
    "macro":                ("nota.docx",         packed(("[Content_Types].xml", DOCM), ("word/vbaProject.bin", b"x"))),
    "zip-called-docx":      ("nota.docx",         packed(("x.txt", b"x"))),
    "zip":                  ("alles.zip",         packed(("x.txt", b"x"))),
    "zip-bomb":             ("lijst.xlsx",        xlsx(sheet=b"0" * 300_000_000)),
    "xml-bomb":             ("lijst.xlsx",        xlsx(sheet=BOM)),
    "xml-that-reads":       ("lijst.xlsx",        xlsx(sheet=LEZEN)),
    "path-in-zip":          ("nota.docx",         packed(("../../etc/passwd", b"x"))),
    "nothing":              ("leeg.pdf",          b""),
}
# fmt: on


def upload(client, naam, inhoud):
    file = SimpleUploadedFile(naam, inhoud)
    return client.post(f"{BRON}document/", {"document": file, "versie": "definitief", "omschrijving": "Het besluit"})


@pytest.mark.parametrize("soort", FILES)
def test_a_file_that_means_harm_is_refused_with_its_reason(soort, brief, account, signed_in):
    response = upload(signed_in(account(Rol.BELEIDSMEDEWERKER)), *FILES[soort])
    assert_refused(response, 400, 413)
    assert 'role="alert"' in body(response)
    assert not Brondocument.objects.exists()


NAMES = [
    "../../../etc/passwd.pdf",
    "..\\..\\boot.pdf",
    "a\x00.pdf",
    "brief\u202efdp.exe.pdf",
    "x" * 300 + ".pdf",
    "a\r\nSet-Cookie: x.pdf",
]


@pytest.mark.parametrize("naam", NAMES, ids=range(len(NAMES)))
def test_the_name_of_a_file_is_never_a_place(naam, brief, account, signed_in, settings):
    upload(signed_in(account(Rol.BELEIDSMEDEWERKER)), naam, GOED["brief.pdf"])
    for bestand in Bestand.objects.filter(brondocument__isnull=False):
        assert not {"/", "\\", "\x00", "\r", "\n", "\u202e"} & set(bestand.naam)
        assert ".." not in bestand.plaats


def test_what_was_not_scanned_is_served_to_nobody(brief, account, signed_in):
    medewerker = account(Rol.BELEIDSMEDEWERKER)
    upload(signed_in(medewerker), "besluit.pdf", GOED["brief.pdf"])
    document = Brondocument.objects.get()
    response = signed_in(medewerker).get(f"{BRON}document/{document.pk}/")
    assert_refused(response, 403, 404, 409)


# --- Prose of a letter -------------------------------------------------------------------------------------

LINKS = [
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](&#106;avascript:alert(1))",
    "[klik](java\tscript:alert(1))",
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "[klik](vbscript:msgbox)",
    "[klik][a]\n\n[a]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "<a href='javascript:alert(1)'>klik</a>",
    "![beeld](x\" onerror=\"alert(1))",
    "<svg onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
]
ALIVE = re.compile(r"""<(?:script(?! src)|svg onload|iframe|img|a\b[^>]*(?:javascript|data|vbscript):)""", re.IGNORECASE)


def test_a_link_that_runs_something_is_words_in_a_letter(brief, account, signed_in):
    redacteur = account(Rol.REDACTEUR, Rol.PROGRAMMAMANAGER)
    schrijven.terugnemen(brief, by=redacteur)
    sectie = brief.secties.exclude(tekst="").first()
    sectie.tekst = "\n\n".join(LINKS)
    sectie.save()
    text = body(signed_in(redacteur).get(brief.get_absolute_url()))
    assert ALIVE.findall(text) == []
    assert "[klik](javascript:alert(1))" in text
    assert "&lt;svg onload=alert(1)&gt;" in text


# --- A list that a spreadsheet opens -----------------------------------------------------------------------

FORMULAS = ["=cmd|'/C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", '=HYPERLINK("https://boef.example")', "＝1+1"]


@pytest.fixture
def export(account, signed_in):
    """The list of accounts, among them one whose name is a formula."""

    def made(naam, formaat):
        Gebruiker.objects.create_user("boef@voorbeeld.invalid", None, naam=naam, rollen=[Rol.AUDITOR])
        response = signed_in(account(Rol.BEHEERDER)).get(f"/werk/accounts/?formaat={formaat}")
        return b"".join(response.streaming_content)

    return made


@pytest.mark.parametrize("naam", FORMULAS[:-1])
def test_a_name_that_is_a_formula_is_text_in_csv(naam, export):
    cells = [
        cell.strip('"') for line in export(naam, "csv").decode("utf-8-sig").splitlines() for cell in line.split(";")
    ]
    assert [cell for cell in cells if cell[:1] in set("=+@\t") or cell.startswith("-1")] == []


@pytest.mark.parametrize("naam", FORMULAS)
def test_a_name_that_is_a_formula_is_text_in_a_workbook(naam, export):
    sheet = load_workbook(io.BytesIO(export(naam, "xlsx"))).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "b"}


# --- A mail ------------------------------------------------------------------------------------------------

NEWLINES = [
    "boef\r\nBcc: iedereen@voorbeeld.invalid",
    "boef\nSubject: gratis",
    "boef\x0b\x0cX: y",
    "boef%0d%0aBcc: x@y.nl",
]


@pytest.mark.parametrize("naam", NEWLINES, ids=range(len(NEWLINES)))
def test_no_line_can_be_put_in_the_head_of_a_mail(naam, account, signed_in, mailoutbox):
    signed_in(account(Rol.BEHEERDER)).post(
        reverse("uitnodiging-nieuw"), {"naam": naam, "email": "x@voorbeeld.invalid", "rollen": "auditor"}
    )
    run_pending()
    for mail in mailoutbox:
        assert mail.recipients() == ["x@voorbeeld.invalid"]
        assert "Bcc" not in mail.message().as_string().split("\n\n")[0]
        assert "\n" not in mail.subject


@pytest.mark.parametrize(
    "email",
    [
        "x@voorbeeld.invalid\nBcc: y@voorbeeld.invalid",
        "x@voorbeeld.invalid,y@voorbeeld.invalid",
        "<x@voorbeeld.invalid>",
    ],
)
def test_an_address_that_is_two_is_none(email, account, signed_in, mailoutbox):
    signed_in(account(Rol.BEHEERDER)).post(
        reverse("uitnodiging-nieuw"), {"naam": "Boef", "email": email, "rollen": "auditor"}
    )
    run_pending()
    assert mailoutbox == []


def test_a_mail_tells_nothing_that_is_confidential(account, brief, mailoutbox):
    """The inbox is behind the door, a mail is not: no figure, no name of another, no text that somebody typed."""
    ontvanger, schrijver = account(Rol.PARAFEERDER), account(Rol.REDACTEUR)
    berichten.stuur("brief_paraferen", [ontvanger], over=brief, kenmerk=str(brief), by=schrijver)
    run_pending()
    text = "".join(mail.message().as_string() for mail in mailoutbox)
    assert mailoutbox
    assert schrijver.naam not in text
    assert "10,6" not in text
