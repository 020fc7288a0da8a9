"""Changing what may be spent: each mutatie is a row with its moment, source and reason; nothing is overwritten."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID, uuid4

from actielijnen.begroting.grootboek import boeking, grootboek
from actielijnen.begroting.plafond import Geweigerd, check_budget, check_kas, check_open, lock
from actielijnen.models import Begrotingsregel, Budget, Moment, Mutatie, MutatieSoort
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.models import Bron
from agenda.money import euro


@dataclass(frozen=True)
class Besluit:
    """What the mutaties of one decision share: where it stands and why it was taken."""

    moment: Moment
    begrotingsjaar: int | None
    bron: Bron
    vindplaats: str
    reden: str
    nummer: UUID | None = None
    reden_overschrijding: str = ""


@boeking
def muteren(
    regel: Begrotingsregel, *, budget: Budget, soort: MutatieSoort, bedrag: Decimal, besluit: Besluit, by
) -> Mutatie:
    """Book `bedrag` (euro, less than 0 takes away) on one line. Raises GeenToegang, Geweigerd or Tekort."""
    return boeken([(regel, budget, soort, bedrag)], besluit, by=by)[0]


@boeking
def kasschuiven(van: Begrotingsregel, naar: Begrotingsregel, *, bedrag: Decimal, besluit: Besluit, by) -> list[Mutatie]:
    """Move kas of one post to another year; together nothing is lost or made. Raises Geweigerd or Tekort."""
    if (van.post_id, van.dekkingsbron_id) != (naar.post_id, naar.dekkingsbron_id) or van.jaar == naar.jaar:
        raise Geweigerd("Een kasschuif gaat tussen twee jaren van dezelfde post en dezelfde dekkingsbron.", "naar")
    soort = MutatieSoort.KASSCHUIF
    return boeken([(van, Budget.KAS, soort, -bedrag), (naar, Budget.KAS, soort, bedrag)], besluit, by=by)


@boeking
def boeken(rijen: Sequence[tuple], besluit: Besluit, *, by) -> list[Mutatie]:
    """Book the rows (line, budget, soort, bedrag) of one decision, all or none.

    Raises GeenToegang, Geweigerd or Tekort.
    """
    require(by, Permission.BEGROTING_MUTEREN)
    return boek_besloten(rijen, besluit, by=by)


@boeking
def boek_besloten(rijen: Sequence[tuple], besluit: Besluit, *, by) -> list[Mutatie]:
    """Book what was decided in another way than by the right to book: by approvals. Raises Geweigerd or Tekort."""
    check_besluit(besluit)
    op_slot = {regel.pk: regel for regel in lock(*{rij[0].pk: rij[0] for rij in rijen}.values())}
    nummer = besluit.nummer or uuid4()
    geboekt = []
    for regel, budget, soort, bedrag in rijen:
        _check_soort(soort, budget, bedrag)
        _check(op_slot[regel.pk], budget, bedrag, besluit)
        geboekt.append(_boek(op_slot[regel.pk], budget, soort, bedrag, besluit, nummer, by))
    return geboekt


def check_besluit(besluit: Besluit) -> None:
    """Raise Geweigerd if a decision does not say why, or of which year it is."""
    if not besluit.reden.strip():
        raise Geweigerd("Schrijf op waarom het bedrag verandert.", "reden")
    if besluit.begrotingsjaar is None and besluit.moment != Moment.KAMERBRIEF:
        raise Geweigerd("Vul het jaar van het begrotingsstuk in, bijvoorbeeld 2026.", "begrotingsjaar")


def _check_soort(soort: str, budget: str, bedrag: Decimal) -> None:
    """What the soort says of the sign and of the budget; the same holds in the database."""
    if soort == MutatieSoort.OVERBOEKING_IN and bedrag < 0:
        raise Geweigerd("Een overboeking in is meer dan € 0. Gaat het geld weg? Kies dan overboeking uit.")
    if soort == MutatieSoort.OVERBOEKING_UIT and bedrag > 0:
        raise Geweigerd("Een overboeking uit is minder dan € 0, bijvoorbeeld -12.500. Komt er geld bij? Kies dan in.")
    if soort == MutatieSoort.KASSCHUIF and budget != Budget.KAS:
        raise Geweigerd("Een kasschuif gaat alleen over kas.", "budget")


def _check(regel: Begrotingsregel, budget: str, bedrag: Decimal, besluit: Besluit) -> None:
    if bedrag == 0:
        raise Geweigerd("Een mutatie van € 0 verandert niets. Vul een bedrag in, bijvoorbeeld 250.000 of -12.500.")
    for jaar in {regel.jaar, besluit.begrotingsjaar} - {None}:
        check_open(regel, jaar)
    if bedrag < 0 and budget != Budget.KAS:
        check_budget(regel, -bedrag, besluit.reden_overschrijding)
    if bedrag < 0 and budget != Budget.VERPLICHTINGEN:
        check_kas(regel, -bedrag, besluit.reden_overschrijding)


def _boek(regel, budget, soort, bedrag, besluit: Besluit, nummer: UUID, by) -> Mutatie:
    mutatie = Mutatie(
        regel=regel,
        budget=budget,
        moment=besluit.moment,
        begrotingsjaar=besluit.begrotingsjaar,
        soort=soort,
        bedrag=bedrag,
        bron=besluit.bron,
        vindplaats=besluit.vindplaats,
        reden=besluit.reden,
        reden_overschrijding=besluit.reden_overschrijding,
        besluit=nummer,
        geboekt_op=klok.nu(),
        geboekt_door=by,
    )
    grootboek().schrijf(mutatie)
    audit.record(
        mutatie, "begroting_muteren", by=by, bedrag=euro(bedrag), regel=str(regel), soort=mutatie.get_soort_display()
    )
    return mutatie
