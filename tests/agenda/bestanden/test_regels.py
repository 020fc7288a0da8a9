"""Every rule for an upload, broken one at a time: the answer says which file, what is wrong and what to do."""

import io
import time
import tracemalloc
import zipfile

import pikepdf
import pytest

from agenda.bestanden import BestandGeweigerd, archief
from agenda.bestanden.regels import GROOTSTE, PROGRAMMA, REGELS, UPLOAD, check_upload
from tests.agenda.bestanden.voorbeelden import DOCM, GOED, JPG, ODT, PNG, docx, packed, pdf, with_action, xlsx

NESTED = docx(("word/embeddings/bijlage.xlsx", xlsx()))
BOM_XML = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
XXE = b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>'
DEFLATED = {"compression": zipfile.ZIP_DEFLATED}
TEMPLATE = (
    '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'attachedTemplate" Target="http://elders.example/x.dotm" TargetMode="External"/></Relationships>'
)


def refusal(inhoud: bytes, naam: str) -> str:
    """What the check says of this file; empty if it may be."""
    try:
        check_upload(io.BytesIO(inhoud), naam)
    except BestandGeweigerd as fout:
        return str(fout)
    return ""


def encrypted(**kwargs) -> bytes:
    return pdf(encryption=pikepdf.Encryption(**kwargs))


def marked_encrypted(inhoud: bytes) -> bytes:
    """A ZIP of which the index says that its last part is encrypted."""
    place = inhoud.rindex(b"PK\x01\x02") + 8
    return inhoud[:place] + b"\x01" + inhoud[place + 1 :]


def lying(inhoud: bytes) -> bytes:
    """A ZIP of which the index says that its last part is a byte long."""
    place = inhoud.rindex(b"PK\x01\x02") + 24
    return inhoud[:place] + (1).to_bytes(4, "little") + inhoud[place + 4 :]


def two_ends(inhoud: bytes) -> bytes:
    """A ZIP with a comment that looks like the end of another, so that programs see two different indexes."""
    return inhoud[:-2] + (22).to_bytes(2, "little") + inhoud[-22:-2] + b"\x01\x00"


def twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return docx(("word/x.xml", "<a/>"), ("word/x.xml", "<b/>"))


@pytest.mark.parametrize("naam", [naam for naam in GOED if naam != "cijfers.json"])
def test_a_good_file_of_each_kind_may_be_uploaded(naam):
    assert refusal(GOED[naam], naam) == ""


ANDERS = " is geen {}. Open het bestand in het programma waarin u het maakte en sla het opnieuw op als {}."

