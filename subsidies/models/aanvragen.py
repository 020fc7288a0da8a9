"""The aanvraag of a gemeente under a version of a regeling, with every answer that was ever saved in it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agenda.access import Permission, may
from agenda.models.gemeentelijk import Gemeentelijk, VanGemeente
from subsidies.models.formulieren import Formulierversie, Formuliervraag
from subsidies.models.regelingen import RegelingVersie


class AanvraagQuerySet(VanGemeente):
    def visible_to(self, user):
        """A gemeente sees its own; staff what was ever received, since a concept is of the gemeente alone."""
        visible = super().visible_to(user)
        return visible.ontvangen() if may(user, Permission.PROGRAMMA_INZIEN) else visible

    def ontvangen(self):
        return self.filter(ontvangen_op__isnull=False)

    def levend(self):
        """Those that were not withdrawn."""
        return self.exclude(status=Aanvraag.Status.INGETROKKEN)

    def for_list(self):
        return self.select_related("versie__regeling__programma", "gemeente__opvolger", "formulier")

    def for_page(self):
        return self.for_list().select_related("ingediend_door", "begonnen_door", "compleet_door", "ingetrokken_door")


class Aanvraag(Gemeentelijk):
    """What one gemeente asks under one version. It belongs to the gemeente, not to the person who began it.

    `bewaard` counts how often answers were saved: a page says on which count it rests, so that who saves over the
    work of a colleague is told so.
    """

    class Status(models.TextChoices):
        CONCEPT = "concept", "Concept"
        INGEDIEND = "ingediend", "Ingediend"
        AANVULLING = "aanvulling", "Aanvulling gevraagd"
        COMPLEET = "compleet", "Compleet"
        INGETROKKEN = "ingetrokken", "Ingetrokken door de gemeente"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.ForeignKey(RegelingVersie, on_delete=models.PROTECT, related_name="aanvragen")
    formulier = models.ForeignKey(Formulierversie, on_delete=models.PROTECT, related_name="aanvragen")
    gemeente = models.ForeignKey("agenda.Gemeente", on_delete=models.PROTECT, related_name="aanvragen")
    status = models.CharField(max_length=11, choices=Status.choices, default=Status.CONCEPT)
    bewaard = models.PositiveIntegerField(default=0)
    begonnen_op = models.DateTimeField()
    begonnen_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    aangeboden_op = models.DateTimeField(
        null=True, blank=True, help_text="Toen zij al geheel binnen was, maar de indiener nog opnieuw moest inloggen."
    )
    aangeboden_bij = models.PositiveIntegerField(
        null=True, blank=True, help_text="Bij de hoeveelste keer bewaren dat was; een later antwoord maakt haar anders."
    )
    kenmerk = models.CharField(max_length=20, unique=True, null=True, blank=True, help_text="Als VWJ-2026-00001.")
    ontvangen_op = models.DateTimeField(null=True, blank=True, help_text="Toen het portaal haar geheel had.")
    ingediend_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ingediend_bij = models.PositiveIntegerField(
        null=True, blank=True, help_text="Welke keer bewaren is ingediend, ook als aanvulling: wat nu geldt."
    )
    compleet_op = models.DateTimeField(null=True, blank=True)
    compleet_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ingetrokken_omdat = models.TextField(blank=True)

    objects = AanvraagQuerySet.as_manager()

    class Meta:
        ordering = ["-begonnen_op"]
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"
        indexes = [  # of the list for the staff, which begins with what came in last
            models.Index(
                F("ontvangen_op").desc(nulls_last=True),
                "id",
                name="aanvraag_ontvangen",
                condition=Q(ontvangen_op__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["versie", "gemeente"], condition=~Q(status="ingetrokken"), name="aanvraag_een_per_gemeente"
            ),
            models.CheckConstraint(
                condition=Q(aangeboden_op=None, aangeboden_bij=None)
                | Q(aangeboden_op__isnull=False, aangeboden_bij__isnull=False),
                name="aanvraag_aangeboden_heel_of_niet",
            ),
            models.CheckConstraint(
                condition=Q(kenmerk=None, ontvangen_op=None, ingediend_door=None, ingediend_bij=None)
                | Q(kenmerk__isnull=False, ontvangen_op__isnull=False)
                & Q(ingediend_door__isnull=False, ingediend_bij__isnull=False),
                name="aanvraag_ontvangen_heel_of_niet",
            ),
            models.CheckConstraint(
                condition=Q(status="concept", ontvangen_op=None, ingetrokken_op=None, compleet_op=None)
                | Q(status__in=["ingediend", "aanvulling"], ontvangen_op__isnull=False, ingetrokken_op=None)
                & Q(compleet_op=None)
                | Q(status="compleet", ontvangen_op__isnull=False, compleet_op__isnull=False, ingetrokken_op=None)
                | Q(status="ingetrokken", ingetrokken_op__isnull=False),
                name="aanvraag_status_heeft_moment",
            ),
        ]

    def __str__(self):
        return self.kenmerk or f"van {self.gemeente}"

    def get_absolute_url(self):
        """Where staff reads it. Raises ValueError for a concept, which staff does not see."""
        if not self.kenmerk:
            raise ValueError("Een concept heeft geen pagina voor medewerkers.")
        return self.programma.address(reverse("aanvraag", args=[self.kenmerk]))

    @property
    def adres_gemeente(self) -> str:
        """Where the gemeente reads it: by its kenmerk once it has one."""
        if self.kenmerk:
            return reverse("gemeente-aanvraag-ontvangen", args=[self.kenmerk])
        return reverse("gemeente-aanvraag", args=[self.pk])

    @property
    def adres_berichten(self) -> str:
        """Where the gemeente reads and writes messages about it, once it has a kenmerk."""
        return reverse("gemeente-aanvraag-berichten", args=[self.kenmerk])

    @property
    def adres_berichten_staf(self) -> str:
        return self.programma.address(reverse("aanvraag-berichten", args=[self.kenmerk]))

    @property
    def adres_ondertekenen(self) -> str:
        """Where a colleague reads it and signs, whether it has a kenmerk or not."""
        return reverse("gemeente-aanvraag-ondertekenen", args=[self.pk])

    @property
    def programma(self):
        return self.versie.regeling.programma

    @property
    def regeling(self):
        return self.versie.regeling

    @property
    def is_ingetrokken(self) -> bool:
        return self.status == self.Status.INGETROKKEN

    @property
    def is_aan_te_vullen(self) -> bool:
        return self.status == self.Status.AANVULLING

    @property
    def is_invulbaar(self) -> bool:
        """Whether the gemeente can save answers in it: in a concept in all sections, else in those that are open."""
        return self.is_concept or self.is_aan_te_vullen

    @property
    def is_concept(self) -> bool:
        return self.status == self.Status.CONCEPT


class AntwoordQuerySet(models.QuerySet):
    def geldend(self):
        """Of each question the answer that was saved last."""
        return self.order_by("aanvraag_id", "vraag_id", "-nummer").distinct("aanvraag_id", "vraag_id")


class Antwoord(models.Model):
    """An answer as it was at one save. The last one counts; those before it stay, so that the chain shows.

    `waarde` is what subsidies.aanvragen.soorten keeps of the kind of the question; "" is no answer (any more).
    """

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.CASCADE, related_name="antwoorden")
    vraag = models.ForeignKey(Formuliervraag, on_delete=models.PROTECT, related_name="+")
    nummer = models.PositiveIntegerField(help_text="Bij de hoeveelste keer bewaren.")
    waarde = models.JSONField()
    op = models.DateTimeField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = AntwoordQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "antwoord in een aanvraag"
        verbose_name_plural = "antwoorden in aanvragen"
        constraints = [models.UniqueConstraint(fields=["aanvraag", "vraag", "nummer"], name="antwoord_uniek")]

    def __str__(self):
        return f"{self.vraag}, bewaard als {self.nummer}"


class Kenmerkteller(models.Model):
    """How many numbers were given with one code in one year; its row is locked while one is given."""

    code = models.CharField(max_length=8)
    jaar = models.PositiveSmallIntegerField()
    laatste = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "teller van kenmerken"
        verbose_name_plural = "tellers van kenmerken"
        constraints = [models.UniqueConstraint(fields=["code", "jaar"], name="kenmerkteller_uniek")]

    def __str__(self):
        return f"{self.code}-{self.jaar}"
