"""What may be spent: lines of the begroting, the mutaties that make their amounts, and where the money comes from."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from actielijnen.models.lijnen import Begrotingspost
from agenda.zicht import VoorMedewerkers


class Dekkingsbron(models.Model):
    """Where money of a programma comes from when it is not the programma's own budget."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="dekkingsbronnen")
    naam = models.CharField(max_length=120)
    ministerie = models.ForeignKey("agenda.Ministerie", on_delete=models.PROTECT)
    doel = models.CharField(max_length=200)
    feit = models.ForeignKey("agenda.Feit", on_delete=models.PROTECT, null=True, blank=True)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    class Meta:
        verbose_name = "dekkingsbron"
        verbose_name_plural = "dekkingsbronnen"
        constraints = [models.UniqueConstraint(fields=["programma", "naam"], name="dekkingsbron_uniek")]

    def __str__(self):
        return self.naam


class BegrotingsregelQuerySet(VoorMedewerkers):
    def van(self, programma):
        return self.filter(post__programma=programma)

    def met_namen(self):
        """With what a page says of a line, in one query."""
        return self.select_related("post__programma", "post__actielijn", "dekkingsbron")


class Begrotingsregel(models.Model):
    """What a post may spend in a year, from one dekkingsbron; its amounts are the sum of its mutaties.

    `jaar` empty: niet verdeeld over jaren. `dekkingsbron` empty: the programma's own budget. A line that is not
    indicatief is a hard ceiling.
    """

    post = models.ForeignKey(Begrotingspost, on_delete=models.PROTECT, related_name="regels")
    jaar = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Leeg: niet verdeeld.")
    dekkingsbron = models.ForeignKey(
        Dekkingsbron, on_delete=models.PROTECT, null=True, blank=True, related_name="regels"
    )
    periode = models.CharField(max_length=20, help_text="Waarover het bedrag gaat, bijv. 2023–2025.")
    is_indicatief = models.BooleanField()

    objects = BegrotingsregelQuerySet.as_manager()

    class Meta:
        ordering = ["post__nummer", "jaar", "pk"]
        verbose_name = "begrotingsregel"
        verbose_name_plural = "begrotingsregels"
        constraints = [
            models.UniqueConstraint(
                fields=["post", "jaar", "dekkingsbron"], name="begrotingsregel_uniek", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(jaar=None) | Q(jaar__range=(2000, 2100)), name="begrotingsregel_jaar"),
        ]

    def __str__(self):
        herkomst = f", {self.dekkingsbron}" if self.dekkingsbron_id else ""
        return f"{self.post} ({self.periode}{herkomst})"

    def get_absolute_url(self):
        return self.programma.address(reverse("begroting"))

    @property
    def programma(self):
        return self.post.programma


class Budget(models.TextChoices):
    """Which of the two budgets an amount is for (verplichtingen-kasstelsel, Comptabiliteitswet 2016 art. 2.2).

    A source that does not say which is kept as it is: the amount then counts as a ceiling for both.
    """

    VERPLICHTINGEN = "verplichtingen", "verplichtingen"
    KAS = "kas", "kas"
    BEIDE = "beide", "verplichtingen en kas, niet apart"


class Moment(models.TextChoices):
    """When in the budget year parliament is told, in the order of the year."""

    KAMERBRIEF = "kamerbrief", "Gemeld aan de Kamer"
    ONTWERPBEGROTING = "ontwerpbegroting", "Ontwerpbegroting"
    NOTA_VAN_WIJZIGING = "nota_van_wijziging", "Nota van wijziging"
    AMENDEMENT = "amendement", "Amendement"
    INCIDENTELE_SUPPLETOIRE = "incidentele_suppletoire", "Incidentele suppletoire begroting"
    EERSTE_SUPPLETOIRE = "eerste_suppletoire", "1e suppletoire begroting (Voorjaarsnota)"
    TWEEDE_SUPPLETOIRE = "tweede_suppletoire", "2e suppletoire begroting (Najaarsnota)"
    SLOTWET = "slotwet", "Slotwet"


