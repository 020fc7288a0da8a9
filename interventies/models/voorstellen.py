"""The interventievoorstel: an approach of its own that a gemeente proposes for the palet."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agenda.models.gemeentelijk import Gemeentelijk, VanGemeente


class InterventievoorstelQuerySet(VanGemeente):
    def for_list(self):
        return self.select_related("gemeente__opvolger", "interventie__laatste")


class Interventievoorstel(Gemeentelijk):
    """What a gemeente wrote about its approach; it stays as it was written, also when an interventie came of it."""

    class Status(models.TextChoices):
        INGEDIEND = "ingediend", "Ingediend"
        IN_BEHANDELING = "in_behandeling", "In behandeling"
        OVERGENOMEN = "overgenomen", "Overgenomen"
        AFGEWEZEN = "afgewezen", "Niet overgenomen"
        INGETROKKEN = "ingetrokken", "Ingetrokken door de gemeente"

    nummer = models.CharField(max_length=20, unique=True, help_text="Bijvoorbeeld VST-2026-001.")
    gemeente = models.ForeignKey("agenda.Gemeente", on_delete=models.PROTECT, related_name="interventievoorstellen")
    naam = models.CharField(max_length=120)
    wat = models.TextField(help_text="Wat er gebeurt, en wat het oplevert.")
    doelgroep = models.TextField(help_text="Voor wie het is.")
    waar = models.TextField(help_text="Waar het loopt, en sinds wanneer.")
    waarom = models.TextField(help_text="Waarom de gemeente denkt dat het werkt.")
    contact = models.CharField(max_length=160, help_text="Een afdeling of algemeen adres, nooit een persoon.")
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.INGEDIEND)
    reden = models.TextField(blank=True, help_text="Waarom het voorstel niet is overgenomen.")
    interventie = models.OneToOneField(
        "interventies.Interventie",
        on_delete=models.PROTECT,
        null=True,
        related_name="voorstel",
        help_text="Wat er van het voorstel werd beschreven.",
    )
    ingediend_op = models.DateTimeField()
    ingediend_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    objects = InterventievoorstelQuerySet.as_manager()

    class Meta:
        ordering = ["-ingediend_op", "-pk"]
        verbose_name = "voorstel voor een interventie"
        verbose_name_plural = "voorstellen voor interventies"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["ingediend", "in_behandeling", "overgenomen", "afgewezen", "ingetrokken"]),
                name="interventievoorstel_status",
            ),
            models.CheckConstraint(
                condition=Q(status="afgewezen") & ~Q(reden="") | ~Q(status="afgewezen") & Q(reden=""),
                name="interventievoorstel_afgewezen_met_reden",
            ),
            models.CheckConstraint(
                condition=Q(status="overgenomen", interventie__isnull=False)
                | ~Q(status="overgenomen") & Q(interventie=None),
                name="interventievoorstel_overgenomen_als_interventie",
            ),
        ]

    def __str__(self):
        return self.nummer

    def get_absolute_url(self):
        return reverse("interventievoorstel", args=[self.nummer])

    @property
    def adres_gemeente(self) -> str:
        """Where the gemeente reads about it."""
        return reverse("gemeente-voorstel", args=[self.nummer])

    @property
    def is_voorbeeld(self) -> bool:
        return self.gemeente.is_voorbeeld
