"""A letter quotes a gemeente only with its consent, in its words, about what everybody could read; as it was frozen."""

from datetime import timedelta

import pytest
from django.urls import reverse

from agenda import klok
from interventies.palet import publiceren, toestemming, uitvoeren
from rapportage.brief import opname, schrijven
from rapportage.brief.concept import concept
from rapportage.brief.render import als_document, als_pagina
from rapportage.views.brieven import records_url
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.interventies import wie
from tests.hulpmiddelen.voorstellen import TEKENT, K, ambtenaar, kader

pytestmark = pytest.mark.django_db
MET, ZONDER = "Ouders eten samen met jongeren.", "Deze woorden las niemand na."


def uitvoering(naam: str, **anders):
    return palet.uitvoering(palet.gepubliceerd(palet.F.TESTEN, is_voorbeeld=True, naam=naam), **anders)


@pytest.fixture
def brief():
    """The letter of 2027 of the example, with one text that may be quoted and one of every kind that may not."""
    with klok.vastgezet(palet.NU):
        made = schrijven.openen(vooruitzicht.programma(), "voortgang", 2027, by=wie(palet.PUBLICEERT))
        kader(K.TOEGESTEMD, uitvoering("Openbaar lab"), titel="Samen eten", tekst=MET)
        for status in (K.GEVRAAGD, K.GEWEIGERD, K.INGETROKKEN, K.VERVALLEN):
            kader(status, uitvoering(f"Lab {status}"), tekst=ZONDER)
        weg = kader(K.TOEGESTEMD, uitvoering("Uit de catalogus lab"), tekst=ZONDER)
        [publicatie] = weg.uitvoering.interventie.publicaties.all()
        publiceren.intrekken(publicatie, reden="De beschrijving klopt niet.", by=wie(palet.PUBLICEERT))
        fout = kader(K.TOEGESTEMD, uitvoering("Verkeerd lab"), tekst=ZONDER)
        uitvoeren.vervallen(fout.uitvoering, reden="Dubbel ingevoerd.", by=wie(palet.SCHRIJVER))
        yield made


def test_the_section_on_interventies_has_figures_a_table_and_only_the_text_with_consent(
    brief, django_assert_num_queries
):
    palet.interventie(palet.F.TESTEN, is_voorbeeld=True, naam="Intern lab")
    stuk = concept(brief)
    komt = "Peildatum: 31-12-2026 moet nog komen. De cijfers zijn die van vandaag en kunnen nog veranderen."
    assert [str(probleem) for probleem in stuk.problemen] == [komt]
    assert not stuk.blokkades
    assert stuk.cijfers["interventies.catalogus"].tekst == "6"
    assert stuk.cijfers["interventies.waar.openbaar-lab"].records == ("Oordstad",)
    paginas = [records_url(brief, naam) for naam in ("interventies.waar.openbaar-lab", "interventies.catalogus")]
    assert paginas == [brief.programma.address(reverse(each)) for each in ("uitvoeringen", "interventiecijfers")]
    assert all(cijfer.herkomst for cijfer in stuk.cijfers.values())
    gegevens = opname.freeze(brief, by=wie(palet.PUBLICEERT)).inhoud
    with django_assert_num_queries(0):
        stukken = als_document(gegevens), str(als_pagina(gegevens, lambda naam: f"/{naam}/")["secties"])
    for html in stukken:
        assert (html.count(MET), html.count("Met toestemming van de gemeente Oordstad.")) == (1, 1)
        assert "Gemeenten waar" in html or "/interventies.waar.openbaar-lab/" in html  # each number leads somewhere
        for wat in (ZONDER, "Intern lab", "Uit de catalogus lab", "ontbreekt"):
            assert wat not in html


def test_a_text_without_consent_named_by_its_number_keeps_the_letter_from_freezing(brief):
    gevraagd = kader(K.GEVRAAGD, uitvoering("Nog een lab"), tekst=ZONDER)
    sectie = brief.secties.get(sleutel="praktijk")
    sectie.tekst = f'{{% kader "{gevraagd.nummer.lower()}" %}}'
    sectie.save()
    [blokkade] = concept(brief).blokkades
    assert "geen praktijkvoorbeeld waarmee een gemeente op de peildatum instemde" in str(blokkade)
    toestemming.toestemmen(gevraagd, by=ambtenaar(gevraagd.gemeente, TEKENT))
    stuk = concept(brief)
    assert (stuk.blokkades, stuk.kaders[gevraagd.nummer.lower()][0]["tekst"]) == ([], ZONDER)
    with klok.vastgezet(palet.NU):
        eerder = opname.freeze(brief, by=wie(palet.PUBLICEERT))
        toestemming.intrekken(gevraagd, reden="Wij zijn gestopt.", by=ambtenaar(gevraagd.gemeente, TEKENT))
    assert ZONDER in als_document(eerder.inhoud)  # what was frozen stays what it was
    assert [each.wordt for each in opname.gewijzigd(concept(brief), eerder)] == ["niet meer in de brief"]


def test_a_letter_before_anybody_agreed_leaves_the_kader_out_and_says_so():
    with klok.vastgezet(palet.NU):
        brief = schrijven.openen(vooruitzicht.programma(), "voortgang", 2027, by=wie(palet.PUBLICEERT))
        made = kader(K.GEVRAAGD, uitvoering("Later lab"), tekst=MET)
    with klok.vastgezet(palet.NU + timedelta(days=3)):
        toestemming.toestemmen(made, by=ambtenaar(made.gemeente, TEKENT))
        brief.peildatum = palet.NU.date() + timedelta(days=2)  # the interventie was public, the gemeente silent
        stuk = concept(brief)
    assert stuk.blokkades == []
    assert ["geen praktijkvoorbeeld" in str(probleem) for probleem in stuk.aandachtspunten] == [True]
    assert MET not in als_document(opname.inhoud(stuk))
