"""What every record about one gemeente has in common: who sees it, and how the gemeente is called later."""

from django.db import models

from agenda import klok
from agenda.access import Permission, may
from agenda.models.gemeenten import Gemeente


class VanGemeente(models.QuerySet):
    """Records about a gemeente: staff sees all; who works at a gemeente those of it and of what went up in it."""

    gemeente_van = "gemeente"  # the way to the gemeente

    def visible_to(self, user):
        if may(user, Permission.PROGRAMMA_INZIEN):
            return self
        if may(user, Permission.GEMEENTE_INZIEN) and user.gemeente_id:
            van = Gemeente.objects.met_voorgangers(user.gemeente_id)
            return self.filter(**{f"{self.gemeente_van}__in": van})
        return self.none()


class Gemeentelijk(models.Model):
    """What is about one gemeente; after a herindeling it keeps its own, and the successor carries on."""

    class Meta:
        abstract = True

    @property
    def gemeente_in_woorden(self) -> str:
        """`Voorbeeldrade (nu Voorbeeldstad)` once the one was taken up in the other."""
        gemeente = self.gemeente
        is_gone = gemeente.opvolger_id and gemeente.opgegaan_op <= klok.vandaag()
        return f"{gemeente} (nu {gemeente.opvolger})" if is_gone else str(gemeente)
