"""Two programmas side by side: no page of the one shows the other, no link leaves it, and the example says what it is."""

import re
from html import unescape

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import reverse

from actielijnen.models import Actielijn, Begrotingspost, Verplichting
from agenda.access import Rol
from agenda.models import Bron, Feit, Gebied, Gemeente, OpenVraag, Provincie, Tegenspraak
from interventies.models import Project
from rapportage.models import Toezegging
from subsidies.models import Regeling
from tests.hulpmiddelen.broncode import APPS
from tests.hulpmiddelen.routes import EIGEN, NASLAG, all_routes

ECHT, VOORBEELD = "veerkracht-weerbaarheid", "voorbeeld-2026"
LINK = re.compile(r'<(?:a|form)\b[^>]*\s(?:href|action)="(/werk/[^"]*)"')
KEUZE = re.compile(r'<nav class="ptl-programmakeuze".*?</nav>', re.DOTALL)
# Pages that speak of no programma: of accounts, of what the portal keeps and destroys, of who may what.
OF_NO_PROGRAMMA = re.compile(
    r"/werk/(accounts|uitnodigingen|beheer|logboek|vernietiging|rechten|taken|bestanden|nagelopen)"
)


def pages_of_a_programma():
    """The pages of the staff that need no record: overviews, lists and forms to begin with."""
    return [
        route
        for route in all_routes()
        if route.patroon.startswith("/werk/")
        and not route.has_arguments
        and not route.patroon.startswith(NASLAG)
        and route.naam not in EIGEN
        and not OF_NO_PROGRAMMA.match(route.patroon)
    ]


def names(code: str) -> set[str]:
    """What the records of a programma are called, those of shared kinds that are invented or not included."""
    invented = code == VOORBEELD
    found = {
        each.naam
        for model in (Actielijn, Begrotingspost, Project)
        for each in model.objects.filter(programma__code=code)
    }
    found |= {f"/feiten/{each.sleutel}/" for each in Feit.objects.filter(programma__code=code)}
    found |= {f"/tegenspraken/{each.nummer}/" for each in Tegenspraak.objects.filter(programma__code=code)}
    found |= {each.vraag for each in OpenVraag.objects.filter(programma__code=code)}
    found |= {each.tekst for each in Toezegging.objects.filter(programma__code=code)}
    found |= {each.citeertitel for each in Regeling.objects.filter(programma__code=code)}
    found |= {each.kenmerk for each in Verplichting.objects.filter(programma__code=code)}
    found |= {each.naam for each in Gemeente.objects.filter(is_voorbeeld=invented)}
    found |= {each.naam for each in Gebied.objects.filter(gemeente__is_voorbeeld=invented)}
    bronnen = Bron.objects.filter(soort=Bron.Soort.VOORBEELD) if invented else []
    return {each for each in found | {each.titel for each in bronnen} if len(each) > 5}


def own_names(code: str, other: str) -> set[str]:
    """Names that only the one has; a gemeente that is called as its provincie says nothing."""
    shared = set(Provincie.objects.values_list("naam", flat=True))
    others = names(other)
    return {each for each in names(code) if not any(each in name for name in others)} - shared


@pytest.fixture
def staff(voorbeeldprogramma, account):
    client = Client(headers={"host": "localhost"})
    client.force_login(account(Rol.PROGRAMMAMANAGER, Rol.BUDGETHOUDER, Rol.BEHEERDER))
    return client


def html_of(client, address: str) -> str:
    with transaction.atomic():
        response = client.get(address)
        transaction.set_rollback(True)
    assert response.status_code == 200, f"{address}: {response.status_code}"
    return unescape(KEUZE.sub("", response.content.decode()))


def is_told(name: str, shown: str) -> bool:
    """Whether `name` stands there as such: the gemeente Voorst is not told of by ‘Voorstel’."""
    return name in shown and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", shown) is not None


