"""A vernietigingslijst is carried out while people go on working, on a real PostgreSQL."""

import pytest
from django.db import transaction

from agenda import klok
from agenda.models import Gebruiker
from agenda.opruimen import uitvoeren, vernietigen
from agenda.opruimen.uitvoeren import NIET_MEER
from tests.hulpmiddelen.tegelijk import while_uncommitted

pytestmark = pytest.mark.django_db(transaction=True)


def test_who_signs_in_while_his_account_is_being_erased_is_not_erased(petronella, beheerder, programmamanager):
    """The first look says that the term has passed; then somebody else's transaction ends, and it has not."""
    regel = vernietigen.opstellen(by=beheerder).regels.get(soort="account_geblokkeerd")
    account = Gebruiker.objects.filter(pk=petronella.pk)

    @transaction.atomic
    def erase():
        uitvoeren.vernietig(regel.pk, by=programmamanager)

    while_uncommitted(lambda: account.update(is_active=True, last_login=klok.nu()), erase)
    regel.refresh_from_db()
    assert (account.get().naam, regel.vernietigd_op) == ("Petronella Zwanenburg", None)
    assert regel.bewaren_omdat == NIET_MEER
