"""The audit trail: one sentence per action, no names, and rows that the database itself protects."""

import ast
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from agenda import audit, klok
from agenda.access import Rol
from agenda.levensloop import levenslopen
from agenda.models import AuditRegel, Bestand, Gebruiker, Gemeente, Ministerie, Momentopname, Provincie
from tests.hulpmiddelen.broncode import python_files, tree

pytestmark = pytest.mark.django_db

MOMENT = datetime(2024, 12, 31, 12, tzinfo=UTC)
GEMEENTEN = {"lijst": "Gemeenten", "filters": "geen", "aantal": 342, "vorm": "CSV"}


@pytest.fixture
def auteur():
    return Gebruiker.objects.create_user(
        "auteur@portaal.invalid", naam="Aukje Auteur", rollen=[Rol.REDACTEUR]
    )


def test_a_line_says_when_what_to_which_record_by_which_account_in_which_role(auteur):
    provincie = Provincie.objects.create(code="PV25", naam="Gelderland")
    with klok.vastgezet(MOMENT):
        regel = audit.record(provincie, "laden", by=auteur, aantal=3, vorm="CSV")
    assert AuditRegel.objects.values(
        "moment", "actie", "onderwerp_soort", "onderwerp_sleutel", "account", "rollen", "gemeente", "details"
    ).get(pk=regel.pk) == {
        "moment": MOMENT,
        "actie": "laden",
        "onderwerp_soort": "agenda.provincie",
        "onderwerp_sleutel": "PV25",
        "account": auteur.pk,
        "rollen": ["redacteur"],
        "gemeente": "",
        "details": {"aantal": 3, "vorm": "CSV"},
    }


def test_a_line_keeps_the_gemeente_of_the_account_as_it_was(auteur):
    gelderland = Provincie.objects.create(code="PV25", naam="Gelderland")
    auteur.gemeente = Gemeente.objects.create(
        code="GM0202", naam="Arnhem", naam_cbs="Arnhem", provincie=gelderland
    )
    assert audit.record(auteur, "inloggen", by=auteur).gemeente == "GM0202"


def test_the_name_of_the_person_is_nowhere_in_the_line(auteur):
    regel = audit.record(auteur, "inloggen", by=auteur)
    row = AuditRegel.objects.values().get(pk=regel.pk)
    assert "Aukje" not in f"{row} {regel} {audit.sentence(regel)}"


def test_a_file_is_called_by_its_name_of_now_which_the_line_itself_does_not_hold(auteur):
    bestand = Bestand.objects.create(
        naam="brief-van-mevrouw-Janssen.pdf", sha256="0" * 64, grootte=1, mediatype="application/pdf",
        scanstand="in_quarantaine",
    )  # fmt: skip
    nummer = str(bestand.pk)
    audit.record(auteur, "verplichting_document_lezen", by=auteur, bestand=nummer)

    def zinnen():
        return {audit.sentence(regels.get()) for regels in (AuditRegel.objects.all(), AuditRegel.objects.for_list())}

    assert "Janssen" not in str(AuditRegel.objects.values().get())
    (zin,) = zinnen()
    assert zin == f"Het document ‘{bestand.naam}’ van gebruiker {auteur.pk} is gedownload."
    bestand.delete()
    assert zinnen() == {zin.replace("brief-van-mevrouw-Janssen.pdf", nummer)}


def test_every_action_reads_as_one_dutch_sentence(auteur):
    keys = {name: "iets" for actie in audit.ZINNEN for name in audit._placeholders(actie) - {"onderwerp"}}
    keys["bestand"] = "0f8fad5b-d9cb-469f-a165-70867728950e"
    sentences = [audit.sentence(audit.record(auteur, actie, by=auteur, **keys)) for actie in audit.ZINNEN]
    assert [zin for zin in sentences if not (zin[0].isupper() and zin.endswith(".") and "{" not in zin)] == []


def test_a_line_about_a_whole_list_names_the_kind_only(auteur):
    regel = audit.record(Gemeente, "exporteren", by=auteur, **GEMEENTEN)
    assert audit.sentence(regel) == (
        "De lijst ‘Gemeenten’ is gedownload: 342 rijen als CSV, met filters: geen."
    )
    assert (regel.onderwerp_soort, regel.onderwerp_sleutel) == ("agenda.gemeente", "")


