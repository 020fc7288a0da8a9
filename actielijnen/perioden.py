"""How a period of days is written: as short as it can be without doubt."""

from datetime import date

from django.utils.formats import date_format


def periode(van: date | None, tot: date | None) -> str:
    """`3 maart 2027 tot en met 1 mei 2027`; one day is one day, and what is not known is not written."""
    if van is None and tot is None:
        return ""
    if van is None or van == tot:
        return dag(tot)
    return f"vanaf {dag(van)}" if tot is None else f"{dag(van)} tot en met {dag(tot)}"


def dag(datum: date) -> str:
    """`3 maart 2027`."""
    return date_format(datum, "j F Y")
