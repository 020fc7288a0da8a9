"""Background work: reminders of what was planned, and judging and booking the rows of an import."""

from django.db.models import Q

from actielijnen.begroting.eenmalig import vergeten
from actielijnen.models import Activiteit, Import, Mijlpaal
from actielijnen.uitwisselen import stappen
from agenda import berichten
from agenda.models import Taak
from agenda.opruimen.technisch import opgeruimd
from agenda.taken import TaakFout, taak
from agenda.uitwisselen.lezen import Onleesbaar

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


opgeruimd("verwerkte formulieren")(vergeten)


@taak("import_nakijken", naam="Bestand nakijken")
def import_nakijken(taak: Taak, *, sleutel: str) -> None:
    try:
        stappen.nakijken(taak, Import.objects.for_page().get(pk=sleutel))
    except Onleesbaar as onleesbaar:
        raise TaakFout(str(onleesbaar)) from onleesbaar


@taak("import_boeken", naam="Rijen boeken")
def import_boeken(taak: Taak, *, sleutel: str) -> None:
    stappen.boeken(taak, Import.objects.for_page().get(pk=sleutel))
