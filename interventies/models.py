"""Terms that interventions are described with, and Social Labs as a project."""

from django.db import models
from django.urls import reverse

from agenda.zicht import VoorMedewerkers


class TermQuerySet(VoorMedewerkers):
    def for_list(self):
        return self.prefetch_related("vermeldingen__bron")


class Term(models.Model):
    """One entry of an open list; each term keeps the source that uses it."""

    class Lijst(models.TextChoices):
        BESCHERMENDE_FACTOR = "beschermende_factor", "Beschermende factor"
        NIVEAU = "niveau", "Niveau"
        FENOMEEN = "fenomeen", "Fenomeen"

    lijst = models.CharField(max_length=20, choices=Lijst.choices)
    naam = models.CharField(max_length=120)
    volgorde = models.PositiveSmallIntegerField()

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["lijst", "volgorde"]
        verbose_name = "term"
        verbose_name_plural = "termen"
        constraints = [models.UniqueConstraint(fields=["lijst", "naam"], name="term_uniek")]

    def __str__(self):
        return self.naam


class TermVermelding(models.Model):
    """The words with which a source names a term."""

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="vermeldingen")
    woorden = models.CharField(max_length=120)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    class Meta:
        verbose_name = "vermelding van een term"
        verbose_name_plural = "vermeldingen van termen"
        constraints = [models.UniqueConstraint(fields=["term", "woorden", "bron"], name="vermelding_uniek")]

    def __str__(self):
        return f"{self.woorden} ({self.bron.sleutel})"


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
