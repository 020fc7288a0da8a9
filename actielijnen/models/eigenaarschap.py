"""Who looks after an activiteit or a mijlpaal: one person, or everybody with a role."""

from django.db import models
from django.db.models import Q

from agenda.access import Rol
from agenda.models import Gebruiker

NIEMAND = Q(eigenaar__isnull=True, eigenaar_rol="")
EEN_PERSOON = Q(eigenaar__isnull=False, eigenaar_rol="")
EEN_ROL = Q(eigenaar__isnull=True) & ~Q(eigenaar_rol="")


class MetEigenaar(models.Model):
    """A role is enough: a person is named only where the work really is of one person."""

    eigenaar = models.ForeignKey("agenda.Gebruiker", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    eigenaar_rol = models.CharField(max_length=40, choices=Rol.choices, blank=True)

    class Meta:
        abstract = True

    @property
    def eigenaar_in_woorden(self) -> str:
        """The name of the person or the role; empty if nobody was named."""
        return self.eigenaar.naam if self.eigenaar_id else self.get_eigenaar_rol_display()

    def verantwoordelijken(self) -> models.QuerySet:
        """The accounts that are told about a term."""
        actief = Gebruiker.objects.filter(is_active=True)
        if self.eigenaar_id:
            return actief.filter(pk=self.eigenaar_id)
        return actief.filter(rollen__contains=[self.eigenaar_rol]) if self.eigenaar_rol else actief.none()
