"""The verbs of an aanlevering: take in and judge, take over, withdraw. Nothing is saved half."""

from collections.abc import Sequence

from django.core.files.storage import default_storage
from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import NietMogelijk, advance
from agenda.models import Bestand, Bron, Gebruiker
from agenda.uitwisselen.lezen import Onleesbaar, lees
from agenda.uitwisselen.rijen import Dubbel, per_kolom, probeer
from subsidies.models import Aanlevering, Aanleverrij, RegelingVersie
from subsidies.regelingen.openstellen import GeenIntake, Handeling, eis_intake
from subsidies.regelingen.vastleggen import slot
from subsidies.uitwisselen import sommen
from subsidies.uitwisselen.rijen import KOPPEN, NIET_VERPLICHT, VAN_EEN_BESLUIT, Toekenningrij

MEESTE_RIJEN = 2000  # gebieden × themes × years of one regeling, with room to spare
Oordeel = Aanleverrij.Oordeel
KOLOMMEN = list(KOPPEN.values())
VERPLICHT = [kop for kop in KOLOMMEN if kop not in NIET_VERPLICHT]


@transaction.atomic
def innemen(versie: RegelingVersie, upload: Bestand, *, bron: Bron, by: Gebruiker) -> Aanlevering:
    """Take in and judge `upload`. Raises GeenToegang, NietMogelijk, Onleesbaar, or GeenIntake (it holds decisions)."""
    require(by, Permission.REGELING_BIJHOUDEN)
    slot(versie)
    eerder = Aanlevering.objects.filter(versie=versie, sha256=upload.sha256).exclude(status="ingetrokken").first()
    if eerder:
        dag = f"{eerder.gemaakt_op.astimezone(klok.AMSTERDAM):%d-%m-%Y}"
        raise Onleesbaar(f"Dit bestand is hier al aangeleverd op {dag}. Kies een ander bestand, of trek dat in.")
    rijen = _rijen(versie, upload)
    nieuw = Aanlevering.objects.create(
        versie=versie, bron=bron, naam=upload.naam, sha256=upload.sha256, bestand=upload,
        gemaakt_op=klok.nu(), gemaakt_door=by,
    )  # fmt: skip
    records = [
        Aanleverrij(aanlevering=nieuw, nummer=nummer, cellen=cellen, is_som=sommen.is_som(cellen), oordeel=Oordeel.FOUT)
        for nummer, cellen in rijen
    ]
    with transaction.atomic():
        _boek(nieuw, records, Oordeel.GOED, by=by)
        transaction.set_rollback(True)  # judged as if they were saved, and taken back
    Aanleverrij.objects.bulk_create(records)
    audit.record(nieuw, "aanlevering_innemen", by=by, rijen=len(records))
    return nieuw


@transaction.atomic
def overnemen(aanlevering: Aanlevering, *, by: Gebruiker) -> None:
    """Save the good rows as toekenningen, all in one transaction. Raises GeenToegang or NietMogelijk."""
    require(by, Permission.REGELING_BIJHOUDEN)
    slot(aanlevering.versie)
    rijen = list(aanlevering.rijen.all())
    if verkeerd := [str(rij.nummer) for rij in rijen if rij.is_som and rij.oordeel == Oordeel.FOUT]:
        raise NietMogelijk(
            f"De optelling in rij {', '.join(verkeerd)} klopt niet. Dan is niet te zeggen welke rij verkeerd is, "
            "en neemt het portaal niets over. Verbeter het bestand en lever het opnieuw aan."
        )
    goed = [rij for rij in rijen if rij.oordeel == Oordeel.GOED]
    _boek(aanlevering, goed, Oordeel.OVERGENOMEN, by=by)
    Aanleverrij.objects.bulk_update(goed, ["oordeel", "fouten"])
    aantal = sum(rij.oordeel == Oordeel.OVERGENOMEN for rij in goed)
    advance(aanlevering, "aanlevering_overnemen", by=by, aantal=aantal)
    if not aantal:
        raise NietMogelijk(
            f"Geen enkele rij kan worden overgenomen.{_eerste_fouten(goed)} Verbeter het bestand en "
            "lever het opnieuw aan."
        )


@transaction.atomic
def intrekken(aanlevering: Aanlevering, *, by: Gebruiker) -> None:
    """Leave it; the rows stay readable. Raises GeenToegang or NietMogelijk."""
    advance(aanlevering, "aanlevering_intrekken", by=by)


def _eerste_fouten(rijen: Sequence[Aanleverrij]) -> str:
    """What was wrong in the first of these rows, as the refusal says it: what it rolls back stands nowhere else."""
    fouten = [f" Rij {rij.nummer}: {melding}" for rij in rijen for melding in rij.fouten.values()]
    return "".join(fouten[:3]) + (f" Meer fouten: {len(fouten) - 3}." if len(fouten) > 3 else "")


def _rijen(versie: RegelingVersie, upload: Bestand) -> list[tuple[int, dict]]:
    """The rows of the file. Raises Onleesbaar, and GeenIntake when it holds decisions or payments."""
    with default_storage.open(upload.plaats) as stroom:
        rijen = list(lees(stroom, upload.naam, [*KOLOMMEN, *VAN_EEN_BESLUIT], VERPLICHT))
    if not rijen:
        raise Onleesbaar("Onder de kolomkoppen staat geen enkele rij. Vul het bestand, en kies het opnieuw.")
    if len(rijen) > MEESTE_RIJEN:
        raise Onleesbaar(f"Het bestand heeft meer dan {MEESTE_RIJEN} rijen. Splits het in delen.")
    if besluit := [kop for kop in rijen[0][1] if kop in VAN_EEN_BESLUIT]:
        try:
            eis_intake(versie, Handeling.BETALEN if "etaald" in besluit[0] else Handeling.BESLUITEN)
        except GeenIntake as geweigerd:
            raise GeenIntake(f"De kolom ‘{besluit[0]}’ kan niet mee. {geweigerd}") from None
    return rijen


def _boek(aanlevering: Aanlevering, rijen: Sequence[Aanleverrij], gelukt: str, *, by: Gebruiker) -> None:
    resource = Toekenningrij(aanlevering, by)
    gewoon = [(rij.nummer, rij.cellen) for rij in rijen if not rij.is_som]
    for rij in rijen:
        if rij.is_som:
            melding = sommen.fout_in(rij.cellen, gewoon)
            rij.oordeel, rij.fouten = (Oordeel.FOUT, {"Bedrag": melding}) if melding else (Oordeel.SOM, {})
            continue
        fout = probeer(resource, rij.cellen, rij.nummer)
        rij.oordeel = gelukt if fout is None else Oordeel.DUBBEL if isinstance(fout, Dubbel) else Oordeel.FOUT
        rij.fouten = per_kolom(fout) if fout else {}
