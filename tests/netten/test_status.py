"""Only agenda/levensloop.py assigns a status: every other way is found in the syntax tree of the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from agenda.levensloop import levenslopen

ROOT = Path(__file__).parents[2]
APPS = ["agenda", "actielijnen", "interventies", "subsidies", "rapportage"]
ALLOWED = {ROOT / "agenda" / "levensloop.py"}
MODELS = {model.__name__ for model in apps.get_models()}
BULK = {"update", "create", "bulk_create", "get_or_create", "update_or_create", "aupdate", "acreate"}


def status_fields() -> set[str]:
    return {"status"} | {levensloop.veld for levensloop in levenslopen().values()}


def offences(code: str, fields: set[str]) -> Iterator[int]:
    """The lines that assign one of `fields` of a record."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Attribute(attr=attr, ctx=ast.Store() | ast.Del()) if attr in fields:
                yield node.lineno
            case ast.Call() if _call_assigns(node, fields):
                yield node.lineno


def _call_assigns(call: ast.Call, fields: set[str]) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    named = {argument.value for argument in ast.walk(call) if isinstance(argument, ast.Constant)}
    keywords = {keyword.arg for keyword in call.keywords}
    spread = {
        key.value
        for keyword in call.keywords
        if keyword.arg in {None, "defaults", "create_defaults"} and isinstance(keyword.value, ast.Dict)
        for key in keyword.value.keys
        if isinstance(key, ast.Constant)
    }
    match name:
        case "setattr" | "__setattr__" | "bulk_update":
            return bool(named & fields)
        case _ if name in BULK:
            return bool((keywords | spread) & fields)
        case _:
            return name in MODELS and bool(keywords & fields)


def sources() -> list[Path]:
    return [
        path
        for app in APPS
        for path in sorted((ROOT / app).rglob("*.py"))
        if path not in ALLOWED and "migrations" not in path.parts
    ]


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_status_is_assigned_outside_the_levensloop(path):
    assert list(offences(path.read_text(encoding="utf-8"), status_fields())) == []


@pytest.mark.parametrize(
    "code",
    [
        "brief.status = 'aangeboden'",
        "self.brief.status: str = 'aangeboden'",
        "brief.status, brief.jaar = 'aangeboden', 2024",
        "for brief.status in ['aangeboden']: pass",
        "setattr(brief, 'status', 'aangeboden')",
        "object.__setattr__(brief, 'status', 'aangeboden')",
        "Brief.objects.filter(pk=1).update(status='aangeboden')",
        "Brief.objects.filter(pk=1).update(**{'status': 'aangeboden'})",
        "Brief.objects.bulk_update(brieven, ['status'])",
        "Brief.objects.create(status='aangeboden')",
        "Brief.objects.update_or_create(pk=1, defaults={'status': 'aangeboden'})",
        "Brief(status='aangeboden').save()",
    ],
)
def test_every_known_way_to_assign_a_status_is_found(code):
    assert list(offences(code, {"status"})) == [1]


@pytest.mark.parametrize(
    "code",
    [
        "if brief.status == 'concept': pass",
        "Brief.objects.filter(status='concept')",
        "Q(status='concept')",
        "brief.jaar = 2024",
        "Brief.objects.filter(status='concept').update(jaar=2024)",
        "render(request, 'brief.html', status=404)",
        "JsonResponse({}, status=503)",
    ],
)
def test_reading_a_status_is_allowed(code):
    assert list(offences(code, {"status"})) == []
