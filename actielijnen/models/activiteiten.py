"""Activiteiten of a programma: planned and realised, with the plans that were given up and what is told of them."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse

from actielijnen.models.eigenaarschap import EEN_PERSOON, EEN_ROL, MetEigenaar
from actielijnen.models.voortgang import Voortgangsbericht
from agenda import klok
from agenda.zicht import VoorMedewerkers


class ActiviteitQuerySet(VoorMedewerkers):
    def achterstallig(self):
        """Those that should have begun, or should be finished, before today."""
        vandaag = klok.vandaag()
        return self.filter(
            Q(status=Activiteit.Status.GEPLAND, gepland_van__lt=vandaag)
            | Q(status=Activiteit.Status.LOOPT, gepland_tot__lt=vandaag)
        )

    def for_list(self):
        """With the newest gezondheid (empty if nobody told yet) and whether it is achterstallig."""
        berichten = Voortgangsbericht.objects.filter(activiteit=OuterRef("pk")).order_by("-pk")
        return self.select_related("programma", "actielijn__programma", "eigenaar").annotate(
            gezondheid=Subquery(berichten.values("gezondheid")[:1]),
            te_laat=Exists(Activiteit.objects.achterstallig().filter(pk=OuterRef("pk"))),
        )


class Activiteit(MetEigenaar):
    """Something that is done for an actielijn, or for the programma as a whole (`actielijn` empty)."""

    class Status(models.TextChoices):
        GEPLAND = "gepland", "Gepland"
        LOOPT = "loopt", "Loopt"
        AFGEROND = "afgerond", "Afgerond"
        GESTOPT = "gestopt", "Gestopt"

    nummer = models.CharField(max_length=20, unique=True, help_text="Bijvoorbeeld ACT-2026-001.")
    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="activiteiten")
    actielijn = models.ForeignKey(
        "actielijnen.Actielijn", on_delete=models.PROTECT, null=True, blank=True, related_name="activiteiten"
    )
    naam = models.CharField(max_length=160)
    doel = models.TextField()
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.GEPLAND)
    gepland_van = models.DateField()
    gepland_tot = models.DateField(help_text="Tot en met.")
    gerealiseerd_van = models.DateField(null=True, blank=True)
    gerealiseerd_tot = models.DateField(null=True, blank=True, help_text="Tot en met; gestopt: de dag van stoppen.")
    gestopt_omdat = models.TextField(blank=True)

    objects = ActiviteitQuerySet.as_manager()

    class Meta:
        ordering = ["gepland_van", "nummer"]
        verbose_name = "activiteit"
        verbose_name_plural = "activiteiten"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["gepland", "loopt", "afgerond", "gestopt"]), name="activiteit_status"
            ),
            models.CheckConstraint(condition=EEN_PERSOON | EEN_ROL, name="activiteit_een_eigenaar"),
            models.CheckConstraint(condition=Q(gepland_tot__gte=F("gepland_van")), name="activiteit_plan_vooruit"),
            models.CheckConstraint(
                condition=Q(gerealiseerd_tot__isnull=True) | Q(gerealiseerd_tot__gte=F("gerealiseerd_van")),
                name="activiteit_uitvoering_vooruit",
            ),
            models.CheckConstraint(
                condition=Q(status="gepland", gerealiseerd_van__isnull=True, gerealiseerd_tot__isnull=True)
                | Q(status="loopt", gerealiseerd_van__isnull=False, gerealiseerd_tot__isnull=True)
                | Q(status="afgerond", gerealiseerd_van__isnull=False, gerealiseerd_tot__isnull=False)
                | Q(status="gestopt", gerealiseerd_tot__isnull=False),
                name="activiteit_dagen_passen_bij_status",
            ),
            models.CheckConstraint(
                condition=Q(status="gestopt") & ~Q(gestopt_omdat="") | ~Q(status="gestopt") & Q(gestopt_omdat=""),
                name="activiteit_gestopt_met_reden",
            ),
        ]

    def __str__(self):
        return self.naam

    def get_absolute_url(self):
        return self.programma.address(reverse("activiteit", args=[self.nummer]))

    @property
    def termijn(self):
        """The day on which the next step is due: the planned start, then the planned end; None once it is over."""
        return {self.Status.GEPLAND: self.gepland_van, self.Status.LOOPT: self.gepland_tot}.get(self.status)

    @property
    def is_achterstallig(self) -> bool:
        return self.termijn is not None and self.termijn < klok.vandaag()
