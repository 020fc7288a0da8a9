"""Structure that WeasyPrint 70.0 does not write itself: footnotes, and paragraphs that run over a page end.

The only module that replaces a private part of WeasyPrint: it wraps `weasyprint.pdf.tags._build_box_tree`
while one document is written. A test fails when another version of WeasyPrint is installed.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pydyf
from weasyprint.pdf import tags

WRITTEN_FOR = "70.0"
ROLES = {
    "voetnoot": "/Note",
    "voetnoot::footnote-call": "/Reference",
    "voetnoot::footnote-marker": "/Lbl",
}
BLOCKS = {"/P", "/LBody", "/TD", "/TH", "/Caption", "/H1", "/H2", "/H3", "/Div", "/Sect", "/Document"}


class Structure:
    """The structure elements that need more than WeasyPrint gives, by the HTML element they came from."""

    def __init__(self):
        self.notes: dict = {}
        self.homes: dict = {}  # of each footnote: the structure element in which its call stands
        self.paragraphs: dict = {}
        self.halves: list[tuple] = []

    def place(self, box, parent, element) -> bool:
        """Give the element its role; False when it is the second half of a paragraph seen before."""
        role = ROLES.get(box.element_tag)
        if role:
            element["S"] = role
        if role == "/Note":
            element["ID"] = pydyf.String(f"noot-{len(self.notes) + 1}")
            self.notes[box.element] = element
        elif role == "/Reference":
            self.homes[box.element] = parent
        elif element["S"] == "/P":
            first = self.paragraphs.setdefault(box.element, element)
            if first["Pg"] != element["Pg"]:
                self.halves.append((first, element))
                return False
        return True

    def finish(self, pdf) -> None:
        """Join the halves, and hang each note in the paragraph of its call: heard where it belongs."""
        for first, second in self.halves:
            first["K"].extend(second["K"])
            for kid in second["K"]:
                find(pdf, kid)["P"] = first.reference
        for source, note in self.notes.items():
            foot, home = find(pdf, note["P"]), self._block(pdf, self.homes[source])
            foot["K"].remove(note.reference)
            home["K"].append(note.reference)
            note["P"] = home.reference

    def _block(self, pdf, element):
        merged = {id(second): first for first, second in self.halves}
        while id(element) in merged or element["S"] not in BLOCKS:
            element = merged.get(id(element)) or find(pdf, element["P"])
        return element


def find(pdf, reference):
    """The object behind a reference like b"12 0 R"."""
    return pdf.objects[int(reference.split()[0])]


@contextmanager
def complete_structure() -> Iterator[Structure]:
    """Collect the structure of the document that is written inside this block; not safe for two threads."""
    original = tags._build_box_tree
    structure = Structure()

    def build(box, parent, *rest):
        for element in original(box, parent, *rest):
            if structure.place(box, parent, element):
                yield element

    tags._build_box_tree = build
    try:
        yield structure
    finally:
        tags._build_box_tree = original
