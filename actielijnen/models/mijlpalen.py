"""What is planned and what was held."""

from django.db import models
from django.db.models import Q


class Mijlpaal(models.Model):
    """Something planned or held, such as a congres: plan and realisation stand side by side."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="mijlpalen")
    sleutel = models.SlugField(max_length=60)
    naam = models.CharField(max_length=160)
    gepland = models.CharField(max_length=60, blank=True)
    gerealiseerd = models.CharField(max_length=60, blank=True)
    toelichting = models.TextField(blank=True)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    bron_realisatie = models.ForeignKey(
        "agenda.Bron", on_delete=models.PROTECT, null=True, related_name="+", help_text="Leeg: dezelfde bron."
    )
    volgorde = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"
        constraints = [
            models.UniqueConstraint(fields=["programma", "sleutel"], name="mijlpaal_uniek"),
            models.CheckConstraint(condition=~Q(gepland="") | ~Q(gerealiseerd=""), name="mijlpaal_heeft_moment"),
        ]

    def __str__(self):
        return self.naam
