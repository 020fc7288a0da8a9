"""System checks that stop the portal: a route without audience, and in production an open demo or no https."""

from collections.abc import Iterator

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
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
