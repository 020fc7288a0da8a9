"""The bekostiging: what pays for an uitvoering of an interventie, besides a DU, which names the interventie itself."""

from django.db import models
from django.db.models import Q

from agenda.zicht import VoorMedewerkers


class Bekostiging(models.Model):
    """A verplichting of SZW, or a theme of a regeling by which another ministry pays. Append-only.

    What is outside the scope is never paid by SZW; where another ministry pays too, `signaal` says that it is outside.
    """

    uitvoering = models.ForeignKey("interventies.Uitvoering", on_delete=models.PROTECT, related_name="bekostigingen")
    verplichting = models.ForeignKey(
        "actielijnen.Verplichting", on_delete=models.PROTECT, null=True, related_name="bekostigingen"
    )
    thema = models.ForeignKey("subsidies.Thema", on_delete=models.PROTECT, null=True, related_name="bekostigingen")
    signaal = models.TextField(blank=True, help_text="Waarom dit volgens de scopetoets buiten de scope is.")
    door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = "bekostiging van een uitvoering"
        verbose_name_plural = "bekostigingen van uitvoeringen"
        constraints = [
            models.CheckConstraint(
                condition=Q(verplichting__isnull=False, thema=None, signaal="")
                | Q(verplichting=None, thema__isnull=False),
                name="bekostiging_uit_een_pot",
            ),
            models.UniqueConstraint(fields=["uitvoering", "verplichting"], name="bekostiging_verplichting_uniek"),
            models.UniqueConstraint(fields=["uitvoering", "thema"], name="bekostiging_thema_uniek"),
        ]

    def __str__(self):
        return str(self.verplichting or f"{self.thema} ({self.thema.versie.regeling})")
