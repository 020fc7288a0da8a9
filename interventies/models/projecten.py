"""Projecten in which interventions are tried, such as Social Labs."""

from django.db import models
from django.urls import reverse

from agenda.zicht import VoorMedewerkers


class ProjectQuerySet(VoorMedewerkers):
    def for_page(self):
        return self.select_related("programma", "dekkingsbron", "onderzoek", "bron")


class Project(models.Model):
    """A project in which interventions are tried, such as Social Labs."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="projecten")
    sleutel = models.SlugField()
    naam = models.CharField(max_length=120)
    alias = models.CharField(max_length=120, blank=True)
    doel = models.TextField()
    dekkingsbron = models.ForeignKey("actielijnen.Dekkingsbron", on_delete=models.PROTECT)
    aantal_wijken = models.PositiveSmallIntegerField()
    loopt_tot_en_met = models.PositiveSmallIntegerField()
    onderzoek = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, null=True, related_name="+")
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = "project"
        verbose_name_plural = "projecten"
        constraints = [models.UniqueConstraint(fields=["programma", "sleutel"], name="project_uniek")]

    def __str__(self):
        return self.naam

    def get_absolute_url(self):
        return self.programma.address(reverse("project", args=[self.sleutel]))
