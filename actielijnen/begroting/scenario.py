"""What-if: steps of a scenario, what they would do without writing anything, and booking them when it is adopted."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from django.db import transaction
from django.db.models import Max

from actielijnen.begroting import herschikken
from actielijnen.begroting.mutaties import Besluit, boeken
from actielijnen.begroting.plafond import Geweigerd, Tekort, check_open_jaar
from actielijnen.begroting.standen import Stand
from actielijnen.models import Begrotingsregel, Budget, Mutatie, MutatieSoort, Scenario, Scenariostap
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import advance
from agenda.models import Programma
from agenda.money import euro

S = Scenariostap.Soort
Rij = tuple[Begrotingsregel, str, str, Decimal]  # line, budget, soort, bedrag (euro): what `boeken` takes

# Per soort: what the rows of its mutaties are called, and whether the line itself gets less (-1) or more (1).
SOORTEN = {
    S.VERSCHUIVEN: (MutatieSoort.HERSCHIKKING, -1),
    S.VERTRAGEN: (MutatieSoort.KASSCHUIF, -1),
    S.VERLAGEN: (MutatieSoort.BELEIDSMATIG, -1),
    S.VERHOGEN: (MutatieSoort.BELEIDSMATIG, 1),
}


def rijen(stap: Scenariostap) -> list[Rij]:
    """The mutaties that a step comes down to; what one line loses, `naar` gets."""
    soort, teken = SOORTEN[stap.soort]
    eigen = [(stap.regel, stap.budget, soort, teken * stap.bedrag)]
    return eigen + ([(stap.naar, stap.budget, soort, stap.bedrag)] if stap.naar_id else [])


def straks(nu: dict[int, Stand], stappen: Sequence[Scenariostap]) -> dict[int, Stand]:
    """The standen (per line) as they would be after `stappen`. Only computes: nothing is asked or written."""
    uitkomst = dict(nu)
    for stap in stappen:
        for regel, budget, _, bedrag in rijen(stap):
            uitkomst[regel.pk] = _met(uitkomst[regel.pk], budget, bedrag)
    return uitkomst


@transaction.atomic
def maken(programma: Programma, *, naam: str, doel: str, by) -> Scenario:
    """A new scenario without steps. Raises GeenToegang."""
    require(by, Permission.BEGROTING_MUTEREN)
    Programma.objects.select_for_update().get(pk=programma.pk)
    hoogste = Scenario.objects.filter(programma=programma).aggregate(hoogste=Max("nummer"))["hoogste"] or 0
    velden = {"naam": naam, "doel": doel, "gemaakt_op": klok.nu(), "gemaakt_door": by}
    scenario = Scenario.objects.create(programma=programma, nummer=hoogste + 1, **velden)
    audit.record(scenario, "scenario_maken", by=by, naam=naam)
    return scenario


@transaction.atomic
def toevoegen(
    scenario: Scenario,
    *,
    soort: str,
    regel: Begrotingsregel,
    naar: Begrotingsregel | None = None,
    budget: str,
    bedrag: Decimal,
    reden: str,
    by,
) -> Scenariostap:
    """Add a step of `bedrag` (euro); nothing is booked. Raises GeenToegang or Geweigerd."""
    require(by, Permission.BEGROTING_MUTEREN)
    _lock_concept(scenario)
    _check_stap(scenario, soort, regel, naar, budget, bedrag)
    hoogste = scenario.stappen.aggregate(hoogste=Max("nummer"))["hoogste"] or 0
    velden = {"regel": regel, "naar": naar, "budget": budget, "bedrag": bedrag, "reden": reden}
    stap = Scenariostap.objects.create(scenario=scenario, nummer=hoogste + 1, soort=soort, **velden)
    audit.record(scenario, "scenario_stap_toevoegen", by=by, stap=_in_woorden(stap))
    return stap


@transaction.atomic
def weghalen(scenario: Scenario, nummer: int, *, by) -> None:
    """Take a step out; a step that is not there (any more) is no fault. Raises GeenToegang or Geweigerd."""
    require(by, Permission.BEGROTING_MUTEREN)
    _lock_concept(scenario)
    if stap := scenario.stappen.filter(nummer=nummer).select_related("regel__post").first():
        audit.record(scenario, "scenario_stap_weghalen", by=by, stap=_in_woorden(stap))
        stap.delete()


@transaction.atomic
def aannemen(scenario: Scenario, *, besluit: Besluit, by) -> None:
    """Book the steps of a scenario as one decision, once; what goes between posts is proposed as a herschikking.

    Raises GeenToegang, NietMogelijk (it was decided already), Geweigerd, or Tekort when it no longer fits: then
    nothing is booked and the scenario stays a concept.
    """
    nummer = uuid4()
    advance(scenario, "scenario_aannemen", by=by, velden=_besloten(besluit.reden, by) | {"besluit": nummer})
    stappen = list(met_regels(scenario))
    if not stappen:
        raise Geweigerd("Dit scenario heeft nog geen stappen. Voeg er eerst een toe.", "reden")
    try:
        _boek([stap for stap in stappen if stap.soort != S.VERSCHUIVEN], replace(besluit, nummer=nummer), by)
    except Tekort as tekort:
        raise Tekort(_past_niet_meer(scenario, stappen, tekort), tekort.tekort, met_reden=tekort.met_reden) from None
    for stap in stappen:
        if stap.soort == S.VERSCHUIVEN:
            _stel_voor(stap, besluit, by)


@transaction.atomic
def verwerpen(scenario: Scenario, *, reden: str, by) -> None:
    """Put a scenario aside; it stays readable. Raises GeenToegang, NietMogelijk or Geweigerd (no reason)."""
    advance(scenario, "scenario_verwerpen", by=by, velden=_besloten(reden, by), reden=reden)


def met_regels(scenario: Scenario):
    """The steps of a scenario with the lines that they are about, in one query."""
    return scenario.stappen.select_related(
        "regel__post__programma", "regel__dekkingsbron", "naar__post__programma", "naar__dekkingsbron", "herschikking"
    )


def _besloten(reden: str, by) -> dict:
    if not reden.strip():
        raise Geweigerd("Schrijf op waarom.", "reden")
    return {"besloten_op": klok.nu(), "besloten_door": by, "reden": reden}


def _met(stand: Stand, budget: str, bedrag: Decimal) -> Stand:
    verplichtingen = bedrag if budget != Budget.KAS else Decimal(0)
    kas = bedrag if budget != Budget.VERPLICHTINGEN else Decimal(0)
    return replace(stand, budget=stand.budget + verplichtingen, kasbudget=stand.kasbudget + kas)


def _boek(stappen: list[Scenariostap], besluit: Besluit, by) -> None:
    """What adds to a line goes first, so that only the outcome must fit and not each step on the way."""
    alle = [rij for stap in stappen for rij in rijen(stap)]
    if alle:
        boeken(sorted(alle, key=lambda rij: rij[3] < 0), besluit, by=by)


def _stel_voor(stap: Scenariostap, besluit: Besluit, by) -> None:
    if besluit.begrotingsjaar is None:
        raise Geweigerd("Vul het begrotingsjaar in: dit scenario verschuift budget tussen regels.", "begrotingsjaar")
    stap.herschikking = herschikken.voorstellen(
        stap.regel, stap.naar, budget=stap.budget, bedrag=stap.bedrag, besluit=besluit, by=by
    )
    stap.save(update_fields=["herschikking"])


def _past_niet_meer(scenario: Scenario, stappen: list[Scenariostap], tekort: Tekort) -> str:
    """Why it does not fit, and on which of its lines something was booked since it was made."""
    geraakt = [regel for stap in stappen for regel, *_ in rijen(stap)]
    sindsdien = Mutatie.objects.filter(regel__in=geraakt, geboekt_op__gt=scenario.gemaakt_op)
    namen = dict.fromkeys(str(mutatie.regel) for mutatie in sindsdien.for_list())
    gewijzigd = "".join(f" Het budget van ‘{naam}’ is veranderd sinds dit scenario is gemaakt." for naam in namen)
    return f"Dit scenario past niet. {tekort}{gewijzigd}"


def _lock_concept(scenario: Scenario) -> None:
    op_slot = Scenario.objects.select_for_update().get(pk=scenario.pk)
    if op_slot.status != Scenario.Status.CONCEPT:
        raise Geweigerd(f"Scenario ‘{scenario}’ is {op_slot.get_status_display().lower()} en verandert niet meer.")


def _check_stap(scenario: Scenario, soort, regel, naar, budget, bedrag: Decimal) -> None:
    for veld, lijn in (("regel", regel), ("naar", naar)):
        if lijn and lijn.jaar:
            check_open_jaar(lijn.programma, lijn.jaar, veld)
    if any(each and each.programma != scenario.programma for each in (regel, naar)):
        raise Geweigerd("Kies regels van dit programma.", "regel")
    if bedrag <= 0:
        raise Geweigerd("Vul een bedrag in van meer dan € 0, bijvoorbeeld 250.000 of 1.234,50.")
    if soort in (S.VERLAGEN, S.VERHOGEN) and naar:
        raise Geweigerd("Verlagen en verhogen gaan over één regel. Laat ‘naar’ leeg.", "naar")
    if soort in (S.VERSCHUIVEN, S.VERTRAGEN) and (naar is None or naar == regel):
        raise Geweigerd("Kies naar welke andere regel het bedrag gaat.", "naar")
    if soort == S.VERSCHUIVEN and naar.post_id == regel.post_id:
        raise Geweigerd("Verschuiven gaat naar een andere post. Kies voor een ander jaar ‘vertragen’.", "naar")
    if soort == S.VERTRAGEN:
        _check_vertragen(regel, naar, budget)


def _check_vertragen(regel: Begrotingsregel, naar: Begrotingsregel, budget: str) -> None:
    if regel.jaar is None or naar.jaar is None:
        raise Geweigerd(
            "De verdeling over jaren is onbekend: deze regel is niet verdeeld over jaren. "
            "Vertragen naar een later jaar is daarom niet mogelijk.",
            "soort",
        )
    if (regel.post_id, regel.dekkingsbron_id) != (naar.post_id, naar.dekkingsbron_id) or naar.jaar <= regel.jaar:
        raise Geweigerd("Vertragen gaat naar een later jaar van dezelfde post en dezelfde dekkingsbron.", "naar")
    if budget != Budget.KAS:
        raise Geweigerd("Vertragen verschuift alleen kas. Kies ‘kas’.", "budget")


def _in_woorden(stap: Scenariostap) -> str:
    naar = f" naar {stap.naar}" if stap.naar_id else ""
    return f"{stap.wat}, {euro(stap.bedrag)}, {stap.regel}{naar}"
