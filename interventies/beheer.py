"""The reference list of this app: the open lists of terms."""

from django.contrib import admin

from agenda.beheer.site import NaslagAdmin, NaslagInline, naslag
from interventies.models import Term, TermVermelding


class VermeldingInline(NaslagInline):
    """The words of the sources."""

    model = TermVermelding


@admin.register(Term, site=naslag)
class TermAdmin(NaslagAdmin):
    """Beschermende factoren, niveaus and fenomenen."""

    list_display = ["naam", "lijst", "volgorde"]
    list_filter = ["lijst"]
    search_fields = ["naam"]
    inlines = [VermeldingInline]
