"""What a beheerder fills in for single sign-on: numbers of gemeenten, and the roles of groups."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from agenda.access import Rol
from agenda.models import Gemeente, Groepsrol, Organisatienummer
from agenda.models.aanmelden import ROLLEN_VAN_HET_RIJK

pytestmark = pytest.mark.django_db
KVK, OIN = Organisatienummer.Soort.KVK, Organisatienummer.Soort.OIN


@pytest.fixture
def gemeente(programma):
    return Gemeente.objects.get(code="GM0363")


@pytest.mark.parametrize(
    ("soort", "nummer", "uitleg"),
    [
        (KVK, "0000012", "Een KvK-nummer heeft 8 cijfers"),
        (KVK, "000000123", "Een KvK-nummer heeft 8 cijfers"),
        (KVK, "0000 0012", "Een KvK-nummer heeft 8 cijfers"),
        (KVK, "00000012\n", "Een KvK-nummer heeft 8 cijfers"),
        (KVK, "٠٠٠٠٠٠١٢", "Een KvK-nummer heeft 8 cijfers"),
        (OIN, "00000012", "Een OIN heeft 20 cijfers"),
    ],
)
def test_a_number_has_the_digits_of_its_kind(soort, nummer, uitleg, gemeente):
    with pytest.raises(ValidationError) as fout:
        Organisatienummer(gemeente=gemeente, soort=soort, nummer=nummer).full_clean()
    assert fout.value.message_dict["nummer"][0].startswith(uitleg)


@pytest.mark.parametrize(("soort", "nummer"), [(KVK, "00000012"), (OIN, "00000003000000120000")])
def test_a_number_as_it_is_written_is_accepted(soort, nummer, gemeente):
    Organisatienummer(gemeente=gemeente, soort=soort, nummer=nummer).full_clean()


def test_the_database_refuses_a_number_that_no_form_saw(gemeente):
    with pytest.raises(IntegrityError, match="organisatienummer_vorm"):
        Organisatienummer.objects.create(gemeente=gemeente, soort=KVK, nummer="12")


def test_a_number_belongs_to_one_gemeente(gemeente):
    Organisatienummer.objects.create(gemeente=gemeente, nummer="00000012")
    other = Gemeente.objects.get(code="GM0599")
    with pytest.raises(IntegrityError, match="organisatienummer_uniek"):
        Organisatienummer.objects.create(gemeente=other, nummer="00000012")


def test_a_group_gives_roles_of_the_ministry_only():
    assert not {Rol.SYSTEEM, Rol.GEMEENTELIJK_AANVRAGER, Rol.GEMEENTELIJK_ONDERTEKENAAR, Rol.RAADSLID} & {
        rol for rol, _ in ROLLEN_VAN_HET_RIJK
    }
    with pytest.raises(ValidationError):
        Groepsrol(groep="portaal-alles", rol=Rol.SYSTEEM).full_clean()
