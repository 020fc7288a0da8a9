"""What a beheerder filled in, so that the invented people of the provider can come in."""

from agenda.access import Rol
from agenda.models import Gemeente, Groepsrol, Organisatienummer


def fill() -> None:
    Groepsrol.objects.create(groep="portaal-redactie", rol=Rol.REDACTEUR)
    Organisatienummer.objects.create(gemeente=Gemeente.objects.get(code="GM0363"), nummer="00000012")
