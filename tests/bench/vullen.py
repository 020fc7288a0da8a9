"""A large begroting, written in bulk: 5 posts × 6 years, 20,000 verplichtingen and 100,000 betalingen."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.db import connection

from actielijnen.models import Begrotingspost, Begrotingsregel, Mutatie
from agenda import klok
from agenda.models import Bron, Gebruiker, Ministerie, Precisie, Programma

POSTEN, JAREN = range(1, 6), range(2026, 2032)
VERPLICHTINGEN, BETALINGEN = 20_000, 100_000

SQL_VERPLICHTINGEN = """
    INSERT INTO actielijnen_verplichting (regel_id, programma_id, bedrag, datum, geboekt_op, geboekt_door_id, kenmerk,
        soort, omschrijving, wederpartij, toelichting, reden_overschrijding)
    SELECT regel.id, %(programma)s, 1000 + n %% 9000, make_date(regel.jaar, 1 + n %% 12, 1 + n %% 28), now(), %(door)s,
        'V-' || n, 'opdracht', 'Opdracht ' || n, 'Organisatie ' || n %% 300, '', ''
    FROM generate_series(1, %(aantal)s) AS n
    JOIN (SELECT id, jaar, row_number() OVER (ORDER BY id) - 1 AS rij FROM actielijnen_begrotingsregel) AS regel
        ON regel.rij = n %% %(regels)s
"""
SQL_BETALINGEN = """
    INSERT INTO actielijnen_betaling (regel_id, verplichting_id, bedrag, datum, geboekt_op, geboekt_door_id, soort,
        kenmerk, omschrijving, reden_overschrijding)
    SELECT regel_id, id, 100 + n, datum, now(), %(door)s, 'betaling', 'F-' || n, '', ''
    FROM actielijnen_verplichting, generate_series(1, %(per_verplichting)s) AS n
"""


def vul(account: Gebruiker) -> None:
    """Fill an empty database; the programma is an invented one, and the only one."""
    szw = Ministerie.objects.create(afkorting="SZW", naam="Sociale Zaken", tooi_uri="https://szw.example")
    programma = Programma.objects.create(
        code="meting", naam="Programma voor de meting", korte_naam="Meting", soort="echt", ministerie=szw
    )
    bron = Bron.objects.create(
        sleutel="meting",
        soort="kamerbrief",
        titel="Stuk voor de meting",
        bekend_sinds=date(2026, 1, 1),
        bekend_precisie=Precisie.DAG,
    )
    regels = [_regel(programma, nummer, jaar) for nummer in POSTEN for jaar in JAREN]
    Mutatie.objects.bulk_create(_mutatie(regel, bron, account) for regel in regels)
    waar = {"programma": programma.pk, "door": account.pk, "regels": len(regels)}
    with connection.cursor() as cursor:
        cursor.execute(SQL_VERPLICHTINGEN, waar | {"aantal": VERPLICHTINGEN})
        cursor.execute(SQL_BETALINGEN, waar | {"per_verplichting": BETALINGEN // VERPLICHTINGEN})
        cursor.execute("ANALYZE")


def _regel(programma, nummer: int, jaar: int) -> Begrotingsregel:
    post, _ = Begrotingspost.objects.get_or_create(
        programma=programma, nummer=nummer, defaults={"naam": f"Post {nummer}"}
    )
    return Begrotingsregel.objects.create(post=post, jaar=jaar, periode=str(jaar), is_indicatief=False)


def _mutatie(regel, bron, account) -> Mutatie:
    return Mutatie(
        regel=regel,
        budget="beide",
        moment="ontwerpbegroting",
        begrotingsjaar=regel.jaar,
        soort="oorspronkelijk",
        bedrag=Decimal(5_000_000),
        bron=bron,
        vindplaats="artikel 13",
        reden="meting",
        besluit=uuid4(),
        geboekt_op=klok.nu(),
        geboekt_door=account,
    )
