"""The life of a record as a table of steps, and the only place in the portal that assigns a status."""

from dataclasses import dataclass
from functools import cache

from django.db import connection
from django.utils.module_loading import autodiscover_modules

from agenda import audit
from agenda.access import Permission, may, require


@dataclass(frozen=True)
class Stap:
    """One row of a life: `verb` takes a record from one of `van` to `naar`, by who has `permission`."""

    verb: str
    van: tuple[str, ...]
    naar: str
    permission: Permission
    label: str


@dataclass(frozen=True)
class Levensloop:
    """All steps of one kind of record; `veld` is the field that holds the status."""

    veld: str
    stappen: tuple[Stap, ...]

    def possible(self, status: str) -> list[Stap]:
        return [stap for stap in self.stappen if status in stap.van]


class NietMogelijk(Exception):
    """The step does not fit the status; the message says which status it is and what is possible."""


_levenslopen: dict[type, Levensloop] = {}


def register(model: type, levensloop: Levensloop) -> Levensloop:
    """Give `model` its life. Raises ValueError for a status or an action that does not exist."""
    choices = dict(model._meta.get_field(levensloop.veld).flatchoices)
    for stap in levensloop.stappen:
        unknown = {*stap.van, stap.naar} - choices.keys()
        if unknown:
            raise ValueError(f"De stap ‘{stap.verb}’ van {model.__name__} noemt onbekende status {unknown}.")
        if stap.verb not in audit.ZINNEN:
            raise ValueError(f"De stap ‘{stap.verb}’ van {model.__name__} heeft geen zin in agenda/audit.py.")
    _levenslopen[model] = levensloop
    return levensloop


@cache
def levenslopen() -> dict[type, Levensloop]:
    """The life of every model that has one; each app keeps its tables in its own `levensloop.py`."""
    autodiscover_modules("levensloop")
    return _levenslopen


def advance(record, verb: str, *, by, **details) -> None:
    """Take the step `verb`: lock the row, check right and status, assign the status, write the audit line.

    Raises GeenToegang or NietMogelijk; then nothing changed. Needs an open transaction, because the caller's
    other changes and the step must stand or fall together.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"‘{verb}’ hoort in een transactie. Zet de handeling in transaction.atomic().")
    levensloop = _levensloop_of(record)
    steps = [stap for stap in levensloop.stappen if stap.verb == verb]
    if not steps:
        raise LookupError(f"De levensloop van {type(record).__name__} kent de stap ‘{verb}’ niet.")
    status = _locked_status(record, levensloop.veld)
    stap = next((stap for stap in steps if status in stap.van), None)
    require(by, (stap or steps[0]).permission)
    if stap is None:
        raise NietMogelijk(_refusal(record, levensloop, status, steps))
    setattr(record, levensloop.veld, stap.naar)
    record.save(update_fields=[levensloop.veld])
    audit.record(record, verb, by=by, van=status, naar=stap.naar, **details)


def options(record, user) -> list[Stap]:
    """The steps that `user` may take now: what the buttons on a screen are made from."""
    levensloop = _levensloop_of(record)
    return [
        stap for stap in levensloop.possible(getattr(record, levensloop.veld)) if may(user, stap.permission)
    ]


def _levensloop_of(record) -> Levensloop:
    model = record._meta.concrete_model
    if model not in levenslopen():
        raise LookupError(f"{model.__name__} heeft geen levensloop. Geef die in levensloop.py van de app.")
    return levenslopen()[model]


def _locked_status(record, veld: str) -> str:
    """The status as it is in the database now; the row stays locked until the transaction ends."""
    rows = record._meta.concrete_model._base_manager.select_for_update().filter(pk=record.pk)
    return rows.values_list(veld, flat=True).get()


def _refusal(record, levensloop: Levensloop, status: str, steps: list[Stap]) -> str:
    labels = dict(record._meta.get_field(levensloop.veld).flatchoices)
    wanted = " of ".join(f"‘{labels[van]}’" for stap in steps for van in stap.van)
    possible = ", ".join(stap.label for stap in levensloop.possible(status)) or "niets"
    return (
        f"‘{steps[0].label}’ kan niet: {record._meta.verbose_name} {record} heeft de status "
        f"‘{labels[status]}’, en dat moet {wanted} zijn. Nu is mogelijk: {possible}."
    )
