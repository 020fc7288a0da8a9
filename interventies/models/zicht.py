"""Who sees what of an interventie: staff everything, everybody else only what was published."""

from django.db import models
from django.db.models import Q

from agenda.access import Permission, may


class Openbaar(models.QuerySet):
    """Records of which `openbaar_als` says when they are public; who may see the programma sees them all."""

    openbaar_als: Q

    def openbaar(self):
        """What everybody may see, whoever asks."""
        return self.filter(self.openbaar_als)

    def visible_to(self, user):
        return self if may(user, Permission.PROGRAMMA_INZIEN) else self.openbaar()
