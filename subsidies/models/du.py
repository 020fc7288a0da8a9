"""The decentralisatie-uitkering (DU): money from a fund, without conditions, accounting or recovery.

A DU has no field for any of these, and no other model may point to one: a condition would make it a specifieke
uitkering (Financiële-verhoudingswet, art. 15a lid 1). tests/subsidies/test_du_zonder_voorwaarden.py guards it.
"""

from decimal import Decimal

from django.db import models
from django.db.models import Case, Q, When
from django.urls import reverse
from django.utils.text import capfirst

from agenda.models.gemeentelijk import Gemeentelijk, VanGemeente

# Statuses of which something must be known.
IN_CIRCULAIRE = ["circulaire", "betaald"]
OVERGEBOEKT = ["overboeking", *IN_CIRCULAIRE]


class Fondsuitkering(models.Model):
    """A kind of grant from a fund, as the law knows it; which kinds there are is data."""

    sleutel = models.SlugField(unique=True)
    naam = models.CharField(max_length=80)
    afkorting = models.SlugField(max_length=8)
    fonds = models.CharField(max_length=60)
    grondslag = models.CharField(max_length=200)
    toelichting = models.TextField()

    class Meta:
        verbose_name = "soort fondsuitkering"
        verbose_name_plural = "soorten fondsuitkeringen"

    def __str__(self):
        return self.naam


class InEenProgramma(VanGemeente):
    """Records about a gemeente that hang from one programma."""

    def for_list(self):
        return self.select_related("programma", "gemeente__opvolger")


class Aanmelding(Gemeentelijk):
    """A gemeente says that it is interested. It asks for no amount and promises nothing."""

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        OVERGENOMEN = "overgenomen", "Overgenomen in een voorstel"
        NIET_OVERGENOMEN = "niet_overgenomen", "Niet overgenomen"
        INGETROKKEN = "ingetrokken", "Ingetrokken door de gemeente"

    nummer = models.CharField(max_length=20, unique=True, help_text="Bijvoorbeeld AAN-2026-001.")
    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="aanmeldingen")
    gemeente = models.ForeignKey("agenda.Gemeente", on_delete=models.PROTECT, related_name="aanmeldingen")
    plan = models.TextField(help_text="Wat de gemeente van plan is.")
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.OPEN)
    reden = models.TextField(blank=True, help_text="Waarom de aanmelding niet is overgenomen.")
    aangemeld_op = models.DateTimeField()
    aangemeld_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    objects = InEenProgramma.as_manager()

    class Meta:
        ordering = ["-aangemeld_op", "-pk"]
        verbose_name = "aanmelding"
        verbose_name_plural = "aanmeldingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["open", "overgenomen", "niet_overgenomen", "ingetrokken"]),
                name="aanmelding_status",
            ),
            models.CheckConstraint(
                condition=Q(status="niet_overgenomen") & ~Q(reden="") | ~Q(status="niet_overgenomen") & Q(reden=""),
                name="aanmelding_niet_overgenomen_met_reden",
            ),
        ]

    def __str__(self):
        return self.nummer

    def get_absolute_url(self):
        return self.programma.address(reverse("du-aanmelding", args=[self.nummer]))

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN


class DecentralisatieuitkeringQuerySet(InEenProgramma):
    def wachtend(self):
        """Those about which the gemeente must still decide."""
        return self.filter(status=Decentralisatieuitkering.Status.VOORSTEL)

    def met_bedrag_dat_telt(self):
        """With the amount for a sum: nothing for what was declined or taken back."""
        telt = ~Q(status__in=[Decentralisatieuitkering.Status.AFGEWEZEN, Decentralisatieuitkering.Status.INGETROKKEN])
        return self.annotate(bedrag_dat_telt=Case(When(telt, then="bedrag"), default=Decimal(0)))

    def for_page(self):
        return self.select_related(
            "programma", "gemeente__opvolger", "fondsuitkering", "regel__post__actielijn", "regel__post__programma",
            "regel__dekkingsbron", "bron", "aanmelding", "interventie__laatste",
        )  # fmt: skip


