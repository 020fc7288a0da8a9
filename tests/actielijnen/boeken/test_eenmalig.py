"""That a form was carried out is remembered as long as its page can still be open, and then forgotten."""

from datetime import timedelta
from uuid import uuid4

import pytest

from actielijnen.begroting.eenmalig import AlVerstuurd, eenmalig
from actielijnen.models import Verzending
from agenda import klok
from agenda.opruimen import technisch


@pytest.mark.django_db
def test_forms_of_more_than_thirty_days_ago_are_forgotten_every_night():
    nu, sleutels = klok.nu(), {days: uuid4() for days in (31, 29)}
    for days, sleutel in sleutels.items():
        with klok.vastgezet(nu - timedelta(days=days)):
            eenmalig(sleutel, lambda: "/er/")
    assert technisch.opruimen()["verwerkte formulieren"] == 1
    assert [each.sleutel for each in Verzending.objects.all()] == [sleutels[29]]
    with pytest.raises(AlVerstuurd):
        eenmalig(sleutels[29], lambda: "/er/")
