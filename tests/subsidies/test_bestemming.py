"""What gemeenten earmark of their integrale middelen: registered as told, corrected by a new row, never budget."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, transaction
from django.urls import reverse

from actielijnen.models import Mutatie
from agenda.access import GeenToegang, Rol
from agenda.audit import sentence
from agenda.levensloop import NietMogelijk
from agenda.models import AuditRegel
from rapportage.geldstromen.stromen import stromen
from subsidies.models import Bestemming
from subsidies.overzicht import regels
from subsidies.regelingen import vastleggen
from tests.hulpmiddelen import regelingen
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import wie

pytestmark = pytest.mark.django_db


@pytest.fixture
def wijk():
    """Gebied Oost was allotted € 50 of integrale middelen and € 100 for the theme in 2026."""
    made, by = regelingen.wijk(), wie(Rol.BEHANDELAAR)
    rij = {"jaar": 2026, "gemeente": made.oost.gemeente, "bron": made.bron, "vindplaats": "rij 2", "by": by}
    vastleggen.toekenning(made.thema("integrale middelen"), made.oost, bedrag=Decimal(50), **rij)
    vastleggen.toekenning(made.thema(), made.oost, bedrag=Decimal(100), **rij)
    return made


def earmark(wijk, bedrag="40", *, by=None, **anders) -> Bestemming:
    velden = {"thema": wijk.thema(), "gebied": wijk.oost, "jaar": 2026, "bron": wijk.bron, "vindplaats": "opgave 1"}
    return vastleggen.bestemming(**velden | anders, bedrag=Decimal(bedrag), by=by or wie(Rol.BEHANDELAAR))


def test_it_stands_beside_what_was_allotted_and_changes_no_budget_and_no_sum(wijk):
    earmark(wijk)
    (van_thema,) = [each for each in regels(wijk.regeling, gebieden=[wijk.oost]) if each.thema == wijk.thema()]
    assert (van_thema.toegekend, van_thema.bestemd) == (100, 40)
    assert not Mutatie.objects.exists()
    assert [each.bedrag for each in stromen(wijk.programma, wie(Rol.AUDITOR))] == [100]


def test_a_correction_is_a_new_row_and_what_stood_there_stays_readable(wijk):
    eerste, by = earmark(wijk), wie(Rol.BEHANDELAAR)
    nieuw = {"bron": wijk.bron, "vindplaats": "opgave 2", "reden": "Herziene opgave.", "by": by}
    tweede = vastleggen.verbeteren(eerste, bedrag=Decimal(30), **nieuw)
    assert list(Bestemming.objects.geldend()) == [tweede]
    assert (tweede.vervangt, tweede.vervangt.bedrag, tweede.reden) == (eerste, 40, "Herziene opgave.")
    with pytest.raises(NietMogelijk, match="al eerder verbeterd"):
        vastleggen.verbeteren(eerste, bedrag=Decimal(20), **nieuw)
    told = [sentence(each).replace("\u00a0", " ") for each in AuditRegel.objects.about(tweede)]
    waar = "(Voorbeeldstad Oost, veerkracht en weerbaarheid, 2026)"
    assert told == [f"Bestemming {tweede.pk} {waar} is verbeterd van € 40 naar € 30: Herziene opgave."]
    van_eerder = AuditRegel.objects.about(eerste).get()
    del van_eerder.details["wat"]  # a line from before the sentence named it
    zonder = f"Bestemming {eerste.pk} (wat: niet genoteerd) is geregistreerd: € 40, informatie en geen budget."
    assert sentence(van_eerder).replace("\u00a0", " ") == zonder


@pytest.mark.parametrize("change", [lambda rows: rows.update(bedrag=1), lambda rows: rows._raw_delete(rows.db)])
def test_the_database_changes_and_deletes_none(change, wijk):
    made = earmark(wijk)
    with pytest.raises(Error, match="bestemming"), transaction.atomic():
        change(Bestemming.objects.filter(pk=made.pk))
    assert Bestemming.objects.get().bedrag == 40


# fmt: off
#    what differs                                          field      what is said of it
GEWEIGERD = [
    ({"bedrag": "50.01"},                                  "bedrag",  "de integrale middelen van Voorbeeldstad Oost in 2026 zijn € 50"),
    ({"bedrag": "-1"},                                     "bedrag",  "een bedrag is 0 of meer"),
    ({"jaar": 2031},                                       "jaar",    "versie 1 loopt 2026–2028"),
    ({"vindplaats": ""},                                   "vindplaats", "Vul de vindplaats in"),
    ({"thema": "integrale middelen"},                      "thema",   "krijgen een bestemming bij een ander thema"),
]
# fmt: on


def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_kept(wijk):
    wrong = []
    for anders, veld, woorden in GEWEIGERD:
        if "thema" in anders:
            anders = {"thema": wijk.thema(anders["thema"])}
        with pytest.raises(ValidationError) as refused, transaction.atomic():
            earmark(wijk, **anders)
        told = refused.value.message_dict
        if woorden not in " ".join(told.get(veld, [])).replace("\u00a0", " "):
            wrong.append((anders, told))
    assert (wrong, Bestemming.objects.count()) == ([], 0)
    for rol in (Rol.AUDITOR, Rol.BUDGETHOUDER, Rol.GEMEENTELIJK_AANVRAGER):
        with pytest.raises(GeenToegang):
            earmark(wijk, by=wie(rol))
    earmark(wijk)
    with pytest.raises(ValidationError, match="staat er al"):
        earmark(wijk)


def test_the_pages_show_one_with_its_history_and_correct_it_at_the_same_address(wijk, client):
    client.force_login(wie(Rol.BEHANDELAAR))
    adres, nieuw_adres = wijk.eerste.adres_bestemmingen, reverse("bestemming-nieuw", args=["wijk", 1])
    nieuw = {"gebied": wijk.oost.pk, "thema": wijk.thema().pk, "jaar": 2026, "bedrag": "60", "bron": wijk.bron.pk}
    refused = client.post(nieuw_adres, nieuw | {"vindplaats": "opgave 1"})
    assert "de integrale middelen van Voorbeeldstad Oost in 2026 zijn € 50" in text(refused)
    client.post(nieuw_adres, nieuw | {"vindplaats": "opgave 1", "bedrag": "40"})
    made = Bestemming.objects.get()
    assert "Voorbeeldstad Oost veerkracht en weerbaarheid 2026 € 40 Bestand" in text(client.get(adres))

    anders = {"bedrag": "30", "bron": wijk.bron.pk, "vindplaats": "opgave 2", "reden": "Herziene opgave"}
    response = client.post(made.adres_verbeteren, anders, follow=True)
    assert response.redirect_chain == [(made.get_absolute_url(), 302)]
    seen = text(response)
    assert "Bedrag € 30 in 2026 Uit de integrale middelen van het gebied € 50 in 2026" in seen
    assert "Wat er eerder stond € 40 , uit Bestand" in seen
    assert "informatie, geen budget" in seen
    client.force_login(wie(Rol.AUDITOR))
    assert "Verbeteren" not in text(client.get(made.get_absolute_url()))
    assert client.post(made.adres_verbeteren, anders).status_code == 403
