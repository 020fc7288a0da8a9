"""What must be entered before a letter: the sjabloon of a programma, and the list of one year made from it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import ExtractYear
from django.urls import reverse

from actielijnen.models import IndicatorWaarde
from actielijnen.models.eigenaarschap import EEN_PERSOON, EEN_ROL, MetEigenaar
from agenda import klok
from agenda.models import FeitVersie, Programma
from agenda.zicht import VoorMedewerkers
from subsidies import jaarrijen
from subsidies.models import RegelingVersie

# At most one thing that the portal watches.
EEN_GEGEVEN = (
    Q(indicator__isnull=True, rijen="") | Q(feit__isnull=True, rijen="") | Q(feit__isnull=True, indicator__isnull=True)
)


class Onderwerp(models.TextChoices):
    """What a point is about; each kind comes from somebody else."""

    DU = "du", "DU-cijfers"
    SPUK = "spuk", "SPUK en integrale middelen"
    EVALUATIE = "evaluatie", "Evaluaties"
    RAAD = "raad", "Maatschappelijke Raad"
    CONGRES = "congres", "Congres"
    TOEZEGGING = "toezegging", "Toezeggingen"
    VOORTGANG = "voortgang", "Voortgang van activiteiten"
    BEGROTING = "begroting", "Begroting"
    OVERIG = "overig", "Overig"


class Rijen(models.TextChoices):
    """Records by which the portal sees by itself whether a year is complete."""

    DU = "du", "Decentralisatie-uitkeringen van het jaar"
    BESTEMMING = "bestemming", "Bestemmingen van gemeenten in het jaar"


@dataclass(frozen=True)
class Rijenlijst:
    """The records that the portal watches: their page, and when they are complete."""

    rijen: Rijen
    programma: Programma

    def __str__(self):
        return self.rijen.label

    def get_absolute_url(self) -> str:
        if self.rijen == Rijen.BESTEMMING and (versie := RegelingVersie.objects.van_de_agenda(self.programma).last()):
            return versie.adres_bestemmingen
        naam = {Rijen.DU: "decentralisatie-uitkeringen", Rijen.BESTEMMING: "regelingen"}[self.rijen]
        return self.programma.address(reverse(naam))

    @property
    def uitleg(self) -> str:
        return {
            Rijen.DU: "Dit is ingevoerd als elke uitkering van deze jaren in een circulaire staat.",
            Rijen.BESTEMMING: "Dit is ingevoerd als van elk gebied met integrale middelen bekend is wat de gemeente "
            "ervan bestemde. Dat mag € 0 zijn.",
        }[self.rijen]


class GevraagdGegeven(MetEigenaar):
    """What is asked and of whom. With a feit, an indicator or rows the portal sees by itself whether it was entered."""

    actielijn = models.ForeignKey(
        "actielijnen.Actielijn", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    onderwerp = models.CharField(max_length=12, choices=Onderwerp.choices)
    vraag = models.CharField(max_length=200)
    toelichting = models.TextField(blank=True)
    feit = models.ForeignKey("agenda.Feit", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    indicator = models.ForeignKey(
        "actielijnen.Indicator", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    rijen = models.CharField(max_length=12, choices=Rijen.choices, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.vraag

    @property
    def gegeven(self):
        """The feit, indicator or rows that the portal watches; None if a person must say that it is done."""
        return self.feit or self.indicator or (Rijenlijst(Rijen(self.rijen), self.programma) if self.rijen else None)

    @property
    def met_nummer(self) -> str:
        """What tells it from another point with the same words, of another actielijn."""
        return f"Punt {self.nummer}: {self.vraag}"

    @property
    def lijn(self) -> str:
        """The name of the group in which it stands."""
        return str(self.actielijn) if self.actielijn else "Het hele programma"


class SjabloonpuntQuerySet(VoorMedewerkers):
    def geldend(self):
        return self.filter(vervallen_op=None)

    def for_list(self):
        return self.select_related("programma", "actielijn", "eigenaar", "feit", "indicator").order_by(
            F("actielijn__nummer").asc(nulls_first=True), "nummer"
        )


class Sjabloonpunt(GevraagdGegeven):
    """What every letter of a programma asks for, a number of weeks before it goes to parliament."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="sjabloonpunten")
    nummer = models.PositiveSmallIntegerField()
    weken_vooraf = models.PositiveSmallIntegerField()
    vervallen_op = models.DateField(null=True, blank=True, help_text="Leeg: geldt voor elke nieuwe lijst.")

    objects = SjabloonpuntQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "punt van het sjabloon"
        verbose_name_plural = "punten van het sjabloon"
        constraints = [
            models.UniqueConstraint(fields=["programma", "nummer"], name="sjabloonpunt_uniek"),
            models.CheckConstraint(condition=EEN_PERSOON | EEN_ROL, name="sjabloonpunt_een_eigenaar"),
            models.CheckConstraint(condition=EEN_GEGEVEN, name="sjabloonpunt_een_gegeven"),
            models.CheckConstraint(condition=Q(rijen__in=["", *Rijen.values]), name="sjabloonpunt_rijen"),
        ]

    def get_absolute_url(self):
        return self.programma.address(reverse("sjabloonpunt", args=[self.nummer]))


