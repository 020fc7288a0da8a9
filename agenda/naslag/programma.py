"""Which programma a page speaks of: the one in the address, else the only real one."""

from django.http import Http404

from agenda.models import Programma


def chosen_programma(request) -> Programma:
    """The programma of `?programma=`, else the real one that has no successor. Raises Http404."""
    programmas = Programma.objects.visible_to(request.user).select_related("ministerie", "contact_bron")
    if code := request.GET.get("programma"):
        programma = programmas.filter(code=code).first() if code.isprintable() else None
        melding = f"Het programma ‘{code}’ bestaat niet."
    else:
        programma = programmas.huidig()
        melding = "Er is nog geen programma geladen. Laad het met `manage.py laad_programma`."
    if programma is None:
        raise Http404(melding)
    return programma
