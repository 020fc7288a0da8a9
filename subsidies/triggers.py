"""Database triggers of subsidies: the portal decides and pays only where its own ministry grants."""

from django.db.migrations import RunSQL


def intake_only_by_own_ministry() -> RunSQL:
    """Refuse a version that takes applications when another ministry grants it, or without a SiSa code or reason."""
    return RunSQL(
        """
        CREATE FUNCTION subsidies_intake_kan() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.soort = 'intake' AND NOT EXISTS (
                SELECT 1 FROM subsidies_regeling r JOIN agenda_programma p ON p.id = r.programma_id
                WHERE r.id = NEW.regeling_id AND p.ministerie_id = NEW.verstrekt_door_id
                AND (r.sisa_code <> '' OR NEW.geen_sisa_code_omdat <> '')
            ) THEN
                RAISE EXCEPTION 'Versie % neemt geen aanvragen aan: een ander ministerie verstrekt de uitkering, '
                    'of de SiSa-code ontbreekt (artikelen 15a en 17a Fvw).', NEW.volgorde
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER intake_kan BEFORE INSERT OR UPDATE ON subsidies_regelingversie
        FOR EACH ROW EXECUTE FUNCTION subsidies_intake_kan();
        """,
        "DROP TRIGGER intake_kan ON subsidies_regelingversie; DROP FUNCTION subsidies_intake_kan();",
    )


def du_within_scope() -> RunSQL:
    """Refuse a DU that names an interventie of which the newest scopetoets says that it is outside the scope."""
    return RunSQL(
        """
        CREATE FUNCTION subsidies_du_binnen_scope() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (SELECT oordeel FROM interventies_scopetoets WHERE interventie_id = NEW.interventie_id
                ORDER BY id DESC LIMIT 1) = 'buiten' THEN
                RAISE EXCEPTION 'Uitkering % noemt een interventie buiten de scope.', NEW.nummer
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER binnen_scope BEFORE INSERT OR UPDATE OF interventie_id ON subsidies_decentralisatieuitkering
        FOR EACH ROW EXECUTE FUNCTION subsidies_du_binnen_scope();
        """,
        "DROP TRIGGER binnen_scope ON subsidies_decentralisatieuitkering; DROP FUNCTION subsidies_du_binnen_scope();",
    )


# Who decides about the money of a thema, as a condition on the version v of its regeling.
ONLY_REGISTERED = "v.soort = 'registratie'"
ANOTHER_MINISTRY = """v.verstrekt_door_id <> (
                    SELECT p.ministerie_id FROM subsidies_regeling r JOIN agenda_programma p ON p.id = r.programma_id
                    WHERE r.id = v.regeling_id
                )"""


def _function_of_bekostiging(another_decides: str) -> str:
    return f"""
        CREATE OR REPLACE FUNCTION subsidies_bekostiging_binnen_scope() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (SELECT s.oordeel FROM interventies_scopetoets s
                JOIN interventies_uitvoering u ON u.interventie_id = s.interventie_id
                WHERE u.id = NEW.uitvoering_id ORDER BY s.id DESC LIMIT 1) = 'buiten'
            AND (NEW.signaal = '' OR NOT EXISTS (
                SELECT 1 FROM subsidies_thema t JOIN subsidies_regelingversie v ON v.id = t.versie_id
                WHERE t.id = NEW.thema_id AND {another_decides}
            )) THEN
                RAISE EXCEPTION 'Uitvoering % is van een interventie buiten de scope.', NEW.uitvoering_id
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        """  # noqa: S608  conditions that a migration writes


def bekostiging_within_scope() -> RunSQL:
    """Refuse that a version of which applications come in here pays what the newest scopetoets puts outside."""
    return RunSQL(
        _function_of_bekostiging(ONLY_REGISTERED)
        + """
        CREATE TRIGGER binnen_scope BEFORE INSERT ON subsidies_bekostiging
        FOR EACH ROW EXECUTE FUNCTION subsidies_bekostiging_binnen_scope();
        """,
        "DROP TRIGGER binnen_scope ON subsidies_bekostiging; DROP FUNCTION subsidies_bekostiging_binnen_scope();",
    )


