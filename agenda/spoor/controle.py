"""The check of the log: every zegel and every line under it, and whether the file outside says the same."""

from collections.abc import Iterator

from django.db import connection
from django.utils.formats import date_format

from agenda import klok
from agenda.eenmoment import at_one_moment
from agenda.models import Zegel
from agenda.models.zegel import BEGIN
from agenda.spoor import zegelbestand
from agenda.spoor.verzegelen import REEKSEN, Reeks, database_and_snapshot, unsealed

LENGTH = 32  # bytes of one SHA-256

NAMEN = {"regels": "Regel {} van het logboek", "sporen": "Regel {} van het spoor"}

# What a zegel says that it covers, beside what is there now.
LINES_OF_SEAL = """
SELECT id, {fingerprint} FROM unnest(%s::int8multirange) AS bereik, {tabel}
WHERE id >= lower(bereik) AND id < upper(bereik) ORDER BY id
"""
NUMBERS = "SELECT n FROM unnest(%s::int8multirange) AS b, generate_series(lower(b), upper(b) - 1) AS n ORDER BY n"

# A line without zegel is new, unless its transaction had ended when the last zegel was made, or had not begun then
# and the line says that it is older all the same. Five minutes: clocks of servers differ.
INSERTED = """
SELECT id FROM {unsealed} AND (transactie IS NULL
    OR pg_visible_in_snapshot(transactie::text::xid8, %s::pg_snapshot)
    OR (transactie >= pg_snapshot_xmax(%s::pg_snapshot)::text::bigint
        AND moment < %s::timestamptz - interval '5 minutes'))
ORDER BY id
"""


@at_one_moment
def controleren() -> list[str]:
    """What is wrong with the log, a Dutch sentence each; empty if it is what it was when it was sealed."""
    zegels = list(Zegel.objects.all())
    found = [*_chain(zegels), *_file(zegels)]
    for reeks in REEKSEN:
        for zegel in zegels:
            found += _changed(zegel, reeks)
        if zegels:
            found += _inserted(zegels[-1], reeks)
    return found


def in_words(zegel: Zegel) -> str:
    moment = zegel.moment.astimezone(klok.AMSTERDAM)
    return f"zegel {zegel.nummer} van {date_format(moment, 'j F Y H:i')}"


def _chain(zegels: list[Zegel]) -> Iterator[str]:
    nummer, vorige = 0, BEGIN
    for zegel in zegels:
        for missing in range(nummer + 1, zegel.nummer):
            yield f"Zegel {missing} is verwijderd."
        if zegel.fingerprint() != zegel.sha256:
            yield f"Zegel {zegel.nummer} is gewijzigd."
        if zegel.nummer == nummer + 1 and zegel.vorige != vorige:
            yield f"Zegel {zegel.nummer} sluit niet aan op zegel {nummer}."
        nummer, vorige = zegel.nummer, zegel.sha256


def _file(zegels: list[Zegel]) -> Iterator[str]:
    """A chain that was made anew fits itself, but not what was written down outside."""
    lines = zegelbestand.lines()
    if lines is None:
        if zegels:
            yield "Het zegelbestand ontbreekt."
        return
    known = {zegel.nummer: zegelbestand.line(zegel).strip() for zegel in zegels}
    named = set()
    for number, line in enumerate(lines, start=1):
        nummer = int(line.split()[0]) if line.split()[:1] and line.split()[0].isdigit() else None
        named.add(nummer)
        if nummer is None:
            yield f"Regel {number} van het zegelbestand is geen zegel."
        elif nummer not in known:
            yield f"Zegel {nummer} staat in het zegelbestand, maar niet in de databank."
        elif known[nummer] != line:
            yield f"Zegel {nummer} is in het zegelbestand anders dan in de databank."
    for nummer in sorted(known.keys() - named):
        yield f"Zegel {nummer} staat niet in het zegelbestand."


def _changed(zegel: Zegel, reeks: Reeks) -> Iterator[str]:
    """The lines of this zegel that are no longer there, or no longer the same."""
    numbers, sealed = getattr(zegel, reeks.veld), bytes(getattr(zegel, f"{reeks.veld}_sha256"))
    statement = LINES_OF_SEAL.format(fingerprint=reeks.fingerprint, tabel=reeks.tabel)
    there = {id: bytes(fingerprint) for id, fingerprint in _rows(statement, [numbers])}
    if b"".join(there.values()) == sealed:
        return
    naam = NAMEN[reeks.veld]
    for place, (id,) in enumerate(_rows(NUMBERS, [numbers])):
        was = sealed[place * LENGTH : (place + 1) * LENGTH]
        if there.get(id) != was:
            yield f"{naam.format(id)} is {'gewijzigd' if id in there else 'verwijderd'} na {in_words(zegel)}."


def _inserted(last: Zegel, reeks: Reeks) -> Iterator[str]:
    """The lines that say they are from before the last zegel, but were not there; not told after a restore."""
    if last.databank != database_and_snapshot()[0]:
        return
    statement = INSERTED.format(unsealed=unsealed(reeks))
    for (id,) in _rows(statement, [last.stand, last.stand, last.moment]):
        yield f"{NAMEN[reeks.veld].format(id)} is ingevoegd na {in_words(last)}, met een ouder moment."


def _rows(statement: str, parameters: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()
