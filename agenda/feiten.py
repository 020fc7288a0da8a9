"""What the portal may say: recording versions of a feit, choosing in a tegenspraak, what holds on a day."""

from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.models import Feit, FeitVersie, Kwalificatie, Tegenspraak, Weergave

# Columns that need no check of their own: looked up before, or allowed to be empty here.
ALREADY_CHECKED = ["feit", "bron", "vervangt", "vastgelegd_door", "nummer_bron", "getal", "bekend_sinds"]


class GeenWaarde(Exception):
    """A feit has no value that a text may use; the message says why and what to do, in Dutch."""


class FeitOpen(GeenWaarde):
    """The sources contradict each other and nobody has chosen."""


class FeitOntbreekt(GeenWaarde):
    """No source that is known on the day states the feit."""


def geldend(feit: Feit, peildatum: date) -> FeitVersie:
    """The version that holds on `peildatum`: from the newest source known by then, with its date known.

    Of versions with the same value the one with a qualifier wins, so that a "ruim" is never lost.
    Raises FeitOpen or FeitOntbreekt.
    """
    _weiger_open_tegenspraak(feit)
    versies = _bekend(feit, peildatum)
    if not versies:
        raise FeitOntbreekt(
            f"‘{feit.naam}’ ({feit.sleutel}) heeft op {peildatum:%d-%m-%Y} geen waarde uit een bron met een "
            "bekende datum. Leg een versie vast met een gedateerde bron, of kies een latere peildatum."
        )
    nieuwste = [versie for versie in versies if versie.bekend_sinds == versies[0].bekend_sinds]
    if len({_waarde(versie) for versie in nieuwste}) > 1:
        plekken = "; ".join(f"{versie.bron}, {versie.vindplaats}" for versie in nieuwste)
        raise FeitOpen(
            f"‘{feit.naam}’ ({feit.sleutel}) heeft verschillende waarden uit bronnen van dezelfde datum: "
            f"{plekken}. Leg vast welke versie een andere vervangt, met de reden."
        )
    return min(nieuwste, key=lambda versie: versie.kwalificatie == Kwalificatie.EXACT)


def eerdere(versie: FeitVersie) -> list[FeitVersie]:
    """The versions with another value that were known before `versie`, newest first, each value once."""
    if versie.bekend_sinds is None:
        return []
    gezien, rest = {_waarde(versie)}, []
    for ouder in _bekend(versie.feit, versie.bekend_sinds - timedelta(days=1)):
        if _waarde(ouder) not in gezien:
            gezien.add(_waarde(ouder))
            rest.append(ouder)
    return rest


@transaction.atomic
def vastleggen(
    feit: Feit,
    *,
    waarde: Decimal | int | str,
    kwalificatie: str,
    bron,
    vindplaats: str,
    betreft: str = "",
    reden: str = "",
    nummer: str = "",
    by,
    vervangt: FeitVersie | None = None,
) -> FeitVersie:
    """Add a version to `feit`; earlier versions stay as they are. A replacement needs a reden."""
    require(by, Permission.FEIT_VASTLEGGEN)
    feit = Feit.objects.select_for_update().get(pk=feit.pk)
    _controleer_vervanging(feit, vervangt, reden, bron, nummer)
    versie = FeitVersie(
        feit=feit,
        nummer_bron=nummer,
        kwalificatie=kwalificatie,
        betreft=betreft,
        bekend_sinds=bron.bekend_sinds,
        bekend_precisie=bron.bekend_precisie,
        bron=bron,
        vindplaats=vindplaats,
        vervangt=vervangt,
        reden=reden,
        vastgelegd_op=klok.nu(),
        vastgelegd_door=by,
        **_velden(feit, waarde),
    )
    versie.clean_fields(exclude=ALREADY_CHECKED)
    versie.save(force_insert=True)
    audit.record(feit, "feit_vastleggen", by=by, versie=versie.pk, nummer=nummer, bron=bron.sleutel)
    return versie


