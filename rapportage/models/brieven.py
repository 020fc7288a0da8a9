"""Brieven to parliament with their sections and notes, and the toezeggingen they settle."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agenda.zicht import VoorMedewerkers


class BriefQuerySet(VoorMedewerkers):
    def for_list(self):
        aanbiedingen = Aanbieding.objects.select_related("pdf", "opname", "aangeboden_door")
        return self.select_related("programma").prefetch_related(models.Prefetch("aanbiedingen", aanbiedingen))


class Brief(models.Model):
    """A letter to the Tweede Kamer. What was offered for parafering is frozen in a Momentopname."""

    class Soort(models.TextChoices):
        VOORTGANG = "voortgang", "Voortgangsbrief"

    class Status(models.TextChoices):
        CONCEPT = "concept", "Concept"
        AANGEBODEN = "aangeboden", "Aangeboden voor parafering"

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="brieven")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    jaar = models.PositiveSmallIntegerField()
    betreft = models.CharField(max_length=200)
    peildatum = models.DateField()
    datum_tekst = models.CharField(max_length=60, help_text="Zoals op de brief, bijv. onbekend (2024).")
    is_reconstructie = models.BooleanField()
    ondertekenaar = models.CharField(max_length=200)
    sjabloon = models.CharField(max_length=60)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.CONCEPT)
    opname = models.ForeignKey("agenda.Momentopname", on_delete=models.PROTECT, null=True, blank=True)

    objects = BriefQuerySet.as_manager()

    class Meta:
        ordering = ["-jaar"]
        verbose_name = "brief"
        verbose_name_plural = "brieven"
        constraints = [
            models.UniqueConstraint(fields=["programma", "soort", "jaar"], name="brief_uniek"),
            models.CheckConstraint(condition=Q(status__in=["concept", "aangeboden"]), name="brief_status"),
            models.CheckConstraint(
                condition=Q(status="concept") | Q(opname__isnull=False), name="brief_aangeboden_heeft_opname"
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()} {self.jaar}"

    def get_absolute_url(self):
        return reverse("brief", args=self.adres)

    @property
    def pdf(self):
        """The PDF of what is offered now; None in concept, and as long as it is being made."""
        if self.status != self.Status.AANGEBODEN:
            return None
        return next((each.pdf for each in self.aanbiedingen.all() if each.opname_id == self.opname_id), None)

    @property
    def bestandsnaam(self):
        voorbeeld = "VOORBEELD-" if self.programma.is_voorbeeld else ""
        return f"{voorbeeld}{self.get_soort_display().lower()}-{self.jaar}.pdf"

    @property
    def adres(self):
        """What the address of this letter is made of: a letter of another programma has another one."""
        return [self.programma.code, self.soort, self.jaar]


class Aanbieding(models.Model):
    """One Momentopname of a letter that was offered for parafering, with its PDF. Every one stays."""

    brief = models.ForeignKey(Brief, on_delete=models.PROTECT, related_name="aanbiedingen")
    opname = models.ForeignKey("agenda.Momentopname", on_delete=models.PROTECT)
    aangeboden_op = models.DateTimeField()
    aangeboden_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT)
    pdf = models.ForeignKey("agenda.Bestand", on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        ordering = ["-aangeboden_op"]
        verbose_name = "aanbieding"
        verbose_name_plural = "aanbiedingen"
        constraints = [models.UniqueConstraint(fields=["brief", "opname"], name="aanbieding_uniek")]

    def __str__(self):
        return f"{self.brief}, aangeboden op {self.aangeboden_op:%d-%m-%Y}"


class Paraaf(models.Model):
    """Somebody agrees with exactly one Momentopname of a letter; void once that letter is taken back."""

    aanbieding = models.ForeignKey(Aanbieding, on_delete=models.PROTECT, related_name="parafen")
    sha256 = models.CharField(max_length=64, help_text="Van de momentopname waar de paraaf voor geldt.")
    gezet_op = models.DateTimeField()
    gezet_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT)
    vervallen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["gezet_op"]
        verbose_name = "paraaf"
        verbose_name_plural = "parafen"
        constraints = [
            models.UniqueConstraint(
                fields=["aanbieding", "gezet_door"],
                condition=Q(vervallen_op__isnull=True),
                name="paraaf_een_per_persoon",
            )
        ]

    def __str__(self):
        return f"paraaf van {self.gezet_door} op {self.gezet_op:%d-%m-%Y}"


class Briefsectie(models.Model):
    """A section of a letter: a heading of level 2 or 3 (or none) and Markdown with cijfers."""

    class Soort(models.TextChoices):
        TEKST = "tekst", "Tekst"
        KADER = "kader", "Kader"
        BIJLAGE = "bijlage", "Bijlage"

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="secties")
    volgorde = models.PositiveSmallIntegerField()
    sleutel = models.SlugField(max_length=60)
    soort = models.CharField(max_length=10, choices=Soort.choices)
    niveau = models.PositiveSmallIntegerField(choices=[(2, "2"), (3, "3")])
    kop = models.CharField(max_length=160, blank=True)
    tekst = models.TextField(blank=True)

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "sectie van een brief"
        verbose_name_plural = "secties van brieven"
        constraints = [
            models.UniqueConstraint(fields=["brief", "volgorde"], name="sectie_volgorde_uniek"),
            models.UniqueConstraint(fields=["brief", "sleutel"], name="sectie_sleutel_uniek"),
        ]

    def __str__(self):
        return self.kop or self.sleutel


class Voetnoot(models.Model):
    """A footnote of a letter: always a reference to a bron."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="voetnoten")
    sleutel = models.SlugField(max_length=60)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    class Meta:
        verbose_name = "voetnoot"
        verbose_name_plural = "voetnoten"
        constraints = [models.UniqueConstraint(fields=["brief", "sleutel"], name="voetnoot_uniek")]

    def __str__(self):
        return self.sleutel


class Toezegging(models.Model):
    """A commitment to parliament, made by an office (not only a person)."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="toezeggingen")
    sleutel = models.SlugField(max_length=60)
    tekst = models.TextField()
    gedaan_op = models.DateField(null=True, blank=True)
    ambt = models.CharField(max_length=160)
    termijn = models.CharField(max_length=80, blank=True)
    uiterlijk_op = models.DateField(null=True, blank=True, help_text="De laatste dag, als een bron die noemt.")

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["gedaan_op"]
        verbose_name = "toezegging"
        verbose_name_plural = "toezeggingen"
        constraints = [models.UniqueConstraint(fields=["programma", "sleutel"], name="toezegging_uniek")]

    def __str__(self):
        return self.tekst

    def get_absolute_url(self):
        return self.programma.address(f"{reverse('toezeggingen')}#{self.sleutel}")


class Vindplaats(models.Model):
    """Where a toezegging can be found, according to which source, and with which role if known."""

    class Rol(models.TextChoices):
        ONBEKEND = "onbekend", "rol niet bekend"
        OORSPRONKELIJK = "oorspronkelijk", "oorspronkelijk"
        HERHAALD = "herhaald", "herhaald"

    toezegging = models.ForeignKey(Toezegging, on_delete=models.CASCADE, related_name="vindplaatsen")
    verwijzing = models.CharField(max_length=200)
    rol = models.CharField(max_length=15, choices=Rol.choices, default=Rol.ONBEKEND)
    volgens = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)

    class Meta:
        verbose_name = "vindplaats"
        verbose_name_plural = "vindplaatsen"
        constraints = [
            models.UniqueConstraint(fields=["toezegging", "verwijzing"], name="vindplaats_uniek")
        ]

    def __str__(self):
        return self.verwijzing
