"""What may be spent: lines of the begroting, and where their money comes from."""

from django.db import models
from django.db.models import Q

from actielijnen.models.lijnen import Begrotingspost


class Begrotingsregel(models.Model):
    """What a source makes available for a post. `jaar` empty: niet verdeeld over jaren. Euro."""

    post = models.ForeignKey(Begrotingspost, on_delete=models.PROTECT, related_name="regels")
    jaar = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Leeg: niet verdeeld.")
    periode = models.CharField(max_length=20, help_text="Waarover het bedrag gaat, bijv. 2023–2025.")
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)
    is_indicatief = models.BooleanField()
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    vindplaats = models.CharField(max_length=200)

    class Meta:
        ordering = ["post__nummer", "jaar"]
        verbose_name = "begrotingsregel"
        verbose_name_plural = "begrotingsregels"
        constraints = [
            models.CheckConstraint(condition=Q(bedrag__gte=0), name="begrotingsregel_niet_negatief"),
            models.UniqueConstraint(
                fields=["post", "jaar", "bron"], name="begrotingsregel_uniek", nulls_distinct=False
            ),
        ]

    def __str__(self):
        return f"{self.post}: {self.bedrag}"


class Dekkingsbron(models.Model):
    """Where money of a programma comes from when it is not the programma's own budget."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="dekkingsbronnen")
    naam = models.CharField(max_length=120)
    ministerie = models.ForeignKey("agenda.Ministerie", on_delete=models.PROTECT)
    doel = models.CharField(max_length=200)
    feit = models.ForeignKey("agenda.Feit", on_delete=models.PROTECT, null=True, blank=True)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    class Meta:
        verbose_name = "dekkingsbron"
        verbose_name_plural = "dekkingsbronnen"
        constraints = [models.UniqueConstraint(fields=["programma", "naam"], name="dekkingsbron_uniek")]

    def __str__(self):
        return self.naam
