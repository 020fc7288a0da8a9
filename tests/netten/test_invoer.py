"""Every form is made in the one way that also gives back what was kept, so that no typed work is lost."""

import ast

from tests.hulpmiddelen.broncode import name, python_files, tree

SENT = {"POST", "FILES"}

# Where a view may look into what was sent without making a form of it, with the reason.
ZELF = {
    "agenda/accounts/views.py": "een knop met het nummer van een sessie, geen formulier",
    "agenda/naslag/documentforms.py": "de knop ‘zonder’ laat een gekozen bestand vallen",
    "agenda/sessies/grenzen.py": "kijkt alleen of er bestanden bij zijn",
    "subsidies/views/aanvraag_invullen.py": "bestanden komen binnen vóór het formulier, los van de andere antwoorden",
    "agenda/sessies/invoer.py": "hier wordt het formulier gemaakt",
}


def looks_into_what_was_sent(node) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr in SENT
        and (isinstance(node.value, ast.Name | ast.Attribute) and ast.unparse(node.value).endswith("request"))
    )


def found() -> dict[str, list[int]]:
    lines = {
        name(path): [node.lineno for node in ast.walk(tree(path)) if looks_into_what_was_sent(node)]
        for path in python_files()
    }
    return {path: numbers for path, numbers in lines.items() if numbers}


def test_a_view_makes_a_form_of_what_was_sent_with_filled_only():
    """`filled(request, EenForm, …)` of agenda.sessies.invoer, instead of `EenForm(request.POST or None, …)`."""
    assert {path: numbers for path, numbers in found().items() if path not in ZELF} == {}


def test_every_exception_is_still_needed():
    assert ZELF.keys() <= found().keys()
