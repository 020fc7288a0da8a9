"""A forgotten password, a changed one, too many attempts, and ending sessions elsewhere."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from agenda import taken
from agenda.access import Rol
from agenda.accounts.demo import demo_account
from agenda.accounts.sessies import device
from agenda.models import AuditRegel, Bericht, Gebruiker, Mail
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db
OUD, NIEUW = "een lang wachtwoord", "een heel ander wachtwoord"
ADRES = "https://portaal.voorbeeld.nl"
TE_VAAK = "Er is te vaak een verkeerd wachtwoord of een verkeerde code ingevuld. Probeer het over vijf minuten opnieuw."
LINK = re.compile(rf"{ADRES}(/account/wachtwoord/nieuw/\S+/)")


@pytest.fixture(autouse=True)
def fresh(settings):
    """Counts of earlier tests do not matter, and mails stay in memory."""
    cache.clear()
    settings.PORTAAL_ADRES = ADRES
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def auditor(account):
    """A local account that needs no second factor."""
    return account(Rol.AUDITOR, wachtwoord=OUD)


def log_in(client, user, password=OUD, **headers):
    return client.post(reverse("account_login"), {"login": user.email, "password": password}, **headers)


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def ask_for_link(client, email, **headers):
    return client.post(reverse("account_reset_password"), {"email": email}, **headers)


def link(client, user, mailoutbox) -> str:
    """The path in the mail that `user` gets."""
    ask_for_link(client, user.email)
    taken.run_pending()
    return LINK.search(mailoutbox[-1].body)[1]


def choose(client, path, password=NIEUW):
    """Follow the link and fill in a new password."""
    form = client.get(path).url
    return client.post(form, {"password1": password, "password2": password})


def test_the_link_from_the_mail_gives_a_new_password(client, auditor, mailoutbox):
    response = choose(client, link(client, auditor, mailoutbox))
    assert response.url == reverse("account_reset_password_from_key_done")
    assert not is_signed_in(client)
    log_in(client, auditor, NIEUW)
    assert is_signed_in(client)
    assert [regel.actie for regel in AuditRegel.objects.about(auditor).order_by("pk")] == [
        "wachtwoord_herstellen",
        "inloggen",
    ]
    assert Bericht.objects.get(ontvanger=auditor).soort == "wachtwoord_gewijzigd"


def test_the_link_works_once(client, auditor, mailoutbox):
    path = link(client, auditor, mailoutbox)
    choose(client, path)
    assert "Deze link werkt niet meer" in text(Client().get(path))


def test_the_link_works_an_hour(client, auditor, mailoutbox, settings):
    path = link(client, auditor, mailoutbox)
    assert settings.PASSWORD_RESET_TIMEOUT == 3600
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "Deze link werkt niet meer" in text(client.get(path))


def test_the_link_names_the_portal_and_not_the_host_that_somebody_sent(client, auditor, mailoutbox, settings):
    settings.ALLOWED_HOSTS = ["*"]
    ask_for_link(client, auditor.email, headers={"host": "kwaad.voorbeeld"})
    taken.run_pending()
    (message,) = mailoutbox
    assert "kwaad.voorbeeld" not in message.body + message.alternatives[0].content
    assert LINK.search(message.body)


def test_after_sending_the_database_holds_the_link_no_more(client, auditor, mailoutbox):
    path = link(client, auditor, mailoutbox)
    assert path.rstrip("/").rpartition("-")[2] not in str(Mail.objects.values_list("gegevens", "soort"))
    assert Mail.objects.get().gegevens.get("pad", "") == ""


@pytest.mark.parametrize("who", ["niemand@voorbeeld.invalid", "geblokkeerd", "demo"])
def test_who_has_no_password_here_gets_the_same_page_and_no_mail(client, auditor, who):
    if who == "geblokkeerd":
        Gebruiker.objects.filter(pk=auditor.pk).update(is_active=False)
    email = {"geblokkeerd": auditor.email, "demo": demo_account(Rol.AUDITOR).email}.get(who, who)
    assert ask_for_link(client, email).url == reverse("account_reset_password_done")
    assert not Mail.objects.exists()


def test_a_known_and_an_unknown_address_get_the_same_answer(client, auditor):
    answers = [ask_for_link(client, email) for email in (auditor.email, "niemand@voorbeeld.invalid")]
    assert len({(each.status_code, each.url, each.content) for each in answers}) == 1


def test_signing_in_and_forgetting_leave_no_second_list_of_addresses(client, auditor, mailoutbox):
    choose(client, link(client, auditor, mailoutbox))
    log_in(client, auditor, NIEUW)
    assert not EmailAddress.objects.exists()


@pytest.mark.parametrize(
    ("first", "second", "field", "fault"),
    [
        ("kort", "kort", "password1", "Dit wachtwoord is te kort. Gebruik minstens 12 tekens."),
        (NIEUW, OUD, "password2", "Dit is niet hetzelfde wachtwoord. Vul twee keer hetzelfde in."),
        ("", "", "password1", "Vul een nieuw wachtwoord in."),
    ],
)
def test_a_new_password_that_is_not_right_is_told_in_dutch(client, auditor, mailoutbox, first, second, field, fault):
    form = client.get(link(client, auditor, mailoutbox)).url
    response = client.post(form, {"password1": first, "password2": second})
    assert response.context["form"].errors[field] == [fault]


def test_asking_for_links_is_limited(client, auditor):
    answers = [ask_for_link(client, auditor.email) for _ in range(6)]
    assert [each.status_code for each in answers] == [302] * 5 + [429]
    assert "Te vaak geprobeerd" in text(answers[-1])
    assert Mail.objects.count() == 5


def test_changing_the_password_ends_every_session_and_asks_to_sign_in(client, auditor):
    elsewhere = Client()
    log_in(elsewhere, auditor)
    log_in(client, auditor)
    change = {"oldpassword": OUD, "password1": NIEUW, "password2": NIEUW}
    response = client.post(reverse("account_change_password"), change, follow=True)
    assert "Uw wachtwoord is gewijzigd." in text(response)
    assert (is_signed_in(client), is_signed_in(elsewhere)) == (False, False)
    assert AuditRegel.objects.about(auditor).filter(actie="wachtwoord_wijzigen").count() == 1


def test_the_old_password_must_be_right_to_change_it(client, auditor):
    log_in(client, auditor)
    change = {"oldpassword": "iets anders hier", "password1": NIEUW, "password2": NIEUW}
    response = client.post(reverse("account_change_password"), change)
    assert response.context["form"].errors == {
        "oldpassword": ["Dit is niet uw huidige wachtwoord. Vul het wachtwoord in waarmee u inlogt."]
    }


def test_who_signs_in_elsewhere_has_no_password_to_change(client):
    client.force_login(demo_account(Rol.AUDITOR))
    assert client.get(reverse("account_change_password")).url == reverse("account")


def test_after_five_wrong_passwords_the_right_one_is_refused_too_also_from_another_address(client, auditor):
    for _ in range(5):
        log_in(client, auditor, "verkeerd wachtwoord")
    responses = [log_in(client, auditor), log_in(Client(), auditor, REMOTE_ADDR="192.0.2.7")]
    assert [each.context["form"].non_field_errors() for each in responses] == [[TE_VAAK], [TE_VAAK]]
    assert not is_signed_in(client)


def test_the_limit_of_one_account_is_not_that_of_another(client, auditor, account):
    for _ in range(5):
        log_in(client, auditor, "verkeerd wachtwoord")
    log_in(client, account(Rol.RAADSLID, wachtwoord=OUD))
    assert is_signed_in(client)


def test_the_counts_live_in_the_database_so_that_they_hold_for_every_process(client, auditor, settings):
    log_in(client, auditor, "verkeerd wachtwoord")
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
    assert [row for row in cached_keys() if "login_failed" in row]


def cached_keys() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM portaal_cache")
        return [key for (key,) in cursor.fetchall()]


def test_a_blocked_account_is_out_at_its_next_request(client, auditor):
    log_in(client, auditor)
    assert client.get(reverse("werk")).status_code == 200
    Gebruiker.objects.filter(pk=auditor.pk).update(is_active=False)
    assert client.get(reverse("werk")).url.startswith(reverse("account_login"))


FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (FIREFOX, "Firefox op Windows"),
        (EDGE, "Edge op Windows"),
        (SAFARI, "Safari op een iPhone"),
        (ANDROID, "Chrome op Android"),
        ("curl/8.0", "Onbekende browser"),
        ("", "Onbekende browser"),
    ],
)
def test_a_device_has_a_name_that_people_know(user_agent, words):
    assert device(user_agent) == words


@pytest.fixture
def elsewhere(auditor):
    """A second browser in which the same person is signed in."""
    browser = Client(headers={"user-agent": FIREFOX})
    log_in(browser, auditor)
    return browser


def test_somebody_sees_his_own_sessions_only(client, auditor, elsewhere, account):
    log_in(Client(headers={"user-agent": SAFARI}), account(Rol.RAADSLID, wachtwoord=OUD))
    log_in(client, auditor)
    page = text(client.get(reverse("usersessions_list")))
    assert ("Firefox op Windows" in page, "Safari" in page, page.count("Dit apparaat")) == (True, False, 1)


@pytest.mark.parametrize("choice", ["this one", "andere"])
def test_a_session_elsewhere_is_ended_and_that_is_recorded(client, auditor, elsewhere, choice):
    log_in(client, auditor)
    page = client.get(reverse("usersessions_list"))
    (other,) = (each for each in page.context["sessies"] if each.apparaat == "Firefox op Windows")
    client.post(reverse("usersessions_list"), {"sessie": other.pk if choice == "this one" else choice})
    assert (is_signed_in(client), is_signed_in(elsewhere)) == (True, False)
    regel = AuditRegel.objects.get(actie="sessie_beeindigen")
    assert regel.details == {"apparaat": "Firefox op Windows"}


def test_nobody_ends_the_session_of_somebody_else(client, elsewhere, account):
    theirs = elsewhere.get(reverse("usersessions_list")).context["sessies"][0]
    log_in(client, account(Rol.RAADSLID, wachtwoord=OUD))
    client.post(reverse("usersessions_list"), {"sessie": theirs.pk})
    assert is_signed_in(elsewhere)
