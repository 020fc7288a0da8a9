"""What a gemeente proposes: taken in or not by the staff, told to the gemeente, and read by nobody else."""


import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.audit import sentence
from agenda.levensloop import NietMogelijk
from agenda.models import AuditRegel, Gemeente
from interventies.models import Interventie, Interventievoorstel
from interventies.palet import voorstellen
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.interventies import LEZER, SCHRIJVER, wie
from tests.hulpmiddelen.pagina import rows, text
from tests.hulpmiddelen.voorstellen import V, aanpak, ambtenaar, berichten, browser, sleutel, voorstel

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def example():
    with klok.vastgezet(palet.NU):
        yield vooruitzicht.programma()


def test_from_voorstel_to_interventie_and_back_to_the_gemeente(example):
    oord = palet.gemeente(is_voorbeeld=True)
    jan, staf = ambtenaar(oord), wie(SCHRIJVER)
    gemeente, behandelaar = browser(jan), browser(staf)
    assert "Uw gemeente heeft nog niets voorgesteld" in text(gemeente.get(reverse("gemeente-voorstellen")))
    nieuw = reverse("gemeente-voorstel-nieuw")
    refused = gemeente.post(nieuw, aanpak(waarom="") | sleutel())
    assert (refused.status_code, "Schrijf op waarom u denkt dat het werkt." in text(refused)) == (400, True)
    assert "Ouders vertellen in de klas over hun werk" in refused.content.decode()
    een = sleutel()
    for _ in range(2):  # the same form once more
        page = gemeente.post(nieuw, aanpak() | een, follow=True)
    made = Interventievoorstel.objects.get()
    assert "Ouders voor de klas Ingediend" in text(page)
    assert berichten(staf) == ["voorstel_ingediend"]

    address = example.address(made.get_absolute_url())
    assert "Afdeling Jeugd, jeugd@oordstad.invalid" in text(behandelaar.get(address))
    behandelaar.post(example.address(reverse("interventievoorstel-behandelen", args=[made.nummer])))
    happened = "In behandeling genomen 2 november 2026, 10.00 uur Het ministerie van SZW"
    assert happened in text(gemeente.get(made.adres_gemeente))
    overnemen = example.address(reverse("interventievoorstel-overnemen", args=[made.nummer]))
    begin = behandelaar.get(overnemen).context["form"]
    assert (begin["samenvatting"].value(), begin["onderbouwing"].value()) == (made.wat, made.waarom)
    unfinished = behandelaar.post(overnemen, palet.beschrijving(naam=made.naam, hoofddoel="") | sleutel())
    assert (unfinished.status_code, Interventie.objects.count()) == (400, 0)
    page = behandelaar.post(overnemen, palet.beschrijving(naam=made.naam) | sleutel(), follow=True)
    assert f"Voorgesteld door Gemeente Oordstad, voorstel {made}" in text(page)
    assert "Scopetoets doen: U schreef mee aan de beschrijving." in text(page)  # a colleague does that

    made.refresh_from_db()
    assert (made.status, made.interventie.is_voorbeeld, made.interventie.fase) == (V.OVERGENOMEN, True, "beschreven")
    assert (berichten(staf), berichten(jan)) == ([], ["voorstel_overgenomen"])
    seen = text(gemeente.get(made.adres_gemeente))
    assert "Zij staat nog niet in de openbare catalogus." in seen
    assert staf.naam not in seen
    [row] = rows(browser(wie(Rol.AUDITOR)).get(example.address(reverse("interventievoorstellen"))))
    assert row == f"{made} Ouders voor de klas Oordstad 2 november 2026 Overgenomen Ouders voor de klas"


def test_the_catalogue_does_not_tell_which_gemeente_proposed_it():
    made = voorstel(V.OVERGENOMEN, palet.gemeente(is_voorbeeld=True)).interventie
    palet.toets(made)
    palet.fasen.testen(made, reden="Wij willen weten of het werkt.", by=wie(LEZER))
    palet.publiceren.publiceren(made, by=wie(palet.PUBLICEERT))
    seen = text(Client().get(made.permalink))
    assert "Ouders voor de klas" in seen
    assert "Oordstad" not in seen
    proposer = text(browser(ambtenaar(made.voorstel.gemeente)).get(made.voorstel.adres_gemeente))
    assert "U leest haar in de catalogus: Ouders voor de klas ." in proposer


