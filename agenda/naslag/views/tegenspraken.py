"""Tegenspraken: where bronnen contradict each other, and what a new letter does about it."""

import django_filters
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.formats import date_format

from agenda import klok
from agenda.access import Permission, Rol, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.audit import sentence
from agenda.lijsten.kolommen import Kolom
from agenda.lijsten.lijst import Lijst
from agenda.lijsten.views import show_list
from agenda.models import AuditRegel, FeitVersie, Tegenspraak
from agenda.naslag import pagina
from agenda.naslag.keuzeform import KeuzeForm
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled


class TegenspraakFilter(django_filters.FilterSet):
    """By subject and by how far it is settled."""

    onderwerp = django_filters.CharFilter(lookup_expr="icontains", label="Zoek in het onderwerp")
    stand = django_filters.MultipleChoiceFilter(choices=Tegenspraak.Stand.choices, label="Stand")

    class Meta:
        model = Tegenspraak
        fields = []


class TegensprakenLijst(Lijst):
    """All tegenspraken of a programma."""

    titel = "Tegenspraken"
    per_programma = True
    per_pagina = 50
    filterset = TegenspraakFilter
    sortering = "nummer"
    kolommen = [
        Kolom("nummer", "Nummer", sorteer="nummer", link=Tegenspraak.get_absolute_url),
        Kolom("onderwerp", "Onderwerp", sorteer="onderwerp"),
        Kolom("stand", "Stand", waarde="stand_kort", sorteer="stand"),
        Kolom("keuze", "Wat een nieuwe brief gebruikt"),
    ]

    def queryset(self):
        return Tegenspraak.objects.visible_to(self.user).filter(programma=self.programma).select_related("programma")


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    return show_list(
        request,
        TegensprakenLijst,
        template="naslag/lijst.html",
        inleiding="Waar bronnen elkaar tegenspreken. Het portaal kiest niet zelf: een mens kiest, met een reden.",
        **pagina.frame("tegenspraken"),
    )


def _tegenspraak(request, nummer):
    tegenspraken = Tegenspraak.objects.visible_to(request.user).filter(programma=chosen_programma(request))
    return get_object_or_404(tegenspraken.for_list(), nummer=nummer)


def gebeurtenis(regel: AuditRegel) -> dict:
    """A line of the audit trail as a line of the tijdlijn, without the name of the person."""
    moment = date_format(regel.moment.astimezone(klok.AMSTERDAM), r"j F Y, H.i \u\u\r")
    rollen = ", ".join(Rol(rol).label for rol in regel.rollen)
    return {"titel": sentence(regel), "moment": moment, "uitleg": regel.details.get("reden", ""), "door": rollen}


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, nummer):
    if nummer != nummer.upper():
        return redirect("tegenspraak", nummer.upper())
    tegenspraak = _tegenspraak(request, nummer)
    return pagina.detail(
        request,
        "naslag/tegenspraak.html",
        f"{tegenspraak.nummer}: {tegenspraak.onderwerp}",
        programma=tegenspraak.programma,
        onder=["feiten", "tegenspraken"],
        tegenspraak=tegenspraak,
        versies=FeitVersie.objects.visible_to(request.user).latest_of(tegenspraak.feiten.all()).each_once().for_list(),
        geschiedenis=[gebeurtenis(regel) for regel in AuditRegel.objects.visible_to(request.user).about(tegenspraak)],
        mag_kiezen=may(request.user, Permission.TEGENSPRAAK_KIEZEN),
    )


@audience(Permission.TEGENSPRAAK_KIEZEN)
@vers_aangemeld
def kiezen(request, nummer):
    if nummer != nummer.upper():
        return redirect("tegenspraak-kiezen", nummer.upper())
    tegenspraak = _tegenspraak(request, nummer)
    form = filled(request, KeuzeForm, tegenspraak, initial={"keuze": tegenspraak.keuze})
    if form.is_valid() and form.kiezen(by=request.user):
        messages.success(request, f"De keuze bij tegenspraak {tegenspraak.nummer} is vastgelegd.")
        return redirect(tegenspraak)
    return pagina.detail(
        request,
        "naslag/kiezen.html",
        f"Kiezen bij {tegenspraak.nummer}: {tegenspraak.onderwerp}",
        programma=tegenspraak.programma,
        onder=["feiten", "tegenspraken"],
        tegenspraak=tegenspraak,
        form=form,
    )
