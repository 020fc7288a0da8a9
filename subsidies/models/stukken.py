"""The documents of a version of a regeling: that they exist is known from a bron, the file may be missing."""

import uuid

from django.db import models
from django.urls import reverse

from agenda.models.brondocumenten import STANDEN
from agenda.zicht import VoorMedewerkers
from subsidies.models.regelingen import RegelingVersie


class RegelingstukQuerySet(VoorMedewerkers):
    def for_page(self):
        return self.select_related("bron", "bestand", "versie__regeling__programma")


class Regelingstuk(models.Model):
    """A document that belongs to a version: the ministeriële regeling, a form, a concept-beschikking."""

    class Soort(models.TextChoices):
        REGELING = "regeling", "Ministeriële regeling (MR)"
        FORMULIER = "formulier", "Aanvraagformulier"
        BESCHIKKING = "beschikking", "Beschikking"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.ForeignKey(RegelingVersie, on_delete=models.PROTECT, related_name="stukken")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    is_concept = models.BooleanField()
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, help_text="Waaruit blijkt dat het stuk er is.")
    vindplaats = models.CharField(max_length=200)
    bestand = models.OneToOneField(
        "agenda.Bestand", on_delete=models.PROTECT, null=True, blank=True, related_name="regelingstuk"
    )
    toegevoegd_op = models.DateTimeField(null=True, blank=True)
    toegevoegd_door = models.ForeignKey(
        "agenda.Gebruiker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RegelingstukQuerySet.as_manager()

    class Meta:
        ordering = ["versie", "soort"]
        verbose_name = "stuk van een regeling"
        verbose_name_plural = "stukken van regelingen"
        constraints = [
            models.UniqueConstraint(fields=["versie", "soort", "is_concept"], name="regelingstuk_uniek"),
            models.CheckConstraint(
                condition=models.Q(bestand=None, toegevoegd_op=None, toegevoegd_door=None)
                | models.Q(bestand__isnull=False, toegevoegd_op__isnull=False, toegevoegd_door__isnull=False),
                name="regelingstuk_bestand_is_van_iemand",
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()}{', concept' if self.is_concept else ''}"

    def get_absolute_url(self):
        regeling = self.versie.regeling
        return regeling.programma.address(reverse("regeling-stuk-openen", args=[regeling.sleutel, self.pk]))

    @property
    def houder(self) -> RegelingVersie:
        """The record that the file belongs to."""
        return self.versie

    @property
    def houder_in_een_bericht(self) -> str:
        return self.versie.regeling.sleutel

    @property
    def stand(self) -> tuple[str, str]:
        """How it is with the file, as the words and the tone of a badge."""
        return STANDEN[self.bestand.scanstand] if self.bestand else ("het bestand ontbreekt", "vraag")
