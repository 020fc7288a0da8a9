"""A real clamd judges every upload: until it has, a file is in quarantine; what it refuses is gone."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import IntegrityError
from openpyxl import Workbook

from agenda.access import GeenToegang
from agenda.audit import sentence
from agenda.bestanden import bewaar, keuring
from agenda.bestanden import clamd as scanner
from agenda.bestanden.clamd import Oordeel, ScannerOnbereikbaar
from agenda.bestanden.views import serve
from agenda.models import AuditRegel, Bestand, Scanstand, Taak
from agenda.taken import run_pending
from tests.hulpmiddelen import clamd as virusscanner
from tests.hulpmiddelen.clamd import EICAR, GROOTSTE, PROEF
from tests.netten.test_status import offences

MAP = Path(keuring.__file__).parent


def packed(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def workbook_with(part):
    file = io.BytesIO()
    Workbook().save(file)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.bin", part)
    return file.getvalue()


def uploaded(by, inhoud=b"naam;aantal\r\n", naam="lijst.csv"):
    return bewaar(inhoud, naam, by=by, zelf_gemaakt=False)


@pytest.mark.parametrize(
    ("inhoud", "bevinding"),
    [
        (b"niets aan de hand", ""),
        (EICAR, "virus Eicar-Test-Signature.UNOFFICIAL"),
        (b"tekst vooraf " * 9000 + PROEF, "virus Portaal-Proef.UNOFFICIAL"),
        (packed(proef=EICAR), "virus Eicar-Test-Signature.UNOFFICIAL"),
        (packed(buiten=packed(binnen=EICAR)), "virus Eicar-Test-Signature.UNOFFICIAL"),
        (workbook_with(EICAR), "virus Eicar-Test-Signature.UNOFFICIAL"),
        (bytes(GROOTSTE + 1), "te groot voor de virusscanner"),
    ],
    ids=["schoon", "eicar", "over twee delen", "in een zip", "in een zip in een zip", "in een xlsx", "te groot"],
)
def test_clamd_judges_what_it_gets(clamd, inhoud, bevinding):
    assert scanner.scan(io.BytesIO(inhoud)).bevinding == bevinding


def test_a_verdict_names_the_program_that_gave_it(clamd):
    assert scanner.scan(io.BytesIO(b"schoon")).scanner.startswith("ClamAV 1.")


@pytest.mark.parametrize("address", ["", "/geen/clamd.ctl", "127.0.0.1:1", "clamd"])
def test_without_clamd_there_is_no_verdict(settings, address):
    settings.CLAMAV = address
    with pytest.raises(ScannerOnbereikbaar):
        scanner.scan(io.BytesIO(b"schoon"))


def test_a_clamd_that_is_killed_halfway_gives_no_verdict(settings):
    class Moordend(io.BytesIO):
        def read(self, size=-1):
            process.kill()
            process.wait()
            return super().read(size)

    with virusscanner.clamd() as (settings.CLAMAV, process), pytest.raises(ScannerOnbereikbaar):
        scanner.scan(Moordend(EICAR))


@pytest.mark.parametrize("answer", [b"", b"stream: \0", b"stream: Can't allocate memory ERROR\0", b"onzin"])
def test_an_answer_that_is_no_verdict_releases_nothing(settings, monkeypatch, clamd, answer):
    monkeypatch.setattr(scanner, "_ask", lambda *_: answer.decode().rstrip("\0"))
    with pytest.raises(ScannerOnbereikbaar):
        scanner.scan(io.BytesIO(b"schoon"))


@pytest.mark.django_db
def test_a_clean_file_leaves_quarantine_with_who_said_so_and_when(clamd, redacteur):
    bestand = keuring.keuren(uploaded(redacteur))

    assert (bestand.scanstand, bestand.bevinding) == (Scanstand.SCHOON, "")
    assert bestand.scanner.startswith("ClamAV")
    assert bestand.gescand_op is not None
    assert sentence(AuditRegel.objects.about(bestand).get()).endswith(f"geen virus gevonden door {bestand.scanner}.")
    serve(bestand).close()


@pytest.mark.django_db
def test_a_file_with_a_virus_is_refused_and_its_content_is_gone(clamd, redacteur):
    bestand = keuring.keuren(uploaded(redacteur, EICAR))
    run_pending()

    assert (bestand.scanstand, bestand.bevinding) == ("geweigerd", "virus Eicar-Test-Signature.UNOFFICIAL")
    assert not default_storage.exists(bestand.plaats)
    assert set(Taak.objects.values_list("soort", "stand")) == {
        ("bestand_wissen", "klaar"),
        ("bestand_geweigerd", "klaar"),
    }
    with pytest.raises(GeenToegang, match="is geweigerd"):
        serve(bestand)
    assert sentence(AuditRegel.objects.about(bestand).get()).startswith(
        f"Bestand {bestand.pk} is geweigerd en gewist: virus Eicar-Test-Signature.UNOFFICIAL, volgens ClamAV"
    )


@pytest.mark.django_db
def test_what_clamd_could_not_judge_waits_and_is_judged_as_soon_as_it_can(settings, clamd_address, redacteur):
    waits, virus = uploaded(redacteur), uploaded(redacteur, EICAR)
    keuring.inspect_quarantine()
    assert set(Bestand.objects.values_list("scanstand", flat=True)) == {"in_quarantaine"}
    with pytest.raises(GeenToegang, match="nog niet op virussen gecontroleerd"):
        serve(waits)

    settings.CLAMAV = clamd_address
    keuring.inspect_quarantine()

    assert dict(Bestand.objects.values_list("pk", "scanstand")) == {waits.pk: "schoon", virus.pk: "geweigerd"}


@pytest.mark.django_db
def test_one_file_that_cannot_be_judged_does_not_hold_up_the_next(clamd, redacteur, monkeypatch):
    bad, good = uploaded(redacteur, b"naar\r\n"), uploaded(redacteur)

    def scan(stroom, real=scanner.scan):
        if stroom.read().startswith(b"naar"):
            raise ScannerOnbereikbaar("timed out")
        return real(stroom)

    monkeypatch.setattr(scanner, "scan", scan)
    keuring.inspect_quarantine()

    assert dict(Bestand.objects.values_list("pk", "scanstand")) == {bad.pk: "in_quarantaine", good.pk: "schoon"}


@pytest.mark.django_db
def test_that_files_wait_is_said_once_and_not_for_each_of_them_at_each_round(redacteur, settings, caplog):
    settings.CLAMAV = ""
    cache.clear()
    first, _ = uploaded(redacteur), uploaded(redacteur)
    for _ in range(3):
        keuring.inspect_quarantine()
    assert len(caplog.messages) == 1
    assert caplog.messages[0].startswith(f"2 bestanden wachten op de virusscanner. Het oudste is {first.pk}: ")


@pytest.mark.django_db
def test_one_file_that_is_gone_does_not_hold_up_the_next(clamd, redacteur):
    gone, good = uploaded(redacteur, b"weg\r\n"), uploaded(redacteur)
    default_storage.delete(gone.plaats)
    keuring.inspect_quarantine()
    assert dict(Bestand.objects.values_list("pk", "scanstand")) == {gone.pk: "in_quarantaine", good.pk: "schoon"}


@pytest.mark.django_db
def test_the_first_verdict_stays(clamd, redacteur, monkeypatch):
    bestand = uploaded(redacteur, EICAR)
    keuring.keuren(bestand)

    monkeypatch.setattr(scanner, "scan", lambda _: Oordeel("", "ClamAV zonder handtekeningen"))
    again = keuring.keuren(bestand)

    assert again.scanstand == "geweigerd"
    assert AuditRegel.objects.about(bestand).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"scanstand": "schoon"},
        {"scanstand": "geweigerd", "bevinding": "virus"},
        {"scanner": "ClamAV"},
        {"bevinding": "virus"},
    ],
)
def test_the_database_knows_no_verdict_without_a_scanner(redacteur, wrong):
    with pytest.raises(IntegrityError):
        Bestand.objects.filter(pk=uploaded(redacteur).pk).update(**wrong)


def test_only_the_inspection_says_that_a_file_is_clean():
    root = MAP.parents[1]
    apps = ["agenda", "actielijnen", "interventies", "subsidies", "rapportage"]
    paths = [path for app in apps for path in (root / app).rglob("*.py") if "migrations" not in path.parts]
    texts = {path: text for path in paths if "scanstand" in (text := path.read_text(encoding="utf-8"))}
    found = {path for path, text in texts.items() if list(offences(text, {"scanstand"}))}
    assert found == {MAP / "keuring.py", MAP / "__init__.py"}
