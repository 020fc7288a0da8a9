"""How many questions each page asks the database: within its budget, and no more for more rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db

LIJST, DETAIL, BEGROTING = 12, 15, 15
# fmt: off
BUDGET = {
    "feiten/": LIJST, "bronnen/": LIJST, "tegenspraken/": LIJST, "open-vragen/": LIJST, "gemeenten/": LIJST,
    "actielijnen/": LIJST, "mijlpalen/": LIJST, "samenhang/": LIJST, "interventies/": LIJST, "regelingen/": LIJST,
    "toezeggingen/": LIJST, "focusgebieden/": LIJST, "begroting/": BEGROTING,
    "feiten/spuk.kansrijke-wijk.bijdrage-agenda/": DETAIL, "bronnen/kamerbrief-2023/": DETAIL,
    "tegenspraken/C02/": DETAIL, "gemeenten/GM0363/": DETAIL, "programma/": DETAIL, "raad/": DETAIL,
    "actielijnen/2/": DETAIL, "projecten/social-labs/": DETAIL, "regelingen/kansrijke-wijk/": DETAIL,
}
# fmt: on


def queries(client, path):
    client.get(f"/werk/{path}")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/werk/{path}").status_code == 200
    return len(asked)


@pytest.mark.parametrize(("path", "most"), BUDGET.items())
def test_a_page_stays_within_its_budget(programma, lezer, path, most):
    assert queries(lezer, path) <= most


@pytest.mark.parametrize(
    ("few", "many"),
    [
        ("gemeenten/?naam=Goes", "gemeenten/"),
        ("feiten/?naam=Totale+begroting", "feiten/?naam=de"),
        ("bronnen/?titel=Homebase", "bronnen/"),
        ("tegenspraken/?onderwerp=Raad", "tegenspraken/"),
        ("bronnen/homebase-2024/", "bronnen/kamerbrief-2023/"),
        ("tegenspraken/C02/", "tegenspraken/C01/"),
        ("feiten/social-labs.bijdrage-jenv/", "feiten/spuk.kansrijke-wijk.totaal/"),
        ("actielijnen/1/", "actielijnen/2/"),
    ],
)
def test_more_rows_ask_no_more_questions(programma, lezer, few, many):
    assert queries(lezer, few) == queries(lezer, many)
