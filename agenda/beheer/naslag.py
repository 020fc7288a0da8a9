"""Which reference lists a beheerder keeps, and what of them."""

from django.contrib import admin

from agenda.beheer.resources import GemeenteResource, OrganisatienummerResource
from agenda.beheer.site import NaslagAdmin, NaslagInline, naslag
from agenda.beheer.uitwisselen import Uitwisseling
from agenda.models import Gebied, GebiedAlias, Gemeente, Groepsrol, Ministerie, Organisatienummer, Provincie


@admin.register(Gemeente, site=naslag)
class GemeenteAdmin(Uitwisseling, NaslagAdmin):
    """A herindeling is a successor with a date; a gemeente is never removed for it."""

    resource_classes = [GemeenteResource]
    list_display = ["naam", "code", "provincie", "opgegaan_op", "opvolger", "is_verdeeld"]
    list_filter = ["provincie", "is_voorbeeld"]
    list_select_related = ["provincie", "opvolger"]
    search_fields = ["naam", "naam_cbs", "code"]


@admin.register(Provincie, site=naslag)
class ProvincieAdmin(NaslagAdmin):
    """The provinces."""

    list_display = ["naam", "code"]
    search_fields = ["naam"]


@admin.register(Ministerie, site=naslag)
class MinisterieAdmin(NaslagAdmin):
    """The ministries."""

    list_display = ["afkorting", "naam"]
    search_fields = ["afkorting", "naam"]


class AliasInline(NaslagInline):
    """Other spellings."""

    model = GebiedAlias


@admin.register(Gebied, site=naslag)
class GebiedAdmin(NaslagAdmin):
    """The focusgebieden with their other spellings."""

    list_display = ["nummer", "naam", "gemeente"]
    list_display_links = ["naam"]
    list_select_related = ["gemeente"]
    search_fields = ["naam"]
    inlines = [AliasInline]


@admin.register(Organisatienummer, site=naslag)
class OrganisatienummerAdmin(Uitwisseling, NaslagAdmin):
    """By which number a gemeente signs in."""

    resource_classes = [OrganisatienummerResource]
    list_display = ["gemeente", "soort", "nummer"]
    list_filter = ["soort"]
    list_select_related = ["gemeente"]
    search_fields = ["gemeente__naam", "nummer"]


@admin.register(Groepsrol, site=naslag)
class GroepsrolAdmin(NaslagAdmin):
    """Which role the members of a group get."""

    list_display = ["groep", "rol"]
    list_filter = ["rol"]
    search_fields = ["groep"]
