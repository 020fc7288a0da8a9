"""What staff asks to supplement in an aanvraag, section by section, and when the gemeente did."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from agenda import klok
from subsidies.models.aanvragen import Aanvraag
from subsidies.models.formulieren import Formuliersectie


class AanvullingQuerySet(models.QuerySet):
    def open(self):
        """Those of which nothing came in yet; of a withdrawn aanvraag nothing will."""
        return self.filter(ontvangen_op=None, aanvraag__status=Aanvraag.Status.AANVULLING)


class Aanvulling(models.Model):
    """One request to supplement an aanvraag (Awb 4:5; controleer).

    `van` and `tot` count saves of the aanvraag: what stood there when it was asked, and what was handed in. The
    supplement itself are the answers between these two.
    """

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="aanvullingen")
    nummer = models.PositiveSmallIntegerField()
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uiterlijk_op = models.DateField(help_text="De laatste dag waarop de gemeente kan aanvullen.")
    van = models.PositiveIntegerField(help_text="Bij de hoeveelste keer bewaren de aanvraag toen was.")
    ontvangen_op = models.DateTimeField(null=True, blank=True)
    ingediend_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    tot = models.PositiveIntegerField(null=True, blank=True, help_text="Bij de hoeveelste keer zij is aangevuld.")

    objects = AanvullingQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "aanvulling van een aanvraag"
        verbose_name_plural = "aanvullingen van aanvragen"
        constraints = [
            models.UniqueConstraint(fields=["aanvraag", "nummer"], name="aanvulling_uniek"),
            models.UniqueConstraint(fields=["aanvraag"], condition=Q(ontvangen_op=None), name="aanvulling_een_open"),
            models.CheckConstraint(
                condition=Q(ontvangen_op=None, ingediend_door=None, tot=None)
                | Q(ontvangen_op__isnull=False, ingediend_door__isnull=False, tot__gte=F("van")),
                name="aanvulling_ontvangen_heel_of_niet",
            ),
        ]

    def __str__(self):
        return f"aanvulling {self.nummer} van {self.aanvraag}"

    @property
    def gevraagd_dag(self) -> date:
        return self.gevraagd_op.astimezone(klok.AMSTERDAM).date()

    @property
    def ontvangen_dag(self) -> date | None:
        return self.ontvangen_op and self.ontvangen_op.astimezone(klok.AMSTERDAM).date()

    @property
    def is_te_laat(self) -> bool:
        """Whether it came, or still has to come, after the last day."""
        return (self.ontvangen_dag or klok.vandaag()) > self.uiterlijk_op

    @property
    def opgeschort_tot(self) -> date | None:
        """The day on which the decision term runs on: that of the supplement, or the day after a term that passed.

        None as long as the gemeente has its time (Awb 4:15 lid 1; controleer).
        """
        after = self.uiterlijk_op + timedelta(days=1)
        if self.is_te_laat:
            return after
        return self.ontvangen_dag


class Aanvullingsonderdeel(models.Model):
    """What must be supplemented and why: a section of the form, or the second signature if `sectie` is empty."""

    aanvulling = models.ForeignKey(Aanvulling, on_delete=models.PROTECT, related_name="onderdelen")
    sectie = models.ForeignKey(Formuliersectie, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    reden = models.TextField()

    class Meta:
        ordering = [F("sectie__volgorde").asc(nulls_last=True)]
        verbose_name = "onderdeel van een aanvulling"
        verbose_name_plural = "onderdelen van aanvullingen"
        constraints = [
            models.UniqueConstraint(
                fields=["aanvulling", "sectie"], nulls_distinct=False, name="aanvullingsonderdeel_uniek"
            ),
            models.CheckConstraint(condition=~Q(reden=""), name="aanvullingsonderdeel_heeft_reden"),
        ]

    def __str__(self):
        return str(self.sectie or "Tweede handtekening")
