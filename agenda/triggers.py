"""Database triggers that migrations install: promises that also hold for SQL and bulk writes."""

from django.db.migrations import RunSQL

FUNCTION = "portaal_alleen_toevoegen"


def append_only_function() -> RunSQL:
    """The function behind the triggers: refuse, in Dutch, as an integrity error (SQLSTATE class 23)."""
    return RunSQL(
        f"""
        CREATE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'Een rij van % wordt nooit gewijzigd of verwijderd (%). Voeg een nieuwe rij toe.',
                TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
        END $$;
        """,
        f"DROP FUNCTION {FUNCTION}();",
    )


def append_only(table: str) -> RunSQL:
    """Refuse UPDATE and DELETE on `table`. Not TRUNCATE: tests need it, and only the owner may do it."""
    return RunSQL(
        f"""
        CREATE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {FUNCTION}();
        """,
        f"DROP TRIGGER alleen_toevoegen ON {table};",
    )


def fixed(table: str, *, parent: str, key: str, status: str) -> RunSQL:
    """Refuse every write on `table` once the row of `parent` that its column `key` names has `status`.

    With `table` and `parent` the same (and `key` its "id") it is the row itself that does not change any more.
    """
    function = f"{table}_staat_vast"
    own = f"OLD.status = '{status}'"
    of_parent = (
        f"EXISTS (SELECT 1 FROM {parent} WHERE status = '{status}' AND id IN "  # noqa: S608  names that a migration writes
        f"(CASE WHEN TG_OP <> 'DELETE' THEN NEW.{key} END, CASE WHEN TG_OP <> 'INSERT' THEN OLD.{key} END))"
    )
    events = "UPDATE OR DELETE" if table == parent else "INSERT OR UPDATE OR DELETE"
    return RunSQL(
        f"""
        CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF {own if table == parent else of_parent} THEN
                RAISE EXCEPTION 'Een rij van % staat vast en verandert niet meer (%). Maak een nieuwe.',
                    TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        END $$;
        CREATE TRIGGER staat_vast BEFORE {events} ON {table} FOR EACH ROW EXECUTE FUNCTION {function}();
        """,
        f"DROP TRIGGER staat_vast ON {table}; DROP FUNCTION {function}();",
    )
