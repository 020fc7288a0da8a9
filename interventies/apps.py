"""The app interventies."""

from django.apps import AppConfig
from django.apps import apps as alle_apps
from django.db.models.signals import post_migrate


class InterventiesConfig(AppConfig):
    name = "interventies"
    verbose_name = "Interventies"

    def ready(self):
        post_migrate.connect(neem_op_wat_ontbreekt, sender=self)


def neem_op_wat_ontbreekt(*, apps=alle_apps, **_):
    """Let searching find what was published before the catalogue could be searched; `apps` is what migrate left."""
    from interventies.models import Publicatie
    from interventies.zoeken.opnemen import alles_opnemen

    if _kolommen(apps) != _kolommen(alle_apps):  # back to an earlier version
        return
    openbaar = Publicatie.objects.openbaar()
    if openbaar.filter(zoekvector=None).exists():
        alles_opnemen(openbaar)


def _kolommen(apps) -> set[tuple[str, str]]:
    config = apps.app_configs.get("interventies")
    models = config.get_models() if config else ()
    return {(model._meta.db_table, field.column) for model in models for field in model._meta.local_fields}
