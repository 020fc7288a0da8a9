"""Deadline day: who saved or handed in on time is never told otherwise, however often the portal is killed.

The clock of the portal is set forward, so that the tijdvak closes minutes from now; it runs at its own speed. What
people do in the last two hours is done within those minutes.
"""

import json
import os
import random
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Thread

import psycopg
import pytest

from tests.bewijzen.deadline.mensen import Ambtenaar, Meting, dien_in, vul_in
from tests.bewijzen.deadline.server import Server
from tests.bewijzen.deadline.uitslag import Uitslag
from tests.browser import server
from tests.hulpmiddelen.broncode import ROOT

VAST = 1.2  # seconds before and after closing in which nothing can be handed in: who is in time waits until after it
SLOT = 2.5  # seconds from the moment that the sample has filled in everything until closing


@dataclass(frozen=True)
class Dag:
    """`duur` is the seconds until closing; without it that comes once everything is filled in, on any machine.

    `laatste` is the share of gemeenten that hand in during the last second; a tenth is too late.
    """

    gemeenten: int
    laatste: float
    gedood: tuple[float, ...]  # seconds after the first one begins
    duur: int = 0
    pauze: float = 0.3
    productie: bool = False


STEEKPROEF = Dag(gemeenten=10, laatste=0.7, gedood=(0.7,))
GEHEEL = Dag(gemeenten=342, laatste=0.2, gedood=(180, 360, 570), duur=600, pauze=20, productie=True)


@pytest.fixture
def database(django_db_setup, django_db_blocker, sjabloon):
    with server.database(django_db_blocker, sjabloon, "deadline") as url:
        yield url


def filled(url: str, gemeenten: int) -> dict:
    command = [sys.executable, "-m", "tests.bewijzen.deadline.vullen", str(gemeenten)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | {"DATABASE_URL": url}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def before_closing(dag: Dag, nummer: int, toeval: random.Random) -> float:
    """How many seconds before closing this gemeente hands in; the last tenth is too late."""
    deel = nummer / dag.gemeenten
    if deel >= 0.9:
        return -toeval.uniform(0.2, 1.5)
    if deel >= 0.9 - dag.laatste:
        return toeval.uniform(0.2, 1)
    return toeval.uniform(1, max(SLOT, dag.duur / 3))


def sleep_until(moment: float) -> None:
    time.sleep(max(0.0, moment - time.time()))


def held_up(url: str, sluit: float) -> None:
    """Around closing the database lets nobody hand in: a slow moment of ours makes nobody late."""
    sleep_until(sluit - VAST)
    with psycopg.connect(url) as connection:
        connection.execute("LOCK TABLE subsidies_aanvraag IN EXCLUSIVE MODE")
        sleep_until(sluit + VAST)


class Avond:
    """The evening itself: the portal, the people, and when it closes."""

    def __init__(self, dag: Dag, url: str, portaal: Server):
        self.dag, self.url, self.portaal = dag, url, portaal
        self.meting, self.sluiting, self.ready, self.begin = Meting(), Future(), [], time.time()

    def one(self, namen: dict, nummer: int, begint: float, voor: float) -> None:
        """One gemeente, from the first question until it has its answer."""
        mensen = [Ambtenaar(self.portaal.poort, namen, each, self.meting) for each in namen["gemeenten"][nummer]]
        sleep_until(self.begin + begint)
        aanvraag = vul_in(namen, mensen, nummer + 1, self.dag.pauze)
        self.ready.append(aanvraag)
        sleep_until(self.sluiting.result() - voor)
        dien_in(mensen, aanvraag)

    def close(self, moment: float) -> None:
        self.portaal.sluit_om(moment)
        Thread(target=held_up, args=(self.url, moment), daemon=True).start()
        self.sluiting.set_result(moment)

    def kill(self) -> None:
        for seconden in self.dag.gedood:
            sleep_until(self.begin + seconden)
            self.portaal.neer()
            self.portaal.op()

    def run(self, namen: dict) -> None:
        toeval = random.Random(1)
        if self.dag.duur:
            self.close(self.begin + self.dag.duur)
        with ThreadPoolExecutor(self.dag.gemeenten) as people:
            doing = []
            for nummer in range(self.dag.gemeenten):
                when = (self.dag.duur * toeval.uniform(0, 0.5), before_closing(self.dag, nummer, toeval))
                doing.append(people.submit(self.one, namen, nummer, *when))
            self.kill()
            while not self.sluiting.done():
                if len(self.ready) == self.dag.gemeenten or any(each.done() for each in doing):
                    self.close(time.time() + SLOT)
                time.sleep(0.05)
            for each in doing:
                each.result()


def deadline_day(dag: Dag, url: str, folder, clamd: str) -> tuple[Uitslag, int]:
    namen = filled(url, dag.gemeenten)
    if dag.productie:
        env = os.environ | {"PORTAAL_DEMO": "0", "HTTPS": "0"}
        subprocess.run([sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=env, check=True)
    portaal = Server(url, folder, clamd=clamd, sluit=time.time() + 1200, productie=dag.productie)
    portaal.op()
    try:
        avond = Avond(dag, url, portaal)
        avond.run(namen)
    finally:
        portaal.neer()
    return Uitslag(url, avond.meting, portaal.sluit), portaal.starts


@pytest.mark.parametrize("dag", [STEEKPROEF, pytest.param(GEHEEL, marks=pytest.mark.proof)], ids=["steekproef", "geheel"])
def test_on_deadline_day_nothing_is_lost_or_doubled_and_nobody_in_time_is_late(dag, database, clamd_address, tmp_path, capsys):
    uitslag, starts = deadline_day(dag, database, tmp_path, clamd_address)
    with capsys.disabled():
        print(f"\n{dag.gemeenten} gemeenten, {3 * dag.gemeenten} ambtenaren\n{uitslag.cijfers(starts)}")
    assert uitslag.fouten == []
    assert starts == 1 + len(dag.gedood)
    assert len(uitslag.meting.bewaard) == 6 * dag.gemeenten
    assert {"ingediend", "concept"} == {row[0] for row in uitslag.aanvragen.values()}
