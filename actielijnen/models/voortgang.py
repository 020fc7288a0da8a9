"""What is told of an activiteit: progress, risks and decisions, each with how it goes."""

from django.db import models
from django.db.models import Exists, OuterRef, Q


class Gezondheid(models.TextChoices):
    """How an activiteit goes, in the words of who tells it."""

    OP_KOERS = "op_koers", "Op koers"
    AANDACHT = "aandacht", "Aandacht nodig"
    IN_DE_KNEL = "in_de_knel", "In de knel"


class VoortgangsberichtQuerySet(models.QuerySet):
    def for_list(self):
        return self.select_related("door", "sluit")

    def open_risicos(self):
        """The risks that no besluit has closed."""
        besluit = Voortgangsbericht.objects.filter(sluit=OuterRef("pk"))
        return self.filter(~Exists(besluit), soort=Voortgangsbericht.Soort.RISICO)


class Voortgangsbericht(models.Model):
    """One message about an activiteit. A trigger refuses change and removal; who erred writes another."""

    class Soort(models.TextChoices):
        VOORTGANG = "voortgang", "Voortgang"
        RISICO = "risico", "Risico"
        BESLUIT = "besluit", "Besluit"

    activiteit = models.ForeignKey("actielijnen.Activiteit", on_delete=models.PROTECT, related_name="berichten")
    soort = models.CharField(max_length=10, choices=Soort.choices)
    gezondheid = models.CharField(max_length=10, choices=Gezondheid.choices)
    tekst = models.TextField()
    peildatum = models.DateField(help_text="De dag waarover het bericht gaat.")
    sluit = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="gesloten_door",
        help_text="Het risico dat met dit besluit is afgehandeld.",
    )
    door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    objects = VoortgangsberichtQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = "voortgangsbericht"
        verbose_name_plural = "voortgangsberichten"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=["voortgang", "risico", "besluit"]), name="voortgangsbericht_soort"
            ),
            models.CheckConstraint(
                condition=Q(gezondheid__in=["op_koers", "aandacht", "in_de_knel"]), name="voortgangsbericht_gezondheid"
            ),
            models.CheckConstraint(condition=~Q(tekst=""), name="voortgangsbericht_zegt_iets"),
            models.CheckConstraint(
                condition=Q(sluit__isnull=True) | Q(soort="besluit"), name="voortgangsbericht_besluit_sluit"
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()} over {self.activiteit_id}"
