"""What a gemeente tells of its own accord: nobody asks for it, and it is about no money."""

from django.db import transaction

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.gemeentelijk import check_gemeente
from agenda.models import Gebruiker, Gemeente
from subsidies.du.regels import check_tekst, programma_van
from subsidies.models import Terugkoppeling


@transaction.atomic
def terugkoppelen(gemeente: Gemeente, *, tekst: str, by: Gebruiker) -> Terugkoppeling:
    """Keep what somebody of `gemeente` tells. Raises GeenToegang or Geweigerd."""
    require(by, Permission.TERUGKOPPELEN)
    check_gemeente(gemeente, by)
    terugkoppeling = Terugkoppeling.objects.create(
        programma=programma_van(gemeente),
        gemeente=gemeente,
        tekst=check_tekst("tekst", tekst, leeg="Schrijf op wat u wilt vertellen, of verlaat de pagina."),
        gegeven_op=klok.nu(),
        gegeven_door=by,
    )
    audit.record(terugkoppeling, "terugkoppelen", by=by)
    return terugkoppeling
