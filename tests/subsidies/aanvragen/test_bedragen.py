"""Tables of amounts, totals and references to an interventie: typed, kept, read back and refused."""

import json
import re
from decimal import Decimal
from itertools import product

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from agenda import klok
from agenda.money import euro, lees_bedrag
from agenda.sessies.bewaren import bewaren
from interventies.models import Interventievoorstel
from interventies.palet import publiceren
from subsidies.aanvragen import invullen, soorten
from subsidies.aanvragen.stand import stand_van
from subsidies.aanvragen.vragen import gevraagd
from subsidies.models import Aanvraag, Antwoord, Formuliervraag, MaximumAanvraag
from tests.hulpmiddelen import interventies, voorstellen
from tests.hulpmiddelen.aanvragen import ALLES, NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import TEKENT, wie
from tests.subsidies.aanvragen.test_paginas import browser, page

pytestmark = pytest.mark.django_db
S = Formuliervraag.Soort
SCHOOL = "school en omgeving"
THEMAS = ["veerkracht en weerbaarheid", SCHOOL, "integrale middelen"]


@pytest.fixture
def made():
    with klok.vastgezet(NU):
        yield aanvraag(open_regeling(secties=ALLES))


def cel(made, jaar: int, thema: str = SCHOOL, vraag: str = "bedragen") -> str:
    return f"{vraag}-{made.versie.themas.get(naam=thema).pk}-{jaar}"


def send(client, made, **typed):
    stand = typed.pop("stand", Aanvraag.objects.get(pk=made.pk).bewaard)
    return client.post(page("-sectie", made, sleutel="geld"), {"stand": stand, "eigen": ""} | typed)


def kept(sleutel: str = "bedragen"):
    return Antwoord.objects.filter(vraag__sleutel=sleutel).geldend().get().waarde


NOTATIES = ["€ 250.000", "250.000,00", "250000", " €250.000 ", "250 000", "€\u00a0250.000,-", "250.000,--"]


@pytest.mark.parametrize("notatie", NOTATIES)
def test_a_cell_is_read_in_every_dutch_notation(made, notatie):
    assert send(browser(aanvrager()), made, **{cel(made, 2027): notatie}).status_code == 302
    assert list(kept().values()) == ["250000.00"]


# fmt: off
FOUTEN = [
    ("tien",           "‘school en omgeving in 2027’: ‘tien’ is geen bedrag in euro. Schrijf bijvoorbeeld 250.000 of 1.234,50."),
    ("-5",             "‘school en omgeving in 2027’: Een bedrag is € 0 of meer. Schrijf bijvoorbeeld 250.000."),
    ("25.0000",        "‘school en omgeving in 2027’: ‘25.0000’ is geen bedrag in euro. Schrijf bijvoorbeeld 250.000 of 1.234,50."),
    ("10.000.000.000", "‘school en omgeving in 2027’: ‘10.000.000.000’ is te veel: een bedrag is minder dan 10 miljard euro."),
    ("250.001",        "U vraagt voor school en omgeving in 2027 € 250.001. Het maximum is € 250.000: dat is € 1 te veel. Vraag hooguit € 250.000."),
]
# fmt: on


@pytest.mark.parametrize(("typed", "melding"), FOUTEN)
def test_a_wrong_cell_is_refused_at_that_cell_and_what_was_typed_stays(made, typed, melding):
    thema = made.versie.themas.get(naam=SCHOOL)
    MaximumAanvraag.objects.create(versie=made.versie, gemeente=made.gemeente, thema=thema, jaar=2027, bedrag=250_000)
    name, ander = cel(made, 2027), cel(made, 2028)
    answer = send(browser(aanvrager()), made, **{name: typed, ander: "300.000"})
    assert answer.status_code == 400
    found = {veld: [each.replace("\u00a0", " ") for each in fouten] for veld, fouten in answer.context["form"].errors.items()}
    assert [found[name][0].removeprefix("‘school en omgeving in 2027’: ")] == [melding.removeprefix("‘school en omgeving in 2027’: ")]
    assert list(found) == [name]
    body = answer.content.decode()
    assert f'href="#id_{name}"' in body
    assert f'id="id_{name}_error"' in body
    assert f'value="{typed}"' in body
    assert 'value="300.000"' in body
    assert "<title>Fout: Geld" in body
    assert not Antwoord.objects.filter(vraag__sleutel="bedragen").exists()


