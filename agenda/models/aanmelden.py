"""What a provider of single sign-on says about somebody, and what that means here; a beheerder fills it in."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from agenda.access import RECHTEN, Permission, Rol

# Roles that a group of the ministry can give: who looks into the programme, and is a person.
ROLLEN_VAN_HET_RIJK = [
    (rol.value, rol.label) for rol in Rol if Permission.PROGRAMMA_INZIEN in RECHTEN[rol] and rol != Rol.SYSTEEM
]


class Groepsrol(models.Model):
    """The role that members of a group get at each sign-in; the group is spelled as the provider spells it."""

    groep = models.CharField(max_length=200, help_text="Precies zoals de aanbieder hem noemt, ook hoofdletters.")
    rol = models.CharField(max_length=40, choices=ROLLEN_VAN_HET_RIJK)

    class Meta:
        ordering = ["groep", "rol"]
        verbose_name = "rol van een groep"
        verbose_name_plural = "rollen van groepen"
        constraints = [models.UniqueConstraint(fields=["groep", "rol"], name="groepsrol_uniek")]

    def __str__(self):
        return f"{self.groep}: {self.get_rol_display()}"


class Organisatienummer(models.Model):
    """The number by which eHerkenning knows a gemeente; a gemeente may have several."""

    class Soort(models.TextChoices):
        KVK = "kvk", "KvK-nummer"
        OIN = "oin", "OIN (organisatie-identificatienummer)"

    # How each kind is written: the digits and nothing else.
    VORM = {
        Soort.KVK: ("[0-9]{8}", "Een KvK-nummer heeft 8 cijfers, bijvoorbeeld 00000012."),
        Soort.OIN: ("[0-9]{20}", "Een OIN heeft 20 cijfers, bijvoorbeeld 00000003000000120000."),
    }

    gemeente = models.ForeignKey("agenda.Gemeente", on_delete=models.PROTECT, related_name="organisatienummers")
    soort = models.CharField(max_length=3, choices=Soort.choices, default=Soort.KVK)
    nummer = models.CharField(max_length=20)

    class Meta:
        ordering = ["gemeente__naam", "soort", "nummer"]
        verbose_name = "organisatienummer"
        verbose_name_plural = "organisatienummers"
        constraints = [
            models.UniqueConstraint(fields=["soort", "nummer"], name="organisatienummer_uniek"),
            models.CheckConstraint(
                condition=Q(soort="kvk", nummer__regex="^[0-9]{8}$") | Q(soort="oin", nummer__regex="^[0-9]{20}$"),
                name="organisatienummer_vorm",
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()} {self.nummer}"

    def clean(self):
        """Raises ValidationError if the number is not written as its kind is."""
        vorm, uitleg = self.VORM.get(self.soort, (".*", ""))
        if not re.fullmatch(vorm, self.nummer):
            raise ValidationError({"nummer": uitleg})