def bekostiging_by_another_ministry() -> RunSQL:
    """Refuse that the own ministry pays what is outside the scope; another ministry only with that as signal."""
    return RunSQL(_function_of_bekostiging(ANOTHER_MINISTRY), _function_of_bekostiging(ONLY_REGISTERED))


def registered_only(table: str) -> RunSQL:
    """Refuse a row of `table` whose thema is of a version that takes applications: there a beschikking decides."""
    function = f"{table}_registratie"
    return RunSQL(
        f"""
        CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM subsidies_thema t JOIN subsidies_regelingversie v ON v.id = t.versie_id
                WHERE t.id = NEW.thema_id AND v.soort <> 'registratie'
            ) THEN
                RAISE EXCEPTION 'Een rij van % hoort bij een versie die het portaal registreert.', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER registratie BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {function}();
        """,  # noqa: S608  names that a migration writes
        f"DROP TRIGGER registratie ON {table}; DROP FUNCTION {function}();",
    )


def aanvraag_guard() -> RunSQL:
    """Refuse an aanvraag outside an intake or on a form that is not vastgesteld, and a change of what was received."""
    return RunSQL(
        """
        CREATE FUNCTION subsidies_aanvraag_bewaakt() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' AND NOT EXISTS (
                SELECT 1 FROM subsidies_formulierversie f JOIN subsidies_regelingversie v ON v.id = f.versie_id
                WHERE f.id = NEW.formulier_id AND v.id = NEW.versie_id AND f.status = 'vastgesteld'
                AND v.soort = 'intake'
            ) THEN
                RAISE EXCEPTION 'Een aanvraag hoort bij een versie die aanvragen aanneemt, op een vast formulier.'
                    USING ERRCODE = 'restrict_violation';
            END IF;
            IF TG_OP = 'UPDATE' AND ((OLD.versie_id, OLD.formulier_id, OLD.gemeente_id)
                    IS DISTINCT FROM (NEW.versie_id, NEW.formulier_id, NEW.gemeente_id)
                OR OLD.ontvangen_op IS NOT NULL AND (OLD.ontvangen_op, OLD.kenmerk, OLD.ingediend_door_id)
                    IS DISTINCT FROM (NEW.ontvangen_op, NEW.kenmerk, NEW.ingediend_door_id)) THEN
                RAISE EXCEPTION 'Van wie een aanvraag is, en wanneer zij is ontvangen, verandert niet meer.'
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER bewaakt BEFORE INSERT OR UPDATE ON subsidies_aanvraag
        FOR EACH ROW EXECUTE FUNCTION subsidies_aanvraag_bewaakt();
        """,
        "DROP TRIGGER bewaakt ON subsidies_aanvraag; DROP FUNCTION subsidies_aanvraag_bewaakt();",
    )


def storing_guard() -> RunSQL:
    """Refuse that an outage changes or goes, but for being taken back once: municipalities read its closing time."""
    return RunSQL(
        """
        CREATE FUNCTION subsidies_storing_bewaakt() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'DELETE' OR OLD.ingetrokken_op IS NOT NULL
                OR (OLD.id, OLD."begin", OLD.eind, OLD.wat, OLD.vastgelegd_op, OLD.vastgelegd_door_id)
                    IS DISTINCT FROM (NEW.id, NEW."begin", NEW.eind, NEW.wat, NEW.vastgelegd_op, NEW.vastgelegd_door_id)
            THEN
                RAISE EXCEPTION 'Een storing verandert niet. Trek haar in, met een reden.'
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER bewaakt BEFORE UPDATE OR DELETE ON subsidies_storing
        FOR EACH ROW EXECUTE FUNCTION subsidies_storing_bewaakt();
        """,
        "DROP TRIGGER bewaakt ON subsidies_storing; DROP FUNCTION subsidies_storing_bewaakt();",
    )


