"""Bronnen, feiten and the versions of a feit."""

from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.urls import reverse

from agenda.zicht import VoorMedewerkers

# Controls, bidi marks and characters without width, as PostgreSQL writes them.
VERBORGEN = r"[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"


class Precisie(models.TextChoices):
    """How exactly it is known since when a source speaks."""

    DAG = "dag", "op de dag nauwkeurig"
    MAAND = "maand", "op de maand nauwkeurig"
    UITERLIJK = "uiterlijk", "uiterlijk op deze dag"
    ONBEKEND = "onbekend", "onbekend"


class BronQuerySet(VoorMedewerkers):
    def of(self, programma):
        """Those that `programma` may rest on: an example rests on invented bronnen, and nothing else does."""
        invented = Q(soort=Bron.Soort.VOORBEELD)
        return self.filter(invented) if programma and programma.is_voorbeeld else self.exclude(invented)

    def for_list(self):
        return self.annotate(aantal_feiten=Count("feitversies__feit", distinct=True))


class Bron(models.Model):
    """A document or page that states facts. Its date may be unknown; then it is never guessed."""

    class Soort(models.TextChoices):
        KAMERBRIEF = "kamerbrief", "Kamerbrief"
        BESLISNOTA = "beslisnota", "Beslisnota"
        WEBPAGINA = "webpagina", "Webpagina"
        REGELING = "regeling", "Regeling (Staatscourant)"
        GEGEVENSSET = "gegevensset", "Gegevensset"
        ONDERZOEK = "onderzoek", "Onderzoek"
        BELEIDSSTUK = "beleidsstuk", "Beleidsstuk"
        VOORBEELD = "voorbeeld", "Voorbeeld (dit stuk bestaat niet)"

    sleutel = models.SlugField(max_length=80, unique=True)
    soort = models.CharField(max_length=15, choices=Soort.choices)
    titel = models.CharField(max_length=300)
    verwijzing = models.CharField(
        max_length=300, blank=True, help_text="Zoals in een voetnoot: Kamerstuk, Staatscourant of publicatie."
    )
    url = models.URLField(blank=True)
    datum = models.DateField(null=True, blank=True, help_text="Leeg: de bron draagt geen datum.")
    bekend_sinds = models.DateField(null=True, blank=True)
    bekend_precisie = models.CharField(max_length=10, choices=Precisie.choices)
    toelichting = models.TextField(blank=True)

    objects = BronQuerySet.as_manager()

    class Meta:
        ordering = ["bekend_sinds", "titel"]
        verbose_name = "bron"
        verbose_name_plural = "bronnen"
        constraints = [
            models.CheckConstraint(
                condition=Q(bekend_sinds__isnull=False) | Q(bekend_precisie="onbekend"),
                name="bron_zonder_datum_is_onbekend",
            )
        ]

    def __str__(self):
        return self.titel

    def get_absolute_url(self):
        return reverse("bron", args=[self.sleutel])

    @property
    def is_voorbeeld(self):
        return self.soort == self.Soort.VOORBEELD


class Weergave(models.TextChoices):
    """How a value is written in running text."""

    BEDRAG = "bedrag", "€ 313.327"
    MILJOEN = "miljoen", "€ 6,3 miljoen"
    AANTAL = "aantal", "7"
    WOORD = "woord", "drie"
    JAAR = "jaar", "2025"
    TEKST = "tekst", "zoals in de bron"


class FeitQuerySet(VoorMedewerkers):
    def of(self, programma):
        """Those of `programma` and those that are shared by all."""
        return self.filter(Q(programma=programma) | Q(programma__isnull=True))

    def named(self, sleutel):
        """Those called so, of which there are two at most: what a programma says itself goes before what all share."""
        return self.filter(sleutel=sleutel).order_by(F("programma").asc(nulls_last=True))

    def for_list(self):
        versies = FeitVersie.objects.select_related("bron")
        return self.select_related("programma").prefetch_related(models.Prefetch("versies", versies), "tegenspraken")

    def for_page(self):
        versies = FeitVersie.objects.select_related("bron", "vastgelegd_door").order_by("-bekend_sinds", "pk")
        return self.select_related("programma").prefetch_related(
            models.Prefetch("versies", versies), "tegenspraken__programma"
        )


