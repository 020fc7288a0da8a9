"""What another ministry allots under a registered version, and what gemeenten do with it: registered, never decided."""

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse

from agenda.access import Permission, may
from agenda.models import Gemeente
from agenda.zicht import VoorMedewerkers
from subsidies.models.regelingen import Thema


class VastleggingQuerySet(VoorMedewerkers):
    def geldend(self):
        """Those that no later row corrects."""
        return self.filter(opvolger=None)

    def bekend_op(self, peildatum):
        """What a bron known on `peildatum` says, of each correction the last such."""
        later = self.model.objects.filter(vervangt=OuterRef("pk"), bron__bekend_sinds__lte=peildatum)
        known = self.filter(bron__bekend_sinds__lte=peildatum)
        return known.annotate(verbeterd=Subquery(later.values("pk")[:1])).filter(verbeterd=None)

    def van(self, versie):
        return self.filter(thema__versie=versie)

    def for_page(self):
        return self.select_related("gebied", "thema", "bron").order_by("jaar", "thema__volgorde", "gebied__nummer")


class Vastlegging(models.Model):
    """An amount for a gebied, theme and year as a bron tells it. Append-only; a correction is a new row."""

    gebied = models.ForeignKey("agenda.Gebied", on_delete=models.PROTECT)
    thema = models.ForeignKey(Thema, on_delete=models.PROTECT)
    jaar = models.PositiveSmallIntegerField()
    bedrag = models.DecimalField(max_digits=12, decimal_places=2, help_text="Euro.")
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    vindplaats = models.CharField(max_length=200)
    vervangt = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="opvolger")
    reden = models.CharField(max_length=200, blank=True, help_text="Waarom het bedrag anders werd.")
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    objects = VastleggingQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["jaar", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(bedrag__gte=0), name="%(class)s_bedrag_niet_negatief"),
            models.UniqueConstraint(
                fields=["gebied", "thema", "jaar"], condition=Q(vervangt=None), name="%(class)s_een_begin"
            ),
            models.CheckConstraint(
                condition=Q(vervangt=None, reden="") | Q(vervangt__isnull=False) & ~Q(reden=""),
                name="%(class)s_verbetering_heeft_reden",
            ),
        ]

    def __str__(self):
        return f"{self.gebied}, {self.thema}, {self.jaar}"


class ToekenningQuerySet(VastleggingQuerySet):
    def visible_to(self, user):
        """All for staff; for who works at a gemeente those of it and of what went up in it."""
        if may(user, Permission.GEMEENTE_INZIEN) and user.gemeente_id:
            return self.filter(gemeente__in=Gemeente.objects.met_voorgangers(user.gemeente_id))
        return super().visible_to(user)

    def waaruit(self, bestemming):
        """The integrale middelen of which `bestemming` is a part."""
        integraal = self.geldend().van(bestemming.thema.versie).filter(thema__soort=Thema.Soort.INTEGRAAL)
        return integraal.filter(gebied=bestemming.gebied, jaar=bestemming.jaar)


class Toekenning(Vastlegging):
    """What the verstrekker allots to a gebied for a theme and a year; `gemeente` is the one that then receives it."""

    gemeente = models.ForeignKey("agenda.Gemeente", on_delete=models.PROTECT, related_name="toekenningen")

    objects = ToekenningQuerySet.as_manager()

    class Meta(Vastlegging.Meta):
        abstract = False
        verbose_name = "toekenning"
        verbose_name_plural = "toekenningen"


class BestemmingQuerySet(VastleggingQuerySet):
    def met_verhaal(self):
        """With what a page says of each: its version, its bron and who wrote it down."""
        return self.select_related("gebied", "thema__versie__regeling__programma", "bron", "vastgelegd_door")


class Bestemming(Vastlegging):
    """Which part of its integrale middelen a gemeente earmarked for a theme: information, never budget."""

    objects = BestemmingQuerySet.as_manager()

    class Meta(Vastlegging.Meta):
        abstract = False
        verbose_name = "bestemming"
        verbose_name_plural = "bestemmingen"

    def get_absolute_url(self):
        return self._adres("bestemming")

    @property
    def adres_verbeteren(self) -> str:
        return self._adres("bestemming-verbeteren")

    def _adres(self, naam: str) -> str:
        """A page about this gebied, theme and year: a correction keeps the address."""
        versie = self.thema.versie
        plek = [versie.regeling.sleutel, versie.volgorde, self.gebied.nummer, self.thema.volgorde, self.jaar]
        return versie.regeling.programma.address(reverse(naam, args=plek))


class Praktijkvoorbeeld(models.Model):
    """What a gebied does with the money, in the words of a bron."""

    regeling = models.ForeignKey("subsidies.Regeling", on_delete=models.PROTECT, related_name="praktijkvoorbeelden")
    gebied = models.ForeignKey("agenda.Gebied", on_delete=models.PROTECT, related_name="praktijkvoorbeelden")
    volgorde = models.PositiveSmallIntegerField()
    titel = models.CharField(max_length=120)
    tekst = models.TextField()
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT)
    vindplaats = models.CharField(max_length=200)

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["volgorde"]
        verbose_name = "praktijkvoorbeeld"
        verbose_name_plural = "praktijkvoorbeelden"
        constraints = [models.UniqueConstraint(fields=["regeling", "volgorde"], name="praktijkvoorbeeld_uniek")]

    def __str__(self):
        return self.titel
