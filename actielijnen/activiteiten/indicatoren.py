"""The verbs of an indicator: made, given values, and corrected by two persons."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from actielijnen.activiteiten.nummers import volgend_nummer
from actielijnen.activiteiten.regels import (
    controleer_gebeurd,
    controleer_naam,
    controleer_programma,
    controleer_regels,
)
from actielijnen.models import Actielijn, Activiteit, Correctievoorstel, Indicator, IndicatorWaarde
from actielijnen.perioden import dag
from agenda import access, audit, klok, levensloop
from agenda.access import Permission
from agenda.models import Bron, Gebruiker, Programma
from agenda.waarden import controleer_tekst

S = IndicatorWaarde.Soort
GRENS = Decimal(10**12)
VINDPLAATS = "Schrijf bijvoorbeeld: opgave van de gemeenten, week 12."
DEFINITIE = "Schrijf bijvoorbeeld: het aantal jongerenwerkers dat de training heeft afgemaakt."
REDEN = "Schrijf bijvoorbeeld: twee wijken zijn dubbel geteld."


@transaction.atomic
def maken(
    programma: Programma,
    *,
    naam: str,
    definitie: str,
    eenheid: str,
    richting: str,
    by: Gebruiker,
    actielijn: Actielijn | None = None,
    activiteit: Activiteit | None = None,
) -> Indicator:
    """A new indicator of an activiteit, an actielijn or the whole programma.

    Raises GeenToegang, and ValidationError at the field that cannot be.
    """
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    controleer_naam(naam, voorbeeld="Schrijf bijvoorbeeld: getrainde jongerenwerkers.")
    controleer_regels("definitie", definitie, voorbeeld=DEFINITIE)
    controleer_tekst("eenheid", eenheid, voorbeeld="Schrijf bijvoorbeeld: personen.", langst=40)
    controleer_programma(programma, actielijn=actielijn, activiteit=activiteit)
    if actielijn and activiteit:
        raise ValidationError({"actielijn": "Kies een actielijn of een activiteit, niet allebei."})
    indicator = Indicator.objects.create(
        nummer=volgend_nummer("IND", Indicator.objects),
        programma=programma,
        actielijn=actielijn,
        activiteit=activiteit,
        naam=naam,
        definitie=definitie,
        eenheid=eenheid,
        richting=richting,
    )
    audit.record(indicator, "indicator_maken", by=by)
    return indicator


@transaction.atomic
def vastleggen(
    indicator: Indicator,
    *,
    soort: str,
    waarde: Decimal,
    peildatum: date,
    vindplaats: str,
    by: Gebruiker,
    bron: Bron | None = None,
) -> IndicatorWaarde:
    """A nulmeting, a streefwaarde or a measured value of a day, with where it comes from.

    One nulmeting per indicator, and per day one value of a kind: another number is a correction.
    Raises GeenToegang, and ValidationError at the field that cannot be.
    """
    access.require(by, Permission.ACTIVITEIT_BIJWERKEN)
    Indicator.objects.select_for_update().get(pk=indicator.pk)
    _controleer_waarde(waarde, vindplaats)
    if soort != S.STREEFWAARDE:
        controleer_gebeurd(peildatum, "peildatum")
    _controleer_dat_het_de_eerste_is(indicator, soort, peildatum)
    found = IndicatorWaarde.objects.create(
        indicator=indicator,
        soort=soort,
        waarde=waarde,
        peildatum=peildatum,
        bron=bron,
        vindplaats=vindplaats,
        door=by,
        op=klok.nu(),
    )
    label = found.get_soort_display().lower()
    audit.record(indicator, "indicatorwaarde_vastleggen", by=by, soort=label, dag=dag(peildatum))
    return found


@transaction.atomic
def correctie_voorstellen(
    betreft: IndicatorWaarde,
    *,
    waarde: Decimal,
    vindplaats: str,
    reden: str,
    by: Gebruiker,
    bron: Bron | None = None,
) -> Correctievoorstel:
    """Another number for a value that holds now; nothing changes until another person accepts it.

    Raises GeenToegang, and ValidationError at the field that cannot be.
    """
    access.require(by, Permission.CORRECTIE_VOORSTELLEN)
    betreft = _locked(betreft)
    _controleer_waarde(waarde, vindplaats)
    controleer_regels("reden", reden, voorbeeld=REDEN)
    if hasattr(betreft, "vervangen_door"):
        raise ValidationError("Deze waarde is al verbeterd. Stel een correctie voor bij de nieuwe waarde.")
    if betreft.voorstellen.filter(status=Correctievoorstel.Status.VOORGESTELD).exists():
        raise ValidationError("Bij deze waarde wacht al een voorstel op een besluit. Er kan er één tegelijk zijn.")
    if betreft.waarde == waarde:
        raise ValidationError({"waarde": "Dit is de waarde die er al staat. Vul de waarde in die het moet zijn."})
    voorstel = Correctievoorstel.objects.create(
        betreft=betreft,
        waarde=waarde,
        bron=bron,
        vindplaats=vindplaats,
        reden=reden,
        voorgesteld_door=by,
        voorgesteld_op=klok.nu(),
    )
    audit.record(voorstel, "correctie_voorstellen", by=by, indicator=betreft.indicator.nummer)
    return voorstel


@transaction.atomic
def correctie_aannemen(voorstel: Correctievoorstel, *, by: Gebruiker) -> IndicatorWaarde:
    """Accept what another person proposed: a new value that names the one it replaces.

    Raises GeenToegang, NietMogelijk or Functiescheiding.
    """
    betreft = _locked(voorstel.betreft)
    _besluit(voorstel, "correctie_aannemen", betreft, by=by)
    return IndicatorWaarde.objects.create(
        indicator=betreft.indicator,
        soort=betreft.soort,
        waarde=voorstel.waarde,
        peildatum=betreft.peildatum,
        bron=voorstel.bron,
        vindplaats=voorstel.vindplaats,
        vervangt=betreft,
        door=voorstel.voorgesteld_door,
        op=klok.nu(),
    )


@transaction.atomic
def correctie_afwijzen(voorstel: Correctievoorstel, *, reden: str, by: Gebruiker) -> Correctievoorstel:
    """Leave the value as it is, and say why. Raises GeenToegang, NietMogelijk, Functiescheiding or ValidationError."""
    controleer_regels("reden", reden, voorbeeld="Schrijf bijvoorbeeld: de opgave van de gemeente klopt wel.")
    _besluit(voorstel, "correctie_afwijzen", _locked(voorstel.betreft), by=by, afgewezen_omdat=reden)
    return voorstel


def _besluit(voorstel: Correctievoorstel, verb: str, betreft: IndicatorWaarde, *, by: Gebruiker, **velden) -> None:
    besluit = {"besloten_door": by, "besloten_op": klok.nu(), **velden}
    levensloop.advance(voorstel, verb, by=by, velden=besluit, indicator=betreft.indicator.nummer)


def _controleer_waarde(waarde: Decimal, vindplaats: str) -> None:
    if abs(waarde) >= GRENS:
        raise ValidationError({"waarde": "Deze waarde is te groot: zij moet minder zijn dan 1.000.000.000.000."})
    if waarde * 100 % 1:
        raise ValidationError({"waarde": "Een waarde heeft hooguit twee cijfers achter de komma, bijvoorbeeld 2,50."})
    if not vindplaats.strip():
        raise ValidationError({"vindplaats": f"Vul in waar de waarde vandaan komt. {VINDPLAATS}"})
    controleer_tekst("vindplaats", vindplaats, voorbeeld=VINDPLAATS, langst=200)


def _controleer_dat_het_de_eerste_is(indicator: Indicator, soort: str, peildatum: date) -> None:
    eerdere = indicator.waarden.filter(soort=soort, vervangt=None)
    if soort == S.NULMETING and eerdere.exists():
        raise ValidationError({"soort": "Er is al een nulmeting. Stel een correctie voor als die niet klopt."})
    if eerdere.filter(peildatum=peildatum).exists():
        wat = f"Van {dag(peildatum)} is al een {S(soort).label.lower()} vastgelegd."
        raise ValidationError({"peildatum": f"{wat} Klopt die niet? Stel dan een correctie voor."})


def _locked(waarde: IndicatorWaarde) -> IndicatorWaarde:
    """The value with its indicator, whose values nobody else changes until the transaction ends."""
    Indicator.objects.select_for_update().get(pk=waarde.indicator_id)
    return IndicatorWaarde.objects.select_related("indicator__programma").get(pk=waarde.pk)
