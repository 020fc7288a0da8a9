"""How many queries a page may need: as many for one row as for a full page, and never more than its budget."""

import pytest
from django.apps import apps
from django.db import connection
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from agenda.access import Rol
from agenda.lijsten import Lijst, show_list
from agenda.models import Gemeente
from rapportage.brief import schrijven
from tests.hulpmiddelen import activiteiten, begroting, uitnodigingen
from tests.hulpmiddelen.routes import all_routes

# Queries per page, those of the session and the account included.
LIJST, PAGINA, DRAFT = 12, 15, 20
PROGNOSE = 18  # beside its lines it reads the planning and the prognose before it
ALLAUTH = 20  # the page to confirm with a passkey asks after each means by itself
EACH_KIND = 60  # ‘mijn gegevens’ asks every kind of record for the rows of one person, once
BUDGET = {
    "home": 8,
    "mfa_reauthenticate_webauthn": ALLAUTH,
    "prognose": PROGNOSE,
    "account_gegevens": EACH_KIND,
    "account_gegevens_download": EACH_KIND,
} | dict.fromkeys(["activiteiten", "indicatoren", "bronnen", "brieven", "feiten", "gemeenten", "open-vragen", "tegenspraken"], LIJST)

ROUTES = [route for route in all_routes() if not route.is_naslag]


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


@pytest.mark.parametrize("klasse", all_lists(), ids=lambda klasse: klasse.__name__)
def test_a_list_of_a_full_page_needs_no_more_queries_than_one_of_three_rows(klasse, brief, account):
    reader = account(Rol.BEHEERDER)
    for _ in range(5):
        uitnodigingen.arguments(Gemeente.objects.first())
        activiteiten.arguments()
        begroting.boekingen()
    rows = [record.pk for record in klasse(QueryDict(), reader).records[:25]]
    few, many = (queries_for(klasse, rows[:number], reader) for number in (3, 25))
    assert len(rows) > 3, "Deze lijst heeft te weinig rijen in het geladen programma om iets te bewijzen."
    assert len(many) <= len(few), "\n".join(many)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.naam)
def test_a_page_stays_within_its_budget_of_queries(route, brief, account, eigen):
    client = Client(headers={"host": "localhost"})
    user = account(route.rol or Rol.PROGRAMMAMANAGER)
    client.force_login(user)
    address = route.address(eigen(user))
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
        list(response)  # a file is read to its end, and so closed
    budget = BUDGET.get(route.naam, PAGINA)
    assert len(queries) <= budget, f"{len(queries)} vragen, {budget} mag:\n" + "\n".join(q["sql"] for q in queries)
    assert response.status_code in {200, 302, 405}


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
