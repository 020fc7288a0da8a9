"""Amounts in euro: rounding once, showing, dividing without losing a cent, and reading what people type."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
MILJOEN = Decimal(1_000_000)
VASTE_SPATIE = "\u00a0"

VOORBEELDEN = "Schrijf bijvoorbeeld 250.000 of 1.234,50."
_BEDRAG = re.compile(
    r"(?P<teken>€\s*-?|-?\s*€?)\s*"
    r"(?P<heel>[0-9]{1,3}(?:[.\s][0-9]{3})+|[0-9]+)(?:,(?P<cent>[0-9]{2}|-{1,2}))?"
)


def rond(bedrag: Decimal) -> Decimal:
    """`bedrag` in whole cents, a half rounded away from zero. Raises TypeError for a float."""
    return _exact(bedrag).quantize(CENT, ROUND_HALF_UP)


def euro(bedrag: Decimal) -> str:
    """`€ 1.234.567`, cents only if there are any (`€ 1.234,50`); negative is `€ -5`. Never breaks a line."""
    cijfers = f"{rond(bedrag):,.2f}".removesuffix(".00")
    return f"€{VASTE_SPATIE}{_dutch(_without_minus_zero(cijfers))}"


def miljoen(bedrag: Decimal, decimalen: int = 1) -> str:
    """`€ 6,3 miljoen`, as letters write it. Ask `is_exact` whether it must be called rounded."""
    afgerond = (_exact(bedrag) / MILJOEN).quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    return f"€{VASTE_SPATIE}{_dutch(_without_minus_zero(f'{afgerond:,f}'))}{VASTE_SPATIE}miljoen"


def is_exact(bedrag: Decimal, decimalen: int = 1) -> bool:
    """Whether `miljoen(bedrag, decimalen)` says exactly `bedrag`; if not, the reader must see 'afgerond'."""
    in_miljoenen = _exact(bedrag) / MILJOEN
    return in_miljoenen == in_miljoenen.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)


def verdeel(bedrag: Decimal, gewichten: Sequence[Decimal | int]) -> list[Decimal]:
    """Divide `bedrag` by weight in whole cents (largest remainder; a tie goes to the first in the list).

    The parts add up to exactly `bedrag`. Raises ValueError if no weight is above zero or one is below it.
    """
    weights = [_exact(gewicht) for gewicht in gewichten]
    total = sum(weights, Decimal(0))
    if total <= 0 or min(weights) < 0:
        raise ValueError("Verdelen kan alleen met gewichten van 0 of meer, waarvan er een groter dan 0 is.")
    if rond(bedrag) != bedrag:
        raise ValueError(f"Alleen hele centen zijn te verdelen, niet {bedrag}. Rond het bedrag eerst af.")
    sign = -1 if bedrag < 0 else 1
    cents = int(abs(bedrag) * 100)
    parts = [divmod(cents * weight, total) for weight in weights]
    whole = [int(part) for part, _ in parts]
    largest_first = sorted(range(len(parts)), key=lambda index: -parts[index][1])
    for index in largest_first[: cents - sum(whole)]:
        whole[index] += 1
    return [sign * cent * CENT for cent in whole]


def lees_bedrag(tekst: str) -> Decimal:
    """The amount somebody typed: `€ 250.000`, `250.000,00`, `250000`, `€ 250.000,-`. Raises ValueError."""
    found = _BEDRAG.fullmatch(tekst.strip())
    if not found:
        raise ValueError(f"‘{tekst.strip()}’ is geen bedrag in euro. {VOORBEELDEN}")
    cent = (found["cent"] or "").replace("-", "0")
    heel = re.sub(r"[.\s]", "", found["heel"])
    return Decimal(f"{'-' if '-' in found['teken'] else ''}{heel}.{cent}")


def _exact(bedrag: Decimal | int) -> Decimal:
    if isinstance(bedrag, bool) or not isinstance(bedrag, Decimal | int):
        raise TypeError(f"Een bedrag is een Decimal, geen {type(bedrag).__name__}: {bedrag!r}.")
    return Decimal(bedrag)


def _dutch(cijfers: str) -> str:
    """Swap the separators of `1,234.50` into `1.234,50`."""
    return cijfers.translate(str.maketrans(",.", ".,"))


def _without_minus_zero(cijfers: str) -> str:
    return cijfers if re.search("[1-9]", cijfers) else cijfers.removeprefix("-")
