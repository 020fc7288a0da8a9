"""Every kind of question on one page: how its answer is kept, read back and written out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format

from agenda.money import euro, rond
from subsidies.models import Formuliervraag

LEEG = ""  # what is kept of a question without an answer
LANGST = 4000  # characters of a text


@dataclass(frozen=True)
class Soort:
    """`bewaard` makes JSON of an answer, `gelezen` the answer of that JSON again, `woorden` what a reader sees."""

    bewaard: Callable[[Formuliervraag, Any], Any]
    gelezen: Callable[[Any], Any]
    woorden: Callable[[Formuliervraag, Any], str]


def _tekst(vraag: Formuliervraag, tekst: str) -> str:
    if len(tekst) > LANGST:
        raise ValueError(f"Deze tekst heeft {len(tekst)} tekens. Er passen er {LANGST}. Maak hem korter.")
    return tekst.replace("\r\n", "\n").strip()


def _bedrag(vraag: Formuliervraag, bedrag: Decimal) -> str:
    if bedrag < 0:
        raise ValueError("Een bedrag is € 0 of meer. Schrijf bijvoorbeeld 250.000.")
    return str(rond(bedrag))


def _datum(vraag: Formuliervraag, dag: date) -> str:
    return dag.isoformat()


def _verklaring(vraag: Formuliervraag, ja: bool) -> bool:
    return ja


def _keuze(vraag: Formuliervraag, sleutel: str) -> str:
    if sleutel not in dict(vraag.keuzes):
        raise ValueError(f"‘{sleutel}’ is geen antwoord op ‘{vraag}’. Kies een antwoord uit de lijst.")
    return sleutel


# fmt: off
SOORTEN: dict[str, Soort] = {
    #                  to keep      read back           in words
    "tekst":      Soort(_tekst,      str,                lambda vraag, tekst: tekst),
    "bedrag":     Soort(_bedrag,     Decimal,            lambda vraag, bedrag: euro(bedrag)),
    "keuze":      Soort(_keuze,      str,                lambda vraag, sleutel: dict(vraag.keuzes)[sleutel]),
    "datum":      Soort(_datum,      date.fromisoformat, lambda vraag, dag: date_format(dag, "j F Y")),
    "verklaring": Soort(_verklaring, bool,               lambda vraag, ja: "Ja"),
}
# fmt: on


def bewaard(vraag: Formuliervraag, antwoord) -> Any:
    """What is kept of `antwoord`: LEEG for nothing. Raises ValueError, in Dutch, for what cannot be an answer."""
    if antwoord in (None, "", False):
        return LEEG
    return SOORTEN[vraag.soort].bewaard(vraag, antwoord)


def gelezen(vraag: Formuliervraag, waarde) -> Any:
    """The answer of which `waarde` was kept; None when there is none."""
    return None if waarde == LEEG else SOORTEN[vraag.soort].gelezen(waarde)


def in_woorden(vraag: Formuliervraag, waarde) -> str:
    """The answer as a reader sees it; empty when there is none."""
    return "" if waarde == LEEG else SOORTEN[vraag.soort].woorden(vraag, gelezen(vraag, waarde))
