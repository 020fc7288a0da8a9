"""What is still to be paid of many verplichtingen at once."""

from django.db.models import DecimalField, F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from actielijnen.begroting.standen import NUL, netto
from actielijnen.models import Betaling, Bijstelling


def met_openstaand(verplichtingen: QuerySet) -> QuerySet:
    """Each verplichting with what it was changed by (`bijgesteld`), `betaald` and `openstaand`, in euro."""
    gewijzigd = verplichtingen.annotate(
        bijgesteld=_som(Bijstelling, Sum("bedrag")),
        betaald=_som(Betaling, netto()),
    )
    return gewijzigd.annotate(openstaand=F("bedrag") + F("bijgesteld") - F("betaald"))


def _som(model, som):
    rijen = model.objects.filter(verplichting=OuterRef("pk")).order_by().values("verplichting")
    bedrag = DecimalField(max_digits=12, decimal_places=2)
    return Coalesce(Subquery(rijen.annotate(som=som).values("som"), output_field=bedrag), NUL, output_field=bedrag)
