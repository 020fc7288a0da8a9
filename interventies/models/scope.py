"""The scopetoets: whether an interventie is within what the Agenda is for, as a person judged it."""

from django.db import models
from django.db.models import Q

from agenda.zicht import VoorMedewerkers


class Scopetoets(models.Model):
    """One motivated verdict by somebody who did not write the description; a next one stands beside it."""

    class Oordeel(models.TextChoices):
        BINNEN = "binnen", "Binnen de scope"
        TWIJFEL = "twijfel", "Twijfel"
        BUITEN = "buiten", "Buiten de scope"

    interventie = models.ForeignKey("interventies.Interventie", on_delete=models.PROTECT, related_name="scopetoetsen")
    oordeel = models.CharField(max_length=10, choices=Oordeel.choices)
    motivering = models.TextField()
    versie = models.ForeignKey("interventies.InterventieVersie", on_delete=models.PROTECT, related_name="+")
    door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = "scopetoets"
        verbose_name_plural = "scopetoetsen"
        constraints = [
            models.CheckConstraint(condition=Q(oordeel__in=["binnen", "twijfel", "buiten"]), name="scopetoets_oordeel"),
            models.CheckConstraint(condition=~Q(motivering=""), name="scopetoets_met_motivering"),
        ]

    def __str__(self):
        return self.get_oordeel_display()
