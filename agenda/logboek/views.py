"""The pages of the log: the list, and one line with every row that was written with it."""

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from agenda.access import Permission, audience
from agenda.audit import sentence
from agenda.lijsten import show_list
from agenda.logboek.lijst import Logboek, rollen, wie
from agenda.models import AuditRegel, Spoor
from agenda.naslag import pagina

TOONT = 200  # rows of one transaction; loading the programme writes a thousand


@audience(Permission.LOGBOEK_INZIEN)
def lijst(request):
    return show_list(
        request,
        Logboek,
        inleiding="Wie wat heeft gedaan, wanneer en vanaf welk adres. Regels worden nooit gewijzigd of verwijderd.",
        **pagina.frame("logboek"),
    )


@audience(Permission.LOGBOEK_INZIEN)
@require_safe
def regel(request, nummer):
    regel = get_object_or_404(AuditRegel.objects.visible_to(request.user).for_list(), pk=nummer)
    sporen = list(regel.spoor[: TOONT + 1])
    return pagina.detail(
        request,
        "logboek/regel.html",
        f"Regel {regel.pk} van het logboek",
        programma=None,
        onder=["logboek"],
        regel=regel,
        zin=sentence(regel),
        wie=wie(regel),
        rollen=rollen(regel),
        details=[(naam.replace("_", " "), in_words(waarde)) for naam, waarde in regel.details.items()],
        sporen=[(spoor, changes(spoor)) for spoor in sporen[:TOONT]],
        is_ingekort=len(sporen) > TOONT,
        toont=TOONT,
    )


def changes(spoor: Spoor) -> list[tuple[str, str, str]]:
    """Column, value before and value after; the column that did not exist before or after gets a dash."""
    oud, nieuw = spoor.oud or {}, spoor.nieuw or {}
    return [(kolom, in_words(oud.get(kolom)), in_words(nieuw.get(kolom))) for kolom in (nieuw or oud)]


def in_words(value) -> str:
    """A value from JSON as an auditor reads it."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    return str(value)
