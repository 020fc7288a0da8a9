"""The second signature under an aanvraag: asked, given or declined. Evidence, so nothing of it ever changes."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from subsidies.models.aanvragen import Aanvraag


class HandtekeningQuerySet(models.QuerySet):
    def voor_stand(self, aanvraag: Aanvraag, bewaard: int):
        """What was done about the answers of that save, the last on top; what is about other answers is void."""
        return self.filter(aanvraag=aanvraag, bewaard=bewaard).select_related("door", "aan").order_by("-pk")


class Handtekening(models.Model):
    """One act about the second signature, bound to the answers of one save (`bewaard`) of the aanvraag."""

    class Soort(models.TextChoices):
        GEVRAAGD = "gevraagd", "Gevraagd"
        GEZET = "gezet", "Getekend"
        GEWEIGERD = "geweigerd", "Niet getekend"

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="handtekeningen")
    soort = models.CharField(max_length=9, choices=Soort.choices)
    bewaard = models.PositiveIntegerField(help_text="Bij welke keer bewaren van de aanvraag dit hoort.")
    op = models.DateTimeField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    naam = models.CharField(max_length=120, blank=True)
    functie = models.CharField(max_length=120, blank=True)
    mandaat = models.CharField(max_length=200, blank=True, help_text="Waarop iemand tekent.")
    reden = models.TextField(blank=True)

    objects = HandtekeningQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = "handtekening onder een aanvraag"
        verbose_name_plural = "handtekeningen onder aanvragen"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort="gevraagd", aan__isnull=False, naam="", functie="", mandaat="", reden="")
                | Q(soort="gezet", aan=None, reden="") & ~Q(naam="") & ~Q(functie="") & ~Q(mandaat="")
                | Q(soort="geweigerd", aan=None, naam="", functie="", mandaat="") & ~Q(reden=""),
                name="handtekening_heeft_wat_erbij_hoort",
            )
        ]

    def __str__(self):
        return f"{self.get_soort_display()} bij {self.aanvraag}"

    @property
    def is_gezet(self) -> bool:
        return self.soort == self.Soort.GEZET

    @property
    def is_gevraagd(self) -> bool:
        return self.soort == self.Soort.GEVRAAGD

    @property
    def is_geweigerd(self) -> bool:
        return self.soort == self.Soort.GEWEIGERD
