"""What is expected to be paid in a year, as it was thought at one moment. All amounts in euro."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from actielijnen.models.begroting import Begrotingsregel
from actielijnen.models.lijnen import Begrotingspost
from agenda.zicht import VoorMedewerkers


class PrognoseQuerySet(VoorMedewerkers):
    def van(self, programma):
        return self.filter(programma=programma)

    def vastgesteld(self):
        return self.filter(status=Prognose.Status.VASTGESTELD)


class Prognose(models.Model):
    """The expectation for one year of a programma. Fixed it never changes (a trigger refuses it)."""

    class Status(models.TextChoices):
        CONCEPT = "concept", "Concept"
        VASTGESTELD = "vastgesteld", "Vastgesteld"

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="prognoses")
    jaar = models.PositiveSmallIntegerField()
    nummer = models.PositiveSmallIntegerField(help_text="De hoeveelste prognose van dit jaar.")
    naam = models.CharField(max_length=40, help_text="De periode, bijvoorbeeld: april 2026.")
    peildatum = models.DateField()
    drempel = models.DecimalField(
        max_digits=12, decimal_places=2, help_text="Vanaf deze afwijking in euro heeft een post een verklaring nodig."
    )
    status = models.CharField(max_length=15, choices=Status.choices, default=Status.CONCEPT)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    vastgesteld_op = models.DateTimeField(null=True, blank=True)

    objects = PrognoseQuerySet.as_manager()

    class Meta:
        ordering = ["-jaar", "-nummer"]
        verbose_name = "prognose"
        verbose_name_plural = "prognoses"
        constraints = [
            models.UniqueConstraint(fields=["programma", "jaar", "nummer"], name="prognose_uniek"),
            models.UniqueConstraint(fields=["programma", "jaar", "naam"], name="prognose_naam_uniek"),
            models.CheckConstraint(condition=Q(drempel__gte=0), name="prognose_drempel_niet_negatief"),
            models.CheckConstraint(
                condition=Q(status="concept", vastgesteld_op=None)
                | Q(status="vastgesteld", vastgesteld_op__isnull=False),
                name="prognose_vastgesteld_met_moment",
            ),
        ]

    def __str__(self):
        return f"{self.naam} over {self.jaar}"

    def get_absolute_url(self):
        return self.programma.address(reverse("prognose", args=[self.jaar, self.nummer]))

    @property
    def is_vastgesteld(self) -> bool:
        return self.status == self.Status.VASTGESTELD

    @property
    def vorige(self) -> "Prognose | None":
        """The fixed prognose of the same year before this one."""
        eerder = Prognose.objects.vastgesteld().filter(programma=self.programma_id, jaar=self.jaar)
        return eerder.filter(nummer__lt=self.nummer).order_by("-nummer").first()


class Prognoseregel(models.Model):
    """What a prognose says of one line of the begroting: paid on the peildatum, and what still comes in that year."""

    prognose = models.ForeignKey(Prognose, on_delete=models.PROTECT, related_name="regels")
    regel = models.ForeignKey(Begrotingsregel, on_delete=models.PROTECT, related_name="prognoseregels")
    kasbudget = models.DecimalField(max_digits=12, decimal_places=2)
    betaald = models.DecimalField(max_digits=12, decimal_places=2)
    volgens_planning = models.DecimalField(
        max_digits=12, decimal_places=2, help_text="Wat volgens de betaaltermijnen nog dit jaar wordt betaald."
    )
    zonder_planning = models.DecimalField(
        max_digits=12, decimal_places=2, help_text="Wat openstaat en in geen enkele maand is gepland."
    )
    uit_openstaand = models.DecimalField(max_digits=12, decimal_places=2)
    reden_openstaand = models.TextField(blank=True, help_text="Waarom het anders is dan de planning zegt.")
    nieuw = models.DecimalField(max_digits=12, decimal_places=2, default=0)

    class Meta:
        ordering = ["regel__post__nummer", "regel__dekkingsbron", "pk"]
        verbose_name = "prognoseregel"
        verbose_name_plural = "prognoseregels"
        constraints = [
            models.UniqueConstraint(fields=["prognose", "regel"], name="prognoseregel_uniek"),
            models.CheckConstraint(
                condition=Q(uit_openstaand__gte=0, nieuw__gte=0), name="prognoseregel_niet_negatief"
            ),
            models.CheckConstraint(
                condition=Q(uit_openstaand=F("volgens_planning")) | ~Q(reden_openstaand=""),
                name="prognoseregel_anders_met_reden",
            ),
        ]

    def __str__(self):
        return f"{self.regel} in {self.prognose}"

    @property
    def verwacht(self):
        """What is paid by the end of the year: betaald, what still comes from verplichtingen, and what is new."""
        return self.betaald + self.uit_openstaand + self.nieuw

    @property
    def afwijking(self):
        """Less than 0: onderuitputting. More than 0: dreigende overschrijding."""
        return self.verwacht - self.kasbudget


class Afwijkingsverklaring(models.Model):
    """Why a post will differ from its kasbudget, in the words of who made the prognose."""

    prognose = models.ForeignKey(Prognose, on_delete=models.PROTECT, related_name="verklaringen")
    post = models.ForeignKey(Begrotingspost, on_delete=models.PROTECT, related_name="+")
    tekst = models.TextField()

    class Meta:
        ordering = ["post__nummer"]
        verbose_name = "verklaring van een afwijking"
        verbose_name_plural = "verklaringen van afwijkingen"
        constraints = [
            models.UniqueConstraint(fields=["prognose", "post"], name="afwijkingsverklaring_uniek"),
            models.CheckConstraint(condition=~Q(tekst=""), name="afwijkingsverklaring_zegt_iets"),
        ]

    def __str__(self):
        return f"{self.post}: {self.tekst}"


class Aanname(models.Model):
    """A share (between 0 and 1) on which the projection of a prognose rests, with a band and where it comes from."""

    class Soort(models.TextChoices):
        TE_LAAT = "te_laat", "Deel van de geplande betalingen dat pas na dit jaar komt"
        GAAT_NIET_DOOR = "gaat_niet_door", "Deel van de nieuwe uitgaven dat dit jaar niet doorgaat"

    prognose = models.ForeignKey(Prognose, on_delete=models.PROTECT, related_name="aannames")
    soort = models.CharField(max_length=15, choices=Soort.choices)
    laag = models.DecimalField(max_digits=5, decimal_places=4)
    verwacht = models.DecimalField(max_digits=5, decimal_places=4)
    hoog = models.DecimalField(max_digits=5, decimal_places=4)
    is_geteld = models.BooleanField(help_text="Geteld uit eerdere jaren van dit programma, of door iemand ingevuld.")
    reden = models.TextField(help_text="Waar de waarde vandaan komt.")

    class Meta:
        ordering = ["-soort"]
        verbose_name = "aanname"
        verbose_name_plural = "aannames"
        constraints = [
            models.UniqueConstraint(fields=["prognose", "soort"], name="aanname_uniek"),
            models.CheckConstraint(
                condition=Q(laag__gte=0, laag__lte=F("verwacht"), verwacht__lte=F("hoog"), hoog__lte=1),
                name="aanname_laag_verwacht_hoog",
            ),
            models.CheckConstraint(condition=~Q(reden=""), name="aanname_met_reden"),
        ]

    def __str__(self):
        return self.get_soort_display()
