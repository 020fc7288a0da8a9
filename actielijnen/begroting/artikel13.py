"""The columns of artikel 13 in a suppletoire begroting: ontwerp · mutaties · vastgesteld · mutaties · stand."""

from django.db.models import Case, F, Q, TextChoices, Value, When

from actielijnen.models import ONTWERP, TOT_VASTSTELLING


class Kolom13(TextChoices):
    """In which column a mutatie counts, for the year of its line."""

    ONTWERP = "ontwerp", "Ontwerpbegroting"
    TOT_VASTSTELLING = "tot_vaststelling", "Mutaties tot de vaststelling"
    NA_VASTSTELLING = "na_vaststelling", "Mutaties na de vaststelling"


VASTGESTELD = (Kolom13.ONTWERP, Kolom13.TOT_VASTSTELLING)


def kolom13() -> Case:
    """The column of a Mutatie: what earlier begrotingen said of a year is where its ontwerpbegroting begins."""
    van_later_jaar = Q(begrotingsjaar__gt=F("regel__jaar"))
    van_eerder_jaar = Q(begrotingsjaar=None) | Q(begrotingsjaar__lt=F("regel__jaar"))
    return Case(
        When(van_later_jaar, then=Value(Kolom13.NA_VASTSTELLING.value)),
        When(van_eerder_jaar | Q(moment__in=ONTWERP), then=Value(Kolom13.ONTWERP.value)),
        When(moment__in=TOT_VASTSTELLING, then=Value(Kolom13.TOT_VASTSTELLING.value)),
        default=Value(Kolom13.NA_VASTSTELLING.value),
    )
