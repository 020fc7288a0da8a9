"""The system checks stop a route without audience and a public demo."""

from functools import partial, wraps

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.urls import get_resolver, include, path
from django.views import View
from django.views.decorators.http import require_POST

from agenda.access import PUBLIC, SIGNED_IN, Permission, audience
from agenda.checks import every_route_names_its_audience, routes, the_database_fits_this_version, the_demo_is_off


def naked(request): ...


@audience("iedereen")
def misspelled(request): ...


@audience(SIGNED_IN)
@require_POST
def marked_outside(request): ...


@require_POST
@audience(Permission.EXPORTEREN)
def marked_inside(request): ...


class Naked(View): ...


class Marked(View):
    audience = PUBLIC


@audience(PUBLIC)
def hidden(request): ...


@wraps(hidden, updated=())
def wrapped_without_mark(request):
    return hidden(request)


@pytest.fixture
def errors_of(monkeypatch):
    """The addresses that the check refuses when these are the routes of the portal."""

    def run(*urlpatterns):
        monkeypatch.setattr(
            "agenda.checks.get_resolver", lambda: type("Root", (), {"url_patterns": urlpatterns})
        )
        return [error.msg.split()[2] for error in every_route_names_its_audience(None)]

    return run


def test_routes_that_name_their_audience_pass(errors_of):
    assert (
        errors_of(path("a/", marked_outside), path("b/", marked_inside), path("c/", Marked.as_view())) == []
    )


def test_a_function_a_class_and_a_lost_mark_are_refused(errors_of):
    refused = errors_of(
        path("functie/", naked), path("klasse/", Naked.as_view()), path("verloren/", wrapped_without_mark)
    )
    assert refused == ["/functie/", "/klasse/", "/verloren/"]


def test_an_included_route_is_refused_with_its_whole_address(errors_of):
    inner = [path("goed/", marked_inside), path("fout/<int:pk>/", naked)]
    assert errors_of(path("diep/", include([path("dieper/", include(inner))]))) == [
        "/diep/dieper/fout/<int:pk>/"
    ]


def test_a_word_that_is_no_audience_is_refused(errors_of):
    assert errors_of(path("a/", misspelled)) == ["/a/"]


def test_a_partial_view_is_refused_unless_marked_itself(errors_of):
    assert errors_of(path("a/", partial(marked_inside))) == ["/a/"]


def test_every_route_of_the_portal_names_its_audience():
    assert every_route_names_its_audience(None) == []
    assert len(list(routes())) >= len(get_resolver().url_patterns) > 0


@pytest.mark.parametrize(("demo", "errors"), [(True, ["portaal.E002"]), (False, [])])
def test_a_deployment_with_the_demo_on_is_refused(settings, demo, errors):
    settings.PORTAAL_DEMO = demo
    assert [error.id for error in the_demo_is_off(None)] == errors


def odd_columns() -> list[str]:
    """What the check says of the database of the tests."""
    return [error.msg.partition("over: ")[2] for error in the_database_fits_this_version(None, databases=["default"])]


@pytest.mark.django_db
def test_a_database_of_this_version_passes():
    assert odd_columns() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "odd"),
    [
        ("DROP COLUMN naam", "agenda_gebruiker.naam."),
        ("ADD COLUMN bijnaam text", "agenda_gebruiker.bijnaam."),
        ("RENAME COLUMN naam TO heet", "agenda_gebruiker.heet, agenda_gebruiker.naam."),
    ],
)
def test_a_database_from_before_a_rewritten_migration_is_refused_by_name_of_its_columns(change, odd):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE agenda_gebruiker {change}")
    assert odd_columns() == [odd]


@pytest.mark.django_db
def test_a_database_that_migrate_still_has_to_bring_up_to_date_is_not_refused():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE agenda_gebruiker DROP COLUMN naam")
    MigrationRecorder(connection).migration_qs.filter(app="agenda").delete()  # also those that the one of now replaces
    assert odd_columns() == []
