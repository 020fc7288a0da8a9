"""Carrying out: where and when an interventie runs, how many it reaches, and what became otherwise or was wrong."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from actielijnen.activiteiten.nummers import volgend_nummer
from actielijnen.begroting.plafond import Geweigerd
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import NietMogelijk
from agenda.models import Gebied, Gebruiker, Gemeente
from interventies.models import Bereik, Interventie, Uitvoering
from interventies.palet import toestemming
from interventies.palet.regels import check_gebeurd, check_tekst, lock

GEEN_TELWIJZE = (
    "Een aantal zegt niets als niemand weet hoe er is geteld. Schrijf dat op, bijvoorbeeld: verschillende deelnemers "
    "op de presentielijst."
)


@dataclass(frozen=True)
class Inzet:
    """Where, by whom and when; `tot` None means that there is no end yet. The reach is in people."""

    gemeente: Gemeente
    uitvoerder: str
    van: date
    tot: date | None = None
    gebied: Gebied | None = None
    wijk: str = ""
    bereik_gepland: int | None = None
    telwijze: str = ""


@transaction.atomic
def vastleggen(interventie: Interventie, inzet: Inzet, *, by: Gebruiker) -> Uitvoering:
    """Record that `interventie` runs or will run somewhere. Raises GeenToegang, or Geweigerd at what cannot be."""
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    lock(interventie)
    _check_plek(interventie, inzet)
    _check_dagen(interventie, inzet)
    uitvoering = Uitvoering.objects.create(
        nummer=volgend_nummer("UIT", Uitvoering.objects.all()),
        interventie=interventie,
        gemeente=inzet.gemeente,
        gebied=inzet.gebied,
        wijk=check_tekst("wijk", inzet.wijk, langst=120),
        uitvoerder=check_tekst("uitvoerder", inzet.uitvoerder, leeg="Vul in welke organisatie het doet.", langst=160),
        van=inzet.van,
        tot=inzet.tot,
        bereik_gepland=inzet.bereik_gepland,
        telwijze=_telwijze(inzet),
        vastgelegd_door=by,
        vastgelegd_op=klok.nu(),
    )
    audit.record(uitvoering, "uitvoering_vastleggen", by=by, interventie=interventie.sleutel, plek=uitvoering.plek)
    return uitvoering


@transaction.atomic
def tellen(uitvoering: Uitvoering, *, aantal: int, telwijze: str, tot: date, by: Gebruiker) -> Bereik:
    """Record how many people were reached until a day; an earlier count stays.

    Raises GeenToegang, NietMogelijk or Geweigerd.
    """
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    lock(uitvoering.interventie)
    check_geldend(uitvoering)
    check_gebeurd("tot", tot)
    if tot < uitvoering.van:
        raise Geweigerd(f"De uitvoering begint pas op {uitvoering.van:%d-%m-%Y}. Kies die dag of een latere.", "tot")
    made = Bereik.objects.create(
        uitvoering=uitvoering,
        aantal=aantal,
        telwijze=check_tekst("telwijze", telwijze, leeg=GEEN_TELWIJZE, langst=200).rstrip("."),
        tot=tot,
        door=by,
        op=klok.nu(),
    )
    audit.record(uitvoering, "bereik_tellen", by=by, aantal=aantal, telwijze=made.telwijze)
    return made


@transaction.atomic
def eindigen(uitvoering: Uitvoering, *, tot: date, reden: str, by: Gebruiker) -> None:
    """Give an uitvoering another last day, earlier or later, and why. Raises GeenToegang, NietMogelijk or Geweigerd."""
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    lock(uitvoering.interventie)
    check_geldend(uitvoering)
    if tot < uitvoering.van:
        raise Geweigerd(f"Het einde ligt voor het begin ({uitvoering.van:%d-%m-%Y}). Kies een latere dag.", "tot")
    if tot == uitvoering.tot:
        raise Geweigerd(f"De uitvoering loopt al tot en met {tot:%d-%m-%Y}. Kies een andere dag.", "tot")
    uitvoering.einde_reden = check_tekst("reden", reden, leeg="Schrijf op waarom.", langst=2000)
    uitvoering.tot = tot
    uitvoering.save(update_fields=["tot", "einde_reden"])
    dag = f"{tot:%d-%m-%Y}"
    audit.record(uitvoering, "uitvoering_eindigen", by=by, dag=dag, reden=uitvoering.einde_reden.rstrip("."))


@transaction.atomic
def vervallen(uitvoering: Uitvoering, *, reden: str, by: Gebruiker) -> None:
    """It was entered wrongly: it stays with the reason, and counts nowhere any more, nor does what paid for it.

    A text about it that a letter was to quote falls away with it.
    Raises GeenToegang, NietMogelijk or Geweigerd.
    """
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    lock(uitvoering.interventie)
    check_geldend(uitvoering)
    uitvoering.vervallen_reden = check_tekst("reden", reden, leeg="Schrijf op wat er niet klopt.", langst=2000)
    uitvoering.vervallen_op = klok.nu()
    uitvoering.save(update_fields=["vervallen_op", "vervallen_reden"])
    for kader in uitvoering.kaders.for_list().open():
        toestemming.vervallen(kader, by=by)
    audit.record(uitvoering, "uitvoering_vervallen", by=by, reden=uitvoering.vervallen_reden.rstrip("."))


def check_geldend(uitvoering: Uitvoering) -> None:
    """Raise NietMogelijk for what was entered wrongly; for who holds the lock on its interventie."""
    uitvoering.refresh_from_db()
    if uitvoering.vervallen_op:
        raise NietMogelijk(f"{uitvoering} is vervallen. Leg de uitvoering opnieuw vast als zij toch loopt.")


def _check_plek(interventie: Interventie, inzet: Inzet) -> None:
    gemeente, gebied = inzet.gemeente, inzet.gebied
    if gemeente.is_voorbeeld != interventie.is_voorbeeld:
        raise Geweigerd("Wat bedacht is en wat echt is, gaan nooit samen. Kies een andere gemeente.", "gemeente")
    if gemeente.opgegaan_op and gemeente.opgegaan_op <= inzet.van:
        raise Geweigerd(f"{gemeente} bestaat sinds {gemeente.opgegaan_op:%d-%m-%Y} niet meer.", "gemeente")
    if gebied and gebied.gemeente_id != gemeente.pk:
        raise Geweigerd(f"{gebied} ligt in {gebied.gemeente}, niet in {gemeente}. Kies wat bij elkaar hoort.", "gebied")


def _check_dagen(interventie: Interventie, inzet: Inzet) -> None:
    if inzet.tot and inzet.tot < inzet.van:
        raise Geweigerd(f"Het einde ligt voor het begin ({inzet.van:%d-%m-%Y}). Kies een latere dag.", "tot")
    if interventie.fase == Interventie.Fase.GESTOPT and inzet.van > interventie.fase_sinds:
        sinds = f"{interventie.fase_sinds:%d-%m-%Y}"
        raise Geweigerd(f"De interventie is gestopt op {sinds}. Daarna begint er geen uitvoering meer.", "van")


def _telwijze(inzet: Inzet) -> str:
    if inzet.bereik_gepland is None:
        telwijze = check_tekst("telwijze", inzet.telwijze, langst=200)
        if telwijze:
            raise Geweigerd("Vul ook het aantal in, of laat leeg hoe er wordt geteld.", "bereik_gepland")
        return ""
    return check_tekst("telwijze", inzet.telwijze, leeg=GEEN_TELWIJZE, langst=200).rstrip(".")
