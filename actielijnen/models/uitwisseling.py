"""An import under way: the file, its rows as they were read, and what was found in each. Nothing is booked yet."""

import uuid

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse

from agenda.zicht import VoorMedewerkers


class ImportQuerySet(VoorMedewerkers):
    def for_page(self):
        return self.select_related("programma", "gemaakt_door")


class Import(models.Model):
    """One file with mutaties, verplichtingen or betalingen for a programma."""

    class Soort(models.TextChoices):
        MUTATIES = "mutaties", "Mutaties"
        VERPLICHTINGEN = "verplichtingen", "Verplichtingen"
        BETALINGEN = "betalingen", "Betalingen en terugontvangsten"

    class Status(models.TextChoices):
        NAKIJKEN = "nakijken", "Wordt nagekeken"
        NAGEKEKEN = "nagekeken", "Nagekeken, nog niets geboekt"
        BOEKEN = "boeken", "Wordt geboekt"
        GEBOEKT = "geboekt", "Geboekt"
        INGETROKKEN = "ingetrokken", "Ingetrokken"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="imports")
    soort = models.CharField(max_length=15, choices=Soort.choices)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.NAKIJKEN)
    naam = models.CharField(max_length=200, help_text="De naam van het bestand.")
    sha256 = models.CharField(max_length=64)
    bestand = models.ForeignKey("agenda.Bestand", on_delete=models.SET_NULL, null=True, related_name="+")
    taak = models.ForeignKey("agenda.Taak", on_delete=models.SET_NULL, null=True, related_name="+")
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-gemaakt_op"]
        verbose_name = "import"
        verbose_name_plural = "imports"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["nakijken", "nagekeken", "boeken", "geboekt", "ingetrokken"]),
                name="import_status",
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()} uit {self.naam}"

    def get_absolute_url(self):
        return reverse("import", args=[self.pk])

    def aantallen(self) -> dict[str, int]:
        """How many rows there are of each oordeel that occurs."""
        groepen = self.rijen.order_by().values("oordeel").annotate(aantal=Count("pk"))
        gevonden = dict(groepen.values_list("oordeel", "aantal"))
        return {oordeel: gevonden[oordeel] for oordeel in Importrij.Oordeel if oordeel in gevonden}


class Importrij(models.Model):
    """One row of the file: its cells as text by heading, and what is wrong with them."""

    class Oordeel(models.TextChoices):
        ONBEKEND = "onbekend", "Nog niet nagekeken"
        GOED = "goed", "Kan worden geboekt"
        FOUT = "fout", "Fout"
        DUBBEL = "dubbel", "Staat er al"
        GEBOEKT = "geboekt", "Geboekt"

    bestand = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rijen")
    nummer = models.PositiveIntegerField(help_text="Het rijnummer in het bestand.")
    cellen = models.JSONField()
    oordeel = models.CharField(max_length=10, choices=Oordeel.choices, default=Oordeel.ONBEKEND)
    fouten = models.JSONField(default=dict, help_text="Per kolom wat er mis is.")

    class Meta:
        ordering = ["nummer"]
        verbose_name = "rij van een import"
        verbose_name_plural = "rijen van imports"
        constraints = [models.UniqueConstraint(fields=["bestand", "nummer"], name="importrij_uniek")]
        indexes = [models.Index(fields=["bestand", "oordeel", "nummer"], name="importrij_per_oordeel")]

    def __str__(self):
        return f"rij {self.nummer}"

    @property
    def losse_fouten(self) -> list[str]:
        """What is wrong with the row as a whole, or in a column that the file does not have."""
        return [melding for kop, melding in self.fouten.items() if kop not in self.cellen]
