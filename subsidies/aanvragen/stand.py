"""How far an aanvraag is: per section what is asked, what was answered and what is still missing."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db.models import TextChoices

from subsidies.aanvragen.bestanden import van as bestanden_van
from subsidies.aanvragen.soorten import LEEG, gelezen, in_woorden
from subsidies.aanvragen.tabel import cellen, naam_van, som, tabel
from subsidies.aanvragen.vragen import gevraagd
from subsidies.models import Aanvraag, Aanvraagbestand, Antwoord, Formuliersectie, Formuliervraag

S = Formuliervraag.Soort


class Voortgang(TextChoices):
    NIEUW = "nieuw", "Nog invullen"
    BEZIG = "bezig", "Nog niet klaar"
    KLAAR = "klaar", "Klaar"
    MAG = "mag", "Niet verplicht"
    NIET = "niet", "Niet van toepassing"


# fmt: off
TOON = {
    Voortgang.NIEUW: "info",
    Voortgang.BEZIG: "waarschuwing",
    Voortgang.KLAAR: "succes",
    Voortgang.MAG:   "gewoon",
    Voortgang.NIET:  "gewoon",
}
# fmt: on


@dataclass(frozen=True)
class Beantwoord:
    """A question that is asked, with the answer as a reader sees it (empty if there is none).

    `inhoud` is what a page shows of it instead of `tekst`: the Tabel, the files, or what a total adds up.
    """

    vraag: Formuliervraag
    waarde: Any
    tekst: str
    inhoud: Any = None

    @property
    def is_leeg(self) -> bool:
        return self.waarde == LEEG

    @property
    def anker(self) -> str:
        """The id of the control with which its answer is changed; empty for what is calculated."""
        sleutel = f"id_{self.vraag.sleutel}"
        match self.vraag.soort:
            case S.TOTAAL:
                return ""
            case S.KEUZE:
                return f"{sleutel}_0"
            case S.TABEL:
                return f"{sleutel}-{naam_van(next(iter(cellen(self.vraag))))}"
            case S.BESTAND if len(self.inhoud or []) >= self.vraag.instellingen["aantal"]:
                return f"weg_{self.inhoud[0].bestand_id}"
        return sleutel


@dataclass(frozen=True)
class Sectiestand:
    """One section: the questions of its page, those that are asked with their answers, and when it was saved.

    On the page are also the questions that another one of that same page decides about.
    """

    sectie: Formuliersectie
    vragen: list[Formuliervraag]
    antwoorden: list[Beantwoord]
    bewaard_op: datetime | None

    @property
    def vraagt_bestanden(self) -> bool:
        return any(vraag.soort == S.BESTAND for vraag in self.vragen)

    @property
    def blokken(self) -> list[tuple[bool, list[Beantwoord]]]:
        """The answers in their order: each run of answered tables (True) or of others, for a page on paper."""
        runs = groupby(self.antwoorden, lambda each: each.vraag.soort == S.TABEL and not each.is_leeg)
        return [(is_tabel, list(antwoorden)) for is_tabel, antwoorden in runs]

    @property
    def ontbreekt(self) -> list[Formuliervraag]:
        return [each.vraag for each in self.antwoorden if each.is_leeg and each.vraag.is_verplicht]

    @property
    def aangeraden(self) -> list[Formuliervraag]:
        return [each.vraag for each in self.antwoorden if each.is_leeg and each.vraag.is_aangeraden]

    @property
    def voortgang(self) -> Voortgang:
        if not self.antwoorden:
            return Voortgang.NIET
        if self.bewaard_op is None:
            return Voortgang.NIEUW if self.ontbreekt else Voortgang.MAG
        return Voortgang.BEZIG if self.ontbreekt else Voortgang.KLAAR

    @property
    def toon(self) -> str:
        return TOON[self.voortgang]


@dataclass(frozen=True)
class Stand:
    """A whole aanvraag as it is now; `bewaard` is the count of saves that it rests on."""

    bewaard: int
    secties: list[Sectiestand]
    waarden: dict[int, Any]
    bestanden: dict[int, list[Aanvraagbestand]] = field(default_factory=dict)

    @property
    def ontbreekt(self) -> list[Formuliervraag]:
        return [vraag for each in self.secties for vraag in each.ontbreekt]

    @property
    def is_klaar(self) -> bool:
        return not self.ontbreekt

    @property
    def aangeraden(self) -> list[Formuliervraag]:
        return [vraag for each in self.secties for vraag in each.aangeraden]

    @property
    def aantal_klaar(self) -> int:
        return sum(not each.ontbreekt for each in self.secties)

    def sectie(self, sleutel: str) -> tuple[int, Sectiestand]:
        """The place (from 1) and the stand of a section. Raises LookupError if the form has none of that name."""
        for place, each in enumerate(self.secties, start=1):
            if each.sectie.sleutel == sleutel:
                return place, each
        raise LookupError(f"Dit formulier heeft geen onderdeel ‘{sleutel}’.")


def stand_van(aanvraag: Aanvraag, *, bij: int | None = None) -> Stand:
    """The stand of `aanvraag` as it is now, or as it was after save `bij`.

    In three queries, and one more when its form asks for files.
    """
    saved = Antwoord.objects.filter(aanvraag=aanvraag)
    saved = saved if bij is None else saved.filter(nummer__lte=bij)
    vragen = list(Formuliervraag.objects.filter(formulier=aanvraag.formulier_id).select_related("als_vraag"))
    antwoorden = {each.vraag_id: each for each in saved.geldend()}
    bestanden = _bestanden(aanvraag, vragen, then=bij is not None)
    waarden = {vraag: antwoord.waarde for vraag, antwoord in antwoorden.items()}
    if aanvraag.is_invulbaar and bij is None:  # what was received stays as it was received
        waarden |= {vraag.pk: LEEG for vraag in vragen if vraag.soort == S.BESTAND and vraag.pk not in bestanden}
    if bij is not None:
        bestanden = {vraag: _named(stukken, waarden.get(vraag, LEEG)) for vraag, stukken in bestanden.items()}
    asked = gevraagd(vragen, waarden)
    getoond = {each.pk: _beantwoord(each, asked, waarden, bestanden) for each in asked}
    secties = []
    for sectie in Formuliersectie.objects.filter(formulier=aanvraag.formulier_id):
        own = [vraag for vraag in vragen if vraag.sectie_id == sectie.pk]
        page = [vraag for vraag in own if vraag.pk in getoond or _depends_on_same_page(vraag)]
        beantwoord = [getoond[vraag.pk] for vraag in own if vraag.pk in getoond]
        momenten = [antwoorden[vraag.pk].op for vraag in own if vraag.pk in antwoorden]
        secties.append(Sectiestand(sectie, page, beantwoord, max(momenten, default=None)))
    return Stand(aanvraag.bewaard if bij is None else bij, secties, waarden, bestanden)


def _bestanden(aanvraag: Aanvraag, vragen: list[Formuliervraag], *, then: bool) -> dict[int, list[Aanvraagbestand]]:
    """The files per question that are there now, or with `then` all that ever were.

    One that the virus scanner refused afterwards is no answer any more.
    """
    found: dict[int, list[Aanvraagbestand]] = {}
    asking = [vraag for vraag in vragen if vraag.soort == S.BESTAND]
    for stuk in bestanden_van(aanvraag, *asking, ooit=then) if asking else []:
        stuk.aanvraag = aanvraag
        found.setdefault(stuk.vraag_id, []).append(stuk)
    return found


def _named(stukken: list[Aanvraagbestand], waarde: Any) -> list[Aanvraagbestand]:
    """Those that an answer of then names: what came later was not handed in."""
    names = {each["bestand"] for each in waarde or []}
    return [stuk for stuk in stukken if str(stuk.bestand_id) in names]


def _depends_on_same_page(vraag: Formuliervraag) -> bool:
    return vraag.als_vraag is not None and vraag.als_vraag.sectie_id == vraag.sectie_id


def _beantwoord(vraag: Formuliervraag, asked: list[Formuliervraag], waarden: dict, bestanden: dict) -> Beantwoord:
    waarde, inhoud = waarden.get(vraag.pk, LEEG), None
    if vraag.soort == S.TOTAAL:
        inhoud = optellen(vraag, asked, waarden)
        waarde = str(som(bedrag for _, bedrag in inhoud)) if inhoud else LEEG
    elif vraag.soort == S.TABEL and waarde != LEEG:
        inhoud = tabel(vraag, gelezen(vraag, waarde))
    elif vraag.soort == S.BESTAND:
        inhoud = bestanden.get(vraag.pk)
    return Beantwoord(vraag, waarde, in_woorden(vraag, waarde), inhoud)


def optellen(
    totaal: Formuliervraag, asked: list[Formuliervraag], waarden: dict[int, Any]
) -> list[tuple[Formuliervraag, Decimal]]:
    """What a total is made of: each of its questions that is asked and answered, with its amount."""
    van = [vraag for vraag in asked if vraag.sleutel in totaal.instellingen["van"]]
    return [(vraag, _bedrag(vraag, waarden[vraag.pk])) for vraag in van if waarden.get(vraag.pk, LEEG) != LEEG]


def _bedrag(vraag: Formuliervraag, waarde: Any) -> Decimal:
    """The amount of one answer; of a table the sum of its cells."""
    answer = gelezen(vraag, waarde)
    return som(answer.values()) if vraag.soort == S.TABEL else answer
