"""Database triggers of interventies: what the verbs promise also holds for SQL and bulk writes."""

from django.db.migrations import RunSQL


def fase_with_ground() -> RunSQL:
    """Refuse a fase without what it rests on: a scopetoets to test, an evaluatie and a judgement to do."""
    return RunSQL(
        """
        CREATE FUNCTION interventies_fase_kan() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.fase = 'testen' AND OLD.fase <> 'testen' AND coalesce((
                SELECT oordeel FROM interventies_scopetoets WHERE interventie_id = NEW.id ORDER BY id DESC LIMIT 1
            ), 'buiten') = 'buiten' THEN
                RAISE EXCEPTION 'Interventie % heeft geen scopetoets die testen toelaat.', NEW.sleutel
                    USING ERRCODE = 'restrict_violation';
            END IF;
            IF NEW.fase = 'doen' AND OLD.fase <> 'doen' AND NOT (
                EXISTS (SELECT 1 FROM interventies_evaluatie WHERE interventie_id = NEW.id AND status = 'vastgesteld')
                AND EXISTS (SELECT 1 FROM interventies_bewijsoordeel WHERE interventie_id = NEW.id)
            ) THEN
                RAISE EXCEPTION 'Interventie % heeft geen vastgestelde evaluatie of geen bewijsoordeel.', NEW.sleutel
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER fase_kan BEFORE UPDATE ON interventies_interventie
        FOR EACH ROW EXECUTE FUNCTION interventies_fase_kan();
        """,
        "DROP TRIGGER fase_kan ON interventies_interventie; DROP FUNCTION interventies_fase_kan();",
    )


def fase_of_the_newest_version() -> RunSQL:
    """Refuse a fase without a scopetoets of the newest version, or with a judgement that no longer held on its day."""
    return RunSQL(
        """
        CREATE OR REPLACE FUNCTION interventies_fase_kan() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF NEW.fase = 'doen' AND OLD.fase <> 'doen' AND NOT (
                EXISTS (SELECT 1 FROM interventies_evaluatie WHERE interventie_id = NEW.id AND status = 'vastgesteld')
                AND EXISTS (
                    SELECT 1 FROM interventies_bewijsoordeel
                    WHERE interventie_id = NEW.id AND geldig_tot >= NEW.fase_sinds
                )
            ) THEN
                RAISE EXCEPTION 'Interventie % heeft geen vastgestelde evaluatie of geen geldig bewijsoordeel.',
                    NEW.sleutel USING ERRCODE = 'restrict_violation';
            END IF;
            IF NEW.fase IN ('testen', 'doen') AND OLD.fase <> NEW.fase AND NOT coalesce((
                SELECT oordeel <> 'buiten' AND versie_id = NEW.laatste_id
                FROM interventies_scopetoets WHERE interventie_id = NEW.id ORDER BY id DESC LIMIT 1
            ), false) THEN
                RAISE EXCEPTION 'Interventie % heeft geen scopetoets van de nieuwste versie die dit toelaat.',
                    NEW.sleutel USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        """,
        RunSQL.noop,  # going back, what is refused stays refused
    )


def scope_by_another() -> RunSQL:
    """Refuse a scopetoets by somebody who wrote a version of the same interventie."""
    return RunSQL(
        """
        CREATE FUNCTION interventies_vier_ogen() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM interventies_interventieversie
                WHERE interventie_id = NEW.interventie_id AND door_id = NEW.door_id
            ) THEN
                RAISE EXCEPTION 'Wie interventie % beschreef, toetst haar niet.', NEW.interventie_id
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER vier_ogen BEFORE INSERT ON interventies_scopetoets
        FOR EACH ROW EXECUTE FUNCTION interventies_vier_ogen();
        """,
        "DROP TRIGGER vier_ogen ON interventies_scopetoets; DROP FUNCTION interventies_vier_ogen();",
    )


def words_of_a_kader_stay() -> RunSQL:
    """Refuse other words than those that were put to the gemeente: its answer is about these."""
    return RunSQL(
        """
        CREATE FUNCTION interventies_kader_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (NEW.titel, NEW.tekst, NEW.uitvoering_id) IS DISTINCT FROM (OLD.titel, OLD.tekst, OLD.uitvoering_id) THEN
                RAISE EXCEPTION 'De tekst van kader % is voorgelegd en verandert niet. Vraag het opnieuw.', NEW.nummer
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER kader_blijft BEFORE UPDATE ON interventies_praktijkkader
        FOR EACH ROW EXECUTE FUNCTION interventies_kader_blijft();
        """,
        "DROP TRIGGER kader_blijft ON interventies_praktijkkader; DROP FUNCTION interventies_kader_blijft();",
    )
