"""A programma with two actielijnen and nothing else: lists are made in the tests themselves."""

import pytest

from actielijnen.models import Actielijn
from agenda.models import Bron, Ministerie, Programma


@pytest.fixture
def klein(db):
    """An invented programma, without the weight of the loaded one."""
    szw = Ministerie.objects.create(afkorting="SZW", naam="SZW")
    programma = Programma.objects.create(
        code="klein", naam="Klein", korte_naam="Klein", soort="voorbeeld", ministerie=szw
    )
    plan = Bron.objects.create(sleutel="plan", soort="voorbeeld", titel="Plan", bekend_precisie="onbekend")
    for nummer, naam in enumerate(("Kennis", "Aanpakken"), start=1):
        Actielijn.objects.create(programma=programma, nummer=nummer, naam=naam, bron=plan)
    return programma
