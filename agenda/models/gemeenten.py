"""Provincies, gemeenten with their herindelingen, and the gebieden a programma works in."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agenda import klok
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
        lijst = self.select_related("provincie", "opvolger").prefetch_related("voorgangers", "verdeeld_over")
        return lijst.annotate(aantal_gebieden=models.Count("gebieden", distinct=True))

    def met_voorgangers(self, gemeente_id: int) -> set[int]:
        """The numbers of a gemeente and of all that went up in it until today, however long ago."""
        found, frontier = set(), {gemeente_id}
        while frontier:
            found |= frontier
            opgegaan = self.filter(opvolger__in=frontier, opgegaan_op__lte=klok.vandaag())
            frontier = set(opgegaan.values_list("pk", flat=True)) - found
        return found


class Gemeente(models.Model):
    """A municipality with its CBS code. A herindeling is data: a day, and one successor or several.

    With one successor that one carries on; divided over several, nobody does, and what was recorded stays with it.
    """

    code = models.CharField("CBS-code", max_length=6, unique=True, help_text="Bijvoorbeeld GM0363.")
    naam_cbs = models.CharField("naam volgens CBS", max_length=80)
    naam = models.CharField(max_length=80)
    provincie = models.ForeignKey(Provincie, on_delete=models.PROTECT, related_name="gemeenten")
    tooi_uri = models.URLField("TOOI-identificatie", blank=True)
    bestaat_vanaf = models.DateField(null=True, blank=True, help_text="Leeg: begin niet bekend.")
    opgegaan_op = models.DateField(null=True, blank=True)
    opvolger = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="voorgangers"
    )
    is_verdeeld = models.BooleanField("verdeeld over meer gemeenten", default=False)
    verdeeld_over = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="ontstaan_uit_deel")
    inwoners_2021 = models.PositiveIntegerField(
        null=True, blank=True, help_text="CBS 85039NED, 1 januari 2021. Leeg: niet geteld."
    )
    is_voorbeeld = models.BooleanField(default=False)

    objects = GemeenteQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        constraints = [
            models.CheckConstraint(
                condition=Q(opgegaan_op__isnull=True, opvolger__isnull=True, is_verdeeld=False)
                | Q(opgegaan_op__isnull=False, opvolger__isnull=False, is_verdeeld=False)
                | Q(opgegaan_op__isnull=False, opvolger__isnull=True, is_verdeeld=True),
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

    def clean(self):
        """Raises ValidationError for a successor that is not there on that day: so no chain of them is endless."""
        if self.opvolger and self.opgegaan_op:
            if self.opvolger_id == self.pk:
                raise ValidationError({"opvolger": "Een gemeente kan niet haar eigen opvolger zijn."})
            einde = self.opvolger.opgegaan_op
            if einde and einde <= self.opgegaan_op:
                raise ValidationError({"opvolger": f"{self.opvolger} bestaat dan niet meer. Kies haar opvolger."})
        if self.pk and self.opgegaan_op and self.voorgangers.filter(opgegaan_op__gte=self.opgegaan_op).exists():
            raise ValidationError({"opgegaan_op": "Een andere gemeente gaat later nog in deze op. Wijzig die eerst."})


class GebiedQuerySet(VoorMedewerkers):
    def visible_to(self, user):
        """All for staff; for who works at a gemeente those in that gemeente."""
        if may(user, Permission.GEMEENTE_INZIEN) and user.gemeente_id:
            return self.filter(gemeente__in=Gemeente.objects.met_voorgangers(user.gemeente_id))
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
