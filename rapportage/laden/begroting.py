"""Loads the amounts of the begroting: each is booked once as a mutatie, through its verb, and never changed."""

from actielijnen.begroting.mutaties import Besluit, muteren
from actielijnen.models import Begrotingsregel, Mutatie
from agenda.models import Bron
from agenda.money import lees_bedrag
from rapportage.laden.bestanden import LaadFout, plek
from rapportage.laden.rijen import Rijenzetter


def laad_mutaties(bestand: str, inhoud: dict, zetter: Rijenzetter, *, by) -> None:
    """Book the mutaties of one file on the undivided line of their post. Raises LaadFout."""
    for nummer, rij in enumerate(inhoud.get("mutatie", []), start=1):
        with plek(bestand, f"mutatie {nummer}"):
            regel = Begrotingsregel.objects.get(
                post__programma__code=inhoud["programma"], post__nummer=rij["post"], jaar=None, dekkingsbron=None
            )
            _laad(regel, rij, zetter, by=by)


def _laad(regel: Begrotingsregel, rij: dict, zetter: Rijenzetter, *, by) -> None:
    bron, bedrag = zetter.zoek(Bron, rij["bron"]), lees_bedrag(str(rij["bedrag"]))
    er_al = Mutatie.objects.filter(regel=regel, bron=bron, vindplaats=rij["vindplaats"], budget=rij["budget"]).first()
    if er_al and er_al.bedrag != bedrag:
        raise LaadFout(
            f"Op {regel} is uit deze vindplaats al {er_al.bedrag} geboekt, en het bestand zegt {bedrag}. "
            "Een boeking verandert niet. Boek het verschil in het portaal als mutatie."
        )
    if not er_al:
        besluit = Besluit(
            moment=rij["moment"],
            begrotingsjaar=rij.get("begrotingsjaar"),
            bron=bron,
            vindplaats=rij["vindplaats"],
            reden=rij["reden"],
        )
        muteren(regel, budget=rij["budget"], soort=rij["soort"], bedrag=bedrag, besluit=besluit, by=by)
    zetter.verslag.tel(Mutatie._meta.verbose_name_plural, "ongewijzigd" if er_al else "nieuw")
