"""Which programma a page speaks of: the one that its address names, else the real one of today."""

from django.http import Http404

from agenda.models import Programma


def named_programma(request) -> str:
    """The code that the address names, in its path (a letter) or behind it; empty if it names none."""
    match = request.resolver_match
    return (match.kwargs.get("programma") if match else "") or request.GET.get("programma", "")


def chosen_programma(request) -> Programma:
    """The programma that the address names, else the real one that has no successor. Raises Http404."""
    programmas = Programma.objects.visible_to(request.user).select_related("ministerie", "contact_bron")
    if code := named_programma(request):
        programma = programmas.filter(code=code).first() if code.isprintable() else None
        melding = f"Het programma ‘{code}’ bestaat niet."
    else:
        programma = programmas.huidig()
        melding = "Er is nog geen programma geladen. Laad het met `manage.py laad_programma`."
    if programma is None:
        raise Http404(melding)
    return programma