# fmt: off
WRONG = [
    # the type, by name and by content
    ("nota.exe",      b"MZ",                                    "‘nota.exe’ is een exe-bestand en dat mag niet. Kies PDF, DOCX,"),
    ("kaart.svg",     b"<svg/>",                                "is een svg-bestand en dat mag niet"),
    ("cijfers.json",  GOED["cijfers.json"],                     "is een json-bestand en dat mag niet"),
    ("nota",          b"tekst",                                 "is een bestand zonder type in de naam en dat mag niet"),
    ("nota.pdf",      b"MZ\x90\0" + bytes(100),                 ANDERS.format("pdf", "pdf")),
    ("kaart.png",     b"<svg/>",                                ANDERS.format("png", "png")),
    ("lijst.csv",     b"MZ\x90\0" + bytes(100),                 ANDERS.format("csv", "csv")),
    ("lijst.csv",     b"\xef\xbb\xbf<svg onload='x'/>",         ANDERS.format("csv", "csv")),
    ("lijst.csv",     GOED["brief.pdf"],                        ANDERS.format("csv", "csv")),
    ("lijst.xlsx",    GOED["nota.docx"],                        ANDERS.format("xlsx", "xlsx")),
    ("nota.docx",     packed(("[Content_Types].xml", DOCM)),    ANDERS.format("docx", "docx")),
    # two kinds at once
    ("kaart.png",     PNG + xlsx(),                             ANDERS.format("png", "png")),
    ("kaart.png",     PNG + b"<script>",                        ANDERS.format("png", "png")),
    ("kaart.png",     PNG[:-12],                                ANDERS.format("png", "png")),
    ("foto.jpg",      JPG + xlsx(),                             ANDERS.format("jpg", "jpg")),
    ("foto.jpg",      JPG + xlsx() + b"\xff\xd9",               ANDERS.format("jpg", "jpg")),
    ("foto.jpg",      JPG[:-2],                                 ANDERS.format("jpg", "jpg")),
    ("nota.pdf",      b"<html>" + GOED["brief.pdf"],            ANDERS.format("pdf", "pdf")),
    ("nota.pdf",      GOED["brief.pdf"] + xlsx(),               ANDERS.format("pdf", "pdf")),
    ("nota.pdf",      GOED["brief.pdf"] + xlsx() + b"\n%%EOF",  ANDERS.format("pdf", "pdf")),
    ("nota.docx",     GOED["brief.pdf"] + docx(),               ANDERS.format("docx", "docx")),
    ("nota.docx",     two_ends(docx()),                         ANDERS.format("docx", "docx")),
    ("nota.docx",     docx() + b"MZ",                           ANDERS.format("docx", "docx")),
    # the name
    ("nota.exe.pdf",  GOED["brief.pdf"],                        "‘nota.exe.pdf’ heeft .exe midden in de naam"),
    ("nota.JS.x.pdf", GOED["brief.pdf"],                        "heeft .js midden in de naam"),
    # the size
    ("leeg.pdf",      b"",                                      "‘leeg.pdf’ is leeg (0 bytes). Sla het bestand opnieuw op"),
    ("groot.png",     bytes(10 * 1024**2 + 1),                  "‘groot.png’ is 10,1 MB, en een PNG mag hooguit 10 MB zijn. Maak het kleiner"),
    # what lies inside an archive
    ("nota.docx",     docx(("word/vbaProject.bin", b"x")),      "‘nota.docx’ bevat macro’s"),
    ("nota.odt",      packed(("mimetype", ODT), ("Basic/Standard/Module1.xml", "<x/>")), "bevat macro’s"),
    ("nota.docx",     docx(("word/embeddings/oleObject1.bin", b"x")),  "bevat macro’s of onderdelen die zelf iets uitvoeren"),
    ("nota.docx",     NESTED,                                   "bevat een ander ingepakt bestand of een programma (word/embeddings/bijlage.xlsx)"),
    ("nota.docx",     docx(("word/media/image1.png", b"MZ..")), "bevat een ander ingepakt bestand of een programma"),
    ("nota.docx",     docx(("../../x.xml", "<x/>")),            "bevat een onderdeel met een naam die niet kan (../../x.xml)"),
    ("nota.docx",     docx(("/etc/passwd", "x")),               "bevat een onderdeel met een naam die niet kan"),
    ("nota.docx",     twice(),                                  "bevat een onderdeel met een naam die niet kan (word/x.xml)"),
    ("nota.docx",     marked_encrypted(docx()),                 "is beveiligd met een wachtwoord"),
    ("nota.docx",     docx(("word/_rels/settings.xml.rels", TEMPLATE)), "haalt bij het openen een ander bestand op"),
    ("nota.docx",     docx(("word/_rels/settings.xml.rels", TEMPLATE.encode("utf-16"))), "haalt bij het openen een ander bestand op"),
    ("nota.docx",     docx(("word/_rels/settings.xml.rels", TEMPLATE.replace('"r"', '"r>"'))), "haalt bij het openen een ander bestand op"),
    ("nota.docx",     docx(("word/_rels/settings.xml.rels", TEMPLATE.replace("External", "&#69;xternal"))), "haalt bij het openen een ander bestand op"),
    ("nota.docx",     docx(("word/_rels/settings.xml.rels", TEMPLATE.replace("><", f">{' ' * 65_400}<", 1))), "haalt bij het openen een ander bestand op"),
    ("nota.docx",     docx(("word/_rels/settings.xml.rels", TEMPLATE.replace("/>", ">"))), "bevat XML die naar buiten wijst of zichzelf vergroot"),
    ("lijst.xlsx",    xlsx(sheet=BOM_XML),                      "bevat XML die naar buiten wijst of zichzelf vergroot (xl/worksheets/sheet1.xml)"),
    ("lijst.xlsx",    xlsx(sheet=XXE),                          "bevat XML die naar buiten wijst"),
    ("lijst.xlsx",    xlsx(sheet=BOM_XML.decode().encode("utf-16")), "bevat XML die naar buiten wijst"),
    ("lijst.xlsx",    xlsx(sheet=BOM_XML.decode().encode("utf-32")), "bevat XML die naar buiten wijst"),
    ("lijst.xlsx",    xlsx(sheet=BOM_XML.decode().encode("cp037")),  "bevat XML die naar buiten wijst"),
    ("lijst.xlsx",    xlsx(sheet=BOM_XML.replace(b"?>", b' encoding="utf-7"?>')), "bevat XML die naar buiten wijst"),
    ("lijst.xlsx",    xlsx(sheet=b"<!--" + b" " * (64 * 1024 - 12) + b"--><!DOCTYPE y><x/>"), "bevat XML die naar buiten wijst"),
    ("nota.docx",     docx(("word/kaart.svg", XXE)),            "bevat XML die naar buiten wijst"),
    # bombs
    ("nota.docx",     docx(("x", bytes(11 * 1024**2)), **DEFLATED), "is zo ingepakt dat het bij het openen"),
    ("nota.docx",     docx(*((f"x{n}", "") for n in range(5000))),  "is zo ingepakt dat het bij het openen"),
    ("nota.docx",     lying(docx(("x", bytes(9 * 1024**2)), **DEFLATED)), "is beschadigd"),
    # what a PDF does
    ("nota.pdf",      pdf(with_action("JavaScript", JS="app.alert(1)")), "‘nota.pdf’ bevat JavaScript of een opdracht die iets start"),
    ("nota.pdf",      pdf(with_action("Launch", F="cmd.exe")),  "bevat JavaScript of een opdracht die iets start"),
    ("nota.pdf",      pdf(with_action("SubmitForm", F="http://elders.example")), "bevat JavaScript of een opdracht"),
    ("nota.pdf",      pdf(with_action("JavaScript", JS="x"), object_stream_mode=pikepdf.ObjectStreamMode.generate), "bevat JavaScript"),
    ("nota.pdf",      pdf(with_action("JavaScript", JS="x")).replace(b"/JavaScript", b"/J#61vaScript"), "bevat JavaScript"),
    ("nota.pdf",      encrypted(user="geheim", owner="geheim"), "is beveiligd met een wachtwoord"),
    ("nota.pdf",      b"%PDF-1.7\nniets\n%%EOF\n",             "is geen PDF die te lezen is. Druk het document af"),
]
# fmt: on