def recorded_actions() -> set[str]:
    """Every action that the code of the portal names when it calls `audit.record`."""
    calls = (node for path in python_files() for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    return {
        call.args[1].value
        for call in calls
        if ast.unparse(call.func) == "audit.record" and isinstance(call.args[1], ast.Constant)
    }


def test_every_sentence_is_of_something_that_the_portal_does():
    verbs = {stap.verb for levensloop in levenslopen().values() for stap in levensloop.stappen}
    assert audit.ZINNEN.keys() - recorded_actions() - verbs == set()


def test_an_action_without_a_sentence_is_refused(auteur):
    with pytest.raises(ValueError, match="‘goochelen’ heeft geen zin"):
        audit.record(auteur, "goochelen", by=auteur)


def test_a_sentence_that_misses_a_detail_is_refused(auteur):
    with pytest.raises(ValueError, match="‘exporteren’ mist: aantal, filters, lijst, vorm"):
        audit.record(auteur, "exporteren", by=auteur)


def test_the_history_of_a_record_is_found_by_the_record_and_holds_no_other(auteur):
    szw, jenv = (
        Ministerie.objects.create(afkorting=naam, naam=naam, tooi_uri="https://example.org/")
        for naam in ("SZW", "JenV")
    )
    mine = audit.record(szw, "laden", by=auteur)
    audit.record(jenv, "laden", by=auteur)
    assert list(AuditRegel.objects.about(szw)) == [mine]


def test_a_line_disappears_when_the_decision_is_rolled_back(auteur):
    with transaction.atomic():
        audit.record(auteur, "inloggen", by=auteur)
        transaction.set_rollback(True)
    assert AuditRegel.objects.count() == 0


@pytest.fixture
def opname(auteur):
    return Momentopname.objects.create(
        sjabloon="voortgangsbrief/1", inhoud={}, sha256="0" * 64, gemaakt_op=MOMENT, gemaakt_door=auteur
    )


def _refusal(statement: str) -> str:
    with pytest.raises(IntegrityError) as refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    return str(refusal.value).splitlines()[0]


@pytest.mark.parametrize(
    ("statement", "verb"),
    [
        ("UPDATE agenda_auditregel SET actie = 'uitloggen'", "UPDATE"),
        ("DELETE FROM agenda_auditregel", "DELETE"),
    ],
)
def test_the_database_refuses_to_change_or_remove_a_line(auteur, statement, verb):
    audit.record(auteur, "inloggen", by=auteur)
    assert _refusal(statement) == (
        f"Een rij van agenda_auditregel wordt nooit gewijzigd of verwijderd ({verb}). "
        "Voeg een nieuwe rij toe."
    )


@pytest.mark.parametrize(
    "statement", ["UPDATE agenda_momentopname SET inhoud = '{\"a\": 1}'", "DELETE FROM agenda_momentopname"]
)
def test_the_database_refuses_to_change_or_remove_a_momentopname(opname, statement):
    assert "agenda_momentopname wordt nooit gewijzigd" in _refusal(statement)


def test_every_append_only_table_has_its_trigger():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger"
            " WHERE tgname = 'alleen_toevoegen' AND tgenabled = 'O'"
        )
        tables = sorted(table for (table,) in cursor.fetchall())
    assert tables == [
        "actielijnen_betaling",
        "actielijnen_bijstelling",
        "actielijnen_indicatorwaarde",
        "actielijnen_mutatie",
        "actielijnen_verplaatsing",
        "actielijnen_verplichting",
        "actielijnen_voortgangsbericht",
        "agenda_auditregel",
        "agenda_feitversie",
        "agenda_momentopname",
        "agenda_spoor",
        "agenda_vernietigingsverklaring",
        "agenda_zegel",
        "interventies_bereik",
        "interventies_bewijsoordeel",
        "interventies_interventieversie",
        "interventies_interventieversie_termen",
        "interventies_scopetoets",
        "subsidies_aanvraagbericht",
        "subsidies_aanvullingsonderdeel",
        "subsidies_bekostiging",
        "subsidies_bestemming",
        "subsidies_handtekening",
        "subsidies_notitie",
        "subsidies_toekenning",
    ]
