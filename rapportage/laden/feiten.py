"""Loads the feiten and their versions: a version is added through its verb and never changed."""

from decimal import Decimal

from agenda import feiten
from agenda.models import Bron, Feit, FeitVersie
from rapportage.laden.bestanden import LaadFout, plek
from rapportage.laden.rijen import Rijenzetter

REDEN_NIEUW_BESTAND = "Het gegevensbestand is aangepast."


def laad_feiten(bestand: str, inhoud: dict, bekend: dict, zetter: Rijenzetter, *, by) -> None:
    """Load the feiten of one file, whose top level names their programma and onderwerp.

    `bekend` holds what `laatste_van` found before the first file.
    """
    vast = {"programma": inhoud["programma"], "onderwerp": inhoud["onderwerp"]}
    for rij in inhoud["feit"]:
        with plek(bestand, f"feit {rij.get('sleutel', '?')}"):
            velden = vast | {veld: waarde for veld, waarde in rij.items() if veld != "versies"}
            feit = zetter.zet(Feit, ["programma", "sleutel"], {k: v for k, v in velden.items() if v != ""})
            for versie in rij["versies"]:
                _laad_versie(feit, versie, bekend, zetter, by=by)


def laatste_van(by) -> dict[tuple, FeitVersie]:
    """Per feit and number the version that `by` recorded last."""
    versies = FeitVersie.objects.filter(vastgelegd_door=by).exclude(nummer_bron="").order_by("pk")
    return {(versie.feit_id, versie.nummer_bron): versie for versie in versies}


def _laad_versie(feit: Feit, rij: dict, bekend: dict, zetter: Rijenzetter, *, by) -> None:
    bron = zetter.zoek(Bron, rij["bron"])
    vorige = bekend.get((feit.pk, rij["nummer"]))
    if vorige is not None and _inhoud(vorige) == _inhoud_van(rij, bron):
        zetter.verslag.tel("versies van feiten", "ongewijzigd")
        return
    if vorige is not None and FeitVersie.objects.filter(vervangt=vorige).exists():
        raise LaadFout(
            f"Versie {rij['nummer']} van {feit.sleutel} is in het portaal al vervangen. "
            "Leg de wijziging daar vast en niet in het gegevensbestand."
        )
    feiten.vastleggen(
        feit,
        waarde=rij["waarde"],
        kwalificatie=rij.get("kwalificatie", "exact"),
        bron=bron,
        vindplaats=rij["vindplaats"],
        betreft=rij.get("betreft", ""),
        reden=REDEN_NIEUW_BESTAND if vorige else "",
        nummer=rij["nummer"],
        by=by,
        vervangt=vorige,
    )
    zetter.verslag.tel("versies van feiten", "gewijzigd" if vorige else "nieuw")


def _inhoud(versie: FeitVersie) -> tuple:
    waarde = versie.tekst if versie.getal is None else versie.getal
    return waarde, versie.kwalificatie, versie.bron_id, versie.vindplaats, versie.betreft


def _inhoud_van(rij: dict, bron: Bron) -> tuple:
    waarde = rij["waarde"] if isinstance(rij["waarde"], str) else Decimal(rij["waarde"])
    return waarde, rij.get("kwalificatie", "exact"), bron.pk, rij["vindplaats"], rij.get("betreft", "")
