"""The Bestand: one stored file, known by its UUID and never by the name somebody gave it."""

import uuid

from django.db import models
from django.db.models import Q

from agenda import klok


class Scanstand(models.TextChoices):
    """How far a file can be trusted; what is in quarantine or refused is never served."""

    IN_QUARANTAINE = "in_quarantaine", "nog niet op virussen gecontroleerd"
    SCHOON = "schoon", "gecontroleerd, geen virus gevonden"
    GEWEIGERD = "geweigerd", "geweigerd"
    ZELF_GEMAAKT = "zelf_gemaakt", "door het portaal gemaakt"


class BestandQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Somebody's own files; one without eigenaar hangs from another record and is seen through that."""
        return self.filter(eigenaar=user) if user.is_authenticated else self.none()


class Bestand(models.Model):
    """A file in the storage. The row is written after the file, so a row without a file cannot exist."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    grootte = models.PositiveBigIntegerField(help_text="In bytes.")
    mediatype = models.CharField(max_length=100)
    scanstand = models.CharField(max_length=15, choices=Scanstand.choices)
    gescand_op = models.DateTimeField(null=True, blank=True)
    scanner = models.CharField(max_length=100, blank=True, help_text="Programma, handtekeningen en hun datum.")
    bevinding = models.CharField(max_length=200, blank=True, help_text="Waarom het bestand is geweigerd.")
    gewist_op = models.DateTimeField(null=True, blank=True, help_text="Sindsdien is er geen inhoud meer.")
    bewaren_tot = models.DateField(null=True, blank=True, help_text="Leeg: geen eigen bewaartermijn.")
    eigenaar = models.ForeignKey(
        "agenda.Gebruiker", on_delete=models.PROTECT, null=True, blank=True, related_name="bestanden"
    )
    aangemaakt_op = models.DateTimeField(default=klok.nu)

    objects = BestandQuerySet.as_manager()

    class Meta:
        ordering = ["-aangemaakt_op"]
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"
        constraints = [
            models.CheckConstraint(condition=Q(scanstand__in=Scanstand.values), name="bestand_scanstand"),
            models.CheckConstraint(
                condition=Q(scanstand__in=["schoon", "geweigerd"], gescand_op__isnull=False) & ~Q(scanner="")
                | Q(scanstand__in=["in_quarantaine", "zelf_gemaakt"], gescand_op__isnull=True, scanner=""),
                name="bestand_oordeel_van_scanner",
            ),
            models.CheckConstraint(
                condition=(Q(scanstand="geweigerd") & ~Q(bevinding="")) | (~Q(scanstand="geweigerd") & Q(bevinding="")),
                name="bestand_geweigerd_heeft_bevinding",
            ),
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="bestand_sha256"),
        ]

    def __str__(self):
        return self.naam

    @property
    def plaats(self) -> str:
        """Where the storage keeps it: by UUID, in 256 folders."""
        return f"{self.pk.hex[:2]}/{self.pk}"

    @property
    def is_vrijgegeven(self) -> bool:
        return self.scanstand in (Scanstand.SCHOON, Scanstand.ZELF_GEMAAKT) and not self.gewist_op

    @property
    def is_verlopen(self) -> bool:
        return self.bewaren_tot is not None and self.bewaren_tot < klok.vandaag()
