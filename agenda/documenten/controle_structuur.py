"""The structure tree of a finished PDF: what is heard by who cannot see the page."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pikepdf

ROLES = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "NonStruct"),
    *("P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
    *("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"),
    *("Span", "Link", "Reference", "Note", "Figure"),
}
CHILDREN = {
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TFoot", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
}


def bevindingen(file: pikepdf.Pdf) -> Iterator[str]:
    """Findings about the tree; nothing when there is no tree, as the catalog check says that."""
    if "/StructTreeRoot" not in file.Root:
        return
    elements = list(_walk(file.Root.StructTreeRoot, None))
    if [role(each) for each, parent in elements if parent is None] != ["Document"]:
        yield "De structuur begint niet met één document."
    for element, parent in elements:
        yield from _place(element, parent)
        yield from _meaning(element)
    yield from _headings([role(each) for each, _ in elements])
    yield from _notes([each for each, _ in elements])


def elements_of(file: pikepdf.Pdf) -> list:
    """All structure elements that can be reached from the root, in reading order."""
    return [element for element, _ in _walk(file.Root.StructTreeRoot, None)]


def role(element) -> str:
    """What the element says it is: "P", "H2", "Table"."""
    return str(element.get("/S", "")).lstrip("/")


def kids(element) -> list:
    """What hangs under an element: elements, marked-content numbers, references to annotations."""
    found = element.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def _walk(element, parent):
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid, parent
            yield from _walk(kid, kid)


def _place(element, parent):
    name, above = role(element), parent is not None and role(parent)
    if name not in ROLES:
        yield f"De structuur kent een onbekend onderdeel “{name}”."
    if above in CHILDREN and name not in CHILDREN[above]:
        yield f"In een onderdeel “{above}” staat een “{name}”; dat kan niet."
    if name in PARENTS and above not in PARENTS[name]:
        yield f"Een onderdeel “{name}” staat los."


def _meaning(element):
    name = role(element)
    if name == "Figure" and not str(element.get("/Alt", "")).strip():
        yield "Een figuur heeft geen tekst voor wie haar niet ziet."
    if name == "Table" and not any(role(each) == "TH" for each, _ in _walk(element, element)):
        yield "Een tabel heeft geen kopcellen."
    if name in ("P", "TH", "H1", "H2", "H3") and not _has_content(element):
        yield f"Een onderdeel “{name}” is leeg."


def _has_content(element) -> bool:
    return any(not isinstance(each, pikepdf.Dictionary) or _has_content(each) for each in kids(element)) or any(
        isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/OBJR" for each in kids(element)
    )


def _headings(roles):
    levels = [int(each[1]) for each in roles if len(each) == 2 and each[0] == "H" and each[1].isdigit()]
    if levels.count(1) != 1 or levels[0] != 1:
        yield "Het document begint niet met precies één kop van niveau 1."
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"Na een kop van niveau {above} komt een kop van niveau {below}."


def _notes(elements):
    notes = [str(each.get("/ID", "")) for each in elements if role(each) == "Note"]
    calls = sum(role(each) == "Reference" for each in elements)
    if calls != len(notes):
        yield f"Er zijn {calls} verwijzingen naar een voetnoot en {len(notes)} voetnoten."
    for name, times in Counter(notes).items():
        if not name:
            yield "Een voetnoot heeft geen kenmerk."
        elif times > 1:
            yield f"Het kenmerk “{name}” hoort bij {times} voetnoten."
