"""Signing in at a real provider: who comes in with which roles, and who gets a page that helps."""

import pytest
from django.test import Client

from agenda.access import Rol
from agenda.models import AuditRegel, Gebruiker, Groepsrol, Organisatienummer
from tests.agenda.oidc.vervalser import begin, finish
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


def persons() -> list[Gebruiker]:
    return list(Gebruiker.objects.persons())


def test_staff_gets_an_account_with_the_roles_of_its_groups(reis, redactie):
    answer = reis.sign_in("rijk-redacteur")
    assert (answer.status_code, answer["Location"]) == (302, "/werk/")
    (rik,) = persons()
    assert (rik.naam, rik.email, rik.rollen) == ("Rik Redacteur", "rik.redacteur@rijk.invalid", [Rol.REDACTEUR])
    assert not rik.has_usable_password()
    assert reis.account == str(rik.pk)
    assert {regel.actie for regel in AuditRegel.objects.about(rik)} == {"account_via_sso", "inloggen"}


def test_an_official_gets_an_account_of_his_gemeente(reis, gemeente):
    answer = reis.sign_in("eh-aanvrager")
    assert (answer.status_code, answer["Location"]) == (302, "/gemeente/")
    (ambtenaar,) = persons()
    assert (ambtenaar.naam, ambtenaar.gemeente) == ("Medewerker van Voorbeeldstad", gemeente)
    assert ambtenaar.rollen == [Rol.GEMEENTELIJK_AANVRAGER]
    assert not ambtenaar.has_mail


def test_a_gemeente_can_be_known_by_its_oin(reis, gemeente):
    assert reis.sign_in("eh-via-oin")["Location"] == "/gemeente/"
    assert [(each.naam, each.gemeente) for each in persons()] == [("Olga Oin", gemeente)]


def test_who_signs_in_twice_has_one_account(reis, redactie):
    reis.sign_in("rijk-redacteur")
    reis.portaal.logout()
    reis.sign_in("rijk-redacteur")
    assert len(persons()) == 1


def test_who_came_from_a_page_returns_there(reis, redactie):
    assert reis.sign_in("rijk-redacteur", next="/brieven/")["Location"] == "/brieven/"


def test_nobody_is_sent_to_another_site(reis, redactie):
    assert reis.sign_in("rijk-redacteur", next="https://example.org/")["Location"] == "/werk/"


# account at the provider: the title of the page, and part of what it says
# fmt: off
GEWEIGERD = {
    "rijk-zonder-rol":         ("U hebt nog geen rol in dit portaal",      "U bent bekend bij SSO-Rijk maar heeft hier nog geen rol."),
    "rijk-zonder-tweede-stap": ("U hebt niet zeker genoeg ingelogd",       "met twee stappen"),
    "eh-laag":                 ("Uw eHerkenning heeft een te laag niveau", "niveau EH3 of hoger"),
    "eh-onbekend":             ("Wij kennen deze organisatie nog niet",    "een KvK-nummer dat eindigt op 999."),
}
# fmt: on


@pytest.mark.parametrize("account", GEWEIGERD)
def test_who_does_not_come_in_reads_why_and_nothing_is_made(reis, redactie, gemeente, account):
    titel, zin = GEWEIGERD[account]
    answer = reis.sign_in(account)
    assert answer.status_code == 403
    assert titel in text(answer)
    assert zin in text(answer)
    assert "00000999" not in answer.content.decode()
    assert persons() == []
    assert reis.account is None
    assert list(reis.portaal.session.keys()) == []


def test_a_refusal_is_in_the_security_log_with_the_end_of_the_number_only(reis, gemeente, caplog):
    answer = reis.sign_in("eh-onbekend")
    assert answer.wsgi_request.weigering == "aanmelden via eherkenning: organisatie"
    assert "een KvK-nummer dat eindigt op 999" in caplog.text
    assert "00000999" not in caplog.text


def test_who_stops_at_the_provider_can_begin_again(reis):
    answer = reis.back(reis.choose(reis.begin("rijk"), None))
    assert (answer.status_code, reis.account) == (200, None)
    assert "U bent niet ingelogd" in text(answer)


# --- What the provider says now goes before what it said then ---------------------------------------------------


def test_roles_follow_the_groups_at_each_sign_in(reis, redactie):
    reis.sign_in("rijk-redacteur")
    redactie.delete()
    Groepsrol.objects.create(groep="kantine", rol=Rol.BUDGETHOUDER)
    reis.portaal.logout()
    reis.sign_in("rijk-redacteur")
    (rik,) = persons()
    assert rik.rollen == [Rol.BUDGETHOUDER]
    regel = AuditRegel.objects.about(rik).get(actie="account_volgt_sso")
    assert (regel.details["rollen_waren"], regel.details["rollen"]) == (["redacteur"], ["budgethouder"])


