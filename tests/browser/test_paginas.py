"""Every page at a desk and on a phone: accessible, within its window, without complaint, and without JavaScript."""

from pathlib import Path

import pytest

from agenda.access import PUBLIC, Rol
from tests.hulpmiddelen import broncode
from tests.hulpmiddelen.browser import WIDTHS, complaints, overflow
from tests.hulpmiddelen.routes import pages

pytestmark = pytest.mark.browser

CONTRACT = Path(broncode.ROOT, "tests/hulpmiddelen/pagina.js").read_text(encoding="utf-8")
NARROWEST = 320  # pixels: a window of 1280 at 400 per cent
PAGES = pages()


def reader(page) -> Rol | None:
    """Public pages as the public sees them, others as the role that may do most."""
    return None if page.audience == PUBLIC else Rol.PROGRAMMAMANAGER


def faults(page) -> list[str]:
    """Everything that is wrong with a page in a window as wide as it is now."""
    too_wide = overflow(page)
    return [
        *page.complaints,
        *page.evaluate(CONTRACT),
        *complaints(page),
        *([f"de pagina is {too_wide} pixels te breed"] if too_wide else []),
    ]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("route", PAGES, ids=lambda route: route.naam)
def test_a_page_is_accessible_and_fits(route, width, visit, keep_picture):
    page = visit(route.address(), reader(route), width=width)
    found = faults(page)
    if width == min(WIDTHS):
        page.set_viewport_size({"width": NARROWEST, "height": 900})
        found += [f"bij {NARROWEST} pixels: {too_wide} te breed"] if (too_wide := overflow(page)) else []
        page.set_viewport_size({"width": width, "height": 900})
    keep_picture(page, width, route.naam)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("route", PAGES, ids=lambda route: route.naam)
def test_a_page_says_the_same_without_javascript(route, visit):
    address = route.address()
    with_script = visit(address, reader(route)).locator("main").inner_text()
    without = visit(address, reader(route), java_script_enabled=False)
    assert without.locator("h1").is_visible()
    assert without.locator("main").inner_text() == with_script


def test_every_page_has_a_title_of_its_own(visit):
    titles = {route.naam: visit(route.address(), reader(route)).title() for route in PAGES}
    assert len(set(titles.values())) == len(titles), titles