class Decentralisatieuitkering(Gemeentelijk):
    """One DU to one gemeente in one uitkeringsjaar. The fund pays it; the portal follows it. Amount in euro."""

    class Status(models.TextChoices):
        VOORSTEL = "voorstel", "Voorstel"
        AKKOORD = "akkoord", "Akkoord gemeente"
        OVERBOEKING = "overboeking", "Overboeking aangevraagd"
        CIRCULAIRE = "circulaire", "Opgenomen in circulaire"
        BETAALD = "betaald", "Betaald"
        AFGEWEZEN = "afgewezen", "Niet akkoord gemeente"
        INGETROKKEN = "ingetrokken", "Ingetrokken"

    class Circulaire(models.IntegerChoices):
        """The circulaires of the gemeentefonds, by the month after which each is called."""

        MEI = 5, "meicirculaire"
        SEPTEMBER = 9, "septembercirculaire"
        DECEMBER = 12, "decembercirculaire"

    nummer = models.CharField(max_length=20, unique=True, help_text="Bijvoorbeeld DU-2026-001.")
    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="uitkeringen")
    fondsuitkering = models.ForeignKey(Fondsuitkering, on_delete=models.PROTECT, related_name="uitkeringen")
    gemeente = models.ForeignKey("agenda.Gemeente", on_delete=models.PROTECT, related_name="uitkeringen")
    uitkeringsjaar = models.PositiveSmallIntegerField()
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)
    doel = models.TextField(help_text="Waar het geld voor bedoeld is: informatie, zonder gevolg.")
    interventie = models.ForeignKey(
        "interventies.Interventie",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="uitkeringen",
        help_text="Waar het geld bij kan helpen: informatie, zonder gevolg.",
    )
    regel = models.ForeignKey("actielijnen.Begrotingsregel", on_delete=models.PROTECT, related_name="uitkeringen")
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, related_name="uitkeringen")
    vindplaats = models.CharField(max_length=200)
    aanmelding = models.OneToOneField(
        Aanmelding, on_delete=models.PROTECT, null=True, blank=True, related_name="uitkering"
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.VOORSTEL)
    voorgesteld_op = models.DateTimeField()
    voorgesteld_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    akkoord_op = models.DateTimeField(null=True, blank=True)
    overboeking = models.UUIDField(
        null=True, blank=True, unique=True, help_text="Het besluit waarmee het bedrag van de begroting af ging."
    )
    circulaire_soort = models.PositiveSmallIntegerField(choices=Circulaire.choices, null=True, blank=True)
    circulaire_jaar = models.PositiveSmallIntegerField(null=True, blank=True)
    circulaire_paragraaf = models.CharField(max_length=40, blank=True)
    betaalmaand = models.DateField(null=True, blank=True, help_text="De eerste dag van de maand.")

    objects = DecentralisatieuitkeringQuerySet.as_manager()

    class Meta:
        ordering = ["-uitkeringsjaar", "-nummer"]
        verbose_name = "decentralisatie-uitkering"
        verbose_name_plural = "decentralisatie-uitkeringen"
        constraints = [
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="du_is_een_bedrag"),
            models.CheckConstraint(condition=Q(uitkeringsjaar__range=(2000, 2100)), name="du_uitkeringsjaar"),
            models.CheckConstraint(
                condition=Q(status__in=["voorstel", "akkoord", *OVERGEBOEKT, "afgewezen", "ingetrokken"]),
                name="du_status",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["akkoord", *OVERGEBOEKT]) | Q(akkoord_op__isnull=False),
                name="du_niet_verder_zonder_akkoord",
            ),
            models.CheckConstraint(
                condition=Q(status__in=OVERGEBOEKT, overboeking__isnull=False)
                | ~Q(status__in=OVERGEBOEKT) & Q(overboeking=None),
                name="du_geld_weg_met_overboeking",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=IN_CIRCULAIRE,
                    circulaire_soort__in=[5, 9, 12],
                    circulaire_jaar__range=(2000, 2100),
                    betaalmaand__isnull=False,
                )
                & ~Q(circulaire_paragraaf="")
                | ~Q(status__in=IN_CIRCULAIRE)
                & Q(circulaire_soort=None, circulaire_jaar=None, circulaire_paragraaf="", betaalmaand=None),
                name="du_circulaire_heel_of_niet",
            ),
        ]

    def __str__(self):
        return self.nummer

    def get_absolute_url(self):
        return self.programma.address(reverse("du", args=[self.nummer]))

    @property
    def titel(self) -> str:
        """`Decentralisatie-uitkering DU-2026-001`: which kind of grant it is, is data."""
        return f"{capfirst(self.fondsuitkering.naam)} {self.nummer}"

    @property
    def adres_gemeente(self) -> str:
        """Where the gemeente reads about it."""
        return reverse("gemeente-du", args=[self.nummer])

    @property
    def actielijn(self):
        return self.regel.post.actielijn

    @property
    def circulaire(self) -> str:
        """`septembercirculaire 2026, paragraaf 4.2.1`; empty as long as it is in none."""
        if self.circulaire_soort is None:
            return ""
        return f"{self.get_circulaire_soort_display()} {self.circulaire_jaar}, paragraaf {self.circulaire_paragraaf}"


class Terugkoppeling(Gemeentelijk):
    """What a gemeente tells of its own accord. It belongs to no DU on purpose: it never has to do with money."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="terugkoppelingen")
    gemeente = models.ForeignKey("agenda.Gemeente", on_delete=models.PROTECT, related_name="terugkoppelingen")
    tekst = models.TextField()
    gegeven_op = models.DateTimeField()
    gegeven_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    objects = InEenProgramma.as_manager()

    class Meta:
        ordering = ["-gegeven_op", "-pk"]
        verbose_name = "vrijwillige terugkoppeling"
        verbose_name_plural = "vrijwillige terugkoppelingen"

    def __str__(self):
        return f"{self.gemeente}, {self.gegeven_op:%d-%m-%Y}"