def test_who_lost_his_groups_loses_his_roles_in_open_sessions_too(reis, redactie):
    reis.sign_in("rijk-redacteur")
    (rik,) = persons()
    elsewhere = type(reis)()
    redactie.delete()
    assert elsewhere.sign_in("rijk-redacteur").status_code == 403
    rik.refresh_from_db()
    assert rik.rollen == []
    assert reis.portaal.get("/werk/").status_code == 403


def test_roles_that_do_not_go_together_give_no_access(reis, redactie):
    Groepsrol.objects.create(groep="kantine", rol=Rol.AUDITOR)
    answer = reis.sign_in("rijk-redacteur")
    assert answer.status_code == 403
    assert "rollen die niet samengaan in één account: Redacteur, Auditor" in text(answer)
    assert persons() == []


def test_a_role_that_a_beheerder_gave_to_an_official_stays(reis, gemeente):
    reis.sign_in("eh-aanvrager")
    Gebruiker.objects.persons().update(rollen=[Rol.GEMEENTELIJK_ONDERTEKENAAR])
    reis.portaal.logout()
    reis.sign_in("eh-aanvrager")
    assert [each.rollen for each in persons()] == [[Rol.GEMEENTELIJK_ONDERTEKENAAR]]


def test_who_signs_for_one_gemeente_does_not_sign_for_another(reis, gemeente):
    reis.sign_in("eh-aanvrager")
    Gebruiker.objects.persons().update(rollen=[Rol.GEMEENTELIJK_ONDERTEKENAAR])
    other = type(gemeente).objects.create(
        code="GM9998", naam="Anderstad", naam_cbs="Anderstad", provincie=gemeente.provincie
    )
    Organisatienummer.objects.filter(soort="kvk").update(gemeente=other)
    reis.portaal.logout()
    reis.sign_in("eh-aanvrager")
    (ambtenaar,) = persons()
    assert (ambtenaar.gemeente, ambtenaar.rollen) == (other, [Rol.GEMEENTELIJK_AANVRAGER])
    regel = AuditRegel.objects.about(ambtenaar).get(actie="account_volgt_sso")
    assert (regel.details["gemeente_was"], regel.details["gemeente"]) == ("Voorbeeldstad", "Anderstad")


def test_a_blocked_account_stays_blocked(reis, redactie):
    reis.sign_in("rijk-redacteur")
    Gebruiker.objects.persons().update(is_active=False)
    reis.portaal.logout()
    answer = reis.sign_in("rijk-redacteur")
    assert (answer.status_code, reis.account) == (403, None)
    assert "Uw account is geblokkeerd" in text(answer)


def test_an_address_alone_never_gives_somebody_elses_account(reis, redactie):
    local = Gebruiker.objects.create_user(
        "rik.redacteur@rijk.invalid", "een lang wachtwoord", naam="Een ander", rollen=[Rol.BEHEERDER]
    )
    answer = reis.sign_in("rijk-redacteur")
    assert (answer.status_code, reis.account) == (403, None)
    assert "Er is al een account met uw e-mailadres" in text(answer)
    assert persons() == [local]
    assert local.socialaccount_set.count() == 0


@pytest.mark.parametrize("said", [None, False, "true", 1], ids=["nothing", "no", "a word", "a number"])
def test_an_address_that_the_provider_did_not_check_is_no_address(said, vals, client_van_iemand):
    Gebruiker.objects.create_user("baas@rijk.invalid", "een lang wachtwoord", naam="De baas", rollen=[Rol.BEHEERDER])
    vals.userinfo |= {"email": "baas@rijk.invalid"} | ({} if said is None else {"email_verified": said})
    answer = finish(client_van_iemand, vals, begin(client_van_iemand))
    assert answer["Location"] == "/werk/"  # not: there is already an account with this address
    vera = Gebruiker.objects.get(naam="Vera Vals")
    assert not vera.has_mail
    assert vera.rollen == [Rol.REDACTEUR]


def test_a_known_account_keeps_its_address_when_the_new_one_was_not_checked(vals, client_van_iemand):
    vals.userinfo |= {"email": "vera@rijk.invalid", "email_verified": True}
    finish(client_van_iemand, vals, begin(client_van_iemand))
    vals.userinfo |= {"email": "directeur@rijk.invalid", "email_verified": False}
    elsewhere = Client(headers={"host": "localhost"})
    vals.claims["nonce"] = (again := begin(elsewhere))["nonce"]
    assert finish(elsewhere, vals, again)["Location"] == "/werk/"
    assert [each.email for each in persons()] == ["vera@rijk.invalid"]
