"""Provincies, gemeenten with their herindelingen, and the gebieden a programma works in."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agenda.access import Permission, may
from agenda.zicht import VoorMedewerkers


class Provincie(models.Model):
    """A province with its CBS code."""

    code = models.CharField(max_length=4, unique=True)
    naam = models.CharField(max_length=40)

    class Meta:
        ordering = ["naam"]
        verbose_name = "provincie"
        verbose_name_plural = "provincies"

    def __str__(self):
        return self.naam


class GemeenteQuerySet(VoorMedewerkers):
    def echt(self):
        return self.filter(is_voorbeeld=False)

    def for_list(self):
        return self.select_related("provincie").annotate(aantal_gebieden=models.Count("gebieden"))


class Gemeente(models.Model):
    """A municipality with its CBS code. A herindeling is data: successor and date."""

    code = models.CharField("CBS-code", max_length=6, unique=True, help_text="Bijvoorbeeld GM0363.")
    naam_cbs = models.CharField("naam volgens CBS", max_length=80)
    naam = models.CharField(max_length=80)
    provincie = models.ForeignKey(Provincie, on_delete=models.PROTECT, related_name="gemeenten")
    tooi_uri = models.URLField("TOOI-identificatie", blank=True)
    bestaat_vanaf = models.DateField(null=True, blank=True, help_text="Leeg: begin niet bekend.")
    opgegaan_op = models.DateField(null=True, blank=True)
    opvolger = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)
    inwoners_2021 = models.PositiveIntegerField(null=True, help_text="CBS 85039NED, 1 januari 2021.")
    is_voorbeeld = models.BooleanField(default=False)

    objects = GemeenteQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        constraints = [
            models.CheckConstraint(
                condition=Q(opgegaan_op__isnull=True, opvolger__isnull=True)
                | Q(opgegaan_op__isnull=False, opvolger__isnull=False),
                name="gemeente_opgegaan_heeft_opvolger",
            ),
            models.CheckConstraint(
                condition=Q(opgegaan_op__isnull=True)
                | Q(bestaat_vanaf__isnull=True)
                | Q(opgegaan_op__gt=F("bestaat_vanaf")),
                name="gemeente_eindigt_na_begin",
            ),
        ]

    def __str__(self):
        return self.naam

    def get_absolute_url(self):
        return reverse("gemeente", args=[self.code])


class GebiedQuerySet(VoorMedewerkers):
    def visible_to(self, user):
        """All for staff; for who works at a gemeente those in that gemeente."""
        if may(user, Permission.GEMEENTE_INZIEN) and user.gemeente_id:
            return self.filter(gemeente=user.gemeente_id)
        return super().visible_to(user)

    def for_list(self):
        return self.select_related("gemeente__provincie", "bron").prefetch_related("aliassen__bron")

    def bekend_op(self, peildatum, programma):
        """Those that a source known on `peildatum` names; an example programma has example gebieden only."""
        return self.filter(
            bron__bekend_sinds__lte=peildatum, gemeente__is_voorbeeld=programma.is_voorbeeld
        ).select_related("gemeente", "bron")


class Gebied(models.Model):
    """A focusgebied of the NPLV; gebied and gemeente are counted apart (20 and 19)."""

    nummer = models.PositiveSmallIntegerField(unique=True)
    naam = models.CharField(max_length=80, unique=True)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="gebieden")
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    rd_x = models.IntegerField(help_text="Punt in de gemeente (niet in het gebied), RD, meter.")
    rd_y = models.IntegerField(help_text="Punt in de gemeente (niet in het gebied), RD, meter.")

    objects = GebiedQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "focusgebied"
        verbose_name_plural = "focusgebieden"

    def __str__(self):
        return self.naam


class GebiedAlias(models.Model):
    """Another spelling of a focusgebied that a source uses."""

    gebied = models.ForeignKey(Gebied, on_delete=models.CASCADE, related_name="aliassen")
    naam = models.CharField(max_length=80)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    class Meta:
        verbose_name = "alias van een gebied"
        verbose_name_plural = "aliassen van gebieden"
        constraints = [models.UniqueConstraint(fields=["gebied", "naam"], name="gebiedalias_uniek")]

    def __str__(self):
        return self.naam
