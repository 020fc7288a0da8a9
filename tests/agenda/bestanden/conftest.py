"""Files of tests lie in a folder of their own, and there is an account to bring them in."""

import pytest


@pytest.fixture(autouse=True)
def opslag(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "agenda.bestanden.opslag.DuurzameOpslag",
            "OPTIONS": {"location": tmp_path / "bestanden"},
        }
    }
    return tmp_path / "bestanden"
