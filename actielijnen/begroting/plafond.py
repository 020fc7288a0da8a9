"""The ceiling of a line: locked before it is looked at, so that two bookings at once never pass it together."""

from decimal import Decimal

from actielijnen.begroting.grootboek import grootboek
from actielijnen.models import Begrotingsregel
from agenda.money import euro


class Geweigerd(Exception):
    """A booking is not possible; the message says why and what is possible, in Dutch. `veld` is what to change."""

    def __init__(self, message: str, veld: str = "bedrag"):
        super().__init__(message)
        self.veld = veld


class Tekort(Geweigerd):
    """There is not enough; `tekort` is the exact shortage in euro. `met_reden`: a reason would let it through."""

    def __init__(self, message: str, tekort: Decimal, *, met_reden: bool):
        super().__init__(message, "reden_overschrijding" if met_reden else "bedrag")
        self.tekort = tekort
        self.met_reden = met_reden


def lock(*regels: Begrotingsregel) -> list[Begrotingsregel]:
    """The same lines, locked until the transaction ends; always in one order, so that two never wait for each other."""
    sleutels = [regel.pk for regel in regels]
    op_slot = grootboek().lock(sleutels)
    return [op_slot[pk] for pk in sleutels]


def regel_voor(regel: Begrotingsregel, jaar: int) -> Begrotingsregel:
    """The line of the same post and dekkingsbron for `jaar`: that of the year, or else the undivided one.

    Raises Geweigerd if there is none, so that nothing is booked on a year without budget.
    """
    per_jaar = {each.jaar: each for each in grootboek().naast(regel)}
    found = per_jaar.get(jaar) or per_jaar.get(None)
    if found is None:
        jaren = ", ".join(str(jaar) for jaar in sorted(per_jaar))
        raise Geweigerd(
            f"Voor {jaar} heeft ‘{regel.post}’ geen begrotingsregel. Kies een datum in een van deze jaren: {jaren}.",
            "datum",
        )
    return found


def afgesloten_jaren(programma) -> list[int]:
    """The years of `programma` in which nothing is booked any more."""
    return grootboek().afgesloten_jaren(programma)


def check_open(regel: Begrotingsregel, jaar: int) -> None:
    """Raise Geweigerd if `jaar` is closed for the programma of `regel`. Needs the lock of the line."""
    check_open_jaar(regel.programma, jaar, "datum")


def check_open_jaar(programma, jaar: int, veld: str) -> None:
    if jaar in afgesloten_jaren(programma):
        raise Geweigerd(
            f"Het jaar {jaar} is afgesloten; daarin wordt niets meer geboekt. "
            "Boek een correctie in een open jaar en noem daarbij wat u corrigeert.",
            veld,
        )


def check_budget(regel: Begrotingsregel, bedrag: Decimal, reden: str) -> None:
    """Raise Tekort if `bedrag` more verplichtingen or reserveringen do not fit on `regel`. Needs its lock."""
    _check(regel, bedrag, grootboek().stand(regel).beschikbaar, "vrij beschikbaar", reden)


def check_kas(regel: Begrotingsregel, bedrag: Decimal, reden: str) -> None:
    """Raise Tekort if `bedrag` more kas does not fit on `regel`. Needs its lock."""
    _check(regel, bedrag, grootboek().stand(regel).kasruimte, "kas over", reden)


def _check(regel: Begrotingsregel, bedrag: Decimal, ruimte: Decimal, wat: str, reden: str) -> None:
    tekort = bedrag - ruimte
    if tekort <= 0 or (regel.is_indicatief and reden.strip()):
        return
    feit = f"Op ‘{regel}’ is {euro(ruimte)} {wat}. U vraagt {euro(bedrag)}: {euro(tekort)} te veel."
    if regel.is_indicatief:
        uitweg = "Het bedrag van deze regel is indicatief. Wilt u dit toch boeken? Schrijf dan op waarom."
    else:
        uitweg = (
            f"Dit is een hard plafond. Boek ten hoogste {euro(max(ruimte, Decimal(0)))}, of verhoog eerst het budget."
        )
    raise Tekort(f"{feit} {uitweg}", tekort, met_reden=regel.is_indicatief)
