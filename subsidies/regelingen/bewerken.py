"""Changing a form in concept, one thing at a time. What cannot be is refused, and named.

Each verb reads the form as a design, changes that, and writes it anew through the checks of `formulier`: nobody can
have answered a concept. A section or question is therefore named by its sleutel.
"""

from collections.abc import Callable
from dataclasses import fields, replace

from django.db import transaction
from django.utils.text import slugify

from agenda import audit
from agenda.access import Permission, require
from agenda.levensloop import NietMogelijk
from agenda.models import Gebruiker
from subsidies.models import Formulierversie, Formuliervraag
from subsidies.regelingen.formulier import Sectie, Vraag, opstellen, schrijf

Ontwerp = list[Sectie]
EIGEN = {each.name for each in fields(Vraag)} - {"als"}  # what a question has under the same name as its design


def ontwerp(formulier: Formulierversie) -> Ontwerp:
    """The form as a design, to write it again as it is."""
    vragen = list(formulier.vragen.select_related("als_vraag"))
    return [
        Sectie(
            sectie.sleutel, sectie.titel, [_design(each) for each in vragen if each.sectie_id == sectie.pk],
            sectie.toelichting,
        )
        for sectie in formulier.secties.all()
    ]  # fmt: skip


def _design(vraag: Formuliervraag) -> Vraag:
    als = (vraag.als_vraag.sleutel, vraag.als_waarde) if vraag.als_vraag else None
    velden = {naam: getattr(vraag, naam) for naam in EIGEN}
    return Vraag(**velden | {"keuzes": [tuple(each) for each in vraag.keuzes]}, als=als)


@transaction.atomic
def kopie(vast: Formulierversie, *, by: Gebruiker) -> Formulierversie:
    """A concept of the next form of the same version, as `vast` is. Raises GeenToegang or NietMogelijk."""
    return opstellen(vast.versie, ontwerp(vast), by=by)


def sectie_toevoegen(formulier: Formulierversie, *, titel: str, toelichting: str, by: Gebruiker) -> None:
    """One more section, the last. Raises GeenToegang or NietMogelijk, as every verb here."""

    def change(secties: Ontwerp) -> Ontwerp:
        sleutel = _nieuwe_sleutel(titel, {each.sleutel for each in secties})
        return [*secties, Sectie(sleutel, titel, [], toelichting)]

    _herschrijf(formulier, change, f"onderdeel ‘{titel}’ toegevoegd", by)


def sectie_wijzigen(formulier: Formulierversie, sleutel: str, *, titel: str, toelichting: str, by: Gebruiker) -> None:
    """Another title or explanation."""

    def change(secties: Ontwerp) -> Ontwerp:
        return [replace(s, titel=titel, toelichting=toelichting) if s.sleutel == sleutel else s for s in secties]

    _herschrijf(formulier, change, f"onderdeel ‘{titel}’ gewijzigd", by)


def sectie_verplaatsen(formulier: Formulierversie, sleutel: str, *, omhoog: bool, by: Gebruiker) -> None:
    """Change places with the section above or below."""
    _herschrijf(formulier, lambda secties: _swapped(secties, sleutel, omhoog), "onderdeel verplaatst", by)


def sectie_verwijderen(formulier: Formulierversie, sleutel: str, *, by: Gebruiker) -> None:
    """Take a section away; refused as long as it has questions, so that no click costs more than one of these."""

    def change(secties: Ontwerp) -> Ontwerp:
        weg = [len(each.vragen) for each in secties if each.sleutel == sleutel]
        if any(weg):
            vragen = "nog 1 vraag. Verwijder die" if weg == [1] else f"nog {weg[0]} vragen. Verwijder die"
            raise NietMogelijk(f"Dit onderdeel heeft {vragen} eerst.")
        return [each for each in secties if each.sleutel != sleutel]

    _herschrijf(formulier, change, "onderdeel weggehaald", by)


