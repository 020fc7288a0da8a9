"""Figures over the gebieden and the period of a programma; importing this registers all figures."""

import actielijnen.cijfers  # noqa: F401  registers its figures
import interventies.cijfers  # noqa: F401  registers its figures
import subsidies.cijfers  # noqa: F401  registers its figures
from agenda.cijfers import Herkomst, Telling, telt
from agenda.models import Gebied, ProgrammaPeriode, Weergave


def _gebieden(programma, peildatum) -> list[Gebied]:
    return list(Gebied.objects.bekend_op(peildatum, programma))


def _perioden(programma, peildatum) -> list[ProgrammaPeriode]:
    perioden = ProgrammaPeriode.objects.filter(
        programma=programma, is_geldend=True, bron__bekend_sinds__lte=peildatum
    )
    return list(perioden.select_related("bron"))


def _herkomst(gebieden):
    bronnen = {gebied.bron for gebied in gebieden}
    return tuple(Herkomst.uit(bron, "lijst van gebieden") for bron in bronnen)


@telt("nplv.gebieden", over=_gebieden, eenheid="focusgebieden", weergave=Weergave.AANTAL, terugkijken=True)
def focusgebieden(gebieden):
    """Het aantal focusgebieden van het Nationaal Programma Leefbaarheid en Veiligheid. Een gebied telt een
    keer, ook als de gemeente er meer heeft."""
    yield Telling(
        "nplv.gebieden",
        "Focusgebieden",
        len(gebieden),
        tuple(gebied.naam for gebied in gebieden),
        _herkomst(gebieden),
    )


@telt("nplv.gemeenten", over=_gebieden, eenheid="gemeenten", weergave=Weergave.AANTAL, terugkijken=True)
def gemeenten_met_focusgebied(gebieden):
    """Het aantal gemeenten waarin een of meer focusgebieden liggen. Een gemeente met twee gebieden telt een
    keer, daarom is dit aantal lager dan het aantal gebieden."""
    gemeenten = sorted({gebied.gemeente for gebied in gebieden}, key=lambda gemeente: gemeente.naam)
    yield Telling(
        "nplv.gemeenten",
        "Gemeenten met een focusgebied",
        len(gemeenten),
        tuple(gemeente.naam for gemeente in gemeenten),
        _herkomst(gebieden),
    )


@telt("programma.laatste-jaar", over=_perioden, eenheid="jaar", weergave=Weergave.JAAR, terugkijken=True)
def laatste_jaar(perioden):
    """Het laatste kalenderjaar van de looptijd van het programma, volgens de geldende periode."""
    for periode in perioden:
        yield Telling(
            "programma.laatste-jaar",
            "Laatste jaar van het programma",
            periode.tot_en_met_jaar,
            (periode.omschrijving,),
            (Herkomst.uit(periode.bron, f"de zin met ‘{periode.omschrijving}’"),),
        )
