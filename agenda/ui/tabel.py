"""The columns of a table on screen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kolom:
    """A heading; `rechts` for amounts, `sorteer_url` and `richting` where a reader may sort."""

    kop: str
    rechts: bool = False
    sorteer_url: str = ""
    richting: str = ""

    @property
    def aria_sort(self):
        return {"oplopend": "ascending", "aflopend": "descending"}.get(self.richting, "")


def columns(value):
    """Columns as given, or from a short text: `"Gemeente | Bedrag >"`, where `>` aligns to the right."""
    if not isinstance(value, str):
        return list(value)
    names = [name.strip() for name in value.split("|")]
    return [Kolom(name.removesuffix(">").strip(), rechts=name.endswith(">")) for name in names]


def with_columns(row, value):
    """The cells of a row beside their columns; a row of another length is an error."""
    return list(zip(columns(value), row, strict=True))
