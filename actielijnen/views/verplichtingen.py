"""Pages of one verplichting: its dossier, and the bookings on it."""

from django.shortcuts import get_object_or_404

from actielijnen import dossier
from actielijnen.forms.plannen import PlanForm
from actielijnen.forms.verplichtingen import BetalingForm, BijstellingForm, TerugontvangstForm
from actielijnen.models import Verplichting
from actielijnen.views.boeken import answer
from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.naslag import pagina
from agenda.sessies.invoer import filled


def find(request, programma: str, kenmerk: str) -> Verplichting:
    rijen = Verplichting.objects.visible_to(request.user).select_related(
        "programma", "regel__post", "regel__dekkingsbron", "reservering", "geboekt_door"
    )
    return get_object_or_404(rijen, programma__code=programma, kenmerk=kenmerk)


def op_verplichting(request, verplichting: Verplichting, form_class, titel: str, **words):
    """A booking on one verplichting, with what stands there now beside it."""
    return answer(
        request,
        filled(request, form_class, verplichting),
        f"{titel} op {verplichting.kenmerk}",
        programma=verplichting.programma,
        terug=verplichting.get_absolute_url(),
        verplichting=verplichting,
        bedragen=dossier.bedragen(verplichting),
        **words,
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, programma, kenmerk):
    verplichting = find(request, programma, kenmerk)
    return pagina.detail(
        request,
        "actielijnen/boeken/verplichting.html",
        f"Verplichting {verplichting.kenmerk}",
        programma=verplichting.programma,
        onder=["begroting"],
        verplichting=verplichting,
        bedragen=dossier.bedragen(verplichting),
        gebeurtenissen=dossier.gebeurtenissen(verplichting),
        plannen=dossier.plannen(verplichting),
        documenten=verplichting.documenten.for_list(),
        mag_aangaan=may(request.user, Permission.VERPLICHTING_AANGAAN),
        mag_betalen=may(request.user, Permission.BETALING_BOEKEN),
    )


@audience(Permission.BETALING_BOEKEN)
@vers_aangemeld
def betalen(request, programma, kenmerk):
    return op_verplichting(
        request,
        find(request, programma, kenmerk),
        BetalingForm,
        "Betaling boeken",
        knop="Betaling boeken",
        inleiding="De betaling telt als kas in het jaar van haar datum.",
    )


@audience(Permission.BETALING_BOEKEN)
@vers_aangemeld
def terugontvangen(request, programma, kenmerk):
    return op_verplichting(
        request,
        find(request, programma, kenmerk),
        TerugontvangstForm,
        "Terugontvangst boeken",
        knop="Terugontvangst boeken",
        inleiding="Geld dat terugkwam. Het telt als ontvangst in het jaar van de datum.",
    )


@audience(Permission.VERPLICHTING_AANGAAN)
def bijstellen(request, programma, kenmerk):
    return op_verplichting(
        request,
        find(request, programma, kenmerk),
        BijstellingForm,
        "Verplichting bijstellen",
        knop="Bijstellen",
        inleiding="Wat er stond, blijft staan. De bijstelling komt erbij, in het jaar van haar datum.",
    )


@audience(Permission.VERPLICHTING_AANGAAN)
def plannen(request, programma, kenmerk):
    return op_verplichting(
        request,
        find(request, programma, kenmerk),
        PlanForm,
        "Betalingen plannen",
        knop="Planning opslaan",
        inleiding="De nieuwe planning komt in de plaats van de oude. De oude blijft te lezen.",
    )