def test_a_maximum_of_the_gebieden_counts_together_and_another_table_has_none(made):
    thema = made.versie.themas.get(naam=SCHOOL)
    for gebied in made.versie.gebieden.filter(gemeente=made.gemeente):
        MaximumAanvraag.objects.create(versie=made.versie, gebied=gebied, thema=thema, jaar=2027, bedrag=100)
    aantal = MaximumAanvraag.objects.count()
    assert aantal
    invullen.bewaren(made, {"bedragen": {(SCHOOL, 2027): Decimal(100 * aantal)}}, stand=0, by=aanvrager())
    with pytest.raises(ValueError, match="te veel"):
        invullen.bewaren(made, {"bedragen": {(SCHOOL, 2027): Decimal(100 * aantal + 1)}}, stand=1, by=aanvrager())
    other = Aanvraag.objects.get().formulier.vragen.get(sleutel="partner")
    assert soorten.bewaard(other, {(SCHOOL, 2027): Decimal(10**6)}, made)


def test_totals_are_made_by_the_server_and_read_back_with_how(made):
    client = browser(aanvrager())
    send(client, made, **{cel(made, 2026): "100", cel(made, 2027): "50,50", cel(made, 2027, THEMAS[0]): "1000"}, eigen="49,50")
    seen = text(client.get(page("-sectie", made, sleutel="geld")))
    assert "Totaal € 100 € 1.050,50 € 0 € 1.150,50" in seen
    terug = text(client.get(page("-controleren", made)))
    assert "Wat kost het samen? € 1.200 € 1.150,50 bij ‘Hoeveel vraagt u per thema?’ € 49,50 bij ‘Hoeveel legt u zelf in?’" in terug
    assert "school en omgeving € 100 € 50,50 – € 150,50" in terug


def test_two_colleagues_fill_in_different_cells_and_only_the_same_cell_collides(made):
    een, twee = browser(aanvrager()), browser(wie(TEKENT, made.gemeente))
    send(een, made, **{cel(made, 2026): "100"})
    send(een, made, **{cel(made, 2026): "100", cel(made, 2027): "200"}, stand=1)
    apart = send(twee, made, **{cel(made, 2026): "100", cel(made, 2028): "300"}, stand=1)
    assert apart.status_code == 302
    assert sorted(kept().values()) == ["100.00", "200.00", "300.00"]
    botst = send(een, made, **{cel(made, 2026): "100", cel(made, 2027): "200", cel(made, 2028): "400"}, stand=2)
    assert botst.status_code == 400
    assert list(botst.context["form"].errors) == [cel(made, 2028)]
    naam = wie(TEKENT, made.gemeente).naam
    assert f"{naam} vulde hier om 10.30 uur ‘€ 300’ in. Kies wat moet blijven" in text(botst)
    again = send(een, made, **{cel(made, 2026): "100", cel(made, 2027): "200", cel(made, 2028): "400"})
    assert again.status_code == 302
    assert sorted(kept().values()) == ["100.00", "200.00", "400.00"]


def test_what_was_typed_when_the_session_ended_stands_there_again_in_every_cell(made):
    """A file that came in before is there still; one that was only chosen must be chosen again."""
    by, hier = aanvrager(), page("-sectie", made, sleutel="geld")
    typed = {cel(made, 2027): ["€ 100"], cel(made, 2028): ["veel"], "eigen": ["1.000,50"], "stand": ["1"]}
    kept_input = bewaren(by.pk, hier, typed, {})
    seen = browser(by).get(f"{hier}?bewaard={kept_input.pk}").content.decode()
    for value in ("€ 100", "veel", "1.000,50"):
        assert f'value="{value}"' in seen
    assert "Wij hebben bewaard wat u had ingevuld." in text(browser(by).get(f"{hier}?bewaard={kept_input.pk}"))
    plan = page("-sectie", made, sleutel="plan")
    kept_input = bewaren(by.pk, plan, {"wat": ["Lessen"], "stand": ["1"]}, {"plan": "plan.pdf"})
    seen = text(browser(by).get(f"{plan}?bewaard={kept_input.pk}"))
    assert "Kies bij ‘Voeg uw plan toe.’ opnieuw het bestand plan.pdf." in seen
    assert "Lessen" in seen


def test_an_amount_of_nought_is_an_answer(made):
    invullen.bewaren(made, {"eigen": Decimal(0)}, stand=0, by=aanvrager())
    assert kept("eigen") == "0.00"
    assert "Hoeveel legt u zelf in?" not in [str(vraag) for vraag in stand_van(made).ontbreekt]


