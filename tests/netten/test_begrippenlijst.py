"""Every model is explained in the begrippenlijst of README, and the list explains nothing that is gone."""

import re

from django.apps import apps

from tests.hulpmiddelen.broncode import APPS, ROOT

HEADING = "## Begrippenlijst"
HEADER = "| Begrip |"


def explained() -> set[str]:
    """The names of code in the first column of the table under the heading."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.partition(HEADING)[2].partition("\n## ")[0]
    assert HEADER in section, f"README.md heeft onder ‘{HEADING}’ geen tabel die begint met ‘{HEADER}’."
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return {word for row in rows for word in re.findall(r"\w+", row.split("|")[1])}


def test_every_model_is_in_the_begrippenlijst():
    models = {model.__name__ for app in APPS for model in apps.get_app_config(app).get_models()}
    assert sorted(models - explained()) == []
