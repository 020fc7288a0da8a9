"""What is planned and what was held, in the words of the bronnen or as the portal itself keeps it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from actielijnen.models.eigenaarschap import EEN_PERSOON, EEN_ROL, NIEMAND, MetEigenaar
from agenda import klok
from agenda.zicht import VoorMedewerkers

NA_DE_BRONNEN = 1000  # the volgorde of what somebody made in the portal: behind what the bronnen name, by day


class MijlpaalQuerySet(VoorMedewerkers):
    def open(self):
        """Those that still stand, and of which nobody says that they were reached."""
        return self.filter(gerealiseerd="", gerealiseerd_op=None, status=Mijlpaal.Status.GELDT)

    def for_list(self):
        return self.select_related(
            "programma", "bron", "bron_realisatie", "actielijn__programma", "activiteit__programma", "eigenaar"
        )


class Mijlpaal(MetEigenaar):
    """Something planned or held, such as a congres: plan and realisation stand side by side.

    `gepland` and `gerealiseerd` are the words of a bron and stay as they are; `gepland_op` and `gerealiseerd_op` are
    days, where the day is known.
    """

    class Status(models.TextChoices):
        """What somebody decided about it; the Stand also follows from the days."""

        GELDT = "geldt", "Geldt"
        VERVALLEN = "vervallen", "Vervallen"

    class Stand(models.TextChoices):
        GEHAALD = "gehaald", "Gehaald"
        VERVALLEN = "vervallen", "Vervallen"
        GEPLAND = "gepland", "Gepland"
        TE_LAAT = "te_laat", "Achterstallig"
        ONBEKEND = "onbekend", "Niet bekend"

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="mijlpalen")
    sleutel = models.SlugField(max_length=60)
    naam = models.CharField(max_length=160)
    actielijn = models.ForeignKey(
        "actielijnen.Actielijn", on_delete=models.PROTECT, null=True, blank=True, related_name="mijlpalen"
    )
    activiteit = models.ForeignKey(
        "actielijnen.Activiteit", on_delete=models.PROTECT, null=True, blank=True, related_name="mijlpalen"
    )
    gepland = models.CharField(max_length=60, blank=True, help_text="Het moment zoals de bron het zegt.")
    gepland_op = models.DateField(null=True, blank=True, help_text="Leeg: de dag is niet bekend.")
    gerealiseerd = models.CharField(max_length=60, blank=True, help_text="Het moment zoals de bron het zegt.")
    gerealiseerd_op = models.DateField(null=True, blank=True, help_text="Leeg: de dag is niet bekend.")
    toelichting = models.TextField(blank=True)
    bron = models.ForeignKey(
        "agenda.Bron", on_delete=models.PROTECT, null=True, blank=True, help_text="Leeg: in het portaal gemaakt."
    )
    bron_realisatie = models.ForeignKey(
        "agenda.Bron", on_delete=models.PROTECT, null=True, related_name="+", help_text="Leeg: dezelfde bron."
    )
    gemaakt_door = models.ForeignKey(
        "agenda.Gebruiker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    gerealiseerd_door = models.ForeignKey(
        "agenda.Gebruiker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.GELDT)
    vervallen_omdat = models.TextField(blank=True)
    volgorde = models.PositiveSmallIntegerField()

    objects = MijlpaalQuerySet.as_manager()

    class Meta:
        ordering = ["volgorde", "gepland_op", "sleutel"]
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"
        constraints = [
            models.UniqueConstraint(fields=["programma", "sleutel"], name="mijlpaal_uniek"),
            models.CheckConstraint(
                condition=~Q(gepland="")
                | ~Q(gerealiseerd="")
                | Q(gepland_op__isnull=False)
                | Q(gerealiseerd_op__isnull=False),
                name="mijlpaal_heeft_moment",
            ),
            models.CheckConstraint(
                condition=Q(bron__isnull=False) | Q(gemaakt_door__isnull=False), name="mijlpaal_heeft_herkomst"
            ),
            models.CheckConstraint(condition=NIEMAND | EEN_PERSOON | EEN_ROL, name="mijlpaal_een_eigenaar"),
            models.CheckConstraint(
                condition=Q(status="geldt", vervallen_omdat="")
                | Q(status="vervallen", gerealiseerd_door__isnull=True) & ~Q(vervallen_omdat=""),
                name="mijlpaal_vervallen_met_reden",
            ),
        ]

    def __str__(self):
        return self.naam

    def get_absolute_url(self):
        return self.programma.address(reverse("mijlpaal", args=[self.sleutel]))

    @property
    def termijn(self):
        """The day on which it should be reached; None if nobody knows, it was reached or it was called off."""
        return self.gepland_op if self.stand in (self.Stand.GEPLAND, self.Stand.TE_LAAT) else None

    @property
    def stand(self) -> Stand:
        """How it stands. What a bron says was held was held, also when somebody here called it off."""
        if self.gerealiseerd or self.gerealiseerd_op:
            return self.Stand.GEHAALD
        if self.status == self.Status.VERVALLEN:
            return self.Stand.VERVALLEN
        if self.gepland_op is None:
            return self.Stand.ONBEKEND
        return self.Stand.TE_LAAT if self.gepland_op < klok.vandaag() else self.Stand.GEPLAND