class Voorbereiding(models.Model):
    """The list of what must be entered before the letter of one year."""

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="voorbereidingen")
    jaar = models.PositiveSmallIntegerField()
    van = models.DateField(help_text="De eerste dag van de tijd waarover de brief gaat.")
    peildatum = models.DateField(help_text="De laatste dag van de tijd waarover de brief gaat.")
    brief_op = models.DateField(help_text="De dag waarop de brief naar de Kamer gaat.")
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["-jaar"]
        verbose_name = "voorbereiding van een brief"
        verbose_name_plural = "voorbereidingen van brieven"
        constraints = [
            models.UniqueConstraint(fields=["programma", "jaar"], name="voorbereiding_uniek"),
            models.CheckConstraint(
                condition=Q(van__lte=F("peildatum"), peildatum__lte=F("brief_op")),
                name="voorbereiding_dagen_op_volgorde",
            ),
        ]

    def __str__(self):
        return f"voorbereiding van de brief {self.jaar}"

    def get_absolute_url(self):
        return self.programma.address(f"{reverse('voorbereiding')}?jaar={self.jaar}")

    def dag(self, weken_vooraf: int) -> date:
        """The day that many weeks before the letter goes."""
        return self.brief_op - timedelta(weeks=weken_vooraf)


class VoorbereidingspuntQuerySet(VoorMedewerkers):
    def met_stand(self):
        """With `ingevoerd` (whether the portal sees what is asked) and `stand` as it is today."""
        P, S = Voorbereidingspunt.Status, Voorbereidingspunt.Stand
        return self.annotate(ingevoerd=_is_ingevoerd()).annotate(
            stand=Case(
                When(status=P.GEREED, then=Value(S.GEREED)),
                When(ingevoerd=True, then=Value(S.INGEVOERD)),
                When(uiterlijk_op__lt=klok.vandaag(), then=Value(S.TE_LAAT)),
                default=Value(S.OPEN),
            )
        )

    def for_list(self):
        """Per actielijn, those of the whole programma first."""
        related = ["voorbereiding__programma", "actielijn", "eigenaar", "feit__programma", "indicator__programma"]
        return (
            self.met_stand()
            .select_related(*related, "gereed_door")
            .order_by(F("actielijn__nummer").asc(nulls_first=True), "uiterlijk_op", "nummer")
        )

    def te_doen(self):
        """Those that still wait for somebody."""
        return self.met_stand().filter(stand__in=[Voorbereidingspunt.Stand.OPEN, Voorbereidingspunt.Stand.TE_LAAT])


