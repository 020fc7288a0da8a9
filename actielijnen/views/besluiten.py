"""What two persons decide on the begroting: a herschikking, a year that closes; and the rows of any decision."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from actielijnen.begroting import herschikken, jaarafsluiting, regels, verplichten
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.dossier import steps_of
from actielijnen.forms.velden import lange_tekst
from actielijnen.models import Begrotingsjaar, Herschikking, Mutatie, Reservering
from agenda import klok
from agenda.access import Permission, audience
from agenda.accounts.vers import vers_aangemeld
from agenda.levensloop import NietMogelijk, options, withheld
from agenda.money import euro
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled

JAARSTAPPEN = {"jaar_afsluiten": jaarafsluiting.afsluiten, "jaar_terugnemen": jaarafsluiting.terugnemen}


class AfwijsForm(forms.Form):
    """Why a proposal is declined."""

    reden = lange_tekst(
        "Waarom wijst u af?", hulp="De reden blijft bij het voorstel staan.", leeg="Vul in waarom u afwijst.", rijen=3
    )


def probeer(request, gelukt: str, verb, *args) -> None:
    """Carry out a step and say that it was done, or why not."""
    try:
        verb(*args, by=request.user)
        messages.success(request, gelukt)
    except (Geweigerd, NietMogelijk) as fout:
        messages.error(request, str(fout))


@audience(Permission.PROGRAMMA_INZIEN)
def besluit(request, besluit):
    """All rows of one decision."""
    programma = chosen_programma(request)
    mutaties = list(Mutatie.objects.visible_to(request.user).van(programma).for_list().filter(besluit=besluit))
    if not mutaties:
        raise Http404("Dit besluit bestaat niet in dit programma.")
    return pagina.detail(
        request,
        "actielijnen/boeken/besluit.html",
        f"{mutaties[0].get_soort_display()} van {euro(mutaties[0].bedrag)} op {mutaties[0].regel}",
        programma=programma,
        onder=["begroting"],
        mutaties=mutaties,
        besluit=mutaties[0],
    )


def _herschikking(request, besluit) -> Herschikking:
    rijen = Herschikking.objects.visible_to(request.user).select_related(
        "van__post__programma", "van__dekkingsbron", "naar__post__programma", "naar__dekkingsbron", "bron"
    )
    return get_object_or_404(rijen, besluit=besluit)


def _over_herschikking(request, herschikking, template, titel, **context):
    return pagina.detail(
        request,
        template,
        titel,
        programma=herschikking.programma,
        onder=["begroting"],
        herschikking=herschikking,
        **context,
    )


@audience(Permission.PROGRAMMA_INZIEN)
def herschikking(request, besluit):
    found = _herschikking(request, besluit)
    return _over_herschikking(
        request,
        found,
        "actielijnen/boeken/herschikking.html",
        f"Herschikking van {euro(found.bedrag)} naar {found.naar}",
        stappen=options(found, request.user),
        niet=withheld(found, request.user),
        gebeurd=steps_of(found),
        is_uitgevoerd=found.status == Herschikking.Status.UITGEVOERD,
    )


@audience(Permission.HERSCHIKKING_AKKOORD)
@vers_aangemeld
@require_POST
def herschikking_akkoord(request, besluit):
    found = _herschikking(request, besluit)
    probeer(request, "Uw akkoord is vastgelegd.", herschikken.akkoord, found)
    return redirect(found)


@audience(Permission.HERSCHIKKING_AKKOORD)
@vers_aangemeld
def herschikking_afwijzen(request, besluit):
    found = _herschikking(request, besluit)
    form = filled(request, AfwijsForm)
    if form.is_valid():
        verb = herschikken.afwijzen
        probeer(request, "De herschikking is afgewezen.", lambda rij, by: verb(rij, **form.cleaned_data, by=by), found)
        return redirect(found)
    return _over_herschikking(request, found, "actielijnen/boeken/afwijzen.html", "Herschikking afwijzen", form=form)


@audience(Permission.VERPLICHTING_AANGAAN)
@require_POST
def reservering_vervallen(request, pk):
    reservering = get_object_or_404(
        Reservering.objects.visible_to(request.user).van(chosen_programma(request)).select_related("regel"), pk=pk
    )
    probeer(request, f"De reservering ‘{reservering}’ is vervallen.", verplichten.vervallen, reservering)
    return redirect("boeken")


@audience(Permission.PROGRAMMA_INZIEN)
def jaren(request):
    """The years of the programma: open, proposed or closed, and what somebody can do about each."""
    programma = chosen_programma(request)
    bekend = {jaar.jaar: jaar for jaar in Begrotingsjaar.objects.visible_to(request.user).filter(programma=programma)}
    alle = sorted({*bekend, *regels.jaren_van(programma)})
    rijen = [bekend.get(jaar) or Begrotingsjaar(programma=programma, jaar=jaar) for jaar in alle]
    return pagina.detail(
        request,
        "actielijnen/boeken/jaren.html",
        "Jaren afsluiten",
        programma=programma,
        onder=["begroting"],
        jaren=[(rij, _stappen(rij, request.user), withheld(rij, request.user)) for rij in rijen],
        dit_jaar=klok.vandaag().year,
    )


def _stappen(jaar: Begrotingsjaar, user) -> list:
    """A year that is not over can not be proposed, so it has no button for that."""
    return [stap for stap in options(jaar, user) if jaar.jaar < klok.vandaag().year]


@audience(Permission.JAAR_AFSLUITEN)
@vers_aangemeld
@require_POST
def jaar_stap(request, jaar, verb):
    programma = chosen_programma(request)
    if verb == "jaar_voorstellen":
        probeer(request, f"{jaar} is voorgesteld om af te sluiten.", jaarafsluiting.voorstellen, programma, jaar)
        return redirect("begrotingsjaren")
    if verb not in JAARSTAPPEN:
        raise Http404(f"Een begrotingsjaar kent geen stap ‘{verb}’.")
    found = get_object_or_404(Begrotingsjaar.objects.visible_to(request.user), programma=programma, jaar=jaar)
    probeer(request, f"{jaar}: de stap is gezet.", JAARSTAPPEN[verb], found)
    return redirect("begrotingsjaren")
