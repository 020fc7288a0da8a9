"""The audit trail: one line per decision, written in the same transaction as the decision itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from string import Formatter

from django.apps import apps

from agenda import klok
from agenda.herkomst import herkomst
from agenda.models.audit import AuditRegel, subject_key, subject_kind
from agenda.zinnen import ZINNEN

_waiting: ContextVar[list[tuple] | None] = ContextVar("waiting", default=None)


def record(subject, action: str, *, by, **details) -> AuditRegel:
    """Write that `by` did `action` to `subject` (a record, or a model for a list as a whole).

    Raises ValueError if ZINNEN has no sentence for `action`, or if that sentence needs a detail not given.
    """
    if action not in ZINNEN:
        raise ValueError(
            f"De actie ‘{action}’ heeft geen zin in agenda/zinnen.py. Voeg die daar toe."
        )
    missing = _placeholders(action) - {"onderwerp"} - details.keys()
    if missing:
        raise ValueError(
            f"De zin van ‘{action}’ mist: {', '.join(sorted(missing))}. Geef die mee aan record()."
        )
    regel = AuditRegel(
        moment=klok.nu(),
        actie=action,
        onderwerp_soort=subject_kind(subject),
        account=by.pk,
        rollen=list(by.rollen),
        gemeente=by.gemeente.code if by.gemeente else "",
        vanaf=herkomst().vanaf,
        details=details,
    )
    if (waiting := _waiting.get()) is not None:
        waiting.append((regel, subject))
    else:
        regel.onderwerp_sleutel = subject_key(subject)
        regel.save(force_insert=True)
    return regel


@contextmanager
def together() -> Iterator[list[tuple]]:
    """Write the lines of the block at its end, in one query, when also the records they are about have their number."""
    token = _waiting.set([])
    try:
        yield _waiting.get()
        for regel, subject in _waiting.get():
            regel.onderwerp_sleutel = subject_key(subject)
        AuditRegel.objects.bulk_create(regel for regel, _ in _waiting.get())
    finally:
        _waiting.reset(token)


def sentence(regel: AuditRegel) -> str:
    """What happened, as one Dutch sentence without the name of the person."""
    naam = apps.get_model(regel.onderwerp_soort)._meta.verbose_name
    programma, _, sleutel = regel.onderwerp_sleutel.rpartition("/")
    onderwerp = f"{naam} {sleutel}".strip() + (f" ({programma})" if programma else "")
    zin = ZINNEN.get(regel.actie, f"{{onderwerp}}: {actie_in_woorden(regel.actie)}.")
    zin = zin.format_map(Woorden(regel.details | {"onderwerp": onderwerp, "bestand": regel.bestand_naam}))
    zin = f"{zin[:-2]}." if zin.endswith("..") else zin  # what somebody wrote as reason had its own
    return zin[0].upper() + zin[1:]


class Woorden(dict):
    """What a line tells. One that is older than a word of its sentence, says that it does not have it."""

    def __missing__(self, naam: str) -> str:
        return f"{naam}: niet genoteerd"


def actie_in_woorden(actie: str) -> str:
    """`bestand vrijgeven`; also of an action that the portal no longer knows."""
    return actie.replace("_", " ")


def _placeholders(action: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(ZINNEN[action]) if name}
