"""The Interventiedocument: material of an interventie, or the report of one of its evaluaties, as a file."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agenda.models.brondocumenten import Document, DocumentQuerySet
from interventies.models.zicht import Openbaar

VRIJGEGEVEN = Q(bestand__scanstand__in=["schoon", "zelf_gemaakt"], bestand__gewist_op=None)
VAN_EEN_OPENBARE_EVALUATIE = Q(
    evaluatie__status="vastgesteld",
    interventie__publicaties__versie__nummer__gte=F("evaluatie__versie__nummer"),
)


class InterventiedocumentQuerySet(Openbaar, DocumentQuerySet):
    openbaar_als = (
        Q(is_openbaar=True, verwijderd_op=None, interventie__publicaties__status="openbaar")
        & VRIJGEGEVEN
        & (Q(evaluatie=None) | VAN_EEN_OPENBARE_EVALUATIE)
    )

    def for_list(self):
        return super().for_list().select_related("interventie", "evaluatie")


class Interventiedocument(Document):
    """A file that somebody added, and whether everybody may read it once what it belongs to is public."""

    interventie = models.ForeignKey("interventies.Interventie", on_delete=models.PROTECT, related_name="documenten")
    evaluatie = models.ForeignKey(
        "interventies.Evaluatie", on_delete=models.PROTECT, null=True, related_name="documenten"
    )
    is_openbaar = models.BooleanField("voor iedereen", default=False)

    objects = InterventiedocumentQuerySet.as_manager()

    class Meta(Document.Meta):
        verbose_name = "document bij een interventie"
        verbose_name_plural = "documenten bij interventies"

    def get_absolute_url(self):
        return reverse("interventie-document-openen", args=[self.interventie.sleutel, self.pk])

    @property
    def permalink(self) -> str:
        """Where everybody downloads it, once it is public."""
        return reverse("catalogus-document", args=[self.interventie.sleutel, self.pk])

    @property
    def houder(self):
        """The record that the file belongs to."""
        return self.evaluatie or self.interventie

    @property
    def houder_in_een_bericht(self) -> str:
        return self.evaluatie.nummer if self.evaluatie else self.interventie.sleutel
