"""The uitvoering: where and when an interventie runs, by whom, and how many people it reaches, counted how."""

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from agenda import klok
from interventies.models.zicht import Openbaar


class UitvoeringQuerySet(Openbaar):
    openbaar_als = Q(interventie__publicaties__status="openbaar", vervallen_op=None)

    def met_bereik(self):
        """With the count until the latest day: how many, how, and until when (all empty: nothing was counted)."""
        laatste = Bereik.objects.filter(uitvoering=OuterRef("pk")).order_by("-tot", "-pk")
        return self.annotate(
            bereikt=Subquery(laatste.values("aantal")[:1]),
            geteld_hoe=Subquery(laatste.values("telwijze")[:1]),
            geteld_tot=Subquery(laatste.values("tot")[:1]),
        )

    def for_list(self):
        return self.select_related("interventie__laatste", "gemeente__opvolger", "gebied").met_bereik()


class Uitvoering(models.Model):
    """One interventie in one gemeente, from a day until a day. What pays for it is told by `subsidies`."""

    nummer = models.CharField(max_length=20, unique=True, help_text="Bijvoorbeeld UIT-2026-001.")
    interventie = models.ForeignKey("interventies.Interventie", on_delete=models.PROTECT, related_name="uitvoeringen")
    gemeente = models.ForeignKey("agenda.Gemeente", on_delete=models.PROTECT, related_name="uitvoeringen")
    gebied = models.ForeignKey("agenda.Gebied", on_delete=models.PROTECT, null=True, related_name="uitvoeringen")
    wijk = models.CharField(max_length=120, blank=True)
    uitvoerder = models.CharField(max_length=160, help_text="De organisatie die het doet.")
    van = models.DateField()
    tot = models.DateField(null=True, help_text="Tot en met. Leeg: er is nog geen einde.")
    bereik_gepland = models.PositiveIntegerField(null=True)
    telwijze = models.CharField(max_length=200, blank=True, help_text="Hoe het geplande bereik wordt geteld.")
    einde_reden = models.TextField(blank=True, help_text="Waarom het einde anders werd.")
    vervallen_op = models.DateTimeField(null=True, help_text="Verkeerd ingevoerd; telt vanaf dan nergens meer.")
    vervallen_reden = models.TextField(blank=True)
    vastgelegd_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()

    objects = UitvoeringQuerySet.as_manager()

    class Meta:
        ordering = ["-van", "-pk"]
        verbose_name = "uitvoering"
        verbose_name_plural = "uitvoeringen"
        constraints = [
            models.CheckConstraint(condition=Q(tot=None) | Q(tot__gte=F("van")), name="uitvoering_vooruit"),
            models.CheckConstraint(condition=~Q(uitvoerder=""), name="uitvoering_door_iemand"),
            models.CheckConstraint(
                condition=Q(bereik_gepland=None, telwijze="") | Q(bereik_gepland__isnull=False) & ~Q(telwijze=""),
                name="uitvoering_bereik_met_telwijze",
            ),
            models.CheckConstraint(
                condition=Q(vervallen_op=None, vervallen_reden="")
                | Q(vervallen_op__isnull=False) & ~Q(vervallen_reden=""),
                name="uitvoering_vervallen_met_reden",
            ),
        ]

    def __str__(self):
        return self.nummer

    def get_absolute_url(self):
        return reverse("uitvoering", args=[self.nummer])

    @property
    def plek(self) -> str:
        """`Voorbeeldstad, Voorbeeldwijk (wijk Zuid)`, as far as it is known."""
        gebied = f", {self.gebied}" if self.gebied_id else ""
        return f"{self.gemeente}{gebied}{f' (wijk {self.wijk})' if self.wijk else ''}"

    @property
    def stand(self) -> str:
        """Whether it is planned, runs, or has ended, by the days alone; unless it was entered wrongly."""
        if self.vervallen_op:
            return "Vervallen"
        vandaag = klok.vandaag()
        if self.van > vandaag:
            return "Gepland"
        return "Loopt" if self.tot is None or self.tot >= vandaag else "Afgelopen"


class Bereik(models.Model):
    """How many people an uitvoering reached until a day, and how they were counted. A new count is a new row."""

    uitvoering = models.ForeignKey(Uitvoering, on_delete=models.PROTECT, related_name="bereik")
    aantal = models.PositiveIntegerField()
    telwijze = models.CharField(max_length=200)
    tot = models.DateField(help_text="Geteld tot en met deze dag.")
    door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]
        verbose_name = "bereik"
        verbose_name_plural = "bereik"
        constraints = [models.CheckConstraint(condition=~Q(telwijze=""), name="bereik_met_telwijze")]

    def __str__(self):
        return str(self.aantal)
