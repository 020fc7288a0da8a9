"""The session of who is signed in, and what somebody had filled in when that session was no longer valid."""

import uuid
from datetime import timedelta

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from agenda import klok

BEWAARTERMIJN = timedelta(hours=24)


class Sessie(AbstractBaseSession):
    """One browser in which somebody is signed in: since when, and when it last asked something."""

    begonnen_op = models.DateTimeField()
    laatst_op = models.DateTimeField()

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "sessie"
        verbose_name_plural = "sessies"


class BewaardeInvoerQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Only one's own, for 24 hours."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(account=user, moment__gt=klok.nu() - BEWAARTERMIJN)

    def verlopen(self):
        return self.filter(moment__lte=klok.nu() - BEWAARTERMIJN)


class BewaardeInvoer(models.Model):
    """What somebody sent from a page without it being carried out, to fill it in there again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("agenda.Gebruiker", on_delete=models.CASCADE, related_name="bewaarde_invoer")
    adres = models.TextField(help_text="De pagina waarop het formulier of de knop staat.")
    velden = models.JSONField(default=dict, help_text="Per veld wat er stond; nooit een wachtwoord of code.")
    bestanden = models.JSONField(default=dict, help_text="Per veld de naam van het bestand; niet het bestand.")
    is_te_groot = models.BooleanField(default=False)
    moment = models.DateTimeField()

    objects = BewaardeInvoerQuerySet.as_manager()

    class Meta:
        ordering = ["-moment"]
        verbose_name = "bewaarde invoer"
        verbose_name_plural = "bewaarde invoer"

    def __str__(self):
        return self.adres
