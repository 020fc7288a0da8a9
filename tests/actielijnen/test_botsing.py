"""Two people edit one activiteit: nothing that either of them wrote is lost, and who comes second sees both values."""

import html
import json

import pytest
from django.urls import reverse

from actielijnen.activiteiten import activiteit as verbs
from actielijnen.activiteiten.regels import rollen_die_bijwerken
from tests.hulpmiddelen import activiteiten as made

pytestmark = pytest.mark.django_db


@pytest.fixture
def twee(client, programma):
    """An activiteit, its page of editing as it was opened, and what it sends back: twee() → (activiteit, send)."""
    activiteit = made.activiteit()
    client.force_login(made.planner())
    adres = reverse("activiteit-wijzigen", args=[activiteit.nummer])
    form = client.get(adres).context["form"]
    opened = {naam: "" if form[naam].value() is None else form[naam].value() for naam in form.fields}
    opened["gezien"] = json.dumps(form["gezien"].initial)
    return activiteit, lambda **velden: client.post(adres, opened | velden)


def changed(activiteit, **velden):
    """As another does it meanwhile."""
    now = {naam: getattr(activiteit, naam) for naam in verbs.GEGEVENS}
    verbs.wijzigen(activiteit, **now | velden, by=made.planner())


def test_who_changes_another_field_keeps_what_was_changed_meanwhile(twee):
    activiteit, send = twee
    changed(activiteit, doel="Meer wijken bereiken.")
    assert send(naam="Cursus").status_code == 302
    activiteit.refresh_from_db()
    assert (activiteit.naam, activiteit.doel) == ("Cursus", "Meer wijken bereiken.")


def test_who_changes_the_same_field_sees_both_values_and_then_decides(twee):
    activiteit, send = twee
    changed(activiteit, naam="Leergang", doel="Meer wijken bereiken.")
    page = send(naam="Cursus")
    form = page.context["form"]
    assert form.errors == {
        "naam": [
            "Een ander heeft dit intussen gewijzigd. Er staat nu: ‘Leergang’. U vulde in: ‘Cursus’. "
            "Kies wat het wordt en sla het opnieuw op."
        ]
    }
    assert form["naam"].value() == "Cursus"
    assert "Er staat nu: ‘Leergang’" in html.unescape(page.content.decode())
    activiteit.refresh_from_db()
    assert (activiteit.naam, activiteit.doel) == ("Leergang", "Meer wijken bereiken.")
    again = send(naam="Cursus", doel="Meer wijken bereiken.", gezien=form["gezien"].value())
    activiteit.refresh_from_db()
    assert (again.status_code, activiteit.naam, activiteit.doel) == (302, "Cursus", "Meer wijken bereiken.")


def test_the_eigenaar_is_one_thing_whether_a_person_or_a_role(twee):
    activiteit, send = twee
    rol = next(rol for rol in rollen_die_bijwerken() if rol != activiteit.eigenaar_rol)
    changed(activiteit, eigenaar=None, eigenaar_rol=rol)
    persoon = made.planner()
    form = send(eigenaar=f"persoon-{persoon.pk}").context["form"]
    (melding,) = form.errors["eigenaar"]
    assert f"Er staat nu: ‘{rol.label}’. U vulde in: ‘{persoon}’." in melding


@pytest.mark.parametrize("gezien", ["", "x", "[]"])
def test_a_form_that_does_not_say_what_was_seen_changes_nothing(twee, gezien):
    activiteit, send = twee
    assert list(send(naam="Cursus", gezien=gezien).context["form"].errors) == ["gezien"]
    activiteit.refresh_from_db()
    assert activiteit.naam != "Cursus"
