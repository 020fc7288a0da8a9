"""A beheerder changes the account of another, never his own, and all of it is written down."""

from datetime import datetime

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client

from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.accounts import beheren, uitnodigen
from agenda.berichten.soorten import SOORTEN
from agenda.levensloop import Functiescheiding, NietMogelijk
from agenda.models import AuditRegel, Bericht, Gebruiker, Mail, Uitnodiging

pytestmark = pytest.mark.django_db
REDEN = {"reden": "werkt hier niet meer"}


def change(account, rollen, by, gemeente=None, gezien=None):
    gezien = account.rollen if gezien is None else gezien
    beheren.rollen_wijzigen(account, rollen, gezien=gezien, gemeente=gemeente, by=by, reden="nieuw werk")


def factor(account):
    return Authenticator.objects.create(user=account, type="totp", data={})


@pytest.fixture
def tweede(beheerder):
    return Gebruiker.objects.create_user("tweede@voorbeeld.invalid", naam="Tweede", rollen=[Rol.BEHEERDER])


VERBS = {
    "rollen": lambda account, by: change(account, [Rol.REDACTEUR], by),
    "blokkeren": lambda account, by: beheren.blokkeren(account, by=by, **REDEN),
    "deblokkeren": lambda account, by: beheren.deblokkeren(account, by=by, **REDEN),
    "tweede factor": lambda account, by: beheren.tweede_factor_intrekken(account, by=by, **REDEN),
}


@pytest.mark.parametrize("naam", VERBS)
def test_nobody_does_any_of_it_to_his_own_account(naam, beheerder, tweede):
    factor(beheerder)
    with pytest.raises(Functiescheiding, match="eigen account"):
        VERBS[naam](beheerder, beheerder)
    assert AuditRegel.objects.count() == 0


@pytest.mark.parametrize("naam", VERBS)
@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.BEHEERDER])
def test_only_a_beheerder_does_any_of_it(naam, rol, account, tweede):
    by = Gebruiker.objects.systeem() if rol == Rol.SYSTEEM else account(rol)
    with pytest.raises(GeenToegang):
        VERBS[naam](tweede, by)


@pytest.mark.parametrize("naam", VERBS)
def test_the_account_of_the_portal_itself_is_nobodys(naam, beheerder):
    with pytest.raises(NietMogelijk):
        VERBS[naam](Gebruiker.objects.systeem(), beheerder)


def test_who_is_blocked_is_out_at_once_and_stays_out_of_old_sessions(beheerder, redacteur):
    browser = Client()
    browser.force_login(redacteur)
    beheren.blokkeren(redacteur, by=beheerder, **REDEN)
    assert browser.get("/werk/").status_code == 302
    other = Client()
    other.force_login(Gebruiker.objects.get(pk=redacteur.pk))
    beheren.deblokkeren(redacteur, by=beheerder, **REDEN)
    fresh = Client()
    fresh.force_login(Gebruiker.objects.get(pk=redacteur.pk))
    assert [each.get("/werk/").status_code for each in (browser, fresh)] == [302, 200]


def test_unblocking_does_not_revive_a_session_that_nobody_used_meanwhile(beheerder, redacteur):
    browser = Client()
    browser.force_login(redacteur)
    beheren.blokkeren(redacteur, by=beheerder, **REDEN)
    beheren.deblokkeren(redacteur, by=beheerder, **REDEN)
    assert browser.get("/werk/").status_code == 302


def test_the_invitations_of_who_is_blocked_work_no_more(beheerder, tweede):
    uitnodiging = uitnodigen.uitnodigen("a@b.invalid", naam="Anna", rollen=[Rol.REDACTEUR], by=tweede)
    beheren.blokkeren(tweede, by=beheerder, **REDEN)
    uitnodiging.refresh_from_db()
    assert uitnodiging.stand == Uitnodiging.Stand.INGETROKKEN


def test_blocking_twice_is_refused(beheerder, redacteur):
    beheren.blokkeren(redacteur, by=beheerder, **REDEN)
    with pytest.raises(NietMogelijk, match="al geblokkeerd"):
        beheren.blokkeren(redacteur, by=beheerder, **REDEN)


def test_an_open_account_cannot_be_opened(beheerder, redacteur):
    with pytest.raises(NietMogelijk, match="niet geblokkeerd"):
        beheren.deblokkeren(redacteur, by=beheerder, **REDEN)


def test_of_two_beheerders_who_block_each_other_the_second_is_too_late(beheerder, tweede):
    """Both had the rights when they opened the page; the lock looks again."""
    beheren.blokkeren(tweede, by=beheerder, **REDEN)
    assert tweede.is_active
    with pytest.raises(GeenToegang):
        beheren.blokkeren(beheerder, by=tweede, **REDEN)
    assert Gebruiker.objects.get(pk=beheerder.pk).is_active


def test_other_roles_hold_at_once_and_say_from_what_to_what(beheerder, redacteur):
    change(redacteur, [Rol.PARAFEERDER, Rol.BUDGETHOUDER], beheerder)
    redacteur.refresh_from_db()
    assert redacteur.rollen == [Rol.PARAFEERDER, Rol.BUDGETHOUDER]
    regel = AuditRegel.objects.about(redacteur).get()
    assert regel.details == {
        "van": "Redacteur",
        "naar": "Parafeerder (directeur, DG), Budgethouder",
        "reden": "nieuw werk",
    }


