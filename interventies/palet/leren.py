"""Learning: a leerkring begins, plans its meetings, and each meeting leaves who was there and what it yielded."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from actielijnen.activiteiten.nummers import volgend_nummer
from actielijnen.begroting.plafond import Geweigerd
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.models import Gebruiker
from interventies.models import Bijeenkomst, Interventie, Leerkring
from interventies.palet.regels import check_gebeurd, check_tekst

MEESTE = 60  # organisations at one meeting


@transaction.atomic
def beginnen(
    *, naam: str, vraag: str, interventies: Iterable[Interventie], is_voorbeeld: bool, by: Gebruiker
) -> Leerkring:
    """Begin a leerkring about `interventies`, which may be none. Raises GeenToegang or Geweigerd."""
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    interventies = list(interventies)
    if any(each.is_voorbeeld != is_voorbeeld for each in interventies):
        raise Geweigerd("Wat bedacht is en wat echt is, gaan nooit samen. Kies andere interventies.", "interventies")
    leerkring = Leerkring.objects.create(
        nummer=volgend_nummer("LEE", Leerkring.objects.all()),
        naam=check_tekst("naam", naam, leeg="Vul een naam in, bijvoorbeeld: Leerkring jongerenwerk.", langst=120),
        vraag=check_tekst("vraag", vraag, leeg="Schrijf op wat de deelnemers willen leren.", langst=2000),
        is_voorbeeld=is_voorbeeld,
        begonnen_op=klok.vandaag(),
        begonnen_door=by,
    )
    leerkring.interventies.set(interventies)
    audit.record(leerkring, "leerkring_beginnen", by=by)
    return leerkring


@transaction.atomic
def plannen(leerkring: Leerkring, *, dag: date, onderwerp: str, by: Gebruiker) -> Bijeenkomst:
    """Add a meeting, to come or past. Raises GeenToegang or Geweigerd."""
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    Leerkring.objects.select_for_update().get(pk=leerkring.pk)  # one number at a time
    bijeenkomst = Bijeenkomst.objects.create(
        leerkring=leerkring,
        nummer=leerkring.bijeenkomsten.count() + 1,
        dag=dag,
        onderwerp=check_tekst("onderwerp", onderwerp, leeg="Vul in waar het over gaat.", langst=200),
        vastgelegd_door=by,
    )
    audit.record(leerkring, "bijeenkomst_plannen", by=by, dag=f"{dag:%d-%m-%Y}", wat=bijeenkomst.onderwerp)
    return bijeenkomst


@transaction.atomic
def opbrengen(
    bijeenkomst: Bijeenkomst, *, organisaties: str, opbrengst: str, gelezen: str | None = None, by: Gebruiker
) -> None:
    """Record who was at a meeting (one organisation per line) and what it yielded. Raises GeenToegang or Geweigerd.

    `gelezen`: the `kenmerk` of what stood there when the writer began; what another wrote since is not undone.
    """
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    bijeenkomst = Bijeenkomst.objects.select_for_update().get(pk=bijeenkomst.pk)
    if gelezen not in (None, bijeenkomst.kenmerk):
        raise Geweigerd(
            f"Intussen legde {bijeenkomst.vastgelegd_door.naam} iets anders vast. Bekijk dat in een ander tabblad, "
            "neem over wat nodig is, en verstuur daarna opnieuw.",
            "gelezen",
        )
    check_gebeurd("organisaties", bijeenkomst.dag)
    bijeenkomst.organisaties = _namen(organisaties)
    leeg = "Schrijf op wat de deelnemers leerden of afspraken."
    bijeenkomst.opbrengst = check_tekst("opbrengst", opbrengst, leeg=leeg, langst=4000)
    bijeenkomst.vastgelegd_door = by
    bijeenkomst.save(update_fields=["organisaties", "opbrengst", "vastgelegd_door"])
    details = {"dag": f"{bijeenkomst.dag:%d-%m-%Y}", "aantal": len(bijeenkomst.organisaties)}
    audit.record(bijeenkomst.leerkring, "bijeenkomst_opbrengst", by=by, **details)


def _namen(regels: str) -> list[str]:
    """The organisations, each once, as the first line that names it writes it. Raises Geweigerd."""
    leeg = "Vul in welke organisaties er waren, elke organisatie op een eigen regel."
    regels = check_tekst("organisaties", regels, leeg=leeg, langst=MEESTE * 160)
    namen: dict[str, str] = {}
    for naam in (" ".join(regel.split()) for regel in regels.splitlines()):
        namen.setdefault(naam.casefold(), naam)
    namen.pop("", None)
    if len(namen) > MEESTE:
        raise Geweigerd(f"Dit zijn {len(namen)} organisaties; er passen er {MEESTE}.", "organisaties")
    if te_lang := next((naam for naam in namen.values() if len(naam) > 160), ""):
        raise Geweigerd(f"‘{te_lang[:40]}…’ is te lang. Zet elke organisatie op een eigen regel.", "organisaties")
    return list(namen.values())
