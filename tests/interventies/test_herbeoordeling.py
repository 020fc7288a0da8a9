"""Before a judgement runs out who judges is asked for a new one, once; and told when it did run out."""

from datetime import UTC, datetime

import pytest

from agenda import klok
from agenda.berichten import herinneringen
from agenda.models import Bericht
from interventies.palet import beoordelen, fasen
from interventies.taken import herbeoordeling_vragen
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen.interventies import LEZER, F, wie

pytestmark = pytest.mark.django_db


def told(jaar, maand, dag) -> list[tuple[str, str, bool]]:
    """Each message so far, after reminding twice on that day: kind, about what, and whether it is settled."""
    with klok.vastgezet(datetime(jaar, maand, dag, 9, tzinfo=UTC)):
        herbeoordeling_vragen()
        herbeoordeling_vragen()
    return [(each.soort, each.kenmerk, bool(each.afgehandeld_op)) for each in Bericht.objects.order_by("pk")]


def test_a_new_judgement_is_asked_for_in_time_once_and_the_question_goes_when_there_is_one():
    assert herbeoordeling_vragen in herinneringen._rounds
    made = palet.interventie(F.DOEN)  # its judgement holds until 1 October 2031
    gestopt = palet.interventie(F.DOEN, naam="Gestopt")
    with klok.vastgezet(palet.NU):
        fasen.stoppen(gestopt, reden="Te duur.", by=wie(LEZER))
    nadert = ("herbeoordeling_nadert", "interventie buurtlab")
    assert told(2031, 1, 3) == []
    assert told(2031, 1, 4) == [(*nadert, False)]
    assert told(2031, 10, 1) == [(*nadert, False)]
    assert told(2031, 10, 2) == [(*nadert, True), ("herbeoordeling_verstreken", "interventie buurtlab", False)]
    with klok.vastgezet(datetime(2031, 11, 1, 9, tzinfo=UTC)):
        opnieuw = palet.oordeel(beoordeeld_op=datetime(2031, 10, 20, tzinfo=UTC).date())
        beoordelen.beoordelen(made, opnieuw, by=wie(LEZER))
    assert [settled for _, _, settled in told(2031, 11, 2)] == [True, True]
