"""The Momentopname: what a document was made from, kept for ever as it was."""

from django.db import models


class Momentopname(models.Model):
    """The frozen content of one document. A database trigger refuses change and removal."""

    sjabloon = models.CharField(max_length=60, help_text="Sjabloon en versie, bijv. voortgangsbrief/1.")
    inhoud = models.JSONField()
    sha256 = models.CharField(max_length=64, unique=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-gemaakt_op"]
        verbose_name = "momentopname"
        verbose_name_plural = "momentopnamen"

    def __str__(self):
        return f"{self.sjabloon} {self.sha256[:12]}"