# The columns of artikel 13 in a suppletoire begroting: ontwerp · mutaties · vastgesteld · mutaties · stand.
ONTWERP = (Moment.KAMERBRIEF, Moment.ONTWERPBEGROTING)
TOT_VASTSTELLING = (Moment.NOTA_VAN_WIJZIGING, Moment.AMENDEMENT, Moment.INCIDENTELE_SUPPLETOIRE)
NA_VASTSTELLING = (Moment.EERSTE_SUPPLETOIRE, Moment.TWEEDE_SUPPLETOIRE, Moment.SLOTWET)


class MutatieSoort(models.TextChoices):
    """Why an amount changes."""

    OORSPRONKELIJK = "oorspronkelijk", "Oorspronkelijk bedrag"
    BELEIDSMATIG = "beleidsmatig", "Beleidsmatige mutatie"
    OVERBOEKING_IN = "overboeking_in", "Overboeking in"
    OVERBOEKING_UIT = "overboeking_uit", "Overboeking uit"
    HERSCHIKKING = "herschikking", "Herschikking"
    DESALDERING = "desaldering", "Desaldering"
    KASSCHUIF = "kasschuif", "Kasschuif"
    EINDEJAARSMARGE = "eindejaarsmarge", "Eindejaarsmarge"


class MutatieQuerySet(VoorMedewerkers):
    def van(self, programma):
        return self.filter(regel__post__programma=programma)

    def bekend_op(self, peildatum):
        """Those whose bron was known on `peildatum`; all of them for None."""
        return self if peildatum is None else self.filter(bron__bekend_sinds__lte=peildatum)

    def for_list(self):
        return self.select_related("regel__post__programma", "regel__dekkingsbron", "bron", "geboekt_door")


class Mutatie(models.Model):
    """One amount added to or taken from a line, in euro. Append-only: a trigger refuses change and removal."""

    regel = models.ForeignKey(Begrotingsregel, on_delete=models.PROTECT, related_name="mutaties")
    budget = models.CharField(max_length=15, choices=Budget.choices)
    moment = models.CharField(max_length=25, choices=Moment.choices)
    begrotingsjaar = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Het jaar van het begrotingsstuk. Leeg bij een brief aan de Kamer."
    )
    soort = models.CharField(max_length=20, choices=MutatieSoort.choices)
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, related_name="mutaties")
    vindplaats = models.CharField(max_length=200)
    reden = models.TextField()
    reden_overschrijding = models.TextField(blank=True)
    besluit = models.UUIDField(help_text="Gelijk voor de rijen die samen één besluit zijn.")
    geboekt_op = models.DateTimeField()
    geboekt_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    objects = MutatieQuerySet.as_manager()

    class Meta:
        ordering = ["begrotingsjaar", "geboekt_op", "pk"]
        verbose_name = "mutatie"
        verbose_name_plural = "mutaties"
        constraints = [
            models.CheckConstraint(condition=~Q(bedrag=0), name="mutatie_is_een_bedrag"),
            models.CheckConstraint(
                condition=~Q(soort="overboeking_in") | Q(bedrag__gt=0), name="mutatie_overboeking_in_is_meer"
            ),
            models.CheckConstraint(
                condition=~Q(soort="overboeking_uit") | Q(bedrag__lt=0), name="mutatie_overboeking_uit_is_minder"
            ),
            models.CheckConstraint(condition=~Q(soort="kasschuif") | Q(budget="kas"), name="mutatie_kasschuif_is_kas"),
            models.CheckConstraint(
                condition=Q(begrotingsjaar__isnull=False) | Q(moment="kamerbrief"), name="mutatie_heeft_begrotingsjaar"
            ),
        ]
        indexes = [models.Index(fields=["regel", "budget"], name="mutatie_per_regel", include=["bedrag"])]

    def __str__(self):
        return f"{self.get_soort_display()} {self.bedrag} op {self.regel}"

    def get_absolute_url(self):
        """The page of the decision that this mutatie is part of."""
        return self.regel.programma.address(reverse("begrotingsbesluit", args=[self.besluit]))
