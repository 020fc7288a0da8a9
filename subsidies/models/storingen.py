"""Outages of the portal, which move the moment at which a tijdvak closes."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agenda.zicht import VoorMedewerkers


class StoringQuerySet(VoorMedewerkers):
    def geldend(self):
        """Those that were not taken back, the earliest first."""
        return self.filter(ingetrokken_op=None).order_by("begin", "eind")


class Storing(models.Model):
    """That the portal could not be used from `begin` until `eind`, for everybody and so for every regeling.

    Its moments never change (database trigger): a wrong one is taken back with a reason, and recorded anew.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    begin = models.DateTimeField()
    eind = models.DateTimeField()
    wat = models.CharField(max_length=200, help_text="Wat gemeenten niet konden, zoals zij het lezen.")
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_omdat = models.CharField(max_length=200, blank=True)

    objects = StoringQuerySet.as_manager()

    class Meta:
        ordering = ["-begin"]
        verbose_name = "storing"
        verbose_name_plural = "storingen"
        constraints = [
            models.CheckConstraint(condition=Q(begin__lt=F("eind")), name="storing_duurt"),
            models.CheckConstraint(
                condition=Q(ingetrokken_op=None, ingetrokken_omdat="")
                | Q(ingetrokken_op__isnull=False) & ~Q(ingetrokken_omdat=""),
                name="storing_ingetrokken_met_reden",
            ),
        ]

    def __str__(self):
        return self.wat

    def get_absolute_url(self):
        return reverse("storingen")
