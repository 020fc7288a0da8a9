"""The publicatie: which version of an interventie everybody may read, from when until when."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from interventies.models.zicht import Openbaar


class PublicatieQuerySet(Openbaar):
    openbaar_als = Q(status="openbaar")


class Publicatie(models.Model):
    """One version in the catalogue. A version that was not published is never public, however new it is."""

    class Status(models.TextChoices):
        OPENBAAR = "openbaar", "In de catalogus"
        VERVANGEN = "vervangen", "Vervangen door een nieuwere versie"
        INGETROKKEN = "ingetrokken", "Ingetrokken"

    interventie = models.ForeignKey("interventies.Interventie", on_delete=models.PROTECT, related_name="publicaties")
    versie = models.ForeignKey("interventies.InterventieVersie", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPENBAAR)
    gepubliceerd_op = models.DateTimeField()
    gepubliceerd_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    geeindigd_op = models.DateTimeField(null=True)
    reden = models.TextField(blank=True, help_text="Waarom ingetrokken.")

    zoekvector = SearchVectorField(null=True, help_text="Waarop zoeken haar vindt; de tekst zelf staat in de versie.")

    objects = PublicatieQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = "publicatie"
        verbose_name_plural = "publicaties"
        indexes = [GinIndex(fields=["zoekvector"], name="publicatie_zoekvector")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["openbaar", "vervangen", "ingetrokken"]), name="publicatie_status"
            ),
            models.UniqueConstraint(
                fields=["interventie"], condition=Q(status="openbaar"), name="publicatie_een_tegelijk"
            ),
            models.CheckConstraint(
                condition=Q(status="openbaar", geeindigd_op=None)
                | ~Q(status="openbaar") & Q(geeindigd_op__isnull=False),
                name="publicatie_eind",
            ),
            models.CheckConstraint(
                condition=Q(status="ingetrokken") & ~Q(reden="") | ~Q(status="ingetrokken") & Q(reden=""),
                name="publicatie_ingetrokken_met_reden",
            ),
        ]

    def __str__(self):
        return f"{self.versie} van {self.interventie.sleutel}"

    def get_absolute_url(self):
        return self.interventie.get_absolute_url()
