"""The map of the catalogue: in which gemeenten runs what was found, with the same questions in its address."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agenda.access import PUBLIC, audience
from agenda.lijsten.adres import changed
from interventies.catalogus import vinden
from interventies.catalogus.vraag import Vraag
from interventies.catalogus.waar import Plaats, kaart_van_gemeenten
from interventies.views.catalogus import asked, chips, programmas


@require_safe
@audience(PUBLIC)
def landkaart(request):
    programma = asked(request.GET.get("programma", ""), programmas())
    vraag = Vraag.from_address(request.GET, is_voorbeeld=programma is not None and programma.is_voorbeeld)
    per_gemeente = vinden.per_gemeente(vinden.gevonden(vraag, request.user), request.user)
    kaart, elders = kaart_van_gemeenten(
        "Kaart van Nederland met de gemeenten waar interventies lopen",
        [plaats(request, code, naam, aantal) for code, naam, aantal in per_gemeente],
    )
    return render(
        request,
        "interventies/catalogus/landkaart.html",
        {
            "programma": programma,
            "kaart": kaart,
            "elders": elders,
            "chips": chips(vraag, request.GET),
            "alles": changed(request.GET, zonder=[*vraag.gekozen, "zoek"]),
            "terug": f"{reverse('catalogus')}{changed(request.GET)}",
        },
    )


def plaats(request, code: str, naam: str, aantal: int) -> Plaats:
    """A gemeente with how many interventies run there; the link shows which."""
    hoeveel = "1 interventie" if aantal == 1 else f"{aantal} interventies"
    return Plaats(code, f"{naam}: {hoeveel}", f"{reverse('catalogus')}{changed(request.GET, gemeente=naam)}")
