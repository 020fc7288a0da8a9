"""Django's migrate, and after it what the database must keep for tables old and new: the trail of every row."""

from django.core.management.commands import migrate

from agenda.spoor import triggers


class Command(migrate.Command):
    def handle(self, *args, **options):
        super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"]):
            triggers.install()
