"""The domain knows no web: what a view calls, a command, a task and the shell can call too."""

import ast

from tests.hulpmiddelen.broncode import module, name, python_files, tree

# Modules that answer requests, by the last parts of their name. All others are domain.
WEB = {"vers", "views", "middleware", "urls", "wsgi", "adapter"}
# Packages whose whole work is the screen.
WEB_PACKAGES = ("agenda.ui", "agenda.lijsten", "agenda.naslag", "agenda.templatetags", "agenda.beheer", "agenda.sessies")
BANNED = ("django.http", "django.shortcuts", "django.contrib.messages")


def is_web(dotted: str) -> bool:
    return bool(WEB & set(dotted.split("."))) or dotted.startswith(WEB_PACKAGES)


def imports(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{each.name}") for each in node.names)


def test_the_domain_imports_nothing_of_the_web():
    found = [
        f"{name(path)}:{line} importeert {imported}"
        for path in python_files()
        if not is_web(module(path))
        for line, imported in imports(path)
        if imported.startswith(BANNED)
    ]
    assert not found, "\n".join(found)


# allauth tells only by signals what happened on its pages, and Django that it migrated.
RECEIVERS = {"agenda.accounts.gebeurtenissen", "interventies.apps"}
SIDE_EFFECTS = {"save", "delete", "bulk_create", "bulk_update"}


def test_no_model_hides_an_effect_in_saving():
    """What happens stands in a verb, never in an override of save() or in a signal."""
    found = [
        f"{name(path)}:{node.lineno} overschrijft {node.name}()"
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.name in SIDE_EFFECTS
    ]
    found += [
        f"{name(path)}:{line} gebruikt {imported}"
        for path in python_files()
        for line, imported in imports(path)
        if "signals" in imported and module(path) not in RECEIVERS
    ]
    assert not found, "\n".join(found)


def test_no_row_that_is_never_changed_is_locked():
    """The role that the portal runs as may not lock a row of a table that only grows: it has no UPDATE there."""
    growing = {"AuditRegel", "FeitVersie", "Momentopname", "Mutatie", "Verplichting", "Bijstelling", "Betaling"}
    growing |= {"Verplaatsing", "Voortgangsbericht", "IndicatorWaarde", "Zegel", "Spoor"}
    growing |= {"Bekostiging", "Bereik", "Bewijsoordeel", "InterventieVersie", "Scopetoets"}
    found = [
        f"{path}: {model}"
        for path in python_files()
        for model in growing
        if f"{model}.objects.select_for_update" in path.read_text(encoding="utf-8")
    ]
    assert found == []
