"""The audit line: who did what to which record, without foreign keys so that nothing takes it along."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Func, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.urls import reverse

from agenda.models.bestanden import Bestand
from agenda.models.gebruikers import Gebruiker
from agenda.models.gemeenten import Gemeente
from agenda.models.spoor import Spoor
from agenda.zicht import VoorMedewerkers

SLEUTELVELDEN = ("sleutel", "code", "nummer")


# The number of the transaction that writes a row; what one transaction did has one number.
TRANSACTIE = Func(function="txid_current", output_field=models.BigIntegerField())


class AuditRegelQuerySet(VoorMedewerkers):
    def about(self, subject):
        """The lines of one record, or of the list as a whole if `subject` is a model."""
        return self.filter(onderwerp_soort=subject_kind(subject), onderwerp_sleutel__in=subject_keys(subject))

    def for_list(self):
        """With the name that the account and the file have now, and that of the gemeente of then."""
        bestand = Cast(KeyTextTransform("bestand", OuterRef("details")), models.UUIDField())
        return self.annotate(
            naam_van_nu=Subquery(Bestand.objects.filter(pk=bestand).values("naam")),
            naam=Subquery(Gebruiker.objects.filter(pk=OuterRef("account")).values("naam")),
            gemeente_naam=Subquery(Gemeente.objects.filter(code=OuterRef("gemeente")).values("naam")),
        )


class AuditRegel(models.Model):
    """One thing that happened. A database trigger refuses change and removal."""

    moment = models.DateTimeField(db_index=True)
    actie = models.CharField(max_length=60)
    onderwerp_soort = models.CharField(max_length=80)
    onderwerp_sleutel = models.CharField(max_length=120, blank=True)
    account = models.BigIntegerField(help_text="Nummer van het account; de naam staat alleen in het account.")
    rollen = ArrayField(models.CharField(max_length=40), help_text="Zoals ze op dat moment waren.")
    gemeente = models.CharField("CBS-code", max_length=6, blank=True)
    vanaf = models.CharField(max_length=120, blank=True, help_text="IP-adres, opdracht of werker; leeg: onbekend.")
    details = models.JSONField(default=dict)
    transactie = models.BigIntegerField(
        null=True, editable=False, db_default=TRANSACTIE, help_text="Leeg: van voor het spoor."
    )

    objects = AuditRegelQuerySet.as_manager()

    class Meta:
        ordering = ["-moment", "-pk"]
        verbose_name = "auditregel"
        verbose_name_plural = "auditregels"
        indexes = [
            models.Index(fields=["onderwerp_soort", "onderwerp_sleutel"], name="auditregel_onderwerp"),
            models.Index(fields=["account", "-moment"], name="auditregel_wie"),
        ]

    def __str__(self):
        return f"{self.moment:%Y-%m-%d %H:%M:%S} {self.actie} {self.onderwerp_soort} {self.onderwerp_sleutel}"

    def get_absolute_url(self):
        return reverse("logboek-regel", args=[self.pk])

    @property
    def bestand_naam(self) -> str:
        """What the file is called now, or else its number. A line from before 22 November 2026 holds the name."""
        nummer = self.details.get("bestand")
        if not nummer:
            return self.details.get("document", "")
        if not hasattr(self, "naam_van_nu"):
            self.naam_van_nu = Bestand.objects.filter(pk=nummer).values_list("naam", flat=True).first()
        return self.naam_van_nu or nummer

    @property
    def spoor(self):
        """The rows that the same transaction wrote; after a restore its number can come back, so within a day."""
        if self.transactie is None:
            return Spoor.objects.none()
        around = (self.moment - timedelta(days=1), self.moment + timedelta(days=1))
        return Spoor.objects.filter(transactie=self.transactie, moment__range=around)


def subject_kind(subject) -> str:
    return subject._meta.label_lower


def subject_key(subject) -> str:
    """What people call the record by, if that is unique; else its number. Empty for a whole model.

    What is unique within a programma only, has the code of the programma in front: `veerkracht-weerbaarheid/C07`.
    """
    if isinstance(subject, type):
        return ""
    named = {field.name for field in subject._meta.fields if field.unique}
    if veld := next((naam for naam in SLEUTELVELDEN if naam in named), ""):
        return str(getattr(subject, veld))
    if veld := natural_key(subject):
        programma = f"{subject.programma.code}/" if subject.programma else ""
        return f"{programma}{getattr(subject, veld)}"
    return str(subject.pk)


def subject_keys(subject) -> list[str]:
    """Every key that a line about this record can have.

    Before a second programma could exist, a line had the bare key; such a line is about the first real one.
    """
    key = subject_key(subject)
    first = not isinstance(subject, type) and natural_key(subject) and subject.programma
    if first and not first.is_voorbeeld and first.opvolger_van_id is None:
        return [key, key.removeprefix(f"{first.code}/")]
    return [key]


def natural_key(subject) -> str:
    """The field by which a record is called within its programma; empty if there is none."""
    sets = [set(each.fields) for each in subject._meta.constraints if isinstance(each, models.UniqueConstraint)]
    return next((naam for naam in SLEUTELVELDEN if {"programma", naam} in sets), "")
