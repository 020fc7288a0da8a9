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
