"""Bronnen, feiten and their versions, contradictions between them, and what they leave open."""

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse


class Precisie(models.TextChoices):
    """How exactly it is known since when a source speaks."""

    DAG = "dag", "op de dag nauwkeurig"
    MAAND = "maand", "op de maand nauwkeurig"
    UITERLIJK = "uiterlijk", "uiterlijk op deze dag"
    ONBEKEND = "onbekend", "onbekend"


class BronQuerySet(models.QuerySet):
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


class Weergave(models.TextChoices):
    """How a value is written in running text."""

    BEDRAG = "bedrag", "€ 313.327"
    MILJOEN = "miljoen", "€ 6,3 miljoen"
    AANTAL = "aantal", "7"
    WOORD = "woord", "drie"
    JAAR = "jaar", "2025"
    TEKST = "tekst", "zoals in de bron"


class FeitQuerySet(models.QuerySet):
    def of(self, programma):
        """Those of `programma` and those that are shared by all."""
        return self.filter(Q(programma=programma) | Q(programma__isnull=True))

    def for_list(self):
        return self.prefetch_related("versies__bron", "tegenspraken")

    def for_page(self):
        versies = FeitVersie.objects.select_related("bron", "vastgelegd_door").order_by("-bekend_sinds", "pk")
        return self.select_related("programma").prefetch_related(models.Prefetch("versies", versies), "tegenspraken")


class Feit(models.Model):
    """Something that can be stated about the programma; what is stated lives in its versions."""

    sleutel = models.CharField(max_length=120, unique=True)
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

    def __str__(self):
        return self.naam

    def get_absolute_url(self):
        return reverse("feit", args=[self.sleutel])

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


class FeitVersieQuerySet(models.QuerySet):
    def latest_of(self, feiten):
        """Those of `feiten` that no other version replaces."""
        replaced = self.filter(vervangt__isnull=False).values("vervangt")
        return self.filter(feit__in=feiten).exclude(pk__in=replaced)

    def each_once(self):
        """Without versions that say the same from the same place, as a choice leaves behind."""
        same = ["feit_id", "bron_id", "vindplaats", "getal", "tekst"]
        return self.order_by(*same).distinct(*same)

    def for_list(self):
        return self.select_related("feit", "bron")


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


class TegenspraakQuerySet(models.QuerySet):
    def for_list(self):
        return self.prefetch_related("varianten__bronnen", "feiten")


class Tegenspraak(models.Model):
    """A place where sources contradict each other, and what a new letter does about it."""

    class Stand(models.TextChoices):
        VOORGESTELD = "voorgesteld", "keuze voorgesteld, te bevestigen"
        BEVESTIGD = "bevestigd", "keuze bevestigd"
        OPEN = "open", "open: geen brief gebruikt dit"

    nummer = models.CharField(max_length=4, unique=True)
    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="tegenspraken")
    onderwerp = models.CharField(max_length=120)
    aard = models.TextField(help_text="Waarom de bronnen verschillen, voor zover bekend.")
    keuze = models.TextField(blank=True, help_text="Wat een nieuwe brief gebruikt.")
    behandeling = models.TextField(help_text="Hoe het portaal ermee omgaat.")
    stand = models.CharField(max_length=12, choices=Stand.choices)
    herkomst_keuze = models.CharField(max_length=200, blank=True)
    feiten = models.ManyToManyField(Feit, blank=True, related_name="tegenspraken")

    objects = TegenspraakQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "tegenspraak"
        verbose_name_plural = "tegenspraken"
        constraints = [
            models.CheckConstraint(
                condition=Q(stand="open", keuze="") | (~Q(stand="open") & ~Q(keuze="")),
                name="tegenspraak_open_heeft_geen_keuze",
            )
        ]

    def __str__(self):
        return f"{self.nummer} {self.onderwerp}"

    def get_absolute_url(self):
        return reverse("tegenspraak", args=[self.nummer])

    @property
    def stand_kort(self):
        """How far it is settled, in a word or two."""
        return self.get_stand_display().partition(":")[0].removeprefix("keuze voorgesteld, ").removeprefix("keuze ")


class TegenspraakVariant(models.Model):
    """What one side of a contradiction says."""

    tegenspraak = models.ForeignKey(Tegenspraak, on_delete=models.CASCADE, related_name="varianten")
    letter = models.CharField(max_length=1)
    tekst = models.TextField()
    bronnen = models.ManyToManyField(Bron, blank=True)
    bron_tekst = models.CharField(max_length=200, blank=True, help_text="Een bron buiten de bronnenlijst.")

    class Meta:
        ordering = ["letter"]
        verbose_name = "variant van een tegenspraak"
        verbose_name_plural = "varianten van tegenspraken"
        constraints = [models.UniqueConstraint(fields=["tegenspraak", "letter"], name="variant_uniek")]

    def __str__(self):
        return f"{self.tegenspraak.nummer}{self.letter}: {self.tekst}"


class OpenVraagQuerySet(models.QuerySet):
    def for_list(self):
        return self.select_related("beantwoord_door__feit", "beantwoord_door__bron")

    def about(self, *onderwerpen):
        return self.filter(onderwerp__in=onderwerpen)

    def unanswered(self):
        return self.filter(beantwoord_door__isnull=True)


class OpenVraag(models.Model):
    """What the sources do not say. It is shown where a reader would look for it, never guessed."""

    sleutel = models.SlugField(max_length=80, unique=True)
    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="open_vragen")
    onderwerp = models.CharField(max_length=40, db_index=True)
    vraag = models.TextField()
    toelichting = models.TextField(blank=True)
    beantwoord_door = models.ForeignKey(FeitVersie, on_delete=models.PROTECT, null=True, blank=True)

    objects = OpenVraagQuerySet.as_manager()

    class Meta:
        ordering = ["onderwerp", "sleutel"]
        verbose_name = "open vraag"
        verbose_name_plural = "open vragen"

    def __str__(self):
        return self.vraag

    def get_absolute_url(self):
        return f"{reverse('open-vragen')}#{self.sleutel}"
