"""Counted figures register here; `collect` answers with counted and recorded figures alike."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import F

from agenda import klok
from agenda.cijfers.soorten import Cijfer, Telling
from agenda.cijfers.vastgelegd import cijfer_uit_feit
from agenda.cijfers.weergave import kaal_getal, met_kwalificatie, schrijf_getal
from agenda.models import Feit, Programma


class Onbekend(LookupError):
    """A text asks for figures that nobody registered; the message names them."""


@dataclass(frozen=True)
class Teller:
    """A counting function, the rows that it counts, and what it promises."""

    naam: str
    functie: Callable[[list], Iterator[Telling]]
    over: Callable[[Programma, date], list]
    eenheid: str
    weergave: str
    terugkijken: bool
    uitleg: str


_TELLERS: dict[str, Teller] = {}


def telt(naam: str, *, over: Callable, eenheid: str, weergave: str, terugkijken: bool) -> Callable:
    """Register a counting function under `naam`; what it yields is `naam` itself or `naam.<deel>`.

    `over` reads the rows that it counts; figures over the same rows read them once. Its Dutch docstring is printed in
    the appendix of the letter. `terugkijken` says whether it can answer for a day in the past; if not, it is offered
    for today only.
    """

    def registreer(functie):
        if naam in _TELLERS:
            raise ValueError(f"Het cijfer ‘{naam}’ is al geregistreerd.")
        uitleg = inspect.cleandoc(functie.__doc__).replace("\n", " ")
        _TELLERS[naam] = Teller(naam, functie, over, eenheid, weergave, terugkijken, uitleg)
        return functie

    return registreer


def _geteld(teller: Teller, rijen: list) -> Iterator[Cijfer]:
    """The figures of one counting function over the rows that it counts."""
    for telling in teller.functie(rijen):
        kaal = schrijf_getal(telling.waarde, teller.weergave, 0)
        yield Cijfer(
            naam=telling.naam,
            titel=telling.titel,
            oorsprong="geteld",
            uitleg=teller.uitleg,
            eenheid=teller.eenheid,
            waarde=kaal_getal(telling.waarde),
            kaal=kaal,
            tekst=met_kwalificatie(kaal, telling.kwalificatie),
            kwalificatie=telling.kwalificatie,
            betreft=telling.betreft,
            herkomst=telling.herkomst,
            records=telling.records,
        )


def _looks_back_in_vain(naam: str, peildatum: date) -> bool:
    teller = _teller_van(naam)
    return teller is not None and not teller.terugkijken and peildatum != klok.vandaag()


def _te_laat(naam: str, peildatum: date) -> Cijfer:
    """A figure that only knows today, asked for another day: open, with the reason."""
    probleem = f"Dit cijfer kan niet terugkijken naar {peildatum:%d-%m-%Y}. Kies vandaag als peildatum."
    teller = _teller_van(naam)
    return Cijfer(naam, naam, "geteld", teller.uitleg, teller.eenheid, probleem=probleem)


def _teller_van(naam: str) -> Teller | None:
    return _TELLERS.get(naam) or _TELLERS.get(naam.rpartition(".")[0])


def find(programma: Programma, peildatum: date, namen: Iterable[str]) -> dict[str, Cijfer]:
    """Those of the figures called `namen` that exist, as they stand at the end of `peildatum`."""
    gevraagd = set(namen)
    gevonden = {naam: _te_laat(naam, peildatum) for naam in gevraagd if _looks_back_in_vain(naam, peildatum)}
    tellers = {teller.naam: teller for naam in gevraagd - gevonden.keys() if (teller := _teller_van(naam))}
    read = cache(lambda over: over(programma, peildatum))
    for teller in tellers.values():
        gevonden |= {cijfer.naam: cijfer for cijfer in _geteld(teller, read(teller.over))}
    feiten = Feit.objects.of(programma).filter(sleutel__in=gevraagd - gevonden.keys())
    for feit in feiten.for_list().order_by(F("programma").asc(nulls_first=True)):  # its own goes before a shared one
        gevonden[feit.sleutel] = cijfer_uit_feit(feit, peildatum)
    return {naam: gevonden[naam] for naam in sorted(gevraagd & gevonden.keys())}


def collect(programma: Programma, peildatum: date, namen: Iterable[str]) -> dict[str, Cijfer]:
    """All figures called `namen` as they stand at the end of `peildatum`. Raises Onbekend."""
    gevraagd = set(namen)
    gevonden = find(programma, peildatum, gevraagd)
    if onbekend := sorted(gevraagd - gevonden.keys()):
        lijst = ", ".join(f"‘{naam}’" for naam in onbekend)
        raise Onbekend(f"Onbekend cijfer: {lijst}. Kies een naam uit de lijst van cijfers.")
    return gevonden
