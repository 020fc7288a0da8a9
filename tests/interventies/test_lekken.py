"""Nothing that nobody published is public: a walk over every public address, by everybody who may look."""

from datetime import date
from urllib.parse import parse_qsl, quote_plus

import pytest
from django.db.models import Q
from django.test import Client
from django.urls import reverse

from agenda import klok
from agenda.access import PUBLIC, Rol
from agenda.documenten import pdf
from agenda.models import Gemeente
from interventies.models import Interventie, Interventiedocument, Term
from interventies.models.publicaties import PublicatieQuerySet
from interventies.palet import evalueren, fasen, leren, onderzoek, publiceren, toetsen, uitvoeren, voorstellen
from subsidies import bekostigen
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import regelingen, vooruitzicht
from tests.hulpmiddelen.interventies import LEZER, PUBLICEERT, SCHRIJVER, E, F, wie
from tests.hulpmiddelen.routes import all_routes
from tests.hulpmiddelen.voorstellen import K, aanpak, ambtenaar, kader

pytestmark = pytest.mark.django_db

GEHEIM = "geheimwoord"  # stands in everything that nobody published
EEN = ["catalogus-interventie", "catalogus-interventie-pdf"]
KIJKERS = [None, Rol.PROGRAMMAMANAGER, Rol.GEMEENTELIJK_AANVRAGER]  # who sees least, most, and what is of a gemeente
ANDEREN = pytest.param([rol for rol in Rol if rol not in (*KIJKERS, Rol.SYSTEEM)], marks=pytest.mark.proof)


@pytest.fixture(autouse=True)
def in_november():
    with klok.vastgezet(palet.NU):
        yield


def browser(rol: Rol | None, plek: int = 1) -> Client:
    """A browser at a place of its own, so that it is not asked to wait for what others asked."""
    client = Client(headers={"host": "localhost"}, REMOTE_ADDR=f"127.0.0.{plek}")
    if rol:
        client.force_login(wie(rol))
    return client


def plant() -> list[str]:
    """One published interventie and much that is not, all of it with GEHEIM in it; answers with the keys of the latter."""
    term = Term.objects.create(lijst="doelgroep", naam=f"{GEHEIM} doelgroep", volgorde=9)
    openbaar = palet.interventie(naam="Openbaar buurtlab")
    palet.toets(openbaar)
    fasen.testen(openbaar, reden=GEHEIM, by=wie(LEZER))
    publiceren.publiceren(openbaar, by=wie(PUBLICEERT))
    toetsen.toetsen(openbaar, oordeel="buiten", motivering=GEHEIM, by=wie(LEZER))
    loopt = palet.uitvoering(openbaar)
    uitvoeren.eindigen(loopt, tot=date(2026, 12, 1), reden=GEHEIM, by=wie(SCHRIJVER))
    bekostigen.uit_regeling(loopt, regelingen.wijk().thema(), by=wie(SCHRIJVER))
    for zichtbaar in ({"is_openbaar": False}, {"is_schoon": False}):
        palet.document(openbaar, omschrijving=GEHEIM, **zichtbaar)
    over = {"interventies": [openbaar], "is_voorbeeld": False}
    leren.beginnen(naam=GEHEIM, vraag=GEHEIM, **over, by=wie(SCHRIJVER))
    for bron in (("Onderzoek", "A. Auteur, 2026", "https://voorbeeld.invalid/"), (GEHEIM, GEHEIM)):
        bron = onderzoek.toevoegen(onderzoek.Publicatiegegevens(*bron), is_voorbeeld=False, by=wie(SCHRIJVER))
        onderzoek.aanhalen(openbaar, bron, vindplaats=GEHEIM, waarvoor=GEHEIM, by=wie(SCHRIJVER))
    geheim = dict.fromkeys(("samenvatting", "contact", "hoofddoel"), GEHEIM) | {"naam": f"Openbaar {GEHEIM}"}
    palet.nieuwe_versie(openbaar, **geheim).termen.add(term)
    van_nieuwe = palet.evaluatie(E.VASTGESTELD, openbaar)
    palet.document(openbaar, evaluatie=van_nieuwe, omschrijving=GEHEIM)
    for plan in (palet.plan(onderzoeksvraag=GEHEIM), palet.plan(uitvoerder=GEHEIM)):
        laatste = evalueren.plannen(openbaar, plan, by=wie(SCHRIJVER))
    slot = {"uitkomsten": [("positief", GEHEIM)] * 3, "beperkingen": GEHEIM, "conclusie": GEHEIM}
    evalueren.aanbieden(laatste, **slot, by=wie(SCHRIJVER))
    evalueren.teruggeven(laatste, reden=GEHEIM, by=wie(LEZER))
    nooit = [
        palet.interventie(fase, naam=f"{GEHEIM} {fase}", termen=[term]) for fase in (F.BESCHREVEN, F.TESTEN, F.DOEN)
    ]
    weg = palet.gepubliceerd(F.TESTEN, naam=f"{GEHEIM} ingetrokken", termen=[term])
    palet.document(weg, omschrijving=GEHEIM)
    plant_in_gemeenten(loopt, [nooit[1], weg])
    publiceren.intrekken(weg.publicaties.get(), reden=GEHEIM, by=wie(PUBLICEERT))
    return [each.sleutel for each in (*nooit, weg)]


