"""The Verplichtingsdocument: a contract, an opdracht or another file at a verplichting."""

from django.db import models
from django.urls import reverse

from actielijnen.models.verplichtingen import Verplichting
from agenda.models.brondocumenten import Document, DocumentQuerySet


class Verplichtingsdocument(Document):
    """A file that somebody added to a verplichting."""

    verplichting = models.ForeignKey(Verplichting, on_delete=models.PROTECT, related_name="documenten")

    objects = DocumentQuerySet.as_manager()

    class Meta(Document.Meta):
        verbose_name = "document bij een verplichting"
        verbose_name_plural = "documenten bij verplichtingen"

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
