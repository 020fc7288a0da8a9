"""The page that says what pays for an uitvoering."""

from agenda.access import Permission, audience
from agenda.sessies.invoer import filled
from interventies.views.antwoord import answer, programma_van
from interventies.views.uitvoeringen import find_uitvoering
from subsidies.forms.bekostiging import BekostigForm


@audience(Permission.INTERVENTIE_BESCHRIJVEN)
def nieuw(request, nummer):
    uitvoering = find_uitvoering(request, nummer)
    interventie = uitvoering.interventie
    return answer(
        request,
        filled(request, BekostigForm, uitvoering, programma_van(request, interventie)),
        f"Wie betaalt: {uitvoering}",
        interventie,
        knop="Vastleggen",
        inleiding="Een decentralisatie-uitkering legt u niet hier vast: het voorstel noemt de interventie.",
        terug=uitvoering.get_absolute_url(),
    )
