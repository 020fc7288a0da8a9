"""Accounts: who signs in, with which roles, for which gemeente."""

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.postgres.fields import ArrayField
from django.db import models

from agenda.access import Rol


class GebruikerManager(BaseUserManager):
    """Makes accounts; Django calls the keyword arguments by these names."""

    def create_user(self, email, password=None, **velden):
        gebruiker = self.model(email=self.normalize_email(email).lower(), **velden)
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker

    def systeem(self):
        """The account that commands act as; nobody can sign in with it."""
        gebruiker, _ = self.get_or_create(
            email="systeem@portaal.invalid",
            defaults={"naam": "Het portaal", "rollen": [Rol.SYSTEEM], "password": "!"},
        )
        return gebruiker


class Gebruiker(AbstractBaseUser):
    """One person (or the portal itself) with roles; permissions follow from `agenda.access` only."""

    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField("naam", max_length=120)
    rollen = ArrayField(models.CharField(max_length=40, choices=Rol.choices), default=list, blank=True)
    gemeente = models.ForeignKey(
        "agenda.Gemeente", on_delete=models.PROTECT, null=True, blank=True, related_name="gebruikers"
    )
    is_active = models.BooleanField("actief", default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]
    objects = GebruikerManager()

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rollen__contained_by=Rol.values), name="gebruiker_rollen_bestaan"
            )
        ]

    def __str__(self):
        return self.naam
