"""The Uitnodiging: how somebody gets an account of his own, with roles that another gave him."""

import uuid
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from agenda import klok
from agenda.access import Permission, Rol, may
from agenda.models.gebruikers import SAMEN_TOEGESTAAN, in_words

GELDIG = timedelta(days=7)


class UitnodigingQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All for who looks after accounts; for who works at a gemeente those of that gemeente."""
        if may(user, Permission.ACCOUNTS_INZIEN):
            return self
        if may(user, Permission.COLLEGA_UITNODIGEN) and user.gemeente_id:
            return self.filter(gemeente=user.gemeente_id)
        return self.none()

    def unsettled(self):
        """Neither used nor withdrawn; its time may have passed."""
        return self.filter(gebruikt_op__isnull=True, ingetrokken_op__isnull=True)

    def open(self):
        return self.unsettled().filter(geldig_tot__gt=klok.nu())

    def of_token(self, token: str):
        """The one that was sent with this token: only its hash is here to compare with."""
        return self.filter(vingerafdruk=fingerprint(token))


def fingerprint(token: str) -> str:
    return sha256(token.encode()).hexdigest()


class Uitnodiging(models.Model):
    """One invitation, valid for seven days and for one account. The link itself is in no table."""

    class Stand(StrEnum):
        OPEN = "open"
        VERLOPEN = "verlopen"
        GEBRUIKT = "gebruikt"
        INGETROKKEN = "ingetrokken"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField("e-mailadres")
    naam = models.CharField(max_length=120)
    rollen = ArrayField(models.CharField(max_length=40, choices=Rol.choices))
    gemeente = models.ForeignKey("agenda.Gemeente", on_delete=models.PROTECT, null=True, blank=True)
    door = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, related_name="uitnodigingen")
    vingerafdruk = models.CharField(max_length=64, unique=True, help_text="SHA-256 van het geheim in de link.")
    verstuurd_op = models.DateTimeField(default=klok.nu)
    geldig_tot = models.DateTimeField()
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    objects = UitnodigingQuerySet.as_manager()

    class Meta:
        ordering = ["-verstuurd_op"]
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        constraints = [
            models.CheckConstraint(condition=SAMEN_TOEGESTAAN, name="uitnodiging_rollen_gaan_samen"),
            models.CheckConstraint(
                condition=Q(gebruikt_op__isnull=True) | Q(ingetrokken_op__isnull=True),
                name="uitnodiging_gebruikt_of_ingetrokken",
            ),
            models.CheckConstraint(condition=Q(geldig_tot__gt=F("verstuurd_op")), name="uitnodiging_is_even_geldig"),
            models.UniqueConstraint(
                fields=["email", "gemeente"],
                condition=Q(gebruikt_op__isnull=True, ingetrokken_op__isnull=True),
                nulls_distinct=False,
                name="uitnodiging_een_per_adres",
            ),
        ]

    def __str__(self):
        return f"{self.naam} ({self.email})"

    @property
    def stand(self) -> Stand:
        """What has become of it; the moments say so, there is no status to change."""
        if self.gebruikt_op:
            return self.Stand.GEBRUIKT
        if self.ingetrokken_op:
            return self.Stand.INGETROKKEN
        return self.Stand.OPEN if self.geldig_tot > klok.nu() else self.Stand.VERLOPEN

    @property
    def is_unsettled(self) -> bool:
        """Whether it can still be withdrawn or sent again."""
        return self.stand in {self.Stand.OPEN, self.Stand.VERLOPEN}

    @property
    def is_for_colleague(self) -> bool:
        """Whether somebody of the gemeente itself may send it: only for the role of aanvrager there."""
        return self.gemeente_id is not None and set(self.rollen) == {Rol.GEMEENTELIJK_AANVRAGER}

    @property
    def rollen_in_woorden(self) -> str:
        return in_words(self.rollen)
