"""Rows that add others up: a cell with ‘Totaal’ stands for all, and the amount must be right."""

from collections.abc import Sequence
from decimal import Decimal

from agenda.money import euro, lees_bedrag
from subsidies.uitwisselen.rijen import SLEUTELS, Code


def is_som(cellen: dict[str, str]) -> bool:
    return any(cellen.get(kop, "").lower().startswith("totaal") for kop in SLEUTELS)


def fout_in(som: dict[str, str], rijen: Sequence[tuple[int, dict[str, str]]]) -> str:
    """What is wrong with the amount of a sum over `rijen` (number, cells); empty if it adds up."""
    wil = {
        kop: _gelijk(kop, cel) for kop in SLEUTELS if (cel := som.get(kop, "")) and not cel.lower().startswith("totaal")
    }
    over = [
        (nummer, cel) for nummer, cel in rijen if all(_gelijk(kop, cel.get(kop, "")) == w for kop, w in wil.items())
    ]
    samen = Decimal(0)
    for nummer, cellen in over:
        try:
            samen += lees_bedrag(cellen.get("Bedrag", ""))
        except ValueError:
            return f"Niet na te rekenen: in rij {nummer} staat geen bedrag."
    try:
        totaal = lees_bedrag(som.get("Bedrag", ""))
    except ValueError as fout:
        return str(fout)
    if totaal == samen:
        return ""
    verschil = euro(abs(totaal - samen))
    return f"Hier staat {euro(totaal)}, en de {len(over)} rijen zijn samen {euro(samen)}: {verschil} verschil."


def _gelijk(kop: str, cel: str) -> str:
    """A cell as it is compared: one gemeente can be written in two ways."""
    if kop == "Gemeentecode":
        try:
            return Code().clean(cel)
        except ValueError:
            pass
    return cel.lower()
