"""Reading an OpenDocument spreadsheet back, with another library than the one that wrote it."""

import io

from odf import teletype
from odf.opendocument import load
from odf.table import Table, TableCell, TableRow

KINDS = {"float": "value", "currency": "value", "date": "datevalue"}


def tables(content: bytes) -> dict[str, list[list]]:
    """The rows of each table: what a cell holds, and not how it is shown."""
    document = load(io.BytesIO(content))
    return {
        table.getAttribute("name"): [
            [held(cell) for cell in row.getElementsByType(TableCell)] for row in table.getElementsByType(TableRow)
        ]
        for table in document.spreadsheet.getElementsByType(Table)
    }


def held(cell):
    kind = cell.getAttribute("valuetype")
    if kind in KINDS:
        return cell.getAttribute(KINDS[kind])
    return "\n".join(teletype.extractText(part) for part in cell.childNodes) if kind == "string" else None
