"""The app subsidies."""

from django.apps import AppConfig


class SubsidiesConfig(AppConfig):
    name = "subsidies"
    verbose_name = "Subsidies"

    def ready(self):
        import subsidies.du.buiten  # noqa: F401  hears of a verdict from the first one on
