"""System checks that stop the portal: a route without audience, an odd database, in production an open demo."""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import URLPattern, get_resolver

from agenda.access import PUBLIC, SIGNED_IN, Permission


def audience_of(view) -> Permission | str | None:
    """Who may open `view`: the mark on the function, or on the class behind `as_view()`."""
    return getattr(view, "audience", None) or getattr(getattr(view, "view_class", None), "audience", None)


def routes(patterns=None, prefix: str = "/") -> Iterator[tuple[str, URLPattern]]:
    """Every route with its whole address, also those of included URL configurations."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield address, pattern
        else:
            yield from routes(pattern.url_patterns, address)


@register(Tags.urls)
def every_route_names_its_audience(app_configs, **kwargs) -> list[Error]:
    errors = []
    for address, pattern in routes():
        if audience_of(pattern.callback) in {PUBLIC, SIGNED_IN, *Permission}:
            continue
        errors.append(
            Error(
                f"De route {address} ({pattern.lookup_str}) zegt niet wie hem mag openen.",
                hint="Zet @audience(PUBLIC), @audience(SIGNED_IN) of @audience(Permission.…) boven de view.",
                id="portaal.E001",
            )
        )
    return errors


@register(Tags.database)
def the_database_fits_this_version(app_configs, databases=None, **kwargs) -> list[Error]:
    """When all migrations ran, the columns are those of the models; not so if one was rewritten afterwards."""
    executor = MigrationExecutor(connection)
    if not databases or executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return []
    odd = sorted(f"{table}.{column}" for table, column in columns_of_models() ^ columns_of_database())
    if not odd:
        return []
    return [
        Error(
            f"De databank past niet bij deze versie. Ontbreekt of is over: {', '.join(odd[:5])}.",
            hint="Een databank van vóór de eerste uitgave kan niet mee. Is het die van de demo: voer ./run stop uit, "
            "verwijder de map die `.venv/bin/python -m agenda.postgres status` noemt (meestal var/postgres/…) en "
            "start ./run demo opnieuw. Is het een eigen databank: zet een lege in DATABASE_URL.",
            id="portaal.E003",
        )
    ]


def columns_of_models() -> set[tuple[str, str]]:
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return {(model._meta.db_table, field.column) for model in models for field in model._meta.local_concrete_fields}


def columns_of_database() -> set[tuple[str, str]]:
    """Those of the tables that a model has; others, as of the queue, are not ours to judge."""
    tables = [table for table, _ in columns_of_models()]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND table_name = ANY (%s)",
            [tables],
        )
        return set(cursor.fetchall())


@register(Tags.security, deploy=True)
def the_demo_is_off(app_configs, **kwargs) -> list[Error]:
    if not settings.PORTAAL_DEMO:
        return []
    return [
        Error(
            "PORTAAL_DEMO staat aan: iedereen op deze machine kan zonder wachtwoord een rol kiezen.",
            hint="Haal PORTAAL_DEMO weg, of gebruik PORTAAL_DEMO=0.",
            id="portaal.E002",
        )
    ]


@register(Tags.security)
def the_providers_are_complete(app_configs, **kwargs) -> list[Error]:
    """What is missing would show only when somebody signs in."""
    return [
        Error(fault, hint="Zie README, ‘Eenmalig aanmelden’.", id="portaal.E006")
        for naam, aanbieder in settings.OIDC.items()
        if aanbieder["adres"]
        for fault in faults_of_provider(f"OIDC_{naam.upper()}", aanbieder)
    ]


def faults_of_provider(prefix: str, aanbieder: dict) -> Iterator[str]:
    parts = urlsplit(aanbieder["adres"])
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        yield f"{prefix}_ADRES begint niet met https://."
    if not aanbieder["client_id"]:
        yield f"{prefix}_CLIENT_ID ontbreekt."
    if bool(aanbieder["geheim"]) == bool(aanbieder["sleutel"]):
        yield f"Geef {prefix}_GEHEIM of {prefix}_SLEUTEL: precies één van beide."
    if aanbieder["sleutel"] and not os.access(aanbieder["sleutel"], os.R_OK):
        yield f"{prefix}_SLEUTEL wijst naar een bestand dat het portaal niet kan lezen: {aanbieder['sleutel']}."
    if not aanbieder["acr"] and not aanbieder["amr"]:
        yield f"{prefix}_ACR en {prefix}_AMR zijn allebei leeg: dan komt niemand binnen."


@register(Tags.security, deploy=True)
def https_is_on(app_configs, **kwargs) -> list[Warning]:
    if settings.HTTPS:
        return []
    return [
        Warning(
            "HTTPS staat uit: wachtwoorden en cookies gaan leesbaar over het netwerk.",
            hint="Gebruik HTTPS=0 alleen op deze computer. Zet anders HTTPS=1 en een proxy met https ervoor.",
            id="portaal.W001",
        )
    ]


@register(Tags.security, deploy=True)
def the_portal_does_not_own_its_database(app_configs, **kwargs) -> list[Warning]:
    if role_of(settings.DATABASES["default"]) != role_of(settings.DATABASE_EIGENAAR):
        return []
    return [
        Warning(
            "Het portaal is eigenaar van zijn databank: wie het portaal overneemt, kan ook het logboek wijzigen.",
            hint="Maak een tweede rol, zet die in DATABASE_URL en die van de eigenaar in DATABASE_URL_EIGENAAR, en "
            "voer migrate uit.",
            id="portaal.W002",
        )
    ]


def role_of(config: dict) -> str:
    """The role in the settings of a connection: before the @, or as ?user= beside the folder of a socket."""
    return config["USER"] or config.get("OPTIONS", {}).get("user", "")


@register(Tags.security, deploy=True)
def mail_reaches_people(app_configs, **kwargs) -> list[Warning]:
    """Behind https the portal is used in earnest; then invitations must arrive, and their links must lead somewhere."""
    faults = {
        "EMAIL_URL ontbreekt: mails worden bestanden, en niemand krijgt een uitnodiging.": bool(settings.EMAIL_URL),
        f"De links in mails leiden naar {settings.PORTAAL_ADRES}.": settings.PORTAAL_ADRES.startswith("https://"),
    }
    hint = "Zet EMAIL_URL=smtp+tls://naam:wachtwoord@mail.voorbeeld.nl:587 en PORTAAL_ADRES=https://portaal.voorbeeld.nl."
    found = [fault for fault, is_right in faults.items() if settings.HTTPS and not is_right]
    return [Warning(fault, hint=hint, id="portaal.W003") for fault in found]
