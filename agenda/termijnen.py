"""Terms of law: on which day a term ends, and when the Algemene termijnenwet (Atw) moves that day.

The rules are those of the Atw (Stb. 1964, 314) as others quote it; controleer them at wetten.overheid.nl
before a decision rests on them.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from agenda.feestdagen import is_werkdag


class Eenheid(StrEnum):
    DAGEN = "dagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"


@dataclass(frozen=True)
class Duur:
    """How long a term is. Raises ValueError if not above zero: counting back differs (Atw 1 lid 2)."""

    aantal: int
    eenheid: Eenheid

    def __post_init__(self):
        if self.aantal <= 0:
            raise ValueError(f"Een termijn van {self.aantal} {self.eenheid} kan niet. Neem 1 of meer.")


class Regelsoort(StrEnum):
    """What kind of rule sets the term."""

    WET = "wet"
    AMVB = "amvb"
    MINISTERIELE_REGELING = "ministeriele_regeling"


@dataclass(frozen=True)
class Grondslag:
    """What sets the term; `verschuift` is what a regelingversie says about moving, None if it is silent."""

    soort: Regelsoort
    artikel: str
    verschuift: bool | None = None


# The longest term that the Atw moves (artikel 4, onder a; controleer).
LANGSTE = {Eenheid.DAGEN: 90, Eenheid.WEKEN: 12, Eenheid.MAANDEN: 3, Eenheid.JAREN: 0}

# Terms of the Awb where a regeling sets none of its own. Awb 6:7 is settled law; the others: controleer.
BEZWAAR = (Duur(6, Eenheid.WEKEN), Grondslag(Regelsoort.WET, "artikel 6:7 Awb"))
BESLISSEN = (Duur(8, Eenheid.WEKEN), Grondslag(Regelsoort.WET, "artikel 4:13 lid 2 Awb"))
BUITEN_BEHANDELING = (Duur(4, Eenheid.WEKEN), Grondslag(Regelsoort.WET, "artikel 4:5 lid 4 Awb"))
BETALEN = (Duur(6, Eenheid.WEKEN), Grondslag(Regelsoort.WET, "artikel 4:87 lid 1 Awb"))


def eind(start: date, duur: Duur, grondslag: Grondslag, *, stil: int = 0) -> date:
    """The last day of a term of `duur` that begins on the day after `start` (Awb 6:8 lid 1).

    `start` is the day of the event itself: bekendmaking, ontvangst. On `stil` days the term stood still: they come
    after it, before it is moved. A term in a ministeriële regeling is not moved unless it says so.
    Raises ValueError if a moved end falls in a year without known equated days.
    """
    laatste_dag = na(start, duur) + timedelta(days=stil)
    if grondslag.verschuift:
        return _next_werkdag(laatste_dag)
    if grondslag.verschuift is None and atw_geldt(duur, grondslag):
        return _with_two_werkdagen(start, _next_werkdag(laatste_dag), duur)
    return laatste_dag


def atw_geldt(duur: Duur, grondslag: Grondslag) -> bool:
    """Whether the Atw moves the end: a term in a wet or AMvB (artikel 1 and 5), not too long (artikel 4)."""
    in_wet = grondslag.soort in {Regelsoort.WET, Regelsoort.AMVB}
    return in_wet and duur.aantal <= LANGSTE[duur.eenheid]


def na(start: date, duur: Duur) -> date:
    """The day `duur` after `start`, moved by nothing."""
    match duur.eenheid:
        case Eenheid.DAGEN:
            return start + timedelta(days=duur.aantal)
        case Eenheid.WEKEN:
            return start + timedelta(weeks=duur.aantal)
        case Eenheid.MAANDEN:
            return _months_later(start, duur.aantal)
        case Eenheid.JAREN:
            return _months_later(start, 12 * duur.aantal)


def _months_later(start: date, months: int) -> date:
    """The same day of a later month; the last day of that month if it has no such day."""
    jaar, maand = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(jaar, maand + 1, min(start.day, monthrange(jaar, maand + 1)[1]))


def _next_werkdag(datum: date) -> date:
    """Artikel 1 lid 1: up to and including the first day that is no weekend and no feestdag."""
    while not is_werkdag(datum):
        datum += timedelta(days=1)
    return datum


def _with_two_werkdagen(start: date, laatste_dag: date, duur: Duur) -> date:
    """Artikel 2: a term of three days or more holds at least two days that are no weekend and no feestdag."""
    if duur.eenheid == Eenheid.DAGEN and duur.aantal < 3:
        return laatste_dag
    days = [start + timedelta(days=number + 1) for number in range((laatste_dag - start).days)]
    if sum(is_werkdag(day) for day in days) < 2:
        return _next_werkdag(laatste_dag + timedelta(days=1))
    return laatste_dag
