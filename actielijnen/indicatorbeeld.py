"""How far an indicator is: its values that hold, the way from nulmeting to streefwaarde, and the chart."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format

from actielijnen.models import Correctievoorstel, Indicator, IndicatorWaarde
from actielijnen.perioden import dag
from agenda.ui.grafieken import Staaf, Staafdiagram

S = IndicatorWaarde.Soort


def getal(waarde: Decimal) -> str:
    """`1.250` or `7,5`: no more decimals than the value has."""
    return number_format(waarde.normalize() if waarde % 1 else waarde.quantize(Decimal(1)), force_grouping=True)


@dataclass(frozen=True)
class Regel:
    """One value with what became of it: replaced by another, or with a proposal that waits."""

    waarde: IndicatorWaarde
    tekst: str
    wordt: str
    voorstel: Correctievoorstel | None

    @property
    def is_geldend(self) -> bool:
        return not self.wordt


@dataclass(frozen=True)
class Indicatorbeeld:
    """All values of an indicator, the oldest first."""

    indicator: Indicator
    regels: list[Regel]

    def _geldend(self, soort: str) -> list[IndicatorWaarde]:
        return [regel.waarde for regel in self.regels if regel.is_geldend and regel.waarde.soort == soort]

    @property
    def nulmeting(self) -> IndicatorWaarde | None:
        return next(iter(self._geldend(S.NULMETING)), None)

    @property
    def laatste(self) -> IndicatorWaarde | None:
        return next(reversed(self._geldend(S.MEETWAARDE)), None)

    @property
    def streefwaarde(self) -> IndicatorWaarde | None:
        return next(reversed(self._geldend(S.STREEFWAARDE)), None)

    @property
    def afgelegd(self) -> Decimal | None:
        """The part of the way from nulmeting to streefwaarde that is behind us; None if one of them is not known."""
        if not (self.nulmeting and self.laatste and self.streefwaarde):
            return None
        weg = self.streefwaarde.waarde - self.nulmeting.waarde
        return (self.laatste.waarde - self.nulmeting.waarde) / weg if weg else None

    @property
    def grafiek(self) -> Staafdiagram | None:
        """A bar per value that holds; None without values, or with one below zero, which a bar cannot show."""
        waarden = [regel.waarde for regel in self.regels if regel.is_geldend]
        if not waarden or min(each.waarde for each in waarden) < 0:
            return None
        eenheid = self.indicator.eenheid
        staven = [
            Staaf(
                f"{dag(each.peildatum)}: {each.get_soort_display().lower()}",
                each.waarde,
                getal(each.waarde),
            )
            for each in waarden
        ]
        return Staafdiagram(
            titel=f"{self.indicator.naam}, in {eenheid}",
            conclusie=self.conclusie,
            staven=staven,
            kolommen=f"Stand op | Aantal {eenheid} >",
        )

    @property
    def conclusie(self) -> str:
        """One sentence that says what to see."""
        if not self.laatste:
            return "Er is nog niets gemeten."
        nu = f"De laatste waarde is {getal(self.laatste.waarde)} {self.indicator.eenheid}"
        if not self.streefwaarde:
            return f"{nu}. Er is geen streefwaarde."
        return f"{nu}; de streefwaarde is {getal(self.streefwaarde.waarde)}."


def indicatorbeeld(indicator: Indicator) -> Indicatorbeeld:
    """All values of `indicator` with what became of them."""
    waarden = list(indicator.waarden.for_list())
    open_voorstellen = Correctievoorstel.objects.for_list().filter(
        betreft__indicator=indicator, status=Correctievoorstel.Status.VOORGESTELD
    )
    per_waarde = {each.betreft_id: each for each in open_voorstellen}
    vervangen = {each.vervangt_id: getal(each.waarde) for each in waarden if each.vervangt_id}
    return Indicatorbeeld(
        indicator,
        [Regel(each, getal(each.waarde), vervangen.get(each.pk, ""), per_waarde.get(each.pk)) for each in waarden],
    )
