"""How far an aanvraag is: per section what is asked, what was answered and what is still missing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import TextChoices

from subsidies.aanvragen.soorten import LEEG, in_woorden
from subsidies.aanvragen.vragen import gevraagd
from subsidies.models import Aanvraag, Antwoord, Formuliersectie, Formuliervraag


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
    """A question that is asked, with the answer as a reader sees it (empty if there is none)."""

    vraag: Formuliervraag
    waarde: Any
    tekst: str

    @property
    def is_leeg(self) -> bool:
        return self.waarde == LEEG


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


def stand_van(aanvraag: Aanvraag) -> Stand:
    """The stand of `aanvraag`, in three queries."""
    vragen = list(Formuliervraag.objects.filter(formulier=aanvraag.formulier_id).select_related("als_vraag"))
    antwoorden = {each.vraag_id: each for each in Antwoord.objects.filter(aanvraag=aanvraag).geldend()}
    waarden = {vraag: antwoord.waarde for vraag, antwoord in antwoorden.items()}
    asked = {vraag.pk for vraag in gevraagd(vragen, waarden)}
    secties = []
    for sectie in Formuliersectie.objects.filter(formulier=aanvraag.formulier_id):
        own = [vraag for vraag in vragen if vraag.sectie_id == sectie.pk]
        page = [vraag for vraag in own if vraag.pk in asked or _depends_on_same_page(vraag)]
        beantwoord = [_beantwoord(vraag, waarden.get(vraag.pk, LEEG)) for vraag in own if vraag.pk in asked]
        momenten = [antwoorden[vraag.pk].op for vraag in own if vraag.pk in antwoorden]
        secties.append(Sectiestand(sectie, page, beantwoord, max(momenten, default=None)))
    return Stand(aanvraag.bewaard, secties, waarden)


def _depends_on_same_page(vraag: Formuliervraag) -> bool:
    return vraag.als_vraag is not None and vraag.als_vraag.sectie_id == vraag.sectie_id


def _beantwoord(vraag: Formuliervraag, waarde) -> Beantwoord:
    return Beantwoord(vraag, waarde, in_woorden(vraag, waarde))
