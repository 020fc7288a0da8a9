"""The pages with which a beheerder sees accounts and changes them."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from agenda.access import Rol
from agenda.accounts import uitnodigen
from agenda.beheer import rechten
from agenda.levensloop import levenslopen
from agenda.models import AuditRegel, Gebruiker, Uitnodiging
from tests.hulpmiddelen.broncode import python_files

pytestmark = pytest.mark.django_db


def step(browser, account, naam, **fields):
    return browser.post(reverse("account-handeling", args=[account.pk, naam]), fields)


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_list_says_how_each_signs_in_and_who_is_blocked(beheer, bo):
    Authenticator.objects.create(user=bo, type="totp", data={})
    Gebruiker.objects.filter(pk=bo.pk).update(is_active=False)
    Gebruiker.objects.systeem()
    csv = b"".join(beheer.get(reverse("accounts"), {"formaat": "csv"}).streaming_content).decode().splitlines()
    assert [line.split(";")[0] for line in csv[2:]] == ["beheerder", "Bo"]
    assert csv[3] == "Bo;bo@voorbeeld.invalid;Redacteur;;Demo;ja;;ja"


@pytest.mark.parametrize(
    ("query", "namen"),
    [
        ({"rol": "redacteur"}, ["Bo"]),
        ({"geblokkeerd": "true"}, []),
        ({"geblokkeerd": "false"}, ["beheerder", "Bo"]),
        ({"tweede_factor": "true"}, []),
        ({"email": "bo@"}, ["Bo"]),
    ],
)
def test_a_filter_leaves_only_what_fits(beheer, bo, query, namen):
    assert [account.naam for account in beheer.get(reverse("accounts"), query).context["lijst"].records] == namen


def test_blocking_asks_for_a_reason_and_keeps_what_was_typed(beheer, bo):
    assert "Vul een reden in, bijvoorbeeld: werkt hier niet meer." in text(step(beheer, bo, "blokkeren", reden=""))
    bo.refresh_from_db()
    assert bo.is_active


def test_who_is_blocked_has_the_reason_in_his_history(beheer, beheerder, bo):
    assert step(beheer, bo, "blokkeren", reden="uit dienst").url == reverse("account-beheren", args=[bo.pk])
    page = beheer.get(reverse("account-beheren", args=[bo.pk]))
    assert page.context["geschiedenis"][0]["titel"] == f"Gebruiker {bo.pk} is geblokkeerd."
    assert page.context["geschiedenis"][0]["uitleg"] == "Reden: uit dienst"
    assert page.context["geschiedenis"][0]["door"] == f"door {beheerder.naam}"
    assert [naam for _, naam in page.context["handelingen"]] == ["rollen", "deblokkeren"]


def test_roles_that_do_not_go_together_are_an_error_of_the_field(beheer, bo):
    response = step(beheer, bo, "rollen", rollen=["redacteur", "auditor"], gezien="redacteur", reden="x")
    assert list(response.context["form"].errors) == ["rollen"]


def test_new_roles_hold_at_once(beheer, bo):
    step(beheer, bo, "rollen", rollen=["parafeerder"], gezien="redacteur", reden="ander werk")
    bo.refresh_from_db()
    assert bo.rollen == [Rol.PARAFEERDER]


def test_what_another_beheerder_changed_meanwhile_is_not_overwritten(beheer, bo):
    response = step(beheer, bo, "rollen", rollen=["parafeerder"], gezien="beleidsmedewerker", reden="ander werk")
    assert response.status_code == 409
    bo.refresh_from_db()
    assert bo.rollen == [Rol.REDACTEUR]


def test_a_second_factor_goes_only_after_the_identity_was_checked(beheer, bo):
    Authenticator.objects.create(user=bo, type="totp", data={})
    assert list(step(beheer, bo, "tweede-factor", reden="kwijt").context["form"].errors) == ["gecontroleerd"]
    assert step(beheer, bo, "tweede-factor", reden="kwijt", gecontroleerd="on").status_code == 302
    assert not Authenticator.objects.exists()


def test_what_does_not_fit_now_is_refused_on_a_page(beheer, bo):
    assert beheer.get(reverse("account-handeling", args=[bo.pk, "deblokkeren"])).status_code == 409
    assert beheer.get(reverse("account-handeling", args=[bo.pk, "opheffen"])).status_code == 404


def test_ones_own_account_offers_nothing_and_refuses(beheer, beheerder):
    page = text(beheer.get(reverse("account-beheren", args=[beheerder.pk])))
    assert "alleen een andere beheerder" in page
    assert reverse("account-handeling", args=[beheerder.pk, "rollen"]) not in page
    assert step(beheer, beheerder, "blokkeren", reden="x").status_code == 409


def test_the_account_of_the_portal_itself_is_not_there(beheer):
    assert beheer.get(reverse("account-beheren", args=[Gebruiker.objects.systeem().pk])).status_code == 404


def test_an_auditor_sees_every_account_and_invitation_and_nothing_to_do_there(client, account, beheerder, bo):
    uitnodigen.uitnodigen("nieuw@voorbeeld.invalid", naam="Nieuw", rollen=[Rol.AUDITOR], by=beheerder)
    client.force_login(account(Rol.AUDITOR))
    lists = [client.get(reverse(naam)) for naam in ("beheer", "accounts", "uitnodigingen")]
    one = {"account-beheren": bo.pk, "uitnodiging": Uitnodiging.objects.get().pk}
    details = [client.get(reverse(naam, args=[pk])) for naam, pk in one.items()]
    assert "Bo" in text(lists[1])
    assert [page.status_code for page in (*lists, *details)] == [200] * 5
    shown = "".join(text(page) for page in (*lists, *details))
    assert [
        each for each in ("Iemand uitnodigen", "Account blokkeren", "Intrekken", "Naslaglijsten") if each in shown
    ] == []
    assert step(client, bo, "blokkeren", reden="x").status_code == 403


# --- The table of rights --------------------------------------------------------------------------------


def test_the_table_of_rights_counts_the_accounts_and_can_be_downloaded(beheer, bo):
    page = beheer.get(reverse("rechten"))
    counted = {
        kolom.kop: aantal for kolom, aantal in zip(page.context["kolommen"], page.context["accounts"], strict=True)
    }
    assert {kop: aantal for kop, aantal in counted.items() if aantal == 1} == {
        "Redacteur": 1,
        "Functioneel beheerder": 1,
    }
    csv = b"".join(beheer.get(reverse("rechten"), {"formaat": "csv"}).streaming_content).decode().splitlines()
    assert "Redacteur;Brief aanbieden;Een brief aanbieden voor parafering.;1" in csv
    assert b"".join(beheer.get(reverse("rechten"), {"formaat": "xlsx"}).streaming_content)[:2] == b"PK"


def test_the_page_names_each_step_that_somebody_cannot_take_after_his_own_work(beheer):
    kept = [stap for life in levenslopen().values() for stap in life.stappen if stap.niet_door or stap.nooit_door]
    sources = {path.name: path.read_text(encoding="utf-8") for path in python_files() if path.name != "levensloop.py"}
    refusing = [name for name, source in sources.items() if "raise Functiescheiding(" in source]
    silent = [name for name in refusing if "\nscheiding(" not in sources[name]]
    assert not silent, f"weigert om functiescheiding, en de pagina van rechten zegt het niet: {silent}"
    assert len(beheer.get(reverse("rechten")).context["scheidingen"]) == len(kept) + len(refusing)
    assert ("Interventie", "Scopetoets vastleggen", "Een versie van de beschrijving schrijven") in rechten.separations()
    assert ("Brief", "Paraferen", "Aanbieden voor parafering, Paraferen, Brief maken") in rechten.separations()


def test_the_page_names_what_opens_without_an_account(beheer):
    addresses = rechten.openbaar()
    assert {"/privacy/", "/account/uitnodiging/…/"} < set(addresses)
    assert [each for each in addresses if each.startswith("/werk/")] == []
    assert all(each in text(beheer.get(reverse("rechten"))) for each in addresses)


def test_going_through_the_roles_is_recorded_and_shown(beheer, beheerder):
    assert "nog niet nagelopen" in text(beheer.get(reverse("rechten")))
    beheer.post(reverse("rechten-nagelopen"))
    assert "De rollen zijn dit kwartaal nagelopen" in text(beheer.get(reverse("rechten")))
    assert AuditRegel.objects.filter(actie="rollen_nalopen", account=beheerder.pk).count() == 1
