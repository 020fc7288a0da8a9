"""What came from npm is unchanged, pinned, licensed, and tells nobody where it came from."""

import json
import shutil
from pathlib import Path

import pytest
from django.conf import settings

from agenda.ui.vendor import FOLDERS, problems

ROOT = Path(settings.BASE_DIR)
MANIFEST = json.loads((ROOT / "static/vendor/vendor.json").read_text(encoding="utf-8"))


@pytest.fixture
def copy(tmp_path):
    for folder in (*FOLDERS, "tests/hulpmiddelen"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_the_vendored_files_are_as_they_came():
    assert problems(ROOT) == []


def test_a_changed_file_is_noticed(copy):
    path = copy / "static/vendor/nlds.css"
    path.write_text(path.read_text(encoding="utf-8").replace("0", "1", 1), encoding="utf-8")
    assert problems(copy) == ["static/vendor/nlds.css is veranderd"]


def test_a_missing_and_an_extra_file_are_noticed(copy):
    (copy / "static/lettertypen/LICENSE.txt").rename(copy / "static/lettertypen/anders.txt")
    assert problems(copy) == [
        "static/lettertypen/LICENSE.txt ontbreekt",
        "static/lettertypen/anders.txt staat niet in static/vendor/vendor.json",
    ]


def test_every_package_has_an_open_licence_and_its_text():
    packages = MANIFEST["packages"]
    assert {each["license"] for each in packages.values()} == {"EUPL-1.2", "MPL-2.0", "OFL-1.1"}
    assert [name for name, each in packages.items() if not (ROOT / each["licenceFile"]).is_file()] == []


def test_the_vendored_versions_are_the_pinned_ones():
    pinned = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    vendored = {name: each["version"] for name, each in MANIFEST["packages"].items()}
    assert {name: pinned[name] for name in vendored} == vendored


def test_the_lock_names_no_place_to_download_from():
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, entry in lock.items() if "resolved" in entry] == []
    assert [name for name, entry in lock.items() if name and "integrity" not in entry] == []


def test_no_house_style_of_the_rijksoverheid_is_in_the_repository():
    files = [
        path for folder in ("static", "templates") for path in (ROOT / folder).rglob("*") if path.is_file()
    ]
    assert [str(path) for path in files if "rijksoverheid" in path.name.lower()] == []
    styles = "".join(path.read_text(encoding="utf-8").lower() for path in files if path.suffix == ".css")
    assert "rijksoverheidsans" not in styles
    assert "--rhc-" not in styles
