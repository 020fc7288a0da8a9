"""Whether a gemeente can apply: at which moment, and who may."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from agenda import klok
from agenda.levensloop import NietMogelijk
from agenda.models import Gemeente, Programma
from subsidies.aanvragen.tijdvak import Tijdvak, tijdvak, tijdvakken
from subsidies.models import Formulierversie, RegelingVersie

VAST = Formulierversie.Status.VASTGESTELD


class NuNiet(NietMogelijk):
    """The gemeente cannot apply now, or not at all; the message says until when it could, or who can."""


class TeLaat(NuNiet):
    """The tijdvak is over."""


def eis_open(versie: RegelingVersie, moment: datetime) -> None:
    """Raise NuNiet unless `moment` is in the tijdvak; the message says when it is or was."""
    vak = tijdvak(versie)
    if vak is None:
        raise NuNiet(f"Van {versie} is nog niet bekend wanneer u kunt aanvragen.")
    if moment < vak.opent:
        raise NuNiet(f"Aanvragen voor {versie} kan vanaf {_in_woorden(vak.opent)}.")
    if not vak.bevat(moment):
        raise TeLaat(f"Aanvragen voor {versie} kon tot en met {_in_woorden(vak.laatste_minuut)}.")


def eis_op_tijd(versie: RegelingVersie, ontvangen_op: datetime) -> None:
    """The same for what is handed in; who is late also reads when it was received. Raises NuNiet."""
    try:
        eis_open(versie, ontvangen_op)
    except TeLaat as fout:
        wanneer = _in_woorden(ontvangen_op, "%-d-%-m-%Y om %H.%M.%S uur")
        wat = "Zij is daarom niet ingediend. Wat u had ingevuld, is bewaard."
        raise TeLaat(f"{fout} Wij ontvingen uw aanvraag op {wanneer}. {wat}") from None


def regelingen_voor(gemeente: Gemeente):
    """The versions with a form and a tijdvak under which gemeenten like this apply; the one that closes first on top.

    `kan` says whether this gemeente can: the version names it or one of its gebieden, or names none at all.
    """
    soort = Programma.Soort.VOORBEELD if gemeente.is_voorbeeld else Programma.Soort.ECHT
    formulieren = Formulierversie.objects.filter(versie=OuterRef("pk"), status=VAST)
    gebieden = RegelingVersie.gebieden.through.objects.filter(regelingversie=OuterRef("pk"))
    own = gebieden.filter(gebied__gemeente__in=Gemeente.objects.met_voorgangers(gemeente.pk))
    named = RegelingVersie.gemeenten.through.objects.filter(regelingversie=OuterRef("pk"))
    self_named = named.filter(gemeente__in=Gemeente.objects.met_voorgangers(gemeente.pk))
    return (
        RegelingVersie.objects.filter(soort=RegelingVersie.Soort.INTAKE, regeling__programma__soort=soort)
        .filter(Exists(formulieren), aanvragen_vanaf__isnull=False)
        .annotate(kan=~Exists(gebieden) & ~Exists(named) | Exists(own) | Exists(self_named))
        .select_related("regeling__programma")
        .order_by("aanvragen_tot", "pk")
    )


def open_nu(gemeente: Gemeente) -> list[tuple[RegelingVersie, Tijdvak]]:
    """Those under which `gemeente` can apply at this moment, each with its tijdvak."""
    moment, kan = klok.nu(), regelingen_voor(gemeente).filter(kan=True)
    return [(versie, vak) for versie, vak in tijdvakken(kan) if vak.bevat(moment)]


def eis_mag_aanvragen(versie: RegelingVersie, gemeente: Gemeente) -> None:
    """Raise NuNiet unless `gemeente` is one that can apply under `versie`."""
    if not regelingen_voor(gemeente).filter(pk=versie.pk, kan=True).exists():
        raise NuNiet(f"De gemeente {gemeente} kan niet aanvragen voor {versie}: geen gebied van haar staat erin.")


def _in_woorden(moment: datetime, vorm: str = "%-d-%-m-%Y om %H.%M uur") -> str:
    return moment.astimezone(klok.AMSTERDAM).strftime(vorm)
