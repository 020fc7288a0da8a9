"""A letter of its own small programma, for the tests of what happens to any record with a life."""

from datetime import date

from agenda.models import Gebruiker, Ministerie, Momentopname, Programma
from rapportage.models import Brief


def proefbrief(by: Gebruiker) -> Brief:
    """A letter in concept, with a Momentopname so that every status fits."""
    szw = Ministerie.objects.create(afkorting="SZW", naam="SZW", tooi_uri="https://example.org/szw")
    programma = Programma.objects.create(
        code="proef", naam="Proef", korte_naam="Proef", soort="voorbeeld", ministerie=szw
    )
    opname = Momentopname.objects.create(
        sjabloon="proef/1",
        inhoud={},
        sha256="0" * 64,
        gemaakt_op="2024-12-31T12:00:00Z",
        gemaakt_door=by,
    )
    return Brief.objects.create(
        programma=programma,
        soort=Brief.Soort.VOORTGANG,
        jaar=2024,
        betreft="Voortgang",
        peildatum=date(2024, 12, 31),
        datum_tekst="onbekend (2024)",
        is_reconstructie=True,
        ondertekenaar="De staatssecretaris",
        sjabloon="proef/1",
        opname=opname,
    )
