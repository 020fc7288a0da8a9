"""One server and one browser for all tests of this folder, and pages that remember what went wrong in them."""

import os

import pytest

from agenda.access import Rol
from tests.browser import server
from tests.hulpmiddelen.broncode import ROOT
from tests.hulpmiddelen.browser import AXE, SIZE, follow, window

SCREENSHOTS = "PORTAAL_SCHERMEN"  # set it to 1 to find a picture of each page in var/schermen


@pytest.fixture(scope="session")
def database(django_db_setup, django_db_blocker, sjabloon):
    """The address of the database of the portal that the browser sees."""
    with server.database(django_db_blocker, sjabloon) as url:
        yield url


@pytest.fixture(scope="session")
def running(database, tmp_path_factory, aanbieder):
    folder = tmp_path_factory.mktemp("portaal")
    with server.portaal(database, folder, aanbieder.environment()) as address_and_records:
        yield address_and_records


@pytest.fixture(scope="session")
def portaal(running):
    """The address of the portal."""
    return running[0]


@pytest.fixture(scope="session")
def eigen(running):
    """The arguments of the routes to what is the visitor's own, and to what nobody loads."""
    return running[1]


@pytest.fixture(scope="session")
def signed_in(browser, portaal):
    """The cookies of who chose a role at the demo door: signed_in(Rol.REDACTEUR)."""
    known = {None: None}

    def cookies(rol):
        if rol not in known:
            context = window(browser)
            page = context.new_page()
            page.goto(f"{portaal}/demo/")
            chosen = f"button[name=rol][value={rol.value}], form:has(input[name=rol][value={rol.value}]) button"
            follow(page, page.locator(chosen))  # the cookies come with the answer
            known[rol] = context.storage_state()
            context.close()
        return known[rol]

    return cookies


# What the browser says of a request it broke off itself, because the test left the page before all had come.
LEFT = "net::ERR_ABORTED"


# A form that comes back with its faults says so in its status; the test itself reads the faults.
REFUSED_FORM = 400


def is_fault(message) -> bool:
    """Whether the browser complains; what it calls verbose is advice, such as to name the account in each form."""
    return message.type != "verbose" and f"status of {REFUSED_FORM}" not in message.text


def is_wrong(answer) -> bool:
    return answer.status >= 400 and (answer.status, answer.request.method) != (REFUSED_FORM, "POST")


def watched(context):
    """A page whose `complaints` fill by themselves."""
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: is_fault(message) and page.complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda fault: page.complaints.append(f"pageerror: {fault}"))
    page.on(
        "requestfailed",
        lambda request: (
            request.failure != LEFT and page.complaints.append(f"niet geladen ({request.failure}): {request.url}")
        ),
    )
    page.on("response", lambda answer: is_wrong(answer) and page.complaints.append(f"{answer.status} {answer.url}"))
    return page


@pytest.fixture
def visit(browser, portaal, signed_in):
    """Opens an address as a role (None: the public) in a window of its own."""
    contexts = []

    def opened(address, rol=Rol.PROGRAMMAMANAGER, *, width=1280, **options):
        size = {"width": width, "height": 900}
        contexts.append(window(browser, base_url=portaal, storage_state=signed_in(rol), viewport=size, **options))
        page = watched(contexts[-1])
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def pass_by(browser, portaal, signed_in):
    """Opens an address in the one window that a role has for this: to look at a page, not to work in it."""
    pages = {}

    def opened(address, rol, *, javascript=True):
        if (rol, javascript) not in pages:
            context = window(browser, base_url=portaal, java_script_enabled=javascript)
            context.add_init_script(AXE if javascript else "")
            pages[rol, javascript] = watched(context)
        page = pages[rol, javascript]
        page.set_viewport_size(SIZE)
        page.context.clear_cookies()
        page.context.add_cookies((signed_in(rol) or {}).get("cookies", []))
        page.complaints.clear()
        page.goto(address)
        return page

    yield opened
    for page in pages.values():
        page.context.close()


@pytest.fixture
def keep_picture():
    """Saves a picture of the whole page under var/schermen, when somebody asked for pictures."""

    def keep(page, width, naam):
        if os.environ.get(SCREENSHOTS):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=ROOT / "var" / "schermen" / str(width) / f"{naam}.png", full_page=True)

    return keep