@pytest.mark.parametrize(("naam", "inhoud", "zin"), WRONG, ids=[f"{n}-{zin[-40:]}" for n, _, zin in WRONG])
def test_a_file_that_breaks_a_rule_is_refused_with_its_name_and_a_way_on(naam, inhoud, zin):
    assert zin in refusal(inhoud, naam)
    assert f"‘{naam}’" in refusal(inhoud, naam)


def test_an_owner_password_only_keeps_nobody_from_reading():
    assert refusal(encrypted(owner="eigenaar"), "nota.pdf") == ""


def test_a_pdf_with_a_hyperlink_and_an_attachment_with_figures_may_be():
    def fill(document):
        document.attachments["cijfers.csv"] = b"a;b\r\n"
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://elders.example"))

    assert refusal(pdf(fill), "nota.pdf") == ""


def test_the_process_that_reads_a_pdf_has_no_more_than_its_memory_and_time(monkeypatch):
    from agenda.bestanden import pdf as module

    monkeypatch.setattr(module, "GEDULD", 0.01)
    assert "is geen PDF die te lezen is" in refusal(GOED["brief.pdf"], "nota.pdf")


def test_a_bomb_is_refused_without_being_unpacked():
    bomb = docx(("x", bytes(6 * archief.VERHOUDING_VANAF)), **DEFLATED)
    tracemalloc.start()
    begin = time.process_time()
    assert "is zo ingepakt" in refusal(bomb, "bom.docx")
    assert time.process_time() - begin < 1
    assert tracemalloc.get_traced_memory()[1] < 2 * 1024**2
    tracemalloc.stop()


def test_a_large_ordinary_workbook_may_be():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n * 7919 % 104_729}</v></c></row>' for n in range(1, 150_000))
    assert refusal(xlsx(sheet=f"<worksheet><sheetData>{rows}</sheetData></worksheet>"), "lijst.xlsx") == ""


def test_a_file_may_be_as_large_as_its_limit():
    parts = (PNG[:-12], PNG[-12:])
    room = 10 * 1024**2 - len(PNG) - 12
    assert refusal(parts[0] + room.to_bytes(4, "big") + b"tEXt" + bytes(room + 4) + parts[1], "kaart.png") == ""


def test_the_hint_of_a_form_is_made_of_the_rules_that_are_checked():
    soort, grootte, naam, inhoud = (regel.tekst for regel in REGELS)
    assert soort == "Soort: PDF, DOCX, ODT, XLSX, ODS, CSV, PNG of JPG. De inhoud moet bij de naam passen."
    assert grootte == (
        "Grootte: niet leeg, en ten hoogste – PDF: 50 MB; DOCX, ODT, XLSX, ODS of CSV: 25 MB; PNG of JPG: 10 MB."
    )
    assert naam == "Naam: geen naam van een programma, zoals nota.exe.pdf."
    assert inhoud.startswith("Inhoud: geen wachtwoord, geen macro’s of JavaScript")
    assert not PROGRAMMA & UPLOAD.keys()
    assert GROOTSTE == 50 * 1024**2
