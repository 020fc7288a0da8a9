"""Django's migrate as the owner of the database, and after it what tables old and new must have: trail and rights."""

from django.core.management.commands import migrate

from agenda.spoor import rollen, triggers


class Command(migrate.Command):
    def handle(self, *args, **options):
        with rollen.as_owner() as application:
            super().handle(*args, **options)
            if not (options["plan"] or options["check_unapplied"]) and triggers.install() and application:
                rollen.grant(application)
