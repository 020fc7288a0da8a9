"""The list of one letter year: made from the sjabloon, or taken over from the year before."""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction

from actielijnen.perioden import dag
from agenda import access, audit, klok
from agenda.access import Permission
from agenda.models import Gebruiker, Programma
from rapportage.models import Sjabloonpunt, Voorbereiding, Voorbereidingspunt

JAREN = range(2000, 2100)
OVERGENOMEN = [
    "actielijn", "onderwerp", "vraag", "toelichting", "feit", "indicator", "rijen", "eigenaar", "eigenaar_rol",
]  # fmt: skip


class Uit(models.TextChoices):
    """What a new list begins with."""

    SJABLOON = "sjabloon", "Het sjabloon"
    VORIGE = "vorige", "De lijst van de vorige brief"


@transaction.atomic
def maken(
    programma: Programma, *, jaar: int, van: date, peildatum: date, brief_op: date, uit: str, by: Gebruiker
) -> Voorbereiding:
    """The list for the letter of `jaar`, which speaks of `van` to `peildatum` and goes to parliament on `brief_op`.

    Raises GeenToegang, and ValidationError at the field that cannot be.
    """
    access.require(by, Permission.VOORBEREIDING_INRICHTEN)
    Programma.objects.select_for_update().get(pk=programma.pk)
    _controleer(programma, jaar, van, peildatum, brief_op)
    vorige = programma.voorbereidingen.filter(jaar__lt=jaar).first()
    lijst = Voorbereiding.objects.create(
        programma=programma,
        jaar=jaar,
        van=van,
        peildatum=peildatum,
        brief_op=brief_op,
        gemaakt_op=klok.nu(),
        gemaakt_door=by,
    )
    punten = list(_uit_vorige(lijst, vorige) if uit == Uit.VORIGE else _uit_sjabloon(lijst))
    if not punten:
        raise ValidationError({"uit": LEEG[Uit(uit)]})
    Voorbereidingspunt.objects.bulk_create(punten)
    audit.record(lijst, "voorbereiding_maken", by=by, jaar=jaar, aantal=len(punten), uit=Uit(uit).label.lower())
    return lijst


LEEG = {
    Uit.SJABLOON: "Het sjabloon heeft nog geen punten. Vul eerst het sjabloon.",
    Uit.VORIGE: "Er is geen lijst van een eerder jaar. Kies het sjabloon.",
}


def _uit_sjabloon(lijst: Voorbereiding) -> Iterator[Voorbereidingspunt]:
    for nummer, punt in enumerate(Sjabloonpunt.objects.filter(programma=lijst.programma).geldend(), start=1):
        yield Voorbereidingspunt(
            voorbereiding=lijst, nummer=nummer, uiterlijk_op=lijst.dag(punt.weken_vooraf), **_velden(punt)
        )


def _uit_vorige(lijst: Voorbereiding, vorige: Voorbereiding | None) -> Iterator[Voorbereidingspunt]:
    """All points of the list before, each as long before the letter as it was then, and open again."""
    if vorige is None:
        return
    for punt in vorige.punten.all():
        uiterlijk = punt.uiterlijk_op + (lijst.brief_op - vorige.brief_op)
        yield Voorbereidingspunt(
            voorbereiding=lijst, nummer=punt.nummer, uiterlijk_op=uiterlijk, vorige=punt, **_velden(punt)
        )


def _velden(punt: Sjabloonpunt | Voorbereidingspunt) -> dict:
    return {naam: getattr(punt, naam) for naam in OVERGENOMEN}


def _controleer(programma: Programma, jaar: int, van: date, peildatum: date, brief_op: date) -> None:
    if jaar not in JAREN:
        raise ValidationError({"jaar": f"‘{jaar}’ is geen jaar van een brief. Vul bijvoorbeeld 2027 in."})
    if programma.voorbereidingen.filter(jaar=jaar).exists():
        raise ValidationError({"jaar": f"Er is al een lijst voor de brief van {jaar}. Kies een ander jaar."})
    if peildatum < van:
        raise ValidationError({"peildatum": f"De peildatum ligt voor het begin ({dag(van)}). Kies een latere dag."})
    if brief_op < peildatum:
        raise ValidationError(
            {"brief_op": f"De brief kan niet vóór de peildatum ({dag(peildatum)}) naar de Kamer. Kies een latere dag."}
        )
