"""Putting the newest version in the public catalogue, and taking it out again."""

from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import NietMogelijk, advance
from agenda.models import Gebruiker
from interventies.models import Interventie, Publicatie
from interventies.palet.regels import check_gelezen, check_tekst, lock
from interventies.palet.toetsen import ontbrekende_toets
from interventies.zoeken.opnemen import opnemen


def staat_in_de_weg(interventie: Interventie) -> str:
    """Why the newest version cannot be published now, in Dutch; empty if it can."""
    if interventie.fase == Interventie.Fase.BESCHREVEN:
        return "De interventie is nog in voorbereiding. Publiceren kan vanaf ‘testen wat werkt’."
    if interventie.publicaties.openbaar().filter(versie=interventie.laatste_id).exists():
        return f"Versie {interventie.laatste.nummer} staat al in de catalogus."
    return ontbrekende_toets(interventie)


@transaction.atomic
def publiceren(interventie: Interventie, *, gelezen: int | None = None, by: Gebruiker) -> Publicatie:
    """Publish the newest version in place of an earlier one. Raises GeenToegang, NietMogelijk or Geweigerd.

    `gelezen`: the number of the version that the publisher had before him; a newer one is refused.
    """
    require(by, Permission.INTERVENTIE_PUBLICEREN)
    lock(interventie)
    check_gelezen(interventie, gelezen)
    if waarom := staat_in_de_weg(interventie):
        raise NietMogelijk(waarom)
    for eerder in interventie.publicaties.openbaar():
        velden = {"geeindigd_op": klok.nu()}
        advance(eerder, "publicatie_vervangen", by=by, velden=velden, interventie=interventie.sleutel)
    publicatie = Publicatie.objects.create(
        interventie=interventie, versie=interventie.laatste, gepubliceerd_op=klok.nu(), gepubliceerd_door=by
    )
    opnemen(publicatie)
    audit.record(interventie, "interventie_publiceren", by=by, versie=interventie.laatste.nummer)
    return publicatie


@transaction.atomic
def intrekken(publicatie: Publicatie, *, reden: str, by: Gebruiker) -> None:
    """Take it out of the catalogue; its page is gone at once. Raises GeenToegang, NietMogelijk or Geweigerd."""
    reden = check_tekst("reden", reden, leeg="Schrijf op waarom dit uit de catalogus gaat.", langst=2000)
    velden = {"geeindigd_op": klok.nu(), "reden": reden}
    advance(publicatie, "publicatie_intrekken", by=by, velden=velden, interventie=publicatie.interventie.sleutel)
