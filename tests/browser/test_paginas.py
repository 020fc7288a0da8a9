"""Every page at a desk and on a phone: accessible, within its window, without complaint, and without JavaScript."""

import pytest

from tests.hulpmiddelen import broncode
from tests.hulpmiddelen.browser import WIDTHS, complaints, overflow
from tests.hulpmiddelen.routes import pages

pytestmark = pytest.mark.browser

SCRIPTS = broncode.ROOT / "tests" / "hulpmiddelen"
CONTRACT, KEYBOARD, SPACING = (
    (SCRIPTS / name).read_text(encoding="utf-8") for name in ("pagina.js", "toetsenbord.js", "ruimte.js")
)
NARROWEST = 320  # pixels: a window of 1280 at 400 per cent
MENTIONED = 5  # of the elements that make a page too wide
# Not the pages of Django's own administration, whose look is Django's; and not those of records that only come to be
# by work: a document that was added, a list of what may be destroyed.
WITHOUT_RECORD = {"bron-document-verwijderen", "vernietigingslijst", "vernietiging-verklaring"}
PAGES = [route for route in pages() if not route.is_naslag and route.naam not in WITHOUT_RECORD]


# The innermost elements that reach past the right edge of the window, except inside what scrolls by itself.
OUTSIDE = """() => {
  const edge = document.documentElement.clientWidth;
  const scrolls = (e) => e && (/auto|scroll|hidden/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  return [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().right > edge + 1 && !scrolls(e.parentElement))
    .filter((e, _, all) => !all.some((other) => other !== e && e.contains(other)))
    .map((e) => e.outerHTML.slice(0, 100));
}"""


def outside(page) -> list[str]:
    """What is too wide for the window, if the page is."""
    if not (pixels := overflow(page)):
        return []
    elements = page.evaluate(OUTSIDE)[:MENTIONED]
    return [f"{pixels} pixels te breed door {element}" for element in elements or ["?"]]


def faults_at(page, width) -> list[str]:
    """Everything that is wrong with a page in a window of this width."""
    page.set_viewport_size({"width": width, "height": 900})
    found = outside(page) if width == NARROWEST else [*page.evaluate(CONTRACT), *complaints(page), *outside(page)]
    return [f"bij {width} pixels: {fault}" for fault in found]


def faults_in_use(page) -> list[str]:
    """What is wrong for who works with the keyboard, or needs more space in the text (WCAG 1.4.12)."""
    page.set_viewport_size({"width": max(WIDTHS), "height": 900})
    page.keyboard.press("Tab")
    found = page.evaluate(KEYBOARD)
    page.evaluate(SPACING)
    page.set_viewport_size({"width": min(WIDTHS), "height": 900})
    return [*found, *(f"met meer ruimte in de tekst {fault}" for fault in outside(page))]


@pytest.mark.parametrize("route", PAGES, ids=lambda route: route.naam)
def test_a_page_is_accessible_and_fits_every_window(route, pass_by, eigen, keep_picture):
    page = pass_by(route.address(eigen), route.rol)
    found = [fault for width in (*WIDTHS, NARROWEST) for fault in faults_at(page, width)]
    for width in WIDTHS:
        keep_picture(page, width, route.naam)
    found += [*faults_in_use(page), *page.complaints]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("route", PAGES, ids=lambda route: route.naam)
def test_a_page_works_without_javascript(route, pass_by, eigen):
    page = pass_by(route.address(eigen), route.rol, javascript=False)
    assert page.locator("h1").is_visible()
    assert page.locator("main").inner_text().strip() != page.locator("h1").inner_text().strip()
    assert page.complaints == []