BEDRAGEN = st.decimals(min_value=0, max_value=Decimal("9999999999.99"), places=2)


@given(BEDRAGEN)
def test_whatever_the_portal_writes_it_reads_back(bedrag):
    for notatie in (euro(bedrag), euro(bedrag).replace("\u00a0", " "), f"{bedrag:.2f}".replace(".", ","), f"{bedrag:,.2f}".replace(",", " ").replace(".", ",")):
        assert lees_bedrag(notatie) == bedrag


RIJEN = {"rijen": [[1, "Weerbaarheid"], [2, "Veerkracht"]], "jaren": [2027, 2028], "maximum": False}
CELLEN = st.tuples(st.sampled_from(["1", "2"]), st.sampled_from([2027, 2028]))


@given(st.dictionaries(CELLEN, BEDRAGEN))
def test_whatever_amounts_a_table_has_are_kept_and_add_up(bedragen):
    vraag = Formuliervraag(soort="tabel", vraag="Hoeveel?", instellingen=RIJEN)
    kept = json.loads(json.dumps(soorten.bewaard(vraag, bedragen, None)))
    assert soorten.gelezen(vraag, kept) == (bedragen or None)
    if bedragen:
        assert soorten.in_woorden(vraag, kept).endswith(f"Totaal: {euro(sum(bedragen.values()))}")


ANTWOORD = st.sampled_from(["ja", "nee", ""])


@given(st.lists(st.tuples(st.integers(0, 9), ANTWOORD, ANTWOORD, st.sampled_from(S.values)), max_size=12))
def test_of_any_form_exactly_the_questions_are_asked_of_which_the_whole_chain_holds(rows):
    """Each row: on which earlier question it hangs (itself: on none), with which answer, and what it is answered."""
    vragen = [
        Formuliervraag(pk=n, soort=soort, als_vraag_id=on if on < n else None, als_waarde=waarde)
        for n, (on, waarde, _, soort) in enumerate(rows)
    ]
    waarden = {n: antwoord for n, (_, _, antwoord, _) in enumerate(rows)}

    def holds(vraag) -> bool:
        if vraag.als_vraag_id is None:
            return True
        return waarden[vraag.als_vraag_id] == vraag.als_waarde and holds(vragen[vraag.als_vraag_id])

    assert gevraagd(vragen, waarden) == [vraag for vraag in vragen if holds(vraag)]


def test_a_question_that_is_not_asked_keeps_no_answer_whatever_its_kind(made):
    """Both answers to what decides, with everything typed: what is not asked is dropped, also from the total."""
    client = browser(aanvrager())
    for samen, ervoor in product(["ja", "nee", ""], repeat=2):
        for keuze in (ervoor, samen):
            stand = Aanvraag.objects.get().bewaard
            client.post(page("-sectie", made, sleutel="plan"), {"samen": keuze, "wat": "Lessen", "aanpak": "", "stand": stand})
            send(client, made, **{cel(made, 2027, vraag="partner"): "77", cel(made, 2027): "23"})
        asked = ["Doet u het samen?", "Wat gaat u doen?", "Voeg uw plan toe."]
        asked += ["Voeg de brief van uw partner toe."] * (samen == "ja") + ["Welke interventie kiest u?"]
        asked += ["Hoeveel vraagt u per thema?", "Hoeveel legt u zelf in?"]
        asked += ["Wat betaalt uw partner?"] * (samen == "ja") + ["Wat kost het samen?"]
        seen = client.get(page("-controleren", made)).content.decode()
        assert re.findall(r"<dt>(.*?)</dt>", seen) == asked, (ervoor, samen)
        assert re.findall(r"Wijzig<span[^>]*> (.*?)</span>", seen) == asked[:-1]
        totaal = [each.tekst for deel in stand_van(made).secties for each in deel.antwoorden][-1]
        assert totaal.replace("\u00a0", " ") == ("€ 100" if samen == "ja" else "€ 23")
        partner = [each.waarde for each in Antwoord.objects.filter(vraag__sleutel="partner").geldend()]
        assert any(partner) == (samen == "ja")


# --- A reference to an interventie -----------------------------------------------------------------------


def sectie(client, made, **typed):
    stand = Aanvraag.objects.get().bewaard
    return client.post(page("-sectie", made, sleutel="plan"), {"stand": stand, "samen": "", "wat": ""} | typed)


