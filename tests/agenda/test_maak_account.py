"""An account is made from the command line, with a password that nobody sees."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from agenda.access import Rol
from agenda.accounts.maken import NIET_SAMEN
from agenda.models import AuditRegel, Gebruiker, Gemeente, Provincie

pytestmark = pytest.mark.django_db
WACHTWOORD = "twaalf tekens of meer"


@pytest.fixture
def typed(monkeypatch):
    """What somebody types when the command asks for a password."""
    answers = []
    monkeypatch.setattr("agenda.management.commands.maak_account.getpass", lambda prompt: answers.pop(0))
    return answers


@pytest.fixture
def maak(typed):
    """Runs the command, with the same password typed twice unless another second one is given."""

    def run(*arguments, wachtwoord=WACHTWOORD, nog_eens=None):
        typed[:] = [wachtwoord, nog_eens or wachtwoord]
        call_command("maak_account", *arguments)

    return run


def refusal(maak, *arguments, **passwords) -> list[str]:
    """The lines of the refusal, of which the first says that nothing was made."""
    with pytest.raises(CommandError) as fout:
        maak(*arguments, **passwords)
    assert not Gebruiker.objects.filter(naam="Rea").exists()
    first, *rest = str(fout.value).splitlines()
    assert first == "Er is geen account gemaakt."
    return rest


def test_who_has_an_account_signs_in_with_the_roles_given(maak):
    maak("Rea@Portaal.Example", "--naam", "Rea", "--rol", "redacteur", "--rol", "parafeerder")
    gebruiker = Gebruiker.objects.get(naam="Rea")
    assert (gebruiker.email, gebruiker.rollen) == ("rea@portaal.example", [Rol.REDACTEUR, Rol.PARAFEERDER])
    assert authenticate(username="rea@portaal.example", password=WACHTWOORD) == gebruiker


def test_making_an_account_is_recorded_as_done_by_the_portal(maak):
    maak("rea@portaal.example", "--naam", "Rea", "--rol", "redacteur")
    regel = AuditRegel.objects.about(Gebruiker.objects.get(naam="Rea")).get()
    assert (regel.actie, regel.account) == ("account_maken", Gebruiker.objects.systeem().pk)
    assert regel.details == {"toegekende_rollen": ["redacteur"]}


def test_a_gemeentelijk_aanvrager_gets_a_gemeente(maak):
    gelderland = Provincie.objects.create(code="PV25", naam="Gelderland")
    arnhem = Gemeente.objects.create(code="GM0202", naam="Arnhem", naam_cbs="Arnhem", provincie=gelderland)
    maak("rea@arnhem.example", "--naam", "Rea", "--rol", "gemeentelijk_aanvrager", "--gemeente", "GM0202")
    assert Gebruiker.objects.get(naam="Rea").gemeente == arnhem


ROLLEN = (
    "programmamanager, beleidsmedewerker, budgethouder, behandelaar, beslisser, redacteur, parafeerder, beheerder, "
    "auditor, gemeentelijk_aanvrager, gemeentelijk_ondertekenaar, raadslid"
)
GEMEENTE = "Geef de CBS-code, bijvoorbeeld GM0363."


@pytest.mark.parametrize(
    ("email", "options", "said"),
    [
        ("rea", ["--rol", "auditor"], ["Voer een geldig e-mailadres in."]),
        ("a@b.example", ["--rol", "koning"], [f"De rol ‘koning’ bestaat niet. Kies uit: {ROLLEN}."]),
        ("a@b.example", ["--rol", "systeem"], [f"De rol ‘systeem’ bestaat niet. Kies uit: {ROLLEN}."]),
        ("a@b.example", ["--rol", "gemeentelijk_aanvrager", "--gemeente", "GM1"],
         [f"De gemeente ‘GM1’ bestaat niet. {GEMEENTE}"]),
        ("a@b.example", ["--rol", "gemeentelijk_aanvrager"],
         [f"Een gemeentelijke rol hoort bij een gemeente. {GEMEENTE}"]),
        ("a@b.example", ["--rol", "redacteur", "--rol", "auditor"], [NIET_SAMEN]),
        ("a@b.example", ["--rol", "redacteur", "--rol", "raadslid"], [NIET_SAMEN]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_dutch_and_nothing_is_made(maak, email, options, said):
    assert refusal(maak, email, "--naam", "Rea", *options) == said


def test_who_does_not_work_at_a_gemeente_gets_none(maak):
    gelderland = Provincie.objects.create(code="PV25", naam="Gelderland")
    Gemeente.objects.create(code="GM0202", naam="Arnhem", naam_cbs="Arnhem", provincie=gelderland)
    said = refusal(maak, "a@b.example", "--naam", "Rea", "--rol", "redacteur", "--gemeente", "GM0202")
    assert said == ["Alleen een gemeentelijke rol hoort bij een gemeente. Laat de gemeente leeg."]


def test_an_address_that_has_an_account_is_refused_whatever_its_capitals(maak, redacteur):
    assert refusal(maak, redacteur.email.upper(), "--naam", "Rea", "--rol", "auditor") == [
        "Er bestaat al een Gebruiker met eenzelfde E-mailadres."
    ]


def test_a_password_that_is_too_easy_is_refused_with_every_reason(maak):
    assert refusal(maak, "a@b.example", "--naam", "Rea", "--rol", "auditor", wachtwoord="password") == [
        "Dit wachtwoord is te kort. Gebruik minstens 12 tekens.",
        "Dit wachtwoord is te algemeen.",
    ]


def test_a_password_that_looks_like_the_name_is_refused(maak):
    with pytest.raises(CommandError, match="Het wachtwoord lijkt te veel op de naam"):
        maak("a@b.example", "--naam", "Rea Reinders-Reijnen", "--rol", "auditor", wachtwoord="rea reinders-reijnen")


def test_two_passwords_that_differ_make_no_account(maak):
    said = refusal(maak, "a@b.example", "--naam", "Rea", "--rol", "auditor", nog_eens="een ander wachtwoord")
    assert said == ["De twee wachtwoorden zijn niet gelijk."]


def test_the_command_of_django_says_how_an_account_is_made_here():
    with pytest.raises(CommandError, match=r"Gebruik: manage\.py maak_account EMAIL --naam NAAM --rol ROL"):
        call_command("createsuperuser", "--noinput", "--email", "a@b.example")
