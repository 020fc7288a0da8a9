"""The pages of the staff: from description to catalogue by clicking, and typed work that stays when it is refused."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from agenda import klok
from agenda.access import Rol
from interventies import dossier
from interventies.models import Evaluatie, Interventie, Term
from interventies.palet import evalueren, publiceren
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.interventies import LEZER, PUBLICEERT, SCHRIJVER, E, F, wie
from tests.hulpmiddelen.pagina import rows, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def example():
    with klok.vastgezet(palet.NU):
        yield vooruitzicht.programma()


def browser(rol: Rol) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(wie(rol))
    return client


def sleutel() -> dict:
    return {"sleutel": str(uuid.uuid4())}


def send(rol, naam, argument, example, **velden):
    """The page after sending a form of `naam` as `rol`."""
    address = example.address(reverse(naam, args=[argument] if isinstance(argument, str) else argument))
    return browser(rol).post(address, velden | sleutel(), follow=True)


def test_from_description_to_catalogue_each_step_by_its_own_person(example):
    term = Term.objects.create(lijst="doelgroep", naam="jongeren", volgorde=1)
    nieuw = example.address(reverse("interventie-nieuw"))
    page = browser(SCHRIJVER).post(nieuw, palet.beschrijving() | sleutel() | {"doelgroep": [term.pk]}, follow=True)
    assert "‘Buurtlab’ is beschreven. Nu kan een collega de scopetoets doen." in text(page)
    assert "Scopetoets doen: U schreef mee aan de beschrijving." in text(page)
    made = Interventie.objects.get()
    assert (made.is_voorbeeld, [str(term) for term in made.laatste.termen.all()]) == (True, ["jongeren"])
    send(LEZER, "interventie-scopetoets", "buurtlab", example, oordeel="binnen", motivering="Het past.", gelezen=1)
    send(LEZER, "interventie-fase", ["buurtlab", "interventie_testen"], example, reden="Wij willen het weten.")
    plan = vars(palet.plan()) | {"van": "2026-03-01", "tot": "2026-09-30", "verplichting": ""}
    send(SCHRIJVER, "evaluatie-nieuw", "buurtlab", example, **plan)
    nummer = Evaluatie.objects.get().nummer
    uitkomsten = {f"effect_{plek}": effect for plek, (effect, _) in enumerate(palet.UITKOMSTEN, start=1)}
    uitkomsten |= {f"toelichting_{plek}": waarom for plek, (_, waarom) in enumerate(palet.UITKOMSTEN, start=1)}
    slot = {"beperkingen": "Eén buurt.", "conclusie": "Het werkt een beetje."}
    send(SCHRIJVER, "evaluatie-aanbieden", nummer, example, **uitkomsten, **slot)
    send(LEZER, "evaluatie-teruggeven", nummer, example, reden="Noem de groep.")
    again = browser(SCHRIJVER).get(example.address(reverse("evaluatie-aanbieden", args=[nummer])))
    assert "Teruggegeven: Noem de groep." in text(again)
    assert "Het werkt een beetje." in text(again)
    send(SCHRIJVER, "evaluatie-aanbieden", nummer, example, **uitkomsten, **slot)
    send(LEZER, "evaluatie-vaststellen", nummer, example)
    oordeel = {"niveau": "movisie-onderbouwd", "beoordelaar": "Commissie", "beoordeeld_op": "2026-10-01"}
    send(LEZER, "interventie-oordeel", "buurtlab", example, **oordeel, criteria="Alle vier.", motivering="Onderzoek.")
    page = send(LEZER, "interventie-fase", ["buurtlab", "interventie_doen"], example, reden="Het werkt.")
    assert "Interventie Buurtlab Doen wat werkt" in text(page)
    send(PUBLICEERT, "interventie-publiceren", "buurtlab", example, gelezen=1)
    assert "Geen effect Geen verschil." in text(Client().get("/interventies/buurtlab/"))
    [row] = rows(browser(Rol.AUDITOR).get(example.address(reverse("interventies"))))
    assert row == "Buurtlab Doen wat werkt Binnen Goed onderbouwd 1 2 november 2026 2 november 2026"


def test_what_was_typed_stays_when_it_is_refused_and_nothing_is_saved(example):
    nieuw = example.address(reverse("interventie-nieuw"))
    velden = palet.beschrijving(opzet="Tien <script>alert(1)</script> bijeenkomsten", hoofddoel="") | sleutel()
    page = browser(SCHRIJVER).post(nieuw, velden)
    seen = page.content.decode()
    assert "Vul bij ‘Hoofddoel’ iets in." in text(page)
    assert "Jongeren maken samen een plan voor hun buurt." in seen
    page = browser(SCHRIJVER).post(nieuw, velden | {"hoofddoel": "Sterker."})
    assert "In de tekst staat ‘&lt;script&gt;’. Schrijf gewone tekst" in page.content.decode()
    assert not Interventie.objects.exists()


def test_what_was_given_back_stays_readable_beside_what_was_offered_next(example):
    made = palet.evaluatie(E.AANGEBODEN, palet.interventie(F.TESTEN, is_voorbeeld=True))
    evalueren.teruggeven(made, reden="Waar blijkt dat uit?", by=wie(LEZER))
    velden = {"beperkingen": "Maar één buurt.", "conclusie": "Er veranderde niets."}
    evalueren.aanbieden(made, uitkomsten=[("geen_effect", "Geen verschil.")] * 3, **velden, by=wie(SCHRIJVER))
    verhaal = [(each.titel, each.uitleg) for each in dossier.tijdlijn(made)]
    assert verhaal[1:] == [
        ("Teruggegeven: Waar blijkt dat uit?", ""),
        (
            "Uitkomsten aangeboden",
            "‘Jongeren voelen zich sterker’: positief effect; ‘Jongeren kennen elkaar’: geen effect; ‘Jongeren doen "
            "mee in de buurt’: negatief effect. Conclusie: Jongeren voelen zich sterker; de rest veranderde niet.",
        ),
        ("Gepland", ""),
    ]
    assert verhaal[0][1].endswith("Conclusie: Er veranderde niets.")


def test_a_comparison_says_which_outcomes_are_about_an_earlier_description():
    made = palet.gepubliceerd(F.DOEN, naam="Vernieuwd")
    palet.gepubliceerd(F.DOEN, naam="Hetzelfde")
    palet.nieuwe_versie(made, naam="Vernieuwd")
    palet.toets(made)
    publiceren.publiceren(made, by=wie(PUBLICEERT))
    naast = {"vergelijk": ["vernieuwd", "hetzelfde"]}
    seen = text(Client(headers={"host": "localhost"}).get(reverse("catalogus-vergelijken"), naast))
    assert "Uitkomsten Over een eerdere beschrijving: Positief effect : Jongeren voelen zich sterker." in seen
    assert seen.count("Over een eerdere beschrijving") == 1


def test_who_wrote_on_an_older_version_keeps_his_text_and_can_send_it_again(example):
    made = palet.interventie(is_voorbeeld=True)
    mijn = palet.beschrijving(kosten="Veel.") | {"wijziging": "Kosten erbij.", "vorige": "1"} | sleutel()
    palet.nieuwe_versie(made)
    address, client = example.address(reverse("interventie-nieuwe-versie", args=["buurtlab"])), browser(LEZER)
    page = client.post(address, mijn)
    assert "Intussen is er een nieuwere versie: 2, van Behandelaar." in text(page)
    assert "Veel." in text(page)
    assert 'name="vorige" value="2"' in page.content.decode()
    client.post(address, mijn | {"vorige": "2"})
    made.refresh_from_db()
    assert (made.laatste.nummer, made.laatste.kosten) == (3, "Veel.")
    seen = text(client.get(example.address(reverse("interventie-versie", args=["buurtlab", 3]))))
    assert "Kosten Niets Veel." in seen


def test_who_decides_on_a_version_that_is_not_the_newest_any_more_is_told_and_can_decide_again(example):
    made = palet.interventie(F.TESTEN, is_voorbeeld=True)
    palet.nieuwe_versie(made)
    besluiten = {
        "interventie-scopetoets": (LEZER, {"oordeel": "binnen", "motivering": "Het past."}),
        "interventie-publiceren": (PUBLICEERT, {}),
    }
    for naam, (rol, velden) in besluiten.items():
        page = send(rol, naam, "buurtlab", example, **velden, gelezen=1)
        assert "Intussen is er een nieuwere versie: 2, van Behandelaar. Lees die eerst" in text(page)
        assert 'name="gelezen" value="2"' in page.content.decode()
        assert ("/interventies/buurtlab/: de eerste naam staat erin" in text(page)) == (rol == PUBLICEERT)
        send(rol, naam, "buurtlab", example, **velden, gelezen=2)
    assert [made.scopetoets.versie.nummer, made.publicaties.get().versie.nummer] == [2, 2]


def test_the_list_is_narrowed_by_fase_scope_evidence_and_catalogue(example):
    palet.gepubliceerd(F.DOEN, naam="Klaar", is_voorbeeld=True)
    palet.interventie(naam="Nieuw", is_voorbeeld=True)
    client, address = browser(Rol.AUDITOR), example.address(reverse("interventies"))
    for vraag, expected in {
        "fase=doen": ["Klaar"],
        "scope=geen": ["Nieuw"],
        "bewijs=onderbouwd": ["Klaar"],
        "bewijs=niet_beoordeeld": ["Nieuw"],
        "catalogus=true": ["Klaar"],
        "catalogus=false": ["Nieuw"],
        "zoek=nieu": ["Nieuw"],
        "": ["Klaar", "Nieuw"],
    }.items():
        assert [row.split()[0] for row in rows(client.get(f"{address}&{vraag}"))] == expected, vraag
    csv = b"".join(client.get(f"{address}&formaat=csv").streaming_content).decode()
    assert "Klaar;Doen wat werkt;Binnen;Goed onderbouwd;1;" in csv


def test_a_page_of_the_staff_is_not_for_who_sees_only_what_is_public(example):
    palet.gepubliceerd(F.TESTEN)
    assert browser(Rol.RAADSLID).get(reverse("interventie", args=["buurtlab"])).status_code == 403
