"""The money of the example: booked by the verbs alone, and every sum agrees with the rows it rests on."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from django.db.models import Sum

from actielijnen.begroting.standen import standen, totaal
from actielijnen.begroting.verplichten import betaald_van, openstaand_van, verplicht_van
from actielijnen.models import (
    Begrotingsregel,
    Betaaltermijn,
    Betaling,
    Bijstelling,
    Herschikking,
    Mutatie,
    MutatieSoort,
    Prognose,
    Reservering,
    Verplichting,
)
from agenda.models import AuditRegel
from rapportage.voorbeeld.begroting import AMENDEMENT, NAJAARSNOTA, ONTWERP_2026, ONTWERP_2027, VOORJAARSNOTA
from rapportage.voorbeeld.prognoses import RONDES
from rapportage.voorbeeld.verplichtingen import OPDRACHTEN, TOT, opdrachten

pytestmark = pytest.mark.django_db


def som(rijen) -> Decimal:
    return rijen.aggregate(som=Sum("bedrag"))["som"] or Decimal(0)


def test_the_stand_of_all_lines_is_what_the_rows_add_up_to(voorbeeldprogramma):
    alles = totaal(standen(Begrotingsregel.objects.van(voorbeeldprogramma)).values())
    verplichtingen = list(Verplichting.objects.van(voorbeeldprogramma))
    assert alles.aangegaan == sum(samen for *_, samen in OPDRACHTEN) == 2_520_000
    assert alles.verplicht == sum(verplicht_van(each) for each in verplichtingen)
    assert alles.betaald == sum(betaald_van(each) for each in verplichtingen)
    assert alles.openstaand == sum(openstaand_van(each) for each in verplichtingen)
    assert alles.openstaand == alles.verplicht - alles.betaald
    assert alles.beschikbaar == alles.budget - alles.verplicht - alles.gereserveerd


def test_the_budget_is_the_first_begroting_and_every_change_since(voorbeeldprogramma):
    alles = totaal(standen(Begrotingsregel.objects.van(voorbeeldprogramma)).values())
    tabellen = [*AMENDEMENT, *VOORJAARSNOTA, *ONTWERP_2027, *NAJAARSNOTA]
    for budget, plek, stand in (("verplichtingen", 0, alles.budget), ("kas", 1, alles.kasbudget)):
        eerst = sum(bedragen[plek] for jaren in ONTWERP_2026.values() for bedragen in jaren)
        daarna = sum(bedrag for _, _, wat, _, bedrag, _ in tabellen if wat == budget)
        ander = 200_000 - 60_750  # money of another ministry came in, and that of three DU's went to the gemeentefonds
        assert stand == eerst + daarna + ander, budget


@pytest.mark.parametrize("soort", [MutatieSoort.KASSCHUIF, MutatieSoort.HERSCHIKKING])
def test_what_moves_is_neither_lost_nor_made(voorbeeldprogramma, soort):
    verplaatst = Mutatie.objects.van(voorbeeldprogramma).filter(soort=soort)
    assert (verplaatst.count(), som(verplaatst)) == (2, 0)


def test_no_line_passes_its_ceiling_and_no_verplichting_is_paid_twice(voorbeeldprogramma):
    for regel, stand in standen(Begrotingsregel.objects.van(voorbeeldprogramma)).items():
        assert min(stand.beschikbaar, stand.kasruimte) >= 0, regel
    for verplichting in Verplichting.objects.van(voorbeeldprogramma):
        assert 0 <= betaald_van(verplichting) <= verplicht_van(verplichting), verplichting


def test_every_booking_went_through_a_verb_that_wrote_it_down(voorbeeldprogramma):
    regels = Counter(AuditRegel.objects.values_list("actie", flat=True))
    echt = Mutatie.objects.exclude(regel__post__programma=voorbeeldprogramma).count()
    assert regels["begroting_muteren"] == Mutatie.objects.van(voorbeeldprogramma).count() + echt
    assert regels["verplichting_aangaan"] == Verplichting.objects.count() == len(opdrachten())
    assert regels["verplichting_bijstellen"] == Bijstelling.objects.count()
    assert regels["betaling_boeken"] + regels["terugontvangst_boeken"] == Betaling.objects.count()
    assert regels["betalingen_plannen"] == Verplichting.objects.count()
    assert regels["prognose_maken"] == regels["prognose_vaststellen"] == len(RONDES) == Prognose.objects.count()
    assert regels["reserveren"] == Reservering.objects.count()
    assert regels["reservering_vervallen"] == Reservering.objects.filter(status="vervallen").count() == 1
    assert regels["herschikking_uitvoeren"] == Herschikking.objects.filter(status="uitgevoerd").count() == 1


def test_the_example_shows_each_kind_of_booking(voorbeeldprogramma):
    assert Bijstelling.objects.filter(soort="vrijval").exists()
    assert Bijstelling.objects.filter(soort="verhoging").exists()
    assert Betaling.objects.filter(soort="terugontvangst").exists()
    assert set(MutatieSoort.values) - set(Mutatie.objects.values_list("soort", flat=True)) == {"eindejaarsmarge"}


def test_every_opdracht_is_planned_whole_and_some_of_it_is_paid_later_than_planned(voorbeeldprogramma):
    for verplichting in Verplichting.objects.van(voorbeeldprogramma):
        assert som(verplichting.termijnen.all()) == verplichting.bedrag
        assert verplichting.termijnen.earliest("maand").maand >= verplichting.datum.replace(day=1)
    gepland = som(Betaaltermijn.objects.filter(maand__lt=date(2026, 11, 1)))
    betaald = som(Betaling.objects.filter(soort="betaling", datum__lt=date(2026, 11, 1)))
    assert betaald < gepland < betaald * 3 / 2


def test_each_prognose_expects_less_than_the_kas_and_explains_it(voorbeeldprogramma):
    for prognose in Prognose.objects.filter(programma=voorbeeldprogramma):
        for rij in prognose.regels.all():
            assert rij.betaald <= rij.verwacht <= rij.kasbudget
    assert (
        AuditRegel.objects.filter(actie="prognose_maken")
        .values_list("account")
        .intersection(AuditRegel.objects.filter(actie="prognose_vaststellen").values_list("account"))
        .count()
        == 0
    )


def test_a_booking_is_written_down_on_the_day_on_which_it_happens(voorbeeldprogramma):
    for model in (Verplichting, Bijstelling, Betaling, Reservering):
        for rij in model.objects.all():
            assert rij.geboekt_op.date() == rij.datum <= TOT
    assert {each.jaar for each in Begrotingsregel.objects.van(voorbeeldprogramma)} == {2026, 2027, 2028}
    assert Verplichting.objects.order_by("datum")[0].datum >= date(2026, 1, 12)


def test_who_proposed_a_herschikking_agreed_to_nothing(voorbeeldprogramma):
    regels = AuditRegel.objects.about(Herschikking.objects.get())
    wie = dict(regels.values_list("actie", "account"))
    assert len({wie[f"herschikking_{stap}"] for stap in ("voorstellen", "akkoord", "uitvoeren")}) == 3


def test_the_same_draws_come_out_of_every_run():
    assert opdrachten() == opdrachten()
