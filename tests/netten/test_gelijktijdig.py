"""Two people at once, on a real PostgreSQL: what only a lock can keep right."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from actielijnen.models import Begrotingsregel
from agenda import feiten, levensloop
from agenda.cijfers import register
from agenda.levensloop import NietMogelijk
from agenda.models import AuditRegel, Bron, Feit, FeitVersie, Gebruiker, Kwalificatie
from rapportage.brief import schrijven
from rapportage.models import Brief
from tests.hulpmiddelen import begroting
from tests.hulpmiddelen.tegelijk import at_once, while_uncommitted

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def concept(programma, redacteur) -> Brief:
    return schrijven.openen(programma, Brief.Soort.VOORTGANG, 2024, by=redacteur)


def test_a_letter_that_two_people_offer_at_once_is_offered_once(concept, redacteur):
    answers = at_once(*[lambda: schrijven.aanbieden(concept, by=redacteur)] * 2)
    assert sorted(type(answer).__name__ for answer in answers) == ["Brief", "NietMogelijk"]
    assert AuditRegel.objects.about(concept).filter(actie="aanbieden").count() == 1


def test_the_figures_of_one_letter_are_of_one_moment(concept, redacteur, monkeypatch):
    """A budget line that changes between two counts must not make the posts and their sum disagree."""
    echt = register._geteld

    def met_wijziging(teller, rijen):
        cijfers = list(echt(teller, rijen))
        if teller.naam.startswith("begroting"):
            with ThreadPoolExecutor(1) as pool:
                pool.submit(_verhoog).result()
        return cijfers

    monkeypatch.setattr(register, "_geteld", met_wijziging)
    inhoud = schrijven.aanbieden(concept, by=redacteur).opname.inhoud["cijfers"]
    posten = [Decimal(c["waarde"]) for naam, c in inhoud.items() if naam.startswith("begroting.post.")]
    assert sum(posten) == Decimal(inhoud["begroting.totaal"]["waarde"])


def _verhoog():
    try:
        regel = Begrotingsregel.objects.get(post__nummer=1)
        begroting.boek(regel, 1000, bron=regel.mutaties.first().bron, by=Gebruiker.objects.systeem())
    finally:
        connection.close()


def test_a_step_locks_its_record_itself(concept, redacteur):
    """Also when the caller locked nothing: `advance` alone lets the first of two through."""
    schrijven.aanbieden(concept, by=redacteur)

    @transaction.atomic
    def back():
        levensloop.advance(Brief.objects.get(pk=concept.pk), "terugnemen", by=redacteur)

    with pytest.raises(NietMogelijk):
        while_uncommitted(back, back)


def test_a_version_that_two_people_replace_at_once_has_one_successor(programma, beleidsmedewerker):
    feit = Feit.objects.get(sleutel="spuk.kansrijke-wijk.bijdrage-agenda")
    bron, laatste = Bron.objects.get(sleutel="voortgangsbrief-2024"), feit.versies.last()

    def vervangen():
        return feiten.vastleggen(
            feit,
            waarde=laatste.getal + 1,
            kwalificatie=Kwalificatie.EXACT,
            bron=bron,
            vindplaats="bladzijde 1",
            reden="Tikfout hersteld",
            nummer="T01",
            by=beleidsmedewerker,
            vervangt=laatste,
        )

    with pytest.raises(ValidationError):  # without the lock the database would refuse it, with a page for a fault
        while_uncommitted(vervangen, vervangen)
    assert FeitVersie.objects.filter(vervangt=laatste).count() == 1