# Of which aanvraag an answer can be added: a concept, or in a section that a request to supplement opened.
ONLY_CONCEPT = "status = 'concept'"
OR_SUPPLEMENT = """(status = 'concept' OR status = 'aanvulling' AND TG_OP = 'INSERT' AND EXISTS (
                    SELECT 1 FROM subsidies_aanvulling a
                    JOIN subsidies_aanvullingsonderdeel o ON o.aanvulling_id = a.id
                    JOIN subsidies_formuliervraag v ON v.sectie_id = o.sectie_id
                    WHERE a.aanvraag_id = subsidies_aanvraag.id AND a.ontvangen_op IS NULL AND v.id = NEW.vraag_id
                ))"""


def _function_of_antwoord(open_when: str) -> str:
    return f"""
        CREATE OR REPLACE FUNCTION subsidies_antwoord_bewaakt() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            van uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW.aanvraag_id ELSE OLD.aanvraag_id END;
        BEGIN
            IF TG_OP = 'UPDATE' OR EXISTS (
                SELECT 1 FROM subsidies_aanvraag WHERE id = van AND NOT {open_when}
            ) THEN
                RAISE EXCEPTION 'Een antwoord verandert nooit, en na indienen komt er geen bij of af (%).', TG_OP
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        END $$;
        """  # noqa: S608  conditions that a migration writes


def antwoord_guard() -> RunSQL:
    """Refuse to change an answer, and to add or delete one once the aanvraag is no concept any more."""
    return RunSQL(
        _function_of_antwoord(ONLY_CONCEPT)
        + """
        CREATE TRIGGER bewaakt BEFORE INSERT OR UPDATE OR DELETE ON subsidies_antwoord
        FOR EACH ROW EXECUTE FUNCTION subsidies_antwoord_bewaakt();
        """,
        "DROP TRIGGER bewaakt ON subsidies_antwoord; DROP FUNCTION subsidies_antwoord_bewaakt();",
    )


def antwoord_in_supplement() -> RunSQL:
    """Let an answer in while the gemeente supplements, in the sections that were asked for and in no other."""
    return RunSQL(_function_of_antwoord(OR_SUPPLEMENT), _function_of_antwoord(ONLY_CONCEPT))


def aanvulling_guard() -> RunSQL:
    """Refuse any change of a request to supplement but its receipt, once; and a section that is opened after that."""
    return RunSQL(
        """
        CREATE FUNCTION subsidies_aanvulling_bewaakt() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'DELETE' OR OLD.ontvangen_op IS NOT NULL
            OR (OLD.aanvraag_id, OLD.nummer, OLD.gevraagd_op, OLD.gevraagd_door_id, OLD.uiterlijk_op, OLD.van)
                IS DISTINCT FROM
               (NEW.aanvraag_id, NEW.nummer, NEW.gevraagd_op, NEW.gevraagd_door_id, NEW.uiterlijk_op, NEW.van) THEN
                RAISE EXCEPTION 'Een verzoek om aanvulling verandert niet; alleen de ontvangst komt er één keer bij.'
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER bewaakt BEFORE UPDATE OR DELETE ON subsidies_aanvulling
        FOR EACH ROW EXECUTE FUNCTION subsidies_aanvulling_bewaakt();

        CREATE FUNCTION subsidies_aanvullingsonderdeel_bewaakt() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM subsidies_aanvulling WHERE id = NEW.aanvulling_id AND ontvangen_op IS NOT NULL)
            THEN
                RAISE EXCEPTION 'Deze aanvulling is al ontvangen: er gaat geen onderdeel meer open.'
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER bewaakt BEFORE INSERT ON subsidies_aanvullingsonderdeel
        FOR EACH ROW EXECUTE FUNCTION subsidies_aanvullingsonderdeel_bewaakt();
        """,
        "DROP TRIGGER bewaakt ON subsidies_aanvulling; DROP FUNCTION subsidies_aanvulling_bewaakt();"
        "DROP TRIGGER bewaakt ON subsidies_aanvullingsonderdeel;"
        "DROP FUNCTION subsidies_aanvullingsonderdeel_bewaakt();",
    )
