"""A decentralisatie-uitkering from voorstel to circulaire, by the people who do it, in a programme that is invented."""

import os
import subprocess
import sys

import pytest

from agenda.access import Rol
from tests.hulpmiddelen.broncode import ROOT
from tests.hulpmiddelen.browser import follow

pytestmark = pytest.mark.browser

# An invented programme with € 100.000 on one line; the demo door lets officials of its Voorbeeldstad in.
VOORBEELD = """
from agenda.accounts.demo import demo_account, example_gemeente
from agenda.access import Rol
from tests.hulpmiddelen import uitkeringen
example_gemeente()
demo_account(Rol.GEMEENTELIJK_ONDERTEKENAAR)
uitkeringen.du()
uitkeringen.regel()
"""
LIJST = "/werk/decentralisatie-uitkeringen/?programma=voorbeeldjaren"


@pytest.fixture
def voorbeeld(portaal, database):
    """The invented programme beside the real one, from outside the server."""
    env = os.environ | {"DATABASE_URL": database, "PORTAAL_DEMO": "1"}
    subprocess.run([sys.executable, "manage.py", "shell", "-v0", "-c", VOORBEELD], cwd=ROOT, env=env, check=True)


def press(page, name: str) -> None:
    follow(page, page.locator("main").get_by_role("button", name=name, exact=True))


def go(page, name: str) -> None:
    follow(page, page.locator("main").get_by_role("link", name=name, exact=True).first)


def told(page) -> str:
    return page.locator("main").inner_text()


def propose(staf) -> str:
    """Propose a DU, first with a condition in it; the number that it got."""
    go(staf, "Voorstellen")
    staf.get_by_label("Gemeente").select_option(label="Voorbeeldstad")
    staf.get_by_label("Uitkeringsjaar").fill("2026")
    staf.get_by_label("Bedrag").fill("30.000")
    staf.get_by_label("Waar is het geld voor?").fill("Gastlessen, mits er verslag komt.")
    staf.get_by_label("Begrotingsregel").select_option(index=1)
    staf.get_by_label("Bron", exact=True).select_option(label="Voorbeeldbegroting")
    staf.get_by_label("Vindplaats").fill("paragraaf 3")
    press(staf, "Voorstellen aan de gemeente")
    assert "artikel 15a lid 1" in staf.get_by_role("alert").inner_text()
    assert staf.get_by_label("Bedrag").input_value() == "30.000"
    staf.get_by_label("Waar is het geld voor?").fill("Gastlessen over mediawijsheid.")
    press(staf, "Voorstellen aan de gemeente")
    return staf.locator("h1").inner_text().split()[-1]


def move_the_money(budget) -> None:
    go(budget, "Overboeking aanvragen")
    budget.get_by_label("In welk begrotingsstuk?").select_option("eerste_suppletoire")
    budget.get_by_label("Bron", exact=True).select_option(label="Voorbeeldbegroting")
    budget.get_by_label("Vindplaats").fill("tabel 4")
    press(budget, "Overboeking aanvragen")
    assert "is overgeboekt naar het gemeentefonds" in told(budget)


def put_in_the_circulaire(staf) -> None:
    staf.reload()
    go(staf, "Opgenomen in een circulaire")
    staf.get_by_label("Meicirculaire").check()
    staf.get_by_label("Paragraaf").fill("3.2")
    staf.get_by_label("Maand waarin het fonds betaalt").fill("2026-12")
    press(staf, "Circulaire vastleggen")
    assert "staat in de meicirculaire 2026, paragraaf 3.2" in told(staf)


def test_a_du_from_voorstel_to_circulaire_with_an_official_of_voorbeeldstad(visit, voorbeeld):
    staf = visit(LIJST, Rol.BEHANDELAAR)
    nummer = propose(staf)

    gemeente = visit("/gemeente/", Rol.GEMEENTELIJK_ONDERTEKENAAR, width=390)
    go(gemeente, nummer)
    press(gemeente, "Akkoord geven")
    assert "Uw akkoord is vastgelegd" in told(gemeente)

    budget = visit(staf.url, Rol.BUDGETHOUDER)
    move_the_money(budget)
    put_in_the_circulaire(staf)

    gemeente.reload()
    assert "Opgenomen in de meicirculaire 2026, paragraaf 3.2" in told(gemeente)
    assert "december 2026" in told(gemeente)
    assert staf.complaints + gemeente.complaints + budget.complaints == []
