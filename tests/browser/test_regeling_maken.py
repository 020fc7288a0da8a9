"""README's ‘Een regeling maken’, step by step in a browser; with PORTAAL_PLAATJES=1 its pictures are made anew."""

import os
import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from agenda.access import Rol
from tests.browser import stappen_regeling as stappen
from tests.hulpmiddelen.broncode import ROOT

pytestmark = pytest.mark.browser
PLAATJES = ROOT / "docs" / "regeling-maken"
KLEUREN = 64  # enough for a screen, and a small file

# An invented programme of SZW, and an official of its Voorbeeldstad behind the demo door.
VOORBEELD = """
from agenda.accounts.demo import demo_account, example_gemeente
from agenda.access import Rol
from tests.hulpmiddelen import uitkeringen, vooruitzicht
example_gemeente()
demo_account(Rol.GEMEENTELIJK_AANVRAGER)
vooruitzicht.bron()
print(vooruitzicht.programma().code)
"""


@pytest.fixture
def voorbeeld(portaal, database) -> str:
    """The code of an invented programme beside the real one."""
    env = os.environ | {"DATABASE_URL": database, "PORTAAL_DEMO": "1"}
    opdracht = [sys.executable, "manage.py", "shell", "-v0", "-c", VOORBEELD]
    return subprocess.run(opdracht, cwd=ROOT, env=env, check=True, capture_output=True, text=True).stdout.split()[-1]


def fotograaf(page):
    """What takes a picture of `page` for README, if that is asked; it holds no more colours than it needs."""

    def foto(naam: str) -> None:
        if os.environ.get("PORTAAL_PLAATJES"):
            PLAATJES.mkdir(parents=True, exist_ok=True)
            beeld = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(KLEUREN)
            beeld.save(PLAATJES / f"{naam}.png", optimize=True)

    return foto


def test_a_regeling_is_made_in_the_browser_alone_and_a_gemeente_applies(voorbeeld, portaal, visit):
    staf, gemeente = visit("/werk/"), visit("/gemeente/", Rol.GEMEENTELIJK_AANVRAGER)
    foto = fotograaf(staf)
    stappen.maken(staf, portaal, voorbeeld, foto)
    stappen.instellen(staf, foto)
    stappen.formulier(staf, foto)
    assert "Gemeenten vragen aan via het portaal" in staf.locator("main").inner_text()
    told = stappen.aanvragen(gemeente, portaal, fotograaf(gemeente))
    assert "Uw kenmerk is RSS-" in told
