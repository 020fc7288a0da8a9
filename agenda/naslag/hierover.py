"""The feiten about a subject, as they hold today, to stand on the page of that subject."""

from agenda import klok
from agenda.cijfers import Cijfer
from agenda.cijfers.vastgelegd import cijfer_uit_feit
from agenda.models import Feit, Programma


def feiten_over(programma: Programma, *onderwerpen: str) -> list[Cijfer]:
    """What holds today of each feit about `onderwerpen`; open ones say what to do."""
    feiten = Feit.objects.of(programma).filter(onderwerp__in=onderwerpen).for_list()
    return [cijfer_uit_feit(feit, klok.vandaag()) for feit in feiten]
