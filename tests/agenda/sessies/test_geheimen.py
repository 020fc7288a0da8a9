"""No secret is kept with what somebody typed."""

import pytest
from django import forms
from django.test import Client
from django.urls import get_resolver, reverse

from agenda.models import BewaardeInvoer
from agenda.sessies import bewaren
from tests.hulpmiddelen import uitnodigingen

APPS = {"agenda", "actielijnen", "interventies", "subsidies", "rapportage"}


@pytest.mark.django_db
def test_of_a_page_whose_address_is_a_key_nothing_is_kept(beleidsmedewerker):
    """The link of an invitation is in no table, and neither is the password that somebody chose behind it."""
    link = reverse("uitnodiging-aannemen", kwargs=uitnodigingen.arguments()["uitnodiging-aannemen"])
    client = Client(enforce_csrf_checks=True)
    client.force_login(beleidsmedewerker)
    sent = {"wachtwoord": "twaalf tekens of meer", "wachtwoord_nog_eens": "twaalf tekens of meer"}
    answer = client.post(link, sent, headers={"Origin": "http://testserver", "Referer": f"http://testserver{link}"})
    assert (answer.status_code, answer.url) == (302, link)
    assert not BewaardeInvoer.objects.exists()


def password_fields() -> list[str]:
    """The name of every field in which somebody types a password."""
    forms_of_ours = {each for each in every_form(forms.BaseForm) if each.__module__.partition(".")[0] in APPS}
    return [
        name
        for form in forms_of_ours
        for name, field in form.base_fields.items()
        if isinstance(field.widget, forms.PasswordInput)
    ]


def every_form(form):
    for each in form.__subclasses__():
        yield each
        yield from every_form(each)


def test_every_password_is_known_by_its_name():
    assert get_resolver().url_patterns  # imports every form
    assert [naam for naam in password_fields() if not bewaren.NOOIT.search(naam)] == []
    assert len(password_fields()) >= 5
