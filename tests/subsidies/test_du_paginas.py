"""Pages of decentralisatie-uitkeringen: what staff and gemeente see and do, and that nobody sees another gemeente's."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from agenda import klok
from agenda.access import Rol
from agenda.models import Tegenspraak
from rapportage.geldstromen.stromen import stromen
from subsidies.models import Aanmelding, Decentralisatieuitkering, Fondsuitkering, Terugkoppeling
from tests.hulpmiddelen import uitkeringen, vooruitzicht
from tests.hulpmiddelen.pagina import rows, text
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, MELDT, TEKENT, D, gemeente, wie

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_november():
    with klok.vastgezet(uitkeringen.NU):
        yield


def browser(rol, van=None) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(wie(rol, van))
    return client


def staff(made: Decentralisatieuitkering, deel: str = "") -> str:
    naam = f"du-{deel}" if deel else "du"
    return made.programma.address(reverse(naam, args=[made.nummer]))


def sleutel() -> dict:
    return {"sleutel": str(uuid.uuid4())}


def test_the_2023_total_and_the_count_stand_apart_with_their_source_and_nothing_is_divided(programma, lezer):
    response = lezer.get(reverse("decentralisatie-uitkeringen"))
    seen = text(response)
    assert rows(response) == [
        "Gemeenten met een DU tot nu toe 7 gemeenten – Kamerbrief over de voortgang van de Agenda (2024) paragraaf DU Veerkracht en Weerbaarheid, derde zin",
        "Via een DU verstrekt in 2023 € 313.327 2023 Kamerbrief over de voortgang van de Agenda (2024) paragraaf DU Veerkracht en Weerbaarheid, laatste zin",
    ]
    assert "44.761" not in seen  # 313.327 divided by 7
    assert "Open vraag: Welke 7 gemeenten kregen een decentralisatie-uitkering?" in seen
    assert "Open vraag: Komt er een bijzondere fondsuitkering" in seen
    assert Tegenspraak.objects.get(nummer="C25").get_absolute_url().partition("?")[0] in response.content.decode()
    assert not Decentralisatieuitkering.objects.exists()


def test_a_successor_of_the_du_is_a_row_of_data_and_goes_the_same_way():
    uitkeringen.uitkering()
    soort = {"naam": "bijzondere proefuitkering", "afkorting": "BPU", "fonds": "proeffonds", "grondslag": "Proefwet"}
    opvolger = Fondsuitkering.objects.create(sleutel="bpu", toelichting="De gemeente kiest zelf.", **soort)
    made = uitkeringen.uitkering(D.BETAALD, fondsuitkering=opvolger)
    seen = text(browser(BEHANDELAAR).get(staff(made)))
    assert "Bijzondere proefuitkering BPU-2026-001 Betaald" in seen
    assert "Betaald door het proeffonds in juli 2026" in seen
    assert "Dit is een bijzondere proefuitkering (BPU) uit het proeffonds." in seen
    assert {each.instrument for each in stromen(made.programma, wie(Rol.AUDITOR))} == {
        "Bijzondere proefuitkering",
        "Decentralisatie-uitkering",
    }


def test_the_list_adds_up_what_goes_to_gemeenten_and_exports_what_it_shows():
    for status in (D.BETAALD, D.VOORSTEL, D.AFGEWEZEN):
        made = uitkeringen.uitkering(status, bedrag="10000.50")
    address = f"{reverse('decentralisatie-uitkeringen')}?programma={made.programma.code}"
    auditor = browser(Rol.AUDITOR)
    assert "Bedrag bij elkaar: € 20.001" in text(auditor.get(address))
    assert [row.split()[0] for row in rows(auditor.get(f"{address}&status=betaald"))] == ["DU-2026-001"]
    file = b"".join(auditor.get(f"{address}&status=betaald&formaat=csv")).decode()
    assert file.splitlines()[-1].startswith("DU-2026-001;Voorbeeldstad;2026;10000,50;Betaald;")


def test_the_staff_proposes_and_a_condition_in_any_field_is_refused_with_the_article():
    plan = uitkeringen.voorstel()
    velden = {naam: getattr(plan, naam).pk for naam in ("gemeente", "regel", "bron", "fondsuitkering")}
    velden |= {"uitkeringsjaar": "2026", "bedrag": "30.000", "doel": plan.doel, "vindplaats": "par. 3"} | sleutel()
    client = browser(BEHANDELAAR)
    address = f"{reverse('du-voorstellen')}?programma={plan.regel.programma.code}"
    for fout in ({"doel": "Lessen, mits er een plan is."}, {"voorwaarden": "een plan"}):
        refused = client.post(address, velden | fout)
        assert "artikel 15a lid 1" in text(refused)
        assert not Decentralisatieuitkering.objects.exists()
    assert client.post(address, velden).status_code == 302
    assert client.post(address, velden).status_code == 302  # the same form once more
    made = Decentralisatieuitkering.objects.get()
    assert (made.bedrag, made.status) == (30_000, D.VOORSTEL)


def test_a_du_goes_from_akkoord_to_payment_over_the_pages():
    made = uitkeringen.uitkering()
    tekent, behandelaar, budget = browser(TEKENT, made.gemeente), browser(BEHANDELAAR), browser(Rol.BUDGETHOUDER)
    assert "Dit voorstel wacht op akkoord van uw gemeente" in text(tekent.get(reverse("gemeente-start")))
    tekent.post(reverse("gemeente-du-akkoord", args=[made.nummer]))
    assert "Uw gemeente is akkoord" in text(tekent.get(made.adres_gemeente))
    besluit = {"moment": "eerste_suppletoire", "begrotingsjaar": "2026", "bron": vooruitzicht.bron().pk}
    budget.post(staff(made, "overboeken"), besluit | {"vindplaats": "tabel 4", "reden": "Naar het fonds."} | sleutel())
    circulaire = {"soort": "5", "jaar": "2026", "paragraaf": "3.2", "betaalmaand": "2026-07"}
    behandelaar.post(staff(made, "opnemen"), circulaire | sleutel())
    behandelaar.post(staff(made, "betalen"), {"betaalmaand": "08-2026"} | sleutel())
    made.refresh_from_db()
    assert (made.status, made.circulaire, f"{made.betaalmaand:%m-%Y}") == (
        D.BETAALD,
        "meicirculaire 2026, paragraaf 3.2",
        "08-2026",
    )
    for_staff, for_gemeente = text(behandelaar.get(staff(made))), text(tekent.get(made.adres_gemeente))
    assert "Betaald door het gemeentefonds in augustus 2026" in for_staff
    assert "Betaald door het gemeentefonds in augustus 2026" in for_gemeente
    assert "Budgethouder" in for_staff
    assert "Budgethouder" not in for_gemeente
    assert "Post 3" not in for_gemeente


def test_a_shortage_is_told_at_the_form_and_what_was_typed_stays():
    made = uitkeringen.uitkering(D.AKKOORD, bedrag="100000.01")
    besluit = {"moment": "eerste_suppletoire", "begrotingsjaar": "2026", "bron": vooruitzicht.bron().pk}
    velden = besluit | {"vindplaats": "tabel 4", "reden": "Naar het fonds."} | sleutel()
    refused = browser(Rol.BUDGETHOUDER).post(staff(made, "overboeken"), velden)
    assert "€ 0,01 te veel. Dit is een hard plafond." in text(refused)
    assert 'value="tabel 4"' in refused.content.decode()


def test_a_month_that_does_not_exist_is_named_with_an_example():
    made = uitkeringen.uitkering(D.CIRCULAIRE)
    refused = browser(BEHANDELAAR).post(staff(made, "betalen"), {"betaalmaand": "13-2026"} | sleutel())
    assert "‘13-2026’ is geen maand. Schrijf bijvoorbeeld 07-2026." in text(refused)


def test_an_official_of_another_gemeente_gets_404_on_every_page_and_reads_no_name():
    made = uitkeringen.uitkering()
    aanmelding = uitkeringen.aanmelding_van(made.programma, made.gemeente)
    vreemde = browser(TEKENT, gemeente("Voorbeelddam", "GM9998"))
    pages = [(naam, made.nummer) for naam in ("gemeente-du", "gemeente-du-akkoord", "gemeente-du-afwijzen")]
    for naam, nummer in [*pages, ("gemeente-aanmelding-intrekken", aanmelding.nummer)]:
        address = reverse(naam, args=[nummer])
        answers = {vreemde.post(address, sleutel()).status_code, vreemde.get(address).status_code}
        assert answers <= {404, 405}
        assert vreemde.post(address, sleutel()).status_code == 404
    own = text(vreemde.get(reverse("gemeente-uitkeringen"))) + text(vreemde.get(reverse("gemeente-start")))
    assert "Voorbeeldstad" not in own
    assert made.nummer not in own
    made.refresh_from_db()
    assert made.status == D.VOORSTEL


def test_who_may_not_sign_reads_the_proposal_and_has_no_button():
    made = uitkeringen.uitkering()
    meldt = browser(MELDT, made.gemeente)
    seen = text(meldt.get(made.adres_gemeente))
    assert "Een collega die mag tekenen, kan akkoord geven." in seen
    assert "Akkoord geven" not in seen.replace("kan akkoord geven", "")
    assert meldt.post(reverse("gemeente-du-akkoord", args=[made.nummer])).status_code == 403


def test_a_gemeente_says_that_it_is_interested_and_takes_that_back():
    vooruitzicht.programma()
    meldt = browser(MELDT, gemeente())
    meldt.post(reverse("gemeente-aanmelden"), {"plan": "Gastlessen op vier scholen"} | sleutel())
    aanmelding = Aanmelding.objects.get()
    assert "Gastlessen op vier scholen" in text(meldt.get(reverse("gemeente-uitkeringen")))
    refused = meldt.post(reverse("gemeente-aanmelden"), {"plan": "Nog iets"} | sleutel())
    assert "Uw gemeente heeft al een open aanmelding" in text(refused)
    meldt.post(reverse("gemeente-aanmelding-intrekken", args=[aanmelding.nummer]))
    aanmelding.refresh_from_db()
    assert aanmelding.status == "ingetrokken"


def test_what_a_gemeente_tells_is_called_voluntary_and_staff_reads_it():
    programma = vooruitzicht.programma()
    meldt = browser(MELDT, gemeente())
    seen = text(meldt.get(reverse("gemeente-terugkoppeling")))
    assert "Dit is vrijwillig. Niemand vraagt erom, en er hangt niets van af." in seen
    meldt.post(reverse("gemeente-terugkoppeling"), {"tekst": "De lessen werken goed."} | sleutel())
    assert Terugkoppeling.objects.get().gemeente == gemeente()
    shown = text(browser(Rol.AUDITOR).get(f"{reverse('terugkoppelingen')}?programma={programma.code}"))
    assert "De lessen werken goed." in shown


def test_an_account_of_no_gemeente_is_told_so():
    assert browser(MELDT).get(reverse("gemeente-uitkeringen")).status_code == 404
