"""The money of a DU leaves the begroting once, never passes a hard line, and the portal pays nothing itself."""

from decimal import Decimal

import pytest

from actielijnen.begroting.plafond import Tekort
from actielijnen.begroting.standen import stand_van
from actielijnen.models import Betaling, Mutatie, Verplichting
from agenda import klok
from agenda.access import Rol
from agenda.levensloop import NietMogelijk
from subsidies.du import geld
from subsidies.models import Decentralisatieuitkering
from tests.hulpmiddelen import uitkeringen
from tests.hulpmiddelen.tegelijk import at_once
from tests.hulpmiddelen.uitkeringen import D, wie


@pytest.mark.django_db
def test_an_overboeking_lowers_verplichtingen_and_kas_and_is_no_verplichting_or_payment():
    made = uitkeringen.uitkering(D.OVERBOEKING, bedrag="30000.50")
    stand = stand_van(made.regel)
    assert (stand.beschikbaar, stand.kasruimte) == (Decimal("69999.50"), Decimal("69999.50"))
    rijen = Mutatie.objects.filter(besluit=made.overboeking)
    assert sorted(rijen.values_list("budget", "soort", "bedrag")) == [
        ("kas", "overboeking_uit", Decimal("-30000.50")),
        ("verplichtingen", "overboeking_uit", Decimal("-30000.50")),
    ]
    assert not Verplichting.objects.exists()
    assert not Betaling.objects.exists()


@pytest.mark.django_db
def test_a_hard_line_refuses_with_the_exact_shortage_and_nothing_changes():
    made = uitkeringen.uitkering(D.AKKOORD, bedrag="100000.01")
    with klok.vastgezet(uitkeringen.NU), pytest.raises(Tekort) as refusal:
        geld.overboeken(made, besluit=uitkeringen.besluit(), by=wie(Rol.BUDGETHOUDER))
    assert refusal.value.tekort == Decimal("0.01")
    made.refresh_from_db()
    assert (made.status, made.overboeking) == (D.AKKOORD, None)
    assert not Mutatie.objects.filter(soort="overboeking_uit").exists()


@pytest.mark.django_db(transaction=True)
def test_overboekingen_at_once_never_pass_the_line_and_one_du_is_overgeboekt_once():
    made = [uitkeringen.uitkering(D.AKKOORD) for _ in range(5)]
    by = wie(Rol.BUDGETHOUDER)

    def overboeken(each):
        with klok.vastgezet(uitkeringen.NU):
            geld.overboeken(
                Decentralisatieuitkering.objects.for_page().get(pk=each.pk), besluit=uitkeringen.besluit(), by=by
            )

    answers = at_once(*[lambda each=each: overboeken(each) for each in [*made, made[0], made[1]]])
    assert [type(answer) for answer in answers].count(type(None)) == 3  # of € 30.000, on a line of € 100.000
    assert {type(answer) for answer in answers} - {type(None)} <= {Tekort, NietMogelijk}
    assert Mutatie.objects.filter(soort="overboeking_uit").count() == 6
    assert stand_van(made[0].regel).beschikbaar == 10_000


@pytest.mark.django_db
def test_a_refused_overboeking_comes_back_whole_and_can_be_asked_for_again():
    made, budgethouder = uitkeringen.uitkering(D.OVERBOEKING), wie(Rol.BUDGETHOUDER)
    eerste = made.overboeking
    with klok.vastgezet(uitkeringen.NU):
        geld.terugboeken(made, besluit=uitkeringen.besluit(reden="Het fonds neemt het niet over."), by=budgethouder)
        stand = stand_van(made.regel)
        assert (made.status, made.overboeking, stand.beschikbaar, stand.kasruimte) == (
            D.AKKOORD,
            None,
            100_000,
            100_000,
        )
        with pytest.raises(NietMogelijk):
            geld.terugboeken(made, besluit=uitkeringen.besluit(), by=budgethouder)
        geld.overboeken(made, besluit=uitkeringen.besluit(), by=budgethouder)
    assert (made.status, stand_van(made.regel).beschikbaar) == (D.OVERBOEKING, 70_000)
    assert made.overboeking not in (None, eerste)
    bedragen = Mutatie.objects.filter(budget="kas", soort__startswith="overboeking").order_by("pk")
    assert list(bedragen.values_list("bedrag", flat=True)) == [-30_000, 30_000, -30_000]
