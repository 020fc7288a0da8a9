"""Django's migrate as the owner of the database, and after it what tables old and new must have: trail and rights."""

from django.core.management.commands import migrate

from agenda.spoor import rollen, triggers


class Command(migrate.Command):
    def execute(self, *args, **options):
        """Around the system checks too: in a database of before the two roles the portal may not read yet."""
        with rollen.as_owner() as self.application:
            return super().execute(*args, **options)

    def handle(self, *args, **options):
        super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"]) and triggers.install() and self.application:
            rollen.grant(self.application)
