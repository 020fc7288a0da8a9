"""The form of a version of a regeling: its sections and questions, fixed once it is vastgesteld."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from subsidies.models.regelingen import RegelingVersie


class Formulierversie(models.Model):
    """One form for one version of a regeling. An aanvraag stays on the form that it began with.

    A vastgesteld form never changes (database trigger); what must change is a new one, with the next number.
    """

    class Status(models.TextChoices):
        CONCEPT = "concept", "Concept"
        VASTGESTELD = "vastgesteld", "Vastgesteld"

    versie = models.ForeignKey(RegelingVersie, on_delete=models.PROTECT, related_name="formulieren")
    nummer = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=11, choices=Status.choices, default=Status.CONCEPT)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    vastgesteld_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["nummer"]
        verbose_name = "aanvraagformulier"
        verbose_name_plural = "aanvraagformulieren"
        constraints = [
            models.UniqueConstraint(fields=["versie", "nummer"], name="formulierversie_uniek"),
            models.CheckConstraint(
                condition=Q(status="concept", vastgesteld_op=None)
                | Q(status="vastgesteld", vastgesteld_op__isnull=False),
                name="formulierversie_vastgesteld_heeft_moment",
            ),
        ]

    def __str__(self):
        return f"{self.nummer} van {self.versie}"


class Formuliersectie(models.Model):
    """A part of a form that is filled in on one page."""

    formulier = models.ForeignKey(Formulierversie, on_delete=models.CASCADE, related_name="secties")
    volgorde = models.PositiveSmallIntegerField()
    sleutel = models.SlugField(max_length=40)
    titel = models.CharField(max_length=120)
    toelichting = models.TextField(blank=True)

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "sectie van een aanvraagformulier"
        verbose_name_plural = "secties van aanvraagformulieren"
        constraints = [
            models.UniqueConstraint(fields=["formulier", "volgorde"], name="formuliersectie_volgorde_uniek"),
            models.UniqueConstraint(fields=["formulier", "sleutel"], name="formuliersectie_sleutel_uniek"),
        ]

    def __str__(self):
        return self.titel


class Formuliervraag(models.Model):
    """A question. With `als_vraag` it is asked only when that earlier question is answered with `als_waarde`.

    `formulier` is that of the section; it stands here too because a sleutel is unique within the whole form.
    What `instellingen` holds per soort, subsidies.regelingen.instellingen says.
    """

    class Soort(models.TextChoices):
        TEKST = "tekst", "Tekst"
        BEDRAG = "bedrag", "Bedrag in euro"
        KEUZE = "keuze", "Keuze uit een lijst"
        DATUM = "datum", "Datum"
        VERKLARING = "verklaring", "Verklaring"
        BESTAND = "bestand", "Bestand"
        TABEL = "tabel", "Bedrag per thema en jaar"
        TOTAAL = "totaal", "Totaal, berekend"
        INTERVENTIE = "interventie", "Interventie uit de catalogus"

    class Eis(models.TextChoices):
        VERPLICHT = "verplicht", "Verplicht"
        AANGERADEN = "aangeraden", "Aangeraden"
        OPTIONEEL = "optioneel", "Niet verplicht"

    formulier = models.ForeignKey(Formulierversie, on_delete=models.CASCADE, related_name="vragen")
    sectie = models.ForeignKey(Formuliersectie, on_delete=models.CASCADE, related_name="vragen")
    volgorde = models.PositiveSmallIntegerField(help_text="De plaats in het hele formulier.")
    sleutel = models.SlugField(max_length=40)
    soort = models.CharField(max_length=11, choices=Soort.choices)
    vraag = models.CharField(max_length=200)
    hulptekst = models.CharField(max_length=400, blank=True)
    eis = models.CharField(max_length=10, choices=Eis.choices, default=Eis.VERPLICHT)
    keuzes = models.JSONField(default=list, blank=True, help_text="Paren van sleutel en tekst, alleen bij een keuze.")
    instellingen = models.JSONField(default=dict, blank=True, help_text="Wat de soort vraag nog meer moet weten.")
    als_vraag = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    als_waarde = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "vraag van een aanvraagformulier"
        verbose_name_plural = "vragen van aanvraagformulieren"
        constraints = [
            models.UniqueConstraint(fields=["formulier", "volgorde"], name="formuliervraag_volgorde_uniek"),
            models.UniqueConstraint(fields=["formulier", "sleutel"], name="formuliervraag_sleutel_uniek"),
            models.CheckConstraint(
                condition=Q(soort="keuze") & ~Q(keuzes=[]) | ~Q(soort="keuze") & Q(keuzes=[]),
                name="formuliervraag_keuze_heeft_keuzes",
            ),
            models.CheckConstraint(
                condition=Q(als_vraag=None, als_waarde="") | Q(als_vraag__isnull=False) & ~Q(als_waarde=""),
                name="formuliervraag_voorwaarde_heel_of_niet",
            ),
        ]

    def __str__(self):
        return self.vraag

    @property
    def is_verplicht(self) -> bool:
        """Whether it must be answered; what is calculated never is."""
        return self.eis == self.Eis.VERPLICHT and self.soort != self.Soort.TOTAAL

    @property
    def is_aangeraden(self) -> bool:
        return self.eis == self.Eis.AANGERADEN and self.soort != self.Soort.TOTAAL

    @property
    def als_in_woorden(self) -> str:
        """`Alleen als u bij ‘Voor wie vraagt u aan?’ ‘Meer gemeenten’ kiest`; empty when it is always asked."""
        if self.als_vraag is None:
            return ""
        keuze = dict(self.als_vraag.keuzes)[self.als_waarde]
        return f"Alleen als u bij ‘{self.als_vraag}’ kiest voor ‘{keuze}’."
