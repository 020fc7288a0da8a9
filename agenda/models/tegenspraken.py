"""Contradictions between bronnen, and what the bronnen leave open."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agenda.models.bronnen import Bron, Feit, FeitVersie
from agenda.zicht import VoorMedewerkers


class TegenspraakQuerySet(VoorMedewerkers):
    def for_list(self):
        return self.select_related("programma").prefetch_related("varianten__bronnen", "feiten")


class Tegenspraak(models.Model):
    """A place where sources contradict each other, and what a new letter does about it."""

    class Stand(models.TextChoices):
        VOORGESTELD = "voorgesteld", "keuze voorgesteld, te bevestigen"
        BEVESTIGD = "bevestigd", "keuze bevestigd"
        OPEN = "open", "open: geen brief gebruikt dit"

    nummer = models.CharField(max_length=4)
    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="tegenspraken")
    onderwerp = models.CharField(max_length=120)
    aard = models.TextField(help_text="Waarom de bronnen verschillen, voor zover bekend.")
    keuze = models.TextField(blank=True, help_text="Wat een nieuwe brief gebruikt.")
    behandeling = models.TextField(help_text="Hoe het portaal ermee omgaat.")
    stand = models.CharField(max_length=12, choices=Stand.choices)
    herkomst_keuze = models.CharField(max_length=200, blank=True)
    feiten = models.ManyToManyField(Feit, blank=True, related_name="tegenspraken")

    objects = TegenspraakQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "tegenspraak"
        verbose_name_plural = "tegenspraken"
        constraints = [
            models.CheckConstraint(
                condition=Q(stand="open", keuze="") | (~Q(stand="open") & ~Q(keuze="")),
                name="tegenspraak_open_heeft_geen_keuze",
            ),
            models.UniqueConstraint(fields=["programma", "nummer"], name="tegenspraak_uniek"),
        ]

    def __str__(self):
        return f"{self.nummer} {self.onderwerp}"

    def get_absolute_url(self):
        return self.programma.address(reverse("tegenspraak", args=[self.nummer]))

    @property
    def stand_kort(self):
        """How far it is settled, in a word or two."""
        return self.get_stand_display().partition(":")[0].removeprefix("keuze voorgesteld, ").removeprefix("keuze ")


class TegenspraakVariant(models.Model):
    """What one side of a contradiction says."""

    tegenspraak = models.ForeignKey(Tegenspraak, on_delete=models.CASCADE, related_name="varianten")
    letter = models.CharField(max_length=1)
    tekst = models.TextField()
    bronnen = models.ManyToManyField(Bron, blank=True)
    bron_tekst = models.CharField(max_length=200, blank=True, help_text="Een bron buiten de bronnenlijst.")

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["letter"]
        verbose_name = "variant van een tegenspraak"
        verbose_name_plural = "varianten van tegenspraken"
        constraints = [models.UniqueConstraint(fields=["tegenspraak", "letter"], name="variant_uniek")]

    def __str__(self):
        return f"{self.tegenspraak.nummer}{self.letter}: {self.tekst}"


class OpenVraagQuerySet(VoorMedewerkers):
    def for_list(self):
        return self.select_related("beantwoord_door__feit__programma", "beantwoord_door__bron")

    def about(self, *onderwerpen):
        return self.filter(onderwerp__in=onderwerpen)

    def unanswered(self):
        return self.filter(beantwoord_door__isnull=True)


class OpenVraag(models.Model):
    """What the sources do not say. It is shown where a reader would look for it, never guessed."""

    sleutel = models.SlugField(max_length=80)
    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="open_vragen")
    onderwerp = models.CharField(max_length=40, db_index=True)
    vraag = models.TextField()
    toelichting = models.TextField(blank=True)
    beantwoord_door = models.ForeignKey(FeitVersie, on_delete=models.PROTECT, null=True, blank=True)

    objects = OpenVraagQuerySet.as_manager()

    class Meta:
        ordering = ["onderwerp", "sleutel"]
        verbose_name = "open vraag"
        verbose_name_plural = "open vragen"
        constraints = [models.UniqueConstraint(fields=["programma", "sleutel"], name="openvraag_uniek")]

    def __str__(self):
        return self.vraag

    def get_absolute_url(self):
        return self.programma.address(f"{reverse('open-vragen')}#{self.sleutel}")