@transaction.atomic
def kiezen(tegenspraak: Tegenspraak, keuze: str, reden: str, *, by, versie: FeitVersie | None = None) -> Tegenspraak:
    """Decide what a new letter uses. With `versie` that version replaces those with another value.

    A replacement is known from the date of the chosen source, so an older peildatum keeps its own value.
    """
    require(by, Permission.TEGENSPRAAK_KIEZEN)
    tegenspraak = Tegenspraak.objects.select_for_update().get(pk=tegenspraak.pk)
    if not keuze.strip() or not reden.strip():
        raise ValidationError(
            "Vul bij een keuze in wat een nieuwe brief gebruikt en waarom, "
            "bijvoorbeeld: ‘nr. 367’, ‘nagezien in het Kamerstuk’."
        )
    if versie is not None:
        _voer_keuze_door(tegenspraak, versie, reden, by=by)
    tegenspraak.keuze = keuze
    tegenspraak.stand = Tegenspraak.Stand.BEVESTIGD
    tegenspraak.herkomst_keuze = reden
    tegenspraak.save(update_fields=["keuze", "stand", "herkomst_keuze"])
    audit.record(tegenspraak, "tegenspraak_kiezen", by=by, keuze=keuze, reden=reden)
    return tegenspraak


def _weiger_open_tegenspraak(feit: Feit) -> None:
    nummers = [t.nummer for t in feit.tegenspraken.all() if t.stand == Tegenspraak.Stand.OPEN]
    if nummers:
        raise FeitOpen(
            f"Over ‘{feit.naam}’ ({feit.sleutel}) spreken de bronnen elkaar tegen en er is nog niet gekozen. "
            f"Leg eerst een keuze vast bij tegenspraak {', '.join(nummers)}."
        )


def _bekend(feit: Feit, peildatum: date) -> list[FeitVersie]:
    """The versions known on `peildatum` that no other known version replaces, newest source first.

    Filters here and not in the database, so that a list can ask the versions of all its feiten at once.
    """
    versies = [v for v in feit.versies.all() if v.bekend_sinds is not None and v.bekend_sinds <= peildatum]
    vervangen = {versie.vervangt_id for versie in versies}
    rest = [versie for versie in versies if versie.pk not in vervangen]
    return sorted(rest, key=lambda versie: versie.bekend_sinds, reverse=True)


def _waarde(versie: FeitVersie) -> tuple:
    return versie.getal, versie.tekst


def _velden(feit: Feit, waarde) -> dict:
    """The value as columns: a feit that is written as text has text, every other feit has a number."""
    if feit.weergave == Weergave.TEKST:
        if not isinstance(waarde, str) or not waarde.strip():
            raise ValidationError(f"‘{feit.naam}’ wordt als tekst geschreven. Geef een tekst, bijvoorbeeld ‘mei 2024’.")
        return {"tekst": waarde}
    if isinstance(waarde, bool) or not isinstance(waarde, int | Decimal):
        raise ValidationError(f"‘{feit.naam}’ is een getal. Geef een geheel of decimaal getal, bijvoorbeeld 313327.")
    return {"getal": Decimal(waarde)}


def _controleer_vervanging(feit: Feit, vervangt: FeitVersie | None, reden: str, bron, nummer: str) -> None:
    if vervangt is None:
        if feit.versies.filter(bron=bron, nummer_bron=nummer, vervangt=None).exists():
            raise ValidationError(
                f"Van ‘{feit.naam}’ is al een versie uit deze bron vastgelegd. Zeg welke versie u vervangt."
            )
        return
    if vervangt.feit_id != feit.pk:
        raise ValidationError(f"De versie die u vervangt hoort bij {vervangt.feit.sleutel}, niet bij {feit.sleutel}.")
    if not reden.strip():
        raise ValidationError("Vul de reden in als u een versie vervangt, bijvoorbeeld: ‘tikfout hersteld’.")
    if FeitVersie.objects.filter(vervangt=vervangt).exists():
        raise ValidationError("Deze versie is al vervangen. Vervang de nieuwste versie van de reeks.")


def _voer_keuze_door(tegenspraak: Tegenspraak, versie: FeitVersie, reden: str, *, by) -> None:
    if not tegenspraak.feiten.filter(pk=versie.feit_id).exists():
        raise ValidationError(f"De gekozen versie hoort niet bij een feit van tegenspraak {tegenspraak.nummer}.")
    for ander in _laatste_versies(versie.feit):
        if _waarde(ander) != _waarde(versie):
            vastleggen(
                versie.feit,
                waarde=versie.tekst if versie.getal is None else versie.getal,
                kwalificatie=versie.kwalificatie,
                bron=versie.bron,
                vindplaats=versie.vindplaats,
                betreft=versie.betreft,
                reden=f"Keuze bij {tegenspraak.nummer}: {reden}",
                nummer=versie.nummer_bron,
                by=by,
                vervangt=ander,
            )


def _laatste_versies(feit: Feit) -> list[FeitVersie]:
    vervangen = feit.versies.exclude(vervangt=None).values("vervangt")
    return list(feit.versies.exclude(pk__in=vervangen))
