"""How every form of subsidies is answered: carried out once, or shown again with what was refused."""

from django.shortcuts import render

from actielijnen.views.formulier import carried_out


def answer(request, form, titel: str, *, programma, kruimelpad: dict, knop: str, inleiding: str, terug: str, **context):
    """Carry out what was sent and go to its result; else the page with the form, and beside it what `context` gives."""
    if done := carried_out(request, form):
        return done
    nothing = {"uitkering": None, "aanmelding": None, "eerder": [], "ruimte": "", "waarom": "", "signaal": ("", "")}
    beside = nothing | context
    vast = {"titel": titel, "programma": programma, "kruimelpad": kruimelpad, "form": form}
    vast |= {"knop": knop, "inleiding": inleiding, "terug": terug}
    return render(request, "subsidies/du/formulier.html", beside | vast)
