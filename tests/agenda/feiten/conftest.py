"""A feit with two sources, somebody who may record what they say, and a tegenspraak about it."""

from datetime import date

import pytest

from agenda import feiten
from agenda.access import Rol
from agenda.models import Bron, Feit, Ministerie, Programma, Tegenspraak


@pytest.fixture
def medewerker(account):
    return account(Rol.BELEIDSMEDEWERKER)


@pytest.fixture
def bron(db):
    """Makes a source that is known since a day, or since nobody knows when."""

    def maak(sleutel, bekend_sinds=None):
        precisie = "dag" if bekend_sinds else "onbekend"
        return Bron.objects.create(
            sleutel=sleutel,
            soort="kamerbrief",
            titel=sleutel,
            bekend_sinds=bekend_sinds,
            bekend_precisie=precisie,
        )

    return maak


@pytest.fixture
def oud(bron):
    return bron("brief-2023", date(2023, 7, 7))


@pytest.fixture
def nieuw(bron):
    return bron("brief-2024", date(2024, 6, 1))


@pytest.fixture
def feit(db):
    return Feit.objects.create(
        sleutel="du.gemeenten", onderwerp="du", naam="Gemeenten", definitie="Hoeveel.", weergave="aantal"
    )


@pytest.fixture
def zeg(feit, medewerker):
    """Records a value of the feit: zeg(7, bron)."""

    def vastleggen(waarde, bron, kwalificatie="exact", **rest):
        return feiten.vastleggen(
            feit,
            waarde=waarde,
            kwalificatie=kwalificatie,
            bron=bron,
            vindplaats="alinea 1",
            by=medewerker,
            **rest,
        )

    return vastleggen


@pytest.fixture
def tegenspraak(feit):
    szw = Ministerie.objects.create(afkorting="SZW", naam="SZW", tooi_uri="https://voorbeeld.invalid/szw")
    programma = Programma.objects.create(code="proef", naam="Proef", korte_naam="Proef", soort="echt", ministerie=szw)
    tegenspraak = Tegenspraak.objects.create(
        nummer="C99", programma=programma, onderwerp="Aantal", aard="?", behandeling="Open.", stand="open"
    )
    tegenspraak.feiten.add(feit)
    return tegenspraak