def plant_in_gemeenten(loopt, intern: list[Interventie]) -> None:
    """Where it runs that is not public, what a gemeente proposed, and what it was asked about."""
    code = {"code": "GM0344", "naam": f"{GEHEIM} stad", "naam_cbs": "x"}  # one that the map knows
    stad = Gemeente.objects.create(**code, provincie=loopt.gemeente.provincie)
    for each in intern:
        palet.uitvoering(each, gemeente=stad, wijk=GEHEIM, uitvoerder=GEHEIM)
    verkeerd = palet.uitvoering(loopt.interventie, gemeente=stad, wijk=GEHEIM)
    uitvoeren.vervallen(verkeerd, reden=GEHEIM, by=wie(SCHRIJVER))
    van = {"by": ambtenaar(stad)}
    eerste, tweede = (
        voorstellen.indienen(stad, voorstellen.Aanpak(**dict.fromkeys(aanpak(), GEHEIM)), **van) for _ in "12"
    )
    voorstellen.overnemen(eerste, palet.beschrijving(naam=f"{GEHEIM} van een gemeente"), [], by=wie(SCHRIJVER))
    voorstellen.afwijzen(tweede, reden=GEHEIM, by=wie(SCHRIJVER))
    for status in (K.GEWEIGERD, K.TOEGESTEMD):
        kader(status, loopt, titel=f"{GEHEIM} {status}", tekst=GEHEIM)


def public_addresses(sleutels: list[str]) -> list[str]:
    """Every public address that takes no key of its own, and the catalogue in every way it can be asked."""
    vaste = [reverse(route.naam) for route in all_routes() if route.audience == PUBLIC and not route.has_arguments]
    vragen = ["?fase=beschreven", "?bewijs=onderbouwd", f"?doelgroep={GEHEIM}+doelgroep", "?bewijs=niet-beoordeeld"]
    vragen += ["?zoek=geheim", "?zoek=geheimwood", "?zoek=geheimwoort+buurtlab", f"?gemeente={GEHEIM}+stad"]
    naast = "&".join(f"vergelijk={sleutel}" for sleutel in (sleutels[-1], "openbaar-buurtlab"))
    return [
        *vaste,
        *(reverse("catalogus") + vraag for vraag in (*vragen, f"?{naast}")),
        *(reverse("catalogus-kaart") + vraag for vraag in vragen[-2:]),
        f"{reverse('catalogus-vergelijken')}?{naast}",
        *(reverse(naam, args=[sleutel]) for naam in EEN for sleutel in ("openbaar-buurtlab", *sleutels)),
    ]


@pytest.fixture
def readable_pdf(monkeypatch):
    """The text of a PDF instead of the PDF."""
    monkeypatch.setattr(pdf, "write", lambda html, **_: html.encode())


@pytest.mark.parametrize("kijkers", [KIJKERS, ANDEREN], ids=["eerst", "anderen"])
def test_nothing_unpublished_stands_on_any_public_page_whoever_looks(kijkers, readable_pdf):
    vooruitzicht.programma()
    sleutels = plant()
    for plek, rol in enumerate(kijkers, start=1):
        client = browser(rol, plek)
        leaked, seen = walk(client, sleutels)
        assert (rol, leaked) == (rol, [])
        for naam in EEN:
            assert {seen[reverse(naam, args=[sleutel])] for sleutel in sleutels} == {404}
            assert seen[reverse(naam, args=["openbaar-buurtlab"])] == 200
        assert client.get(reverse("catalogus"), {"doelgroep": f"{GEHEIM} doelgroep"}).context["aantal"] == 0
        assert [each.publicatie.versie.naam for each in client.get(reverse("catalogus")).context["kaarten"]] == [
            "Openbaar buurtlab"
        ]


def walk(client, sleutels) -> tuple[list[str], dict[str, int]]:
    """The public addresses that show GEHEIM or open a file that nobody made public, and the status of each."""
    bestanden, seen = [each.permalink for each in Interventiedocument.objects.filter(omschrijving=GEHEIM)], {}
    leaked = [adres for adres in bestanden if client.get(adres).status_code != 404]
    for address in public_addresses(sleutels):
        response = client.get(address)
        seen[address] = response.status_code
        if GEHEIM in unasked(response, address):
            leaked.append(address)
    return leaked, seen


def unasked(response, address: str) -> str:
    """All of an answer, its headers too, but what stood in the address: the reader typed that himself."""
    content = f"{response.headers}\n{response.content.decode()}"
    for _, value in parse_qsl(address.partition("?")[2]):
        content = content.replace(quote_plus(value), "").replace(value, "")
    return content


def test_that_walk_sees_a_leak(monkeypatch, readable_pdf):
    vooruitzicht.programma()
    sleutels = plant()
    monkeypatch.setattr(PublicatieQuerySet, "openbaar_als", Q())  # a publicatie in whatever status
    leaked = {address.partition("?")[0] for address in walk(browser(None), sleutels)[0]}
    een = "/interventies/geheimwoord-ingetrokken/"
    assert leaked >= {
        een,
        f"{een}pdf/",
        reverse("catalogus"),
        reverse("catalogus-rss"),
        reverse("catalogus-vergelijken"),
    }
