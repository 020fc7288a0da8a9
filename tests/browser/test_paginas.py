"""Every page at a desk and on a phone: accessible, within its window, without complaint, and without JavaScript."""

import pytest

from agenda.access import Rol
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
# Not the pages of Django's own administration, whose look is Django's (see below); and not those of records that only
# come to be by work: a document that was added, a list of what may be destroyed.
WITHOUT_RECORD = {"bron-document-verwijderen", "vernietigingslijst", "vernietiging-verklaring"}
PAGES = [route for route in pages() if not route.is_naslag and route.naam not in WITHOUT_RECORD]


# On each run axe looks at each page at the width of a desk. At the width of a phone it looks at every third page, which
# is also used with a keyboard and with more space in the text; ./run proof does that with every page.
THIRD = PAGES[1::3]
LOOKED_AT = [
    *(pytest.param(route, route in THIRD, id=route.naam) for route in PAGES),
    *(pytest.param(route, True, id=f"{route.naam}-geheel", marks=pytest.mark.proof) for route in PAGES),
]


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


def faults_at(page, width, *, axe: bool = True) -> list[str]:
    """Everything that is wrong with a page in a window of this width; what axe finds only when asked."""
    page.set_viewport_size({"width": width, "height": 900})
    found = [*page.evaluate(CONTRACT), *outside(page), *(complaints(page) if axe else [])]
    return [f"bij {width} pixels: {fault}" for fault in found]


def faults_in_use(page) -> list[str]:
    """What is wrong for who works with the keyboard, or needs more space in the text (WCAG 1.4.12)."""
    page.set_viewport_size({"width": max(WIDTHS), "height": 900})
    page.keyboard.press("Tab")
    found = page.evaluate(KEYBOARD)
    page.evaluate(SPACING)
    page.set_viewport_size({"width": min(WIDTHS), "height": 900})
    return [*found, *(f"met meer ruimte in de tekst {fault}" for fault in outside(page))]


@pytest.mark.parametrize(("route", "whole"), LOOKED_AT)
def test_a_page_is_accessible_and_fits_every_window(route, whole, pass_by, eigen, keep_picture):
    page = pass_by(route.address(eigen), route.rol)
    with_axe = WIDTHS if whole else [max(WIDTHS)]
    found = [fault for width in (*WIDTHS, NARROWEST) for fault in faults_at(page, width, axe=width in with_axe)]
    for width in WIDTHS:
        keep_picture(page, width, route.naam)
    found += [*(faults_in_use(page) if whole else []), *page.complaints]
    assert not found, "\n".join(found)


# Of Django's own administration one page of each kind: they share their templates.
LISTS = ["/beheer/agenda/gemeente/", "/beheer/agenda/gebied/", "/beheer/agenda/organisatienummer/"]
OTHERS = ["/beheer/", "/beheer/agenda/", f"{LISTS[0]}add/", f"{LISTS[2]}import/"]
FRAME = """() => ({
  taal: document.documentElement.lang,
  koppen: [...document.querySelectorAll("h1")].filter((each) => each.textContent.trim()).length,
  hoofd: document.querySelectorAll("main, [role=main]").length,
  titel: /\\S – Naslaglijsten/.test(document.title),
})"""


def naslag(pass_by) -> list[str]:
    """The addresses, those of the first gemeente and the first gebied as their lists link to them."""
    gemeente, gebied = (
        pass_by(each, Rol.BEHEERDER).locator("#result_list tbody th a").first.get_attribute("href") for each in LISTS[:2]
    )
    of_gemeente = [gemeente.replace("/change/", f"/{kind}/") for kind in ("change", "delete", "history")]
    return [*OTHERS, *LISTS, *of_gemeente, gebied]


def test_the_pages_of_the_reference_lists_are_accessible_and_say_where_one_is(pass_by, keep_picture):
    found = []
    for number, address in enumerate(naslag(pass_by)):
        page = pass_by(address, Rol.BEHEERDER)
        frame = page.evaluate(FRAME)
        found += [] if frame == {"taal": "nl", "koppen": 1, "hoofd": 1, "titel": True} else [f"{address}: {frame}"]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{address} bij {width} pixels: {fault}" for fault in complaints(page)]
            keep_picture(page, width, f"naslag-{number}")
    assert not found, "\n".join(found)


# A third of the pages on every run, all in ./run proof.
SAMPLED = [each if nr % 3 == 0 else pytest.param(each, marks=pytest.mark.proof) for nr, each in enumerate(PAGES)]


@pytest.mark.parametrize("route", SAMPLED, ids=lambda route: route.naam)
def test_a_page_works_without_javascript(route, pass_by, eigen):
    page = pass_by(route.address(eigen), route.rol, javascript=False)
    assert page.locator("h1").is_visible()
    assert page.locator("main").inner_text().strip() != page.locator("h1").inner_text().strip()
    assert page.complaints == []
