"""What a scenario would do, as its page shows it: per line, per post, per year and on the figures of the letter.

Of a concept beside the standen of today; of what is decided beside what was booked when it was decided.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db.models import Sum
from django.utils.timezone import localdate

import actielijnen.cijfers  # noqa: F401  registers its figures
from actielijnen.begroting.scenario import met_regels, rijen, straks
from actielijnen.begroting.standen import NUL, Stand, standen, totaal
from actielijnen.models import Begrotingsregel, Budget, Mutatie, Scenario, Scenariostap
from agenda import cijfers, klok
from agenda.models import Kwalificatie
from agenda.money import euro

TOTAAL = "begroting.totaal"
ONVERDEELD = "niet verdeeld over jaren"
UITWEG = {
    True: "Deze regel is indicatief: aannemen vraagt een reden.",
    False: "Dit is een hard plafond: zo past het niet.",
}


@dataclass(frozen=True)
class Effect:
    """Something as it stands now, and as it would stand."""

    naam: str
    nu: Stand
    straks: Stand
    uitweg: str = ""  # of a line: what its ceiling means for who adopts

    @property
    def is_anders(self) -> bool:
        return self.nu != self.straks

    @property
    def verschil_budget(self) -> Decimal:
        return self.straks.budget - self.nu.budget

    @property
    def verschil_kas(self) -> Decimal:
        return self.straks.kasbudget - self.nu.kasbudget

    @property
    def tekorten(self) -> list[str]:
        """What would be short on a line, where it is less than now."""
        namen = {"beschikbaar": "vrij beschikbaar", "kasruimte": "kas"}
        return [
            f"{self.naam}: {euro(-getattr(self.straks, veld))} tekort aan {wat}. {self.uitweg}"
            for veld, wat in namen.items()
            if getattr(self.straks, veld) < min(getattr(self.nu, veld), NUL)
        ]


@dataclass(frozen=True)
class Briefcijfer:
    """A figure of the letter, in euro."""

    naam: str
    titel: str
    nu: Decimal
    straks: Decimal
    is_indicatief: bool

    @property
    def verschil(self) -> Decimal:
        return self.straks - self.nu


@dataclass(frozen=True)
class Scenariobeeld:
    """All that a scenario would change."""

    stappen: list[Scenariostap]
    regels: list[Effect]
    posten: list[Effect]
    jaren: list[Effect]
    van_anderen: list[Effect]
    brief: list[Briefcijfer]

    @property
    def veranderd(self) -> list[Effect]:
        """The lines that the scenario changes: where in which year."""
        return [regel for regel in self.regels if regel.is_anders]

    @property
    def tekorten(self) -> list[str]:
        return [tekort for regel in self.regels for tekort in regel.tekorten]

    @property
    def is_onverdeeld(self) -> bool:
        """Whether no line of the programma has a year."""
        return {jaar.naam for jaar in self.jaren} <= {ONVERDEELD}


def scenariobeeld(scenario: Scenario) -> Scenariobeeld:
    """The effect of a scenario, computed without writing anything; constant in queries.

    Of a decided scenario only the two budgets: what was free then is not kept, for a reservering does not say when it
    lapsed.
    """
    stappen = list(met_regels(scenario))
    regels = list(Begrotingsregel.objects.van(scenario.programma).met_namen())
    if scenario.is_concept:
        nu, brief = standen(regels), _cijfers_van_nu(scenario.programma)
    else:
        nu = _toen(scenario)
        regels = [regel for regel in regels if regel.pk in nu or regel.pk in _geraakt(stappen)]
        nu, brief = {regel.pk: nu.get(regel.pk, Stand()) for regel in regels}, _cijfers_van_toen(scenario, regels)
    dan = straks(nu, stappen)
    eigen = [regel for regel in regels if regel.dekkingsbron_id is None]
    anderen = [regel for regel in regels if regel.dekkingsbron_id]
    return Scenariobeeld(
        stappen=stappen,
        regels=[Effect(str(regel), nu[regel.pk], dan[regel.pk], UITWEG[regel.is_indicatief]) for regel in regels],
        posten=_samen(eigen, lambda regel: str(regel.post), nu, dan),
        jaren=_samen(sorted(eigen, key=_jaar), lambda regel: str(regel.jaar or ONVERDEELD), nu, dan),
        van_anderen=_samen(anderen, lambda regel: str(regel.dekkingsbron), nu, dan),
        brief=_briefcijfers(scenario.programma, stappen, brief),
    )


def _geraakt(stappen: list[Scenariostap]) -> set[int]:
    return {regel.pk for stap in stappen for regel, *_ in rijen(stap)}


def _geboekt_toen(scenario: Scenario):
    """The mutaties that stood when a scenario was decided, without its own."""
    eerder = Mutatie.objects.van(scenario.programma).filter(geboekt_op__lte=scenario.besloten_op).order_by()
    return eerder.exclude(besluit=scenario.besluit) if scenario.besluit else eerder


def _toen(scenario: Scenario) -> dict[int, Stand]:
    """The two budgets of each line when a scenario was decided."""
    nu: dict[int, Stand] = {}
    for pk, budget, som in _geboekt_toen(scenario).values_list("regel", "budget").annotate(som=Sum("bedrag")):
        deel = Stand(NUL if budget == Budget.KAS else som, NUL if budget == Budget.VERPLICHTINGEN else som)
        nu[pk] = nu.get(pk, Stand()) + deel
    return nu


Cijfers = dict[str, tuple[Decimal, bool]]  # by the name of a figure of the letter: euro, and whether it is indicatief


def _cijfers_van_nu(programma) -> Cijfers:
    namen = [f"begroting.post.{post.nummer}" for post in programma.posten.all()]
    geteld = cijfers.find(programma, klok.vandaag(), [*namen, TOTAAL])
    return {naam: (Decimal(each.waarde), each.kwalificatie == Kwalificatie.INDICATIEF) for naam, each in geteld.items()}


def _cijfers_van_toen(scenario: Scenario, regels: list[Begrotingsregel]) -> Cijfers:
    """The figures of the letter as the bookings gave them when a scenario was decided."""
    bekend = _geboekt_toen(scenario).bekend_op(localdate(scenario.besloten_op)).exclude(budget=Budget.KAS)
    sommen = dict(bekend.values_list("regel").annotate(som=Sum("bedrag")))
    geteld: Cijfers = {}
    for regel in regels:
        if regel.pk in sommen and regel.dekkingsbron_id is None:
            for naam in (f"begroting.post.{regel.post.nummer}", TOTAAL):
                som, is_indicatief = geteld.get(naam, (NUL, False))
                geteld[naam] = (som + sommen[regel.pk], is_indicatief or regel.is_indicatief)
    return geteld


def _samen(regels: Iterable[Begrotingsregel], naam: Callable, nu: dict, dan: dict) -> list[Effect]:
    """The lines that have one name together; `regels` come in the order of that name."""
    groepen = [(sleutel, [regel.pk for regel in groep]) for sleutel, groep in groupby(regels, key=naam)]
    return [
        Effect(sleutel, totaal(nu[pk] for pk in sleutels), totaal(dan[pk] for pk in sleutels))
        for sleutel, sleutels in groepen
    ]


def _jaar(regel: Begrotingsregel) -> int:
    return regel.jaar or 0


def _briefcijfers(programma, stappen: list[Scenariostap], geteld: Cijfers) -> list[Briefcijfer]:
    """The figures of the letter, and with the mutaties of the scenario known as well."""
    titels = {f"begroting.post.{post.nummer}": str(post) for post in programma.posten.all()}
    titels[TOTAAL] = "Begroting, totaal"
    erbij = dict.fromkeys(titels, NUL)
    for stap in stappen:
        for regel, budget, _, bedrag in rijen(stap):
            if regel.dekkingsbron_id is None and budget != Budget.KAS:
                erbij[f"begroting.post.{regel.post.nummer}"] += bedrag
                erbij[TOTAAL] += bedrag
    return [
        Briefcijfer(naam, titel, nu, nu + erbij[naam], is_indicatief)
        for naam, titel in titels.items()
        for nu, is_indicatief in [geteld.get(naam, (NUL, False))]
        if naam in geteld or erbij[naam]
    ]