def _is_ingevoerd() -> Q:
    """Whether the portal sees what is asked: a value over the time of the letter, or complete rows of its years."""
    jaren = [OuterRef("voorbereiding__programma")]
    jaren += [ExtractYear(OuterRef(f"voorbereiding__{dag}")) for dag in ("van", "peildatum")]
    uitkeringen, bestemmingen = jaarrijen.uitkeringen(*jaren), jaarrijen.bestemmingen(*jaren)
    is_du = Q(Exists(jaarrijen.gepubliceerd(uitkeringen))) & ~Q(Exists(jaarrijen.onderweg(uitkeringen)))
    is_bestemd = Q(Exists(bestemmingen)) & ~Q(Exists(jaarrijen.zonder_bestemming(*jaren)))
    is_waarde = Q(Exists(_versies())) | Q(Exists(_metingen()))
    return is_waarde | Q(rijen=Rijen.DU) & is_du | Q(rijen=Rijen.BESTEMMING) & is_bestemd


def _binnen(veld: str) -> dict:
    """Whether the day in `veld` lies in the time that the letter is about."""
    return {f"{veld}__gte": OuterRef("voorbereiding__van"), f"{veld}__lte": OuterRef("voorbereiding__peildatum")}


def _versies():
    return FeitVersie.objects.filter(feit=OuterRef("feit"), **_binnen("bekend_sinds"))


def _metingen():
    gemeten = IndicatorWaarde.objects.filter(soort=IndicatorWaarde.Soort.MEETWAARDE)
    return gemeten.filter(indicator=OuterRef("indicator"), **_binnen("peildatum"))


class Voorbereidingspunt(GevraagdGegeven):
    """One thing that must be entered before the letter of one year, by whom and until when."""

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        GEREED = "gereed", "Gereed gemeld"

    class Stand(models.TextChoices):
        TE_LAAT = "te_laat", "Te laat"
        OPEN = "open", "Nog te doen"
        INGEVOERD = "ingevoerd", "Ingevoerd"
        GEREED = "gereed", "Gereed gemeld"

    voorbereiding = models.ForeignKey(Voorbereiding, on_delete=models.PROTECT, related_name="punten")
    nummer = models.PositiveSmallIntegerField()
    uiterlijk_op = models.DateField()
    vorige = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, help_text="Hetzelfde punt van een jaar eerder."
    )
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    notitie = models.TextField(blank=True)
    gereed_op = models.DateTimeField(null=True, blank=True)
    gereed_door = models.ForeignKey(
        "agenda.Gebruiker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = VoorbereidingspuntQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        verbose_name = "punt van een voorbereiding"
        verbose_name_plural = "punten van voorbereidingen"
        constraints = [
            models.UniqueConstraint(fields=["voorbereiding", "nummer"], name="voorbereidingspunt_uniek"),
            models.CheckConstraint(condition=EEN_PERSOON | EEN_ROL, name="voorbereidingspunt_een_eigenaar"),
            models.CheckConstraint(condition=EEN_GEGEVEN, name="voorbereidingspunt_een_gegeven"),
            models.CheckConstraint(condition=Q(rijen__in=["", *Rijen.values]), name="voorbereidingspunt_rijen"),
            models.CheckConstraint(
                condition=Q(status="open", gereed_op__isnull=True, gereed_door__isnull=True, notitie="")
                | Q(status="gereed", gereed_op__isnull=False, gereed_door__isnull=False) & ~Q(notitie=""),
                name="voorbereidingspunt_gereed_met_wie_en_waarom",
            ),
        ]

    def get_absolute_url(self):
        voorbereiding = self.voorbereiding
        return voorbereiding.programma.address(reverse("voorbereidingspunt", args=[voorbereiding.jaar, self.nummer]))

    @property
    def programma(self):
        return self.voorbereiding.programma

    @property
    def jaartal(self) -> str:
        return str(self.voorbereiding.jaar)
