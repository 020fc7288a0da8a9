"""Destroying what was confirmed, record by record, and the verklaring that stays."""

import hashlib
from collections import Counter

from django.db import transaction
from django.db.models import ProtectedError

from agenda import klok, levensloop, privacy
from agenda.models import Gebruiker, Taak, Vernietigingslijst, Vernietigingsregel, Vernietigingsverklaring
from agenda.opruimen.soorten import SOORTEN
from agenda.opruimen.verklaring import written
from agenda.opruimen.vernietigen import TAAK
from agenda.taken import taak

NIET_MEER = "De bewaartermijn is niet meer voorbij: er is daarna nog iets mee gedaan, of het gegeven is er niet meer."
GROND = "Deze termijn is vastgesteld in de instellingen van het portaal."
GROND_PER_LIJST = "Deze termijn is een voorstel, nog niet vastgesteld. Een tweede persoon heeft deze lijst bevestigd."
NODIG = "Een ander gegeven dat moet blijven, heeft dit gegeven nodig."


@taak(TAAK, naam="Gegevens vernietigen")
def uitvoeren(taak: Taak, *, lijst: int) -> None:
    """Destroy what is left of a confirmed list, then write its verklaring. Broken off, it goes on where it was."""
    vernietigingslijst = Vernietigingslijst.objects.get(pk=lijst)
    open_regels = vernietigingslijst.regels.filter(bewaren_omdat="", vernietigd_op__isnull=True)
    totaal = vernietigingslijst.regels.count()
    gedaan = totaal - open_regels.count()
    volgorde = list(SOORTEN)
    for regel in sorted(open_regels, key=lambda regel: volgorde.index(regel.soort)):
        with transaction.atomic():
            gedaan += 1
            taak.voortgang(gedaan, totaal)  # first: who lost the taak destroys nothing more
            vernietig(regel.pk, by=taak.aangevraagd_door)
    afronden(vernietigingslijst, by=taak.aangevraagd_door)


def vernietig(pk: int, *, by) -> None:
    """Destroy the record of one regel, or say on the regel why it stays. A second time it does nothing."""
    regel = Vernietigingsregel.objects.select_for_update().get(pk=pk)
    if regel.vernietigd_op or regel.bewaren_omdat:
        return
    record = expired(regel)
    if record is None:
        regel.bewaren_omdat = NIET_MEER
    elif holds_what_is_kept(record, regel.lijst):
        regel.bewaren_omdat = NODIG
    else:
        try:
            with transaction.atomic():
                SOORTEN[regel.soort].wis(record, by=by)
            regel.vernietigd_op = klok.nu()
        except ProtectedError:
            regel.bewaren_omdat = NODIG
    regel.save(update_fields=["vernietigd_op", "bewaren_omdat"])


def holds_what_is_kept(record, lijst: Vernietigingslijst) -> bool:
    """Whether `record` is an account that would take along something that the second person keeps."""
    if not isinstance(record, Gebruiker):
        return False
    kept = set(lijst.regels.exclude(bewaren_omdat="").values_list("soort", "sleutel"))
    models = {soort.records().model: sleutel for sleutel, soort in SOORTEN.items()}
    return any(
        (models[rows.model], str(each.pk)) in kept
        for rows in privacy.rijen_van(record)
        if rows.model in models
        for each in rows
    )


def expired(regel: Vernietigingsregel):
    """The record of the regel, locked; None when it is gone or when its term has not passed any more."""
    soort = SOORTEN[regel.soort]
    if not soort.verlopen(regel.soort, klok.nu()).filter(pk=regel.sleutel).exists():
        return None
    model = soort.records().model
    record = model.objects.select_for_update().filter(pk=regel.sleutel).first()
    # Looked at again with the lock, because somebody may have signed in between.
    is_still = soort.verlopen(regel.soort, klok.nu()).filter(pk=regel.sleutel).exists()
    return record if is_still else None


@transaction.atomic
def afronden(lijst: Vernietigingslijst, *, by) -> Vernietigingsverklaring:
    """The verklaring, written once. Raises GeenToegang or NietMogelijk."""
    nu = klok.nu()
    inhoud = verklaring_van(lijst, uitgevoerd_op=nu)
    sha256 = digest(inhoud)
    levensloop.advance(lijst, "vernietiging_uitvoeren", by=by, velden={"uitgevoerd_op": nu}, sha256=sha256)
    return Vernietigingsverklaring.objects.create(lijst=lijst, inhoud=inhoud, sha256=sha256, gemaakt_op=nu)


def verklaring_van(lijst: Vernietigingslijst, *, uitgevoerd_op) -> dict:
    """Which kinds, how many, from when to when, on which ground and how (Archiefbesluit 1995, artikel 8); no names."""
    regels = list(lijst.regels.all())
    return {
        "nummer": lijst.nummer,
        "opgesteld": {"op": lijst.opgesteld_op.isoformat(), "account": lijst.opgesteld_door_id},
        "bevestigd": {"op": lijst.besloten_op.isoformat(), "account": lijst.besloten_door_id},
        "uitgevoerd_op": uitgevoerd_op.isoformat(),
        "vernietigd": [
            part_of(sleutel, gone)
            for sleutel in SOORTEN
            if (gone := [each for each in regels if each.soort == sleutel and each.vernietigd_op])
        ],
        "bewaard": dict(Counter(each.bewaren_omdat for each in regels if each.bewaren_omdat)),
    }


def part_of(sleutel: str, gone: list[Vernietigingsregel]) -> dict:
    """One line of the verklaring: a kind with its count, dates, ground and way."""
    termijn = privacy.termijn(sleutel)
    return {
        "soort": SOORTEN[sleutel].naam,
        "aantal": len(gone),
        "oudste": min(each.sinds for each in gone).isoformat(),
        "jongste": max(each.sinds for each in gone).isoformat(),
        "grond": f"Bewaartermijn: {termijn.zin} {GROND if termijn.bron else GROND_PER_LIJST}",
        "wijze": SOORTEN[sleutel].wijze,
    }


def digest(inhoud: dict) -> str:
    """The checksum of a verklaring with this content."""
    return hashlib.sha256(written(inhoud)).hexdigest()
