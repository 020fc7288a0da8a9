"""The second letter of the example: a draft, so that its section on interventions can be read with its figures."""

from datetime import date

from agenda.access import Rol
from agenda.models import Programma
from rapportage.brief import schrijven
from rapportage.models import Brief
from rapportage.voorbeeld.mensen import op

JAAR = 2027


def vul(programma: Programma) -> str:
    """Begin the letter, once."""
    if not programma.is_voorbeeld or programma.brieven.filter(jaar=JAAR).exists():
        return "ongewijzigd"
    with op(date(2026, 11, 16), Rol.REDACTEUR) as by:
        schrijven.openen(programma, Brief.Soort.VOORTGANG, JAAR, by=by)
    return "nieuw"
