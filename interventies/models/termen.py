"""Terms that interventions are described with: open lists, each term with the words of its bronnen."""

from django.db import models

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
        DOELGROEP = "doelgroep", "Doelgroep"

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
