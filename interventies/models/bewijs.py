"""The evidence ladders, and how an interventie was judged on one of them."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from agenda import klok
from interventies.models.zicht import Openbaar


class Ladder(models.TextChoices):
    """Who recognises interventions, with levels of its own."""

    MOVISIE = "movisie", "Movisie, Effectieve sociale interventies"
    NJI = "nji", "NJi, Effectieve jeugdinterventies"


class Niveau(models.TextChoices):
    """The levels, from low to high; without a judgement an interventie is ‘niet beoordeeld’."""

    BESCHREVEN = "beschreven", "Goed beschreven"
    ONDERBOUWD = "onderbouwd", "Goed onderbouwd"
    EERSTE = "eerste", "Effectief volgens eerste aanwijzingen"
    GOEDE = "goede", "Effectief volgens goede aanwijzingen"
    STERKE = "sterke", "Effectief volgens sterke aanwijzingen"


# Which levels a ladder has: at the NJi the lowest is ‘goed onderbouwd’.
NIVEAUS: dict[Ladder, list[Niveau]] = {Ladder.MOVISIE: list(Niveau), Ladder.NJI: list(Niveau)[1:]}


class BewijsoordeelQuerySet(Openbaar):
    openbaar_als = Q(interventie__publicaties__status="openbaar")

    def geldend(self):
        """Those that hold today, the newest first."""
        return self.filter(geldig_tot__gte=klok.vandaag()).order_by("-beoordeeld_op", "-pk")

    def te_herbeoordelen(self):
        """Of each interventie that was not stopped the judgement that holds longest, if it runs out soon or just did.

        Soon is a setting (HERBEOORDELING_DAGEN); what ran out as long ago is no news any more.
        """
        langer = self.model.objects.filter(interventie=OuterRef("interventie"), geldig_tot__gt=OuterRef("geldig_tot"))
        marge = timedelta(days=settings.HERBEOORDELING_DAGEN)
        rond_nu = (klok.vandaag() - marge, klok.vandaag() + marge)
        return self.filter(~Exists(langer), geldig_tot__range=rond_nu).exclude(interventie__fase="gestopt")


class Bewijsoordeel(models.Model):
    """One judgement: the level, by which criteria, by whom, and until when it holds. A new one is a new row."""

    interventie = models.ForeignKey("interventies.Interventie", on_delete=models.PROTECT, related_name="bewijsoordelen")
    ladder = models.CharField(max_length=10, choices=Ladder.choices)
    niveau = models.CharField(max_length=12, choices=Niveau.choices)
    criteria = models.TextField(help_text="Aan welke criteria de interventie voldoet.")
    motivering = models.TextField()
    beoordelaar = models.CharField(max_length=160, help_text="De commissie of organisatie die oordeelde.")
    beoordeeld_op = models.DateField()
    geldig_tot = models.DateField(help_text="Tot en met.")
    vastgelegd_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    objects = BewijsoordeelQuerySet.as_manager()

    class Meta:
        ordering = ["-beoordeeld_op", "-pk"]
        verbose_name = "bewijsoordeel"
        verbose_name_plural = "bewijsoordelen"
        indexes = [models.Index(fields=["interventie", "-beoordeeld_op"], name="bewijsoordeel_nieuwste")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ladder="movisie", niveau__in=["beschreven", "onderbouwd", "eerste", "goede", "sterke"])
                | Q(ladder="nji", niveau__in=["onderbouwd", "eerste", "goede", "sterke"]),
                name="bewijsoordeel_niveau_van_ladder",
            ),
            models.CheckConstraint(
                condition=~Q(criteria="") & ~Q(motivering="") & ~Q(beoordelaar=""), name="bewijsoordeel_onderbouwd"
            ),
            models.CheckConstraint(condition=Q(geldig_tot__gt=F("beoordeeld_op")), name="bewijsoordeel_termijn"),
        ]

    def __str__(self):
        return self.get_niveau_display()

    @property
    def is_geldig(self) -> bool:
        return self.geldig_tot >= klok.vandaag()
