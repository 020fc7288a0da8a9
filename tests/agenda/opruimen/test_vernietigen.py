"""A vernietigingslijst: proposed by one, decided by another, carried out record by record, and a verklaring stays."""

import hashlib
import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from agenda import audit, klok, taken
from agenda.access import GeenToegang, Rol
from agenda.levensloop import Functiescheiding, NietMogelijk
from agenda.models import (
    AuditRegel,
    Bestand,
    Gebruiker,
    Sessie,
    Taak,
    Uitnodiging,
    Vernietigingslijst,
    Vernietigingsregel,
    Vernietigingsverklaring,
)
from agenda.opruimen import uitvoeren, vernietigen
from agenda.opruimen.soorten import SOORTEN, verlopen
from agenda.opruimen.uitvoeren import NIET_MEER
from agenda.opruimen.vernietigen import OpruimFout
from agenda.sessies.opslag import SessionStore
from tests.agenda.opruimen.conftest import NU

pytestmark = pytest.mark.django_db
S = Vernietigingslijst.Status


def found_in(word: str) -> list[str]:
    """Every table of the database with a row that holds `word`, in whatever column, also inside JSON and bytes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
        tables = [table for (table,) in cursor.fetchall()]
        hits = []
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}" AS rij WHERE rij::text ILIKE %s', [f"%{word}%"])
            hits += [table] if cursor.fetchone()[0] else []
    return sorted(hits)


@pytest.fixture
def lijst(petronella, beheerder):
    return vernietigen.opstellen(by=beheerder)


def carry_out(lijst, by, bewaren=()):
    vernietigen.bevestigen(lijst, bewaren=dict(bewaren), by=by)
    taken.run_pending()
    lijst.refresh_from_db()
    return lijst


def test_what_has_expired_is_found_per_kind_and_nothing_else(petronella, redacteur):
    audit.record(redacteur, "inloggen", by=redacteur)
    assert [each.soort for each in verlopen()] == [soort for soort in SOORTEN if soort != "account_ongebruikt"]


def test_the_list_holds_keys_and_no_names(lijst):
    assert "agenda_vernietigingsregel" not in found_in("zwanenburg")
    assert {regel.soort for regel in lijst.regels.all()} == set(SOORTEN) - {"account_ongebruikt"}


def test_afterwards_the_name_is_nowhere_in_the_database_nor_in_the_storage(
    lijst, programmamanager, petronella, opslag, django_capture_on_commit_callbacks
):
    before = found_in("zwanenburg")
    assert {
        "agenda_gebruiker",
        "agenda_taak",
        "agenda_bestand",
        "agenda_mail",
        "agenda_uitnodiging",
        "mfa_authenticator",
    } <= set(before)
    assert len([path for path in opslag.rglob("*") if path.is_file()]) == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert carry_out(lijst, programmamanager).status == S.UITGEVOERD
    for word in ("zwanenburg", "petronella", "planted.example", "192.0.2.9"):
        assert found_in(word) == []
    assert [path for path in opslag.rglob("*") if path.is_file()] == []


def test_the_account_stays_as_a_number_so_the_log_keeps_its_meaning(lijst, programmamanager, petronella):
    carry_out(lijst, programmamanager)
    petronella.refresh_from_db()
    assert petronella.naam == f"Verwijderd account {petronella.pk}"
    assert (petronella.rollen, petronella.is_active, petronella.has_usable_password()) == ([], False, False)
    assert AuditRegel.objects.filter(account=petronella.pk, actie="inloggen").count() == 1
    assert not any(
        SessionStore().decode(session.session_data).get("_auth_user_id") == str(petronella.pk)
        for session in Sessie.objects.all()
    )


def test_an_erased_account_does_not_expire_again(lijst, programmamanager, petronella):
    carry_out(lijst, programmamanager)
    with klok.vastgezet(NU + timedelta(days=800)):
        assert str(petronella.pk) not in {each.sleutel for each in verlopen() if each.soort.startswith("account")}


def test_the_verklaring_says_what_went_on_which_ground_and_how_with_its_own_checksum(
    lijst, programmamanager, beheerder
):
    verklaring = carry_out(lijst, programmamanager).verklaring
    inhoud = verklaring.inhoud
    assert (inhoud["opgesteld"]["account"], inhoud["bevestigd"]["account"]) == (beheerder.pk, programmamanager.pk)
    assert {deel["soort"]: deel["aantal"] for deel in inhoud["vernietigd"]} == {
        "geblokkeerd account": 1,
        "uitnodiging die voorbij is": 1,
        "mail die weg is": 1,
        "bericht dat voorbij is": 1,
        "geweigerd bestand": 1,
        "beëindigde taak met haar bestand": 1,
    }
    assert inhoud["bewaard"] == {}
    assert inhoud["vernietigd"][-1]["grond"].startswith("Bewaartermijn: 365 dagen na de laatste handeling")
    written = json.dumps(inhoud, sort_keys=True, ensure_ascii=False).encode()
    assert verklaring.sha256 == hashlib.sha256(written).hexdigest()


def test_the_database_refuses_to_change_a_verklaring(lijst, programmamanager):
    verklaring = carry_out(lijst, programmamanager).verklaring
    with pytest.raises(IntegrityError, match="nooit gewijzigd"), transaction.atomic():
        Vernietigingsverklaring.objects.filter(pk=verklaring.pk).update(sha256="1" * 64)


# --- who may -------------------------------------------------------------------------------------------------
def test_who_proposed_cannot_confirm_or_reject_also_with_both_roles(petronella, account):
    allebei = account(Rol.BEHEERDER, Rol.PROGRAMMAMANAGER)
    lijst = vernietigen.opstellen(by=allebei)
    with pytest.raises(Functiescheiding, match="vernietiging opstellen"):
        vernietigen.bevestigen(lijst, bewaren={}, by=allebei)
    with pytest.raises(Functiescheiding):
        vernietigen.afwijzen(lijst, reden="nee", by=allebei)
    lijst.refresh_from_db()
    assert (lijst.status, lijst.besloten_door, Taak.objects.open().count()) == (S.OPGESTELD, None, 0)


def test_the_database_itself_refuses_one_person_for_both(lijst):
    with pytest.raises(IntegrityError, match="vernietiging_door_twee_personen"), transaction.atomic():
        Vernietigingslijst.objects.filter(pk=lijst.pk).update(besloten_door=lijst.opgesteld_door, besloten_op=klok.nu())


@pytest.mark.parametrize("rol", [Rol.PROGRAMMAMANAGER, Rol.AUDITOR, Rol.REDACTEUR])
def test_only_the_beheerder_proposes(petronella, account, rol):
    with pytest.raises(GeenToegang):
        vernietigen.opstellen(by=account(rol))


@pytest.mark.parametrize("rol", [Rol.AUDITOR, Rol.REDACTEUR])
def test_only_the_programmamanager_confirms(lijst, account, rol):
    with pytest.raises(GeenToegang):
        vernietigen.bevestigen(lijst, bewaren={}, by=account(rol))


# --- what stays ----------------------------------------------------------------------------------------------
def test_what_the_second_person_keeps_stays_with_the_reason(lijst, programmamanager, petronella):
    regel = lijst.regels.get(soort="account_geblokkeerd")
    carry_out(lijst, programmamanager, {regel.pk: "Er loopt nog een bezwaar."})
    petronella.refresh_from_db()
    assert petronella.naam == "Petronella Zwanenburg"
    assert lijst.verklaring.inhoud["bewaard"]["Er loopt nog een bezwaar."] == 1


@pytest.mark.parametrize("soort", ["uitnodiging_voorbij", "taak_beeindigd", "mail_beeindigd", "bestand_geweigerd"])
def test_an_account_stays_when_it_would_take_along_what_is_kept(lijst, programmamanager, petronella, soort):
    regel = lijst.regels.get(soort=soort)
    carry_out(lijst, programmamanager, {regel.pk: "Er loopt nog een bezwaar."})
    petronella.refresh_from_db()
    assert petronella.naam == "Petronella Zwanenburg"
    assert SOORTEN[soort].records().filter(pk=regel.sleutel).exists()


def test_a_rejected_list_destroys_nothing(lijst, programmamanager):
    vernietigen.afwijzen(lijst, reden="Eerst de FG vragen.", by=programmamanager)
    taken.run_pending()
    lijst.refresh_from_db()
    assert (lijst.status, lijst.afgewezen_omdat) == (S.AFGEWEZEN, "Eerst de FG vragen.")
    assert lijst.regels.filter(vernietigd_op__isnull=False).count() == 0
    with pytest.raises(NietMogelijk):
        vernietigen.bevestigen(lijst, bewaren={}, by=programmamanager)


def test_who_came_back_in_the_meantime_is_not_erased(lijst, programmamanager, petronella):
    vernietigen.bevestigen(lijst, bewaren={}, by=programmamanager)
    Gebruiker.objects.filter(pk=petronella.pk).update(is_active=True, last_login=klok.nu())
    taken.run_pending()
    petronella.refresh_from_db()
    assert petronella.naam == "Petronella Zwanenburg"
    assert lijst.regels.get(soort="account_geblokkeerd").bewaren_omdat == NIET_MEER


@pytest.mark.parametrize("days", [364, 366])
def test_the_term_counts_from_the_last_sign_of_life(account, days):
    wie = account(Rol.REDACTEUR)
    with klok.vastgezet(NU - timedelta(days=days)):
        audit.record(wie, "inloggen", by=wie)
    Gebruiker.objects.filter(pk=wie.pk).update(is_active=False)
    assert [each.sleutel for each in verlopen()] == ([str(wie.pk)] if days > 365 else [])


def test_an_account_of_which_nobody_knows_since_when_stays(account):
    account(Rol.REDACTEUR)
    assert verlopen() == []


def test_the_pdf_of_a_letter_stays_when_its_maker_is_erased(lijst, programmamanager, petronella):
    pdf = Bestand.objects.create(
        naam="brief.pdf", sha256="1" * 64, grootte=1, mediatype="application/pdf", eigenaar=petronella,
        scanstand="zelf_gemaakt",
    )  # fmt: skip
    Taak.objects.create(
        soort="brief_pdf", aangevraagd_door=petronella, stand=Taak.Stand.KLAAR, klaar_op=klok.nu(), resultaat=pdf
    )
    carry_out(lijst, programmamanager)
    assert Bestand.objects.filter(pk=pdf.pk).exists()


# --- one list at a time, and broken off halfway ------------------------------------------------------------
def test_there_is_one_open_list_at_a_time(lijst, beheerder):
    with pytest.raises(OpruimFout, match=f"Lijst {lijst} is nog niet klaar"):
        vernietigen.opstellen(by=beheerder)


def test_without_anything_expired_there_is_no_list(db, beheerder):
    with pytest.raises(OpruimFout, match="niets te vernietigen"):
        vernietigen.opstellen(by=beheerder)


def test_lists_are_numbered_within_the_year(lijst, programmamanager, beheerder):
    assert lijst.nummer == "V-2026-001"
    vernietigen.afwijzen(lijst, reden="Later.", by=programmamanager)
    assert vernietigen.opstellen(by=beheerder).nummer == "V-2026-002"


def test_broken_off_halfway_each_record_is_whole_or_gone_and_the_rest_follows(lijst, programmamanager, monkeypatch):
    """The worker dies at the third record; nothing of it may be half, and the next attempt goes on there."""
    real, calls = uitvoeren.vernietig, []

    def dies_at_third(pk, *, by):
        calls.append(pk)
        real(pk, by=by)
        if len(calls) == 3:
            raise MemoryError("de werker valt om, na het wissen en voor het vastleggen")

    monkeypatch.setattr(uitvoeren, "vernietig", dies_at_third)
    taak = vernietigen.bevestigen(lijst, bewaren={}, by=programmamanager)
    with pytest.raises(MemoryError):
        uitvoeren.uitvoeren(begun(taak), lijst=lijst.pk)
    settled = [regel for regel in Vernietigingsregel.objects.all() if regel.vernietigd_op or regel.bewaren_omdat]
    assert {regel.pk for regel in settled} == set(calls[:2])
    monkeypatch.undo()
    carry_on(taak)
    lijst.refresh_from_db()
    assert lijst.status == S.UITGEVOERD
    assert found_in("zwanenburg") == []


def begun(taak) -> Taak:
    Taak.objects.filter(pk=taak.pk).update(stand=Taak.Stand.BEZIG, pogingen=1)
    return Taak.objects.get(pk=taak.pk)


def carry_on(taak) -> None:
    Taak.objects.filter(pk=taak.pk).update(stand=Taak.Stand.WACHT)
    with klok.vastgezet(NU):
        taken.run_pending()


def test_a_stopped_task_can_go_on_later_and_a_finished_list_cannot(lijst, programmamanager):
    taak = vernietigen.bevestigen(lijst, bewaren={}, by=programmamanager)
    with pytest.raises(NietMogelijk):
        vernietigen.hervatten(lijst, by=programmamanager)
    taken.annuleren(taak)
    taken.run_pending()
    assert Uitnodiging.objects.count() == 1
    vernietigen.hervatten(lijst, by=programmamanager)
    taken.run_pending()
    lijst.refresh_from_db()
    assert (lijst.status, Uitnodiging.objects.count()) == (S.UITGEVOERD, 0)
    with pytest.raises(NietMogelijk):
        vernietigen.hervatten(lijst, by=programmamanager)
