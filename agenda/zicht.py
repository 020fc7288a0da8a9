"""Whose eyes a record is for: views get records only through `Model.objects.visible_to(user)`."""

from django.db import models

from agenda.access import Permission, may


class VoorMedewerkers(models.QuerySet):
    """Records of the programma: who may see the programma sees them all, everybody else none."""

    def visible_to(self, user):
        return self if may(user, Permission.PROGRAMMA_INZIEN) else self.none()
