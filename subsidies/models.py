"""Regelingen and their versions: who grants, on which themes, with which ministries."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agenda.zicht import VoorMedewerkers


class RegelingQuerySet(VoorMedewerkers):
    def for_list(self):
        return self.select_related("programma").prefetch_related("versies")


class Regeling(models.Model):
    """A ministerial regulation under which municipalities get money."""

    class RolSZW(models.TextChoices):
        VERSTREKKER = "verstrekker", "SZW verstrekt"
        MEDEFINANCIER = "medefinancier", "SZW financiert mee"

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="regelingen")
    sleutel = models.SlugField()
    citeertitel = models.CharField(max_length=120)
    instrument = models.CharField(max_length=60)
    rol_szw = models.CharField(max_length=15, choices=RolSZW.choices)
    sisa_code = models.CharField(max_length=10, blank=True, help_text="Leeg: niet bekend.")

    objects = RegelingQuerySet.as_manager()

    class Meta:
        verbose_name = "regeling"
        verbose_name_plural = "regelingen"
        constraints = [models.UniqueConstraint(fields=["programma", "sleutel"], name="regeling_uniek")]

    def __str__(self):
        return self.citeertitel

    def get_absolute_url(self):
        return self.programma.address(reverse("regeling", args=[self.sleutel]))

    @property
    def is_registratie(self):
        """True when the portal only registers: form, decision and payment do not exist here."""
        return self.rol_szw == self.RolSZW.MEDEFINANCIER


class RegelingVersieQuerySet(VoorMedewerkers):
    def for_page(self):
        themas = Thema.objects.select_related("opvolger_van", "bron")
        return self.select_related("bron").prefetch_related(
            "medeondertekening_set__ministerie", models.Prefetch("themas", themas)
        )


class RegelingVersie(models.Model):
    """The regeling as one publication in the Staatscourant sets or changes it."""

    regeling = models.ForeignKey(Regeling, on_delete=models.PROTECT, related_name="versies")
    volgorde = models.PositiveSmallIntegerField()
    omschrijving = models.CharField(max_length=200)
    verstrekker = models.CharField(max_length=160, help_text="Wie de uitkering verstrekt, zoals in de regeling.")
    ondertekend_op = models.DateField(null=True, blank=True)
    nummer = models.CharField(max_length=40, blank=True)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    ministeries = models.ManyToManyField("agenda.Ministerie", through="Medeondertekening")
    looptijd = models.CharField(max_length=60, blank=True)
    aanvragen_van = models.DateField(null=True, blank=True)
    aanvragen_tot_en_met = models.DateField(null=True, blank=True)
    toelichting = models.TextField(blank=True)

    objects = RegelingVersieQuerySet.as_manager()

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "versie van een regeling"
        verbose_name_plural = "versies van regelingen"
        constraints = [
            models.UniqueConstraint(fields=["regeling", "volgorde"], name="regelingversie_uniek"),
            models.CheckConstraint(
                condition=Q(aanvragen_van__isnull=True, aanvragen_tot_en_met__isnull=True)
                | Q(aanvragen_van__isnull=False, aanvragen_tot_en_met__isnull=False),
                name="regelingversie_tijdvak_heeft_begin_en_eind",
            ),
        ]

    def __str__(self):
        return f"{self.regeling}, {self.omschrijving}"

    @property
    def titel(self):
        return f"Versie {self.volgorde}: {self.omschrijving}"

    @property
    def is_first(self):
        return self.volgorde == 1

    @property
    def bronnen_themas(self):
        """The bronnen that name the themes, each once."""
        return list({thema.bron_id: thema.bron for thema in self.themas.all()}.values())


class Medeondertekening(models.Model):
    """A ministry whose minister made or agreed with a version of a regeling."""

    versie = models.ForeignKey(RegelingVersie, on_delete=models.CASCADE)
    ministerie = models.ForeignKey("agenda.Ministerie", on_delete=models.PROTECT)
    ambt = models.CharField(max_length=120)

    class Meta:
        verbose_name = "medeondertekening"
        verbose_name_plural = "medeondertekeningen"
        constraints = [models.UniqueConstraint(fields=["versie", "ambt"], name="medeondertekening_uniek")]

    def __str__(self):
        return self.ambt


class Thema(models.Model):
    """A theme of a version. Programmaondersteuning is no hoofdthema; a theme may have a successor."""

    class Soort(models.TextChoices):
        HOOFDTHEMA = "hoofdthema", "Hoofdthema"
        PROGRAMMAONDERSTEUNING = "programmaondersteuning", "Programmaondersteuning"
        INTEGRAAL = "integraal", "Integrale middelen"

    versie = models.ForeignKey(RegelingVersie, on_delete=models.PROTECT, related_name="themas")
    soort = models.CharField(max_length=25, choices=Soort.choices)
    volgorde = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=120)
    is_van_agenda = models.BooleanField(default=False, help_text="Het thema waaraan de Agenda bijdraagt.")
    opvolger_van = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        constraints = [models.UniqueConstraint(fields=["versie", "volgorde"], name="thema_uniek")]

    def __str__(self):
        return self.naam

    @property
    def is_renamed(self):
        """True when the theme it follows had another name."""
        return self.opvolger_van is not None and self.opvolger_van.naam != self.naam
