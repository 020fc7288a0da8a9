"""The programma everything hangs from: its names, period, goals and scope, each with a source."""

from urllib.parse import urlencode, urlsplit, urlunsplit

from django.db import models
from django.db.models import Q

from agenda.zicht import VoorMedewerkers


class Ministerie(models.Model):
    """A ministry, with its code in TOOI (the government's thesaurus of organisations)."""

    afkorting = models.CharField(max_length=10, unique=True)
    naam = models.CharField(max_length=200)
    tooi_uri = models.URLField("TOOI-identificatie")

    class Meta:
        ordering = ["afkorting"]
        verbose_name = "ministerie"
        verbose_name_plural = "ministeries"

    def __str__(self):
        return self.afkorting


class ProgrammaQuerySet(VoorMedewerkers):
    def huidig(self):
        """The real programma that has no successor; None when nothing is loaded."""
        return self.filter(soort=Programma.Soort.ECHT, opvolger=None).order_by("pk").last()


class Programma(models.Model):
    """A programma of the ministry. A successor is a new row, never a new year in the code."""

    class Soort(models.TextChoices):
        ECHT = "echt", "Echt programma"
        VOORBEELD = "voorbeeld", "Voorbeeldprogramma"

    code = models.SlugField(unique=True)
    naam = models.CharField(max_length=200)
    korte_naam = models.CharField(max_length=60, help_text="Zoals na de eerste vermelding in een brief.")
    soort = models.CharField(max_length=10, choices=Soort.choices)
    opvolger_van = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="opvolger"
    )
    ministerie = models.ForeignKey(Ministerie, on_delete=models.PROTECT)
    contact = models.EmailField(blank=True)
    contact_bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, null=True, related_name="+")

    objects = ProgrammaQuerySet.as_manager()

    class Meta:
        verbose_name = "programma"
        verbose_name_plural = "programma's"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=["echt", "voorbeeld"]), name="programma_soort")
        ]

    def __str__(self):
        return self.naam

    @property
    def is_voorbeeld(self):
        return self.soort == self.Soort.VOORBEELD

    def address(self, path: str) -> str:
        """`path` as an address that names this programma, so that it means the same under a successor."""
        return within(self.code, path)


def within(code: str, address: str) -> str:
    """`address` with `?programma=`, unless it names one already, there or in its path; the rest of it stays."""
    parts = urlsplit(address)
    if not code or "programma=" in parts.query or f"/{code}/" in parts.path:
        return address
    query = "&".join(part for part in (parts.query, urlencode({"programma": code})) if part)
    return urlunsplit(parts._replace(query=query))


class ProgrammaAlias(models.Model):
    """Another spelling of the programme's name that a source uses."""

    programma = models.ForeignKey(Programma, on_delete=models.CASCADE, related_name="aliassen")
    naam = models.CharField(max_length=200)
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    is_intern = models.BooleanField(default=False, help_text="Komt nooit in een uitgaande tekst.")

    class Meta:
        verbose_name = "alias van een programma"
        verbose_name_plural = "aliassen van programma's"
        constraints = [models.UniqueConstraint(fields=["programma", "naam"], name="alias_uniek")]

    def __str__(self):
        return self.naam


class ProgrammaPeriode(models.Model):
    """The period of the programma as one source states it; several versions stand side by side."""

    programma = models.ForeignKey(Programma, on_delete=models.CASCADE, related_name="perioden")
    omschrijving = models.CharField(max_length=120)
    van_jaar = models.PositiveSmallIntegerField(null=True, help_text="Leeg: de bron noemt geen begin.")
    tot_en_met_jaar = models.PositiveSmallIntegerField()
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    is_geldend = models.BooleanField(help_text="Volgens de behandeling van tegenspraak C06.")

    class Meta:
        ordering = ["bron__bekend_sinds"]
        verbose_name = "periode van een programma"
        verbose_name_plural = "perioden van programma's"
        constraints = [
            models.UniqueConstraint(fields=["programma", "omschrijving", "bron"], name="periode_uniek"),
            models.UniqueConstraint(
                fields=["programma"], condition=Q(is_geldend=True), name="periode_een_geldende"
            ),
        ]

    def __str__(self):
        return self.omschrijving


class ProgrammaTekst(models.Model):
    """What the programma aims at, whom it serves and what lies outside it."""

    class Soort(models.TextChoices):
        DOEL = "doel", "Doel"
        DOELGROEP = "doelgroep", "Doelgroep"
        SCOPE = "scope", "Binnen de scope"
        BUITEN_SCOPE = "buiten_scope", "Buiten de scope"
        WERKWIJZE = "werkwijze", "Werkwijze"
        FASE = "fase", "Fase"

    programma = models.ForeignKey(Programma, on_delete=models.CASCADE, related_name="teksten")
    soort = models.CharField(max_length=15, choices=Soort.choices)
    tekst = models.TextField()
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    volgorde = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "tekst van een programma"
        verbose_name_plural = "teksten van programma's"
        constraints = [
            models.UniqueConstraint(fields=["programma", "soort", "volgorde"], name="programmatekst_uniek")
        ]

    def __str__(self):
        return f"{self.get_soort_display()}: {self.tekst}"
