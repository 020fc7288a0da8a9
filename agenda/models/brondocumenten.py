"""Documents that somebody added to a record as a file; the Brondocument is that of a bron."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agenda import klok
from agenda.zicht import VoorMedewerkers


class DocumentQuerySet(VoorMedewerkers):
    def present(self):
        return self.filter(verwijderd_op=None)

    def for_list(self):
        return self.select_related("bestand", "toegevoegd_door", "verwijderd_door")


class Document(models.Model):
    """A file that somebody added to a record. Taken away, its row stays, with who did that and why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bestand = models.OneToOneField("agenda.Bestand", on_delete=models.PROTECT, related_name="%(class)s")
    omschrijving = models.CharField(max_length=200)
    toegevoegd_op = models.DateTimeField(default=klok.nu)
    toegevoegd_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="%(class)sen")
    verwijderd_op = models.DateTimeField(null=True, blank=True)
    verwijderd_door = models.ForeignKey(
        "agenda.Gebruiker", on_delete=models.PROTECT, null=True, blank=True, related_name="verwijderde_%(class)sen"
    )
    verwijderd_om = models.CharField("reden van verwijderen", max_length=200, blank=True)

    class Meta:
        abstract = True
        ordering = ["toegevoegd_op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verwijderd_op__isnull=True, verwijderd_door__isnull=True, verwijderd_om="")
                | Q(verwijderd_op__isnull=False, verwijderd_door__isnull=False) & ~Q(verwijderd_om=""),
                name="%(class)s_verwijderd_is_door_wie_en_waarom",
            )
        ]

    def __str__(self):
        return self.bestand.naam

    @property
    def is_in_quarantaine(self) -> bool:
        return self.bestand.scanstand == "in_quarantaine" and not self.verwijderd_op

    @property
    def stand(self) -> tuple[str, str]:
        """How it is with the file, as the words and the tone of a badge."""
        if self.verwijderd_op:
            return "verwijderd", "gewoon"
        return STANDEN[self.bestand.scanstand]


class BrondocumentQuerySet(DocumentQuerySet):
    def for_list(self):
        return super().for_list().select_related("bron")


class Brondocument(Document):
    """The document itself, at its bron."""

    class Versie(models.TextChoices):
        DEFINITIEF = "definitief", "Definitief, zoals verzonden of gepubliceerd"
        CONCEPT = "concept", "Concept"
        SCAN = "scan", "Scan of foto van het document"

    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, related_name="documenten")
    versie = models.CharField(max_length=10, choices=Versie.choices)

    objects = BrondocumentQuerySet.as_manager()

    class Meta(Document.Meta):
        verbose_name = "brondocument"
        verbose_name_plural = "brondocumenten"
        constraints = [
            *Document.Meta.constraints,
            models.CheckConstraint(
                condition=Q(versie__in=["definitief", "concept", "scan"]), name="brondocument_versie"
            ),
        ]

    def get_absolute_url(self):
        return reverse("bron-document-openen", args=[self.bron.sleutel, self.pk])

    @property
    def houder(self):
        """The record that the file belongs to."""
        return self.bron

    @property
    def houder_in_een_bericht(self) -> str:
        return self.bron.sleutel

    @property
    def soort(self) -> str:
        """The kind of file, as people call it."""
        return self.bestand.naam.rpartition(".")[2].upper()


STANDEN = {
    "in_quarantaine": ("wordt gecontroleerd op virussen", "waarschuwing"),
    "schoon": ("gecontroleerd, geen virus gevonden", "succes"),
    "geweigerd": ("geweigerd en gewist", "fout"),
    "zelf_gemaakt": ("door het portaal gemaakt", "gewoon"),
}
