"""A page with one form, and the way back."""

from agenda.naslag import pagina


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
