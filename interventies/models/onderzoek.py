"""What an interventie rests on: a bron of the library, cited by the interventie."""

from django.db import models
from django.db.models import Q

from agenda.models import Bron
from agenda.zicht import VoorMedewerkers


class BronvermeldingQuerySet(VoorMedewerkers):
    def van_openbare_bronnen(self):
        """Those of what everybody can look up elsewhere: by its address, or by how a footnote names what appeared.

        Where in it, and what for, stays among the staff.
        """
        verschenen = Q(bron__bekend_sinds__isnull=False) & ~Q(bron__verwijzing="")
        return self.filter(~Q(bron__url="") | verschenen).exclude(bron__soort=Bron.Soort.BESLISNOTA)


class Bronvermelding(models.Model):
    """An interventie cites a bron: where in it, and what for. The bron itself is one for letters and feiten too."""

    interventie = models.ForeignKey(
        "interventies.Interventie", on_delete=models.PROTECT, related_name="bronvermeldingen"
    )
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, related_name="bronvermeldingen")
    vindplaats = models.CharField(max_length=120, blank=True)
    waarvoor = models.TextField(help_text="Wat de bron over deze interventie zegt.")
    door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    objects = BronvermeldingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = "bronvermelding bij een interventie"
        verbose_name_plural = "bronvermeldingen bij interventies"
        constraints = [
            models.UniqueConstraint(fields=["interventie", "bron", "vindplaats"], name="bronvermelding_uniek"),
            models.CheckConstraint(condition=~Q(waarvoor=""), name="bronvermelding_waarvoor"),
        ]

    def __str__(self):
        return f"{self.bron}, {self.vindplaats}" if self.vindplaats else str(self.bron)
