"""A file goes with its row or not at all, and what a crash left behind goes in the night."""

import os
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from agenda import klok
from agenda.bestanden import bewaar, keuring, verwijderen
from agenda.bestanden.opslag import DuurzameOpslag
from agenda.models import Bestand
from tests.hulpmiddelen.clamd import EICAR
from tests.hulpmiddelen.tegelijk import while_uncommitted

DAG = timedelta(days=1)


@pytest.fixture
def put(redacteur):
    return lambda inhoud=b"a\r\n", **velden: bewaar(inhoud, "x.csv", by=redacteur, **{"zelf_gemaakt": False} | velden)


@pytest.fixture
def old(opslag):
    """Makes everything in the storage a file of the day before yesterday."""

    def age():
        moment = (klok.nu() - 2 * DAG).timestamp()
        for path in opslag.rglob("*"):
            os.utime(path, (moment, moment))

    return age


@pytest.mark.django_db
def test_an_upload_that_nothing_took_is_removed_after_its_day_and_no_other(
    clamd, put, django_capture_on_commit_callbacks
):
    today = klok.vandaag()
    past, still = put(bewaren_tot=today - DAG), put(bewaren_tot=today)
    own, attached = put(zelf_gemaakt=True, bewaren_tot=today - DAG), put(bewaren_tot=None)
    refused = keuring.keuren(put(EICAR, bewaren_tot=today - DAG))

    with django_capture_on_commit_callbacks(execute=True):
        verwijderen.remove_unused()

    assert set(Bestand.objects.all()) == {still, own, attached, refused}
    assert not default_storage.exists(past.plaats)
    assert default_storage.exists(still.plaats)


@pytest.mark.django_db(transaction=True)
def test_a_removal_that_is_rolled_back_leaves_row_and_content(put):
    bestand = put()
    with transaction.atomic():
        verwijderen.verwijder(bestand)
        transaction.set_rollback(True)
    assert default_storage.exists(Bestand.objects.get().plaats)


@pytest.mark.django_db(transaction=True)
def test_an_upload_that_a_record_takes_at_that_very_moment_stays(put):
    bestand = put(bewaren_tot=klok.vandaag() - DAG)
    taken = Bestand.objects.filter(pk=bestand.pk)
    while_uncommitted(lambda: taken.update(eigenaar=None, bewaren_tot=None), verwijderen.remove_unused)
    assert taken.exists()
    assert default_storage.exists(bestand.plaats)


@pytest.mark.django_db(transaction=True)
def test_what_a_crash_after_the_row_left_behind_goes_in_the_night(put, old, monkeypatch):
    gone, stays = put(bewaren_tot=klok.vandaag() - DAG), put()
    with monkeypatch.context() as crash:
        crash.setattr(DuurzameOpslag, "delete", lambda *_: (_ for _ in ()).throw(OSError("stroomstoring")))
        verwijderen.remove_unused()
    assert default_storage.exists(gone.plaats)
    old()
    assert verwijderen.remove_orphans() == 1
    assert (default_storage.exists(gone.plaats), default_storage.exists(stays.plaats)) == (False, True)


@pytest.mark.django_db
def test_what_is_half_written_goes_and_what_may_still_get_its_row_or_is_not_ours_stays(put, old, opslag):
    """A transaction that makes a Bestand writes its content first, and shows its row only at its end."""
    rows = [put(), put(), put()]
    half = f"{rows[0].plaats[:2]}/.{uuid4()}.deel"
    half_of_a_row = f"{rows[0].plaats[:2]}/.{rows[0].pk}.deel"
    foreign = "ab/lees mij.txt"
    for place in (half, half_of_a_row, foreign):
        default_storage.save(place, ContentFile(b"x"))
    old()
    new = f"cd/{uuid4()}"
    default_storage.save(new, ContentFile(b"x"))
    assert verwijderen.remove_orphans() == 2
    left = {str(path.relative_to(opslag)) for path in opslag.rglob("*") if path.is_file()}
    assert left == {new, foreign, *(row.plaats for row in rows)}


@pytest.mark.django_db
def test_the_content_of_what_was_wiped_goes_if_the_wiping_itself_never_came(put, old):
    wiped, _ = put(), put()
    verwijderen.wissen(wiped)
    old()
    assert verwijderen.remove_orphans() == 1
    assert not default_storage.exists(wiped.plaats)


@pytest.mark.django_db
def test_the_storage_of_another_database_is_left_alone(put, old, caplog):
    for _ in range(2):
        default_storage.save(f"ab/{uuid4()}", ContentFile(b"x"))
    put()
    old()
    assert verwijderen.remove_orphans() == 0
    assert "2 bestanden staan niet in de databank en 1 wel." in caplog.text
