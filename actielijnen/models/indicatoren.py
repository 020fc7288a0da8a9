"""Indicatoren: what is measured, every value with its bron, and corrections that two persons make."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse

from agenda.zicht import VoorMedewerkers


class IndicatorQuerySet(VoorMedewerkers):
    def for_page(self):
        """With what it belongs to."""
        return self.select_related("programma", "actielijn__programma", "activiteit__programma")

    def for_list(self):
        """With the nulmeting, the newest measured value, the next or last streefwaarde, and proposals that wait."""
        S = IndicatorWaarde.Soort
        waarden = IndicatorWaarde.objects.geldend().filter(indicator=OuterRef("pk"))
        newest = waarden.filter(soort=S.MEETWAARDE).order_by("-peildatum")
        streef = waarden.filter(soort=S.STREEFWAARDE).order_by("-peildatum")
        wacht = Correctievoorstel.objects.filter(
            betreft__indicator=OuterRef("pk"), status=Correctievoorstel.Status.VOORGESTELD
        )
        return self.for_page().annotate(
            nulmeting=Subquery(waarden.filter(soort=S.NULMETING).values("waarde")[:1]),
            laatste=Subquery(newest.values("waarde")[:1]),
            laatste_op=Subquery(newest.values("peildatum")[:1]),
            streefwaarde=Subquery(streef.values("waarde")[:1]),
            streef_op=Subquery(streef.values("peildatum")[:1]),
            wacht=Exists(wacht),
        )


class Indicator(models.Model):
    """Something that can be counted or measured for an activiteit, an actielijn or the programma as a whole."""

    class Richting(models.TextChoices):
        HOGER = "hoger", "Hoger is beter"
        LAGER = "lager", "Lager is beter"

    nummer = models.CharField(max_length=20, unique=True, help_text="Bijvoorbeeld IND-2026-001.")
    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="indicatoren")
    actielijn = models.ForeignKey(
        "actielijnen.Actielijn", on_delete=models.PROTECT, null=True, blank=True, related_name="indicatoren"
    )
    activiteit = models.ForeignKey(
        "actielijnen.Activiteit", on_delete=models.PROTECT, null=True, blank=True, related_name="indicatoren"
    )
    naam = models.CharField(max_length=160)
    definitie = models.TextField(help_text="Wat precies wordt geteld of gemeten, en bij wie.")
    eenheid = models.CharField(max_length=40)
    richting = models.CharField(max_length=10, choices=Richting.choices)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "indicator"
        verbose_name_plural = "indicatoren"
        constraints = [
            models.CheckConstraint(condition=Q(richting__in=["hoger", "lager"]), name="indicator_richting"),
            models.CheckConstraint(
                condition=Q(actielijn__isnull=True) | Q(activiteit__isnull=True), name="indicator_van_een_ding"
            ),
        ]

    def __str__(self):
        return self.naam

    def get_absolute_url(self):
        return self.programma.address(reverse("indicator", args=[self.nummer]))

    @property
    def hoort_bij(self):
        """The activiteit or actielijn it measures; None for the whole programma."""
        return self.activiteit or self.actielijn


class IndicatorWaardeQuerySet(models.QuerySet):
    def geldend(self):
        """Those that no correction replaced."""
        return self.filter(vervangen_door=None)

    def for_list(self):
        return self.select_related("bron", "door", "vervangen_door")


class IndicatorWaarde(models.Model):
    """A value of an indicator on a day, with where it comes from. A trigger refuses change and removal.

    A correction is a new value that names the one it replaces; it keeps the kind and the day of that one.
    """

    class Soort(models.TextChoices):
        NULMETING = "nulmeting", "Nulmeting"
        STREEFWAARDE = "streefwaarde", "Streefwaarde"
        MEETWAARDE = "meetwaarde", "Meetwaarde"

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="waarden")
    soort = models.CharField(max_length=15, choices=Soort.choices)
    waarde = models.DecimalField(max_digits=14, decimal_places=2)
    peildatum = models.DateField()
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, null=True, blank=True)
    vindplaats = models.CharField(max_length=200, help_text="Waar de waarde vandaan komt.")
    vervangt = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="vervangen_door"
    )
    door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    objects = IndicatorWaardeQuerySet.as_manager()

    class Meta:
        ordering = ["peildatum", "pk"]
        verbose_name = "waarde van een indicator"
        verbose_name_plural = "waarden van indicatoren"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=["nulmeting", "streefwaarde", "meetwaarde"]), name="indicatorwaarde_soort"
            ),
            models.CheckConstraint(condition=~Q(vindplaats=""), name="indicatorwaarde_met_vindplaats"),
            models.UniqueConstraint(
                fields=["indicator", "soort", "peildatum"],
                condition=Q(vervangt__isnull=True),
                name="indicatorwaarde_een_per_dag",
            ),
            models.UniqueConstraint(
                fields=["indicator"],
                condition=Q(soort="nulmeting", vervangt__isnull=True),
                name="indicatorwaarde_een_nulmeting",
            ),
        ]

    def __str__(self):
        return f"{self.waarde} op {self.peildatum}"


class CorrectievoorstelQuerySet(VoorMedewerkers):
    def for_list(self):
        return self.select_related(
            "betreft__indicator__programma", "betreft__bron", "bron", "voorgesteld_door", "besloten_door"
        )


class Correctievoorstel(models.Model):
    """Another number for a value, proposed by one person and accepted or declined by another."""

    class Status(models.TextChoices):
        VOORGESTELD = "voorgesteld", "Wacht op een besluit"
        AANGENOMEN = "aangenomen", "Aangenomen"
        AFGEWEZEN = "afgewezen", "Afgewezen"

    betreft = models.ForeignKey(IndicatorWaarde, on_delete=models.PROTECT, related_name="voorstellen")
    waarde = models.DecimalField(max_digits=14, decimal_places=2)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, null=True, blank=True)
    vindplaats = models.CharField(max_length=200)
    reden = models.TextField()
    status = models.CharField(max_length=15, choices=Status.choices, default=Status.VOORGESTELD)
    voorgesteld_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    voorgesteld_op = models.DateTimeField()
    besloten_door = models.ForeignKey(
        "agenda.Gebruiker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    besloten_op = models.DateTimeField(null=True, blank=True)
    afgewezen_omdat = models.TextField(blank=True)

    objects = CorrectievoorstelQuerySet.as_manager()

    class Meta:
        ordering = ["-voorgesteld_op"]
        verbose_name = "correctievoorstel"
        verbose_name_plural = "correctievoorstellen"
        constraints = [
            models.CheckConstraint(
                condition=Q(status="voorgesteld", besloten_door__isnull=True, besloten_op__isnull=True)
                | Q(status__in=["aangenomen", "afgewezen"], besloten_door__isnull=False, besloten_op__isnull=False),
                name="correctievoorstel_besloten_op_en_door",
            ),
            models.CheckConstraint(
                condition=Q(besloten_door__isnull=True) | ~Q(besloten_door=F("voorgesteld_door")),
                name="correctievoorstel_door_twee_personen",
            ),
            models.CheckConstraint(
                condition=~Q(status="afgewezen") | ~Q(afgewezen_omdat=""), name="correctievoorstel_afgewezen_met_reden"
            ),
            models.UniqueConstraint(
                fields=["betreft"], condition=Q(status="voorgesteld"), name="correctievoorstel_een_tegelijk"
            ),
        ]

    def __str__(self):
        return f"{self.betreft} wordt {self.waarde}"
