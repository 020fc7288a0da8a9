"""How a value and its qualifier are written in Dutch text."""

from decimal import Decimal

from agenda import money
from agenda.models import Kwalificatie, Weergave

WOORDEN = [
    "geen", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
]  # fmt: skip

AFGEROND = "afgerond "

# Where the qualifier stands: before the value, after it between brackets, or nowhere.
VOORAF = {
    Kwalificatie.CIRCA,
    Kwalificatie.RUIM,
    Kwalificatie.GEMIDDELD,
    Kwalificatie.AFGEROND,
    Kwalificatie.TOT_NU_TOE,
    Kwalificatie.OP_DIT_MOMENT,
}


def schrijf_getal(getal: Decimal, weergave: str, decimalen: int) -> str:
    """The written form of a number; a rounded amount says so by itself."""
    match weergave:
        case Weergave.BEDRAG:
            return money.euro(getal)
        case Weergave.MILJOEN:
            afgerond = "" if money.is_exact(getal, decimalen) else AFGEROND
            return afgerond + money.miljoen(getal, decimalen)
        case Weergave.WOORD if getal == int(getal) and 0 <= getal < len(WOORDEN):
            return WOORDEN[int(getal)]
        case Weergave.JAAR:
            return str(int(getal))
        case _:
            return _getal(getal)


def _getal(getal: Decimal) -> str:
    """`1.234` or `1.234,5`: dots between thousands, a comma before decimals that are not zero."""
    heel, _, rest = f"{getal:,f}".partition(".")
    rest = rest.rstrip("0")
    return heel.replace(",", ".") + ("," + rest if rest else "")


def kaal_getal(getal: Decimal | int) -> str:
    """For machines: a plain number without needless decimals, `10600000` or `0.5`."""
    tekst = f"{getal:f}" if isinstance(getal, Decimal) else str(getal)
    return tekst.rstrip("0").rstrip(".") if "." in tekst else tekst


def met_kwalificatie(kaal: str, kwalificatie: str) -> str:
    """The written value with its qualifier: ‘ruim € 28 miljoen’, ‘€ 300.000 (indicatief)’."""
    if kwalificatie == Kwalificatie.EXACT:
        return kaal
    if kwalificatie in VOORAF:
        kaal = kaal.removeprefix(AFGEROND)  # ‘ruim’ or ‘circa’ says already that the value is not exact
    woord = Kwalificatie(kwalificatie).label
    return f"{woord} {kaal}" if kwalificatie in VOORAF else f"{kaal} ({woord})"
