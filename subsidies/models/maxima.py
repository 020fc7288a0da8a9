"""The most that one gemeente or gebied can ask under a version, per theme and year."""

from django.db import models
from django.db.models import Q

from agenda.zicht import VoorMedewerkers
from subsidies.models.regelingen import RegelingVersie, Thema


class MaximumQuerySet(VoorMedewerkers):
    def for_list(self):
        return self.select_related("gemeente", "gebied__gemeente", "thema")


class MaximumAanvraag(models.Model):
    """At most `bedrag` euro for one gemeente, or for one gebied of a gemeente."""

    versie = models.ForeignKey(RegelingVersie, on_delete=models.PROTECT, related_name="maxima")
    gemeente = models.ForeignKey("agenda.Gemeente", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    gebied = models.ForeignKey("agenda.Gebied", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    thema = models.ForeignKey(Thema, on_delete=models.PROTECT, related_name="maxima")
    jaar = models.PositiveSmallIntegerField()
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)

    objects = MaximumQuerySet.as_manager()

    class Meta:
        ordering = ["thema__volgorde", "jaar", "pk"]
        verbose_name = "maximum van een aanvraag"
        verbose_name_plural = "maxima van aanvragen"
        constraints = [
            models.UniqueConstraint(
                fields=["versie", "gemeente", "gebied", "thema", "jaar"],
                name="maximum_uniek",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(gemeente__isnull=False, gebied=None) | Q(gemeente=None, gebied__isnull=False),
                name="maximum_van_gemeente_of_gebied",
            ),
            models.CheckConstraint(condition=Q(bedrag__gte=0), name="maximum_niet_negatief"),
        ]

    def __str__(self):
        return f"{self.gebied or self.gemeente}, {self.thema}, {self.jaar}"

    @property
    def van_gemeente(self):
        """The gemeente that can ask it, also where it is for one of its gebieden."""
        return self.gemeente or self.gebied.gemeente
