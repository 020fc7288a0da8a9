"""Making the form of a version of a regeling, and fixing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import NietMogelijk, advance
from agenda.models import Gebruiker
from subsidies.models import Formuliersectie, Formulierversie, Formuliervraag, RegelingVersie
from subsidies.regelingen import instellingen

Soort, Eis = Formuliervraag.Soort, Formuliervraag.Eis


@dataclass(frozen=True)
class Vraag:
    """A question as it is designed. `als` is the sleutel of an earlier choice and the answer that makes this asked.

    What `instellingen` can say per soort, subsidies.regelingen.instellingen says.
    """

    sleutel: str
    soort: Soort
    vraag: str
    hulptekst: str = ""
    eis: Eis = Eis.VERPLICHT
    keuzes: Sequence[tuple[str, str]] = ()
    als: tuple[str, str] | None = None
    instellingen: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Sectie:
    """A page of the form as it is designed."""

    sleutel: str
    titel: str
    vragen: Sequence[Vraag]
    toelichting: str = ""


@transaction.atomic
def opstellen(versie: RegelingVersie, secties: Sequence[Sectie], *, by: Gebruiker) -> Formulierversie:
    """A concept of the next form of `versie`. Raises GeenToegang, and NietMogelijk for a question that cannot be."""
    require(by, Permission.REGELING_BIJHOUDEN)
    versie = RegelingVersie.objects.select_for_update(of=["self"]).get(pk=versie.pk)
    if versie.formulieren.filter(status=Formulierversie.Status.CONCEPT).exists():
        raise NietMogelijk(f"Bij {versie} ligt al een formulier in concept. Stel dat eerst vast.")
    nummer = versie.formulieren.count() + 1
    formulier = Formulierversie.objects.create(versie=versie, nummer=nummer, gemaakt_op=klok.nu(), gemaakt_door=by)
    audit.record(formulier, "formulier_opstellen", by=by, vragen=schrijf(formulier, secties))
    return formulier


def schrijf(formulier: Formulierversie, secties: Sequence[Sectie]) -> int:
    """Give an empty form its sections and questions; how many questions. Raises NietMogelijk for what cannot be."""
    earlier: dict[str, Formuliervraag] = {}
    for volgorde, sectie in enumerate(secties, start=1):
        kop = {"sleutel": sectie.sleutel, "titel": sectie.titel, "toelichting": sectie.toelichting}
        made = Formuliersectie.objects.create(formulier=formulier, volgorde=volgorde, **kop)
        if sum(vraag.soort == Soort.BESTAND for vraag in sectie.vragen) > instellingen.MEESTE:
            raise NietMogelijk(f"‘{sectie.titel}’: op een pagina passen {instellingen.MEESTE} vragen naar bestanden.")
        for vraag in sectie.vragen:
            earlier[vraag.sleutel] = _vraag(made, vraag, earlier)
    return len(earlier)


@transaction.atomic
def vaststellen(formulier: Formulierversie, *, by: Gebruiker) -> None:
    """Fix the form: from now on gemeenten fill it in. Raises GeenToegang or NietMogelijk."""
    if not formulier.versie.regeling.kenmerkcode:
        raise NietMogelijk(f"{formulier.versie.regeling} heeft nog geen code voor kenmerken, bijvoorbeeld VWJ.")
    if not formulier.vragen.exists():
        raise NietMogelijk(f"Formulier {formulier} heeft nog geen vragen.")
    if leeg := formulier.secties.filter(vragen=None):
        namen = ", ".join(f"‘{sectie}’" for sectie in leeg)
        raise NietMogelijk(f"Deze onderdelen hebben nog geen vragen: {namen}. Voeg een vraag toe of verwijder ze.")
    instellingen.zet_tabellen_vast(formulier)
    advance(formulier, "formulier_vaststellen", by=by, velden={"vastgesteld_op": klok.nu()})


def _vraag(sectie: Formuliersectie, vraag: Vraag, earlier: dict[str, Formuliervraag]) -> Formuliervraag:
    """Make one question. `earlier` are those before it: a condition looks back, never ahead."""
    if vraag.sleutel in earlier:
        raise NietMogelijk(f"Twee vragen heten ‘{vraag.sleutel}’. Geef elke vraag een eigen sleutel.")
    if vraag.sleutel in instellingen.BEZET:
        raise NietMogelijk(f"Een vraag kan niet ‘{vraag.sleutel}’ heten: zo heet een knop of veld van elke pagina.")
    als, waarde = vraag.als or ("", "")
    if als and waarde not in dict(earlier[als].keuzes if als in earlier else ()):
        raise NietMogelijk(f"‘{vraag.vraag}’ hangt af van ‘{als}’, en dat is geen eerdere keuze met ‘{waarde}’.")
    return Formuliervraag.objects.create(
        formulier=sectie.formulier,
        sectie=sectie,
        volgorde=len(earlier) + 1,
        sleutel=vraag.sleutel,
        soort=vraag.soort,
        vraag=vraag.vraag,
        hulptekst=vraag.hulptekst,
        eis=vraag.eis,
        keuzes=[list(paar) for paar in vraag.keuzes],
        instellingen=instellingen.check(vraag.soort, vraag.vraag, vraag.instellingen, earlier),
        als_vraag=earlier.get(als),
        als_waarde=waarde,
    )
