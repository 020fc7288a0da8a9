"""The second factor: who must have one, how it is set up and used, and what is written down about it."""

import json
import re
import time
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agenda.access import Rol
from agenda.accounts.demo import demo_account
from agenda.accounts.tweede_factor import GEZIEN, locks
from agenda.models import AuditRegel, Bericht
from tests.hulpmiddelen import codes
from tests.hulpmiddelen.codes import totp
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.passkeys import passkey

pytestmark = pytest.mark.django_db
WACHTWOORD = "een lang wachtwoord"
VERKEERD = "Deze code klopt niet, is al gebruikt of is verlopen. Wacht tot de app een nieuwe code toont en vul die in."


@pytest.fixture(autouse=True)
def no_code_expires(monkeypatch):
    """No new half minute begins between working out a code and filling it in."""
    moment = time.time()
    for module in (auth, codes):
        monkeypatch.setattr(module, "time", SimpleNamespace(time=lambda: moment))


@pytest.fixture
def redacteur(account):
    """A local account that can change something."""
    return account(Rol.REDACTEUR, wachtwoord=WACHTWOORD)


@pytest.fixture
def sleutel():
    return generate_totp_secret()


@pytest.fixture
def met_app(redacteur, sleutel):
    TOTP.activate(redacteur, sleutel)
    RecoveryCodes.activate(redacteur)
    return redacteur


def log_in(client, user):
    return client.post(reverse("account_login"), {"login": user.email, "password": WACHTWOORD})


def enter(client, code):
    return client.post(reverse("mfa_authenticate"), {"code": code})


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def actions(user) -> list[str]:
    return [regel.actie for regel in AuditRegel.objects.about(user).order_by("pk")]


@pytest.mark.parametrize("name", ["werk", "home", "account_gegevens", "feiten", "mfa_list_webauthn"])
def test_who_must_set_up_a_second_factor_is_led_there_from_every_other_page(client, redacteur, name):
    log_in(client, redacteur)
    assert client.get(reverse(name)).url == reverse("mfa_index")
    assert "Stel eerst een tweede factor in" in text(client.get(reverse("mfa_index")))


@pytest.mark.parametrize("name", ["account", "account_change_password", "mfa_activate_totp", "usersessions_list"])
def test_the_pages_for_setting_up_open_without_a_second_factor(client, redacteur, name):
    log_in(client, redacteur)
    assert client.get(reverse(name)).status_code == 200


def test_a_post_does_not_get_past_the_second_factor_either(client, redacteur):
    log_in(client, redacteur)
    assert client.post(reverse("mailinstellingen")).url == reverse("mfa_index")


def test_the_menu_names_no_page_that_does_not_open_yet(client, redacteur):
    client.force_login(redacteur)
    assert client.get(reverse("mfa_index")).context["navigatie"] == []


def test_who_has_no_second_factor_yet_can_sign_out(client, redacteur):
    log_in(client, redacteur)
    client.post(reverse("account_logout"))
    assert not is_signed_in(client)


def test_who_can_change_nothing_needs_no_second_factor(client, account):
    log_in(client, account(Rol.AUDITOR, wachtwoord=WACHTWOORD))
    assert client.get(reverse("werk")).status_code == 200


def test_an_account_of_the_demo_or_of_single_sign_on_needs_none_here(client):
    client.force_login(demo_account(Rol.PROGRAMMAMANAGER))
    assert client.get(reverse("mfa_index")).status_code == 200
    assert client.get(reverse("account")).status_code == 200
    assert client.get(reverse("mailinstellingen")).status_code == 200


def test_setting_up_an_app_opens_the_portal_and_shows_the_recovery_codes_once(
    client, redacteur, django_capture_on_commit_callbacks
):
    log_in(client, redacteur)
    sleutel = re.search(r"<code>([A-Z2-7 ]+)</code>", client.get(reverse("mfa_activate_totp")).content.decode())[1]
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("mfa_activate_totp"), {"code": totp(sleutel)})
    assert response.url == reverse("mfa_view_recovery_codes")
    first, second = (text(client.get(reverse("mfa_view_recovery_codes"))) for _ in range(2))
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert [code in first for code in codes] == [True] * 10
    assert [code in second for code in codes] == [False] * 10
    assert client.get(reverse("mailinstellingen")).status_code == 200
    assert sorted(actions(redacteur)) == ["factor_toevoegen", "herstelcodes_maken", "inloggen"]
    assert [bericht.soort for bericht in Bericht.objects.filter(ontvanger=redacteur)] == ["factor_gewijzigd"]


def test_a_wrong_code_sets_nothing_up(client, redacteur):
    log_in(client, redacteur)
    client.get(reverse("mfa_activate_totp"))
    response = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert response.context["form"].errors == {"code": [VERKEERD]}
    assert not Authenticator.objects.exists()


def test_the_password_alone_opens_nothing(client, met_app):
    assert log_in(client, met_app).url == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    assert client.get(reverse("werk")).url.startswith(reverse("account_login"))


def test_password_and_code_together_sign_in_with_a_new_session(client, met_app, sleutel):
    log_in(client, met_app)
    before = client.session.session_key
    assert enter(client, totp(sleutel)).url == reverse("werk")
    assert is_signed_in(client)
    assert client.session.session_key != before


