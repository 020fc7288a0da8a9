"""Reminders of a deadline: five working days before, on the day itself, and when it has passed."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from agenda import klok
from agenda.berichten.sturen import stuur
from agenda.feestdagen import is_werkdag
from agenda.models import Bericht, Gebruiker

VOORAF = 5  # working days
NA = 5  # working days after which a passed deadline is no news any more
KINDS = {
    "termijn": ("termijn_nadert", "termijn_vandaag", "termijn_verstreken"),
    "planning": ("planning_nadert", "planning_vandaag", "planning_verstreken"),
    "aanvraag": ("aanvraag_sluit_bijna", "aanvraag_sluit_vandaag", "aanvraag_niet_ingediend"),
    "aanvulling": ("aanvulling_nadert", "aanvulling_vandaag", "aanvulling_verstreken"),
    "voorbereiding": ("voorbereiding_nadert", "voorbereiding_vandaag", "voorbereiding_verstreken"),
}

_rounds: list[Callable[[], object]] = []


def again_and_again(function: Callable[[], object]) -> Callable[[], object]:
    """Register a function that reminds people; it runs every ten minutes, so what it sends must be `eenmalig`."""
    _rounds.append(function)
    return function


def remind() -> None:
    for each in _rounds:
        each()


def horizon() -> tuple[date, date]:
    """The first and the last deadline that somebody can be reminded of today."""
    return working_days(klok.vandaag(), -NA), working_days(klok.vandaag(), VOORAF)


def herinneren(
    over, uiterlijk: date, ontvangers: Iterable[Gebruiker], *, kenmerk: str, soort: str = "termijn", adres: str = ""
) -> list[Bericht]:
    """Remind `ontvangers` of the deadline of `over`, once for each deadline and each of the three kinds of `soort`.

    The message leads to `adres`, or to the page of `over`.
    """
    eerste, laatste = horizon()
    if not eerste <= uiterlijk <= laatste:
        return []
    systeem = Gebruiker.objects.systeem()
    bericht = kind(uiterlijk, soort)
    vast = {"over": over, "kenmerk": kenmerk, "adres": adres, "by": systeem}
    return stuur(bericht, ontvangers, eenmalig=uiterlijk.isoformat(), **vast)


def kind(uiterlijk: date, soort: str) -> str:
    """Which of the three reminders of `soort` fits today."""
    vandaag = klok.vandaag()
    nadert, op_de_dag, verstreken = KINDS[soort]
    if uiterlijk == vandaag:
        return op_de_dag
    return nadert if vandaag < uiterlijk else verstreken


def working_days(start: date, aantal: int) -> date:
    """The day that is `aantal` working days after `start`, or before it if `aantal` is negative."""
    step = timedelta(days=1 if aantal > 0 else -1)
    day = start
    for _ in range(abs(aantal)):
        day += step
        while not is_werkdag(day):
            day += step
    return day
