"""Actielijnen, begrotingsposten and their lines, dekkingsbronnen, Raad, congres and samenhang."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agenda.zicht import VoorMedewerkers


class Actielijn(models.Model):
    """One of the lines of action of a programma."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="actielijnen")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=120)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "actielijn"
        verbose_name_plural = "actielijnen"
        constraints = [models.UniqueConstraint(fields=["programma", "nummer"], name="actielijn_uniek")]

    def __str__(self):
        return f"{self.nummer}. {self.naam}"

    def get_absolute_url(self):
        return reverse("actielijn", args=[self.nummer])


class BegrotingspostQuerySet(models.QuerySet):
    def known_on(self, peildatum):
        """Those for which a bron that was known on `peildatum` states an undivided amount."""
        bekend = Begrotingsregel.objects.filter(jaar__isnull=True, bron__bekend_sinds__lte=peildatum)
        return self.filter(pk__in=bekend.values("post")).select_related("actielijn")


class Begrotingspost(models.Model):
    """A line of the budget table: an actielijn, or a post that is none (materieel en onvoorzien)."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="posten")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=120)
    actielijn = models.OneToOneField(Actielijn, on_delete=models.PROTECT, null=True, blank=True, related_name="post")

    objects = BegrotingspostQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "begrotingspost"
        verbose_name_plural = "begrotingsposten"
        constraints = [models.UniqueConstraint(fields=["programma", "nummer"], name="post_uniek")]

    def __str__(self):
        return f"{self.nummer}. {self.naam}"


class Begrotingsregel(models.Model):
    """What a source makes available for a post. `jaar` empty: niet verdeeld over jaren. Euro."""

    post = models.ForeignKey(Begrotingspost, on_delete=models.PROTECT, related_name="regels")
    jaar = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Leeg: niet verdeeld.")
    periode = models.CharField(max_length=20, help_text="Waarover het bedrag gaat, bijv. 2023–2025.")
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)
    is_indicatief = models.BooleanField()
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    vindplaats = models.CharField(max_length=200)

    class Meta:
        ordering = ["post__nummer", "jaar"]
        verbose_name = "begrotingsregel"
        verbose_name_plural = "begrotingsregels"
        constraints = [
            models.CheckConstraint(condition=Q(bedrag__gte=0), name="begrotingsregel_niet_negatief"),
            models.UniqueConstraint(
                fields=["post", "jaar", "bron"], name="begrotingsregel_uniek", nulls_distinct=False
            ),
        ]

    def __str__(self):
        return f"{self.post}: {self.bedrag}"


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


class SamenhangendProgramma(models.Model):
    """A programme of a ministry that the Agenda works together with."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="samenhang")
    naam = models.CharField(max_length=160)
    ministerie = models.ForeignKey("agenda.Ministerie", on_delete=models.PROTECT)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    class Meta:
        ordering = ["naam"]
        verbose_name = "samenhangend programma"
        verbose_name_plural = "samenhangende programma's"
        constraints = [models.UniqueConstraint(fields=["programma", "naam"], name="samenhang_uniek")]

    def __str__(self):
        return self.naam


class Raad(models.Model):
    """The advisory council of a programma. Members are kept only when the sources name them."""

    programma = models.OneToOneField("agenda.Programma", on_delete=models.PROTECT, related_name="raad")
    naam = models.CharField(max_length=80)
    alias = models.CharField(max_length=80, blank=True)
    aantal_leden = models.PositiveSmallIntegerField()
    termijn_jaren = models.PositiveSmallIntegerField()
    taken = models.TextField(help_text="Een taak per regel.")
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    objects = VoorMedewerkers.as_manager()

    class Meta:
        verbose_name = "Maatschappelijke Raad"
        verbose_name_plural = "Maatschappelijke Raden"

    def __str__(self):
        return self.naam

    @property
    def termijn(self):
        """How long a member is appointed for, in words: jaar has no plural behind a number."""
        return f"{self.termijn_jaren} jaar"


class Mijlpaal(models.Model):
    """Something planned or held, such as a congres: plan and realisation stand side by side."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="mijlpalen")
    sleutel = models.SlugField(max_length=60)
    naam = models.CharField(max_length=160)
    gepland = models.CharField(max_length=60, blank=True)
    gerealiseerd = models.CharField(max_length=60, blank=True)
    toelichting = models.TextField(blank=True)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    bron_realisatie = models.ForeignKey(
        "agenda.Bron", on_delete=models.PROTECT, null=True, related_name="+", help_text="Leeg: dezelfde bron."
    )
    volgorde = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"
        constraints = [
            models.UniqueConstraint(fields=["programma", "sleutel"], name="mijlpaal_uniek"),
            models.CheckConstraint(condition=~Q(gepland="") | ~Q(gerealiseerd=""), name="mijlpaal_heeft_moment"),
        ]

    def __str__(self):
        return self.naam
