"""An invitation gives one account, once, to who was meant, by who may give it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import resolve

from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.accounts import uitnodigen
from agenda.accounts.demo import demo_account
from agenda.accounts.uitnodigen import HEEFT_ACCOUNT, HEEFT_UITNODIGING, IS_COLLEGA, NietGeldig
from agenda.levensloop import NietMogelijk
from agenda.models import AuditRegel, Gebruiker, Gemeente, Uitnodiging

pytestmark = pytest.mark.django_db
WACHTWOORD = "twaalf tekens of meer"


def accept(token):
    return uitnodigen.aannemen(token, wachtwoord=WACHTWOORD)


def refused(token) -> bool:
    """Whether the link opens nothing, for looking as well as for accepting."""
    with pytest.raises(NietGeldig):
        uitnodigen.find(token)
    with pytest.raises(NietGeldig):
        accept(token)
    return True


def later(**delta):
    return klok.vastgezet(klok.nu() + timedelta(**delta))


def test_who_was_invited_gets_an_account_with_these_roles(invite, token, arnhem):
    invite("Anna@Voorbeeld.invalid", Rol.GEMEENTELIJK_AANVRAGER, Rol.GEMEENTELIJK_ONDERTEKENAAR, gemeente=arnhem)
    anna = accept(token())
    assert (anna.email, anna.naam, anna.gemeente) == ("anna@voorbeeld.invalid", "Anna", arnhem)
    assert anna.rollen == [Rol.GEMEENTELIJK_AANVRAGER, Rol.GEMEENTELIJK_ONDERTEKENAAR]
    assert anna.check_password(WACHTWOORD)


def test_only_the_fingerprint_of_the_link_is_kept(invite, token):
    uitnodiging = invite()
    assert token() not in str(vars(uitnodiging))
    assert len(uitnodiging.vingerafdruk) == 64


def test_a_link_works_once(invite, token):
    invite()
    accept(token())
    assert refused(token())
    assert Gebruiker.objects.filter(naam="Anna").count() == 1


def test_a_link_works_seven_days(invite, token):
    invite()
    with later(days=7, seconds=-5):
        assert uitnodigen.find(token())
    with later(days=7):
        assert refused(token())


def test_a_withdrawn_link_does_not_work(invite, token, beheerder):
    uitnodigen.intrekken(invite(), by=beheerder)
    assert refused(token())


def test_a_link_that_was_sent_again_replaces_the_old_one(invite, token, beheerder):
    uitnodiging = invite()
    old = token()
    uitnodigen.opnieuw_versturen(uitnodiging, by=beheerder)
    assert refused(old)
    assert accept(token())


def test_an_expired_invitation_can_be_sent_again(invite, token, beheerder):
    uitnodiging = invite()
    with later(days=8):
        uitnodigen.opnieuw_versturen(uitnodiging, by=beheerder)
        assert accept(token())


def test_an_invented_link_does_not_work():
    assert refused("bedacht")


def test_a_link_does_not_work_when_who_sent_it_is_blocked(invite, token, beheerder):
    invite()
    Gebruiker.objects.filter(pk=beheerder.pk).update(is_active=False)
    assert refused(token())


@pytest.mark.parametrize("step", [uitnodigen.intrekken, uitnodigen.opnieuw_versturen])
def test_what_is_used_can_be_neither_withdrawn_nor_sent_again(invite, token, beheerder, step):
    uitnodiging = invite()
    accept(token())
    with pytest.raises(NietMogelijk, match="al gebruikt"):
        step(uitnodiging, by=beheerder)


def test_a_password_that_is_too_easy_leaves_the_link_as_it_was(invite, token):
    invite()
    with pytest.raises(ValidationError, match="makkelijk te raden"):
        uitnodigen.aannemen(token(), wachtwoord="passwordpassword"[:8])
    assert accept(token())


def test_each_step_is_recorded_without_name_or_address(invite, token, beheerder):
    uitnodiging = invite()
    uitnodigen.opnieuw_versturen(uitnodiging, by=beheerder)
    anna = accept(token())
    regels = AuditRegel.objects.about(uitnodiging).order_by("pk")
    assert [(regel.actie, regel.account) for regel in regels] == [
        ("uitnodigen", beheerder.pk),
        ("uitnodiging_opnieuw", beheerder.pk),
        ("uitnodiging_aannemen", anna.pk),
    ]
    assert "anna" not in str([vars(regel) for regel in regels]).lower()


# --- By a colleague -----------------------------------------------------------------------------------


def test_a_colleague_invites_an_aanvrager_of_his_own_gemeente(invite, aanvrager, arnhem, token):
    invite("anna@arnhem.invalid", Rol.GEMEENTELIJK_AANVRAGER, by=aanvrager, gemeente=arnhem)
    assert accept(token()).gemeente == arnhem


@pytest.mark.parametrize(
    "rollen",
    [
        [Rol.GEMEENTELIJK_ONDERTEKENAAR],
        [Rol.GEMEENTELIJK_AANVRAGER, Rol.GEMEENTELIJK_ONDERTEKENAAR],
        [Rol.BEHEERDER],
        [],
    ],
)
def test_a_colleague_gives_no_other_role(aanvrager, arnhem, rollen):
    with pytest.raises(GeenToegang):
        uitnodigen.uitnodigen("a@b.invalid", naam="Anna", rollen=rollen, gemeente=arnhem, by=aanvrager)


def test_a_colleague_invites_for_no_other_gemeente(invite, aanvrager, arnhem):
    ede = Gemeente.objects.create(code="GM0228", naam="Ede", naam_cbs="Ede", provincie=arnhem.provincie)
    with pytest.raises(GeenToegang):
        invite("a@b.invalid", Rol.GEMEENTELIJK_AANVRAGER, by=aanvrager, gemeente=ede)


@pytest.mark.parametrize("rol", [Rol.AUDITOR, Rol.PROGRAMMAMANAGER, Rol.RAADSLID])
def test_who_may_not_invite_is_refused(invite, account, rol):
    with pytest.raises(GeenToegang):
        invite(by=account(rol))


def test_a_colleague_cannot_withdraw_what_only_a_beheerder_can_give(invite, aanvrager, arnhem):
    uitnodiging = invite("a@b.invalid", Rol.GEMEENTELIJK_ONDERTEKENAAR, gemeente=arnhem)
    with pytest.raises(GeenToegang):
        uitnodigen.intrekken(uitnodiging, by=aanvrager)


def test_a_colleague_learns_nothing_of_an_account_elsewhere(invite, aanvrager, arnhem, redacteur, mailed):
    """For the one who invites all is the same; who has the account gets a mail without a link to a new one."""
    Gebruiker.objects.create_user("dicht@voorbeeld.invalid", naam="Dicht", rollen=[Rol.AUDITOR], is_active=False)
    sent = [
        invite(email, Rol.GEMEENTELIJK_AANVRAGER, by=aanvrager, gemeente=arnhem)
        for email in (redacteur.email, "dicht@voorbeeld.invalid", "nieuw@arnhem.invalid")
    ]
    assert {(each.stand, *each.rollen) for each in sent} == {(sent[0].stand, Rol.GEMEENTELIJK_AANVRAGER)}
    assert mailed() == ["uitnodiging_bekend", "uitnodiging_geblokkeerd", "uitnodiging"]


def test_a_link_never_touches_an_account_that_came_to_be_meanwhile(invite, token):
    invite("later@voorbeeld.invalid")
    Gebruiker.objects.create_user("later@voorbeeld.invalid", "een ander wachtwoord", naam="Later", rollen=[Rol.AUDITOR])
    assert refused(token())
    assert Gebruiker.objects.get(email="later@voorbeeld.invalid").check_password("een ander wachtwoord")


def objection(invite, *arguments, **options) -> list[str]:
    with pytest.raises(ValidationError) as fout:
        invite(*arguments, **options)
    return fout.value.message_dict["email"]


def test_a_beheerder_hears_that_there_is_an_account(invite, redacteur):
    assert objection(invite, redacteur.email) == [HEEFT_ACCOUNT]


def test_a_colleague_hears_that_a_colleague_has_access(invite, aanvrager, account, arnhem):
    tekenaar = account(Rol.GEMEENTELIJK_ONDERTEKENAAR, gemeente=arnhem)
    said = objection(invite, tekenaar.email, Rol.GEMEENTELIJK_AANVRAGER, by=aanvrager, gemeente=arnhem)
    assert said == [IS_COLLEGA]


def test_one_address_is_invited_once_at_a_time_and_again_after_withdrawing(invite, beheerder):
    first = invite()
    assert objection(invite, "ANNA@voorbeeld.invalid") == [HEEFT_UITNODIGING]
    uitnodigen.intrekken(first, by=beheerder)
    assert invite()


def test_another_gemeente_can_invite_the_same_address(invite, aanvrager, arnhem):
    invite("anna@arnhem.invalid")
    assert invite("anna@arnhem.invalid", Rol.GEMEENTELIJK_AANVRAGER, by=aanvrager, gemeente=arnhem)


# --- The first beheerder -------------------------------------------------------------------------------


def first_link(capsys, *options) -> str:
    call_command("eerste_beheerder", "bea@portaal.invalid", "--naam", "Bea", *options)
    return resolve(capsys.readouterr().out.split()[-1].partition("8000")[2]).kwargs["token"]


def test_the_first_beheerder_gets_a_link_that_works_once(capsys, db):
    token = first_link(capsys)
    assert accept(token).rollen == [Rol.BEHEERDER]
    assert refused(token)


def test_where_there_is_a_beheerder_only_a_reason_makes_another(capsys, beheerder):
    with pytest.raises(CommandError, match="Er is al een beheerder"):
        call_command("eerste_beheerder", "bea@portaal.invalid", "--naam", "Bea")
    assert Uitnodiging.objects.count() == 0
    assert accept(first_link(capsys, "--nog-een", "niemand kan nog inloggen"))
    assert AuditRegel.objects.get(actie="uitnodigen").details["reden"] == "niemand kan nog inloggen"


def test_a_blocked_beheerder_is_none(capsys, beheerder):
    Gebruiker.objects.filter(pk=beheerder.pk).update(is_active=False)
    assert first_link(capsys)


def test_the_beheerder_of_the_demo_is_none_either(capsys, db):
    demo_account(Rol.BEHEERDER)
    assert first_link(capsys)


def test_an_address_that_is_none_is_refused(db):
    with pytest.raises(CommandError, match=r"Er is niemand uitgenodigd\.\nVoer een geldig e-mailadres in"):
        call_command("eerste_beheerder", "bea", "--naam", "Bea")
