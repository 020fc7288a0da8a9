"""A page with one form: carried out once, or shown again with the way back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from actielijnen.begroting.eenmalig import AlVerstuurd
from agenda.naslag import pagina

TWEE_KEER = "U had dit formulier al verstuurd. Het is één keer verwerkt, niet twee keer."


def carried_out(request, form, *, twee_keer: str = TWEE_KEER) -> HttpResponse | None:
    """Carry out what was sent, once, and go to its result; None when the form has something to say.

    Who sends it a second time is told so with `twee_keer`, and sees the result of the first.
    """
    try:
        if form.is_valid() and (adres := form.boek(by=request.user)):
            messages.success(request, form.melding(form.record))
            return redirect(adres)
    except AlVerstuurd as eerder:
        messages.warning(request, twee_keer)
        return redirect(eerder.adres)
    return None


def form_page(request, template: str, form, titel: str, *, programma, onder: list[str], **context):
    """The page of `form` in a template of its own, or what came of it."""
    return carried_out(request, form) or pagina.detail(
        request, template, titel, programma=programma, onder=onder, form=form, **context
    )


def show_form(request, titel: str, form, *, programma, onder: list[str], knop: str, terug: str, **words):
    """The page of `form`; `words` may give an inleiding, and a line above the title (boven)."""
    return pagina.detail(
        request,
        "actielijnen/formulier.html",
        titel,
        programma=programma,
        onder=["begroting", *onder],
        form=form,
        knop=knop,
        terug=terug,
        **{"inleiding": "", "boven": "", **words},
    )
