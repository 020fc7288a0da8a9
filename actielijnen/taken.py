"""Background work: reminding who looks after an activiteit or a mijlpaal of the day that was planned."""

from django.db.models import Q

from actielijnen.models import Activiteit, Mijlpaal
from agenda import berichten

S = Activiteit.Status


@berichten.again_and_again
def planning_herinneren() -> None:
    """Of an activiteit its begin until it runs, then its end; of a mijlpaal its day until it is reached."""
    horizon = berichten.horizon()
    begint = Q(status=S.GEPLAND, gepland_van__range=horizon)
    eindigt = Q(status=S.LOOPT, gepland_tot__range=horizon)
    for each in Activiteit.objects.filter(begint | eindigt).select_related("programma", "eigenaar"):
        remind(each, f"activiteit {each.nummer}")
    for each in Mijlpaal.objects.open().filter(gepland_op__range=horizon).select_related("programma", "eigenaar"):
        remind(each, f"mijlpaal {each.sleutel}")


def remind(record: Activiteit | Mijlpaal, kenmerk: str) -> None:
    berichten.herinneren(record, record.termijn, record.verantwoordelijken(), kenmerk=kenmerk, soort="planning")
