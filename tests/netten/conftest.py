"""The portal as full as a demo: the loaded programme, its letter, and for each person a file and a task."""

import pytest
from django.contrib.auth.models import AnonymousUser

from agenda import bestanden
from agenda.access import Rol
from agenda.models import Gebruiker, Taak
from rapportage.brief import schrijven
from rapportage.brief.concept import concept
from rapportage.models import Brief

PDF = b"%PDF-1.7\n%%EOF\n"
ANONIEM = "anoniem"
PERSONEN = [ANONIEM, *(rol.value for rol in Rol if rol != Rol.SYSTEEM)]


@pytest.fixture
def opslag(settings, tmp_path):
    """Files of tests lie in a folder of their own."""
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        }
    }


@pytest.fixture
def brief(programma, opslag):
    """The letter of 2024, offered for parafering, with a PDF, as the command makes it."""
    systeem = Gebruiker.objects.systeem()
    brief = schrijven.openen(programma, Brief.Soort.VOORTGANG, 2024, by=systeem)
    brief = schrijven.aanbieden(brief, by=systeem)
    brief.aanbiedingen.update(pdf=bestanden.bewaar(PDF, "brief.pdf", by=None, zelf_gemaakt=True))
    return brief


@pytest.fixture
def bevroren(brief) -> dict:
    """What the letter of 2024 was made from."""
    assert concept(brief).blokkades == []
    return brief.opname.inhoud


@pytest.fixture
def persoon(account):
    """The person of a role, or nobody."""

    def find(naam):
        return AnonymousUser() if naam == ANONIEM else account(Rol(naam))

    return find


def own_records(user) -> dict:
    """Arguments of the routes to what is somebody's own; the anonymous look at the portal's."""
    eigenaar = user if user.is_authenticated else None
    bestand = bestanden.bewaar(PDF, "lijst.pdf", by=eigenaar, zelf_gemaakt=True)
    if eigenaar is None:
        return {
            "bestand": {"pk": bestand.pk},
            "taak": {"pk": bestand.pk},
            "taak_annuleren": {"pk": bestand.pk},
        }
    taak = Taak.objects.create(soort="lijst_exporteren", argumenten={}, aangevraagd_door=eigenaar)
    return {"bestand": {"pk": bestand.pk}, "taak": {"pk": taak.pk}, "taak_annuleren": {"pk": taak.pk}}


@pytest.fixture
def eigen(opslag):
    return own_records
