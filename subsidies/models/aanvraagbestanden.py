"""The files in an aanvraag: each hangs from one question of one aanvraag, and is seen through that."""

from django.db import models
from django.urls import reverse

from agenda.models.brondocumenten import STANDEN
from subsidies.models.aanvragen import Aanvraag
from subsidies.models.formulieren import Formuliervraag


class AanvraagbestandQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Whoever sees the aanvraag: its gemeente or the successor, and staff once it was received."""
        return self.filter(aanvraag__in=Aanvraag.objects.visible_to(user))

    def present(self):
        """Those that were not taken away and that the virus scanner did not refuse afterwards."""
        return self.filter(verwijderd_op=None).exclude(bestand__scanstand="geweigerd")

    def leesbaar(self):
        """Those of which the content is still there: also what was taken away after it was received."""
        return self.filter(bestand__gewist_op=None)

    def for_page(self):
        return self.select_related("bestand", "aanvraag__versie__regeling__programma")


class Aanvraagbestand(models.Model):
    """A file that answers a question. Taken away, its row stays; of what was never received the content goes."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="bestanden")
    vraag = models.ForeignKey(Formuliervraag, on_delete=models.PROTECT, related_name="+")
    bestand = models.OneToOneField("agenda.Bestand", on_delete=models.PROTECT, related_name="aanvraagbestand")
    toegevoegd_op = models.DateTimeField()
    toegevoegd_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    verwijderd_op = models.DateTimeField(null=True, blank=True)
    verwijderd_door = models.ForeignKey(
        "agenda.Gebruiker", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = AanvraagbestandQuerySet.as_manager()

    class Meta:
        ordering = ["toegevoegd_op", "pk"]
        verbose_name = "bestand in een aanvraag"
        verbose_name_plural = "bestanden in aanvragen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verwijderd_op=None, verwijderd_door=None)
                | models.Q(verwijderd_op__isnull=False, verwijderd_door__isnull=False),
                name="aanvraagbestand_verwijderd_door_wie",
            ),
        ]

    def __str__(self):
        return self.bestand.naam

    def get_absolute_url(self):
        """Where staff reads it."""
        return self.aanvraag.programma.address(
            reverse("aanvraag-bestand", args=[self.aanvraag.kenmerk, self.bestand_id])
        )

    @property
    def adres_gemeente(self) -> str:
        return reverse("gemeente-aanvraag-bestand", args=[self.aanvraag_id, self.bestand_id])

    @property
    def houder(self) -> Aanvraag:
        """The record that the file belongs to."""
        return self.aanvraag

    @property
    def houder_in_een_bericht(self) -> str:
        return self.aanvraag.kenmerk or "een aanvraag van uw gemeente"

    @property
    def stand(self) -> tuple[str, str]:
        """How it is with the file, as the words and the tone of a badge."""
        return STANDEN[self.bestand.scanstand]
