"""Which questions are asked, given the answers so far."""

from collections.abc import Iterable, Mapping
from typing import Any

from subsidies.aanvragen.soorten import LEEG
from subsidies.models import Formuliervraag


def gevraagd(vragen: Iterable[Formuliervraag], waarden: Mapping[int, Any]) -> list[Formuliervraag]:
    """Those of `vragen` (in the order of the form) that are asked, with `waarden` the kept answer per question.

    A question that hangs on one that is not asked itself, is not asked either.
    """
    asked: dict[int, Formuliervraag] = {}
    for vraag in vragen:
        on = vraag.als_vraag_id
        if on is None or (on in asked and waarden.get(on, LEEG) == vraag.als_waarde):
            asked[vraag.pk] = vraag
    return list(asked.values())
