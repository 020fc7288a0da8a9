"""The words of the catalogue, from which a misspelled word is guessed."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Zoekwoord(models.Model):
    """A word that stood in something published; who searches sees it only if it still finds something public."""

    woord = models.CharField(max_length=40, unique=True)
    grondvorm = models.CharField(max_length=40)
    varianten = ArrayField(
        models.CharField(max_length=40), help_text="Hoe het klinkt, en hetzelfde met één letter minder."
    )

    class Meta:
        ordering = ["woord"]
        verbose_name = "woord van de catalogus"
        verbose_name_plural = "woorden van de catalogus"
        indexes = [GinIndex(fields=["varianten"], name="zoekwoord_varianten")]

    def __str__(self):
        return self.woord