def test_only_what_is_in_the_catalogue_can_be_chosen_and_it_is_read_back_with_its_number(made):
    soort = made.gemeente.is_voorbeeld
    openbaar = interventies.gepubliceerd(is_voorbeeld=soort, naam="Ouders voor de klas")
    geheim = interventies.interventie(is_voorbeeld=soort, naam="Nog geheim")
    client = browser(aanvrager())
    seen = text(client.get(page("-sectie", made, sleutel="plan")))
    assert "Ouders voor de klas" in seen
    assert "Nog geheim" not in seen
    fout = sectie(client, made, aanpak=f"interventie:{geheim.sleutel}")
    assert fout.context["form"].errors == {"aanpak": ["Kies bij ‘Welke interventie kiest u?’ een interventie uit de lijst."]}
    assert sectie(client, made, aanpak=f"interventie:{openbaar.sleutel}").status_code == 302
    terug = text(client.get(page("-controleren", made)))
    assert f"Ouders voor de klas (interventie {openbaar.sleutel}, versie 1)" in terug
    publiceren.intrekken(openbaar.publicaties.get(), reden="Verouderd.", by=interventies.wie(interventies.PUBLICEERT))
    assert sectie(client, made, aanpak=f"interventie:{openbaar.sleutel}", wat="Anders").status_code == 302
    assert kept("aanpak")["naam"] == "Ouders voor de klas"


def test_what_is_not_in_the_catalogue_is_proposed_and_can_be_chosen_at_once(made):
    client, hier = browser(aanvrager()), page("-sectie", made, sleutel="plan")
    naar = sectie(client, made, wat="Lessen", voorstellen="aanpak").url
    assert naar.startswith(reverse("gemeente-voorstel-nieuw") + "?next=")
    assert kept("wat") == "Lessen"
    sleutel = re.search(r'name="sleutel" value="([^"]+)"', client.get(naar).content.decode())[1]
    answer = client.post(naar, voorstellen.aanpak(sleutel=sleutel))
    assert answer.url == hier
    voorstel = Interventievoorstel.objects.get()
    assert f"{voorstel.naam} (voorstel {voorstel.nummer}, nog niet in de catalogus)" in text(client.get(hier))
    assert sectie(client, made, wat="Lessen", aanpak=f"voorstel:{voorstel.nummer}").status_code == 302
    assert kept("aanpak")["kies"] == f"voorstel:{voorstel.nummer}"
    assert sectie(browser(aanvrager("GM9998")), made, aanpak="").status_code == 404


# --- Two colleagues at once, for each kind that is typed -----------------------------------------------------
# fmt: off
KINDS = [
    #  sleutel     as it was            a colleague made it     who comes after him     what the page says of his
    ("wat",      "Lessen",            "Trainingen",           "Gesprekken",           "‘Trainingen’"),
    ("samen",    "ja",                "nee",                  "",                     "‘Nee’"),
    ("eigen",    Decimal(1),          Decimal("2.50"),        Decimal(3),             "‘€ 2,50’"),
    ("bedragen", {(SCHOOL, 2026): 1}, {(SCHOOL, 2026): 2},    {(SCHOOL, 2026): 3},    "‘€ 2’"),
    ("bedragen", {(SCHOOL, 2026): 1}, {(SCHOOL, 2026): None}, {(SCHOOL, 2026): 3},    "maakte dit om 10.30 uur leeg"),
]
# fmt: on


@pytest.mark.parametrize(("sleutel", "was", "theirs", "mine", "melding"), KINDS)
def test_of_each_kind_both_answers_are_shown_and_the_one_that_was_not_touched_stays(made, sleutel, was, theirs, mine, melding):
    by, collega = aanvrager(), wie(TEKENT, made.gemeente)
    invullen.bewaren(made, {sleutel: was}, stand=0, by=by)
    invullen.bewaren(made, {sleutel: theirs}, stand=1, by=collega)
    with pytest.raises(invullen.Tegelijk) as fout:
        invullen.bewaren(made, {sleutel: mine}, stand=1, by=by)
    [botsing] = fout.value.botsingen
    assert melding in botsing.melding.replace("\u00a0", " ")
    before = Antwoord.objects.count()
    invullen.bewaren(made, {sleutel: was}, stand=1, by=by)  # as the page showed it: not touched
    invullen.bewaren(made, {sleutel: theirs}, stand=1, by=by)  # the same as his
    assert Antwoord.objects.count() == before
    invullen.bewaren(made, {sleutel: mine}, stand=2, by=by)  # he has seen it and chosen
    assert Antwoord.objects.count() == before + 1
