"""When the portal may take applications for a version, and the guard that every verb that decides or pays calls."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import TextChoices

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import NietMogelijk
from agenda.models import Gebruiker
from agenda.money import euro
from subsidies.models import Formulierversie, RegelingVersie
from subsidies.models.regelingen import VINDPLAATS
from subsidies.regelingen import maxima
from subsidies.regelingen.instelbaar import instelbaar


class Handeling(TextChoices):
    """What exists only for a version that takes applications."""

    AANVRAGEN = "aanvragen", "een aanvraag indienen"
    BESLUITEN = "besluiten", "besluiten"
    BETALEN = "betalen", "betalen"
    VASTSTELLEN = "vaststellen", "vaststellen of terugvorderen"


class GeenIntake(NietMogelijk):
    """The portal only registers this version; the message says why and names the article."""


@dataclass(frozen=True)
class Voorwaarde:
    """One thing without which a version takes no applications. `naslaan`: the article is still to be checked."""

    naam: str
    artikel: str
    wat: Callable[[RegelingVersie], str]
    ontbreekt: str
    geldig: Callable[[RegelingVersie], bool] | None = None
    naslaan: bool = False
    waar: tuple[str, ...] = ("regeling-voorwaarden",)

    def adres(self, versie: RegelingVersie) -> str:
        """Where staff mends it: `waar` is the name of the page, and what it needs besides the version."""
        return versie.adres(*self.waar)

    def stand(self, versie: RegelingVersie) -> tuple[bool, str]:
        """Whether it holds, and what the version says."""
        wat = self.wat(versie)
        return (self.geldig(versie) if self.geldig else bool(wat)), wat

    def vervuld(self, versie: RegelingVersie) -> bool:
        return self.stand(versie)[0]

    @property
    def bepaling(self) -> str:
        return f"{self.artikel}{' – controleer dit artikel' if self.naslaan else ''}"


def has_vindplaats(tekst: str) -> bool:
    """Whether `tekst` names a publication in the Staatsblad or Staatscourant."""
    return bool(re.search(VINDPLAATS, tekst))


def _sisa(versie: RegelingVersie) -> str:
    return versie.regeling.sisa_code or versie.geen_sisa_code_omdat


def _formulier(versie: RegelingVersie) -> str:
    vast = versie.formulieren.filter(status=Formulierversie.Status.VASTGESTELD).last()
    return f"formulier {vast.nummer}" if vast else ""


def _maxima(versie: RegelingVersie) -> str:
    """How the maxima are beside the plafond; empty when they pass it."""
    som = maxima.samen(versie)
    if maxima.te_veel(versie, som):
        return ""
    return f"samen {euro(som)}" if som else "geen maximum per gemeente"


GEGEVENS, TIJDVAK = (("regeling-instelling", naam) for naam in ("gegevens", "tijdvak"))

# fmt: off
VOORWAARDEN = [
    Voorwaarde("Verstrekker", "artikel 15a, eerste lid, Financiële-verhoudingswet",
               lambda v: f"{v.verstrekker} ({v.verstrekt_door})",
               "de bewindspersoon van dit ministerie verstrekt de uitkering niet",
               lambda v: v.is_van_eigen_ministerie, waar=GEGEVENS),
    Voorwaarde("Grondslag", "artikel 17 Financiële-verhoudingswet",
               lambda v: v.grondslag,
               "de wettelijke grondslag met nummer van het Staatsblad of de Staatscourant ontbreekt",
               lambda v: has_vindplaats(v.grondslag)),
    Voorwaarde("Dit portaal als kanaal", "afdeling 2.3 Algemene wet bestuursrecht",
               lambda v: v.kanaal,
               "de regeling of een aanwijzing noemt dit portaal niet"),
    Voorwaarde("Mandaatbesluit", "afdeling 10.1.1 Algemene wet bestuursrecht",
               lambda v: v.mandaatbesluit,
               "het mandaatbesluit ontbreekt", naslaan=True),
    Voorwaarde("SiSa-code", "artikel 17a Financiële-verhoudingswet",
               _sisa,
               "de SiSa-code, of de reden dat er geen is, ontbreekt"),
    Voorwaarde("Verdeelwijze", "artikel 4:26 Algemene wet bestuursrecht, als de regeling titel 4.2 toepast",
               lambda v: v.get_verdeelwijze_display(),
               "hoe het geld wordt verdeeld ontbreekt", naslaan=True),
    Voorwaarde("Tijdvak", "in de regeling",
               lambda v: v.tijdvak_in_woorden,
               "wanneer gemeenten kunnen aanvragen ontbreekt", waar=TIJDVAK),
    Voorwaarde("Aanvraagformulier", "in de regeling",
               _formulier,
               "er is geen vastgesteld aanvraagformulier; een programmamanager stelt een concept vast",
               waar=("regeling-formulier",)),
    Voorwaarde("Maxima passen in het plafond", "in de regeling",
               _maxima,
               "de maxima zijn samen meer dan het plafond", waar=("maxima",)),
    Voorwaarde("Termijnen met grondslag", "in de regeling of de Algemene wet bestuursrecht",
               lambda v: ", ".join(str(each) for each in v.termijnen.all()),
               "geen enkele termijn is vastgelegd", waar=("regeling-rijen", "termijnen")),
]
# fmt: on


def ontbrekend(versie: RegelingVersie) -> list[Voorwaarde]:
    """The conditions that do not hold; empty when the version may take applications."""
    return [each for each in VOORWAARDEN if not each.vervuld(versie)]


def waarom_niet(versie: RegelingVersie) -> str:
    """Each missing condition with its article, as one text."""
    return "; ".join(f"{each.ontbreekt} ({each.bepaling})" for each in ontbrekend(versie))


def eis_intake(versie: RegelingVersie, handeling: Handeling) -> None:
    """Every verb that takes, decides or pays calls this first, whether a screen, a file or a shell calls the verb.

    Raises GeenIntake for a version of kind registratie.
    """
    if versie.is_registratie:
        waarom = waarom_niet(versie) or "deze versie is nog niet opengesteld"
        raise GeenIntake(
            f"{Handeling(handeling).label.capitalize()} kan niet bij {versie}. "
            f"Het portaal registreert deze versie alleen: {waarom}."
        )


@transaction.atomic
def openstellen(versie: RegelingVersie, *, by: Gebruiker) -> None:
    """Let the portal take applications for `versie`. Raises GeenToegang, and GeenIntake when a condition is missing."""
    require(by, Permission.REGELING_OPENSTELLEN)
    versie = RegelingVersie.objects.select_for_update(of=["self"]).for_page().get(pk=versie.pk)
    if not versie.is_registratie:
        raise NietMogelijk(f"{versie} staat al open, sinds {versie.opengesteld_op:%d-%m-%Y}.")
    if waarom := waarom_niet(versie):
        raise GeenIntake(f"{versie} kan niet open voor aanvragen: {waarom}.")
    if versie.themas.filter(toekenning__isnull=False).exists():
        raise GeenIntake(f"{versie} kan niet open voor aanvragen: er zijn toekenningen van een ander geregistreerd.")
    versie.soort, versie.opengesteld_op = RegelingVersie.Soort.INTAKE, klok.vandaag()
    versie.save(update_fields=["soort", "opengesteld_op"])
    audit.record(versie, "regeling_openstellen", by=by)


@transaction.atomic
def voorwaarden_vastleggen(versie: RegelingVersie, *, by: Gebruiker, **velden: Any) -> None:
    """Write down what `versie` says: `kanaal`, `verdeelwijze`, the tijdvak, its gebieden and such.

    Raises GeenToegang, NietMogelijk once the version is open, and ValidationError by field.
    """
    versie = instelbaar(versie, by=by)
    several = {veld.name for veld in versie._meta.many_to_many}
    single = {naam: waarde for naam, waarde in velden.items() if naam not in several}
    for naam, waarde in velden.items():
        getattr(versie, naam).set(waarde) if naam in several else setattr(versie, naam, waarde)
    versie.clean_fields(exclude=[veld.name for veld in versie._meta.fields if veld.name not in velden])
    versie.validate_constraints()
    versie.save(update_fields=list(single))
    if "plafond" in velden and (melding := maxima.te_veel(versie, maxima.samen(versie))):
        raise ValidationError({"plafond": melding})
    audit.record(versie, "regeling_voorwaarden", by=by, wat=", ".join(sorted(velden)).replace("_", " "))
