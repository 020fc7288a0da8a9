"""What a version says in rows: its terms with their grondslag, and what gemeenten account for in SiSa."""

from django.db import models
from django.db.models import Q

from agenda.termijnen import Eenheid, Regelsoort
from agenda.zicht import VoorMedewerkers
from subsidies.models.regelingen import RegelingVersie

EENHEDEN = [(each.value, each.value) for each in Eenheid]
# fmt: off
REGELSOORTEN = [
    (Regelsoort.WET.value,                   "een wet"),
    (Regelsoort.AMVB.value,                  "een algemene maatregel van bestuur"),
    (Regelsoort.MINISTERIELE_REGELING.value, "de regeling zelf"),
]
# fmt: on


class RijQuerySet(VoorMedewerkers):
    def for_list(self):
        return self.select_related("versie__regeling__programma")


class Regelingtermijn(models.Model):
    """How long something takes under a version, as agenda.termijnen counts it, and which rule says so."""

    versie = models.ForeignKey(RegelingVersie, on_delete=models.CASCADE, related_name="termijnen")
    volgorde = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=120)
    aantal = models.PositiveSmallIntegerField()
    eenheid = models.CharField(max_length=8, choices=EENHEDEN)
    regelsoort = models.CharField(max_length=25, choices=REGELSOORTEN)
    grondslag = models.CharField(max_length=200)

    objects = RijQuerySet.as_manager()

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "termijn van een regeling"
        verbose_name_plural = "termijnen van regelingen"
        constraints = [
            models.UniqueConstraint(fields=["versie", "volgorde"], name="regelingtermijn_uniek"),
            models.CheckConstraint(condition=Q(aantal__gt=0), name="regelingtermijn_duurt"),
            models.CheckConstraint(condition=~Q(grondslag=""), name="regelingtermijn_heeft_grondslag"),
        ]

    def __str__(self):
        return f"{self.naam}: {self.aantal} {self.eenheid} ({self.grondslag})"


class SisaIndicator(models.Model):
    """What a gemeente accounts for in SiSa under a version."""

    versie = models.ForeignKey(RegelingVersie, on_delete=models.CASCADE, related_name="sisa_indicatoren")
    volgorde = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=200)

    objects = RijQuerySet.as_manager()

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "SiSa-indicator"
        verbose_name_plural = "SiSa-indicatoren"
        constraints = [models.UniqueConstraint(fields=["versie", "volgorde"], name="sisaindicator_uniek")]

    def __str__(self):
        return self.naam
