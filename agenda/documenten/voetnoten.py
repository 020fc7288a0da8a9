"""Each footnote on the page of its call: the check, and the repair of the paragraph where it failed."""

import re

from weasyprint.formatting_structure.boxes import LineBox, TextBox

from .fout import PdfFout

TAG = "voetnoot"
MEASURES = ("bijeen", "nieuwe-pagina")  # tried in this order; voetnoten.css says what they do
MAX_ROUNDS = 25


def keep_on_page(html, render):
    """Render until each footnote stands on the page of its call; PdfFout when that cannot be reached.

    `html` is a weasyprint.HTML, `render` makes a document of it. A repair keeps the paragraph of a stray note
    together, and if that is not enough starts a page with it; the rest moves, so the check starts anew.
    """
    for note in html.etree_element.iter(TAG):
        _collapse_spaces(note)
    for _ in range(MAX_ROUNDS):
        document = render()
        stray = stray_notes(document, html)
        if not stray:
            return document
        parents = {child: parent for parent in html.etree_element.iter() for child in parent}
        if not _repair(stray[0], parents):
            break
    raise PdfFout(
        f"Voetnoot “{_text(stray[0])}” past niet op de bladzijde waar zij bij hoort. Kort de noot in of verplaats haar."
    )


def stray_notes(document, html) -> list:
    """The footnotes (HTML elements) that are lost, doubled or on another page than their call, in order."""
    calls, notes = {}, {}
    for number, page in enumerate(document.pages):
        for box in page._page_box.descendants(placeholders=True):
            if isinstance(box, (TextBox, LineBox)):
                continue  # these carry the tag of the box around them
            if box.element_tag == TAG + "::footnote-call":
                calls.setdefault(box.element, []).append(number)
            elif box.element_tag == TAG + "::footnote-marker":
                notes.setdefault(box.element, []).append(number)
    footnotes = html.etree_element.iter(TAG)
    return [each for each in footnotes if len(calls.get(each, [])) != 1 or calls[each] != notes.get(each)]


def _collapse_spaces(note) -> None:
    # WeasyPrint 70.0 does not collapse white space in footnotes: a line end in the source would be printed.
    for element in note.iter():
        element.text = element.text and re.sub(r"[ \t\r\n]+", " ", element.text)
        if element is not note:
            element.tail = element.tail and re.sub(r"[ \t\r\n]+", " ", element.tail)
    note.text = note.text and note.text.lstrip(" ")


def _repair(note, parents) -> bool:
    block = parents[note]
    while block.tag not in ("p", "li", "tr", "table", "h1", "h2", "h3", "figure", "body"):
        block = parents[block]
    tried = block.get("data-herstel")
    if block.tag == "body" or tried == MEASURES[-1]:
        return False
    block.set("data-herstel", MEASURES[MEASURES.index(tried) + 1] if tried else MEASURES[0])
    return True


def _text(note) -> str:
    text = " ".join("".join(note.itertext()).split())
    return text if len(text) <= 60 else text[:60].rstrip() + "…"
