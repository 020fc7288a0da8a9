"""The pages of a finished PDF: what is painted belongs to the structure, or says that it is decoration."""

from collections import Counter
from collections.abc import Iterator

import pikepdf

from .controle_structuur import elements_of, kids, role

TEXT = {"Tj", "TJ", "'", '"'}
PAINT = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "INLINE IMAGE"}
CMYK = {"k", "K"}


def bevindingen(file: pikepdf.Pdf) -> Iterator[str]:
    """Findings about what is painted and about links, page by page."""
    if "/StructTreeRoot" not in file.Root:
        return
    owned = _owned(file)
    linked = _linked(file)
    for number, page in enumerate(file.pages, start=1):
        numbers = Counter()
        for problem in _painted(page, numbers):
            yield f"Bladzijde {number}: {problem}"
        if set(numbers) != owned.get(page.objgen, set()):
            yield f"Bladzijde {number}: de structuur en de inhoud verwijzen niet naar elkaar."
        if any(times > 1 for times in numbers.values()):
            yield f"Bladzijde {number}: een nummer van de inhoud komt twee keer voor."
        for annotation in page.get("/Annots", []):
            for problem in _annotation(annotation, linked):
                yield f"Bladzijde {number}: {problem}"


def _owned(file) -> dict[tuple, set[int]]:
    """Per page the marked-content numbers that hang in the tree."""
    found: dict[tuple, set[int]] = {}
    for element in elements_of(file):
        for kid in kids(element):
            if isinstance(kid, int) and "/Pg" in element:
                found.setdefault(element.Pg.objgen, set()).add(kid)
    return found


def _linked(file) -> set[tuple]:
    """The annotations that hang in a Link of the tree."""
    return {
        kid.Obj.objgen
        for element in elements_of(file)
        if role(element) == "Link"
        for kid in kids(element)
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    }


def _painted(page, numbers: Counter) -> Iterator[str]:
    """Findings in one content stream; counts the marked-content numbers on the way."""
    open_marks: list[bool] = []
    loose = foreign = False
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            open_marks.append(_mark(operands, numbers))
        elif name == "EMC" and open_marks:
            open_marks.pop()
        elif name in TEXT | PAINT:
            loose = loose or not any(open_marks)
        foreign = foreign or name in CMYK or (name in ("cs", "CS") and operands[0] == "/DeviceCMYK")
    if loose:
        yield "er staat iets buiten de structuur."
    if foreign:
        yield "er is een kleur voor drukwerk gebruikt (CMYK)."


def _mark(operands, numbers: Counter) -> bool:
    is_numbered = len(operands) == 2 and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]
    if is_numbered:
        numbers[int(operands[1]["/MCID"])] += 1
    return is_numbered or operands[0] == "/Artifact"


def _annotation(annotation, linked: set[tuple]) -> Iterator[str]:
    if annotation.get("/Subtype") != "/Link":
        yield f"er is een aantekening van de soort “{annotation.get('/Subtype')}”."
    elif annotation.objgen not in linked or "/StructParent" not in annotation:
        yield "een link hoort niet bij de structuur."
    if not str(annotation.get("/Contents", "")).strip():
        yield "een link heeft geen omschrijving."
