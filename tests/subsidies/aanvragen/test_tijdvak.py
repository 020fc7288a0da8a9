"""The tijdvak to the minute, and how an outage moves its end: a table."""

from datetime import UTC, datetime, timedelta

import pytest

from agenda.klok import AMSTERDAM
from subsidies.aanvragen.tijdvak import sluiting, tijdvak
from subsidies.models import RegelingVersie, Storing

OPENT = datetime(2026, 11, 2, 9, 0, tzinfo=AMSTERDAM)
SLUIT = datetime(2026, 11, 30, 17, 0, tzinfo=AMSTERDAM)  # the last minute is 16.59 uur, on a Monday


def op(dag: int, tijd: str, maand: int = 11) -> datetime:
    return datetime.strptime(f"2026-{maand}-{dag} {tijd}", "%Y-%m-%d %H.%M").replace(tzinfo=AMSTERDAM)


# fmt: off
#  rule       outages (from, until)                                            closes                  outages that moved it
TABEL = [
    ("duur",    [],                                                              SLUIT,                  0),
    ("niet",    [(op(30, "16.00"), op(30, "18.00"))],                            SLUIT,                  0),
    ("duur",    [(op(30, "16.00"), op(30, "16.20"))],                            op(30, "17.20"),        1),
    ("duur",    [(op(30, "16.00"), op(30, "18.00"))],                            op(30, "19.00"),        1),
    ("duur",    [(op(30, "17.00"), op(30, "18.00"))],                            SLUIT,                  0),
    ("duur",    [(op(2, "8.00"), op(2, "9.00"))],                                SLUIT,                  0),
    ("duur",    [(op(2, "8.00"), op(2, "9.30"))],                                op(30, "17.30"),        1),
    ("duur",    [(op(3, "8.00"), op(3, "9.00")), (op(30, "16.00"), op(30, "16.10"))], op(30, "18.10"),   2),
    ("duur",    [(op(30, "16.30"), op(30, "17.00")), (op(30, "17.10"), op(30, "17.20"))], op(30, "17.40"), 2),
    ("duur",    [(op(30, "16.00"), op(30, "16.30")), (op(30, "16.10"), op(30, "16.40"))], op(30, "17.40"), 2),
    ("duur",    [(op(30, "16.00"), op(30, "16.30")), (op(30, "16.10"), op(30, "16.20"))], op(30, "17.30"), 1),
    ("duur",    [(op(30, "16.00"), op(30, "16.00") + timedelta(seconds=61))],    op(30, "17.02"),        1),
    ("werkdag", [(op(30, "16.00"), op(30, "16.20"))],                            op(2, "0.00", 12),      1),
    ("werkdag", [(op(3, "16.00"), op(3, "16.20"))],                              SLUIT,                  0),
    ("werkdag", [(op(30, "16.00"), op(4, "10.00", 12))],                         op(8, "0.00", 12),      1),
]
# fmt: on


@pytest.mark.parametrize(("regel", "uit", "sluit", "aantal"), TABEL)
def test_an_outage_moves_the_end_by_the_rule_of_the_version(regel, uit, sluit, aantal):
    vak = sluiting(OPENT, SLUIT, regel, [Storing(begin=begin, eind=eind, wat="x") for begin, eind in uit])
    assert (vak.opent, vak.sluit, len(vak.storingen), vak.zonder_storing) == (OPENT, sluit, aantal, SLUIT)


def test_every_rule_of_the_model_is_in_the_table():
    assert {each[0] for each in TABEL} == set(RegelingVersie.Verlenging.values)


def test_the_last_minute_counts_whole():
    versie = RegelingVersie(aanvragen_vanaf=OPENT, aanvragen_tot=op(30, "16.59") + timedelta(seconds=12))
    vak = tijdvak(versie)
    assert (vak.sluit, f"{vak.laatste_minuut:%H.%M}") == (SLUIT, "16.59")
    assert vak.bevat(datetime(2026, 11, 30, 15, 59, 59, 999999, tzinfo=UTC))
    assert not vak.bevat(SLUIT)
    assert tijdvak(RegelingVersie()) is None
