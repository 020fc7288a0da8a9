"""Accounts: the list, one account with its history, and what a beheerder can do to it."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from agenda.access import Permission, audience, may
from agenda.accounts import beheren
from agenda.accounts.vers import vers_aangemeld
from agenda.beheer.forms import BlokkerenForm, DeblokkerenForm, RollenForm, TweedeFactorForm, VerbForm
from agenda.beheer.geschiedenis import geschiedenis
from agenda.beheer.lijsten import AccountsLijst, inlogwijze, with_sign_in
from agenda.levensloop import NietMogelijk
from agenda.lijsten import show_list
from agenda.models import Gebruiker
from agenda.naslag import pagina
from agenda.sessies.invoer import filled


@dataclass(frozen=True)
class Handeling:
    """One thing to do to an account: its page, its form, its verb and when it can be done."""

    titel: str
    uitleg: str
    form: type[VerbForm]
    verb: object
    gedaan: str
    can: object


# fmt: off
HANDELINGEN = {
    "rollen": Handeling(
        "Rollen wijzigen", "De rollen bepalen wat iemand in het portaal mag. De wijziging geldt meteen.",
        RollenForm, beheren.rollen_wijzigen, "De rollen zijn gewijzigd.",
        lambda account: not beheren.has_roles_from_elsewhere(account)),
    "blokkeren": Handeling(
        "Account blokkeren", "Deze persoon kan meteen niets meer: alle sessies eindigen, ook op andere apparaten. "
        "Open uitnodigingen die deze persoon verstuurde, werken niet meer.",
        BlokkerenForm, beheren.blokkeren, "Het account is geblokkeerd.", lambda account: account.is_active),
    "deblokkeren": Handeling(
        "Blokkade opheffen", "Deze persoon kan weer inloggen, met dezelfde rollen als eerst.",
        DeblokkerenForm, beheren.deblokkeren, "Het account is weer open.", lambda account: not account.is_active),
    "tweede-factor": Handeling(
        "Tweede factor intrekken", "Doe dit alleen als iemand zijn telefoon of sleutel kwijt is. Bij het inloggen "
        "stelt deze persoon een nieuwe tweede factor in. Alle sessies eindigen.",
        TweedeFactorForm, beheren.tweede_factor_intrekken, "De tweede factor is ingetrokken.",
        lambda account: account.heeft_tweede_factor),
}
# fmt: on


def find(request, pk) -> Gebruiker:
    return get_object_or_404(with_sign_in(Gebruiker.objects.visible_to(request.user)), pk=pk)


@audience(Permission.ACCOUNTS_INZIEN)
def lijst(request):
    return show_list(
        request,
        AccountsLijst,
        template="naslag/lijst.html",
        inleiding="Wie er een account heeft, met welke rollen en hoe deze persoon inlogt.",
        **pagina.frame("accounts"),
    )


@audience(Permission.ACCOUNTS_INZIEN)
def detail(request, pk):
    account = find(request, pk)
    return pagina.detail(
        request,
        "beheer/account.html",
        account.naam,
        programma=None,
        onder=["beheer", "accounts"],
        account=account,
        inlogwijze=inlogwijze(account),
        is_eigen=account == request.user,
        rollen_van_elders=beheren.has_roles_from_elsewhere(account),
        mag_beheren=may(request.user, Permission.ACCOUNTS_BEHEREN),
        handelingen=[(each.titel, naam) for naam, each in HANDELINGEN.items() if each.can(account)],
        geschiedenis=geschiedenis(account),
    )


@audience(Permission.ACCOUNTS_BEHEREN)
@vers_aangemeld
def handeling(request, pk, naam):
    if naam not in HANDELINGEN:
        raise Http404(f"De handeling ‘{naam}’ bestaat niet.")
    account, wat = find(request, pk), HANDELINGEN[naam]
    if not wat.can(account):
        raise NietMogelijk(f"‘{wat.titel}’ kan nu niet bij het account van {account.naam}.")
    gezien = {"rollen": account.rollen, "gemeente": account.gemeente, "gezien": ",".join(account.rollen)}
    form = filled(request, wat.form, initial=gezien)
    if request.method == "POST" and form.carry_out(wat.verb, account, by=request.user):
        messages.success(request, wat.gedaan)
        return redirect("account-beheren", account.pk)
    return pagina.detail(
        request,
        "beheer/handeling.html",
        f"{wat.titel}: {account.naam}",
        programma=None,
        onder=["beheer", "accounts"],
        form=form,
        uitleg=wat.uitleg,
        knop=wat.titel,
        terug=reverse("account-beheren", args=[account.pk]),
    )
