"""Booking on the begroting: one page per kind of booking, and how all of them are answered."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from actielijnen.begroting.eenmalig import AlVerstuurd
from actielijnen.begroting.standen import standen
from actielijnen.forms.verplichtingen import VerplichtingForm
from actielijnen.models import Begrotingsregel, Verplichting
from agenda.access import Permission, audience, may
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled

P = Permission
LAATSTE = 10  # verplichtingen on the page
# fmt: off
SOORTEN = {
    # address, text, who may, what it is for
    "Geld uitgeven": (
        ("verplichting-aangaan", "Verplichting aangaan", P.VERPLICHTING_AANGAAN, "Een contract of opdracht."),
    ),
}
# fmt: on
TWEE_KEER = "U had dit formulier al verstuurd. Het is één keer geboekt, niet twee keer."


def answer(request, form, titel: str, *, programma, knop: str, inleiding: str, terug: str, **context):
    """Book what was sent, once, and show what came of it; else the page with the form and what it refused."""
    try:
        if form.is_valid() and (adres := form.boek(by=request.user)):
            messages.success(request, form.melding(form.record))
            return redirect(adres)
    except AlVerstuurd as eerder:
        messages.warning(request, TWEE_KEER)
        return redirect(eerder.adres)
    return pagina.detail(
        request,
        "actielijnen/boeken/formulier.html",
        titel,
        programma=programma,
        onder=["begroting"],
        form=form,
        knop=knop,
        inleiding=inleiding,
        terug=terug,
        **context,
    )


def op_regel(request, form_class, titel: str, **words):
    """A booking on the lines of the programma that the address names; `?regel=` chooses one beforehand."""
    programma = chosen_programma(request)
    regels = list(Begrotingsregel.objects.visible_to(request.user).van(programma).met_namen())
    stand = standen(regels)
    form = filled(request, form_class, programma, initial={"regel": request.GET.get("regel", "")})
    return answer(
        request,
        form,
        titel,
        programma=programma,
        terug=programma.address(reverse("begroting")),
        regels=[(regel, stand[regel.pk]) for regel in regels],
        **words,
    )


@audience(Permission.PROGRAMMA_INZIEN)
def boeken(request):
    programma = chosen_programma(request)
    verplichtingen = Verplichting.objects.visible_to(request.user).filter(programma=programma)
    return pagina.detail(
        request,
        "actielijnen/boeken/boeken.html",
        "Boeken",
        programma=programma,
        onder=["begroting"],
        soorten=soorten(request.user),
        verplichtingen=verplichtingen.select_related("programma", "regel__post", "regel__dekkingsbron")[:LAATSTE],
    )


def soorten(user) -> list:
    """What `user` may book, per group: the words of the link, its address, and what it is for."""
    groepen = []
    for groep, rijen in SOORTEN.items():
        links = [(tekst, reverse(naam), uitleg) for naam, tekst, recht, uitleg in rijen if may(user, recht)]
        groepen += [(groep, links)] if links else []
    return groepen


@audience(Permission.VERPLICHTING_AANGAAN)
def verplichting(request):
    return op_regel(
        request,
        VerplichtingForm,
        "Verplichting aangaan",
        knop="Verplichting aangaan",
        inleiding="Een contract of een opdracht. Het bedrag gaat meteen af van wat vrij beschikbaar is.",
    )
