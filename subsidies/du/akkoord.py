"""What a gemeente says of a proposal: akkoord, or not. It gives no reason unless it wants to."""

from django.db import transaction

from agenda import klok
from agenda.berichten import afhandelen, stuur
from agenda.gemeentelijk import check_gemeente
from agenda.levensloop import advance
from agenda.models import Gebruiker
from subsidies.du.regels import check_tekst
from subsidies.du.voorstellen import BERICHT, vragen_om_overboeking
from subsidies.models import Decentralisatieuitkering


@transaction.atomic
def akkoord(uitkering: Decentralisatieuitkering, *, by: Gebruiker) -> None:
    """The gemeente agrees; now its money can be moved to the fund. Raises GeenToegang or NietMogelijk."""
    check_gemeente(uitkering.gemeente, by)
    advance(uitkering, "du_akkoord", by=by, velden={"akkoord_op": klok.nu()})
    afhandelen(BERICHT, uitkering)
    _vertel("du_akkoord_gegeven", uitkering, by)
    vragen_om_overboeking(uitkering, by=by)


@transaction.atomic
def afwijzen(uitkering: Decentralisatieuitkering, *, by: Gebruiker, reden: str = "") -> None:
    """The gemeente does not agree, or no longer; possible until the money left. Raises GeenToegang or NietMogelijk."""
    check_gemeente(uitkering.gemeente, by)
    advance(uitkering, "du_afwijzen", by=by, reden=check_tekst("reden", reden))
    afhandelen(BERICHT, uitkering)
    afhandelen("du_overboeken", uitkering)
    _vertel("du_niet_akkoord", uitkering, by)


def _vertel(soort: str, uitkering: Decentralisatieuitkering, by: Gebruiker) -> None:
    stuur(soort, [uitkering.voorgesteld_door], over=uitkering, kenmerk=uitkering.nummer, by=by)
