"""What would happen to the begroting if: steps that are computed, and booked only when somebody adopts them."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from actielijnen.models.begroting import Begrotingsregel, Budget
from actielijnen.models.besluiten import Herschikking
from agenda.zicht import VoorMedewerkers

DOOR_IEMAND = Q(besloten_op__isnull=False, besloten_door__isnull=False) & ~Q(reden="")


class ScenarioQuerySet(VoorMedewerkers):
    def van(self, programma):
        return self.filter(programma=programma)


class Scenario(models.Model):
    """A set of changes to the begroting of a programma that nobody has decided yet; adopted once, or rejected."""

    class Status(models.TextChoices):
        CONCEPT = "concept", "Concept"
        AANGENOMEN = "aangenomen", "Aangenomen"
        VERWORPEN = "verworpen", "Verworpen"

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="scenarios")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=120)
    doel = models.TextField(help_text="Welke vraag dit scenario beantwoordt.")
    status = models.CharField(max_length=15, choices=Status.choices, default=Status.CONCEPT)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    besloten_op = models.DateTimeField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        "agenda.Gebruiker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reden = models.TextField(blank=True, help_text="Waarom het is aangenomen of verworpen.")
    besluit = models.UUIDField(null=True, blank=True, unique=True, help_text="Het besluit van de mutaties.")

    objects = ScenarioQuerySet.as_manager()

    class Meta:
        ordering = ["-nummer"]
        verbose_name = "scenario"
        verbose_name_plural = "scenario’s"
        constraints = [
            models.UniqueConstraint(fields=["programma", "nummer"], name="scenario_uniek"),
            models.CheckConstraint(
                condition=Q(status="concept", besloten_op=None, besloten_door=None, reden="", besluit=None)
                | Q(DOOR_IEMAND, status="verworpen", besluit=None)
                | Q(DOOR_IEMAND, status="aangenomen", besluit__isnull=False),
                name="scenario_besloten_door_iemand",
            ),
        ]

    def __str__(self):
        return self.naam

    def get_absolute_url(self):
        return self.programma.address(reverse("scenario", args=[self.nummer]))

    @property
    def is_concept(self) -> bool:
        return self.status == self.Status.CONCEPT


class Scenariostap(models.Model):
    """One change of a scenario on one line, or from one line to another."""

    class Soort(models.TextChoices):
        VERSCHUIVEN = "verschuiven", "Verschuiven naar een andere regel"
        VERTRAGEN = "vertragen", "Vertragen: kas naar een later jaar"
        VERLAGEN = "verlagen", "Verlagen"
        VERHOGEN = "verhogen", "Verhogen"

    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="stappen")
    nummer = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=15, choices=Soort.choices)
    regel = models.ForeignKey(Begrotingsregel, on_delete=models.PROTECT, related_name="+")
    naar = models.ForeignKey(Begrotingsregel, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    budget = models.CharField(max_length=15, choices=Budget.choices)
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)
    reden = models.TextField()
    herschikking = models.OneToOneField(
        Herschikking, on_delete=models.PROTECT, null=True, blank=True, related_name="scenariostap"
    )

    class Meta:
        ordering = ["nummer"]
        verbose_name = "stap van een scenario"
        verbose_name_plural = "stappen van scenario’s"
        constraints = [
            models.UniqueConstraint(fields=["scenario", "nummer"], name="scenariostap_uniek"),
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="scenariostap_is_meer_dan_niets"),
            models.CheckConstraint(
                condition=Q(soort__in=["verschuiven", "vertragen"], naar__isnull=False) & ~Q(naar=F("regel"))
                | Q(soort__in=["verlagen", "verhogen"], naar=None),
                name="scenariostap_naar_waar_het_heen_gaat",
            ),
            models.CheckConstraint(
                condition=~Q(soort="vertragen") | Q(budget="kas"), name="scenariostap_vertraagt_kas"
            ),
        ]

    def __str__(self):
        return f"stap {self.nummer} van {self.scenario}"

    @property
    def wat(self) -> str:
        """What changes, in one word: ‘Vertragen’."""
        return self.get_soort_display().partition(" ")[0].rstrip(":")

    @property
    def welk_budget(self) -> str:
        return "verplichtingen en kas" if self.budget == Budget.BEIDE else self.get_budget_display()