def test_who_goes_to_a_gemeente_gets_its_name_in_the_line(beheerder, redacteur, arnhem):
    change(redacteur, [Rol.GEMEENTELIJK_AANVRAGER], beheerder, gemeente=arnhem)
    assert AuditRegel.objects.about(redacteur).get().details["naar"] == "Gemeentelijk aanvrager bij Arnhem"


@pytest.mark.parametrize("rollen", [[], [Rol.AUDITOR, Rol.REDACTEUR], [Rol.GEMEENTELIJK_AANVRAGER], [Rol.SYSTEEM]])
def test_roles_that_do_not_go_together_change_nothing(beheerder, redacteur, rollen):
    with pytest.raises(ValidationError), transaction.atomic():
        change(redacteur, rollen, beheerder)
    redacteur.refresh_from_db()
    assert redacteur.rollen == [Rol.REDACTEUR]


def test_a_change_on_top_of_that_of_another_beheerder_is_refused(beheerder, tweede, redacteur):
    seen = list(redacteur.rollen)
    change(redacteur, [Rol.PARAFEERDER], tweede)
    with pytest.raises(NietMogelijk, match="intussen gewijzigd"):
        change(redacteur, [Rol.BEHEERDER], beheerder, gezien=seen)


def test_roles_that_the_groups_of_the_ministry_give_are_not_changed_here(beheerder, redacteur):
    SocialAccount.objects.create(user=redacteur, provider="rijk", uid="a" * 64)
    with pytest.raises(NietMogelijk, match="groepen bij het ministerie"):
        change(redacteur, [Rol.PARAFEERDER], beheerder)
    redacteur.refresh_from_db()
    assert redacteur.rollen == [Rol.REDACTEUR]


def test_an_official_of_eherkenning_gets_another_role_but_stays_with_his_gemeente(beheerder, aanvrager, arnhem):
    SocialAccount.objects.create(user=aanvrager, provider="eherkenning", uid="a" * 64)
    change(aanvrager, [Rol.GEMEENTELIJK_ONDERTEKENAAR], beheerder, gemeente=arnhem)
    aanvrager.refresh_from_db()
    with pytest.raises(ValidationError, match="eHerkenning bepaalt de gemeente") as fout, transaction.atomic():
        change(aanvrager, [Rol.REDACTEUR], beheerder)
    assert list(fout.value.message_dict) == ["gemeente"]
    aanvrager.refresh_from_db()
    assert (aanvrager.rollen, aanvrager.gemeente) == ([Rol.GEMEENTELIJK_ONDERTEKENAAR], arnhem)


def test_who_lost_the_second_factor_gets_rid_of_all_of_it_and_signs_in_again(beheerder, redacteur):
    factor(redacteur)
    Authenticator.objects.create(user=redacteur, type="recovery_codes", data={})
    browser = Client()
    browser.force_login(redacteur)
    beheren.tweede_factor_intrekken(redacteur, by=beheerder, reden="telefoon kwijt")
    assert not Authenticator.objects.filter(user=redacteur).exists()
    assert browser.get("/werk/").status_code == 302
    assert Bericht.objects.filter(ontvanger=redacteur, soort="factor_gewijzigd", mail__isnull=False).count() == 1


def test_without_a_second_factor_there_is_nothing_to_take_away(beheerder, redacteur):
    with pytest.raises(NietMogelijk, match="geen tweede factor"):
        beheren.tweede_factor_intrekken(redacteur, by=beheerder, reden="telefoon kwijt")


@pytest.mark.parametrize(
    ("nagelopen", "vandaag", "is_done"),
    [("2026-01-01", "2026-03-31", True), ("2026-03-31", "2026-04-01", False), ("2025-02-01", "2026-02-01", False)],
)
def test_the_roles_are_gone_through_once_a_quarter(beheerder, nagelopen, vandaag, is_done):
    with klok.vastgezet(datetime.fromisoformat(f"{nagelopen}T12:00:00+00:00")):
        beheren.nalopen(by=beheerder)
    with klok.vastgezet(datetime.fromisoformat(f"{vandaag}T12:00:00+00:00")):
        assert beheren.is_nagelopen_dit_kwartaal() is is_done
    assert beheren.laatst_nagelopen().details == {"aantal": 1}


def test_only_a_beheerder_says_that_the_roles_are_gone_through(account):
    with pytest.raises(GeenToegang):
        beheren.nalopen(by=account(Rol.AUDITOR))
    assert beheren.laatst_nagelopen() is None
    assert not beheren.is_nagelopen_dit_kwartaal()


@pytest.mark.parametrize(
    ("naam", "soort"),
    [("rollen", "rollen_gewijzigd"), ("blokkeren", "account_geblokkeerd"), ("deblokkeren", "account_gedeblokkeerd")],
)
def test_whose_account_it_is_gets_a_mail_that_he_cannot_switch_off(naam, soort, beheerder, redacteur):
    if naam == "deblokkeren":
        Gebruiker.objects.filter(pk=redacteur.pk).update(is_active=False)
    VERBS[naam](redacteur, beheerder)
    assert list(Mail.objects.values_list("soort", "aan")) == [(soort, redacteur.email)]
    assert SOORTEN[soort].verplicht
    in_inbox = [] if naam == "blokkeren" else [soort]
    assert list(Bericht.objects.filter(ontvanger=redacteur).values_list("soort", flat=True)) == in_inbox
