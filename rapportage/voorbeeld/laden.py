"""Makes the whole example in one transaction; a second time changes nothing."""

from django.db import transaction

from agenda import audit
from agenda.models import Gebruiker, Programma
from rapportage.laden.rijen import Rijenzetter
from rapportage.laden.verslag import Verslag
from rapportage.voorbeeld import (
    aanvragen,
    activiteiten,
    begroting,
    brieven,
    interventies,
    kaders,
    leerkringen,
    prognoses,
    programma,
    regelingen,
    uitkeringen,
    uitvoeringen,
    veel_aanvragen,
    verplichtingen,
    voorbereiding,
    voorstellen,
)


@transaction.atomic
def laad(*, by: Gebruiker) -> Verslag:
    """Make what is not there yet. The naslag must be loaded: the example uses its ministries and provincies."""
    verslag = Verslag()
    zetter = Rijenzetter(verslag)
    voorbeeld = programma.vul(zetter)
    verslag.tel("boekingen in de begroting", _boek(voorbeeld))
    verslag.tel("activiteiten", activiteiten.vul(voorbeeld))
    verslag.tel("toekenningen", regelingen.vul(zetter, voorbeeld))
    verslag.tel("aanvragen", aanvragen.vul(voorbeeld))
    verslag.tel("aanvragen van meer gemeenten", veel_aanvragen.vul(voorbeeld))
    verslag.tel("interventies", interventies.vul(voorbeeld))
    verslag.tel("uitvoeringen", uitvoeringen.vul(voorbeeld))
    verslag.tel("voorstellen van gemeenten", voorstellen.vul(voorbeeld))
    verslag.tel("praktijkvoorbeelden voor een brief", kaders.vul(voorbeeld))
    verslag.tel("leerkringen", leerkringen.vul(voorbeeld))
    verslag.tel("brieven", brieven.vul(voorbeeld))
    verslag.tel("voorbereiding van brieven", voorbereiding.vul(voorbeeld))
    if not verslag.is_ongewijzigd:
        audit.record(Programma, "voorbeeld_laden", by=by)
    return verslag


def _boek(voorbeeld: Programma) -> str:
    """All that happens to the money, in the order of its days: what is spent, paid and expected hangs together."""
    if begroting.is_gevuld(voorbeeld):
        return "ongewijzigd"
    gebeurtenissen = [
        *begroting.GEBEURTENISSEN,
        *verplichtingen.gebeurtenissen(),
        *uitkeringen.gebeurtenissen(),
        *prognoses.gebeurtenissen(),
    ]
    for _, boek in sorted(gebeurtenissen, key=lambda gebeurtenis: gebeurtenis[0]):
        boek(voorbeeld)
    return "nieuw"
