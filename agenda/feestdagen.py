"""The days on which no term of law ends: weekends, feestdagen, and days that a decree equates with them.

Source: Algemene termijnenwet, artikel 3. The equated days (lid 3) are in gegevens/gelijkgestelde_dagen.csv.
"""

import csv
from datetime import date, timedelta
from functools import cache
from pathlib import Path

GELIJKGESTELD = Path(__file__).parent / "gegevens" / "gelijkgestelde_dagen.csv"
SUNDAY = 6


def is_werkdag(datum: date) -> bool:
    """Whether a term may end on `datum`. Raises ValueError for a year whose equated days are not known."""
    return datum.weekday() < 5 and datum not in feestdagen(datum.year) | gelijkgestelde_dagen(datum.year)


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """The algemeen erkende feestdagen of artikel 3 lid 1, and Goede Vrijdag of lid 2."""
    pasen = eerste_paasdag(jaar)
    koningsdag = date(jaar, 4, 27)
    return frozenset(
        {
            date(jaar, 1, 1),
            pasen - timedelta(days=2),  # Goede Vrijdag
            pasen + timedelta(days=1),  # tweede paasdag
            koningsdag - timedelta(days=koningsdag.weekday() == SUNDAY),
            date(jaar, 5, 5),  # the vijfde mei of every year, not of every fifth
            pasen + timedelta(days=39),  # Hemelvaartsdag
            pasen + timedelta(days=50),  # tweede pinksterdag
            date(jaar, 12, 25),
            date(jaar, 12, 26),
        }
    )


def gelijkgestelde_dagen(jaar: int) -> frozenset[date]:
    """The days of `jaar` that a decree equates with a feestdag (artikel 3 lid 3; made for three years)."""
    known = _all_gelijkgesteld()
    if not min(known).year <= jaar <= max(known).year:
        raise ValueError(
            f"Voor {jaar} is niet bekend welke dagen met een feestdag zijn gelijkgesteld. "
            f"Voeg ze toe aan {GELIJKGESTELD.name}, bijvoorbeeld {max(known)},Besluit gelijkstelling van …"
        )
    return frozenset(datum for datum in known if datum.year == jaar)


def eerste_paasdag(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, year_of_century = divmod(jaar, 100)
    golden = jaar % 19
    correction = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    shift = (golden + 11 * epact) // 319
    weekday = (2 * (century % 4) + 2 * (year_of_century // 4) - year_of_century % 4 - epact + shift + 32) % 7
    month = (epact - shift + weekday + 90) // 25
    return date(jaar, month, (epact - shift + weekday + month + 19) % 32)


@cache
def _all_gelijkgesteld() -> frozenset[date]:
    with GELIJKGESTELD.open(encoding="utf-8", newline="") as rows:
        return frozenset(date.fromisoformat(row["datum"]) for row in csv.DictReader(rows))
