"""What somebody sends that cannot be: refused with the reason, what was typed stays, and nothing of it is kept."""

import uuid
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.models import AuditRegel
from interventies.palet import (
    beoordelen,
    beschrijven,
    documenten,
    evalueren,
    fasen,
    leren,
    onderzoek,
    publiceren,
    toetsen,
    uitvoeren,
)
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen import vooruitzicht
from tests.hulpmiddelen.interventies import LEZER, PUBLICEERT, SCHRIJVER, E, F, wie
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db

DAG = date(2026, 10, 1)
OPMAAK = ["Zie <b>dit</b>", "<img src=x onerror=alert(1)>", "<!-- weg -->", "JavaScript:alert(1)", "data:text/html,x"]


@pytest.fixture(autouse=True)
def example():
    with klok.vastgezet(palet.NU):
        yield vooruitzicht.programma()


@pytest.fixture
def made():
    """An interventie that is being tested, in the catalogue."""
    return palet.gepubliceerd(F.TESTEN, is_voorbeeld=True)


def teksten(made) -> dict:
    """Each verb that takes texts: the texts that it takes, and the verb with any of them."""
    gepland, aangeboden = palet.evaluatie(E.GEPLAND, made), palet.evaluatie(E.AANGEBODEN, made)
    loopt, kring = palet.uitvoering(made), palet.leerkring(made, is_voorbeeld=True)
    bijeenkomst, document = kring.bijeenkomsten.get(), palet.document(made)
    bron = onderzoek.toevoegen(onderzoek.Publicatiegegevens("Een", "A"), is_voorbeeld=True, by=wie(SCHRIJVER))
    schrijft, leest, publiceert = {"by": wie(SCHRIJVER)}, {"by": wie(LEZER)}, {"by": wie(PUBLICEERT)}
    slot = {"uitkomsten": palet.UITKOMSTEN, "beperkingen": "Eén.", "conclusie": "Goed."}
    voor, reden = {"is_voorbeeld": True} | schrijft, {"reden": "Omdat."}
    # fmt: off
    return {
        "beschrijven": (palet.beschrijving(), lambda **t: beschrijven.beschrijven(t, [], **voor)),
        "nieuwe_versie": ({"wijziging": "x"}, lambda **t: beschrijven.nieuwe_versie(made, palet.beschrijving(kosten="x"), [], vorige=1, **t, **schrijft)),
        "toetsen": ({"motivering": "x"}, lambda **t: toetsen.toetsen(made, oordeel="binnen", **t, **leest)),
        "beoordelen": ({"criteria": "x", "motivering": "x", "beoordelaar": "x"}, lambda **t: beoordelen.beoordelen(made, palet.oordeel(**t), **leest)),
        "stoppen": (reden, lambda **t: fasen.stoppen(made, **t, **leest)),
        "plannen": ({"onderzoeksvraag": "x", "onderzoeksopzet": "x", "uitvoerder": "x"}, lambda **t: evalueren.plannen(made, palet.plan(**t), **schrijft)),
        "aanbieden": ({"beperkingen": "x", "conclusie": "x"}, lambda **t: evalueren.aanbieden(gepland, **slot | t, **schrijft)),
        "aanbieden, uitkomst": ({"toelichting_1": "x"}, lambda toelichting_1: evalueren.aanbieden(gepland, **slot | {"uitkomsten": [("positief", toelichting_1)] * 3}, **schrijft)),
        "evaluatie vervallen": (reden, lambda **t: evalueren.vervallen(gepland, **t, **schrijft)),
        "teruggeven": (reden, lambda **t: evalueren.teruggeven(aangeboden, **t, **leest)),
        "intrekken": (reden, lambda **t: publiceren.intrekken(made.publicaties.get(), **t, **publiceert)),
        "vastleggen": ({"wijk": "x", "uitvoerder": "x", "telwijze": "x"}, lambda **t: uitvoeren.vastleggen(made, palet.inzet(gemeente=loopt.gemeente, **t), **schrijft)),
        "tellen": ({"telwijze": "x"}, lambda **t: uitvoeren.tellen(loopt, aantal=1, tot=DAG, **t, **schrijft)),
        "eindigen": (reden, lambda **t: uitvoeren.eindigen(loopt, tot=DAG, **t, **schrijft)),
        "uitvoering vervallen": (reden, lambda **t: uitvoeren.vervallen(loopt, **t, **schrijft)),
        "beginnen": ({"naam": "x", "vraag": "x"}, lambda **t: leren.beginnen(interventies=[], **t, **voor)),
        "bijeenkomst": ({"onderwerp": "x"}, lambda **t: leren.plannen(kring, dag=DAG, **t, **schrijft)),
        "opbrengen": ({"organisaties": "x", "opbrengst": "x"}, lambda **t: leren.opbrengen(bijeenkomst, **t, **schrijft)),
        "toevoegen": ({"titel": "x", "verwijzing": "x", "url": ""}, lambda **t: onderzoek.toevoegen(onderzoek.Publicatiegegevens(**t), **voor)),
        "aanhalen": ({"vindplaats": "x", "waarvoor": "x"}, lambda **t: onderzoek.aanhalen(made, bron, **t, **schrijft)),
        "document": ({"omschrijving": "x"}, lambda **t: documenten.toevoegen(made, document.bestand, **t, **schrijft)),
        "document weg": (reden, lambda **t: documenten.verwijderen(document, **t, **schrijft)),
        "afschermen": (reden, lambda **t: documenten.afschermen(document, **t, **publiceert)),
    }
    # fmt: on


