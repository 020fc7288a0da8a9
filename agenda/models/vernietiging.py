"""The Vernietigingslijst: what may go, who proposed it, who else decided, and what is left as proof."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse


class VernietigingslijstQuerySet(models.QuerySet):
    def open(self):
        """Those whose records are not settled yet."""
        return self.filter(status__in=[Vernietigingslijst.Status.OPGESTELD, Vernietigingslijst.Status.BEVESTIGD])

    def for_list(self):
        return self.select_related("opgesteld_door", "besloten_door").annotate(aantal_regels=models.Count("regels"))


class Vernietigingslijst(models.Model):
    """Records whose bewaartermijn has passed. One person proposes, another decides; nothing goes without both."""

    class Status(models.TextChoices):
        OPGESTELD = "opgesteld", "Wacht op een tweede persoon"
        BEVESTIGD = "bevestigd", "Bevestigd, wordt uitgevoerd"
        UITGEVOERD = "uitgevoerd", "Uitgevoerd"
        AFGEWEZEN = "afgewezen", "Afgewezen"

    nummer = models.CharField(max_length=12, unique=True, help_text="Bijvoorbeeld V-2026-001.")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPGESTELD)
    opgesteld_op = models.DateTimeField()
    opgesteld_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    besloten_op = models.DateTimeField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        "agenda.Gebruiker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    afgewezen_omdat = models.TextField(blank=True)
    uitgevoerd_op = models.DateTimeField(null=True, blank=True)

    objects = VernietigingslijstQuerySet.as_manager()

    class Meta:
        ordering = ["-opgesteld_op"]
        verbose_name = "vernietigingslijst"
        verbose_name_plural = "vernietigingslijsten"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["opgesteld", "bevestigd", "uitgevoerd", "afgewezen"]),
                name="vernietiging_status",
            ),
            models.CheckConstraint(
                condition=Q(besloten_op__isnull=True, besloten_door__isnull=True)
                | Q(besloten_op__isnull=False, besloten_door__isnull=False),
                name="vernietiging_besloten_op_en_door",
            ),
            models.CheckConstraint(
                condition=Q(status="opgesteld") | Q(besloten_op__isnull=False), name="vernietiging_is_besloten"
            ),
            models.CheckConstraint(
                condition=Q(besloten_door__isnull=True) | ~Q(besloten_door=F("opgesteld_door")),
                name="vernietiging_door_twee_personen",
            ),
            models.CheckConstraint(
                condition=~Q(status="afgewezen") | ~Q(afgewezen_omdat=""), name="vernietiging_afgewezen_met_reden"
            ),
            models.CheckConstraint(
                condition=~Q(status="uitgevoerd") | Q(uitgevoerd_op__isnull=False), name="vernietiging_uitgevoerd_op"
            ),
        ]

    def __str__(self):
        return self.nummer

    def get_absolute_url(self):
        return reverse("vernietigingslijst", args=[self.nummer])


class Vernietigingsregel(models.Model):
    """One record on a list, by its key: no name, or the list would keep what it destroys."""

    lijst = models.ForeignKey(Vernietigingslijst, on_delete=models.PROTECT, related_name="regels")
    soort = models.CharField(max_length=40)
    sleutel = models.CharField(max_length=60)
    sinds = models.DateField(help_text="De dag waarop de bewaartermijn begon.")
    bewaren_omdat = models.TextField(blank=True, help_text="Leeg: mag weg.")
    vernietigd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["soort", "sinds", "pk"]
        verbose_name = "regel van een vernietigingslijst"
        verbose_name_plural = "regels van vernietigingslijsten"
        constraints = [
            models.UniqueConstraint(fields=["lijst", "soort", "sleutel"], name="vernietigingsregel_uniek"),
            models.CheckConstraint(
                condition=Q(bewaren_omdat="") | Q(vernietigd_op__isnull=True), name="vernietigingsregel_weg_of_bewaard"
            ),
        ]

    def __str__(self):
        return f"{self.soort} {self.sleutel}"


class Vernietigingsverklaring(models.Model):
    """What went, on which ground and how (Archiefbesluit 1995, artikel 8). A trigger refuses change and removal."""

    lijst = models.OneToOneField(Vernietigingslijst, on_delete=models.PROTECT, related_name="verklaring")
    inhoud = models.JSONField()
    sha256 = models.CharField(max_length=64)
    gemaakt_op = models.DateTimeField()

    class Meta:
        verbose_name = "verklaring van vernietiging"
        verbose_name_plural = "verklaringen van vernietiging"

    def __str__(self):
        return f"verklaring bij {self.lijst}"
