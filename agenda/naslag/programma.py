"""Which programma a page speaks of: the one that its address names, else the real one of today."""

from django.http import Http404

from agenda.models import Programma


def named_programma(request) -> str:
    """The code that the address names, in its path (a letter) or behind it; empty if it names none."""
    match = request.resolver_match
    return (match.kwargs.get("programma") if match else "") or request.GET.get("programma", "")


def programmas(request) -> list[Programma]:
    """Those that the reader may see, the real ones first; asked once for a page."""
    if not hasattr(request, "programmas"):
        visible = Programma.objects.visible_to(request.user).select_related("ministerie", "contact_bron")
        request.programmas = list(visible.order_by("soort", "-pk"))
    return request.programmas


def current(visible: list[Programma], *, is_voorbeeld: bool = False) -> Programma | None:
    """The newest of its kind that no other follows."""
    followed = {each.opvolger_van_id for each in visible}
    return next((each for each in visible if each.is_voorbeeld == is_voorbeeld and each.pk not in followed), None)


def find_programma(request) -> Programma | None:
    """The programma that the address names, else the real one of today; None before anything is loaded."""
    visible = programmas(request)
    if not (code := named_programma(request)):
        return current(visible)
    if found := next((each for each in visible if each.code == code), None):
        return found
    raise Http404(f"Het programma ‘{code}’ bestaat niet.")


def chosen_programma(request) -> Programma:
    """The programma that the address names, else the real one of today. Raises Http404."""
    if programma := find_programma(request):
        return programma
    raise Http404("Er is nog geen programma geladen. Laad het met `manage.py laad_programma`.")


def elsewhere(request, programma: Programma, record) -> str:
    """Where a shared record stands if it is invented and `programma` is real, or the other way round; else empty."""
    if record.is_voorbeeld == programma.is_voorbeeld:
        return ""
    own = current(programmas(request), is_voorbeeld=record.is_voorbeeld)
    return own.address(record.get_absolute_url()) if own else ""
