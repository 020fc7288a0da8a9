"""Who made a version of a regeling together."""

from django.db import models

from subsidies.models.regelingen import RegelingVersie


class Medeondertekening(models.Model):
    """A ministry whose minister made or agreed with a version of a regeling."""

    versie = models.ForeignKey(RegelingVersie, on_delete=models.CASCADE)
    ministerie = models.ForeignKey("agenda.Ministerie", on_delete=models.PROTECT)
    ambt = models.CharField(max_length=120)

    class Meta:
        verbose_name = "medeondertekening"
        verbose_name_plural = "medeondertekeningen"
        constraints = [models.UniqueConstraint(fields=["versie", "ambt"], name="medeondertekening_uniek")]

    def __str__(self):
        return self.ambt
