"""Pages of the mechanisms alone: their own addresses, and no menu of the apps above."""

import pytest


@pytest.fixture
def only_mechanisms(settings):
    settings.ROOT_URLCONF = "tests.agenda.lijsten.urls"
    options = settings.TEMPLATES[0]["OPTIONS"]
    processors = [each for each in options["context_processors"] if not each.startswith("rapportage.")]
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"OPTIONS": options | {"context_processors": processors}}]
