"""A system check: there is one admin site, and nothing that a verb must do can be done there."""

from django.contrib.admin import ModelAdmin
from django.contrib.admin.sites import all_sites
from django.core.checks import Error, Tags, register
from django.db.models import DecimalField

from agenda.beheer.site import naslag
from agenda.levensloop import levenslopen
from agenda.models import AuditRegel, Feit, FeitVersie, Gebruiker, Uitnodiging

# What has verbs of its own, with rights and an audit line.
NEVER = {AuditRegel, Feit, FeitVersie, Gebruiker, Uitnodiging}


@register(Tags.admin)
def the_admin_holds_reference_lists_only(app_configs, **kwargs) -> list[Error]:
    return [
        fault(admin, reason) for site in all_sites for admin in site._registry.values() for reason in objections(admin)
    ]


def objections(admin: ModelAdmin) -> list[str]:
    """Why this list may not stand in the admin; none for a reference list of our own site."""
    model = admin.model
    found = [] if admin.admin_site is naslag else ["staat in een andere beheersite dan agenda.beheer.site.naslag"]
    if model in NEVER:
        found.append("heeft eigen handelingen, met rechten en een regel in het logboek")
    status = {"status"} | ({levenslopen()[model].veld} if model in levenslopen() else set())
    for field in model._meta.concrete_fields:
        if field.name in status:
            found.append(f"heeft een status: {field.name}")
        if isinstance(field, DecimalField):
            found.append(f"heeft een bedrag: {field.name}")
    return found


def fault(admin: ModelAdmin, reason: str) -> Error:
    naam = f"{admin.model._meta.label} {reason}."
    return Error(naam, hint="Haal de lijst weg uit de beheersite.", id="portaal.E004")
