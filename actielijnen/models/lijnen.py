"""The actielijnen of a programma, and the posts of its budget table."""

from django.db import models
from django.urls import reverse

from agenda.zicht import VoorMedewerkers


class Actielijn(models.Model):
    """One of the lines of action of a programma."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="actielijnen")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=120)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "actielijn"
        verbose_name_plural = "actielijnen"
        constraints = [models.UniqueConstraint(fields=["programma", "nummer"], name="actielijn_uniek")]

    def __str__(self):
        return f"{self.nummer}. {self.naam}"

    def get_absolute_url(self):
        return self.programma.address(reverse("actielijn", args=[self.nummer]))


class BegrotingspostQuerySet(models.QuerySet):
    def known_on(self, peildatum):
        """Those for which a bron known on `peildatum` states an amount of the programma's own verplichtingenbudget."""
        bekend = self.filter(
            regels__dekkingsbron=None,
            regels__mutaties__budget__in=["verplichtingen", "beide"],
            regels__mutaties__bron__bekend_sinds__lte=peildatum,
        )
        return bekend.distinct().select_related("actielijn__programma")


class Begrotingspost(models.Model):
    """A line of the budget table: an actielijn, or a post that is none (materieel en onvoorzien)."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="posten")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=120)
    actielijn = models.OneToOneField(Actielijn, on_delete=models.PROTECT, null=True, blank=True, related_name="post")

    objects = BegrotingspostQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "begrotingspost"
        verbose_name_plural = "begrotingsposten"
        constraints = [models.UniqueConstraint(fields=["programma", "nummer"], name="post_uniek")]

    def __str__(self):
        return f"{self.nummer}. {self.naam}"
