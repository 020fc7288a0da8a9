"""The words of every mail, compared with golden texts that people have read.

After a change on purpose: GOUDEN_TEKSTEN=1 python -m pytest tests/agenda/berichten/test_opmaak.py; then read the diff.
"""

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from agenda.access import Rol
from agenda.berichten import opmaak
from agenda.berichten.postbak import new_mail
from agenda.berichten.soorten import SOORTEN
from agenda.models import Bericht, Deel
from tests.hulpmiddelen.broncode import python_files
from tests.netten.test_sjablonen import strings

pytestmark = pytest.mark.django_db
GOUDEN = Path(__file__).parent / "gouden"
MOMENT = datetime(2026, 6, 29, 8, 0, tzinfo=UTC)
LINK = {"pad": "/account/uitnodiging/voorbeeld9van8een7geheime6link5die4in3de2mail1past/"}
# What a message calls its record, by the first word of its kind; about an account there is nothing to call.
KENMERK = {
    "bestand": "Voortgangsbrief 2024",
    "brief": "Voortgangsbrief 2024",
    "du": "DU-2026-00012",
    "herbeoordeling": "interventie buurtlab",
    "herschikking": "Herschikking 2026",
    "jaar": "Begrotingsjaar 2026",
    "planning": "Leerkring Weerbare wijken",
    "taak": "Lijst downloaden",
    "termijn": "toezegging evaluatie",
    "vernietiging": "V-2026-001",
    "voorbereiding": "brief 2026, punt 4",
}
TOT = {"geldig_tot": "2026-07-06"}


@pytest.fixture
def ontvanger(account):
    return account(Rol.PARAFEERDER)


@pytest.fixture
def compose(ontvanger, settings):
    """The mail of one kind: about one record, with a link, or with all that waits."""
    settings.PORTAAL_ADRES = "https://portaal.voorbeeld.nl"

    def make(naam, berichten=(), **velden):
        mail = new_mail(SOORTEN[naam], ontvanger.email, **velden)
        mail.id, mail.aangemaakt_op = UUID(int=1), MOMENT
        mail.message_id = "<vast@portaal.voorbeeld.nl>"
        mail.save(force_insert=True)
        for each in berichten:
            bericht(each, ontvanger, mail)
        return opmaak.compose(mail)

    return make


def bericht(naam, ontvanger, mail, **velden):
    kenmerk = KENMERK.get(naam.partition("_")[0], "")
    common = {"over_soort": "x", "over_sleutel": "1", "kenmerk": kenmerk, "adres": "/werk/brieven/"}
    deel = SOORTEN[naam].deel
    return Bericht.objects.create(
        ontvanger=ontvanger, soort=naam, deel=deel, mail=mail, moment=MOMENT, **common | velden
    )


def message_of(naam, compose, ontvanger):
    """What somebody gets for this kind, as its own row of the table makes it."""
    if naam == "dagoverzicht":
        return compose(naam, ["brief_paraferen", "brief_geparafeerd", "taak_mislukt"], ontvanger=ontvanger)
    if naam == "wachtwoord_vergeten":
        return compose(naam, gegevens={"pad": LINK["pad"]})  # its link works an hour, not some days
    if SOORTEN[naam].deel == Deel.ALLEEN_MAIL:
        return compose(naam, gegevens=LINK | (TOT if naam == "uitnodiging" else {}))
    return compose(naam, [naam], ontvanger=ontvanger)


@pytest.mark.parametrize("naam", SOORTEN)
def test_a_mail_says_exactly_what_its_golden_text_says(naam, compose, ontvanger):
    message = message_of(naam, compose, ontvanger)
    html = re.sub(r"<style>.*</style>", "<style></style>", message.alternatives[0].content, flags=re.DOTALL)
    made = {"txt": f"Onderwerp: {message.subject}\n\n{message.body}", "html": html}
    for extension, text in made.items():
        golden = GOUDEN / f"{naam}.{extension}"
        if os.environ.get("GOUDEN_TEKSTEN"):
            golden.write_text(text, encoding="utf-8")
        assert text == golden.read_text(encoding="utf-8"), golden.name


def test_every_golden_text_belongs_to_a_kind_that_exists():
    assert {path.stem for path in GOUDEN.iterdir()} == SOORTEN.keys()


def test_every_kind_of_message_is_sent_somewhere():
    used = set().union(*(strings(path) for path in python_files() if path.name != "soorten.py"))
    assert sorted(SOORTEN.keys() - used) == []


def test_the_mail_of_an_example_says_so_in_its_subject_and_in_both_texts(compose, ontvanger):
    compose("brief_paraferen", ontvanger=ontvanger)
    bericht("brief_paraferen", ontvanger, ontvanger.mail_set.get(), is_voorbeeld=True)
    message = opmaak.compose(ontvanger.mail_set.get())

    assert message.subject == "VOORBEELD: Een brief wacht op uw paraaf"
    assert message.body.startswith("VOORBEELD: dit gaat over een bedacht programma.\n")
    assert "<strong>VOORBEELD</strong>" in message.alternatives[0].content


def test_the_colours_of_a_mail_are_those_of_the_theme_and_no_variable_is_left():
    style = opmaak.style()
    assert "--portaal" not in style
    assert opmaak.variables("thema/portaal.css")["--portaal-hoofd"] in style


def test_a_mail_asks_no_machine_for_an_answer_and_keeps_its_date(compose, ontvanger):
    headers = compose("brief_paraferen", ["brief_paraferen"], ontvanger=ontvanger).message()
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["Date"] == "Mon, 29 Jun 2026 08:00:00 +0000"
    assert headers["Message-ID"] == "<vast@portaal.voorbeeld.nl>"


def test_a_link_that_ends_says_until_when(compose):
    message = compose("dagoverzicht", gegevens=LINK | TOT)
    assert "De link werkt tot en met 6 juli 2026." in message.body


def test_every_onderwerp_fits_a_mail_program_and_every_zin_ends():
    assert [
        soort.naam for soort in SOORTEN.values() if len(soort.onderwerp) > 60 or soort.onderwerp.endswith(".")
    ] == []
    assert [soort.naam for soort in SOORTEN.values() if not soort.zin.endswith(".")] == []
    assert [soort.naam for soort in SOORTEN.values() if re.search(r"[\r\n]", soort.onderwerp + soort.zin)] == []
