"""Django's own command, which cannot know roles; it says how an account is made here."""

from django.contrib.auth.management.commands import createsuperuser
from django.core.management.base import CommandError


class Command(createsuperuser.Command):
    help = "Bestaat in dit portaal niet: rechten horen bij een rol. Gebruik eerste_beheerder."

    def handle(self, *args, **options):
        raise CommandError(
            "Dit portaal heeft geen gebruiker die alles mag: rechten horen bij een rol. "
            "Gebruik: manage.py eerste_beheerder EMAIL --naam NAAM"
        )
