"""What holds for every verb about one gemeente: who acts for it, who hears of it, and in which programma it is."""

from agenda import klok
from agenda.access import GeenToegang, Permission
from agenda.herindeling import Herindeling
from agenda.models import Gebruiker, Gemeente, Programma


def check_gemeente(gemeente: Gemeente, by: Gebruiker) -> None:
    """Raise GeenToegang unless `by` works at `gemeente`, or at the gemeente in which it went up."""
    if by.gemeente_id not in _dragers(gemeente):
        raise GeenToegang(f"Alleen wie bij de gemeente {gemeente} werkt, kan dit doen.")


def mensen_van(gemeente: Gemeente, permission: Permission):
    """Who at `gemeente`, or at the gemeente in which it went up, may do this now."""
    return Gebruiker.objects.with_permission(permission).filter(gemeente__in=_dragers(gemeente))


def programma_voor(gemeente: Gemeente) -> Programma | None:
    """The programma of today for `gemeente`: an invented gemeente takes part in the example."""
    soort = Programma.Soort.VOORBEELD if gemeente.is_voorbeeld else Programma.Soort.ECHT
    return Programma.objects.filter(soort=soort, opvolger=None).order_by("pk").last()


def _dragers(gemeente: Gemeente) -> set[int]:
    """The numbers of `gemeente` and of who carries on for it today; of a divided gemeente nobody does."""
    return {gemeente.pk, Herindeling(klok.vandaag()).nu(gemeente).pk}
