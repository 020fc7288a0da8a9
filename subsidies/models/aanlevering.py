"""A file with allotments that was delivered: its rows as they were read, and what was found in each."""

import uuid

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse

from agenda import klok
from agenda.zicht import VoorMedewerkers
from subsidies.models.regelingen import RegelingVersie


class AanleveringQuerySet(VoorMedewerkers):
    def for_page(self):
        return self.select_related("versie__regeling__programma", "bron", "gemaakt_door")


class Aanlevering(models.Model):
    """One file of the verstrekker for one version. Its rows become toekenningen only when somebody confirms."""

    class Status(models.TextChoices):
        NAGEKEKEN = "nagekeken", "Nagekeken, nog niets overgenomen"
        OVERGENOMEN = "overgenomen", "Overgenomen"
        INGETROKKEN = "ingetrokken", "Ingetrokken"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.ForeignKey(RegelingVersie, on_delete=models.PROTECT, related_name="aanleveringen")
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.NAGEKEKEN)
    naam = models.CharField(max_length=200, help_text="De naam van het bestand.")
    sha256 = models.CharField(max_length=64)
    bestand = models.ForeignKey("agenda.Bestand", on_delete=models.SET_NULL, null=True, related_name="+")
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    objects = AanleveringQuerySet.as_manager()

    class Meta:
        ordering = ["-gemaakt_op"]
        verbose_name = "aanlevering"
        verbose_name_plural = "aanleveringen"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["nagekeken", "overgenomen", "ingetrokken"]), name="aanlevering_status"
            ),
        ]

    def __str__(self):
        return f"Toekenningen uit {self.naam}"

    def get_absolute_url(self):
        regeling = self.versie.regeling
        return regeling.programma.address(reverse("aanlevering", args=[regeling.sleutel, self.pk]))

    def aantallen(self) -> dict["Aanleverrij.Oordeel", int]:
        """How many rows there are of each oordeel that occurs, in the order of these."""
        groepen = self.rijen.order_by().values("oordeel").annotate(aantal=Count("pk"))
        gevonden = dict(groepen.values_list("oordeel", "aantal"))
        return {oordeel: gevonden[oordeel] for oordeel in Aanleverrij.Oordeel if oordeel in gevonden}

    def vindplaats(self, rij: int) -> str:
        """Where row `rij` of the file is found. Without the name of the file, which can be of a person: this stays."""
        return f"rij {rij} van het bestand van {self.gemaakt_op.astimezone(klok.AMSTERDAM):%d-%m-%Y %H:%M}"


class Aanleverrij(models.Model):
    """One row of the file: its cells as text by heading, and what is wrong with them."""

    class Oordeel(models.TextChoices):
        GOED = "goed", "Kan worden overgenomen"
        FOUT = "fout", "Fout"
        DUBBEL = "dubbel", "Staat er al"
        SOM = "som", "Optelling klopt"
        OVERGENOMEN = "overgenomen", "Overgenomen"

    aanlevering = models.ForeignKey(Aanlevering, on_delete=models.CASCADE, related_name="rijen")
    nummer = models.PositiveIntegerField(help_text="Het rijnummer in het bestand.")
    is_som = models.BooleanField(help_text="Een rij die andere rijen optelt.")
    cellen = models.JSONField()
    oordeel = models.CharField(max_length=12, choices=Oordeel.choices)
    fouten = models.JSONField(default=dict, help_text="Per kolom wat er mis is.")

    class Meta:
        ordering = ["nummer"]
        verbose_name = "rij van een aanlevering"
        verbose_name_plural = "rijen van aanleveringen"
        constraints = [models.UniqueConstraint(fields=["aanlevering", "nummer"], name="aanleverrij_uniek")]

    def __str__(self):
        return f"rij {self.nummer}"

    @property
    def losse_fouten(self) -> list[str]:
        """What is wrong with the row as a whole, or in a column that the file does not have."""
        return [melding for kop, melding in self.fouten.items() if kop not in self.cellen]
