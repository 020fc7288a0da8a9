"""The lists of accounts and of invitations."""

import django_filters
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Exists, OuterRef
from django.urls import reverse

from agenda.access import TOE_TE_KENNEN
from agenda.lijsten import Kolom, Lijst, Soort
from agenda.models import Gebruiker, Gemeente, Uitnodiging

ROLLEN = [(rol.value, rol.label) for rol in TOE_TE_KENNEN]


def with_sign_in(accounts):
    """Accounts with how they sign in: through another organisation, and with a second factor of their own."""
    factoren = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return accounts.select_related("gemeente").annotate(
        heeft_tweede_factor=Exists(factoren),
        is_eenmalig=Exists(SocialAccount.objects.filter(user=OuterRef("pk"))),
    )


def inlogwijze(account: Gebruiker) -> str:
    if account.is_eenmalig:
        return "Eenmalig aanmelden"
    return "Wachtwoord" if account.has_usable_password() else "Demo"


class RolFilter(django_filters.FilterSet):
    """By one of several roles."""

    rol = django_filters.ChoiceFilter(
        field_name="rollen", choices=ROLLEN, method="with_role", label="Rol", empty_label="Alle rollen"
    )

    def with_role(self, records, naam, waarde):
        return records.filter(rollen__contains=[waarde])


class AccountFilter(RolFilter):
    """By name, address, role, gemeente, and what calls for attention."""

    naam = django_filters.CharFilter(lookup_expr="icontains", label="Zoek op naam")
    email = django_filters.CharFilter(lookup_expr="icontains", label="Zoek op e-mailadres")
    gemeente = django_filters.ModelChoiceFilter(
        queryset=Gemeente.objects.filter(gebruikers__isnull=False).distinct(),
        to_field_name="code",
        label="Gemeente",
        empty_label="Alle gemeenten",
    )
    tweede_factor = django_filters.BooleanFilter(field_name="heeft_tweede_factor", label="Met tweede factor")
    geblokkeerd = django_filters.BooleanFilter(field_name="is_active", exclude=True, label="Geblokkeerd")

    class Meta:
        model = Gebruiker
        fields = []


class AccountsLijst(Lijst):
    """Everybody who has an account."""

    titel = "Accounts"
    filterset = AccountFilter
    sortering = "naam"
    kolommen = [
        Kolom("naam", "Naam", sorteer="naam", link=lambda account: reverse("account-beheren", args=[account.pk])),
        Kolom("email", "E-mailadres", sorteer="email"),
        Kolom("rollen_in_woorden", "Rollen"),
        Kolom("gemeente", "Gemeente", waarde="gemeente.naam", sorteer="gemeente__naam"),
        Kolom("inlogwijze", "Logt in met", waarde=inlogwijze),
        Kolom("heeft_tweede_factor", "Tweede factor"),
        Kolom("last_login", "Laatst ingelogd", soort=Soort.DATUM, sorteer="last_login"),
        Kolom("geblokkeerd", "Geblokkeerd", waarde=lambda account: not account.is_active, sorteer="is_active"),
    ]

    def queryset(self):
        return with_sign_in(Gebruiker.objects.visible_to(self.user))


class UitnodigingFilter(RolFilter):
    """By name, address and role."""

    naam = django_filters.CharFilter(lookup_expr="icontains", label="Zoek op naam")
    email = django_filters.CharFilter(lookup_expr="icontains", label="Zoek op e-mailadres")
    open = django_filters.BooleanFilter(method="only_open", label="Nog te gebruiken")

    class Meta:
        model = Uitnodiging
        fields = []

    def only_open(self, uitnodigingen, naam, waarde):
        still_open = Uitnodiging.objects.open()
        return uitnodigingen.filter(pk__in=still_open) if waarde else uitnodigingen.exclude(pk__in=still_open)


class UitnodigingenLijst(Lijst):
    """Every invitation and what became of it."""

    titel = "Uitnodigingen"
    filterset = UitnodigingFilter
    sortering = "-verstuurd_op"
    kolommen = [
        Kolom("naam", "Naam", sorteer="naam", link=lambda each: reverse("uitnodiging", args=[each.pk])),
        Kolom("email", "E-mailadres", sorteer="email"),
        Kolom("rollen_in_woorden", "Rollen"),
        Kolom("gemeente", "Gemeente", waarde="gemeente.naam", sorteer="gemeente__naam"),
        Kolom("stand", "Stand", waarde=lambda each: each.stand.capitalize()),
        Kolom("verstuurd_op", "Verstuurd", soort=Soort.DATUM, sorteer="verstuurd_op"),
        Kolom("door", "Door", waarde="door.naam", sorteer="door__naam"),
    ]

    def queryset(self):
        return Uitnodiging.objects.visible_to(self.user).select_related("door", "gemeente")
