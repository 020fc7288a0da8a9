"""The feiten about a subject, as they hold today, to stand on the page of that subject."""

from collections.abc import Iterable

from agenda import klok
from agenda.cijfers import Cijfer
from agenda.cijfers.vastgelegd import cijfer_uit_feit
from agenda.models import Feit, Programma, Weergave


def feiten_over(
    programma: Programma, onderwerp: str, *, weergaven: Iterable[str] = Weergave.values
) -> list[tuple[Feit, Cijfer]]:
    """Each feit about `onderwerp` that is written as one of `weergaven`, with what holds today."""
    feiten = Feit.objects.of(programma).filter(onderwerp=onderwerp, weergave__in=weergaven).for_list()
    return [(feit, cijfer_uit_feit(feit, klok.vandaag())) for feit in feiten]
