"""The app that holds the ground, the frame and the mechanisms."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AgendaConfig(AppConfig):
    name = "agenda"
    verbose_name = "Agenda"

    def ready(self):
        from agenda import checks  # noqa: F401  registers the system checks
        from agenda.accounts import gebeurtenissen  # noqa: F401  connects the receivers of allauth's signals
        from agenda.privacy import checks as terms  # noqa: F401

        autodiscover_modules("beheer")  # the reference lists of every app
