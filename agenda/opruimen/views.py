"""The pages on which one person proposes to destroy records and another decides."""

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.levensloop import options, withheld
from agenda.models import Vernietigingslijst, Vernietigingsverklaring
from agenda.opruimen import verklaring as stuk
from agenda.opruimen import vernietigen
from agenda.opruimen.forms import BesluitForm
from agenda.opruimen.overzicht import groepen, voorstel
from agenda.sessies.invoer import filled


@audience(Permission.VERNIETIGING_INZIEN)
@require_safe
def lijsten(request):
    lijsten = Vernietigingslijst.objects.for_list()
    found = voorstel()
    proposes = may(request.user, Permission.VERNIETIGING_VOORSTELLEN) and not lijsten.open().exists()
    context = {
        "lijsten": lijsten,
        "voorstel": found,
        "mag_opstellen": proposes and any(aantal for _, _, aantal in found),
        "kruimelpad": {"kruimels": [("Overzicht", reverse("werk"))], "hier": "Vernietiging"},
    }
    return render(request, "opruimen/lijsten.html", context)


@audience(Permission.VERNIETIGING_VOORSTELLEN)
@require_POST
def opstellen(request):
    try:
        lijst = vernietigen.opstellen(by=request.user)
    except vernietigen.OpruimFout as fout:
        messages.error(request, str(fout))
        return redirect("vernietiging")
    messages.success(request, f"Lijst {lijst} is opgesteld. Een ander moet haar bevestigen.")
    return redirect("vernietigingslijst", lijst.nummer)


@audience(Permission.VERNIETIGING_INZIEN)
@require_safe
def detail(request, nummer):
    lijst = find(nummer)
    return show(request, lijst, filled(request, BesluitForm, lijst=lijst))


@audience(Permission.VERNIETIGING_BEVESTIGEN)
@vers_aangemeld
@require_POST
def besluiten(request, nummer):
    lijst = find(nummer)
    form = filled(request, BesluitForm, lijst=lijst)
    if not form.is_valid():
        return show(request, lijst, form)
    if form.cleaned_data["besluit"] == "afwijzen":
        vernietigen.afwijzen(lijst, reden=form.cleaned_data["reden"], by=request.user)
        messages.success(request, f"Lijst {lijst} is afgewezen. Alles blijft bewaard.")
        return redirect("vernietigingslijst", nummer)
    taak = vernietigen.bevestigen(lijst, bewaren=form.bewaren, by=request.user)
    return redirect("taak", taak.pk)


@audience(Permission.VERNIETIGING_BEVESTIGEN)
@vers_aangemeld
@require_POST
def hervatten(request, nummer):
    return redirect("taak", vernietigen.hervatten(find(nummer), by=request.user).pk)


@audience(Permission.VERNIETIGING_INZIEN)
@require_safe
def verklaring(request, nummer):
    context = stuk.words(find_verklaring(nummer)) | {"kruimelpad": path_to(nummer, "Verklaring")}
    return render(request, "opruimen/verklaring.html", context)


@audience(Permission.VERNIETIGING_INZIEN)
@require_safe
def verklaring_pdf(request, nummer):
    response = HttpResponse(stuk.als_pdf(find_verklaring(nummer)), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="verklaring-van-vernietiging-{nummer}.pdf"'
    return response


def find_verklaring(nummer) -> Vernietigingsverklaring:
    return get_object_or_404(Vernietigingsverklaring, lijst__nummer=nummer)


def find(nummer) -> Vernietigingslijst:
    proof = Exists(Vernietigingsverklaring.objects.filter(lijst=OuterRef("pk")))
    lijsten = Vernietigingslijst.objects.for_list().annotate(heeft_verklaring=proof)
    return get_object_or_404(lijsten, nummer=nummer)


def show(request, lijst: Vernietigingslijst, form: BesluitForm):
    context = {
        "lijst": lijst,
        "form": form,
        "groepen": groepen(form),
        "stappen": [stap.verb for stap in options(lijst, request.user)],
        "redenen": [reden for _, reden in withheld(lijst, request.user)],
        "loopt": vernietigen.is_running(lijst),
        "kruimelpad": path_to(lijst.nummer),
    }
    return render(request, "opruimen/lijst.html", context)


def path_to(nummer: str, hier: str = "") -> dict:
    kruimels = [("Overzicht", reverse("werk")), ("Vernietiging", reverse("vernietiging"))]
    if hier:
        kruimels.append((nummer, reverse("vernietigingslijst", args=[nummer])))
    return {"kruimels": kruimels, "hier": hier or f"Lijst {nummer}"}
