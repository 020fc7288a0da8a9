"""What the portal may say: recording versions of a feit, choosing in a tegenspraak, what holds on a day."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.models import Feit, FeitVersie, Kwalificatie, Tegenspraak, Weergave
from agenda.waarden import controleer_getal, controleer_tekst

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
    return _nieuwste(feit, peildatum)


def _nieuwste(feit: Feit, peildatum: date) -> FeitVersie:
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
    controleer_tekst("vindplaats", vindplaats, voorbeeld="Schrijf bijvoorbeeld: pagina 3, tweede alinea.")
    controleer_tekst("reden", reden, voorbeeld="Schrijf bijvoorbeeld: tikfout hersteld.")
    controleer_tekst("betreft", betreft, voorbeeld="Schrijf bijvoorbeeld: 2023–2025.")
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
def kiezen(tegenspraak: Tegenspraak, keuze: str, reden: str, *, by, versies: Sequence[FeitVersie] = ()) -> Tegenspraak:
    """Decide what a new letter uses; choosing again undoes it. Each of `versies` replaces the other values of its feit.

    A feit of which the sources say more than one thing needs a version. A replacement is known from the date of
    the chosen source, so an older peildatum keeps its own value.
    """
    require(by, Permission.TEGENSPRAAK_KIEZEN)
    tegenspraak = Tegenspraak.objects.select_for_update().get(pk=tegenspraak.pk)
    if not keuze.strip() or not reden.strip():
        raise ValidationError(
            "Vul bij een keuze in wat een nieuwe brief gebruikt en waarom, "
            "bijvoorbeeld: ‘nr. 367’, ‘nagezien in het Kamerstuk’."
        )
    controleer_tekst("keuze", keuze, voorbeeld="Schrijf bijvoorbeeld: nr. 367.")
    controleer_tekst("reden", reden, voorbeeld="Schrijf bijvoorbeeld: nagezien in het Kamerstuk.", langst=200)
    _controleer_keuze(tegenspraak, versies)
    for versie in versies:
        _voer_keuze_door(tegenspraak, versie, reden, by=by)
    tegenspraak.keuze = keuze
    tegenspraak.stand = Tegenspraak.Stand.BEVESTIGD
    tegenspraak.herkomst_keuze = reden
    tegenspraak.save(update_fields=["keuze", "stand", "herkomst_keuze"])
    audit.record(tegenspraak, "tegenspraak_kiezen", by=by, keuze=keuze, reden=reden)
    return tegenspraak


def waarden(feit: Feit) -> list[FeitVersie]:
    """Every value that was ever stated of `feit`, replaced ones too: each once, by its newest source."""
    gevonden: dict[tuple, FeitVersie] = {}
    for versie in sorted(feit.versies.all(), key=lambda v: (v.bekend_sinds or date.min, -v.pk), reverse=True):
        gevonden.setdefault(_waarde(versie), versie)
    return list(gevonden.values())


def is_oneens(feit: Feit) -> bool:
    """Whether the versions of `feit` that nothing replaces have more than one value."""
    return len({_waarde(versie) for versie in FeitVersie.objects.latest_of([feit])}) > 1


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
        controleer_tekst("waarde", waarde, voorbeeld="Schrijf de woorden van de bron, bijvoorbeeld ‘mei 2024’.")
        return {"tekst": waarde}
    if isinstance(waarde, bool) or not isinstance(waarde, int | Decimal):
        raise ValidationError(f"‘{feit.naam}’ is een getal. Geef een geheel of decimaal getal, bijvoorbeeld 313327.")
    controleer_getal(feit, Decimal(waarde))
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


def _controleer_keuze(tegenspraak: Tegenspraak, versies: Sequence[FeitVersie]) -> None:
    feiten = list(tegenspraak.feiten.all())
    gekozen = [versie.feit_id for versie in versies]
    if not {feit.pk for feit in feiten}.issuperset(gekozen):
        raise ValidationError(f"De gekozen versie hoort niet bij een feit van tegenspraak {tegenspraak.nummer}.")
    if len(set(gekozen)) < len(gekozen):
        raise ValidationError("Kies van elk feit één waarde, niet meer.")
    for feit in feiten:
        if feit.pk not in gekozen and is_oneens(feit):
            raise ValidationError(
                f"Van ‘{feit.naam}’ ({feit.sleutel}) staan er nu verschillende waarden. Kies bij tegenspraak "
                f"{tegenspraak.nummer} ook welke waarde klopt."
            )


def _voer_keuze_door(tegenspraak: Tegenspraak, versie: FeitVersie, reden: str, *, by) -> None:
    for ander in FeitVersie.objects.latest_of([versie.feit]):
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
    _controleer_dat_het_geldt(versie)


def _controleer_dat_het_geldt(versie: FeitVersie) -> None:
    """A choice that does not make its value hold is no choice: an undated source, for example, never holds."""
    feit = Feit.objects.get(pk=versie.feit_id)
    try:
        geldt = _nieuwste(feit, klok.vandaag())
    except GeenWaarde as fout:
        reden = str(fout)
    else:
        reden = f"Nu geldt de waarde uit {geldt.bron}."
        if _waarde(geldt) == _waarde(versie):
            return
    raise ValidationError(
        f"De gekozen waarde van ‘{feit.naam}’ gaat zo niet gelden. De bron ervan is: {versie.bron}. {reden} Kies "
        "een waarde uit een bron met een bekende datum, of leg de waarde eerst met zo’n bron vast."
    )
