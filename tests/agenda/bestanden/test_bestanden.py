"""A file is what its name says, is stored whole or not at all, and is served only when it may be."""

import hashlib
import io
import stat
from datetime import UTC, date, datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from agenda import klok
from agenda.access import GeenToegang
from agenda.bestanden import BestandGeweigerd, bewaar, clean_name
from agenda.bestanden.opslag import DuurzameOpslag
from agenda.bestanden.typen import check_type
from agenda.bestanden.views import serve
from agenda.models import Bestand
from tests.agenda.bestanden.voorbeelden import GOED, ODS, packed, xlsx


@pytest.mark.parametrize("naam", GOED)
def test_a_file_that_is_what_it_says_is_accepted(naam):
    assert check_type(io.BytesIO(GOED[naam]), naam)


def wrong_names():
    """Every file under the extension of every other; but JSON is also text, so a CSV."""
    for naam in GOED:
        own = naam.rpartition(".")[2].lower()
        for other in {each.rpartition(".")[2].lower() for each in GOED} - {own}:
            if (own, other) != ("json", "csv"):
                yield naam, other


@pytest.mark.parametrize(("naam", "extensie"), sorted(wrong_names()))
def test_a_file_under_the_name_of_another_type_is_refused(naam, extensie):
    with pytest.raises(BestandGeweigerd, match=f"is geen {extensie}"):
        check_type(io.BytesIO(GOED[naam]), f"nep.{extensie}")


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("virus.exe", b"MZ"),
        ("pagina.html", b"<script>"),
        ("plaatje.svg", b"<svg/>"),
        ("zonder", b"tekst"),
        ("leeg.pdf", b""),
        ("afgebroken.pdf", b"%PDF-1.7\n"),
        ("vooraf.pdf", b"<html>%PDF-1.7\n%%EOF"),
        ("zip.docx", packed(("readme.txt", "x"))),
        ("later.ods", packed(("content.xml", "<x/>"), ("mimetype", ODS))),
        ("afgekapt.xlsx", xlsx()[:-30]),
        ("vooraf.xlsx", b"MZ" + xlsx()),
        ("oud.csv", "Épe".encode("cp1252")),
        ("nul.csv", b"a;b\0"),
        ("half.json", b'{"a": '),
        ("diep.json", b"[" * 100_000),
    ],
)
def test_what_is_not_allowed_or_broken_is_refused(naam, inhoud):
    with pytest.raises(BestandGeweigerd):
        check_type(io.BytesIO(inhoud), naam)


@pytest.mark.parametrize(
    ("naam", "schoon"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\jan\\nota.docx", "nota.docx"),
        ("fac\u202etuur\r\n.pdf", "factuur.pdf"),
        ("a" * 300 + ".pdf", "a" * 196 + ".pdf"),
        ("", "naamloos"),
    ],
)
def test_a_name_is_only_a_name(naam, schoon):
    assert clean_name(naam) == schoon


@pytest.mark.django_db
def test_a_file_is_stored_by_uuid_with_its_hash_and_readable_only_by_the_portal(redacteur, opslag):
    inhoud = GOED["lijst.csv"]

    bestand = bewaar(inhoud, "mijn lijst.csv", by=redacteur, zelf_gemaakt=True)

    path = opslag / bestand.pk.hex[:2] / str(bestand.pk)
    assert path.read_bytes() == inhoud
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == [str(bestand.pk)]
    assert (bestand.sha256, bestand.grootte) == (hashlib.sha256(inhoud).hexdigest(), len(inhoud))
    assert (bestand.naam, bestand.mediatype) == ("mijn lijst.csv", "text/csv; charset=utf-8")


@pytest.mark.django_db
def test_a_refused_file_leaves_nothing(redacteur, opslag):
    with pytest.raises(BestandGeweigerd):
        bewaar(b"MZ", "virus.pdf", by=redacteur, zelf_gemaakt=False)

    assert not opslag.exists()
    assert not Bestand.objects.exists()


@pytest.mark.django_db
def test_when_the_transaction_rolls_back_no_bestand_is_known(redacteur):
    with transaction.atomic():
        bewaar(GOED["brief.pdf"], "brief.pdf", by=redacteur, zelf_gemaakt=True)
        transaction.set_rollback(True)

    assert not Bestand.objects.exists()


def test_until_a_file_is_whole_its_name_does_not_exist(tmp_path):
    class Kijkt(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"eerste deel "
            assert not (tmp_path / "ab" / "x").exists()
            yield b"tweede deel"

    DuurzameOpslag(location=tmp_path).save("ab/x", Kijkt(b""))

    assert (tmp_path / "ab" / "x").read_bytes() == b"eerste deel tweede deel"


def test_a_write_that_breaks_off_leaves_no_file(tmp_path):
    class Breekt(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"eerste deel"
            raise OSError("schijf vol")

    with pytest.raises(OSError, match="schijf vol"):
        DuurzameOpslag(location=tmp_path).save("ab/x", Breekt(b""))

    assert list((tmp_path / "ab").iterdir()) == []


@pytest.mark.django_db
def test_a_file_of_the_portal_is_served_as_a_download_that_cannot_run(redacteur):
    bestand = bewaar(GOED["brief.pdf"], "brief één.pdf", by=redacteur, zelf_gemaakt=True)

    response = serve(bestand)

    assert b"".join(response.streaming_content) == GOED["brief.pdf"]
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''brief%20%C3%A9%C3%A9n.pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "private, no-store"
    response.close()


@pytest.mark.django_db
def test_an_uploaded_file_stays_in_quarantine_and_is_not_served(redacteur):
    bestand = bewaar(GOED["brief.pdf"], "brief.pdf", by=redacteur, zelf_gemaakt=False)

    with pytest.raises(GeenToegang, match="is nog niet op virussen gecontroleerd"):
        serve(bestand)


@pytest.mark.django_db
def test_a_file_is_served_on_its_last_day_and_not_after(redacteur):
    laatste_dag = date(2024, 12, 31)
    bestand = bewaar(GOED["brief.pdf"], "brief.pdf", by=redacteur, zelf_gemaakt=True, bewaren_tot=laatste_dag)

    with klok.vastgezet(datetime(2024, 12, 31, 22, 59, tzinfo=UTC)):
        serve(bestand).close()
    with (
        klok.vastgezet(datetime(2024, 12, 31, 23, 0, tzinfo=UTC)),
        pytest.raises(GeenToegang, match="te downloaden tot en met 31 december 2024"),
    ):
        serve(bestand)


@pytest.mark.django_db
def test_somebody_sees_only_his_own_files(redacteur, beleidsmedewerker):
    own = bewaar(GOED["brief.pdf"], "brief.pdf", by=redacteur, zelf_gemaakt=True)
    bewaar(GOED["brief.pdf"], "ander.pdf", by=beleidsmedewerker, zelf_gemaakt=True)
    bewaar(GOED["brief.pdf"], "van een record.pdf", by=None, zelf_gemaakt=True)

    assert list(Bestand.objects.visible_to(redacteur)) == [own]


@pytest.mark.django_db
def test_a_large_file_is_stored_from_a_stream(redacteur, tmp_path):
    path = tmp_path / "groot.csv"
    path.write_bytes(b"a;b\r\n" * 500_000)

    with path.open("rb") as stroom:
        bestand = bewaar(stroom, "groot.csv", by=redacteur, zelf_gemaakt=True)

    assert bestand.grootte == default_storage.size(bestand.plaats) == 2_500_000
