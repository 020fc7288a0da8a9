"""Footnotes: on the page of their call, in the structure where they are called, or no PDF at all."""

import io
import random
from datetime import UTC, datetime
from importlib.metadata import version

import pikepdf
import pytest
from weasyprint import HTML

from agenda.documenten import assets, tagging, voetnoten
from agenda.documenten.controle_structuur import elements_of, kids, role
from agenda.documenten.fout import PdfFout
from agenda.documenten.pdf import write

DATUM = datetime(2027, 6, 18, tzinfo=UTC)
HEAD = "".join(
    f'<link rel="stylesheet" href="static:documenten/{name}.css">' for name in ("lettertypen", "voetnoten", "brief")
)
WORDS = [
    "de",
    "gemeente",
    "en",
    "netwerken",
    "bespreken",
    "samen",
    "wat",
    "er",
    "speelt",
    "in",
    "een",
    "wijk",
]


@pytest.fixture(autouse=True)
def _no_cache(settings):
    settings.PDF_CACHE = None


def page(body: str) -> str:
    head = f'<!doctype html><html lang="nl"><head><title>Proef</title>{HEAD}</head>'
    return f"{head}<body><h1>Kop</h1>{body}</body></html>"


def generated(seed: int) -> tuple[str, int]:
    """A document of some pages with paragraphs and footnotes of all lengths, and its number of notes."""
    chance, parts, notes = random.Random(seed), [], 0
    for number in range(chance.randint(14, 26)):
        text = [chance.choice(WORDS) for _ in range(chance.randint(20, 130))]
        for _ in range(chance.choice((0, 0, 1, 1, 2))):
            notes += 1
            note = " ".join(chance.choice(WORDS) for _ in range(chance.randint(3, 60)))
            text.insert(chance.randint(1, len(text)), f"woord<voetnoot>Noot {notes}: {note}.</voetnoot>")
        if number % 5 == 4:
            parts.append(f"<h2>Onderdeel {number}</h2>")
        parts.append(f"<p>{' '.join(text)}.</p>")
    return page("".join(parts)), notes


def rendered(html: str):
    document = HTML(string=html, url_fetcher=assets.AssetFetcher(assets.load()))
    return voetnoten.keep_on_page(document, document.render), document


def structure(html: str) -> list:
    with pikepdf.open(io.BytesIO(write(html, datum=DATUM))) as file:
        return [
            (role(each), [role(kid) for kid in kids(each) if not isinstance(kid, int)]) for each in elements_of(file)
        ]


@pytest.mark.parametrize("seed", range(4))
def test_each_note_of_a_generated_document_stands_on_the_page_of_its_call(seed):
    html, notes = generated(seed)
    document, source = rendered(html)
    assert voetnoten.stray_notes(document, source) == []
    assert len(list(source.etree_element.iter("voetnoot"))) == notes


def test_the_check_sees_a_note_that_moved_to_another_page():
    policy = "<style>voetnoot { footnote-policy: auto }</style></head>"
    call = f"woord<voetnoot>{'Een lange noot. ' * 60}</voetnoot>."
    lines = "<br>".join(["regel"] * 38)  # the call stands at the foot of page 1, the note fits on page 2 only
    spoiled = page(f"<p>{lines}<br>{call}</p>").replace("</head>", policy)
    html = HTML(string=spoiled, url_fetcher=assets.AssetFetcher(assets.load()))
    assert len(voetnoten.stray_notes(html.render(), html)) == 1


def test_a_note_that_fits_on_no_page_is_refused_with_its_first_words():
    html = page(f"<p>Zin.<voetnoot>{'Een noot zonder eind. ' * 600}</voetnoot></p>")
    with pytest.raises(PdfFout) as caught:
        write(html, datum=DATUM)
    assert str(caught.value) == (
        "Voetnoot “Een noot zonder eind. Een noot zonder eind. Een noot zonder…” past niet op de bladzijde "
        "waar zij bij hoort. Kort de noot in of verplaats haar."
    )


def test_a_note_is_heard_at_the_end_of_the_paragraph_that_calls_it():
    found = structure(page("<p>Een.<voetnoot>Noot.</voetnoot> Twee.</p><p>Drie.</p>"))
    assert found == [
        ("Document", ["H1", "P", "P", "NonStruct"]),
        ("H1", ["Span"]),
        ("Span", []),
        ("P", ["Span", "Reference", "Span", "Note"]),
        ("Span", []),
        ("Reference", ["Span"]),
        ("Span", []),
        ("Span", []),
        ("Note", ["Lbl", "Span"]),
        ("Lbl", ["Span"]),
        ("Span", []),
        ("Span", []),
        ("P", ["Span"]),
        ("Span", []),
        ("NonStruct", []),
    ]


@pytest.mark.parametrize(
    ("body", "home"),
    [
        ("<ul><li>Punt<voetnoot>Noot.</voetnoot></li></ul>", "LBody"),
        ("<p>Met <em>nadruk<voetnoot>Noot.</voetnoot></em>.</p>", "P"),
        ("<table><tr><th>Kop</th><td>Cel<voetnoot>Noot.</voetnoot></td></tr></table>", "TD"),
        ("<h2>Kop<voetnoot>Noot.</voetnoot></h2>", "H2"),
    ],
)
def test_a_note_may_be_called_from_a_list_a_table_a_heading_and_emphasis(body, home):
    assert [name for name, below in structure(page(body)) if "Note" in below] == [home]


def test_a_paragraph_that_runs_over_a_page_end_is_one_paragraph():
    found = structure(page(f"<p>{'Een lange alinea. ' * 500}</p>"))
    assert [name for name, _ in found].count("P") == 1


def test_line_ends_in_the_source_of_a_note_are_spaces_in_print():
    document, _ = rendered(page("<p>Zin.<voetnoot>Een\n   noot <em>met\nnadruk</em>\nerin.</voetnoot></p>"))
    lines = [
        box.text
        for box in document.pages[0]._page_box.descendants()
        if box.element_tag in ("voetnoot", "em") and hasattr(box, "text")
    ]
    assert lines == ["Een noot ", "met nadruk", " erin."]


def test_the_private_part_of_weasyprint_is_the_one_that_we_wrote_for():
    assert version("weasyprint") == tagging.WRITTEN_FOR
    original = tagging.tags._build_box_tree
    with tagging.complete_structure():
        assert tagging.tags._build_box_tree is not original
    assert tagging.tags._build_box_tree is original
