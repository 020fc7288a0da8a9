"""The Taak: work that runs in the background, with its progress, for the person who asked for it."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agenda import klok


class TaakGestopt(Exception):
    """This run must end: the taak was cancelled, or another worker has taken it over."""


class TaakQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(aangevraagd_door=user) if user.is_authenticated else self.none()

    def open(self):
        return self.filter(stand__in=Taak.Stand.open())


class Taak(models.Model):
    """One request for background work. `gedaan` is also the point where an interrupted run goes on."""

    class Stand(models.TextChoices):
        WACHT = "wacht", "Wacht"
        BEZIG = "bezig", "Bezig"
        KLAAR = "klaar", "Klaar"
        MISLUKT = "mislukt", "Mislukt"
        GEANNULEERD = "geannuleerd", "Geannuleerd"

        @classmethod
        def open(cls):
            return [cls.WACHT, cls.BEZIG]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=60)
    argumenten = models.JSONField(default=dict, blank=True)
    is_voorbeeld = models.BooleanField(default=False, help_text="Gaat over een bedacht programma.")
    stand = models.CharField(max_length=12, choices=Stand.choices, default=Stand.WACHT)
    gedaan = models.PositiveIntegerField(default=0)
    totaal = models.PositiveIntegerField(default=0, help_text="0: nog niet bekend.")
    melding = models.CharField(max_length=200, blank=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    aangevraagd_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="taken")
    aangemaakt_op = models.DateTimeField(default=klok.nu)
    gestart_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    resultaat = models.ForeignKey("agenda.Bestand", on_delete=models.PROTECT, null=True, blank=True)
    fout = models.TextField(blank=True, help_text="In het Nederlands, voor wie de taak aanvroeg.")

    objects = TaakQuerySet.as_manager()

    class Meta:
        ordering = ["-aangemaakt_op"]
        verbose_name = "taak"
        verbose_name_plural = "taken"
        constraints = [
            models.CheckConstraint(
                condition=Q(stand__in=["wacht", "bezig"], klaar_op__isnull=True)
                | Q(stand__in=["klaar", "mislukt", "geannuleerd"], klaar_op__isnull=False),
                name="taak_beeindigd_heeft_moment",
            ),
            models.CheckConstraint(
                condition=(Q(stand="mislukt") & ~Q(fout="")) | (~Q(stand="mislukt") & Q(fout="")),
                name="taak_mislukt_heeft_fout",
            ),
            models.CheckConstraint(
                condition=Q(resultaat__isnull=True) | Q(stand="klaar"), name="taak_resultaat_als_klaar"
            ),
            models.CheckConstraint(
                condition=Q(totaal=0) | Q(gedaan__lte=models.F("totaal")), name="taak_gedaan_past_in_totaal"
            ),
        ]

    def __str__(self):
        return f"{self.soort} ({self.get_stand_display().lower()})"

    def get_absolute_url(self):
        return reverse("taak", args=[self.pk])

    @property
    def stand_in_woorden(self) -> str:
        return self.melding or f"{self.gedaan} van {self.totaal}"

    @property
    def is_open(self) -> bool:
        return self.stand in self.Stand.open()

    def voortgang(self, gedaan: int, totaal: int, melding: str = "") -> None:
        """Record progress, at once visible on the page. Raise TaakGestopt if this run lost its taak.

        Called inside a transaction together with the work itself, it is exactly the resume point.
        """
        # pogingen is the fence: a worker that was thought dead may not write over its successor
        mine = Taak.objects.filter(pk=self.pk, stand=self.Stand.BEZIG, pogingen=self.pogingen)
        if not mine.update(gedaan=gedaan, totaal=totaal, melding=melding):
            raise TaakGestopt(f"Taak {self.pk} is geannuleerd of door een andere werker overgenomen.")
        self.gedaan, self.totaal, self.melding = gedaan, totaal, melding