def test_a_session_key_from_before_signing_in_is_worth_nothing(client, account):
    client.get(reverse("account_login"))
    client.session["iets"] = 1
    client.session.save()
    before = client.session.session_key
    log_in(client, account(Rol.AUDITOR, wachtwoord=WACHTWOORD))
    assert is_signed_in(client)
    assert client.session.session_key != before
    assert not client.session.exists(before)


def test_a_code_works_once(client, met_app, sleutel):
    code = totp(sleutel)
    log_in(client, met_app)
    enter(client, code)
    client.post(reverse("account_logout"))
    log_in(client, met_app)
    assert enter(client, code).context["form"].errors == {"code": [VERKEERD]}
    assert not is_signed_in(client)


def test_a_recovery_code_works_once_and_is_recorded_and_told(client, met_app):
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    log_in(client, met_app)
    enter(client, code)
    assert is_signed_in(client)
    assert "herstelcode_gebruiken" in actions(met_app)
    assert Bericht.objects.filter(ontvanger=met_app, soort="herstelcode_gebruikt").count() == 1
    client.post(reverse("account_logout"))
    log_in(client, met_app)
    assert enter(client, code).status_code == 400
    assert not is_signed_in(client)


def test_a_refused_code_is_in_the_security_log_with_the_account_whose_password_was_known(client, met_app, caplog):
    log_in(client, met_app)
    enter(client, "123456")
    (line,) = (json.loads(each.message) for each in caplog.records if each.name == "portaal.beveiliging")
    assert (line["actie"], line["resultaat"], line["actor"]) == ("tweede factor", "mislukt", met_app.pk)


def test_who_stops_halfway_can_sign_in_as_somebody_else(client, met_app):
    log_in(client, met_app)
    assert client.get(reverse("account_login")).url == reverse("mfa_authenticate")
    assert client.post(reverse("inloggen_afbreken")).url == reverse("account_login")
    assert client.get(reverse("account_login")).status_code == 200


def test_an_ordinary_page_asks_no_query_for_the_second_factor(client, met_app, sleutel):
    log_in(client, met_app)
    enter(client, totp(sleutel))
    client.get(reverse("mailinstellingen"))
    assert client.session[GEZIEN] is True
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("mailinstellingen"))
    assert [each["sql"] for each in queries if Authenticator._meta.db_table in each["sql"]] == []


def test_the_last_factor_stays_where_one_is_needed(client, met_app, sleutel):
    log_in(client, met_app)
    enter(client, totp(sleutel))
    response = client.post(reverse("mfa_deactivate_totp"), follow=True)
    assert "U hebt een tweede factor nodig, dus de laatste kunt u niet weghalen." in text(response)
    assert Authenticator.objects.filter(type="totp").exists()


def test_the_last_passkey_stays_where_one_is_needed(client, redacteur):
    key = passkey(redacteur)
    log_in(client, redacteur)
    client.force_login(redacteur)
    client.post(reverse("mfa_remove_webauthn", args=[key.pk]))
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_one_of_two_factors_can_go_and_that_is_recorded_and_told(client, met_app, sleutel):
    passkey(met_app)
    log_in(client, met_app)
    enter(client, totp(sleutel))
    assert client.post(reverse("mfa_deactivate_totp")).url == reverse("mfa_index")
    assert sorted(set(Authenticator.objects.values_list("type", flat=True))) == ["recovery_codes", "webauthn"]
    assert actions(met_app)[-1] == "factor_weghalen"


def test_who_needs_no_factor_may_take_the_last_one_away_with_its_recovery_codes(client, account, sleutel):
    auditor = account(Rol.AUDITOR, wachtwoord=WACHTWOORD)
    TOTP.activate(auditor, sleutel)
    RecoveryCodes.activate(auditor)
    log_in(client, auditor)
    enter(client, totp(sleutel))
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.exists()


def test_the_database_does_not_hold_the_secret_of_an_app(met_app, sleutel):
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert sleutel not in kept
    assert Authenticator.objects.get(type="totp").wrap().validate_code(totp(sleutel))


def test_a_new_secret_key_still_reads_what_the_old_one_encrypted(met_app, sleutel, settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "een nieuwe sleutel" * 5
    locks.cache_clear()
    try:
        assert Authenticator.objects.get(type="totp").wrap().validate_code(totp(sleutel))
    finally:
        locks.cache_clear()


def test_confirming_is_asked_again_when_signing_in_was_too_long_ago(client, met_app, sleutel):
    log_in(client, met_app)
    enter(client, totp(sleutel))
    assert client.get(reverse("mfa_generate_recovery_codes")).status_code == 200
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 301
    session.save()
    asked = client.get(reverse("mfa_generate_recovery_codes")).url
    assert asked.startswith(reverse("mfa_reauthenticate"))
    assert client.post(asked, {"code": "000000"}).context["form"].errors["code"]
    assert client.get(reverse("mfa_generate_recovery_codes")).status_code == 302
    cache.clear()  # the code of now was used to come in; a later one is as good
    client.post(asked, {"code": totp(sleutel)})
    assert client.get(reverse("mfa_generate_recovery_codes")).status_code == 200
