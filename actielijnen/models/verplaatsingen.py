"""Plans that were given up for another: what was planned stays visible."""

from django.db import models
from django.db.models import F, Q


class VerplaatsingQuerySet(models.QuerySet):
    def for_list(self):
        return self.select_related("door")


class Verplaatsing(models.Model):
    """The plan of before and the plan of after, of one activiteit or mijlpaal. A trigger refuses change and removal.

    A mijlpaal has no begin; one whose day nobody knew has no end of before either.
    """

    activiteit = models.ForeignKey(
        "actielijnen.Activiteit", on_delete=models.PROTECT, null=True, blank=True, related_name="verplaatsingen"
    )
    mijlpaal = models.ForeignKey(
        "actielijnen.Mijlpaal", on_delete=models.PROTECT, null=True, blank=True, related_name="verplaatsingen"
    )
    was_van = models.DateField(null=True, blank=True)
    was_tot = models.DateField(null=True, blank=True)
    wordt_van = models.DateField(null=True, blank=True)
    wordt_tot = models.DateField()
    reden = models.TextField()
    door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    objects = VerplaatsingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = "verplaatsing"
        verbose_name_plural = "verplaatsingen"
        constraints = [
            models.CheckConstraint(condition=~Q(reden=""), name="verplaatsing_met_reden"),
            models.CheckConstraint(
                condition=Q(
                    activiteit__isnull=False, mijlpaal__isnull=True, was_van__isnull=False, was_tot__isnull=False
                )
                | Q(activiteit__isnull=True, mijlpaal__isnull=False, was_van__isnull=True, wordt_van__isnull=True),
                name="verplaatsing_van_een_ding",
            ),
            models.CheckConstraint(
                condition=~Q(was_van=F("wordt_van"), was_tot=F("wordt_tot")), name="verplaatsing_naar_iets_anders"
            ),
        ]

    def __str__(self):
        return f"van {self.was_tot} naar {self.wordt_tot}"
