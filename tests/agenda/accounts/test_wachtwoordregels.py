"""What people in the Netherlands try first is no password; a sentence of one's own is."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from agenda.accounts.wachtwoord import GangbaarValidator
from agenda.models import AuditRegel, Gebruiker, Uitnodiging
from tests.hulpmiddelen import uitnodigingen
from tests.hulpmiddelen.pagina import text

GERADEN = [
    "Welkom2026!!", "WelkomWelkom", "Welkom01Welkom02", "w3lk0m-2026!", "Wachtwoord123!", "p@ssw0rd2026!", "Oktober-2026!!", "zomer2026zomer", "Feyenoord1908", "Ajax-Amsterdam-1900",
    "gemeentePortaal1", "Agenda Samenleving 1", "qwertyuiop12", "ik hou van jou", "123456789012", "2026-10-11-12",
]  # fmt: skip
EIGEN = [
    "een lang wachtwoord", "welkom in mijn tuin vol tulpen", "zomer agenda ajax maandag", "gk7-wimpel-Ploegsma", "Ωμέγα και άλφα",
]  # fmt: skip


@pytest.mark.parametrize("wachtwoord", GERADEN)
def test_what_everybody_tries_is_refused(wachtwoord):
    with pytest.raises(ValidationError, match="makkelijk te raden"):
        GangbaarValidator().validate(wachtwoord)


@pytest.mark.parametrize("wachtwoord", EIGEN)
def test_a_sentence_of_ones_own_is_accepted(wachtwoord):
    validate_password(wachtwoord)


@pytest.mark.parametrize(
    ("wachtwoord", "woord"), [("p.petersen@voorbeeld", "e-mailadres"), ("Petronella Petersen", "naam")]
)
def test_what_looks_like_the_account_is_refused_in_good_dutch(wachtwoord, woord):
    account = Gebruiker(email="p.petersen@voorbeeld.nl" if woord == "e-mailadres" else "x@voorbeeld.nl", naam="Petronella Petersen")
    with pytest.raises(ValidationError) as refused:
        validate_password(wachtwoord, account)
    assert refused.value.messages == [f"Dit wachtwoord lijkt te veel op uw {woord}."]


@pytest.mark.django_db
def test_behind_an_invitation_the_refusal_stands_at_the_field(client):
    link = reverse("uitnodiging-aannemen", kwargs=uitnodigingen.arguments()["uitnodiging-aannemen"])
    answer = client.post(link, {"wachtwoord": "Welkom2026!!", "wachtwoord_nog_eens": "Welkom2026!!"})
    assert list(answer.context["form"].errors) == ["wachtwoord"]
    assert text(answer).count("Dit wachtwoord is makkelijk te raden") == 2  # above the page, and at the field
    assert not Uitnodiging.objects.filter(gebruikt_op__isnull=False).exists()
    assert not AuditRegel.objects.filter(actie="account_maken").exists()
