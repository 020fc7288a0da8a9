"""Open vragen: what the bronnen do not say."""

from agenda.access import Permission, audience
from agenda.models import OpenVraag
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma


@audience(Permission.PROGRAMMA_INZIEN)
def lijst(request):
    programma = chosen_programma(request)
    vragen = OpenVraag.objects.visible_to(request.user).filter(programma=programma).for_list()
    return pagina.overzicht(request, "naslag/open_vragen.html", "open-vragen", programma=programma, vragen=vragen)
