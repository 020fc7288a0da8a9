"""The privacyverklaring says what the register says, and what nobody decided yet."""

import pytest
from django.urls import reverse

from agenda import privacy
from agenda.privacy.verwerkingen import TERMIJNEN
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def tekst(client):
    return text(client.get(reverse("privacy")))


def test_every_verwerking_stands_there_with_all_that_is_kept(tekst):
    for verwerking, wat in privacy.register():
        assert verwerking.naam in tekst
        assert "; ".join(wat) in tekst
        assert verwerking.doel in tekst


def test_what_nobody_decided_is_an_open_question(tekst):
    open_grondslagen = [each for each, _ in privacy.register() if not each.grondslag]
    open_termijnen = [each for each, _ in privacy.register() if not each.bewaren and not each.termijnen]
    assert tekst.count(" nog vast te stellen door de FG") == len(open_grondslagen) + len(open_termijnen) + len(
        TERMIJNEN
    )
    assert tekst.count("voorstel, nog vast te stellen door de FG") == len(TERMIJNEN)
    assert "Open vraag: Op welke grondslag bewaren we dit, en hoe lang precies?" in tekst


def test_a_term_that_the_organisation_set_is_no_proposal(client, settings):
    settings.BEWAARTERMIJNEN = {"taak_beeindigd": 91}
    tekst = text(client.get(reverse("privacy")))
    assert "91 dagen na het einde van een taak." in tekst
    assert tekst.count("voorstel, nog vast te stellen door de FG") == len(TERMIJNEN) - 1
