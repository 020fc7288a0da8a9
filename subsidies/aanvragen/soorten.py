"""Every kind of question on one page: how its answer is kept, read back and written out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format

from agenda.money import euro
from subsidies.aanvragen import tabel, verwijzen
from subsidies.aanvragen.maxima import te_veel
from subsidies.models import Aanvraag, Formuliervraag

LEEG = ""  # what is kept of a question without an answer
HEEL = ""  # the name of the one part of an answer that is no table
LANGST = 4000  # characters of a text


@dataclass(frozen=True)
class Soort:
    """`bewaard` makes JSON of an answer, `gelezen` the answer of that JSON again, `woorden` what a reader sees."""

    bewaard: Callable[[Formuliervraag, Any, Aanvraag], Any]
    gelezen: Callable[[Any], Any]
    woorden: Callable[[Formuliervraag, Any], str]


def _tekst(vraag: Formuliervraag, tekst: str, van: Aanvraag) -> str:
    tekst = tekst.replace("\r\n", "\n").strip()
    if len(tekst) > LANGST:
        raise ValueError(f"Deze tekst heeft {len(tekst)} tekens. Er passen er {LANGST}. Maak hem korter.")
    return tekst


def _bedrag(vraag: Formuliervraag, bedrag: Decimal, van: Aanvraag) -> str:
    return tabel.bedrag_bewaard(bedrag)


def _datum(vraag: Formuliervraag, dag: date, van: Aanvraag) -> str:
    return dag.isoformat()


def _verklaring(vraag: Formuliervraag, ja: bool, van: Aanvraag) -> bool:
    return ja


def _keuze(vraag: Formuliervraag, sleutel: str, van: Aanvraag) -> str:
    if sleutel not in dict(vraag.keuzes):
        raise ValueError(f"‘{sleutel}’ is geen antwoord op ‘{vraag}’. Kies een antwoord uit de lijst.")
    return sleutel


def _tabel(vraag: Formuliervraag, bedragen: Mapping, van: Aanvraag) -> Any:
    per_cel = tabel.per_cel(vraag, bedragen)
    for melding in te_veel(vraag, per_cel, van).values():
        raise ValueError(melding)
    return tabel.bewaard(per_cel) or LEEG


def _apart(vraag: Formuliervraag, antwoord: Any, van: Aanvraag) -> Any:
    """A file comes in by subsidies.aanvragen.bijvoegen and a total is calculated: neither is typed."""
    raise ValueError(f"‘{vraag}’ kunt u niet typen. Open de pagina opnieuw.")


def _bestanden(vraag: Formuliervraag, stukken: list[dict[str, Any]]) -> str:
    """Name, size and digest of each file: what proves later which file it was."""
    return "\n".join(f"{each['naam']} ({grootte(each['grootte'])}, sha256 {each['sha256']})" for each in stukken)


def grootte(bytes_: int) -> str:
    """`1,2 MB`, in text that is not HTML."""
    return filesizeformat(bytes_).replace("\u00a0", " ")


# fmt: off
SOORTEN: dict[str, Soort] = {
    #                  to keep      read back           in words
    "tekst":      Soort(_tekst,      str,                lambda vraag, tekst: tekst),
    "bedrag":     Soort(_bedrag,     Decimal,            lambda vraag, bedrag: euro(bedrag)),
    "keuze":      Soort(_keuze,      str,                lambda vraag, sleutel: dict(vraag.keuzes)[sleutel]),
    "datum":      Soort(_datum,      date.fromisoformat, lambda vraag, dag: date_format(dag, "j F Y")),
    "verklaring": Soort(_verklaring, bool,               lambda vraag, ja: "Ja"),
    "tabel":      Soort(_tabel,      tabel.gelezen,      tabel.in_woorden),
    "interventie": Soort(verwijzen.bewaard, dict,        lambda vraag, gekozen: verwijzen.in_woorden(gekozen)),
    "bestand":    Soort(_apart,      list,               _bestanden),
    "totaal":     Soort(_apart,      Decimal,            lambda vraag, bedrag: euro(bedrag)),
}
# fmt: on


def bewaard(vraag: Formuliervraag, antwoord, van: Aanvraag) -> Any:
    """What is kept of `antwoord`: LEEG for nothing. Raises ValueError, in Dutch, for what cannot be an answer."""
    if antwoord is None or antwoord is False or antwoord == "":
        return LEEG
    return SOORTEN[vraag.soort].bewaard(vraag, antwoord, van)


def gelezen(vraag: Formuliervraag, waarde) -> Any:
    """The answer of which `waarde` was kept; None when there is none."""
    return None if waarde == LEEG else SOORTEN[vraag.soort].gelezen(waarde)


def in_woorden(vraag: Formuliervraag, waarde) -> str:
    """The answer as a reader sees it; empty when there is none."""
    return "" if waarde == LEEG else SOORTEN[vraag.soort].woorden(vraag, gelezen(vraag, waarde))


def delen(vraag: Formuliervraag, waarde) -> dict[str, Any]:
    """An answer in the parts that two colleagues can fill in beside each other: the cells of a table, else one."""
    if vraag.soort == Formuliervraag.Soort.TABEL:
        return waarde or {}
    return {} if waarde == LEEG else {HEEL: waarde}


def geheel(vraag: Formuliervraag, delen: Mapping[str, Any]) -> Any:
    """The answer that has these parts; LEEG of one is as if it was not there."""
    gevuld = {naam: waarde for naam, waarde in delen.items() if waarde != LEEG}
    return (gevuld or LEEG) if vraag.soort == Formuliervraag.Soort.TABEL else gevuld.get(HEEL, LEEG)


def deel_in_woorden(vraag: Formuliervraag, deel: str, waarde) -> str:
    """One part of an answer as a reader sees it; empty when there is none."""
    if deel == HEEL:
        return in_woorden(vraag, waarde)
    return "" if waarde == LEEG else euro(Decimal(waarde))
