"""What a gemeente can ask at most, per thema and year, and which cells of a table ask more."""

from collections.abc import Mapping
from decimal import Decimal

from django.db.models import Q, Sum

from agenda.money import euro
from subsidies.aanvragen.tabel import Cel, cellen
from subsidies.models import Aanvraag, Formuliervraag, MaximumAanvraag


def maxima(aanvraag: Aanvraag) -> dict[Cel, Decimal]:
    """The maximum of each cell that has one: that of the gemeente, and those of its gebieden together."""
    own = Q(gemeente=aanvraag.gemeente_id) | Q(gebied__gemeente=aanvraag.gemeente_id)
    rows = MaximumAanvraag.objects.filter(own, versie=aanvraag.versie_id).order_by().values_list("thema_id", "jaar")
    return {(str(thema), jaar): bedrag for thema, jaar, bedrag in rows.annotate(samen=Sum("bedrag"))}


def te_veel(vraag: Formuliervraag, bedragen: Mapping[Cel, Decimal | None], aanvraag: Aanvraag) -> dict[Cel, str]:
    """Of each cell that asks more than its maximum: what is asked, what can be and by how much it is over."""
    if not vraag.instellingen.get("maximum"):
        return {}
    most, namen = maxima(aanvraag), cellen(vraag)
    return {
        cel: f"U vraagt voor {namen[cel]} {euro(bedrag)}. Het maximum is {euro(most[cel])}: dat is "
        f"{euro(bedrag - most[cel])} te veel. Vraag hooguit {euro(most[cel])}."
        for cel, bedrag in bedragen.items()
        if bedrag is not None and cel in most and bedrag > most[cel]
    }
