"""How many queries a page may need: as many for one row as for a full page, and never more than its budget."""

from datetime import timedelta
from http.cookies import SimpleCookie

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from agenda.access import Rol
from agenda.lijsten import Lijst, show_list
from agenda.models import Gemeente
from rapportage.brief import schrijven
from tests.hulpmiddelen import (
    aanvragen,
    activiteiten,
    begroting,
    interventies,
    uitkeringen,
    uitnodigingen,
    voorbereiding,
    voorstellen,
)
from tests.hulpmiddelen.routes import all_routes

# Queries per page, those of the session and the account included.
LIJST, PAGINA, DRAFT = 12, 15, 20
PROGNOSE = 18  # beside its lines it reads the planning and the prognose before it
ALLAUTH = 20  # the page to confirm with a passkey asks after each means by itself
EACH_KIND = 102  # ‘mijn gegevens’ asks every kind of record for the rows of one person, once
DOSSIER = 23  # an interventie with each kind of thing that hangs from it, once
START = 16  # what waits, of each kind of work that this person has
CATALOGUS = 12  # eight for everybody (tests/interventies), and session, account, programmas and berichten of a reader
TELLER = 10  # how often one address asked this already, and a lock around it
BUDGET = {
    "home": 8,
    "catalogus": CATALOGUS,
    "catalogus-interventie": CATALOGUS,
    "catalogus-interventie-pdf": CATALOGUS + TELLER,
    "gemeente-aanvraag-pdf": PAGINA + TELLER,
    "aanvraag": PAGINA + 1,  # the files of its answers
    "interventie": DOSSIER,
    "evaluatie": DOSSIER,
    "catalogus-kaart": CATALOGUS,
    "catalogus-vergelijken": CATALOGUS,
    "werk": START,
    "gemeente-start": START + 9,  # also the regelingen that are open, its aanvragen, and what is to do about those
    "mfa_reauthenticate_webauthn": ALLAUTH,
    "prognose": PROGNOSE,
    "account_gegevens": EACH_KIND,
    "account_gegevens_download": EACH_KIND,
} | dict.fromkeys(["activiteiten", "indicatoren", "voorbereiding", "bronnen", "brieven", "feiten", "gemeenten", "open-vragen", "tegenspraken", "aanvragen", "gemeente-aanvragen"], LIJST)

ROUTES = [route for route in all_routes() if not route.is_naslag]


@pytest.fixture(autouse=True)
def session_just_used(monkeypatch):
    """That a session is in use is written once a minute: on a slow machine that would count in one page or another."""
    monkeypatch.setattr("agenda.sessies.opslag.TOUCH", timedelta(hours=1))


def all_lists(klasse=Lijst) -> list[type[Lijst]]:
    """Every Lijst of the portal: the views that declare them are imported with the addresses."""
    get_resolver().url_patterns  # noqa: B018  imports them
    ours = {app.name for app in apps.get_app_configs()}
    found = [each for sub in klasse.__subclasses__() for each in (sub, *all_lists(sub))]
    return sorted({each for each in found if each.__module__.partition(".")[0] in ours}, key=lambda each: each.__name__)


def queries_for(klasse, rows, user) -> list[str]:
    """The queries of the page of this list when it has just these rows."""

    class Few(klasse):
        def queryset(self):
            return super().queryset().filter(pk__in=rows)

    request = RequestFactory().get("/")
    request.user = user
    with CaptureQueriesContext(connection) as queries:
        show_list(request, Few)
    return [each["sql"] for each in queries]


def test_a_list_of_a_full_page_needs_no_more_queries_than_one_of_three_rows(brief, account):
    """All lists in one test, because making the rows takes far longer than reading them."""
    reader = account(Rol.BEHEERDER)
    for _ in range(5):
        uitnodigingen.arguments(Gemeente.objects.first())
        activiteiten.arguments()
        voorbereiding.arguments()
        begroting.boekingen()
        uitkeringen.arguments()
        interventies.arguments()
        voorstellen.arguments()
        aanvragen.arguments()
    wrong = []
    for klasse in all_lists():
        rows = [record.pk for record in klasse(QueryDict(), reader).records[:25]]
        few, many = (queries_for(klasse, rows[:number], reader) for number in (3, 25))
        if len(rows) <= 3:
            wrong.append(f"{klasse.__name__} heeft te weinig rijen in het geladen programma om iets te bewijzen.")
        if len(many) > len(few):
            wrong.append(f"{klasse.__name__}: {len(few)} vragen voor 3 rijen, {len(many)} voor 25:\n" + "\n".join(many))
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize("rol", sorted({route.rol or Rol.PROGRAMMAMANAGER for route in ROUTES}))
def test_each_page_stays_within_its_budget_of_queries(rol, brief, account, eigen):
    """The pages that this role is the first to may open; each request finds the same situation."""
    client = Client(headers={"host": "localhost"})
    user = account(rol)
    client.force_login(user)
    records, cookies, wrong = eigen(user), client.cookies.output(header=""), []
    for route in ROUTES:
        if (route.rol or Rol.PROGRAMMAMANAGER) == rol:
            client.cookies = SimpleCookie(cookies)
            wrong += too_many(route, client, route.address(records))
    assert not wrong, "\n\n".join(wrong)


def too_many(route, client, address) -> list[str]:
    """What is wrong with the queries or the answer of one page; what it changed is taken back."""
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        response = client.get(address)
        list(response)  # a file is read to its end, and so closed
        transaction.set_rollback(True)
    if response.status_code not in {200, 302, 405}:
        return [f"{route.naam}: antwoord {response.status_code}"]
    budget = BUDGET.get(route.naam, PAGINA)
    if len(queries) <= budget:
        return []
    return [f"{route.naam}: {len(queries)} vragen, {budget} mag:\n" + "\n".join(each["sql"] for each in queries)]


def test_the_public_home_needs_few_queries_for_who_is_not_signed_in(brief, django_assert_max_num_queries):
    with django_assert_max_num_queries(BUDGET["home"]):
        assert Client().get("/").status_code == 200


def test_a_draft_of_the_letter_stays_within_its_budget(brief, redacteur, django_assert_max_num_queries):
    """A draft collects all its figures live, but not one by one."""
    schrijven.terugnemen(brief, by=redacteur)
    client = Client()
    client.force_login(redacteur)
    with django_assert_max_num_queries(DRAFT):
        assert client.get(brief.get_absolute_url()).status_code == 200
