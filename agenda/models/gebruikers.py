"""Accounts: who signs in, with which roles, for which gemeente."""

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.crypto import salted_hmac

from agenda.access import RECHTEN, SAMEN, Permission, Rol, may

GEEN_ADRES = "geen-adres.invalid"  # of an account whose provider gave no address; no mail can go there (RFC 2606)

# Every role exists, and all of one account stand in one line of SAMEN.
SAMEN_TOEGESTAAN = models.Q()
for _groep in SAMEN.values():
    SAMEN_TOEGESTAAN |= models.Q(rollen__contained_by=sorted(_groep))


class GebruikerQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All persons for who looks after accounts, the colleagues of one gemeente, else oneself."""
        if may(user, Permission.ACCOUNTS_INZIEN):
            return self.persons()
        if may(user, Permission.GEMEENTE_INZIEN) and user.gemeente_id:
            return self.persons().filter(gemeente=user.gemeente_id)
        return self.filter(pk=user.pk)

    def persons(self):
        return self.exclude(rollen__contains=[Rol.SYSTEEM])

    def with_permission(self, permission: Permission):
        """Everybody who may do this now; the portal itself is nobody."""
        rollen = [rol for rol, rechten in RECHTEN.items() if permission in rechten and rol != Rol.SYSTEEM]
        return self.filter(rollen__overlap=rollen, is_active=True)


class GebruikerManager(BaseUserManager.from_queryset(GebruikerQuerySet)):
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
    sessies_vanaf = models.DateTimeField(
        null=True, blank=True, help_text="Wie daarvoor inlogde, moet opnieuw inloggen; leeg: nooit beëindigd."
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]
    objects = GebruikerManager()

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        constraints = [
            models.CheckConstraint(condition=SAMEN_TOEGESTAAN, name="gebruiker_rollen_gaan_samen"),
        ]

    def __str__(self):
        return self.naam

    @property
    def has_mail(self) -> bool:
        """Whether this person gave an address, or his provider did; else there is only the inbox."""
        return not self.email.endswith(f"@{GEEN_ADRES}")

    @property
    def rollen_in_woorden(self) -> str:
        """`Redacteur, Parafeerder`; a role that no longer exists stands there by its key."""
        return in_words(self.rollen)

    def _get_session_auth_hash(self, secret=None):
        """What every session of this account must match; `sessies_vanaf` makes all earlier ones invalid at once."""
        key = f"{self.password}{self.sessies_vanaf.timestamp() if self.sessies_vanaf else ''}"
        return salted_hmac(type(self).__qualname__, key, secret=secret, algorithm="sha256").hexdigest()


def in_words(rollen) -> str:
    """Roles by their names."""
    return ", ".join(dict(Rol.choices).get(rol, rol) for rol in rollen)
