"""What the planning of verplichtingen says about a year: what still comes, and what came later in earlier years."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Greatest, Least

from actielijnen.begroting.openstaand import met_openstaand
from actielijnen.begroting.standen import NUL, netto
from actielijnen.models import Begrotingsregel, Betaaltermijn, Betaling, Bijstelling, Verplichting
from agenda import klok

GEEN = Value(NUL)


@dataclass(frozen=True)
class Verwacht:
    """What is still open on the verplichtingen of a post and source, in euro."""

    volgens_planning: Decimal = NUL  # is paid before the end of the year, if everybody keeps to the planning
    zonder_planning: Decimal = NUL  # is open, and stands in no month at all


@dataclass(frozen=True)
class Nakoming:
    """What was planned for the rest of an earlier year, and which part of that was paid in it; in euro."""

    jaar: int
    gepland: Decimal
    betaald: Decimal

    @property
    def te_laat(self) -> Decimal:
        """The share that came after the year."""
        return 1 - self.betaald / self.gepland


def uit_openstaand(regels: list[Begrotingsregel], jaar: int, peildatum: date) -> dict[int, Verwacht]:
    """Per line (its number) what still comes in `jaar` after `peildatum`, in one query for all lines.

    A verplichting of an earlier year is paid on the line of the same post and source in `jaar`.
    Never more than is open: min(openstaand, gepland tot en met `jaar` − betaald since it was planned), at least 0.
    """
    posten = {regel.post_id for regel in regels}
    rijen = _verplichtingen(Verplichting.objects.filter(regel__post__in=posten), jaar, peildatum)
    sommen = (
        rijen.order_by()
        .values("regel__post", "regel__dekkingsbron")
        .annotate(volgens_planning=Sum("verwacht"), zonder_planning=Sum("ongepland"))
    )
    per_post = {
        (rij["regel__post"], rij["regel__dekkingsbron"]): Verwacht(rij["volgens_planning"], rij["zonder_planning"])
        for rij in sommen
    }
    return {regel.pk: per_post.get((regel.post_id, regel.dekkingsbron_id), Verwacht()) for regel in regels}


def achterstallig(verplichtingen: QuerySet) -> QuerySet:
    """Those that are still open and of which less is paid than was planned before this month."""
    maand_ervoor = klok.vandaag().replace(day=1) - timedelta(days=1)
    gepland = met_planning(met_openstaand(verplichtingen), Q(vervangen_op=None), Q(), maand_ervoor)
    return gepland.filter(openstaand__gt=0, gepland__gt=F("betaald_sinds"))


def nakoming(programma, jaar: int, peildatum: date) -> list[Nakoming]:
    """How the planning of the years before `jaar` came out, counted from the same day of the year as `peildatum`.

    Only years that are over, and in which something was planned; the list is empty when there is nothing to count.
    Counted over the programma's own budget, as the projection is.
    """
    jaren = Begrotingsregel.objects.van(programma).filter(jaar__lt=min(jaar, klok.vandaag().year))
    jaren = jaren.order_by("jaar").values_list("jaar", flat=True).distinct()
    gevonden = [_nakoming(programma, eerder, _zelfde_dag(peildatum, eerder)) for eerder in jaren]
    return [each for each in gevonden if each.gepland > 0]


def _nakoming(programma, jaar: int, peildatum: date) -> Nakoming:
    eigen = Verplichting.objects.filter(programma=programma, regel__dekkingsbron=None)
    daarna = Betaling.objects.filter(verplichting=OuterRef("pk"), datum__gt=peildatum, datum__lte=date(jaar, 12, 31))
    rijen = _verplichtingen(eigen, jaar, peildatum).annotate(
        gekomen=Least(F("verwacht"), Greatest(_som(daarna, netto()), GEEN))
    )
    som = rijen.aggregate(gepland=Sum("verwacht"), betaald=Sum("gekomen"))
    return Nakoming(jaar, som["gepland"] or NUL, som["betaald"] or NUL)


def _verplichtingen(verplichtingen: QuerySet, jaar: int, peildatum: date) -> QuerySet:
    """Each verplichting of that day with `verwacht` (still comes in `jaar`) and `ongepland`, in euro."""
    tot = Q(datum__lte=peildatum)
    rijen = met_planning(verplichtingen.filter(tot), _planning_van(peildatum), tot, date(jaar, 12, 1)).annotate(
        openstaand=F("bedrag")
        + _som(Bijstelling.objects.filter(tot, verplichting=OuterRef("pk")))
        - _som(Betaling.objects.filter(tot, verplichting=OuterRef("pk")), netto()),
    )
    return rijen.annotate(
        verwacht=Greatest(Least(F("openstaand"), F("gepland") - F("betaald_sinds")), GEEN),
        ongepland=Greatest(F("openstaand") - Greatest(F("gepland_ooit") - F("betaald_sinds"), GEEN), GEEN),
    )


def met_planning(verplichtingen: QuerySet, planning: Q, betaald: Q, tot_en_met: date) -> QuerySet:
    """With `gepland` (up to the month `tot_en_met`), `gepland_ooit`, and `betaald_sinds` that planning, in euro.

    A planning is about what was open when it was made: what was paid before it, it does not speak of.
    """
    termijnen = Betaaltermijn.objects.filter(planning, verplichting=OuterRef("pk"))
    sinds = Betaling.objects.filter(betaald, verplichting=OuterRef("pk"), geboekt_op__gte=OuterRef("gepland_sinds"))
    return verplichtingen.annotate(
        gepland_sinds=Subquery(termijnen.order_by().values("gepland_op")[:1]),
        gepland=_som(termijnen.filter(maand__lte=tot_en_met)),
        gepland_ooit=_som(termijnen),
        betaald_sinds=_som(sinds, netto()),
    )


def _planning_van(peildatum: date) -> Q:
    """The planning as it was at the end of that day."""
    einde = datetime.combine(peildatum + timedelta(days=1), time.min, klok.AMSTERDAM)
    return Q(gepland_op__lt=einde) & (Q(vervangen_op=None) | Q(vervangen_op__gte=einde))


def _som(rijen: QuerySet, som=None) -> Coalesce:
    per_verplichting = rijen.order_by().values("verplichting").annotate(som=som or Sum("bedrag"))
    return Coalesce(Subquery(per_verplichting.values("som")), GEEN)


def _zelfde_dag(dag: date, jaar: int) -> date:
    """The same day in another year; 29 February is the 28th there."""
    return dag.replace(year=jaar, day=min(dag.day, 28)) if (dag.month, dag.day) == (2, 29) else dag.replace(year=jaar)