def test_markup_and_code_are_refused_in_every_text_with_what_it_was(made):
    verbs, doorgelaten = teksten(made), []
    before = AuditRegel.objects.count()
    for naam, (goed, verb) in verbs.items():
        for plek, veld in enumerate(goed):
            opmaak = OPMAAK[plek % len(OPMAAK)]
            try:
                verb(**goed | {veld: opmaak})
            except Geweigerd as fout:
                gezegd = {fout.veld: str(fout)}
            except ValidationError as fout:
                gezegd = {naam: " ".join(woorden) for naam, woorden in fout.message_dict.items()}
            else:
                gezegd = {}
            if "Schrijf gewone tekst, zonder opmaak of code" not in gezegd.get(veld, ""):
                doorgelaten.append(f"{naam}, {veld}: {opmaak} → {gezegd}")
    assert doorgelaten == []
    assert AuditRegel.objects.count() == before


@pytest.mark.parametrize("opmaak", OPMAAK)
def test_each_kind_of_markup_and_code_is_refused(opmaak):
    with pytest.raises(Geweigerd, match="zonder opmaak of code"):
        palet.interventie(opzet=f"Tien bijeenkomsten. {opmaak}")


def test_a_comparison_and_a_word_with_a_colon_are_no_code():
    made = palet.interventie(
        opzet="Groepen van < 10 en > 5 jongeren.", kosten="Java script: geen; data: een formulier."
    )
    assert made.laatste.opzet == "Groepen van < 10 en > 5 jongeren."


# Per kind of bad input: who sends which form about what, with what that is wrong in it, and the reason that he reads.
# What else he typed is in each: that must stand there again.
# fmt: off
MIJN = "Dit typte ik zelf"
INZET = {"van": "2026-03-01", "uitvoerder": MIJN}
OORDEEL = {"niveau": "movisie-onderbouwd", "beoordelaar": "Commissie", "beoordeeld_op": "2026-10-01", "criteria": "Vier.", "motivering": MIJN}
PLAN = {"soort": "effect", "onderzoeksvraag": MIJN, "onderzoeksopzet": "Meting.", "uitvoerder": "Bureau", "van": "2026-03-01", "tot": "2026-09-30"}
FOUT = {
    "a fase without evaluatie": (LEZER, "interventie-fase", "interventie_doen", {"reden": MIJN}, "Er is nog geen vastgestelde evaluatie."),
    "a recognition without criteria": (LEZER, "interventie-oordeel", None, OORDEEL | {"criteria": " "}, "Noem de criteria waaraan de interventie voldoet."),
    "a recognition past its term": (LEZER, "interventie-oordeel", None, OORDEEL | {"beoordeeld_op": "2020-10-01"}, "Dit oordeel is verlopen op 01-10-2025: het geldt 5 jaar."),
    "a level that the ladder has not": (LEZER, "interventie-oordeel", None, OORDEEL | {"niveau": "nji-beschreven"}, "Kies een niveau op een ladder."),
    "a planned reach without counting method": (SCHRIJVER, "uitvoering-nieuw", None, INZET | {"bereik_gepland": "120"}, "Een aantal zegt niets als niemand weet hoe er is geteld."),
    "a counted reach without counting method": (SCHRIJVER, "uitvoering-bereik", "UIT-2026-001", {"aantal": "8.585", "tot": "2026-10-01", "telwijze": ""}, "hoe"),
    "an upload of the wrong type": (SCHRIJVER, "interventie-document", None, {"document": "MZ\x90", "omschrijving": MIJN}, "rapport.exe"),
    "markup in a plan": (SCHRIJVER, "evaluatie-nieuw", None, PLAN | {"uitvoerder": "<script>x</script>"}, "In de tekst staat ‘<script>’."),
    "code in a description": (SCHRIJVER, "interventie-nieuw", "", palet.beschrijving(naam=MIJN, contact="javascript:x"), "In de tekst staat ‘javascript:’."),
    "markup in a verdict": (LEZER, "interventie-scopetoets", None, {"oordeel": "buiten", "motivering": "Het is <b>straf</b>.", "gelezen": "1"}, "In de tekst staat ‘<b>’."),
}
TYPED = {"a counted reach without counting method": "8.585", "markup in a verdict": "Het is &lt;b&gt;straf&lt;/b&gt;."}
# fmt: on


def test_each_kind_of_bad_input_is_refused_with_its_reason_while_typed_words_stay(example, made):
    palet.uitvoering(made)
    before, wrong = AuditRegel.objects.count(), {}
    for naam, (rol, route, over, velden, reden) in FOUT.items():
        argumenten = {None: ["buurtlab"], "": [], "interventie_doen": ["buurtlab", over]}.get(over, [over])
        if "document" in velden:
            velden = velden | {"document": SimpleUploadedFile("rapport.exe", velden["document"].encode())}
        if route == "uitvoering-nieuw":
            velden = velden | {"gemeente": palet.gemeente(is_voorbeeld=True).pk}
        client = Client(headers={"host": "localhost"})
        client.force_login(wie(rol))
        address = example.address(reverse(route, args=argumenten))
        page = client.post(address, velden | {"sleutel": str(uuid.uuid4())})
        stays = TYPED.get(naam, MIJN) in page.content.decode()
        if (page.status_code, reden in text(page), stays) != (400, True, True):
            wrong[naam] = (page.status_code, text(page)[-600:], stays)
    assert wrong == {}
    assert AuditRegel.objects.count() == before
