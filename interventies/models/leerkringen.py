"""The leerkring: organisations that learn from each other, and what each of their meetings yields."""

from hashlib import sha256

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from agenda import klok
from agenda.zicht import VoorMedewerkers


class Leerkring(models.Model):
    """A group of organisations around one question, and the interventies that it is about."""

    nummer = models.CharField(max_length=20, unique=True, help_text="Bijvoorbeeld LEE-2026-001.")
    naam = models.CharField(max_length=120)
    vraag = models.TextField(help_text="Wat de deelnemers van elkaar willen leren.")
    interventies = models.ManyToManyField("interventies.Interventie", related_name="leerkringen")
    is_voorbeeld = models.BooleanField(default=False)
    begonnen_op = models.DateField()
    begonnen_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    objects = VoorMedewerkers.as_manager()

    class Meta:
        ordering = ["-begonnen_op", "-pk"]
        verbose_name = "leerkring"
        verbose_name_plural = "leerkringen"

    def __str__(self):
        return self.naam

    def get_absolute_url(self):
        return reverse("leerkring", args=[self.nummer])

    @property
    def organisaties(self) -> list[str]:
        """Every organisation that came to a meeting, once."""
        found = {naam.casefold(): naam for each in self.bijeenkomsten.all() for naam in each.organisaties}
        return sorted(found.values(), key=str.casefold)


class Bijeenkomst(models.Model):
    """One meeting: planned, or held with who was there and what it yielded."""

    leerkring = models.ForeignKey(Leerkring, on_delete=models.PROTECT, related_name="bijeenkomsten")
    nummer = models.PositiveSmallIntegerField()
    dag = models.DateField()
    onderwerp = models.CharField(max_length=200)
    organisaties = ArrayField(models.CharField(max_length=160), default=list)
    opbrengst = models.TextField(blank=True, help_text="Wat de deelnemers leerden of afspraken.")
    vastgelegd_door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-dag", "-pk"]
        verbose_name = "bijeenkomst van een leerkring"
        verbose_name_plural = "bijeenkomsten van leerkringen"
        constraints = [
            models.UniqueConstraint(fields=["leerkring", "nummer"], name="bijeenkomst_uniek"),
            models.CheckConstraint(
                condition=Q(opbrengst="", organisaties=[]) | ~Q(opbrengst="") & ~Q(organisaties=[]),
                name="bijeenkomst_met_organisaties_en_opbrengst",
            ),
        ]

    def __str__(self):
        return self.onderwerp

    @property
    def is_geweest(self) -> bool:
        return self.dag <= klok.vandaag()

    @property
    def kenmerk(self) -> str:
        """What stands here now in few characters, so that a form can tell whether it changed since."""
        tekst = "\n".join([*self.organisaties, "", self.opbrengst])
        return sha256(tekst.encode()).hexdigest()[:32]
