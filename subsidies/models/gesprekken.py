"""What gemeente and ministerie write to each other about an aanvraag, and what staff notes for itself."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from subsidies.models.aanvragen import Aanvraag
from subsidies.models.formulieren import Formuliersectie


class Aanvraagbericht(models.Model):
    """One message between the gemeente and the ministerie; it never changes, and `van_gemeente` says whose it is."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="gesprek")
    sectie = models.ForeignKey(Formuliersectie, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    tekst = models.TextField()
    op = models.DateTimeField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    van_gemeente = models.BooleanField()

    class Meta:
        ordering = ["pk"]
        verbose_name = "bericht over een aanvraag"
        verbose_name_plural = "berichten over aanvragen"
        constraints = [models.CheckConstraint(condition=~Q(tekst=""), name="aanvraagbericht_heeft_tekst")]

    def __str__(self):
        return f"bericht {self.pk} over {self.aanvraag}"


class Leesmoment(models.Model):
    """Up to which message somebody read the messages about one aanvraag."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.CASCADE, related_name="+")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    tot = models.BigIntegerField(help_text="Het nummer van het laatste gelezen bericht.")

    class Meta:
        verbose_name = "leesmoment"
        verbose_name_plural = "leesmomenten"
        constraints = [models.UniqueConstraint(fields=["aanvraag", "gebruiker"], name="leesmoment_uniek")]

    def __str__(self):
        return f"{self.gebruiker} tot {self.tot}"


class Notitie(models.Model):
    """What staff notes about an aanvraag for other staff; the gemeente never sees it."""

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="notities")
    tekst = models.TextField()
    op = models.DateTimeField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-pk"]
        verbose_name = "notitie bij een aanvraag"
        verbose_name_plural = "notities bij aanvragen"
        constraints = [models.CheckConstraint(condition=~Q(tekst=""), name="notitie_heeft_tekst")]

    def __str__(self):
        return f"notitie {self.pk} bij {self.aanvraag}"


class Contactgegevens(models.Model):
    """Whom to reach about an aanvraag, and what may come electronically (Awb 2:8; controleer): else it goes by post."""

    class Soort(models.TextChoices):
        AANVULLING = "aanvulling", "Verzoeken om aanvulling"
        BESLUIT = "besluit", "Besluiten"
        OVERIG = "overig", "Andere berichten"

    aanvraag = models.OneToOneField(Aanvraag, on_delete=models.PROTECT, related_name="contact")
    naam = models.CharField(max_length=120)
    functie = models.CharField(max_length=120, blank=True)
    email = models.EmailField()
    telefoon = models.CharField(max_length=30, blank=True)
    elektronisch = ArrayField(models.CharField(max_length=10, choices=Soort.choices), default=list, blank=True)
    verklaard_op = models.DateTimeField()
    verklaard_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "contactgegevens bij een aanvraag"
        verbose_name_plural = "contactgegevens bij aanvragen"

    def __str__(self):
        return f"{self.naam} over {self.aanvraag}"
