"""A gemeente proposes an approach of its own; the staff takes it in as an interventie, or says why not."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from django.db import transaction

from actielijnen.activiteiten.nummers import volgend_nummer
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.berichten import afhandelen, stuur
from agenda.gemeentelijk import check_gemeente, mensen_van
from agenda.levensloop import advance
from agenda.models import Gebruiker, Gemeente
from interventies.models import Interventie, Interventievoorstel
from interventies.palet.beschrijven import beschrijven
from interventies.palet.regels import check_tekst

BERICHT = "voorstel_ingediend"
LANGST = 4000  # characters of a text
# What each part of a voorstel asks for when it is empty.
GEEN = {
    "naam": "Vul in hoe uw gemeente de aanpak noemt.",
    "wat": "Schrijf op wat er gebeurt, en wat het oplevert.",
    "doelgroep": "Schrijf op voor wie het is.",
    "waar": "Schrijf op waar het loopt, en sinds wanneer.",
    "waarom": "Schrijf op waarom u denkt dat het werkt.",
    "contact": "Vul in waar wij iets kunnen vragen, bijvoorbeeld: afdeling Jeugd, jeugd@gemeente.nl.",
}


@dataclass(frozen=True)
class Aanpak:
    """What a gemeente writes about its approach; `contact` is a department or general address, nobody's own."""

    naam: str
    wat: str
    doelgroep: str
    waar: str
    waarom: str
    contact: str


@transaction.atomic
def indienen(gemeente: Gemeente, aanpak: Aanpak, *, by: Gebruiker) -> Interventievoorstel:
    """Propose an approach of `gemeente`. Raises GeenToegang, or Geweigerd at the part that cannot stand."""
    require(by, Permission.INTERVENTIE_VOORSTELLEN)
    check_gemeente(gemeente, by)
    voorstel = Interventievoorstel.objects.create(
        nummer=volgend_nummer("VST", Interventievoorstel.objects.all()),
        gemeente=gemeente,
        **{each.name: _deel(each.name, getattr(aanpak, each.name)) for each in fields(aanpak)},
        ingediend_op=klok.nu(),
        ingediend_door=by,
    )
    audit.record(voorstel, "voorstel_indienen", by=by, gemeente=gemeente.naam)
    staf = Gebruiker.objects.with_permission(Permission.INTERVENTIE_BESCHRIJVEN)
    stuur(BERICHT, staf, over=voorstel, kenmerk=voorstel.nummer, by=by)
    return voorstel


def _deel(naam: str, tekst: str) -> str:
    field = Interventievoorstel._meta.get_field(naam)
    return check_tekst(naam, tekst, leeg=GEEN[naam], langst=field.max_length or LANGST)


@transaction.atomic
def intrekken(voorstel: Interventievoorstel, *, by: Gebruiker) -> None:
    """The gemeente takes its voorstel back. Raises GeenToegang or NietMogelijk."""
    check_gemeente(voorstel.gemeente, by)
    advance(voorstel, "voorstel_intrekken", by=by)
    afhandelen(BERICHT, voorstel)


@transaction.atomic
def behandelen(voorstel: Interventievoorstel, *, by: Gebruiker) -> None:
    """Tell the gemeente that somebody looks at it. Raises GeenToegang or NietMogelijk."""
    advance(voorstel, "voorstel_behandelen", by=by)


@transaction.atomic
def afwijzen(voorstel: Interventievoorstel, *, reden: str, by: Gebruiker) -> None:
    """Do not take it over, with the reason that the gemeente reads. Raises GeenToegang, NietMogelijk or Geweigerd."""
    reden = check_tekst("reden", reden, leeg="Schrijf op waarom; de gemeente leest dit.", langst=2000)
    advance(voorstel, "voorstel_afwijzen", by=by, velden={"reden": reden}, reden=reden.rstrip("."))
    _vertel("voorstel_afgewezen", voorstel, by)


@transaction.atomic
def overnemen(voorstel: Interventievoorstel, beschrijving: Mapping[str, str], termen, *, by: Gebruiker) -> Interventie:
    """Describe the voorstel as an interventie, which remembers where it came from.

    Whoever describes it is its author, so another does the scopetoets. Raises GeenToegang, NietMogelijk or Geweigerd.
    """
    interventie = beschrijven(beschrijving, termen, by=by, is_voorbeeld=voorstel.is_voorbeeld)
    overgenomen = {"interventie": interventie}
    advance(voorstel, "voorstel_overnemen", by=by, velden=overgenomen, sleutel=interventie.sleutel)
    _vertel("voorstel_overgenomen", voorstel, by)
    return interventie


def _vertel(soort: str, voorstel: Interventievoorstel, by: Gebruiker) -> None:
    """What the staff decided; there is nothing left to do for anybody."""
    afhandelen(BERICHT, voorstel)
    gemeente = mensen_van(voorstel.gemeente, Permission.INTERVENTIE_VOORSTELLEN)
    stuur(soort, gemeente, over=voorstel, kenmerk=voorstel.nummer, adres=voorstel.adres_gemeente, by=by)