@pytest.mark.parametrize(("code", "other"), [(ECHT, VOORBEELD), (VOORBEELD, ECHT)])
def test_no_page_shows_a_record_of_the_other_programma(staff, code, other):
    foreign, found = own_names(other, code), []
    assert len(foreign) > 20
    for route in pages_of_a_programma():
        shown = html_of(staff, f"{route.address()}?programma={code}")
        found += [f"{route.naam}: {name}" for name in sorted(foreign) if is_told(name, shown)][:3]
    assert not found, "\n".join(found)


def test_that_walk_would_see_such_a_record(staff):
    text = html_of(staff, f"{reverse('begroting')}?programma={VOORBEELD}")
    assert [name for name in own_names(VOORBEELD, ECHT) if name in text]


@pytest.mark.parametrize("code", [ECHT, VOORBEELD])
def test_no_link_leaves_the_programma_and_every_page_of_the_example_says_so(staff, code):
    found, todo, seen = [], [reverse("werk")], set()
    while todo:
        path = todo.pop()
        seen.add(path)
        shown = html_of(staff, f"{path}?programma={code}")
        for link in LINK.findall(shown):
            if f"programma={code}" not in link and f"/{code}/" not in link:
                found.append(f"{path} → {link}")
        for form in re.findall(r'<form[^>]*method="get".*?</form>', shown, re.DOTALL):
            if f'name="programma" value="{code}"' not in form:
                found.append(f"{path}: een formulier verliest het programma")
        if (
            code == VOORBEELD
            and not OF_NO_PROGRAMMA.match(path)
            and not ('<div class="ptl-band ptl-band--voorbeeld"' in shown and "<title>VOORBEELD: " in shown)
        ):
            found.append(f"{path} zegt niet VOORBEELD")
        if path == reverse("werk"):
            todo = [route.address() for route in pages_of_a_programma() if route.address() not in seen]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("from_page", "page"),
    [
        ("/werk/begroting/", "/werk/begroting/"),
        ("/werk/actielijnen/1/", "/werk/actielijnen/1/"),
        ("/werk/feiten/budget.totaal/", "/werk/feiten/"),
        ("/werk/tegenspraken/C07/kiezen/", "/werk/tegenspraken/"),
        ("/werk/brieven/", "/werk/brieven/"),
        ("/werk/gemeenten/GM0363/", "/werk/gemeenten/"),
        ("/account/", "/werk/"),
    ],
)
def test_who_chooses_another_programma_stays_on_the_page_if_it_is_there(staff, from_page, page):
    nav = KEUZE.search(staff.get(from_page).content.decode())[0]
    assert re.findall(r'href="([^"]*)"', nav)[1] == f"{page}?programma={VOORBEELD}"
    assert 'aria-current="true"' in nav.partition("VOORBEELD")[0]


def test_with_one_programma_there_is_nothing_to_choose(programma, lezer):
    assert "ptl-programmakeuze" not in lezer.get("/werk/").content.decode()


def test_a_record_of_an_example_is_shown_within_the_example_only(staff):
    for address in ("/werk/gemeenten/GM9998/", "/werk/bronnen/voorbeeld-programmaplan/"):
        assert staff.get(f"{address}?programma={ECHT}")["Location"] == f"{address}?programma={VOORBEELD}"
    assert staff.get(f"/werk/bronnen/kamerbrief-2023/?programma={VOORBEELD}")["Location"].endswith(ECHT)


def test_every_kind_of_record_with_a_page_says_in_its_address_which_programma_it_is_of(voorbeeldprogramma):
    models = [
        model for app in APPS for model in apps.get_app_config(app).get_models() if hasattr(model, "get_absolute_url")
    ]
    bound = [model for model in models if any(field.name == "programma" for field in model._meta.fields)]
    assert {Actielijn, Feit, Tegenspraak} < set(bound)
    without = [
        model.__name__
        for model in bound
        if (record := model._base_manager.filter(programma__isnull=False).first())
        and record.programma.code not in record.get_absolute_url()
    ]
    assert without == []
