"""Many aanvragen at once, by COPY: gemeenten × versions, received in the course of a year."""

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.db import connection
from django.db.models import Model

from agenda import klok
from agenda.models import Bron, Gebruiker, Gemeente, Programma, Provincie
from subsidies.models import Aanvraag, Formulierversie, Regeling, RegelingVersie

BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)
MINUTEN = 480_000  # within which all were received: the better part of a year
CODE = "GM7"  # no real gemeente has one like it
PER_REGELING = 10  # versions
Status = Aanvraag.Status
STATUSSEN = [Status.INGEDIEND] * 17 + [Status.INGETROKKEN] * 2 + [Status.CONCEPT]


def vul(programma: Programma, gemeenten: int, versies: int, by: Gebruiker) -> list[Gemeente]:
    """Add an aanvraag of each of `gemeenten` under each of `versies`, always the same ones; the gemeenten."""
    toeval = random.Random(1)
    rijen = _gemeenten(gemeenten)
    formulieren = _formulieren(programma, versies, by)
    first = Aanvraag.objects.count()
    paren = [(formulier, gemeente) for formulier in formulieren for gemeente in rijen]
    copy_in(Aanvraag, (_aanvraag(first + nummer, *paar, toeval, by) for nummer, paar in enumerate(paren, start=1)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return rijen


def copy_in(model: type[Model], rows: Iterable[Model]) -> None:
    """COPY `rows`, with every column as Django would write it."""
    fields = model._meta.concrete_fields
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    with connection.cursor() as cursor, cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields])


def _gemeenten(aantal: int) -> list[Gemeente]:
    provincie, _ = Provincie.objects.get_or_create(code="PV99", defaults={"naam": "Voorbeeldland"})
    first = Gemeente.objects.filter(code__startswith=CODE).count() + 1
    namen = [(f"{CODE}{nummer:03}", f"Metingen {nummer}") for nummer in range(first, first + aantal)]
    return Gemeente.objects.bulk_create(
        Gemeente(code=code, naam=naam, naam_cbs=naam, provincie=provincie) for code, naam in namen
    )


def _formulieren(programma: Programma, aantal: int, by: Gebruiker) -> list[Formulierversie]:
    """A form for each of `aantal` versions that took applications in the year of BEGIN."""
    vast = {"soort": "intake", "verstrekt_door": programma.ministerie, "bron": Bron.objects.first(), "kanaal": "meting"}
    vast |= {"opengesteld_op": BEGIN.date(), "aanvragen_vanaf": BEGIN, "aanvragen_tot": BEGIN + timedelta(days=360)}
    vast |= {"grondslag": "meting (Stb. 2026, 1)", "mandaatbesluit": "meting", "verdeelwijze": "vaste_bedragen"}
    vast |= {"geen_sisa_code_omdat": "meting", "verstrekker": "Minister"}
    first = Regeling.objects.count() + 1
    regelingen = Regeling.objects.bulk_create(
        Regeling(programma=programma, sleutel=f"meting-{nummer}", citeertitel=f"Meetregeling {nummer}", instrument="SPUK")
        for nummer in range(first, first + -(-aantal // PER_REGELING))
    )  # fmt: skip
    versies = RegelingVersie.objects.bulk_create(
        RegelingVersie(
            regeling=regelingen[nummer // PER_REGELING],
            volgorde=nummer % PER_REGELING + 1,
            omschrijving=f"ronde {nummer}",
            **vast,
        )
        for nummer in range(aantal)
    )
    gemaakt = {"nummer": 1, "gemaakt_op": BEGIN, "gemaakt_door": by}
    return Formulierversie.objects.bulk_create(
        Formulierversie(versie=versie, status="vastgesteld", vastgesteld_op=klok.nu(), **gemaakt) for versie in versies
    )


def _aanvraag(nummer: int, formulier: Formulierversie, gemeente: Gemeente, toeval: random.Random, by) -> Aanvraag:
    status, moment = toeval.choice(STATUSSEN), BEGIN + timedelta(minutes=toeval.randrange(MINUTEN))
    made = Aanvraag(versie=formulier.versie, formulier=formulier, gemeente=gemeente, status=status)
    made.begonnen_op, made.begonnen_door = moment, by
    if status != Status.CONCEPT:
        made.kenmerk, made.ontvangen_op, made.ingediend_door = f"MET-2026-{nummer:06}", moment, by
        made.ingediend_bij = made.bewaard
    if status == Status.INGETROKKEN:
        made.ingetrokken_op = moment + timedelta(days=1)
    return made