def vraag_toevoegen(formulier: Formulierversie, sectie: str, *, by: Gebruiker, **velden) -> None:
    """One more question, the last of `sectie`; `velden` are those of a Vraag but its sleutel."""

    def change(secties: Ontwerp) -> Ontwerp:
        sleutel = _nieuwe_sleutel(velden["vraag"], {v.sleutel for each in secties for v in each.vragen})
        return [
            replace(each, vragen=[*each.vragen, Vraag(sleutel=sleutel, **velden)]) if each.sleutel == sectie else each
            for each in secties
        ]

    _herschrijf(formulier, change, f"vraag ‘{velden['vraag']}’ toegevoegd", by)


def vraag_wijzigen(formulier: Formulierversie, sleutel: str, *, by: Gebruiker, **velden) -> None:
    """Other words, another kind, condition, requirement or help text."""

    def change(secties: Ontwerp) -> Ontwerp:
        return [
            replace(each, vragen=[replace(v, **velden) if v.sleutel == sleutel else v for v in each.vragen])
            for each in secties
        ]

    _herschrijf(formulier, change, f"vraag ‘{velden.get('vraag', sleutel)}’ gewijzigd", by)


def vraag_verplaatsen(formulier: Formulierversie, sleutel: str, *, omhoog: bool, by: Gebruiker) -> None:
    """Change places with the question above or below in its section."""

    def change(secties: Ontwerp) -> Ontwerp:
        return [replace(each, vragen=_swapped(list(each.vragen), sleutel, omhoog)) for each in secties]

    _herschrijf(formulier, change, "vraag verplaatst", by)


def vraag_verwijderen(formulier: Formulierversie, sleutel: str, *, by: Gebruiker) -> None:
    """Take a question away; refused as long as another hangs on it."""

    def change(secties: Ontwerp) -> Ontwerp:
        blijft = [replace(each, vragen=[v for v in each.vragen if v.sleutel != sleutel]) for each in secties]
        _eis_los(blijft, {sleutel}, "Deze vraag")
        return blijft

    _herschrijf(formulier, change, "vraag weggehaald", by)


@transaction.atomic
def _herschrijf(formulier: Formulierversie, change: Callable[[Ontwerp], Ontwerp], wat: str, by: Gebruiker) -> None:
    require(by, Permission.REGELING_BIJHOUDEN)
    formulier = Formulierversie.objects.select_for_update(of=["self"]).select_related("versie").get(pk=formulier.pk)
    if formulier.status != Formulierversie.Status.CONCEPT:
        raise NietMogelijk("Dit formulier is vastgesteld en verandert niet meer. Maak een nieuw formulier.")
    nieuw = change(ontwerp(formulier))
    formulier.vragen.update(als_vraag=None, als_waarde="")
    formulier.secties.all().delete()
    schrijf(formulier, nieuw)
    audit.record(formulier, "formulier_bewerken", by=by, wat=wat)


def _swapped(rij: list, sleutel: str, omhoog: bool) -> list:
    """`rij` with the one called `sleutel` a place up or down; as it was at the end, or where there is none."""
    hier = next((index for index, each in enumerate(rij) if each.sleutel == sleutel), None)
    if hier is None or not 0 <= (daar := hier - 1 if omhoog else hier + 1) < len(rij):
        return rij
    rij[hier], rij[daar] = rij[daar], rij[hier]
    return rij


def _eis_los(blijft: Ontwerp, weg: set[str], wie: str) -> None:
    """Raise NietMogelijk when a question that stays hangs on one that goes; the message names them."""
    hangend = [v.vraag for each in blijft for v in each.vragen if {*_hangt_aan(v)} & weg]
    if hangend:
        namen = ", ".join(f"‘{vraag}’" for vraag in hangend)
        raise NietMogelijk(f"{wie} kan nog niet weg. Hieraan hangt: {namen}. Wijzig of verwijder dat eerst.")


def _hangt_aan(vraag: Vraag) -> list[str]:
    """The sleutels of the questions that this one needs: of its condition, and those that a total adds up."""
    optelling = getattr(vraag, "instellingen", {}).get("van", [])
    return [*([vraag.als[0]] if vraag.als else []), *optelling]


def _nieuwe_sleutel(tekst: str, bezet: set[str]) -> str:
    """A short name for addresses, that no other has."""
    kaal = slugify(tekst)[:34].strip("-") or "vraag"
    return next(each for each in [kaal, *(f"{kaal}-{nummer}" for nummer in range(2, 999))] if each not in bezet)
