"""Changing a form in concept: each verb, what hangs on what, and the pages of the editor."""

import pytest
from django.urls import reverse

from agenda.access import GeenToegang, Rol
from agenda.levensloop import NietMogelijk
from agenda.models import Programma
from subsidies.models import Formuliervraag
from subsidies.regelingen import bewerken, formulier
from tests.hulpmiddelen import regelingen
from tests.hulpmiddelen.aanvragen import SECTIES
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import wie

pytestmark = pytest.mark.django_db
S, E = Formuliervraag.Soort, Formuliervraag.Eis
TEKST = {"soort": S.TEKST, "vraag": "Waarom?", "hulptekst": "", "eis": E.VERPLICHT, "keuzes": [], "als": None, "instellingen": {}}


@pytest.fixture
def by():
    return wie(Rol.PROGRAMMAMANAGER)


@pytest.fixture
def concept(by):
    return formulier.opstellen(regelingen.wijk().eerste, SECTIES, by=by)


def stand(concept) -> dict[str, list[str]]:
    return {each.sleutel: [v.sleutel for v in each.vragen] for each in bewerken.ontwerp(concept)}


PLAN, GELD = ["wat", "samen", "ervaren", "wanneer"], ["bedrag", "ander", "partner", "eens"]
# fmt: off
WEL = [
    (lambda c, by: bewerken.sectie_toevoegen(c, titel="Plan", toelichting="", by=by),        {"plan": PLAN, "geld": GELD, "plan-2": []}),
    (lambda c, by: bewerken.sectie_wijzigen(c, "geld", titel="Kosten", toelichting="", by=by), {"plan": PLAN, "geld": GELD}),
    (lambda c, by: bewerken.sectie_verplaatsen(c, "plan", omhoog=True, by=by),               {"plan": PLAN, "geld": GELD}),
    (lambda c, by: (bewerken.sectie_toevoegen(c, titel="Leeg", toelichting="", by=by), bewerken.sectie_verwijderen(c, "leeg", by=by)), {"plan": PLAN, "geld": GELD}),
    (lambda c, by: bewerken.vraag_toevoegen(c, "geld", **TEKST, by=by),                      {"plan": PLAN, "geld": [*GELD, "waarom"]}),
    (lambda c, by: bewerken.vraag_verplaatsen(c, "samen", omhoog=True, by=by),               {"plan": ["samen", "wat", "ervaren", "wanneer"], "geld": GELD}),
    (lambda c, by: bewerken.vraag_verplaatsen(c, "eens", omhoog=False, by=by),               {"plan": PLAN, "geld": GELD}),
    (lambda c, by: bewerken.vraag_verwijderen(c, "wanneer", by=by),                          {"plan": PLAN[:3], "geld": GELD}),
]
NIET = [
    (lambda c, by: bewerken.vraag_verwijderen(c, "samen", by=by),              "Hieraan hangt: ‘Deed u dat eerder\\?’, ‘Wat betaalt de partner\\?’"),
    (lambda c, by: bewerken.sectie_verwijderen(c, "plan", by=by),              "Dit onderdeel heeft nog 4 vragen. Verwijder die eerst."),
    (lambda c, by: bewerken.sectie_verplaatsen(c, "plan", omhoog=False, by=by), "hangt af van ‘samen’"),
    (lambda c, by: bewerken.vraag_verplaatsen(c, "samen", omhoog=False, by=by), "hangt af van ‘samen’"),
    (lambda c, by: bewerken.vraag_wijzigen(c, "samen", **TEKST, by=by),        "hangt af van ‘samen’"),
    (lambda c, by: bewerken.vraag_wijzigen(c, "wat", als=("samen", "ja"), by=by), "hangt af van ‘samen’"),
]
# fmt: on


@pytest.mark.parametrize(("verb", "wordt"), WEL)
def test_a_change_leaves_the_rest_as_it_was(verb, wordt, concept, by):
    before = {v.sleutel: v for each in bewerken.ontwerp(concept) for v in each.vragen}
    verb(concept, by)
    assert stand(concept) == wordt
    after = {v.sleutel: v for each in bewerken.ontwerp(concept) for v in each.vragen}
    assert {naam: v for naam, v in after.items() if naam in before} == {n: v for n, v in before.items() if n in after}
    assert list(concept.vragen.values_list("volgorde", flat=True)) == list(range(1, len(after) + 1))


@pytest.mark.parametrize(("verb", "waarom"), NIET)
def test_what_something_hangs_on_stays_and_is_named(verb, waarom, concept, by):
    with pytest.raises(NietMogelijk, match=waarom):
        verb(concept, by)
    assert stand(concept) == {"plan": PLAN, "geld": GELD}


