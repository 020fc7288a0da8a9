"""What is outside the scope is not paid where SZW decides, by verb, form or SQL; where another pays it is a signal."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from actielijnen.begroting import verplichten
from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.models import Bericht
from interventies.palet import evalueren
from subsidies import bekostigen
from subsidies.du import voorstellen
from subsidies.forms.du import VoorstelForm
from subsidies.models import Bekostiging, Decentralisatieuitkering
from tests.hulpmiddelen import boekingen, regelingen, uitkeringen
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen.interventies import F
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, wie

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_november():
    with klok.vastgezet(uitkeringen.NU):
        yield


def voorgesteld(interventie) -> Decentralisatieuitkering:
    plan = uitkeringen.voorstel(interventie=interventie)
    with transaction.atomic():
        return voorstellen.voorstellen(plan.regel.programma, plan, by=wie(BEHANDELAAR))


def test_what_is_outside_the_scope_is_not_paid_and_what_is_not_yet_outside_is(client):
    binnen, buiten = (palet.interventie(naam=naam, is_voorbeeld=True) for naam in ("Binnen", "Straf"))
    palet.toets(buiten, "twijfel")
    eerder = voorgesteld(buiten)
    assert eerder.interventie == buiten
    client.force_login(wie(BEHANDELAAR))
    assert "buiten de scope" not in text(client.get(eerder.get_absolute_url()))
    for _ in range(2):
        palet.toets(buiten, "buiten")
    assert list(Bericht.objects.about("du_buiten_scope", eerder).values_list("ontvanger", "kenmerk")) == [
        (eerder.voorgesteld_door_id, eerder.nummer)
    ]
    for waarom, interventie in {
        "buiten de scope is: Het gaat om voorkomen. Het ministerie van SZW betaalt haar niet": buiten,
        "hoort niet bij dit programma": palet.interventie(F.TESTEN, naam="Echt"),
    }.items():
        with pytest.raises(Geweigerd, match=waarom) as refusal:
            voorgesteld(interventie)
        assert refusal.value.veld == "interventie"
    uitkering = voorgesteld(binnen)
    assert Decentralisatieuitkering.objects.count() == 2
    with pytest.raises(IntegrityError, match="buiten de scope"), transaction.atomic():
        Decentralisatieuitkering.objects.filter(pk=uitkering.pk).update(interventie=buiten)
    signaal = "De nieuwste scopetoets van Straf zegt ‘buiten’: Het gaat om voorkomen. Het voorstel kan nog worden ingetrokken."
    for adres in (eerder.get_absolute_url(), eerder.programma.address(reverse("du-intrekken", args=[eerder.nummer]))):
        assert signaal in text(client.get(adres))
    voorstellen.intrekken(eerder, reden="Het is buiten de scope.", by=wie(BEHANDELAAR))
    assert "buiten de scope Het" not in text(client.get(eerder.get_absolute_url()))
    seen = text(client.get(uitkering.programma.address(binnen.get_absolute_url())))
    assert f"Wie betaalt Wat Aan Bedrag Stand {uitkering.titel} Voorbeeldstad € 30.000 Voorstel" in seen
    assert "Interventie Binnen" in text(client.get(uitkering.get_absolute_url()))


def test_the_form_says_why_and_keeps_what_was_typed():
    buiten = palet.interventie(naam="Straf", is_voorbeeld=True)
    palet.toets(buiten, "buiten")
    plan = uitkeringen.voorstel()
    velden = {naam: getattr(waarde, "pk", waarde) for naam, waarde in vars(plan).items() if waarde is not None}
    data = velden | {"bedrag": "30.000", "interventie": buiten.pk, "sleutel": "7b1e0f52-2f3a-4a61-9d0e-0a4f5f9b5a11"}
    form = VoorstelForm(plan.regel.programma, data=data)
    assert form.is_valid()
    assert form.boek(by=wie(BEHANDELAAR)) is None
    assert "buiten de scope" in form.errors["interventie"][0]
    assert form["doel"].value() == "Gastlessen over mediawijsheid."


def test_a_verplichting_of_szw_does_not_pay_for_what_is_outside_the_scope(client):
    made = palet.interventie(F.TESTEN, is_voorbeeld=True)
    uitvoering, by = palet.uitvoering(made), palet.wie(palet.SCHRIJVER)
    verplichting = boekingen.verplichting(uitkeringen.regel(), kenmerk="V-1")
    client.force_login(by)
    adres = verplichting.programma.address(f"/werk/uitvoeringen/{uitvoering}/geld/")
    sleutel = {"sleutel": "7b1e0f52-2f3a-4a61-9d0e-0a4f5f9b5a12"}
    assert "en niet allebei" in text(client.post(adres, sleutel))
    palet.toets(made, "buiten")
    assert "buiten de scope" in text(client.post(adres, sleutel | {"verplichting": verplichting.pk}))
    palet.toets(made, "binnen")
    seen = text(client.post(adres, sleutel | {"verplichting": verplichting.pk}, follow=True))
    assert "Vastgelegd wie betaalt." in seen
    assert f"Betaald door: {verplichting}" in seen
    with pytest.raises(Geweigerd, match="staat al"), transaction.atomic():
        bekostigen.uit_verplichting(uitvoering, verplichting, by=by)
    for rol in (Rol.BUDGETHOUDER, Rol.REDACTEUR):
        with pytest.raises(GeenToegang):
            bekostigen.uit_verplichting(uitvoering, verplichting, by=palet.wie(rol))
    evaluatie = evalueren.plannen(made, palet.plan(verplichting=verplichting), by=by)
    seen = text(client.get(verplichting.programma.address(evaluatie.get_absolute_url())))
    assert f"Betaald uit {verplichting} , € 1.000" in seen
    palet.toets(made, "buiten")
    with pytest.raises(Geweigerd, match="SZW betaalt haar niet"), transaction.atomic():
        evalueren.plannen(made, palet.plan(verplichting=verplichting), by=by)
    with pytest.raises(Geweigerd, match="ander programma"), transaction.atomic():
        evalueren.plannen(palet.interventie(), palet.plan(verplichting=verplichting), by=by)
    seen = text(client.get(verplichting.programma.address(made.get_absolute_url())))
    assert f"{verplichting} Stichting Voorbeeld € 1.000 Voor {uitvoering}" in seen
    palet.toets(made, "binnen")
    tweede = palet.uitvoering(made)
    bekostigen.uit_verplichting(tweede, verplichting, by=by)
    vrijval = {"bedrag": Decimal(-250), "datum": date(2026, 10, 1), "reden": "Minder nodig."}
    verplichten.bijstellen(verplichting, **vrijval, by=boekingen.boeker())
    seen = text(client.get(verplichting.programma.address(made.get_absolute_url())))
    assert seen.count("Stichting Voorbeeld") == 1
    assert f"{verplichting} Stichting Voorbeeld € 750 Voor {uitvoering}, {tweede}" in seen
    seen = text(client.get(verplichting.programma.address(evaluatie.get_absolute_url())))
    assert f"Betaald uit {verplichting} , € 750" in seen


def test_where_another_ministry_pays_too_the_verdict_is_a_recorded_signal():
    thema = regelingen.wijk().thema()
    made = palet.interventie(F.TESTEN)
    uitvoering, by = palet.uitvoering(made), palet.wie(palet.SCHRIJVER)
    palet.toets(made, "buiten")
    assert bekostigen.uit_regeling(uitvoering, thema, by=by).signaal == "Het gaat om voorkomen."
    anders = {"uitvoering": palet.uitvoering(made), "door": by, "op": klok.nu()}
    verplichting = boekingen.verplichting(uitkeringen.regel(), kenmerk="V-9")
    for pot in ({"verplichting": verplichting}, {"thema": thema}):  # by SQL, and without the signal
        with pytest.raises(IntegrityError, match="buiten de scope"), transaction.atomic():
            Bekostiging.objects.create(**anders | pot)
    thema.versie.verstrekt_door = regelingen.ministerie("SZW")  # a regeling of SZW itself, also if only registered
    with pytest.raises(Geweigerd, match="SZW betaalt haar niet"), transaction.atomic():
        bekostigen.uit_regeling(uitvoering, thema, by=by)
    thema.versie.save()
    with pytest.raises(IntegrityError, match="buiten de scope"), transaction.atomic():  # by SQL, with a signal
        Bekostiging.objects.create(**anders, thema=thema, signaal="Het gaat om voorkomen.")
    assert Bekostiging.objects.count() == 1
    with pytest.raises(Geweigerd, match="gaan nooit samen"):
        bekostigen.uit_regeling(palet.uitvoering(palet.interventie(is_voorbeeld=True)), thema, by=by)
