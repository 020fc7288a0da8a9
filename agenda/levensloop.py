"""The life of a record as a table of steps, and the only place in the portal that assigns a status."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.db import connection, models
from django.utils.module_loading import autodiscover_modules

from agenda import audit
from agenda.access import Permission, may, require
from agenda.models.audit import AuditRegel


@dataclass(frozen=True)
class Stap:
    """One row of a life: `verb` takes a record from one of `van` to `naar`, by who has `permission`.

    `niet_door` names earlier actions on the same record, steps or not: who did one of them in this round cannot
    take this step, whatever roles he has. A round begins when the record comes (back) in its first status.
    `nooit_door` names the same for every round: what somebody wrote stays his, however often the record comes back.
    """

    verb: str
    van: tuple[str, ...]
    naar: str
    permission: Permission
    label: str
    niet_door: tuple[str, ...] = ()
    nooit_door: tuple[str, ...] = ()


@dataclass(frozen=True)
class Levensloop:
    """All steps of one kind of record; `veld` is the field that holds the status."""

    veld: str
    stappen: tuple[Stap, ...]

    def possible(self, status: str) -> list[Stap]:
        return [stap for stap in self.stappen if status in stap.van]


class NietMogelijk(Exception):
    """The step does not fit the status; the message says which status it is and what is possible."""


class Functiescheiding(NietMogelijk):
    """Somebody may not take this step because of what he did to the record himself; the message says what."""


_levenslopen: dict[type, Levensloop] = {}
_scheidingen: set[tuple[str, str, str]] = set()


def scheiding(waarvan: str, stap: str, eerder: str) -> None:
    """Say for the page of rights that code, and no levensloop, keeps `stap` from who did `eerder`."""
    _scheidingen.add((waarvan, stap, eerder))


def andere_scheidingen() -> list[tuple[str, str, str]]:
    """What `scheiding` was told: of what record, which step, after which work."""
    return sorted(_scheidingen)


def register(model: type, levensloop: Levensloop) -> Levensloop:
    """Give `model` its life. Raises ValueError for a status or an action that does not exist, and for
    functiescheiding on a field without a first status (its default): a round could not begin."""
    field = model._meta.get_field(levensloop.veld)
    choices = dict(field.flatchoices)
    for stap in levensloop.stappen:
        unknown = {*stap.van, stap.naar} - choices.keys()
        if unknown:
            raise ValueError(f"De stap ‘{stap.verb}’ van {model.__name__} noemt onbekende status {unknown}.")
        for verb in {stap.verb, *stap.niet_door, *stap.nooit_door} - audit.ZINNEN.keys():
            raise ValueError(f"De stap ‘{verb}’ van {model.__name__} heeft geen zin in agenda/audit.py.")
        if stap.niet_door and field.default not in choices:
            raise ValueError(f"{model.__name__}.{field.name} heeft geen eerste status; niet_door kan dan niet.")
    _levenslopen[model] = levensloop
    return levensloop


@cache
def levenslopen() -> dict[type, Levensloop]:
    """The life of every model that has one; each app keeps its tables in its own `levensloop.py`."""
    autodiscover_modules("levensloop", "opruimen.levensloop")
    return _levenslopen


def advance(record, verb: str, *, by, velden: Mapping[str, object] | None = None, **details) -> None:
    """Take the step `verb`: lock the row, check right and status, assign the status, write the audit line.

    `velden` are saved with the status, in one UPDATE, for what a constraint wants of that status (who, when).

    Raises GeenToegang, NietMogelijk or Functiescheiding; then nothing changed. Needs an open transaction, because
    the caller's other changes and the step must stand or fall together.
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
    if own := _own_work(record, stap, by):  # after the lock, so that nothing can slip in between
        raise Functiescheiding(_separation(record, levensloop, stap, own))
    changes = {**(velden or {}), levensloop.veld: stap.naar}
    for name, value in changes.items():
        setattr(record, name, value)
    record.save(update_fields=list(changes))
    audit.record(record, verb, by=by, van=status, naar=stap.naar, **details)


def options(record, user) -> list[Stap]:
    """The steps that `user` may take now: what the buttons on a screen are made from."""
    return [stap for stap, own in _permitted(record, user) if not own]


def withheld(record, user) -> list[tuple[Stap, str]]:
    """The steps that only functiescheiding keeps from `user` now, each with the reason in Dutch, for the screen."""
    levensloop = _levensloop_of(record)
    return [(stap, _separation(record, levensloop, stap, own)) for stap, own in _permitted(record, user) if own]


def _permitted(record, user) -> list[tuple[Stap, str]]:
    """The steps that fit the status and the rights of `user`, each with his own work that stands in its way."""
    levensloop = _levensloop_of(record)
    stappen = levensloop.possible(getattr(record, levensloop.veld))
    return [(stap, _own_work(record, stap, user)) for stap in stappen if may(user, stap.permission)]


def _levensloop_of(record) -> Levensloop:
    model = record._meta.concrete_model
    if model not in levenslopen():
        raise LookupError(f"{model.__name__} heeft geen levensloop. Geef die in levensloop.py van de app.")
    return levenslopen()[model]


def _locked_status(record, veld: str) -> str:
    """The status as it is in the database now; the row stays locked until the transaction ends."""
    rows = record._meta.concrete_model._base_manager.select_for_update().filter(pk=record.pk)
    return rows.values_list(veld, flat=True).get()


def _own_work(record, stap: Stap, user) -> str:
    """The action by which `user` stands in the way of `stap` himself; empty if none."""
    if not (stap.niet_door or stap.nooit_door) or user.pk is None or record.pk is None:
        return ""
    field = record._meta.get_field(_levensloop_of(record).veld)
    regels = AuditRegel.objects.about(record)
    back = regels.filter(details__naar=field.default).exclude(details__van=field.default)
    begin = back.aggregate(begin=models.Max("pk", default=0))["begin"]
    in_the_way = models.Q(actie__in=stap.niet_door, pk__gt=begin) | models.Q(actie__in=stap.nooit_door)
    own = regels.filter(in_the_way, account=user.pk)
    return own.order_by("pk").values_list("actie", flat=True).last() or ""


def _separation(record, levensloop: Levensloop, stap: Stap, own: str) -> str:
    if own == stap.verb:
        return f"‘{stap.label}’ hebt u bij {record._meta.verbose_name} {record} al gedaan. Eén keer is genoeg."
    label = next((each.label for each in levensloop.stappen if each.verb == own), own.replace("_", " "))
    return (
        f"‘{stap.label}’ kunt u bij {record._meta.verbose_name} {record} niet zelf doen, "
        f"want u deed ook ‘{label}’. Vraag dit aan een collega."
    )


def _refusal(record, levensloop: Levensloop, status: str, steps: list[Stap]) -> str:
    labels = dict(record._meta.get_field(levensloop.veld).flatchoices)
    wanted = " of ".join(f"‘{labels[van]}’" for stap in steps for van in stap.van)
    possible = ", ".join(stap.label for stap in levensloop.possible(status)) or "niets"
    return (
        f"‘{steps[0].label}’ kan niet: {record._meta.verbose_name} {record} heeft de status "
        f"‘{labels[status]}’, en dat moet {wanted} zijn. Nu is mogelijk: {possible}."
    )
