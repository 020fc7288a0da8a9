"""Herindeling: which gemeente a record belongs to on a day, when the one that it names is no more.

A record keeps the gemeente of its own time. With one successor that one carries on, so a series over the years is
that of the successor and of all that went up in it. Of a gemeente that was divided nobody can say which part of an
amount went where: what it had stays under its own name.
"""

from collections.abc import Iterable
from datetime import date

from agenda.models import Gemeente


class Herindeling:
    """All herindelingen until `dag`, read once for a whole page."""

    def __init__(self, dag: date):
        gone = Gemeente.objects.filter(opgegaan_op__lte=dag, is_verdeeld=False).select_related("opvolger")
        self._opvolgers = {each.pk: each.opvolger for each in gone.order_by("opgegaan_op", "naam")}
        self._namen = {each.pk: each.naam for each in gone}

    def nu(self, gemeente: Gemeente) -> Gemeente:
        """The gemeente that carries on for `gemeente`; itself if it exists, or if it was divided."""
        passed = set()
        while (opvolger := self._opvolgers.get(gemeente.pk)) and gemeente.pk not in passed:
            passed.add(gemeente.pk)
            gemeente = opvolger
        return gemeente

    def voorgangers(self, gemeente: Gemeente) -> list[str]:
        """The names of all that went up in `gemeente`, the earliest first."""
        return [self._namen[pk] for pk, opvolger in self._opvolgers.items() if self.nu(opvolger).pk == gemeente.pk]

    def naam(self, gemeente: Gemeente) -> str:
        """The name of today with those of before: `Nieuw-Voorbeeld (eerder Oud-Voorbeeld en Voorbeelddorp)`."""
        nu = self.nu(gemeente)
        eerder = self.voorgangers(nu)
        return f"{nu} (eerder {en(eerder)})" if eerder else str(nu)


def en(namen: Iterable[str]) -> str:
    """`A`, `A en B` or `A, B en C`."""
    *begin, laatste = namen
    return f"{', '.join(begin)} en {laatste}" if begin else laatste


def in_woorden(gemeente: Gemeente) -> str:
    """What happened to `gemeente`, or will, and to those before it; empty if nothing did. Asks for both relations."""
    delen = []
    if gemeente.opvolger:
        delen.append(f"op {gemeente.opgegaan_op:%d-%m-%Y} opgegaan in {gemeente.opvolger}")
    elif gemeente.is_verdeeld:
        over = [str(each) for each in gemeente.verdeeld_over.all()]
        delen.append(f"op {gemeente.opgegaan_op:%d-%m-%Y} verdeeld" + (f" over {en(over)}" if over else ""))
    delen += [f"sinds {each.opgegaan_op:%d-%m-%Y} met {each}" for each in gemeente.voorgangers.all()]
    return "; ".join(delen)
