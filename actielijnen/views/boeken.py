"""Booking on the begroting: one page per kind of booking, and how all of them are answered."""

from django.urls import reverse

from actielijnen.begroting.standen import standen
from actielijnen.forms.begroting import (
    HerschikkingForm,
    KasschuifForm,
    MutatieForm,
    OverboekingForm,
    RegelForm,
    ReserveringForm,
)
from actielijnen.forms.verplichtingen import VerplichtingForm
from actielijnen.models import Begrotingsregel, Herschikking, Mutatie, Reservering, Verplichting
from actielijnen.views.formulier import carried_out
from agenda.access import Permission, audience, may
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled

P = Permission
LAATSTE = 10  # rows of a kind on the page
# fmt: off
SOORTEN = {
    # address, text, who may, what it is for
    "Geld vastleggen en uitgeven": (
        ("verplichting-aangaan", "Verplichting aangaan", P.VERPLICHTING_AANGAAN, "Een contract of opdracht."),
        ("reserveren", "Reserveren", P.VERPLICHTING_AANGAAN, "Geld apart houden voor iets wat nog komt."),
    ),
    "Het budget veranderen": (
        ("mutatie-boeken", "Mutatie boeken", P.BEGROTING_MUTEREN, "Meer of minder budget op een regel."),
        ("overboeking-boeken", "Overboeking boeken", P.BEGROTING_MUTEREN, "Geld van of naar een ander ministerie."),
        ("kasschuif-boeken", "Kasschuif boeken", P.BEGROTING_MUTEREN, "Kas van het ene naar het andere jaar."),
        ("herschikking-voorstellen", "Herschikking voorstellen", P.BEGROTING_MUTEREN, "Geld van post naar post."),
    ),
    "Regels en jaren": (
        ("regel-toevoegen", "Begrotingsregel toevoegen", P.BEGROTING_MUTEREN, "Een jaar of dekkingsbron bij een post."),
        ("imports", "Importeren", P.BEGROTING_MUTEREN, "Mutaties, verplichtingen of betalingen uit een bestand."),
        ("begrotingsjaren", "Jaren afsluiten", P.PROGRAMMA_INZIEN, "Welke jaren open en afgesloten zijn."),
    ),
}
# fmt: on
TWEE_KEER = "U had dit formulier al verstuurd. Het is één keer geboekt, niet twee keer."


def answer(request, form, titel: str, *, programma, knop: str, inleiding: str, terug: str, **context):
    """Book what was sent, once, and show what came of it; else the page with the form and what it refused."""
    if done := carried_out(request, form, twee_keer=TWEE_KEER):
        return done
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


def op_regel(request, form_class, titel: str, inleiding: str):
    """A booking on the lines of the programma that the address names; `?regel=` chooses one beforehand."""
    programma = chosen_programma(request)
    regels = list(Begrotingsregel.objects.visible_to(request.user).van(programma).met_namen())
    stand = standen(regels)
    gekozen = {"van": request.GET.get("regel", "")} | {
        naam: request.GET.get(naam, "") for naam in ("regel", "reservering")
    }
    form = filled(request, form_class, programma, initial=gekozen)
    return answer(
        request,
        form,
        titel,
        programma=programma,
        terug=programma.address(reverse("boeken")),
        regels=[(regel, stand[regel.pk]) for regel in regels],
        inleiding=inleiding,
        knop=titel,
    )


@audience(Permission.PROGRAMMA_INZIEN)
def boeken(request):
    programma = chosen_programma(request)
    verplichtingen = Verplichting.objects.visible_to(request.user).filter(programma=programma)
    reserveringen = Reservering.objects.visible_to(request.user).van(programma).filter(status=Reservering.Status.OPEN)
    mutaties = Mutatie.objects.visible_to(request.user).van(programma).for_list()
    voorstellen = Herschikking.objects.visible_to(request.user).van_programma(programma).wachtend()
    return pagina.detail(
        request,
        "actielijnen/boeken/boeken.html",
        "Boeken",
        programma=programma,
        onder=["begroting"],
        soorten=soorten(request.user),
        mutaties=mutaties.order_by("-geboekt_op", "-pk")[:LAATSTE],
        mag_aangaan=may(request.user, P.VERPLICHTING_AANGAAN),
        reserveringen=reserveringen.select_related("regel__post", "regel__dekkingsbron"),
        herschikkingen=voorstellen.met_regels(),
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
    inleiding = "Een contract of een opdracht. Het bedrag gaat meteen af van wat vrij beschikbaar is."
    return op_regel(request, VerplichtingForm, "Verplichting aangaan", inleiding)


@audience(Permission.VERPLICHTING_AANGAAN)
def reservering(request):
    inleiding = "Geld dat u apart houdt, is niet meer vrij. Later zet u de reservering om, of u laat haar vervallen."
    return op_regel(request, ReserveringForm, "Reserveren", inleiding)


@audience(Permission.BEGROTING_MUTEREN)
def mutatie(request):
    return op_regel(request, MutatieForm, "Mutatie boeken", "Wat er stond, blijft staan. De mutatie komt erbij.")


@audience(Permission.BEGROTING_MUTEREN)
def overboeking(request):
    return op_regel(request, OverboekingForm, "Overboeking boeken", "Geld van of naar een ander ministerie of fonds.")


@audience(Permission.BEGROTING_MUTEREN)
def kasschuif(request):
    inleiding = "Kas gaat van het ene jaar naar het andere, binnen één post en één dekkingsbron."
    return op_regel(request, KasschuifForm, "Kasschuif boeken", inleiding)


@audience(Permission.BEGROTING_MUTEREN)
def herschikking(request):
    inleiding = "Uw voorstel verandert nog niets. Pas na akkoord van twee anderen wordt er geboekt."
    return op_regel(request, HerschikkingForm, "Herschikking voorstellen", inleiding)


@audience(Permission.BEGROTING_MUTEREN)
def regel(request):
    inleiding = "Een regel is een post, een jaar en een dekkingsbron. Geld komt erop met een mutatie."
    return op_regel(request, RegelForm, "Begrotingsregel toevoegen", inleiding)
