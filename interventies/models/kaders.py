"""The praktijkkader: a text about an uitvoering for a letter, once its gemeente agreed with these very words."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agenda.models.gemeentelijk import Gemeentelijk, VanGemeente

OPEN = ["gevraagd", "toegestemd"]
BESLIST = ["toegestemd", "geweigerd", "ingetrokken"]


class PraktijkkaderQuerySet(VanGemeente):
    gemeente_van = "uitvoering__gemeente"

    def for_list(self):
        return self.select_related("uitvoering__gemeente__opvolger", "uitvoering__interventie__laatste")

    def open(self):
        """What the gemeente must still decide about, or agreed with."""
        return self.filter(status__in=OPEN)

    def gevraagd(self):
        """Those about which the gemeente must still decide."""
        return self.filter(status=Praktijkkader.Status.GEVRAAGD)


class Praktijkkader(Gemeentelijk):
    """A title and text as they were put to the gemeente. They never change: other words are a new kader."""

    class Status(models.TextChoices):
        GEVRAAGD = "gevraagd", "Wacht op de gemeente"
        TOEGESTEMD = "toegestemd", "Met toestemming"
        GEWEIGERD = "geweigerd", "Geen toestemming"
        INGETROKKEN = "ingetrokken", "Toestemming ingetrokken"
        VERVALLEN = "vervallen", "Vervallen"

    nummer = models.CharField(max_length=20, unique=True, help_text="Bijvoorbeeld KAD-2026-001.")
    uitvoering = models.ForeignKey("interventies.Uitvoering", on_delete=models.PROTECT, related_name="kaders")
    titel = models.CharField(max_length=120)
    tekst = models.TextField(help_text="Zoals zij in een brief komt te staan.")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.GEVRAAGD)
    reden = models.TextField(blank=True, help_text="Waarom geen toestemming, of niet meer.")
    gevraagd_op = models.DateTimeField()
    gevraagd_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    beslist_op = models.DateTimeField(null=True, help_text="Wanneer de gemeente toestemde of weigerde.")
    beslist_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, null=True, related_name="+")

    objects = PraktijkkaderQuerySet.as_manager()

    class Meta:
        ordering = ["-gevraagd_op", "-pk"]
        verbose_name = "praktijkkader"
        verbose_name_plural = "praktijkkaders"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["gevraagd", "toegestemd", "geweigerd", "ingetrokken", "vervallen"]),
                name="kader_status",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=BESLIST) | Q(beslist_op__isnull=False, beslist_door__isnull=False),
                name="kader_beslist_door_de_gemeente",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["geweigerd", "ingetrokken"]) & ~Q(reden="")
                | ~Q(status__in=["geweigerd", "ingetrokken"]) & Q(reden=""),
                name="kader_geweigerd_met_reden",
            ),
            models.UniqueConstraint(fields=["uitvoering"], condition=Q(status__in=OPEN), name="kader_een_tegelijk"),
        ]

    def __str__(self):
        return self.nummer

    def get_absolute_url(self):
        return reverse("uitvoering", args=[self.uitvoering.nummer])

    @property
    def adres_gemeente(self) -> str:
        """Where the gemeente reads and answers it."""
        return reverse("gemeente-kader", args=[self.nummer])

    @property
    def gemeente(self):
        return self.uitvoering.gemeente

    @property
    def is_voorbeeld(self) -> bool:
        return self.gemeente.is_voorbeeld
