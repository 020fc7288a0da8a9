"""Makes the whole example in one transaction; a second time changes nothing."""

from django.db import transaction

from agenda import audit
from agenda.models import Gebruiker, Programma
from rapportage.laden.rijen import Rijenzetter
from rapportage.laden.verslag import Verslag
from rapportage.voorbeeld import activiteiten, begroting, programma, verplichtingen


@transaction.atomic
def laad(*, by: Gebruiker) -> Verslag:
    """Make what is not there yet. The naslag must be loaded: the example uses its ministries and provincies."""
    verslag = Verslag()
    voorbeeld = programma.vul(Rijenzetter(verslag))
    verslag.tel("boekingen in de begroting", _boek(voorbeeld))
    verslag.tel("activiteiten", activiteiten.vul(voorbeeld))
    if not verslag.is_ongewijzigd:
        audit.record(Programma, "voorbeeld_laden", by=by)
    return verslag


def _boek(voorbeeld: Programma) -> str:
    """All that happens to the money, in the order of its days: budget, verplichtingen and betalingen hang together."""
    if begroting.is_gevuld(voorbeeld):
        return "ongewijzigd"
    gebeurtenissen = [*begroting.GEBEURTENISSEN, *verplichtingen.gebeurtenissen()]
    for _, boek in sorted(gebeurtenissen, key=lambda gebeurtenis: gebeurtenis[0]):
        boek(voorbeeld)
    return "nieuw"
