"""Until when the ministry may decide about an aanvraag, and why it is that day.

The articles are those of the Awb as others quote them; controleer them before a decision rests on them. How long the
term is, is a setting of the version of the regeling; without one it is that of Awb 4:13.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from agenda.termijnen import Duur, Grondslag, eind, na


@dataclass(frozen=True)
class Opschorting:
    """The time in which the term stands still, because the gemeente was asked to supplement (Awb 4:15 lid 1).

    It stands still from the day after `gevraagd_op` until the day `tot`, on which it runs again: that of the
    supplement, or the day after a term that went by unused. `tot` is None as long as neither is there.
    Raises ValueError when it runs again before it was asked.
    """

    gevraagd_op: date
    tot: date | None = None

    def __post_init__(self):
        if self.tot is not None and self.tot < self.gevraagd_op:
            raise ValueError(f"Een aanvulling van {self.tot} kan niet komen vóór de vraag van {self.gevraagd_op}.")


@dataclass(frozen=True)
class Beslistermijn:
    """A term from the day after `start`, with what held it up and by how much it was extended (Awb 4:14).

    An extension counts from the unmoved end, and only the end of all is moved.
    """

    start: date
    duur: Duur
    grondslag: Grondslag
    opschortingen: Sequence[Opschorting] = ()
    verlenging: Duur | None = None

    @property
    def staat_stil(self) -> bool:
        return any(each.tot is None for each in self.opschortingen)

    @property
    def stil(self) -> int:
        """The number of days on which the term stood still; a day in two opschortingen counts once."""
        days = set()
        for each in self.opschortingen:
            if each.tot is not None:
                first = max(each.gevraagd_op, self.start) + timedelta(days=1)
                days |= {first + timedelta(days=number) for number in range((each.tot - first).days)}
        return len(days)

    @property
    def eind(self) -> date | None:
        """The last day on which the decision is in time; None while the term stands still.

        Raises ValueError if a moved end falls in a year without known equated days.
        """
        if self.staat_stil:
            return None
        if self.verlenging is None:
            return eind(self.start, self.duur, self.grondslag, stil=self.stil)
        return eind(na(self.start, self.duur), self.verlenging, self.grondslag, stil=self.stil)
