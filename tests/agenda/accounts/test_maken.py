"""An account is made with roles and a password that fit the rules, or not at all."""

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from agenda.access import Rol
from agenda.accounts.maken import maken
from agenda.accounts.rollen import GEMEENTE_NODIG, GEMEENTE_TE_VEEL, KIES, NIET_SAMEN
from agenda.accounts.wachtwoord import GangbaarValidator
from agenda.models import AuditRegel, Gebruiker, Gemeente, Provincie

pytestmark = pytest.mark.django_db
WACHTWOORD = "twaalf tekens of meer"


@pytest.fixture
def arnhem():
    gelderland = Provincie.objects.create(code="PV25", naam="Gelderland")
    return Gemeente.objects.create(code="GM0202", naam="Arnhem", naam_cbs="Arnhem", provincie=gelderland)


def make(email="rea@portaal.example", *rollen, naam="Rea", wachtwoord=WACHTWOORD, **options):
    return maken(email, naam=naam, rollen=rollen or [Rol.REDACTEUR], wachtwoord=wachtwoord, **options)


def refusal(*arguments, **options) -> list[str]:
    """What is said when nothing is made."""
    with pytest.raises(ValidationError) as fout:
        make(*arguments, **options)
    assert not Gebruiker.objects.filter(naam="Rea").exists()
    return fout.value.messages


def test_who_has_an_account_signs_in_with_the_roles_given():
    gebruiker = make("Rea@Portaal.Example", Rol.REDACTEUR, Rol.PARAFEERDER)
    assert (gebruiker.email, gebruiker.rollen) == ("rea@portaal.example", [Rol.REDACTEUR, Rol.PARAFEERDER])
    assert authenticate(username="rea@portaal.example", password=WACHTWOORD) == gebruiker


def test_making_an_account_is_recorded_as_done_by_who_did_it():
    gebruiker = make(by=Gebruiker.objects.systeem())
    regel = AuditRegel.objects.about(gebruiker).get()
    assert (regel.actie, regel.account) == ("account_maken", Gebruiker.objects.systeem().pk)
    assert regel.details == {"toegekende_rollen": ["redacteur"]}


def test_a_gemeentelijk_aanvrager_gets_a_gemeente(arnhem):
    assert make("rea@arnhem.example", Rol.GEMEENTELIJK_AANVRAGER, gemeente="GM0202").gemeente == arnhem


@pytest.mark.parametrize(
    ("rollen", "gemeente", "said"),
    [
        (["koning"], "", [f"De rol ‘koning’ bestaat niet. {KIES}"]),
        (["systeem"], "", [f"De rol ‘systeem’ bestaat niet. {KIES}"]),
        (["gemeentelijk_aanvrager"], "GM1", ["De gemeente ‘GM1’ bestaat niet. Geef de CBS-code, bijvoorbeeld GM0363."]),
        (["gemeentelijk_aanvrager"], "", [GEMEENTE_NODIG]),
        (["gemeentelijk_ondertekenaar"], "", [GEMEENTE_NODIG]),
        (["redacteur"], "GM0202", [GEMEENTE_TE_VEEL]),
        (["redacteur", "auditor"], "", [NIET_SAMEN]),
        (["redacteur", "raadslid"], "", [NIET_SAMEN]),
        (["redacteur", "gemeentelijk_aanvrager"], "GM0202", [NIET_SAMEN]),
    ],
)
def test_what_is_wrong_is_said_in_dutch_and_nothing_is_made(arnhem, rollen, gemeente, said):
    assert refusal("a@b.example", *rollen, gemeente=gemeente) == said


def test_a_word_that_is_no_address_is_refused():
    assert refusal("rea") == ["Voer een geldig e-mailadres in."]


def test_an_address_that_has_an_account_is_refused_whatever_its_capitals(redacteur):
    assert refusal(redacteur.email.upper()) == ["Er bestaat al een Gebruiker met eenzelfde E-mailadres."]


def test_a_password_that_is_too_easy_is_refused_with_every_reason():
    assert refusal(wachtwoord="password") == [
        "Dit wachtwoord is te kort. Gebruik minstens 12 tekens.",
        GangbaarValidator().get_error_message(),
    ]


def test_a_password_that_looks_like_the_name_is_refused():
    with pytest.raises(ValidationError, match="Dit wachtwoord lijkt te veel op uw naam"):
        make(naam="Rea Reinders-Reijnen", wachtwoord="rea reinders-reijnen")


def test_the_command_of_django_says_how_an_account_is_made_here():
    with pytest.raises(CommandError, match=r"Gebruik: manage\.py eerste_beheerder EMAIL --naam NAAM"):
        call_command("createsuperuser", "--noinput", "--email", "a@b.example")
