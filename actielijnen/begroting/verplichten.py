"""Reserving, committing, adjusting and paying; each verb holds the ceiling of its line and of its verplichting."""

from datetime import date
from decimal import Decimal

from actielijnen.begroting.grootboek import boeking, grootboek
from actielijnen.begroting.plafond import Geweigerd, check_budget, check_kas, check_open, lock, regel_voor
from actielijnen.models import Begrotingsregel, Betaling, Bijstelling, Reservering, Verplichting
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import advance
from agenda.money import euro


@boeking
def reserveren(
    regel: Begrotingsregel,
    *,
    bedrag: Decimal,
    omschrijving: str,
    by,
    datum: date | None = None,
    reden_overschrijding="",
) -> Reservering:
    """Keep `bedrag` (euro) apart on a line. Raises GeenToegang, Geweigerd or Tekort."""
    require(by, Permission.VERPLICHTING_AANGAAN)
    [regel] = lock(regel)
    _check_meer_dan_niets(bedrag)
    datum = datum or klok.vandaag()
    check_open(regel, regel.jaar or datum.year)
    check_budget(regel, bedrag, reden_overschrijding)
    reservering = Reservering(
        regel=regel,
        bedrag=bedrag,
        omschrijving=omschrijving,
        reden_overschrijding=reden_overschrijding,
        **_boeking(datum, by),
    )
    grootboek().schrijf(reservering)
    audit.record(reservering, "reserveren", by=by, bedrag=euro(bedrag), regel=str(regel))
    return reservering


@boeking
def vervallen(reservering: Reservering, *, by) -> None:
    """Let a reservering go; its money is free again."""
    lock(reservering.regel)
    advance(reservering, "reservering_vervallen", by=by, bedrag=euro(reservering.bedrag))


@boeking
def aangaan(
    regel: Begrotingsregel, *, bedrag: Decimal, datum: date, by, reservering: Reservering | None = None, **velden
) -> Verplichting:
    """Enter a verplichting of `bedrag` (euro), of a reservering or free. Raises GeenToegang, Geweigerd or Tekort.

    It counts whole on the line of the year of `datum`. `velden`: kenmerk, soort, omschrijving, wederpartij and, on
    a post that is no actielijn (onvoorzien) obligatory, toelichting; reden_overschrijding where the line is indicatief.
    """
    require(by, Permission.VERPLICHTING_AANGAAN)
    [regel] = lock(regel)
    _check_meer_dan_niets(bedrag)
    _check_datum(regel, datum)
    _check_velden(regel, velden)
    if reservering:
        _check_reservering(reservering, regel)
        advance(reservering, "reservering_omzetten", by=by, bedrag=euro(reservering.bedrag))
    check_budget(regel, bedrag, velden.get("reden_overschrijding", ""))
    verplichting = Verplichting(
        regel=regel,
        programma=regel.programma,
        bedrag=bedrag,
        reservering=reservering,
        **velden,
        **_boeking(datum, by),
    )
    grootboek().schrijf(verplichting)
    audit.record(verplichting, "verplichting_aangaan", by=by, bedrag=euro(bedrag), regel=str(regel))
    return verplichting


@boeking
def bijstellen(
    verplichting: Verplichting,
    *,
    bedrag: Decimal,
    datum: date,
    reden: str,
    by,
    reden_overschrijding="",
    corrigeert: Bijstelling | None = None,
) -> Bijstelling:
    """Make a verplichting larger by `bedrag` (euro), or smaller (vrijval) if less than 0; in the year of `datum`.

    `corrigeert` names the bijstelling, mostly of a closed year, that this one puts right.
    Raises GeenToegang, Geweigerd or Tekort; what is paid cannot fall free.
    """
    require(by, Permission.VERPLICHTING_AANGAAN)
    regel = _lock(verplichting, datum)
    _check_bijstelling(verplichting, bedrag, reden)
    _check_correctie(verplichting, corrigeert)
    if bedrag > 0:
        check_budget(regel, bedrag, reden_overschrijding)
    bijstelling = Bijstelling(
        verplichting=verplichting,
        regel=regel,
        soort=Bijstelling.Soort.VERHOGING if bedrag > 0 else Bijstelling.Soort.VRIJVAL,
        bedrag=bedrag,
        reden=reden,
        reden_overschrijding=reden_overschrijding,
        corrigeert=corrigeert,
        **_boeking(datum, by),
    )
    grootboek().schrijf(bijstelling)
    audit.record(
        verplichting, "verplichting_bijstellen", by=by, bedrag=euro(bedrag), soort=bijstelling.get_soort_display()
    )
    return bijstelling


@boeking
def betalen(verplichting: Verplichting, *, bedrag: Decimal, datum: date, kenmerk: str, by, **velden) -> Betaling:
    """Book a payment of `bedrag` (euro) on a verplichting, as kas of the year of `datum`.

    `velden`: omschrijving, reden_overschrijding, and the betaling that this one `corrigeert`.
    Raises GeenToegang, Geweigerd or Tekort. More than the verplichting is never possible, whatever the reason.
    """
    betaling = _betaal(Betaling.Soort.BETALING, verplichting, bedrag, datum, kenmerk, by, **velden)
    audit.record(verplichting, "betaling_boeken", by=by, bedrag=euro(bedrag), kenmerk=kenmerk)
    return betaling


