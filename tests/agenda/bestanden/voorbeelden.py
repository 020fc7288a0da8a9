"""Real small files of every kind that may be uploaded, and the parts to spoil them with."""

import io
import struct
import zipfile
import zlib

import pikepdf
from openpyxl import Workbook

OOXML = "application/vnd.openxmlformats-officedocument."
ODS, ODT = (f"application/vnd.oasis.opendocument.{kind}" for kind in ("spreadsheet", "text"))
WORD = f'<Types><Override ContentType="{OOXML}wordprocessingml.document.main+xml"/></Types>'
DOCM = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'


def packed(*parts, **kwargs) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", **kwargs) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return file.getvalue()


def docx(*parts, **kwargs) -> bytes:
    return packed(("[Content_Types].xml", WORD), ("word/document.xml", "<document/>"), *parts, **kwargs)


def xlsx(**parts) -> bytes:
    """A workbook of openpyxl with the content of some parts replaced; `sheet` is its only sheet."""
    file = io.BytesIO()
    Workbook().save(file)
    named = {"xl/worksheets/sheet1.xml": parts["sheet"]} if parts else {}
    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist()} | named
    return packed(*content.items(), compression=zipfile.ZIP_DEFLATED)


def pdf(fill=lambda pdf: None, **kwargs) -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        fill(document)
        document.save(file, **kwargs)
    return file.getvalue()


def with_action(kind: str, **more):
    """Fills a PDF with an action on opening."""

    def fill(document):
        action = {"/S": pikepdf.Name(f"/{kind}")} | {f"/{key}": pikepdf.String(value) for key, value in more.items()}
        document.Root.OpenAction = document.make_indirect(pikepdf.Dictionary(action))

    return fill


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack("!I", len(content)) + kind + content + struct.pack("!I", zlib.crc32(kind + content))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack("!2I5B", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)
# Segments as a camera writes them, with a thumbnail in the first and a restart marker in the picture.
JPG = (
    b"\xff\xd8" + b"\xff\xe1\x00\x08\xff\xd8\xff\xd9..."[:10] + b"\xff\xdb\x00\x04ab" + b"\xff\xda\x00\x04ab"
    b"\x12\xff\x00\x34\xff\xd0\x56" + b"\xff\xd9"
)
GOED = {
    "brief.pdf": pdf(),
    "lijst.xlsx": xlsx(),
    "nota.docx": docx(),
    "lijst.ods": packed(("mimetype", ODS), ("content.xml", "<x/>")),
    "nota.odt": packed(("mimetype", ODT), ("content.xml", "<x/>")),
    "lijst.csv": "\ufeffnaam;aantal\r\nÉpe;1\r\n".encode(),
    "kaart.png": PNG,
    "FOTO.JPG": JPG,
    "cijfers.json": b'{"a": [1]}',
}