def test_a_fixed_form_never_changes_and_its_copy_is_the_same(concept, by):
    concept.versie.regeling.kenmerkcode = "RSW"
    concept.versie.regeling.save()
    concept.refresh_from_db()
    formulier.vaststellen(concept, by=by)
    with pytest.raises(NietMogelijk, match="is vastgesteld en verandert niet meer"):
        bewerken.vraag_verwijderen(concept, "eens", by=by)
    nieuw = bewerken.kopie(concept, by=by)
    assert (nieuw.nummer, nieuw.status, bewerken.ontwerp(nieuw)) == (2, "concept", bewerken.ontwerp(concept))


def test_a_section_without_questions_and_too_many_files_on_a_page_are_refused(concept, by):
    concept.versie.regeling.kenmerkcode = "RSW"
    concept.versie.regeling.save()
    bewerken.sectie_toevoegen(concept, titel="Bijlagen", toelichting="", by=by)
    with pytest.raises(NietMogelijk, match="nog geen vragen: ‘Bijlagen’"):
        formulier.vaststellen(concept, by=by)
    stuk = {"soort": "bestand", "instellingen": {"aantal": 1, "typen": ["pdf"]}}
    for nummer in range(10):
        bewerken.vraag_toevoegen(concept, "bijlagen", vraag=f"Stuk {nummer}", **stuk, by=by)
    with pytest.raises(NietMogelijk, match="op een pagina passen 10 vragen naar bestanden"):
        bewerken.vraag_toevoegen(concept, "bijlagen", vraag="Stuk 11", **stuk, by=by)


def test_who_may_not_keep_a_regeling_changes_no_form(concept):
    with pytest.raises(GeenToegang):
        bewerken.vraag_verwijderen(concept, "eens", by=wie(Rol.REDACTEUR))


def adres(concept, naam, *rest) -> str:
    versie = concept.versie
    return reverse(naam, args=[versie.regeling.sleutel, versie.volgorde, *rest]) + "?programma=" + Programma.objects.get().code


def send(client, waar, **velden):
    """Open the page and send it with these values in place of what it showed."""
    form = client.get(waar).context["form"]
    shown = {each.html_name: each.value() for each in form if each.value() not in (None, "", [], False)}
    return client.post(waar, shown | velden, follow=True)


def test_a_choice_keeps_its_conditions_when_only_the_words_change(concept, by, client):
    client.force_login(by)
    waar = adres(concept, "formulier-vraag", "samen")
    assert send(client, waar, keuzes="Ja, met anderen\nNee").status_code == 200
    nieuw = concept.vragen.get(sleutel="samen")
    assert (nieuw.keuzes, concept.vragen.get(sleutel="ervaren").als_vraag) == ([["ja", "Ja, met anderen"], ["nee", "Nee"]], nieuw)
    faulty = client.post(waar, {"vraag": "Samen?", "soort": "keuze", "eis": "verplicht", "keuzes": "een"})
    assert (faulty.status_code, "ten minste twee verschillende antwoorden" in text(faulty)) == (400, True)
    weg = send(client, waar, soort="tekst", keuzes="")
    assert "hangt af van ‘samen’" in text(weg)


def test_the_preview_shows_what_a_gemeente_sees_and_saves_nothing(concept, by, client):
    client.force_login(by)
    seen = text(client.get(adres(concept, "formulier-voorbeeld", "plan")))
    assert "Zo ziet de gemeente het" in seen
    assert "Doet u het samen?" in seen
    answer = client.post(adres(concept, "formulier-voorbeeld", "plan"), {"wat": "Lessen"}, follow=True)
    assert "Er is niets opgeslagen. " in text(answer)
    assert "Hoeveel vraagt u?" in text(answer)
    assert concept.aanvragen.count() == 0


def test_on_the_pages_a_form_is_made_from_nothing(by, client):
    client.force_login(by)
    versie = regelingen.wijk().eerste
    waar = [versie.regeling.sleutel, versie.volgorde]
    code = "?programma=" + versie.regeling.programma.code
    client.post(reverse("formulier-beginnen", args=waar) + code)
    send(client, reverse("formulier-sectie-nieuw", args=waar) + code, titel="Plan", toelichting="")
    nieuw = reverse("formulier-vraag-nieuw", args=[*waar, "plan"]) + code
    send(client, nieuw, vraag="Doet u het samen?", soort="keuze", keuzes="Ja\nNee")
    send(client, nieuw, vraag="Met wie?", soort="tekst", als="doet-u-het-samen=ja")
    send(client, nieuw, vraag="Het plan", soort="bestand", aantal=2, typen=["pdf"])
    [(als, bestand)] = [concept_vragen(versie)[1:]]
    assert (als.als_waarde, als.als_vraag.sleutel) == ("ja", "doet-u-het-samen")
    assert bestand.instellingen["aantal"] == 2
    client.post(reverse("formulier-stap", args=[*waar, "vragen", "met-wie", "verwijderen"]) + code)
    assert [each.sleutel for each in concept_vragen(versie)] == ["doet-u-het-samen", "het-plan"]


def concept_vragen(versie) -> list[Formuliervraag]:
    return list(versie.formulieren.get().vragen.select_related("als_vraag"))