@boeking
def terugontvangen(verplichting: Verplichting, *, bedrag: Decimal, datum: date, kenmerk: str, by, **velden) -> Betaling:
    """Book `bedrag` (euro) that came back on a verplichting. Raises GeenToegang or Geweigerd."""
    betaling = _betaal(Betaling.Soort.TERUGONTVANGST, verplichting, bedrag, datum, kenmerk, by, **velden)
    audit.record(verplichting, "terugontvangst_boeken", by=by, bedrag=euro(bedrag), kenmerk=kenmerk)
    return betaling


def openstaand_van(verplichting: Verplichting) -> Decimal:
    """What is still to be paid of a verplichting, in euro."""
    return grootboek().saldo(verplichting).openstaand


def verplicht_van(verplichting: Verplichting) -> Decimal:
    """What a verplichting is by now, in euro."""
    return grootboek().saldo(verplichting).verplicht


def betaald_van(verplichting: Verplichting) -> Decimal:
    """What is paid of a verplichting less what came back, in euro."""
    return grootboek().saldo(verplichting).betaald


def _betaal(soort, verplichting: Verplichting, bedrag: Decimal, datum: date, kenmerk: str, by, **velden) -> Betaling:
    require(by, Permission.BETALING_BOEKEN)
    regel = _lock(verplichting, datum)
    _check_betaling(soort, verplichting, bedrag, kenmerk)
    _check_correctie(verplichting, velden.get("corrigeert"))
    if soort == Betaling.Soort.BETALING:
        check_kas(regel, bedrag, velden.get("reden_overschrijding", ""))
    betaling = Betaling(
        verplichting=verplichting,
        regel=regel,
        soort=soort,
        bedrag=bedrag,
        kenmerk=kenmerk,
        **velden,
        **_boeking(datum, by),
    )
    return grootboek().schrijf(betaling)


def _lock(verplichting: Verplichting, datum: date) -> Begrotingsregel:
    """The line on which something of `datum` is booked, locked with the line of the verplichting itself.

    That one stands for the verplichting: the role of the portal may not lock rows that are never changed.
    """
    regel, _ = lock(regel_voor(verplichting.regel, datum.year), verplichting.regel)
    check_open(regel, datum.year)
    return regel


def _check_betaling(soort: str, verplichting: Verplichting, bedrag: Decimal, kenmerk: str) -> None:
    if bedrag <= 0:
        raise Geweigerd("Een betaling is meer dan € 0. Kwam er geld terug? Boek dan een terugontvangst.")
    ruimte = openstaand_van(verplichting) if soort == Betaling.Soort.BETALING else betaald_van(verplichting)
    if bedrag > ruimte:
        wat = "open" if soort == Betaling.Soort.BETALING else "aan betalingen"
        raise Geweigerd(
            f"Op {verplichting.kenmerk} staat {euro(ruimte)} {wat}. "
            f"U vraagt {euro(bedrag)}: {euro(bedrag - ruimte)} te veel."
        )
    if grootboek().kent_betaling(verplichting, soort, kenmerk):
        raise Geweigerd(f"{Betaling.Soort(soort).label} {kenmerk} staat al op {verplichting.kenmerk}.", "kenmerk")


def _check_bijstelling(verplichting: Verplichting, bedrag: Decimal, reden: str) -> None:
    if bedrag == 0 or not reden.strip():
        raise Geweigerd(
            "Vul een bedrag in dat niet € 0 is, en schrijf op waarom u bijstelt.", "reden" if bedrag else "bedrag"
        )
    openstaand = openstaand_van(verplichting)
    if bedrag < 0 and -bedrag > openstaand:
        raise Geweigerd(
            f"Van {verplichting.kenmerk} staat nog {euro(openstaand)} open. Meer dan dat kan niet vrijvallen; "
            f"u vraagt {euro(-bedrag)}."
        )


def _check_correctie(verplichting: Verplichting, corrigeert: Bijstelling | Betaling | None) -> None:
    if corrigeert and corrigeert.verplichting_id != verplichting.pk:
        raise Geweigerd(
            f"Wat u corrigeert, hoort bij verplichting {corrigeert.verplichting.kenmerk}. "
            f"Kies een boeking van {verplichting.kenmerk}.",
            "corrigeert",
        )


def _check_meer_dan_niets(bedrag: Decimal) -> None:
    if bedrag <= 0:
        raise Geweigerd("Vul een bedrag in van meer dan € 0, bijvoorbeeld 250.000 of 1.234,50.")


def _check_datum(regel: Begrotingsregel, datum: date) -> None:
    if regel.jaar not in (None, datum.year):
        raise Geweigerd(f"‘{regel}’ is van {regel.jaar}, en {datum:%d-%m-%Y} valt daarbuiten.", "datum")
    check_open(regel, datum.year)


def _check_velden(regel: Begrotingsregel, velden: dict) -> None:
    if regel.post.actielijn_id is None and not velden.get("toelichting", "").strip():
        raise Geweigerd(
            f"‘{regel.post}’ hoort bij geen actielijn. Schrijf op waarvoor dit geld nodig is.", "toelichting"
        )
    if grootboek().kent_verplichting(regel.programma, velden["kenmerk"]):
        raise Geweigerd(f"Verplichting {velden['kenmerk']} bestaat al in dit programma.", "kenmerk")


def _check_reservering(reservering: Reservering, regel: Begrotingsregel) -> None:
    if reservering.regel_id != regel.pk:
        raise Geweigerd(f"Deze reservering staat op een andere begrotingsregel: ‘{reservering.regel}’.", "reservering")


def _boeking(datum: date, by) -> dict:
    return {"datum": datum, "geboekt_op": klok.nu(), "geboekt_door": by}
