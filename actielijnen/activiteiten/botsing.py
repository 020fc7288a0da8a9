"""Two people change one record: what each changed is kept, and where both changed the same, the second decides."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db.models import Model

SAMEN = [("eigenaar", "eigenaar_rol")]  # columns that are one thing for who reads


class Botsing(ValidationError):
    """Another changed the same fields meanwhile; `stand` is what the record holds now."""

    def __init__(self, fouten: dict[str, str], stand: dict):
        super().__init__(fouten)
        self.stand = stand


def stand_van(record: Model, velden: list[str]) -> dict[str, object]:
    """What a page shows of a record, in a shape that it can send along; of another record the number."""
    return {naam: _sleutel(getattr(record, naam)) for naam in velden}


def samengevoegd(record: Model, velden: Mapping[str, object], gezien: Mapping[str, object]) -> dict[str, object]:
    """What `velden` change of what was `gezien`, on top of what others changed meanwhile.

    Needs the lock of `record`. Raises Botsing with both values at each field that both changed.
    """
    nu, beide, botsing = stand_van(record, [*velden]), dict(velden), {}
    los = [(naam,) for naam in velden if not any(naam in namen for namen in SAMEN)]
    for namen in los + SAMEN:
        daar, hier, was = ([bron.get(naam) for naam in namen] for bron in (nu, _sleutels(velden), gezien))
        if daar in (was, hier):
            continue
        if hier == was:
            beide |= {naam: getattr(record, naam) for naam in namen}
        else:
            botsing[namen[0]] = (
                f"Een ander heeft dit intussen gewijzigd. Er staat nu: ‘{_in_woorden(record, namen)}’. "
                f"U vulde in: ‘{_in_woorden(record, namen, velden)}’. Kies wat het wordt en sla het opnieuw op."
            )
    if botsing:
        raise Botsing(botsing, nu)
    return beide


def _sleutels(velden: Mapping[str, object]) -> dict[str, object]:
    return {naam: _sleutel(waarde) for naam, waarde in velden.items()}


def _sleutel(waarde) -> object:
    return waarde.pk if isinstance(waarde, Model) else waarde


def _in_woorden(record: Model, namen: tuple[str, ...], velden: Mapping[str, object] | None = None) -> str:
    """The first of these fields that holds something; of `velden`, or as the record has it now."""
    for naam in namen:
        if waarde := velden[naam] if velden else getattr(record, naam):
            return str(dict(record._meta.get_field(naam).flatchoices).get(waarde, waarde))
    return "niets"
