"""Describing an interventie, and describing it anew: every version stays readable."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.text import slugify

from actielijnen.begroting.plafond import Geweigerd
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.models import Gebruiker
from interventies.models import Interventie, InterventieVersie
from interventies.models.palet import VELDEN
from interventies.palet.regels import check_tekst, lock

NAMEN = [naam for velden in VELDEN.values() for naam in velden]
BEZET = {"nieuw", "begrippen", "cijfers", "evaluaties", "vergelijken", "kaart", "rss"}  # addresses of other pages


@transaction.atomic
def beschrijven(beschrijving: Mapping[str, str], termen, *, by: Gebruiker, is_voorbeeld: bool = False) -> Interventie:
    """Make an interventie with its first version. Raises GeenToegang, or Geweigerd at the field that is wrong."""
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    velden = _velden(beschrijving)
    interventie = Interventie.objects.create(
        sleutel=_sleutel(velden["naam"]), is_voorbeeld=is_voorbeeld, fase_sinds=klok.vandaag()
    )
    _schrijf(interventie, 1, velden, termen, by)
    audit.record(interventie, "interventie_beschrijven", by=by)
    return interventie


@transaction.atomic
def nieuwe_versie(
    interventie: Interventie, beschrijving: Mapping[str, str], termen, *, wijziging: str, vorige: int, by: Gebruiker
) -> InterventieVersie:
    """Describe `interventie` anew, on top of version `vorige`. Raises GeenToegang or Geweigerd.

    Whoever wrote on an older version than the newest is told so, and loses nothing: nobody undoes what another wrote.
    """
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    lock(interventie)
    velden = _velden(beschrijving)
    wijziging = check_tekst("wijziging", wijziging, leeg="Schrijf op wat er anders is, en waarom.", langst=1000)
    laatste = interventie.laatste
    if laatste.nummer != vorige:
        raise Geweigerd(
            f"Intussen is er een nieuwere versie: {laatste.nummer}, van {laatste.door.naam}. Bekijk die in een ander "
            "tabblad, neem over wat nodig is, en verstuur daarna opnieuw.",
            "vorige",
        )
    if velden == {naam: getattr(laatste, naam) for naam in NAMEN} and set(termen) == set(laatste.termen.all()):
        raise Geweigerd("U hebt niets veranderd. Wijzig iets, of ga terug.", "")
    versie = _schrijf(interventie, laatste.nummer + 1, velden, termen, by, wijziging=wijziging)
    audit.record(interventie, "interventieversie_maken", by=by, versie=versie.nummer, wat=wijziging.rstrip("."))
    return versie


def _velden(beschrijving: Mapping[str, str]) -> dict[str, str]:
    velden = {}
    for naam in NAMEN:
        field = InterventieVersie._meta.get_field(naam)
        leeg = "" if field.blank else f"Vul bij ‘{field.verbose_name}’ iets in."
        grens = {"langst": field.max_length} if field.max_length else {}
        velden[naam] = check_tekst(naam, beschrijving.get(naam, ""), leeg=leeg, **grens)
    return velden


def _schrijf(interventie, nummer: int, velden: dict, termen, by, *, wijziging: str = "") -> InterventieVersie:
    versie = InterventieVersie.objects.create(
        interventie=interventie, nummer=nummer, **velden, wijziging=wijziging, door=by, op=klok.nu()
    )
    versie.termen.set(termen)
    interventie.laatste = versie
    interventie.save(update_fields=["laatste"])
    return versie


def _sleutel(naam: str) -> str:
    """A key for addresses that no other interventie has: `buurtlab`, then `buurtlab-2`."""
    begin = slugify(naam)[:70] or "interventie"
    bezet = BEZET | set(Interventie.objects.filter(sleutel__startswith=begin).values_list("sleutel", flat=True))
    if begin not in bezet:
        return begin
    return next(each for volgnummer in range(2, len(bezet) + 3) if (each := f"{begin}-{volgnummer}") not in bezet)
