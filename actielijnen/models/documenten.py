"""The Verplichtingsdocument: a contract, an opdracht or another file at a verplichting."""

import uuid

from django.db import models
from django.urls import reverse

from actielijnen.models.verplichtingen import Verplichting
from agenda import klok
from agenda.models.brondocumenten import STANDEN
from agenda.zicht import VoorMedewerkers


class Verplichtingsdocument(models.Model):
    """A file that somebody added to a verplichting; it stays with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    verplichting = models.ForeignKey(Verplichting, on_delete=models.PROTECT, related_name="documenten")
    bestand = models.OneToOneField("agenda.Bestand", on_delete=models.PROTECT, related_name="verplichtingsdocument")
    omschrijving = models.CharField(max_length=200)
    toegevoegd_op = models.DateTimeField(default=klok.nu)
    toegevoegd_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["toegevoegd_op"]
        verbose_name = "document bij een verplichting"
        verbose_name_plural = "documenten bij verplichtingen"

    def __str__(self):
        return self.bestand.naam

    def get_absolute_url(self):
        sleutels = [self.verplichting.programma.code, self.verplichting.kenmerk, self.pk]
        return reverse("verplichting-document-openen", args=sleutels)

    @property
    def houder(self) -> Verplichting:
        """The record that the file belongs to."""
        return self.verplichting

    @property
    def houder_in_een_bericht(self) -> str:
        """A message holds no sign that a mail or page could act on; a kenmerk of others can."""
        return " ".join("".join(teken if teken.isalnum() else " " for teken in self.verplichting.kenmerk).split())

    @property
    def stand(self) -> tuple[str, str]:
        """How it is with the file, as the words and the tone of a badge."""
        return STANDEN[self.bestand.scanstand]
