"""Every refusal is a Dutch page without internals, and a line in the security log that nobody can forge or flood."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from agenda import weigeringen
from agenda.access import Rol
from agenda.models import Taak
from tests.hulpmiddelen.beveiligingslog import meegelezen
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db
VELDEN = {"event", "actie", "object", "resultaat", "oorsprong", "actor", "tijdstempel"}


@pytest.fixture
def log():
    """The lines of the security log, as they are written."""
    with meegelezen([]) as lines:
        yield lines


def other_host(client, account, settings):
    return client.get("/", headers={"host": "elders.example"})


def too_many_fields(client, account, settings):
    return client.post(reverse("stijlgids"), {f"veld{n}": "x" for n in range(1001)})


def too_large(client, account, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    return client.post(reverse("stijlgids"), "naam=" + "x" * 200, content_type="application/x-www-form-urlencoded")


def no_right(client, account, settings):
    client.force_login(account(Rol.GEMEENTELIJK_AANVRAGER, wachtwoord=None))
    return client.get(reverse("werk"))


def of_another(client, account, settings):
    taak = Taak.objects.create(soort="lijst_exporteren", argumenten={}, aangevraagd_door=account(Rol.AUDITOR))
    client.force_login(account(Rol.REDACTEUR))
    return client.get(reverse("taak", args=[taak.pk]))


def forged(client, account, settings):
    client = Client(enforce_csrf_checks=True)
    return client.post(reverse("stijlgids"), {}, headers={"origin": "http://elders.example"})


def nowhere(client, account, settings):
    return client.get("/bestaat-niet/\n{}")


def only_a_button(client, account, settings):
    client.force_login(account(Rol.REDACTEUR))
    return client.get(reverse("account_logout"))


# fmt: off
WEIGERINGEN = [
    # how               status  what one reads                            actie in the log
    (other_host,        400,    "Dit adres kan niet",                     "verdacht verzoek"),
    (too_many_fields,   400,    "Dit adres kan niet",                     "verdacht verzoek"),
    (too_large,         413,    "Dit is te groot om te versturen",        "te groot verzoek"),
    (no_right,          403,    "U mag dit niet doen of bekijken",        "zonder recht"),
    (of_another,        404,    "Deze pagina is er niet",                 "record dat er voor deze persoon niet is"),
    (forged,            403,    "Het formulier is niet verstuurd",        "formulier zonder geldig kenmerk"),
    (nowhere,           404,    "Deze pagina is er niet",                 None),
    (only_a_button,     405,    "Zo kan deze pagina niet open",           None),
]
# fmt: on


@pytest.mark.parametrize(("how", "status", "words", "actie"), WEIGERINGEN, ids=lambda each: getattr(each, "__name__", ""))
def test_a_refusal_is_a_dutch_page_with_a_way_on_and_a_line_in_the_log(
    client, account, settings, log, how, status, words, actie
):
    answer = how(client, account, settings)
    assert (answer.status_code, words in text(answer)) == (status, True)
    assert "Naar de startpagina" in text(answer)
    assert "Traceback" not in answer.content.decode()
    assert [json.loads(line)["actie"] for line in log] == ([actie] if actie else [])
    assert all(json.loads(line).keys() == VELDEN for line in log)


def test_a_form_with_faults_is_a_refusal_too_and_the_log_says_nothing_of_what_was_typed(client, log):
    answer = client.post(reverse("stijlgids"), {"naam": "geheim-fout"})
    assert (answer.status_code, "geheim-fout" in answer.content.decode()) == (400, True)
    assert client.post(reverse("account_login"), {}).status_code == 400
    assert client.get(reverse("stijlgids")).status_code == 200
    assert [json.loads(line)["actie"] for line in log] == ["formulier met fouten"]
    assert "geheim-fout" not in log[0]


def test_a_fault_of_ours_shows_only_a_number_that_is_in_the_log_too(client, settings, monkeypatch, caplog):
    client.raise_request_exception = False
    monkeypatch.setattr("rapportage.views.home.render", None)
    answer = client.get("/")
    (line,) = (each for each in caplog.records if each.name == "agenda.ui.views")
    kenmerk = line.getMessage().split()[1]
    assert (answer.status_code, f"dit nummer: {kenmerk}." in text(answer)) == (500, True)
    assert ("TypeError" in text(answer), line.exc_info[0]) == (False, TypeError)


def test_a_failed_sign_in_is_logged_without_what_was_typed(client, account, log):
    account(Rol.AUDITOR, wachtwoord="een-lang-wachtwoord")
    client.post(reverse("account_login"), {"login": "auditor@voorbeeld.invalid", "password": "geheim-fout"})
    (line,) = log
    assert (json.loads(line)["actie"], json.loads(line)["resultaat"]) == ("inloggen", "mislukt")
    assert ("geheim-fout" in line, "auditor@" in line) == (False, False)


def test_nobody_writes_a_line_of_his_own(client, log, redacteur):
    client.force_login(redacteur)
    client.get(reverse("taak", args=["00000000-0000-0000-0000-000000000000"]) + "?x=\n{}")
    client.get("/werk/bronnen/%0a%7b%22actie%22:1%7d/", headers={"host": "elders.example"})
    assert [line.count("\n") for line in log] == [0] * len(log)
    assert "?x" not in "".join(log)


def test_the_key_in_an_address_is_not_logged(client, log, rf):
    request = rf.get("/account/uitnodiging/geheim123/")
    request.resolver_match = type("Match", (), {"kwargs": {"token": "geheim123"}})
    weigeringen.schrijf(request, "zonder recht", 403)
    assert json.loads(log[0])["object"] == "GET /account/uitnodiging/…/"


def test_a_flood_of_one_person_is_ten_lines_a_minute_and_a_count():
    demping = weigeringen.Demping()
    passed = [demping.count((1, "ip", "zonder recht"), 0.0)[0] for _ in range(25)]
    assert passed == [True] * 10 + [False] * 15
    assert demping.count((2, "ip", "zonder recht"), 59.0) == (True, [])
    assert demping.count((2, "ip", "zonder recht"), 60.0) == (True, [((1, "ip", "zonder recht"), 15)])


def test_a_flood_from_ever_other_addresses_is_counted_as_one(monkeypatch):
    demping = weigeringen.Demping()
    monkeypatch.setattr(demping, "SLEUTELS", 100)
    passed = sum(demping.count((None, f"10.0.0.{number}", "te vaak"), 0.0)[0] for number in range(1000))
    assert (passed, len(demping.begonnen)) == (110, 101)


@pytest.mark.parametrize("elders", ["https://elders.example/", "//elders.example", "javascript:alert(1)", "\\\\elders.example"])
def test_next_never_leads_to_another_site(elders):
    client = Client(headers={"host": "localhost"})
    answer = client.post(reverse("demo") + "?next=" + elders, {"rol": Rol.AUDITOR})
    assert answer.url == reverse("werk")
