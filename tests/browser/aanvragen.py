"""Going through an aanvraag in a browser, whatever its form asks."""

import os
import re
import subprocess
import sys

from tests.agenda.bestanden.voorbeelden import GOED
from tests.hulpmiddelen.broncode import ROOT
from tests.hulpmiddelen.browser import follow

LIJST = "/gemeente/aanvragen/"
VERDER, LATER, INDIENEN = "Opslaan en verder", "Opslaan en later verdergaan", "Aanvraag indienen"
STAP = re.compile(r"Stap (\d+) van (\d+)")


def klaarzetten(database: str, begin: str, aantal: int, **anders) -> list[str]:
    """Regelingen with the form of the example, from outside the server."""
    code = f"from tests.hulpmiddelen import proefformulier; proefformulier.klaarzetten({begin!r}, {aantal}, **{anders!r})"
    env = os.environ | {"DATABASE_URL": database, "PORTAAL_DEMO": "1"}
    subprocess.run([sys.executable, "manage.py", "shell", "-v0", "-c", code], cwd=ROOT, env=env, check=True)
    return [f"{begin} {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:aantal]]


def main(page):
    return page.locator("main")


def press(page, name: str) -> None:
    follow(page, main(page).get_by_role("button", name=name, exact=True))


def go(page, name: str) -> None:
    follow(page, main(page).get_by_role("link", name=name, exact=True).first)


def told(page) -> str:
    return main(page).inner_text()


def begin(page, regeling: str) -> str:
    """Begin an aanvraag under `regeling`; its address."""
    page.goto(LIJST)
    follow(page, main(page).locator("tr", has_text=regeling).get_by_role("button", name="Aanvraag beginnen"))
    return page.url


def eerste_onderdeel(page) -> None:
    follow(page, main(page).locator("tbody th a").first)


def stap(page) -> tuple[int, int]:
    """Which step this page is, and of how many."""
    found = STAP.search(told(page))
    return int(found[1]), int(found[2])


def vul(page) -> None:
    """Answer each question of the page in a way that can be; what must have a file gets one."""
    form = main(page).locator("form").last
    for each in form.locator("textarea:visible").all():
        each.fill("Proef")
    for each in form.locator("input[type=text]:visible").all():
        each.fill("1.000")
    for each in form.locator("input[type=date]:visible").all():
        each.fill("2027-02-02")
    for each in form.locator("input[type=checkbox]:visible").all():
        each.check()
    for name in dict.fromkeys(each.get_attribute("name") for each in form.locator("input[type=radio]:visible").all()):
        form.locator(f"input[type=radio][name={name}]").first.check()
    for each in form.locator("input[type=file]:visible").all():
        each.set_input_files({"name": "plan.pdf", "mimeType": "application/pdf", "buffer": GOED["brief.pdf"]})


def vul_alles(page) -> None:
    """From the first section to the page where all is checked."""
    eerste_onderdeel(page)
    place, steps = stap(page)
    while place < steps:
        vul(page)
        press(page, VERDER)
        place, steps = stap(page)
    assert page.locator("h1").inner_text() == "Controleer uw antwoorden", told(page)


def tot_bedragen(page) -> None:
    """The first section that asks an amount, where it is easy to fill in something wrong."""
    eerste_onderdeel(page)
    while not main(page).locator("input[inputmode=decimal]").count():
        press(page, VERDER)
