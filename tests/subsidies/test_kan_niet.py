"""Every attempt to decide or pay for a registered version, or to lay a condition upon a DU: refused, with the article."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import Error, transaction
from django.test import Client
from django.urls import reverse
from import_export.resources import ModelResource

from agenda import klok
from agenda.access import Rol
from agenda.bestanden.ontvangst import ontvangen
from subsidies.du import geld, voorstellen
from subsidies.models import Aanlevering, Decentralisatieuitkering, RegelingVersie, Toekenning
from subsidies.regelingen.openstellen import Handeling, eis_intake, openstellen
from subsidies.uitwisselen import stappen
from tests.hulpmiddelen import regelingen, uitkeringen, vooruitzicht
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, TEKENT, D, wie

pytestmark = pytest.mark.django_db
ART_15A, ART_15A_17A = "artikel 15a, eerste lid, Financiële-verhoudingswet", "artikelen 15a en 17a Fvw"
DU_ART = "artikel 5 lid 2 en artikel 13"
RIJ = "069999;Voorbeeldstad Oost;veerkracht en weerbaarheid;2026;100"


@pytest.fixture(autouse=True)
def in_november(settings, tmp_path):
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = settings.STORAGES | {"default": backend}
    with klok.vastgezet(uitkeringen.NU):
        yield


def told_by(attempt) -> str:
    """What somebody hears who tries; nothing if it works."""
    try:
        with transaction.atomic():
            page = attempt()
    except Exception as refused:
        return str(refused)
    return text(page) if page is not None else ""


def post(rol, address: str, velden: dict, van=None):
    client = Client(headers={"host": "localhost"})
    client.force_login(wie(rol, van))
    return client.post(address, {"sleutel": str(uuid.uuid4())} | velden, follow=True)


# --- A registered version -------------------------------------------------------------------------------


def deliver(versie, kolom: str):
    inhoud = f"Gemeentecode;Gebied;Thema;Jaar;Bedrag;{kolom}\n{RIJ};ja\n".encode()
    upload = ontvangen(SimpleUploadedFile("bzk.csv", inhoud), by=wie(BEHANDELAAR))
    stappen.innemen(versie, upload, bron=versie.bron, by=wie(BEHANDELAAR))


def deliver_on_screen(versie, kolom: str):
    upload = SimpleUploadedFile("bzk.csv", f"Gemeentecode;Gebied;Thema;Jaar;Bedrag;{kolom}\n{RIJ};ja\n".encode())
    address = reverse("aanleveringen", args=["wijk", versie.volgorde]) + "?programma=wijk"
    return post(BEHANDELAAR, address, {"bron": versie.bron.pk, "bestand": upload})


def update(versie, **velden):
    RegelingVersie.objects.filter(pk=versie.pk).update(soort="intake", opengesteld_op="2026-07-01", **velden)


def open_on_screen(versie):
    address = reverse("regeling-openstellen", args=["wijk", versie.volgorde]) + "?programma=wijk"
    return post(Rol.PROGRAMMAMANAGER, address, {})


# fmt: off
#    the attempt                             how                                                                        the article
VOOR_EEN_REGISTRATIE = [
    ("screen: open it for applications",     open_on_screen,                                                            ART_15A),
    ("screen: a file that decides",          lambda versie: deliver_on_screen(versie, "Beschikking"),                   ART_15A),
    ("screen: a file that pays",             lambda versie: deliver_on_screen(versie, "Betaald op"),                    ART_15A),
    ("import: decisions",                    lambda versie: deliver(versie, "Besluitdatum"),                            ART_15A),
    ("import: payments",                     lambda versie: deliver(versie, "Uitbetaald"),                              ART_15A),
    ("import: what is settled",              lambda versie: deliver(versie, "Vastgesteld"),                             ART_15A),
    ("shell: open it",                       lambda versie: openstellen(versie, by=wie(Rol.PROGRAMMAMANAGER)),          ART_15A),
    *((f"shell: {each.label}",               lambda versie, each=each: eis_intake(versie, each),                        ART_15A) for each in Handeling),
    ("shell: call it an intake",             lambda versie: update(versie, **regelingen.VOLLEDIG),                      ART_15A_17A),
]
# fmt: on


def test_a_registered_version_is_never_decided_or_paid_by_the_portal():
    versie = RegelingVersie.objects.for_page().get(pk=regelingen.wijk().eerste.pk)
    wrong = []
    for naam, attempt, artikel in VOOR_EEN_REGISTRATIE:
        told = told_by(lambda attempt=attempt: attempt(versie))
        if artikel not in told:
            wrong.append((naam, told[-300:]))
    assert wrong == []
    assert set(RegelingVersie.objects.values_list("soort", flat=True)) == {"registratie"}
    assert (Aanlevering.objects.count(), Toekenning.objects.count()) == (0, 0)


# --- A DU -----------------------------------------------------------------------------------------------


def propose(**anders):
    plan = uitkeringen.voorstel(**anders)
    voorstellen.voorstellen(plan.regel.programma, plan, by=wie(BEHANDELAAR))


def propose_with(**extra):
    plan = uitkeringen.voorstel()
    voorstellen.voorstellen(plan.regel.programma, plan, by=wie(BEHANDELAAR), **extra)


def propose_on_screen(**anders):
    plan = uitkeringen.voorstel()
    velden = {naam: getattr(plan, naam).pk for naam in ("gemeente", "regel", "bron", "fondsuitkering")}
    velden |= {"uitkeringsjaar": "2026", "bedrag": "30.000", "doel": plan.doel, "vindplaats": "par. 3"} | anders
    return post(BEHANDELAAR, f"{reverse('du-voorstellen')}?programma={plan.regel.programma.code}", velden)


def step(status: str, deel: str, rol, **velden):
    """The page of one step of a new DU in `status`."""
    made = uitkeringen.uitkering(status)
    return post(rol, made.programma.address(reverse(f"du-{deel}", args=[made.nummer])), velden)


def refuse(**velden):
    made = uitkeringen.uitkering()
    return post(TEKENT, reverse("gemeente-du-afwijzen", args=[made.nummer]), velden, made.gemeente)


def opnemen(paragraaf: str):
    velden = {"soort": 5, "jaar": 2026, "paragraaf": paragraaf, "betaalmaand": uitkeringen.JULI}
    geld.opnemen(uitkeringen.uitkering(D.OVERBOEKING), **velden, by=wie(BEHANDELAAR))


BESLUIT = {
    "moment": "eerste_suppletoire",
    "begrotingsjaar": "2026",
    "vindplaats": "tabel 4",
    "reden": "Naar het fonds.",
}
CIRCULAIRE = {"soort": "5", "jaar": "2026", "paragraaf": "3.2", "betaalmaand": "2026-07"}


def overboeken_on_screen():
    besluit = BESLUIT | {"bron": vooruitzicht.bron().pk, "voorwaarden": "eerst een plan"}
    return step(D.AKKOORD, "overboeken", Rol.BUDGETHOUDER, **besluit)


# fmt: off
VOOR_EEN_DU = [
    ("screen: a field at the proposal",      lambda: propose_on_screen(voorwaarden="eerst een plan")),
    ("screen: a SiSa code",                  lambda: propose_on_screen(sisa_code="G12")),
    ("screen: words in the doel",            lambda: propose_on_screen(doel="Gastlessen, mits er verslag komt.")),
    ("screen: a field at the overboeking",   overboeken_on_screen),
    ("screen: a field at the circulaire",    lambda: step(D.OVERBOEKING, "opnemen", BEHANDELAAR, **CIRCULAIRE, verantwoording="ja")),
    ("screen: a field at the payment",       lambda: step(D.CIRCULAIRE, "betalen", BEHANDELAAR, betaalmaand="2026-07", terugvordering="500")),
    ("screen: a field of the gemeente",      lambda: refuse(prestaties="tien lessen")),
    ("shell: an argument",                   lambda: propose_with(voorwaarden="eerst een plan")),
    ("shell: an account",                    lambda: propose_with(verantwoording="jaarlijks")),
    ("shell: words in the doel",             lambda: propose(doel="De gemeente is verplicht tien lessen te geven.")),
    ("shell: words at the vindplaats",       lambda: propose(vindplaats="tabel 4, op voorwaarde van een plan")),
    ("shell: words at the circulaire",       lambda: opnemen("3.2, met verantwoording via SiSa")),
]
# fmt: on


def test_a_du_gets_no_condition_whichever_way_it_is_tried():
    wrong = []
    for naam, attempt in VOOR_EEN_DU:
        told = told_by(attempt)
        if not (DU_ART in told and "artikel 15a lid 1" in told):
            wrong.append((naam, told[-300:]))
    assert wrong == []


def test_a_du_cannot_be_imported_and_the_database_has_no_place_for_a_condition():
    read_from_files = {each._meta.model for each in with_subclasses(ModelResource) if each._meta.model}
    assert Decentralisatieuitkering not in read_from_files
    uitkeringen.uitkering()
    for naam in ("voorwaarden", "verantwoording", "terugvordering"):
        with pytest.raises((Error, LookupError, TypeError, AttributeError)):
            Decentralisatieuitkering(**{naam: "x"})


def with_subclasses(kind: type) -> set[type]:
    return {kind}.union(*(with_subclasses(each) for each in kind.__subclasses__()))
