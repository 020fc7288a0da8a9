"""The gallery of all components, and the page for a form that was sent without a valid token."""

from django.shortcuts import redirect, render

from agenda.access import PUBLIC, audience
from agenda.sessies.invoer import filled, page_after_new_token
from agenda.ui.component import component
from agenda.ui.voorbeelden import GROEPEN, VoorbeeldForm, voorbeelden


@audience(PUBLIC)
def stijlgids(request):
    """All components with example values; the example form shows its errors when it is sent."""
    form = filled(request, VoorbeeldForm)
    groepen = {naam: [component(each) for each in onderdelen] for naam, onderdelen in GROEPEN.items()}
    context = voorbeelden(request.GET.get("pagina", "4")) | {"form": form, "groepen": groepen}
    return render(request, "stijlgids/index.html", context)


def csrf_failure(request, reason=""):
    """Django calls this view when the token of a form is missing or old; an old one costs no typed work."""
    if page := page_after_new_token(request):
        return redirect(page)
    return render(request, "403_csrf.html", status=403)
