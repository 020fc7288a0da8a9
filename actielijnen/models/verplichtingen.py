"""What is reserved, committed and paid on the lines of the begroting. All amounts in euro."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from actielijnen.models.begroting import Begrotingsregel
from agenda.zicht import VoorMedewerkers

# As a list asks it, so that its first page of 100,000 betalingen is 25 steps in an index instead of a sort of them all.
NIEUWSTE = F("datum").desc(nulls_last=True)


class OpRegel(VoorMedewerkers):
    """Records that are booked on a line of the begroting."""

    def van(self, programma):
        return self.filter(regel__post__programma=programma)


class Geboekt(models.Model):
    """A row of the ledger: on which line, how much, and who wrote it when."""

    regel = models.ForeignKey(Begrotingsregel, on_delete=models.PROTECT)
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)
    datum = models.DateField()
    geboekt_op = models.DateTimeField()
    geboekt_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Reservering(Geboekt):
    """Money kept apart for what is not yet a verplichting: an internal promise, an aanvraag under way."""

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        OMGEZET = "omgezet", "Omgezet in een verplichting"
        VERVALLEN = "vervallen", "Vervallen"

    omschrijving = models.CharField(max_length=200)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    reden_overschrijding = models.TextField(blank=True)

    objects = OpRegel.as_manager()

    class Meta:
        ordering = ["-datum", "-pk"]
        verbose_name = "reservering"
        verbose_name_plural = "reserveringen"
        constraints = [
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="reservering_is_meer_dan_niets"),
            models.CheckConstraint(condition=Q(status__in=["open", "omgezet", "vervallen"]), name="reservering_status"),
        ]

    def __str__(self):
        return self.omschrijving


class Verplichting(Geboekt):
    """A commitment to pay a third party: it counts whole in the year of its line. Append-only.

    What it is now is this amount with its bijstellingen; what is paid of it are its betalingen.
    """

    class Soort(models.TextChoices):
        CONTRACT = "contract", "Contract"
        OPDRACHT = "opdracht", "Opdracht"
        EVALUATIEONDERZOEK = "evaluatieonderzoek", "Opdracht voor evaluatieonderzoek"

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="verplichtingen")
    kenmerk = models.CharField(max_length=40, help_text="Het nummer van het contract of de opdracht.")
    soort = models.CharField(max_length=20, choices=Soort.choices)
    omschrijving = models.CharField(max_length=200)
    wederpartij = models.CharField(max_length=160, help_text="De organisatie die het geld krijgt.")
    reservering = models.OneToOneField(Reservering, on_delete=models.PROTECT, null=True, blank=True)
    toelichting = models.TextField(blank=True)
    reden_overschrijding = models.TextField(blank=True)

    objects = OpRegel.as_manager()

    class Meta:
        ordering = ["-datum", "kenmerk"]
        verbose_name = "verplichting"
        verbose_name_plural = "verplichtingen"
        constraints = [
            models.UniqueConstraint(fields=["programma", "kenmerk"], name="verplichting_uniek"),
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="verplichting_is_meer_dan_niets"),
        ]
        indexes = [
            models.Index(fields=["regel"], name="verplichting_per_regel", include=["bedrag"]),
            models.Index(NIEUWSTE, "id", name="verplichting_nieuwste"),
        ]

    def __str__(self):
        return f"{self.kenmerk} {self.omschrijving}"

    def get_absolute_url(self):
        return reverse("verplichting", args=[self.programma.code, self.kenmerk])


class Bijstelling(Geboekt):
    """A verplichting that became larger, or smaller by vrijval; booked in the year of its date. Append-only."""

    class Soort(models.TextChoices):
        VERHOGING = "verhoging", "Verhoging"
        VRIJVAL = "vrijval", "Vrijval"

    verplichting = models.ForeignKey(Verplichting, on_delete=models.PROTECT, related_name="bijstellingen")
    soort = models.CharField(max_length=10, choices=Soort.choices)
    reden = models.TextField()
    reden_overschrijding = models.TextField(blank=True)
    corrigeert = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="correcties"
    )

    objects = OpRegel.as_manager()

    class Meta:
        ordering = ["datum", "pk"]
        verbose_name = "bijstelling van een verplichting"
        verbose_name_plural = "bijstellingen van verplichtingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort="verhoging", bedrag__gt=0) | Q(soort="vrijval", bedrag__lt=0),
                name="bijstelling_teken_past_bij_soort",
            ),
        ]
        indexes = [models.Index(fields=["regel"], name="bijstelling_per_regel", include=["bedrag"])]

    def __str__(self):
        return f"{self.get_soort_display()} {self.bedrag} op {self.verplichting}"


class Betaling(Geboekt):
    """Money paid on a verplichting, or received back; booked as kas in the year of its date. Append-only."""

    class Soort(models.TextChoices):
        BETALING = "betaling", "Betaling"
        TERUGONTVANGST = "terugontvangst", "Terugontvangst"

    verplichting = models.ForeignKey(Verplichting, on_delete=models.PROTECT, related_name="betalingen")
    soort = models.CharField(max_length=15, choices=Soort.choices)
    kenmerk = models.CharField(max_length=40, help_text="Het nummer van de factuur of de betaling.")
    omschrijving = models.CharField(max_length=200, blank=True)
    reden_overschrijding = models.TextField(blank=True)
    corrigeert = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="correcties"
    )

    objects = OpRegel.as_manager()

    class Meta:
        ordering = ["datum", "pk"]
        verbose_name = "betaling"
        verbose_name_plural = "betalingen"
        constraints = [
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="betaling_is_meer_dan_niets"),
            models.UniqueConstraint(fields=["verplichting", "soort", "kenmerk"], name="betaling_uniek"),
        ]
        indexes = [
            models.Index(fields=["regel", "soort"], name="betaling_per_regel", include=["bedrag"]),
            models.Index(NIEUWSTE, "id", name="betaling_nieuwste"),
        ]

    def __str__(self):
        return f"{self.kenmerk}, {self.bedrag} op {self.verplichting.kenmerk}"

    @property
    def netto_bedrag(self):
        """In euro; less than 0 for what came back."""
        return -self.bedrag if self.soort == self.Soort.TERUGONTVANGST else self.bedrag


class Betaaltermijn(models.Model):
    """When a verplichting is expected to be paid. A new planning ends the old one, which stays readable."""

    verplichting = models.ForeignKey(Verplichting, on_delete=models.PROTECT, related_name="termijnen")
    maand = models.DateField(help_text="De eerste dag van de maand waarin de betaling wordt verwacht.")
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)
    gepland_op = models.DateTimeField()
    gepland_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    vervangen_op = models.DateTimeField(null=True, blank=True)

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["maand", "pk"]
        verbose_name = "betaaltermijn"
        verbose_name_plural = "betaaltermijnen"
        constraints = [
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="betaaltermijn_is_meer_dan_niets"),
            models.CheckConstraint(condition=Q(maand__day=1), name="betaaltermijn_begint_een_maand"),
            models.UniqueConstraint(
                fields=["verplichting", "maand"], condition=Q(vervangen_op=None), name="betaaltermijn_uniek"
            ),
        ]

    def __str__(self):
        return f"{self.bedrag} in {self.maand:%Y-%m}"
