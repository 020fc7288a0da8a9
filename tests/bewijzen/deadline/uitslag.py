"""What the database has afterwards, laid beside what the officials were told."""

from collections import Counter, defaultdict
from datetime import datetime
from statistics import median, quantiles

import psycopg

from tests.bewijzen.deadline.klok import SLUIT
from tests.bewijzen.deadline.mensen import Meting

ANTWOORDEN = """
    SELECT a.aanvraag_id::text, v.sleutel, a.waarde FROM subsidies_antwoord a
    JOIN subsidies_formuliervraag v ON v.id = a.vraag_id ORDER BY a.nummer
"""
AANVRAGEN = "SELECT id::text, status, kenmerk, ontvangen_op FROM subsidies_aanvraag"
INDIENINGEN = "SELECT onderwerp_sleutel, count(*) FROM agenda_auditregel WHERE actie = 'aanvraag_indienen' GROUP BY 1"
BERICHTEN = "SELECT kenmerk, count(*), count(DISTINCT ontvanger_id) FROM agenda_bericht WHERE soort = 'aanvraag_ontvangen' GROUP BY 1"


class Uitslag:
    """`fouten` says in words what went wrong; empty when all was kept, once, and on time."""

    def __init__(self, database_url: str, meting: Meting, sluit: float):
        self.meting, self.sluit = meting, sluit
        with psycopg.connect(database_url) as connection:
            self.aanvragen = {row[0]: row[1:] for row in connection.execute(AANVRAGEN)}
            self.antwoorden = connection.execute(ANTWOORDEN).fetchall()
            self.indieningen = dict(connection.execute(INDIENINGEN).fetchall())
            self.berichten = {row[0]: row[1:] for row in connection.execute(BERICHTEN)}
        self.gevonden = 0
        self.fouten = [*meting.vreemd, *self._bewaard(), *self._eenmaal(), *self._op_tijd()]

    def _bewaard(self):
        """Every save that was acknowledged is there, and the last of them counts."""
        history, last = defaultdict(list), {}
        for aanvraag, vraag, waarde in self.antwoorden:
            history[aanvraag, vraag].append(waarde)
        for aanvraag, vraag, waarde in self.meting.bewaard:
            last[aanvraag, vraag] = waarde
            if _is_kept(waarde, history[aanvraag, vraag]):
                self.gevonden += 1
            else:
                yield f"weg: {vraag} van {aanvraag}, {str(waarde)[:40]}"
        for (aanvraag, vraag), waarde in last.items():
            if not _is_kept(waarde, history[aanvraag, vraag][-1:]):
                yield f"overschreven: {vraag} van {aanvraag}"

    def _eenmaal(self):
        """What was received stands there once, with one kenmerk and one letter to each; and nothing else does."""
        told = defaultdict(set)
        for aanvraag, kenmerk, _ in self.meting.ontvangen:
            told[aanvraag].add(kenmerk)
        for aanvraag, (status, kenmerk, _) in self.aanvragen.items():
            if told[aanvraag] != ({kenmerk} if kenmerk else set()) or (status == "ingediend") != bool(kenmerk):
                yield f"{aanvraag} is {status} met {kenmerk}, en verteld werd {told[aanvraag]}"
            if self.indieningen.get(aanvraag, 0) != len(told[aanvraag]):
                yield f"{aanvraag} is {self.indieningen.get(aanvraag, 0)} keer ingediend"
            if kenmerk and self.berichten.get(kenmerk) != (3, 3):
                yield f"{kenmerk}: {self.berichten.get(kenmerk)} berichten"

    def _op_tijd(self):
        """What was sent whole before closing is never late, what was begun after it always is."""
        for aanvraag, answer in self.meting.te_laat:
            if answer.verzonden < self.sluit:
                yield f"{aanvraag} was {self.sluit - answer.verzonden:.3f} s op tijd en is geweigerd"
        begun = {}
        for aanvraag, moment in self.meting.geprobeerd:
            begun[aanvraag] = min(moment, begun.get(aanvraag, moment))
        for aanvraag, (_, kenmerk, ontvangen_op) in self.aanvragen.items():
            if kenmerk and not begun[aanvraag] <= self._real(ontvangen_op) < self.sluit:
                yield f"{kenmerk} is ontvangen om {ontvangen_op}, begonnen {self.sluit - begun[aanvraag]:.3f} s voor sluiting"

    def _real(self, moment: datetime) -> float:
        return moment.timestamp() - SLUIT.timestamp() + self.sluit

    def cijfers(self, starts: int) -> str:
        duren = sorted(self.meting.duren)
        status = Counter(row[0] for row in self.aanvragen.values())
        regels = {
            "verzoeken": len(duren),
            "mediaan (ms)": round(1000 * median(duren)),
            "95 % (ms)": round(1000 * quantiles(duren, n=20)[-1]),
            "langste (ms)": round(1000 * duren[-1]),
            "afgebroken verzoeken": len(self.meting.gebroken),
            "keer opnieuw gestart": starts - 1,
            "antwoorden bevestigd": len(self.meting.bewaard),
            "daarvan teruggevonden": self.gevonden,
            "aanvragen ingediend": status["ingediend"],
            "bevestigingen daarvan": len(self.meting.ontvangen),
            "te laat, en geweigerd": len({aanvraag for aanvraag, _ in self.meting.te_laat}),
            "fouten": len(self.fouten),
        }
        return "\n".join(f"  {naam:<24}{waarde:>8}" for naam, waarde in regels.items())


def _is_kept(waarde, history: list) -> bool:
    """Whether it is among the answers; of a file its digest counts, and it is there once."""
    digests = [[each["sha256"] for each in kept] for kept in history if isinstance(kept, list)]
    return waarde in history or [waarde] in digests
