"""Lines of the begroting: a post, a year and a dekkingsbron, before there is money on them."""

from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd, check_open_jaar
from actielijnen.models import Begrotingspost, Begrotingsregel, Dekkingsbron
from agenda import audit
from agenda.access import Permission, require
from agenda.models import Programma


@transaction.atomic
def toevoegen(
    post: Begrotingspost, *, jaar: int | None, dekkingsbron: Dekkingsbron | None, is_indicatief: bool, by
) -> Begrotingsregel:
    """Add a line without money; `jaar` None is not divided over years. Raises GeenToegang or Geweigerd."""
    require(by, Permission.BEGROTING_MUTEREN)
    Begrotingspost.objects.select_for_update().get(pk=post.pk)  # of two the same, the second waits here
    periode = _periode(post.programma)
    if jaar is not None:
        _check_jaar(periode, jaar)
        check_open_jaar(post.programma, jaar, "jaar")
    if post.regels.filter(jaar=jaar, dekkingsbron=dekkingsbron).exists():
        raise Geweigerd(f"‘{post}’ heeft al een begrotingsregel voor {jaar or 'alle jaren samen'}.", "jaar")
    regel = Begrotingsregel.objects.create(
        post=post,
        jaar=jaar,
        dekkingsbron=dekkingsbron,
        is_indicatief=is_indicatief,
        periode=str(jaar or (periode.omschrijving[:20] if periode else "niet verdeeld")),
    )
    audit.record(regel, "begrotingsregel_toevoegen", by=by, regel=str(regel))
    return regel


def jaren_van(programma: Programma) -> list[int]:
    """The years that the lines of `programma` have."""
    jaren = Begrotingsregel.objects.van(programma).exclude(jaar=None).order_by("jaar")
    return list(jaren.values_list("jaar", flat=True).distinct())


def _periode(programma: Programma):
    return programma.perioden.filter(is_geldend=True).first()


def _check_jaar(periode, jaar: int) -> None:
    """A period of which no source says when it began only has an end."""
    eerste = periode.van_jaar if periode else None
    laatste = periode.tot_en_met_jaar if periode else 2100
    if not (eerste or 2000) <= jaar <= laatste:
        van = f"van {eerste} " if eerste else ""
        raise Geweigerd(f"Dit programma loopt {van}tot en met {laatste}. Kies een jaar daarbinnen.", "jaar")
