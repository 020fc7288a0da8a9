"""Making a regeling and its versions, empty or after the version of last year."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.models import Gebruiker, Programma
from subsidies.models import Formulierversie, MaximumAanvraag, Regeling, RegelingVersie
from subsidies.regelingen import bewerken
from subsidies.regelingen.formulier import opstellen

NIEUW = "nieuw"  # an address of its own, so no regeling can be called so
SAME = ["verstrekker", "verstrekt_door", "bron", "grondslag", "kanaal", "geen_sisa_code_omdat", "verdeelwijze",
        "storing_verlengt", "awb_titel_42", "betaalritme", "tweede_handtekening", "toelichting"]  # fmt: skip
NIET_OVER = [
    "het plafond: dat van vorig jaar staat in een bron van vorig jaar",
    "het mandaatbesluit",
    "de dag van ondertekening en het nummer",
    "wie de regeling mee ondertekenden",
    "de stukken",
]
NOG_OUD = "De vindplaats is nog die van vorig jaar. Wijzig haar bij ‘Gegevens’ als de nieuwe publicatie er is."


@dataclass(frozen=True)
class Overgenomen:
    """A new version, and in Dutch what did not come along."""

    versie: RegelingVersie
    niet: list[str]


@transaction.atomic
def regeling(programma: Programma, *, citeertitel: str, by: Gebruiker, **velden) -> Regeling:
    """A regeling of SZW without versions. Raises GeenToegang, or ValidationError by field."""
    require(by, Permission.REGELING_BIJHOUDEN)
    sleutel = slugify(citeertitel)[:50].strip("-")
    if not sleutel or sleutel == NIEUW or Regeling.objects.filter(programma=programma, sleutel=sleutel).exists():
        raise ValidationError({"citeertitel": f"‘{citeertitel}’ bestaat al, of kan niet. Kies een andere naam."})
    made = Regeling(
        programma=programma, sleutel=sleutel, citeertitel=citeertitel, rol_szw=Regeling.RolSZW.VERSTREKKER, **velden
    )
    made.full_clean()
    made.save(force_insert=True)
    audit.record(made, "regeling_maken", by=by)
    return made


@transaction.atomic
def wijzigen(regeling: Regeling, *, by: Gebruiker, **velden) -> Regeling:
    """Change what holds for all versions of a regeling. Raises GeenToegang, or ValidationError by field."""
    require(by, Permission.REGELING_BIJHOUDEN)
    regeling = Regeling.objects.select_for_update(of=["self"]).get(pk=regeling.pk)
    was = regeling.kenmerkcode
    for naam, waarde in velden.items():
        setattr(regeling, naam, waarde)
    if was and was != regeling.kenmerkcode and regeling.versies.filter(aanvragen__kenmerk__isnull=False).exists():
        raise ValidationError({"kenmerkcode": f"Er zijn al aanvragen met {was} in hun kenmerk. Laat de code staan."})
    regeling.full_clean()
    regeling.save(update_fields=list(velden))
    audit.record(regeling, "regeling_wijzigen", by=by, wat=", ".join(sorted(velden)).replace("_", " "))
    return regeling


@transaction.atomic
def versie(regeling: Regeling, *, by: Gebruiker, **velden) -> RegelingVersie:
    """The next version of a regeling, empty but for `velden`. Raises GeenToegang, or ValidationError by field."""
    require(by, Permission.REGELING_BIJHOUDEN)
    made = _next(regeling, velden)
    audit.record(made, "regeling_versie_maken", by=by, naar="")
    return made


@transaction.atomic
def overnemen(van: RegelingVersie, *, omschrijving: str, by: Gebruiker) -> Overgenomen:
    """The next version as `van` is, a year later: settings, themes, terms, maxima, and the form as concept.

    Raises GeenToegang, or ValidationError by field.
    """
    require(by, Permission.REGELING_BIJHOUDEN)
    velden = {naam: getattr(van, naam) for naam in SAME}
    velden |= {naam: _later(getattr(van, naam)) for naam in ("aanvragen_vanaf", "aanvragen_tot")}
    velden |= {naam: (jaar := getattr(van, naam)) and jaar + 1 for naam in ("van_jaar", "tot_en_met_jaar")}
    made = _next(van.regeling, velden | {"omschrijving": omschrijving})
    made.gebieden.set(van.gebieden.all())
    made.gemeenten.set(van.gemeenten.all())
    themas = {thema.pk: _copy(thema, versie=made, opvolger_van=thema) for thema in van.themas.all()}
    for rij in [*van.termijnen.all(), *van.sisa_indicatoren.all()]:
        _copy(rij, versie=made)
    for each in MaximumAanvraag.objects.filter(versie=van):
        _copy(each, versie=made, thema=themas[each.thema_id], jaar=each.jaar + 1)
    formulier = van.formulieren.filter(status=Formulierversie.Status.VASTGESTELD).last()
    if formulier:
        opstellen(made, bewerken.ontwerp(formulier), by=by)
    audit.record(made, "regeling_versie_maken", by=by, naar=f" naar versie {van.volgorde}")
    return Overgenomen(made, [*NIET_OVER, *([] if formulier else ["een formulier: er was er geen vastgesteld"])])


def _next(regeling: Regeling, velden: dict) -> RegelingVersie:
    Regeling.objects.select_for_update(of=["self"]).get(pk=regeling.pk)  # two at once get two numbers
    laatste = regeling.versies.aggregate(laatste=Max("volgorde"))["laatste"] or 0
    made = RegelingVersie(regeling=regeling, volgorde=laatste + 1, **velden)
    made.full_clean()
    made.save(force_insert=True)
    return made


def _copy(rij, **anders):
    """Another row with the same values, but for `anders`."""
    velden = {each.attname: getattr(rij, each.attname) for each in rij._meta.concrete_fields if not each.primary_key}
    made = type(rij)(**velden)
    for naam, waarde in anders.items():
        setattr(made, naam, waarde)
    made.save(force_insert=True)
    return made


def _later(moment: datetime | None) -> datetime | None:
    """The same day and time in Amsterdam a year later; 28 February for a 29th."""
    if moment is None:
        return None
    lokaal = moment.astimezone(klok.AMSTERDAM)
    is_leap_day = (lokaal.month, lokaal.day) == (2, 29)
    return lokaal.replace(year=lokaal.year + 1, day=28 if is_leap_day else lokaal.day)