class Feit(models.Model):
    """Something that can be stated about the programma; what is stated lives in its versions."""

    sleutel = models.CharField(max_length=120)
    programma = models.ForeignKey(
        "agenda.Programma", on_delete=models.PROTECT, null=True, blank=True, related_name="feiten"
    )
    onderwerp = models.CharField(max_length=40)
    naam = models.CharField(max_length=200)
    definitie = models.TextField()
    eenheid = models.CharField(max_length=40, blank=True)
    weergave = models.CharField(max_length=10, choices=Weergave.choices)
    decimalen = models.PositiveSmallIntegerField(default=0, help_text="Van het bedrag in miljoenen.")

    objects = FeitQuerySet.as_manager()

    class Meta:
        ordering = ["onderwerp", "sleutel"]
        verbose_name = "feit"
        verbose_name_plural = "feiten"
        constraints = [
            models.UniqueConstraint(fields=["programma", "sleutel"], name="feit_uniek", nulls_distinct=False)
        ]

    def __str__(self):
        return self.naam

    def get_absolute_url(self):
        address = reverse("feit", args=[self.sleutel])
        return self.programma.address(address) if self.programma else address

    @property
    def replaced(self):
        """The numbers of the versions that a later one replaces."""
        return {versie.vervangt_id for versie in self.versies.all()}


class Kwalificatie(models.TextChoices):
    """The word that travels with a value into every text."""

    EXACT = "exact", "exact"
    INDICATIEF = "indicatief", "indicatief"
    CIRCA = "circa", "circa"
    RUIM = "ruim", "ruim"
    GEMIDDELD = "gemiddeld", "gemiddeld"
    AFGEROND = "afgerond", "afgerond"
    TOT_NU_TOE = "tot_nu_toe", "tot nu toe"
    OP_DIT_MOMENT = "op_dit_moment", "op dit moment"
    GEPLAND = "gepland", "gepland"
    ONDERGRENS = "ondergrens", "ondergrens"


class FeitVersieQuerySet(VoorMedewerkers):
    def latest_of(self, feiten):
        """Those of `feiten` that no other version replaces."""
        replaced = self.filter(vervangt__isnull=False).values("vervangt")
        return self.filter(feit__in=feiten).exclude(pk__in=replaced)

    def each_once(self):
        """Without versions that say the same from the same place, as a choice leaves behind."""
        same = ["feit_id", "bron_id", "vindplaats", "getal", "tekst"]
        return self.order_by(*same).distinct(*same)

    def for_list(self):
        return self.select_related("feit__programma", "bron")


class FeitVersie(models.Model):
    """What one source says of a feit. Append-only: a database trigger refuses change and removal."""

    feit = models.ForeignKey(Feit, on_delete=models.PROTECT, related_name="versies")
    nummer_bron = models.CharField("nummer", max_length=10, help_text="Nummer in de feitenlijst, bijv. P06.")
    getal = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    tekst = models.TextField(blank=True, help_text="De waarde als die geen getal is.")
    kwalificatie = models.CharField(max_length=15, choices=Kwalificatie.choices)
    betreft = models.CharField(max_length=60, blank=True, help_text="De periode waarover de waarde gaat.")
    bekend_sinds = models.DateField(null=True, blank=True)
    bekend_precisie = models.CharField(max_length=10, choices=Precisie.choices)
    bron = models.ForeignKey(Bron, on_delete=models.PROTECT, related_name="feitversies")
    vindplaats = models.CharField(max_length=200)
    vervangt = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)
    reden = models.TextField(blank=True)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT)

    objects = FeitVersieQuerySet.as_manager()

    class Meta:
        ordering = ["feit", "bekend_sinds", "pk"]
        verbose_name = "versie van een feit"
        verbose_name_plural = "versies van feiten"
        constraints = [
            models.CheckConstraint(condition=Q(getal__isnull=False) | ~Q(tekst=""), name="feitversie_heeft_waarde"),
            models.CheckConstraint(
                condition=Q(getal__isnull=True) | Q(getal__gte=0, getal__lt=10**10), name="feitversie_getal_kan"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("tekst"), 500), name="feitversie_tekst_is_kort_genoeg"
            ),
            models.CheckConstraint(
                condition=~Q(tekst__regex=VERBORGEN) & ~Q(vindplaats__regex=VERBORGEN),
                name="feitversie_zonder_verborgen_tekens",
            ),
            models.CheckConstraint(
                condition=Q(bekend_sinds__isnull=False) | Q(bekend_precisie="onbekend"),
                name="feitversie_zonder_datum_is_onbekend",
            ),
            models.UniqueConstraint(
                fields=["feit", "bron", "nummer_bron", "vervangt"],
                name="feitversie_uniek",
                nulls_distinct=False,
            ),
            models.UniqueConstraint(fields=["vervangt"], name="feitversie_een_opvolger"),
        ]

    def __str__(self):
        return f"{self.feit.sleutel} volgens {self.bron.sleutel}"