def test_a_gemeente_reads_why_not_and_a_decision_is_taken_once():
    made = voorstel(V.AFGEWEZEN)
    seen = text(browser(ambtenaar(made.gemeente)).get(made.adres_gemeente))
    assert "Waarom niet overgenomen Het is geen preventie." in seen
    assert berichten(ambtenaar(made.gemeente)) == ["voorstel_afgewezen"]
    staf = wie(SCHRIJVER)
    for verb in (
        lambda: voorstellen.overnemen(made, palet.beschrijving(), [], by=staf),
        lambda: voorstellen.afwijzen(made, reden="Nog eens.", by=staf),
        lambda: voorstellen.behandelen(made, by=staf),
        lambda: voorstellen.intrekken(made, by=ambtenaar(made.gemeente)),
    ):
        with pytest.raises(NietMogelijk):
            verb()
    assert not Interventie.objects.exists()  # a refused overname leaves none behind
    with pytest.raises(Geweigerd, match="Schrijf op waarom"):
        voorstellen.afwijzen(voorstel(), reden="  ", by=staf)
    regels = AuditRegel.objects.about(made).order_by("pk")
    assert [sentence(regel) for regel in regels] == [
        f"Voorstel voor een interventie {made} van Oordstad is ingediend.",
        f"Voorstel voor een interventie {made} is niet overgenomen: Het is geen preventie.",
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        Interventievoorstel.objects.filter(pk=made.pk).update(reden="")


def test_another_gemeente_sees_and_does_nothing_and_a_successor_carries_on():
    made = voorstel()
    velden = {"naam": "Elders", "naam_cbs": "Elders", "provincie": made.gemeente.provincie}
    elders = Gemeente.objects.create(code="GM9970", **velden)
    vreemde = ambtenaar(elders)
    client = browser(vreemde)
    assert client.get(made.adres_gemeente).status_code == 404
    assert client.post(reverse("gemeente-voorstel-intrekken", args=[made.nummer])).status_code == 404
    assert client.get(made.get_absolute_url()).status_code == 403
    assert made.nummer not in text(client.get(reverse("gemeente-voorstellen")))
    for verb in (
        lambda: voorstellen.intrekken(made, by=vreemde),
        lambda: voorstellen.indienen(made.gemeente, voorstellen.Aanpak(**aanpak()), by=vreemde),
        lambda: voorstellen.indienen(made.gemeente, voorstellen.Aanpak(**aanpak()), by=wie(SCHRIJVER)),
        lambda: voorstellen.behandelen(made, by=ambtenaar(made.gemeente)),
    ):
        with pytest.raises(GeenToegang):
            verb()
    Gemeente.objects.filter(pk=made.gemeente_id).update(opgegaan_op=klok.vandaag(), opvolger=elders)
    assert "Ouders voor de klas" in text(client.get(made.adres_gemeente))
    client.post(reverse("gemeente-voorstel-intrekken", args=[made.nummer]))
    made.refresh_from_db()
    assert made.status == V.INGETROKKEN


@pytest.mark.parametrize(
    ("deel", "tekst", "reden"),
    [
        ("naam", "", "Vul in hoe uw gemeente de aanpak noemt."),
        ("naam", "x" * 121, "te lang: 121 tekens"),
        ("wat", "<script>alert(1)</script>", "Schrijf gewone tekst"),
        ("waarom", "zie javascript:alert(1)", "Schrijf gewone tekst"),
        ("waar", " \n ", "Schrijf op waar het loopt"),
        ("doelgroep", "jon\u200bgeren", "niet te zien"),
        ("contact", "", "Vul in waar wij iets kunnen vragen"),
    ],
)
def test_what_cannot_stand_in_a_voorstel_is_refused_at_its_field(deel, tekst, reden):
    oord = palet.gemeente()
    with pytest.raises(Geweigerd, match=reden) as fout:
        voorstellen.indienen(oord, voorstellen.Aanpak(**aanpak(**{deel: tekst})), by=ambtenaar(oord))
    assert fout.value.veld == deel
