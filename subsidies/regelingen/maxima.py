"""The maxima of a version beside its plafond."""

from decimal import Decimal

from django.db.models import Sum

from agenda.models import Kwalificatie
from agenda.money import euro
from subsidies.models import MaximumAanvraag, RegelingVersie


def samen(versie: RegelingVersie) -> Decimal:
    """All maxima of `versie` together, in euro."""
    return MaximumAanvraag.objects.filter(versie=versie).aggregate(som=Sum("bedrag", default=Decimal(0)))["som"]


def te_veel(versie: RegelingVersie, som: Decimal) -> str:
    """By how much `som` (euro) passes the plafond; empty if it does not, or if no exact plafond is known."""
    if versie.plafond is None or versie.plafond_kwalificatie != Kwalificatie.EXACT or som <= versie.plafond:
        return ""
    over = euro(som - versie.plafond)
    return f"De maxima zijn samen {euro(som)} en het plafond is {euro(versie.plafond)}: {over} te veel."
