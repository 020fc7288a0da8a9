"""Saying what pays for an uitvoering: refused where SZW decides and the scopetoets says no, else with a signal."""

from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd
from actielijnen.models import Verplichting
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.models import Gebruiker, Programma
from interventies.models import Uitvoering
from interventies.palet.regels import lock
from interventies.palet.toetsen import buiten_scope, check_betaalbaar
from interventies.palet.uitvoeren import check_geldend
from subsidies.models import Bekostiging, Thema


@transaction.atomic
def uit_verplichting(uitvoering: Uitvoering, verplichting: Verplichting, *, by: Gebruiker) -> Bekostiging:
    """A contract or opdracht of SZW pays. Raises GeenToegang, NietMogelijk, or Geweigerd: outside the scope."""
    _begin(uitvoering, verplichting.programma, by)
    check_betaalbaar(uitvoering.interventie, "verplichting")
    return _leg_vast(uitvoering, {"verplichting": verplichting}, by)


@transaction.atomic
def uit_regeling(uitvoering: Uitvoering, thema: Thema, *, by: Gebruiker) -> Bekostiging:
    """A regeling pays. Raises GeenToegang, NietMogelijk, or Geweigerd: outside the scope, and SZW decides.

    Of a regeling that another ministry grants, to which the programma only contributes, the verdict is kept as a
    signal.
    """
    _begin(uitvoering, thema.versie.regeling.programma, by)
    if thema.versie.is_van_eigen_ministerie:
        check_betaalbaar(uitvoering.interventie, "thema")
    return _leg_vast(uitvoering, {"thema": thema, "signaal": buiten_scope(uitvoering.interventie)}, by)


def _begin(uitvoering: Uitvoering, programma: Programma, by: Gebruiker) -> None:
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    lock(uitvoering.interventie)  # a verdict and the same twice wait here
    check_geldend(uitvoering)
    if programma.is_voorbeeld != uitvoering.interventie.is_voorbeeld:
        raise Geweigerd("Wat bedacht is en wat echt is, gaan nooit samen. Kies iets anders.", "")


def _leg_vast(uitvoering: Uitvoering, velden: dict, by: Gebruiker) -> Bekostiging:
    pot = {naam: waarde for naam, waarde in velden.items() if naam != "signaal"}
    if uitvoering.bekostigingen.filter(**pot).exists():
        raise Geweigerd("Dit staat al bij deze uitvoering.", next(iter(pot)))
    made = Bekostiging.objects.create(uitvoering=uitvoering, **velden, door=by, op=klok.nu())
    audit.record(uitvoering, "uitvoering_bekostigen", by=by, waaruit=str(made))
    return made
