"""The praktijkkaders that a letter may quote: with consent of the gemeente, about what everybody could read."""

from datetime import date

from django.utils.timezone import localtime

from agenda.models import Programma
from interventies.cijfers import openbaar_op
from interventies.models import Praktijkkader

ALLE = "interventies"  # by this name a letter asks for all of them, else for one by its number


def kaders(programma: Programma, peildatum: date, naam: str) -> list[dict[str, str]]:
    """Those called `naam` that the gemeente agreed with by the end of `peildatum` and still does, by number.

    Without the internal name of anything: the words that the gemeente read, and which gemeente that is.
    """
    openbaar = [each.interventie_id for each in openbaar_op(programma, peildatum)]
    found = Praktijkkader.objects.for_list().filter(
        status=Praktijkkader.Status.TOEGESTEMD,
        beslist_op__date__lte=peildatum,
        uitvoering__interventie__in=openbaar,
        uitvoering__vervallen_op=None,
    )
    if naam != ALLE:
        found = found.filter(nummer__iexact=naam)
    return [
        {
            "nummer": each.nummer,
            "titel": each.titel,
            "tekst": each.tekst,
            "gemeente": each.gemeente.naam,
            "toegestemd_op": f"{localtime(each.beslist_op):%d-%m-%Y}",
        }
        for each in found.order_by("nummer")
    ]
