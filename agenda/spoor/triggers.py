"""The trigger behind the trail: put on every table after migrate, so that a new table joins by existing."""

from dataclasses import dataclass

from django.db import connection, transaction

from agenda.spoor.tabellen import UITGEZONDERD, VOORTGANG, shielded

NAME = "spoor"
FUNCTION = "portaal_spoor"

# Arguments of the trigger: the column of the key, then the columns whose values are not kept, then with a minus before
# it each column of which a change is no change. It writes with the rights of the owner, since nobody else may; so its
# search_path is fixed and it names every table with its schema.
DEFINITION = """
CREATE OR REPLACE FUNCTION {schema}.{function}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    voor jsonb;
    na jsonb;
    sleutel text;
    kolom text;
BEGIN
    IF TG_OP <> 'INSERT' THEN voor := to_jsonb(OLD); END IF;
    IF TG_OP <> 'DELETE' THEN na := to_jsonb(NEW); END IF;
    sleutel := coalesce(coalesce(na, voor) ->> TG_ARGV[0], '');
    IF TG_OP = 'UPDATE' THEN
        SELECT jsonb_object_agg(key, value), jsonb_object_agg(key, na -> key) INTO voor, na
        FROM jsonb_each(voor) WHERE value <> na -> key AND '-' || key <> ALL (TG_ARGV[1:]);
        IF na IS NULL THEN RETURN NULL; END IF;
    END IF;
    FOREACH kolom IN ARRAY TG_ARGV[1:] LOOP
        IF voor -> kolom <> 'null' THEN voor := voor || jsonb_build_object(kolom, 'niet bewaard'); END IF;
        IF na -> kolom <> 'null' THEN na := na || jsonb_build_object(kolom, 'niet bewaard'); END IF;
    END LOOP;
    INSERT INTO {schema}.agenda_spoor
        (moment, transactie, tabel, sleutel, soort, oud, nieuw, account, vanaf)
    VALUES (
        clock_timestamp(), txid_current(), TG_TABLE_NAME, sleutel, left(TG_OP, 1), voor, na,
        nullif(current_setting('portaal.actor', true), '')::bigint,
        coalesce(nullif(current_setting('portaal.vanaf', true), ''), 'databank, als ' || session_user)
    );
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION {schema}.{function}() FROM PUBLIC;
"""

# Every table of our schema, with the column of its key, its columns, and the arguments of its trigger.
TABLES = """
SELECT c.relname,
    array_agg(a.attname::text ORDER BY a.attnum),
    array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attnum = ANY (i.indkey)),
    (SELECT tgargs FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = %s)
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
GROUP BY c.oid, c.relname ORDER BY c.relname
"""


@dataclass(frozen=True)
class Table:
    """A table of the database; `arguments` are those of its trigger, None if it leaves no trail."""

    name: str
    columns: list[str]
    key: list[str] | None
    arguments: list[str] | None

    @property
    def wanted(self) -> list[str] | None:
        if self.name in UITGEZONDERD:
            return None
        onveranderd = [f"-{column}" for column in sorted(VOORTGANG.get(self.name, ()))]
        return [(self.key or self.columns)[0], *shielded(self.name, self.columns), *onveranderd]


def tables() -> list[Table]:
    with connection.cursor() as cursor:
        cursor.execute(TABLES, [NAME])
        return [Table(*row[:3], words(row[3])) for row in cursor.fetchall()]


def words(tgargs) -> list[str] | None:
    """The arguments of a trigger; PostgreSQL ends each with a zero byte."""
    return None if tgargs is None else bytes(tgargs).decode().split("\0")[:-1]


@transaction.atomic
def install() -> bool:
    """Let every table leave its trail, except those that UITGEZONDERD names. Repeating it changes nothing.

    False if the database was migrated back to before the trail.
    """
    found = tables()
    if "agenda_spoor" not in {table.name for table in found}:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        (schema,) = cursor.fetchone()
        cursor.execute(DEFINITION.format(schema=quoted(schema), function=FUNCTION))
        for table in found:
            if table.arguments != table.wanted:
                cursor.execute(f"DROP TRIGGER IF EXISTS {NAME} ON {quoted(table.name)}")
                if table.wanted:
                    cursor.execute(statement(table))
    return True


def statement(table: Table) -> str:
    arguments = ", ".join(f"'{word}'" for word in table.wanted)
    return (
        f"CREATE TRIGGER {NAME} AFTER INSERT OR UPDATE OR DELETE ON {quoted(table.name)}"
        f" FOR EACH ROW EXECUTE FUNCTION {FUNCTION}({arguments})"
    )


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
