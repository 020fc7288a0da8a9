"""Prose of a document: a subset of Markdown with our own marks, never the template engine.

Marks: `{% cijfer "naam" %}` (the figure with its qualifier), `{% kaal "naam" %}` (the value alone, where
the sentence or a column heading carries the qualifier), `{% eerder "naam" %}` (the value reported before),
`{% periode "naam" %}` (the period that the figure speaks of),
`{% voetnoot "sleutel" %}` and, alone on a line, `{% tabel "naam" %}`, `{% figuur "naam" %}` (a table as bars) and
`{% kader "naam" %}` (a text of somebody else, quoted whole).
"""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

INLINE = ("cijfer", "kaal", "eerder", "periode", "voetnoot")
BLOK = ("tabel", "figuur", "kader")
MERK = re.compile(r'\{%\s*([a-z]+)\s+"([a-z0-9._-]+)"\s*%\}')
VREEMD = re.compile(r"\{%|%\}|\{\{|\}\}|\{#|#\}")


class ProzaFout(ValueError):
    """Prose that cannot be read; the message says where, what, why, and gives an example."""


@dataclass(frozen=True)
class Merk:
    """One mark in the prose: what it asks for, and the line it stands on (from 1)."""

    soort: str
    naam: str
    regel: int


def merken(tekst: str, plaats: str) -> list[Merk]:
    """All marks of `tekst` in order. Raises ProzaFout for a mark that we do not know."""
    gevonden = []
    for nummer, regel in enumerate(tekst.splitlines(), start=1):
        for treffer in MERK.finditer(regel):
            soort, naam = treffer.groups()
            if soort not in INLINE + BLOK:
                raise ProzaFout(_melding(plaats, nummer, treffer[0]))
            if soort in BLOK and regel.strip() != treffer[0]:
                raise ProzaFout(
                    f"{plaats}, regel {nummer}: {treffer[0]} hoort alleen op een regel. "
                    "Zet de tekst ervoor of erna op een eigen regel."
                )
            gevonden.append(Merk(soort, naam, nummer))
        if vreemd := VREEMD.search(MERK.sub("", regel)):
            raise ProzaFout(_melding(plaats, nummer, vreemd[0]))
    return gevonden


def _melding(plaats, nummer, gevonden):
    return (
        f"{plaats}, regel {nummer}: ‘{gevonden}’ kan hier niet. In de tekst mogen alleen "
        '{% cijfer "naam" %}, {% kaal "naam" %}, {% eerder "naam" %}, {% periode "naam" %}, '
        '{% voetnoot "sleutel" %}, {% tabel "naam" %}, {% figuur "naam" %} en {% kader "naam" %}. '
        'Bijvoorbeeld: {% cijfer "begroting.totaal" %}.'
    )


def zonder_merken(tekst: str) -> str:
    """The prose as typed by hand: what a lint may read, with the line numbers unchanged."""
    return MERK.sub("", tekst)


def _inline_mark(state, silent):
    treffer = MERK.match(state.src, state.pos)
    if not treffer or treffer[1] not in INLINE:
        return False
    if not silent:
        token = state.push("merk", "", 0)
        token.meta = {"soort": treffer[1], "naam": treffer[2]}
    state.pos = treffer.end()
    return True


def _block_mark(state, start, end, silent):
    regel = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].strip()
    treffer = MERK.fullmatch(regel)
    if not treffer or treffer[1] not in BLOK:
        return False
    if not silent:
        token = state.push("merk", "", 0)
        token.meta = {"soort": treffer[1], "naam": treffer[2]}
        token.map = [start, start + 1]
        state.line = start + 1
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "typographer": False})
    parser.enable(["list", "emphasis"])  # no escapes: a mark is always a mark
    parser.inline.ruler.before("escape", "merk", _inline_mark)
    parser.block.ruler.before("paragraph", "merk", _block_mark, {"alt": ["paragraph", "list"]})
    return parser


def html(tekst: str, schrijf) -> str:
    """`tekst` as HTML; `schrijf(soort, naam)` gives the safe HTML of each mark."""
    parser = _parser()

    def merk(self, tokens: list[Token], index, options, env):
        return schrijf(tokens[index].meta["soort"], tokens[index].meta["naam"])

    parser.add_render_rule("merk", merk)
    return parser.render(tekst)
