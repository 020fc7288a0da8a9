"""When the portal may take applications for a version, and the guard that every verb that decides or pays calls."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import TextChoices

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import NietMogelijk
from agenda.models import Gebruiker
from subsidies.models import RegelingVersie
from subsidies.models.regelingen import VINDPLAATS
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

    def vervuld(self, versie: RegelingVersie) -> bool:
        return self.geldig(versie) if self.geldig else bool(self.wat(versie))

    @property
    def bepaling(self) -> str:
        return f"{self.artikel}{' – controleer dit artikel' if self.naslaan else ''}"


def has_vindplaats(tekst: str) -> bool:
    """Whether `tekst` names a publication in the Staatsblad or Staatscourant."""
    return bool(re.search(VINDPLAATS, tekst))


def _sisa(versie: RegelingVersie) -> str:
    return versie.regeling.sisa_code or versie.geen_sisa_code_omdat


# fmt: off
VOORWAARDEN = [
    Voorwaarde("Verstrekker", "artikel 15a, eerste lid, Financiële-verhoudingswet",
               lambda v: f"{v.verstrekker} ({v.verstrekt_door})",
               "de bewindspersoon van dit ministerie verstrekt de uitkering niet",
               lambda v: v.is_van_eigen_ministerie),
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
def voorwaarden_vastleggen(versie: RegelingVersie, *, by: Gebruiker, **velden: str) -> None:
    """Write down on what the intake of `versie` rests: `kanaal`, `mandaatbesluit`, `verdeelwijze` and such.

    Raises GeenToegang, and NietMogelijk once the version is open.
    """
    versie = instelbaar(versie, by=by)
    for naam, waarde in velden.items():
        setattr(versie, naam, waarde)
    versie.clean_fields(exclude=[veld.name for veld in versie._meta.fields if veld.name not in velden])
    versie.save(update_fields=list(velden))
    audit.record(versie, "regeling_voorwaarden", by=by, wat=", ".join(sorted(velden)).replace("_", " "))
