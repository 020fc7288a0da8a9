"""Numbers that people use: ACT-2026-001, one after another within a year, never given twice."""

from django.db import connection

from agenda import klok


def volgend_nummer(code: str, records) -> str:
    """The next number with this code; nobody else takes one of `records` until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"actielijnen_{code}"])
    begin = f"{code}-{klok.vandaag().year}-"
    nummers = records.filter(nummer__startswith=begin).values_list("nummer", flat=True)
    laatste = max((int(nummer.removeprefix(begin)) for nummer in nummers), default=0)
    return f"{begin}{laatste + 1:03}"
