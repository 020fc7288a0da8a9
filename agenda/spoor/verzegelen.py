"""Sealing: each hour what the log holds is chained, and the chain is also kept outside the database."""

from dataclasses import dataclass

from django.db import connection, transaction

from agenda import klok
from agenda.eenmoment import at_one_moment
from agenda.models import Zegel
from agenda.models.zegel import BEGIN
from agenda.spoor import zegelbestand

LOCK = 8_150_6  # BIO2 8.15.06; any number that nobody else locks


@dataclass(frozen=True)
class Reeks:
    """One table of the log: its field in a Zegel, and the columns that are sealed, as values of one jsonb array."""

    veld: str
    tabel: str
    columns: str

    @property
    def fingerprint(self) -> str:
        return f"sha256(convert_to(jsonb_build_array({self.columns})::text, 'UTF8'))"


# A new column of these tables must join here; then the zegels made before it are checked with the old columns.
REEKSEN = [
    Reeks(
        "regels",
        "agenda_auditregel",
        "id, moment AT TIME ZONE 'UTC', actie, onderwerp_soort, onderwerp_sleutel, account, rollen, gemeente, vanaf,"
        " details, transactie",
    ),
    Reeks(
        "sporen",
        "agenda_spoor",
        "id, moment AT TIME ZONE 'UTC', transactie, tabel, sleutel, soort, oud, nieuw, account, vanaf",
    ),
]

# The lines that stand between the numbers of the zegels, so that only those are read.
UNSEALED = """
    (SELECT coalesce(range_agg({veld}::int8multirange), '{{}}') FROM agenda_zegel) AS verzegeld (nummers),
    unnest('{{(,)}}'::int8multirange - nummers) AS gat,
    {tabel} AS regel
    WHERE id >= coalesce(lower(gat), -9223372036854775808) AND id < coalesce(upper(gat), 9223372036854775807)
"""

NEW = """
SELECT coalesce(range_agg(int8range(id, id, '[]')), '{{}}')::text,
    coalesce(string_agg({fingerprint}, ''::bytea ORDER BY id), '')
FROM {unsealed}
"""


@at_one_moment
def verzegelen() -> Zegel | None:
    """Seal every line of finished transactions that has no zegel yet; None if somebody else is doing so.

    Nobody waits for it: lines of transactions that still run are not visible here and get the next zegel.
    """
    (is_mine,) = _row("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
    if not is_mine:
        return None
    vorige = Zegel.objects.last()
    zegel = Zegel(
        nummer=vorige.nummer + 1 if vorige else 1, moment=klok.nu(), vorige=vorige.sha256 if vorige else BEGIN
    )
    zegel.databank, zegel.stand = database_and_snapshot()
    for reeks in REEKSEN:
        numbers, fingerprints = _row(NEW.format(fingerprint=reeks.fingerprint, unsealed=unsealed(reeks)))
        setattr(zegel, reeks.veld, numbers)
        setattr(zegel, f"{reeks.veld}_sha256", bytes(fingerprints))
    zegel.sha256 = zegel.fingerprint()
    zegel.save(force_insert=True)
    transaction.on_commit(zegelbestand.append_missing)
    return zegel


def unsealed(reeks: Reeks) -> str:
    return UNSEALED.format(veld=reeks.veld, tabel=reeks.tabel)


def database_and_snapshot() -> list[str]:
    """Which PostgreSQL this is, and which of its transactions are finished as this transaction sees it."""
    return _row("SELECT system_identifier::text, pg_current_snapshot()::text FROM pg_control_system()")


def _row(statement: str, parameters=()) -> list:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters or None)
        return cursor.fetchone()
