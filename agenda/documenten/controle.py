"""The own check of a finished PDF: what a standard leaves open, and what its validator does not look at.

veraPDF judges the standards in the tests; this check needs no Java, so it can stand in the way of every
document. It sees what veraPDF lets pass (an empty alternative text, a table without headers, two titles that
differ) and names every finding in Dutch.
"""

import io
import re

import pikepdf

from . import controle_inhoud, controle_structuur, lettertypen

XMP = {
    "pdfaid:part": ("3", "PDF/A deel 3"),
    "pdfaid:conformance": ("A", "PDF/A niveau A"),
    "pdfuaid:part": ("1", "PDF/UA deel 1"),
}
UA_SCHEMA = "http://www.aiim.org/pdfua/ns/id/"


def bevindingen(pdf: bytes) -> list[str]:
    """Everything that is wrong with the file, as Dutch sentences; an empty list means that it may go out."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as file:
            if file.is_encrypted:
                return ["Het bestand is versleuteld."]
            return [
                *_catalog(file),
                *_titles(file),
                *_claims(file),
                *_colour(file),
                *_fonts(file),
                *_attachments(file),
                *controle_structuur.bevindingen(file),
                *controle_inhoud.bevindingen(file),
            ]
    except pikepdf.PdfError as error:
        return [f"Het bestand is geen leesbare PDF: {error}."]


def _catalog(file):
    root = file.Root
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "De PDF zegt niet dat zij structuur heeft (MarkInfo)."
    if "/StructTreeRoot" not in root:
        yield "De PDF heeft geen structuur."
    language = str(root.get("/Lang", ""))
    if not language.startswith("nl"):
        yield f"De taal van de PDF is “{language}” en niet Nederlands."
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "De titelbalk toont de bestandsnaam en niet de titel (DisplayDocTitle)."
    if any(key in root for key in ("/OpenAction", "/AA")) or "/JavaScript" in root.get("/Names", {}):
        yield "De PDF voert iets uit als zij opengaat."
    if "/ID" not in file.trailer:
        yield "De PDF heeft geen kenmerk (ID)."


def _titles(file):
    in_xmp = str(file.open_metadata().get("dc:title", "")).strip()  # not `with`: that would repair Info
    in_info = str(file.docinfo.get("/Title", "")).strip()
    if not in_info or not in_xmp:
        yield "De PDF heeft geen titel."
    elif in_info != in_xmp:
        yield f"De PDF heeft twee titels: “{in_info}” en “{in_xmp}”."


def _claims(file):
    if "/Metadata" not in file.Root:
        yield "De PDF heeft geen metagegevens (XMP)."
        return
    xmp = file.open_metadata()
    for key, (wanted, name) in XMP.items():
        if str(xmp.get(key, "")) != wanted:
            yield f"De PDF zegt niet dat zij {name} is."
    packet = file.Root.Metadata.read_bytes().decode("utf-8", "replace")
    if len(re.findall(r"<\w+:RDF\b", packet)) != 1:
        yield "De metagegevens (XMP) bestaan niet uit precies één deel."
    if f"namespaceURI>{UA_SCHEMA}<" not in packet:
        yield "De metagegevens verklaren het veld voor PDF/UA niet."


def _colour(file):
    intents = list(file.Root.get("/OutputIntents", []))
    if not any(each.get("/S") == "/GTS_PDFA1" and "/DestOutputProfile" in each for each in intents):
        yield "De PDF zegt niet welke kleuren zij bedoelt (output intent)."


def _fonts(file):
    seen = set()
    for page in file.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield from _font(font)


def _font(font):
    name = str(font.get("/BaseFont", "zonder naam")).lstrip("/")
    if name.partition("+")[2] not in lettertypen.FACES:
        yield f"Het lettertype “{name}” hoort niet in onze documenten."
    if "/ToUnicode" not in font:
        yield f"De tekst in “{name}” is niet te kopiëren of voor te lezen (ToUnicode)."
    for descendant in font.get("/DescendantFonts", [font]):
        descriptor = descendant.get("/FontDescriptor", {})
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"Het lettertype “{name}” zit niet in de PDF."


def _attachments(file):
    names = list(file.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", []))
    listed = [each.objgen for each in file.Root.get("/AF", [])]
    for attachment in names[1::2]:
        name = str(attachment.get("/UF", "zonder naam"))
        if attachment.get("/AFRelationship") != "/Data":
            yield f"Bijlage “{name}” zegt niet dat zij de gegevens achter het document is."
        if listed.count(attachment.objgen) != 1:
            times = listed.count(attachment.objgen)
            yield f"Bijlage “{name}” staat {times} keer in de lijst en niet één keer."
        if not str(attachment.get("/Desc", "")).strip():
            yield f"Bijlage “{name}” heeft geen omschrijving."
        content = attachment.get("/EF", {}).get("/F")
        described = content is not None and "/Subtype" in content
        if not described or "/ModDate" not in content.get("/Params", {}):
            yield f"Bijlage “{name}” mist inhoud, soort of datum."
    if len(listed) > len(names[1::2]):
        yield "De lijst van bijlagen is langer dan het aantal bijlagen."
