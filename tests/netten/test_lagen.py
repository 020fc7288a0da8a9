"""Imports and relations point downward: between the apps, and inside each app."""

import subprocess
import sys
from pathlib import Path

from django.apps import apps

from tests.hulpmiddelen.broncode import APPS, ROOT


def test_every_import_points_downward():
    checker = Path(sys.executable).with_name("lint-imports")
    outcome = subprocess.run([checker, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_every_relation_of_a_model_points_downward():
    rank = {app: number for number, app in enumerate(APPS)}
    upward = [
        f"{field} wijst naar {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.related_model and {model._meta.app_label, field.related_model._meta.app_label} <= rank.keys()
        if rank[field.related_model._meta.app_label] > rank[model._meta.app_label]
    ]
    assert upward == []
