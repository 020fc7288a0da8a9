"""Decisions on the begroting that two persons take: a herschikking, and closing a year."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from actielijnen.models.begroting import Begrotingsregel, Budget, Moment
from agenda.money import euro
from agenda.zicht import VoorMedewerkers


class HerschikkingQuerySet(VoorMedewerkers):
    def van_programma(self, programma):
        return self.filter(van__post__programma=programma)

    def met_regels(self):
        """With what a list says of them, in one query."""
        return self.select_related("van__post__programma", "van__dekkingsbron", "naar__post")

    def wachtend(self):
        """Those that somebody must still decide about."""
        return self.filter(status__in=[Herschikking.Status.VOORGESTELD, Herschikking.Status.EERSTE_AKKOORD])


class Herschikking(models.Model):
    """A proposal to move budget from one line to another; after two approvals it is two mutaties. Euro."""

    class Status(models.TextChoices):
        VOORGESTELD = "voorgesteld", "Voorgesteld"
        EERSTE_AKKOORD = "eerste_akkoord", "Eén akkoord"
        UITGEVOERD = "uitgevoerd", "Uitgevoerd"
        AFGEWEZEN = "afgewezen", "Afgewezen"

    van = models.ForeignKey(Begrotingsregel, on_delete=models.PROTECT, related_name="herschikkingen_uit")
    naar = models.ForeignKey(Begrotingsregel, on_delete=models.PROTECT, related_name="herschikkingen_in")
    budget = models.CharField(max_length=15, choices=Budget.choices)
    bedrag = models.DecimalField(max_digits=12, decimal_places=2)
    moment = models.CharField(max_length=25, choices=Moment.choices)
    begrotingsjaar = models.PositiveSmallIntegerField()
    bron = models.ForeignKey("agenda.Bron", on_delete=models.PROTECT, related_name="+")
    vindplaats = models.CharField(max_length=200)
    reden = models.TextField()
    status = models.CharField(max_length=15, choices=Status.choices, default=Status.VOORGESTELD)
    besluit = models.UUIDField(unique=True)
    voorgesteld_op = models.DateTimeField()
    voorgesteld_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    objects = HerschikkingQuerySet.as_manager()

    class Meta:
        ordering = ["-voorgesteld_op", "-pk"]
        verbose_name = "herschikking"
        verbose_name_plural = "herschikkingen"
        constraints = [
            models.CheckConstraint(condition=Q(bedrag__gt=0), name="herschikking_is_meer_dan_niets"),
            models.CheckConstraint(condition=~Q(van=F("naar")), name="herschikking_tussen_twee_regels"),
            models.CheckConstraint(
                condition=Q(status__in=["voorgesteld", "eerste_akkoord", "uitgevoerd", "afgewezen"]),
                name="herschikking_status",
            ),
        ]

    def __str__(self):
        return f"{euro(self.bedrag)} van {self.van} naar {self.naar}"

    def get_absolute_url(self):
        return self.programma.address(reverse("herschikking", args=[self.besluit]))

    @property
    def programma(self):
        return self.van.programma


class Begrotingsjaar(models.Model):
    """A year of a programma and whether it is closed. Without a row the year is open."""

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        VOORGESTELD = "voorgesteld", "Voorgesteld om af te sluiten"
        AFGESLOTEN = "afgesloten", "Afgesloten"

    programma = models.ForeignKey("agenda.Programma", on_delete=models.PROTECT, related_name="begrotingsjaren")
    jaar = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=15, choices=Status.choices, default=Status.OPEN)
    afgesloten_op = models.DateTimeField(null=True, blank=True)

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["jaar"]
        verbose_name = "begrotingsjaar"
        verbose_name_plural = "begrotingsjaren"
        constraints = [
            models.UniqueConstraint(fields=["programma", "jaar"], name="begrotingsjaar_uniek"),
            models.CheckConstraint(
                condition=Q(status__in=["open", "voorgesteld", "afgesloten"]), name="begrotingsjaar_status"
            ),
            models.CheckConstraint(
                condition=Q(status="afgesloten", afgesloten_op__isnull=False)
                | ~Q(status="afgesloten") & Q(afgesloten_op=None),
                name="begrotingsjaar_afgesloten_met_moment",
            ),
        ]

    def __str__(self):
        return str(self.jaar)

    def get_absolute_url(self):
        return self.programma.address(reverse("begrotingsjaren"))
