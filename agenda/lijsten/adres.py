"""The address of a list: filters, order and page live in it, and each link changes one thing only."""

from django.http import QueryDict

SORTEER, PAGINA, FORMAAT, PROGRAMMA = "sorteer", "pagina", "formaat", "programma"
EIGEN = (SORTEER, PAGINA, FORMAAT, PROGRAMMA)


def changed(vraag: QueryDict, *, zonder=(), **met) -> str:
    """The address with `met` and without `zonder`; always back to the first page, unless `met` names one."""
    query = vraag.copy()
    for name in (*zonder, PAGINA, FORMAAT):
        query.pop(name, None)
    for name, value in met.items():
        query[name] = value
    return f"?{query.urlencode()}"


def without_value(vraag: QueryDict, name: str, value: str) -> str:
    """The address without one of several values of a filter."""
    query = vraag.copy()
    query.setlist(name, [each for each in query.getlist(name) if each != value])
    return changed(query)
