"""A file with maxima: per-row faults as a table, the plafond to the cent, the page and the file of it."""

import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from agenda.models import Programma
from agenda.uitwisselen.lezen import Onleesbaar
from subsidies.models import MaximumAanvraag, RegelingVersie
from subsidies.uitwisselen.maxima import FouteRijen, innemen
from tests.hulpmiddelen import regelingen
from tests.hulpmiddelen.aanvragen import open_regeling
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import wie

pytestmark = pytest.mark.django_db
KOP = "Gemeentecode;Gebied;Thema;Jaar;Bedrag"
GOED = ["GM9999;;school en omgeving;2026;€ 250.000", "069998;Voorbeelddam Noord;school en omgeving;2027;1.234,50"]


@pytest.fixture
def versie():
    return regelingen.wijk().eerste


def neem_in(versie, *rijen, by=None, kop=KOP) -> int:
    stroom = io.BytesIO("\n".join([kop, *rijen]).encode())
    return innemen(versie, stroom, "maxima.csv", by=by or regelingen.behandelaar())


def test_a_good_file_replaces_what_was_there(versie):
    assert neem_in(versie, *GOED) == 2
    assert neem_in(versie, GOED[0]) == 1
    made = MaximumAanvraag.objects.get()
    assert (str(made), made.bedrag) == ("Voorbeeldstad, school en omgeving, 2026", Decimal(250_000))


# fmt: off
FOUT = [
    ("GM0001;;school en omgeving;2026;1",                   "Gemeentecode", "bestaat niet"),
    ("6999;;school en omgeving;2026;1",                     "Gemeentecode", "geen gemeentecode"),
    ("GM9999;Elders;school en omgeving;2026;1",             "Gemeentecode", "hoort niet bij deze versie"),
    ("GM9999;Voorbeelddam Noord;school en omgeving;2026;1", "Gemeentecode", "hoort niet bij deze versie"),
    ("GM9999;;anders;2026;1",                               "Thema",        "niet van deze versie. Kies uit"),
    ("GM9999;;school en omgeving;2030;1",                   "Jaar",         "loopt 2026–2028"),
    ("GM9999;;school en omgeving;;1",                       "Jaar",         "leeg"),
    ("GM9999;;school en omgeving;2026;veel",                "Bedrag",       "geen bedrag in euro"),
    ("GM9999;;school en omgeving;2026;-5",                  "Bedrag",       "€ 0 of meer"),
    ("GM9999;;school en omgeving;2026;=1+1",                "Bedrag",       "formule"),
    (GOED[0],                                               "",             "Rij 2 noemt dit ook"),
]
# fmt: on


@pytest.mark.parametrize(("rij", "kop", "waarom"), FOUT)
def test_a_faulty_row_is_named_and_nothing_is_taken_over(versie, rij, kop, waarom):
    with pytest.raises(FouteRijen) as fout:
        neem_in(versie, GOED[0], rij)
    [(nummer, fouten)] = fout.value.rijen
    assert (nummer, waarom in fouten[kop].replace("\u00a0", " ")) == (3, True)
    assert not MaximumAanvraag.objects.exists()


def plafond(versie, bedrag) -> None:
    RegelingVersie.objects.filter(pk=versie.pk).update(
        plafond=bedrag, plafond_kwalificatie="exact", plafond_bron=versie.bron
    )


def test_together_they_fit_in_the_plafond_to_the_cent(versie):
    plafond(versie, Decimal("251234.50"))
    neem_in(versie, *GOED)
    plafond(versie, Decimal("251234.49"))
    with pytest.raises(Onleesbaar) as fout:
        neem_in(versie, *GOED)
    wat = "De maxima zijn samen € 251.234,50 en het plafond is € 251.234,49: € 0,01 te veel."
    assert wat in str(fout.value).replace("\u00a0", " ")


def test_who_may_not_and_what_is_open_are_refused():
    versie = open_regeling()
    with pytest.raises(GeenToegang):
        neem_in(versie, *GOED, by=wie(Rol.REDACTEUR))
    with pytest.raises(NietMogelijk, match="staat open voor aanvragen"):
        neem_in(versie, *GOED)


def test_the_page_shows_them_per_gemeente_and_the_file_can_be_taken_over_again(versie, client):
    client.force_login(wie(Rol.PROGRAMMAMANAGER))
    arguments = [versie.regeling.sleutel, versie.volgorde]
    code = f"?programma={Programma.objects.get().code}"
    send = {"bestand": SimpleUploadedFile("maxima.csv", "\n".join([KOP, *GOED]).encode())}
    overnemen = reverse("maxima-overnemen", args=arguments) + code
    seen = text(client.post(overnemen, send, follow=True)).replace("\u00a0", " ")
    assert "Samen € 251.234,50." in seen
    assert "Voorbeelddam, samen alle thema’s alle jaren € 1.234,50" in seen
    bestand = client.get(reverse("maxima-bestand", args=arguments) + code).content
    assert innemen(versie, io.BytesIO(bestand), "maxima.csv", by=wie(Rol.PROGRAMMAMANAGER)) == 2
    faulty = {"bestand": SimpleUploadedFile("maxima.csv", "\n".join([KOP, FOUT[0][0]]).encode())}
    answer = client.post(overnemen, faulty)
    assert answer.status_code == 400
    assert "2 Gemeentecode Gemeentecode GM0001 bestaat niet." in text(answer)
