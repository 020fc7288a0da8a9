"""The pages of the log: who did what, when and from where, for who may see it."""

import pytest
from django.urls import reverse

from agenda import audit
from agenda.access import Rol
from agenda.herkomst import acting
from agenda.models import AuditRegel, Bron, Gebruiker, Gemeente, Provincie
from rapportage.navigatie import navigatie

LOGBOEK = "/werk/logboek/"


@pytest.fixture
def regels(db, account):
    """One line of a redacteur, and one of somebody of Arnhem who has another name and role by now."""
    provincie = Provincie.objects.create(code="PV25", naam="Gelderland")
    arnhem = Gemeente.objects.create(code="GM0202", naam="Arnhem", naam_cbs="Arnhem", provincie=provincie)
    iemand = account(Rol.GEMEENTELIJK_AANVRAGER, gemeente=arnhem)
    with acting("192.0.2.7"):
        van_arnhem = audit.record(iemand, "uitloggen", by=iemand)
    iemand.naam, iemand.rollen = "Bo Jansen", [Rol.GEMEENTELIJK_ONDERTEKENAAR]
    iemand.save()
    redacteur = account(Rol.REDACTEUR)
    return van_arnhem, audit.record(
        Bron, "exporteren", by=redacteur, lijst="Bronnen", filters="geen", aantal=2, vorm="CSV"
    )


def csv(client, **filters) -> list[list[str]]:
    """The rows of the download, without the line and the headings above them."""
    response = client.get(LOGBOEK, {"formaat": "csv"} | filters)
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return [line.split(";") for line in text.splitlines()[2:]]


def test_a_line_names_the_person_as_now_and_the_role_and_the_gemeente_as_then(lezer, regels):
    ((_, *row),) = csv(lezer, gemeente="arnhem")
    wat = f"Gebruiker {regels[0].account} is uitgelogd."
    assert row == ["Bo Jansen", "Gemeentelijk aanvrager", "Arnhem", wat, "192.0.2.7"]


@pytest.mark.parametrize(
    ("filters", "acties"),
    [
        ({"van": "1-1-2024"}, ["exporteren", "uitloggen"]),
        ({"van": "1-1-2124"}, []),
        ({"tot": "1-1-2024"}, []),
        ({"actie": "uitloggen"}, ["uitloggen"]),
        ({"soort": "agenda.bron"}, ["exporteren"]),
        ({"persoon": "bo jan"}, ["uitloggen"]),
        ({"persoon": "redacteur@"}, ["exporteren"]),
        ({"gemeente": "GM0202"}, ["uitloggen"]),
        ({"vanaf": "192.0."}, ["uitloggen"]),
        ({"vanaf": "2.7"}, []),
    ],
)
def test_the_filters_leave_what_was_asked(lezer, regels, filters, acties):
    lijst = lezer.get(LOGBOEK, filters).context["lijst"]
    assert (lijst.fouten, [regel.actie for regel in lijst.records]) == ([], acties)


def test_an_empty_answer_says_so(lezer, regels):
    assert "Er is niets gevonden" in lezer.get(LOGBOEK, {"persoon": "niemand"}).content.decode()


def test_the_page_of_a_line_shows_the_rows_that_were_written_with_it(lezer, regels):
    content = lezer.get(regels[0].get_absolute_url()).content.decode()
    assert "agenda_provincie" in content
    assert "code: PV25" in content
    assert "naam: niet bewaard" in content


def test_a_line_of_before_the_trail_shows_no_rows_of_others(lezer, regels):
    oud = AuditRegel.objects.create(
        moment=regels[0].moment,
        actie="goochelen",
        onderwerp_soort="agenda.bron",
        account=0,
        rollen=["ooit"],
        transactie=None,
    )
    response = lezer.get(oud.get_absolute_url())
    assert (response.context["sporen"], response.context["wie"]) == ([], "account 0")
    assert response.context["zin"] == "Bron: goochelen."


def test_a_line_that_does_not_exist_is_not_found(lezer):
    assert lezer.get(reverse("logboek-regel", args=[1])).status_code == 404


@pytest.mark.parametrize(("rol", "ziet"), [(Rol.AUDITOR, True), (Rol.BEHEERDER, True), (Rol.REDACTEUR, False)])
def test_only_who_may_see_the_log_has_it_in_the_menu(rf, account, rol, ziet):
    request = rf.get("/werk/")
    request.user = account(rol)
    assert ("Logboek" in [item["naam"] for item in navigatie(request)["navigatie"]]) is ziet


def test_the_list_asks_the_database_as_often_for_many_lines_as_for_one(lezer, regels, django_assert_max_num_queries):
    for _ in range(20):
        audit.record(Bron, "exporteren", by=lezer_account(lezer), lijst="B", filters="geen", aantal=2, vorm="CSV")
    with django_assert_max_num_queries(8):
        lezer.get(LOGBOEK)
    with django_assert_max_num_queries(8):
        lezer.get(regels[0].get_absolute_url())


def lezer_account(client):
    return Gebruiker.objects.get(pk=client.session["_auth_user_id"])
