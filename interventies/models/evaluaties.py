"""The evaluatie of an interventie: its plan, and what came out of it for each goal, also when that is nothing."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from interventies.models.zicht import Openbaar

KLAAR = ["aangeboden", "vastgesteld"]


class EvaluatieQuerySet(Openbaar):
    # Of a newer version than everybody may read, the goals are not public either.
    openbaar_als = Q(
        status="vastgesteld",
        interventie__publicaties__status="openbaar",
        interventie__publicaties__versie__nummer__gte=F("versie__nummer"),
    )

    def vastgesteld(self):
        return self.filter(status=Evaluatie.Status.VASTGESTELD)

    def for_page(self):
        return self.select_related("interventie__laatste", "versie", "lezer", "gepland_door", "verplichting__programma")


class Evaluatie(models.Model):
    """One evaluatie of one version. Once a second reader has settled it, it does not change any more."""

    class Status(models.TextChoices):
        GEPLAND = "gepland", "Gepland"
        AANGEBODEN = "aangeboden", "Wacht op tweede lezer"
        VASTGESTELD = "vastgesteld", "Vastgesteld"
        VERVALLEN = "vervallen", "Vervallen"

    class Soort(models.TextChoices):
        PROCES = "proces", "Procesevaluatie"
        EFFECT = "effect", "Effectonderzoek"

    nummer = models.CharField(max_length=20, unique=True, help_text="Bijvoorbeeld EVA-2026-001.")
    interventie = models.ForeignKey("interventies.Interventie", on_delete=models.PROTECT, related_name="evaluaties")
    versie = models.ForeignKey("interventies.InterventieVersie", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.GEPLAND)
    soort = models.CharField(max_length=8, choices=Soort.choices)
    onderzoeksvraag = models.TextField()
    onderzoeksopzet = models.TextField(help_text="Hoe wordt het onderzocht, en hoe sterk is dat bewijs?")
    uitvoerder = models.CharField(max_length=160, help_text="De organisatie die het onderzoek doet.")
    van = models.DateField()
    tot = models.DateField(help_text="Tot en met.")
    verplichting = models.ForeignKey(
        "actielijnen.Verplichting",
        on_delete=models.PROTECT,
        null=True,
        related_name="evaluaties",
        help_text="Waaruit het onderzoek op de begroting wordt betaald. Leeg: niet uit een verplichting.",
    )
    beperkingen = models.TextField(blank=True)
    conclusie = models.TextField(blank=True)
    gepland_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    lezer = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, null=True, related_name="+")
    vastgesteld_op = models.DateField(null=True)
    reden = models.TextField(blank=True, help_text="Waarom teruggegeven of vervallen.")

    objects = EvaluatieQuerySet.as_manager()

    class Meta:
        ordering = ["-tot", "-pk"]
        verbose_name = "evaluatie"
        verbose_name_plural = "evaluaties"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["gepland", "aangeboden", "vastgesteld", "vervallen"]), name="evaluatie_status"
            ),
            models.CheckConstraint(condition=Q(soort__in=["proces", "effect"]), name="evaluatie_soort"),
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="evaluatie_vooruit"),
            models.CheckConstraint(
                condition=~Q(status__in=KLAAR) | ~Q(beperkingen="") & ~Q(conclusie=""),
                name="evaluatie_klaar_met_conclusie",
            ),
            models.CheckConstraint(
                condition=Q(status="vastgesteld", lezer__isnull=False, vastgesteld_op__isnull=False)
                | ~Q(status="vastgesteld") & Q(lezer=None, vastgesteld_op=None),
                name="evaluatie_vastgesteld_door_tweede_lezer",
            ),
            models.CheckConstraint(condition=~Q(lezer=F("gepland_door")), name="evaluatie_lezer_is_een_ander"),
        ]

    def __str__(self):
        return self.nummer

    def get_absolute_url(self):
        return reverse("evaluatie", args=[self.nummer])


class Uitkomst(models.Model):
    """What an evaluatie found for one goal of the version that it looked at."""

    class Effect(models.TextChoices):
        POSITIEF = "positief", "Positief effect"
        GEEN = "geen_effect", "Geen effect"
        NEGATIEF = "negatief", "Negatief effect"
        ONBEKEND = "onbekend", "Niet vast te stellen"

    evaluatie = models.ForeignKey(Evaluatie, on_delete=models.CASCADE, related_name="uitkomsten")
    volgorde = models.PositiveSmallIntegerField()
    doel = models.TextField()
    effect = models.CharField(max_length=12, choices=Effect.choices)
    toelichting = models.TextField()

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "uitkomst van een evaluatie"
        verbose_name_plural = "uitkomsten van evaluaties"
        constraints = [
            models.UniqueConstraint(fields=["evaluatie", "volgorde"], name="uitkomst_uniek"),
            models.CheckConstraint(
                condition=Q(effect__in=["positief", "geen_effect", "negatief", "onbekend"]), name="uitkomst_effect"
            ),
            models.CheckConstraint(condition=~Q(toelichting=""), name="uitkomst_met_toelichting"),
        ]

    def __str__(self):
        return f"{self.doel}: {self.get_effect_display()}"
