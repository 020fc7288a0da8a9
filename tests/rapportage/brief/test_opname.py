"""Freezing a letter: what it holds, what it refuses, and that it never changes afterwards."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from actielijnen.models import Begrotingsregel
from agenda import feiten
from agenda.access import Rol
from agenda.models import Bron, Feit, Gebied, Gemeente, Momentopname, Programma, Provincie, Tegenspraak
from rapportage.brief import opname, render, schrijven
from rapportage.brief.concept import concept
from rapportage.brief.fout import BriefFout
from rapportage.models import Brief, Voetnoot
from tests.hulpmiddelen import begroting

BIJDRAGE = "spuk.kansrijke-wijk.bijdrage-agenda"


def blokkades(brief):
    return [str(probleem) for probleem in concept(brief).blokkades]


def nieuwe_bijdrage(by):
    feit = Feit.objects.get(sleutel=BIJDRAGE)
    return feiten.vastleggen(
        feit,
        waarde=Decimal(6_400_000),
        kwalificatie="exact",
        bron=Bron.objects.get(sleutel="voortgangsbrief-2024"),
        vindplaats="verzonnen voor deze test",
        reden="test",
        vervangt=feiten.geldend(feit, Brief.objects.get().peildatum),
        by=by,
    )


def test_the_letter_of_2024_has_nothing_that_blocks(brief):
    assert blokkades(brief) == []


def test_every_figure_of_the_letter_has_a_source_with_a_place_and_an_explanation(bevroren):
    for cijfer in bevroren.opname.inhoud["cijfers"].values():
        assert cijfer["uitleg"], cijfer["naam"]
        assert [h for h in cijfer["herkomst"] if h["vindplaats"]], cijfer["naam"]


def test_the_same_content_is_frozen_once(brief, redacteur):
    assert opname.freeze(brief, by=redacteur) == opname.freeze(brief, by=redacteur)
    assert Momentopname.objects.count() == 1


def test_a_changed_feit_leaves_the_frozen_letter_and_shows_in_the_next_draft(
    bevroren, beleidsmedewerker, redacteur
):
    toen = render.als_document(bevroren.opname.inhoud)
    nieuwe_bijdrage(beleidsmedewerker)

    vast = Brief.objects.get()
    assert render.als_document(vast.opname.inhoud) == toen
    assert "€\xa06,3\xa0miljoen" in toen

    stuk = concept(schrijven.terugnemen(vast, by=redacteur))
    [wijziging] = opname.gewijzigd(stuk, vast.opname)
    assert (wijziging.naam, wijziging.was, wijziging.wordt) == (
        BIJDRAGE, "€\xa06,3\xa0miljoen", "€\xa06,4\xa0miljoen"
    )  # fmt: skip


def test_a_value_that_no_kamerbrief_stated_was_never_reported(brief, beleidsmedewerker):
    feit = Feit.objects.get(sleutel=BIJDRAGE)
    feiten.vastleggen(
        feit, waarde=Decimal(5_500_000), kwalificatie="exact", bron=Bron.objects.get(sleutel="vvg-2023"),
        vindplaats="verzonnen voor deze test", reden="test", by=beleidsmedewerker,
    )  # fmt: skip
    inhoud = opname.inhoud(concept(brief))
    assert [e["tekst"] for e in inhoud["cijfers"][BIJDRAGE]["eerder"]] == ["€\xa05,5\xa0miljoen", "€\xa06,0\xa0miljoen"]
    html = render.als_document(inhoud)
    assert "eerder <span class=\"cijfer\">€\xa06,0\xa0miljoen</span> gemeld" in html
    assert "€\xa05,5" not in html


def test_changed_prose_and_a_figure_added_or_removed_show_in_the_draft(bevroren, redacteur):
    brief = schrijven.terugnemen(bevroren, by=redacteur)
    brief.secties.filter(sleutel="raad").update(tekst='Nu {% cijfer "nplv.looptijd" %} jaar.')
    gevonden = {w.titel: (w.was, w.wordt) for w in opname.gewijzigd(concept(brief), brief.opname)}
    assert gevonden["Maatschappelijke Raad"] == ("Maatschappelijke Raad", "Maatschappelijke Raad")
    assert gevonden[Feit.objects.get(sleutel="raad.leden").naam] == ("7", "niet meer in de brief")
    assert gevonden[Feit.objects.get(sleutel="nplv.looptijd").naam] == ("nog niet in de brief", "20")


def test_a_momentopname_cannot_be_changed_or_removed(bevroren):
    for poging in (
        lambda: Momentopname.objects.update(sjabloon="anders/1"),
        lambda: Momentopname.objects.filter(pk=bevroren.opname_id)._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            poging()


def test_rendering_reads_nothing_but_the_snapshot(bevroren, django_assert_num_queries):
    inhoud = bevroren.opname.inhoud
    with django_assert_num_queries(0):
        render.als_document(inhoud)
        render.als_pagina(inhoud, lambda naam: f"/{naam}/")


@pytest.mark.parametrize(("tekst", "melding"), [
    ('Er zijn {% cijfer "raad.omvang" %} leden.', "Sectie ‘Maatschappelijke Raad’, regel 1: onbekend cijfer ‘raad.omvang’. Kies een naam uit de lijst van cijfers."),
    ("Er zijn 7 leden.",                          "Sectie ‘Maatschappelijke Raad’, regel 1: ‘7’: er staat een getal in de tekst. Gebruik {% cijfer \"naam\" %}, zodat de bron bekend is."),
    ("Van de Agenda V&WS.",                       "Sectie ‘Maatschappelijke Raad’, regel 1: ‘V&WS’: ‘V&WS’ is een interne afkorting. Schrijf ‘de Agenda’ of de naam voluit."),
    ("Een Decentrale Uitkering.",                 "Sectie ‘Maatschappelijke Raad’, regel 1: ‘Decentrale Uitkering’: Schrijf ‘decentralisatie-uitkering (DU)’; zo heet de uitkering in de wet."),
    ('Zie {% tabel "leden" %}.',                  "Sectie ‘Maatschappelijke Raad’: Sectie ‘Maatschappelijke Raad’, regel 1: {% tabel \"leden\" %} hoort alleen op een regel. Zet de tekst ervoor of erna op een eigen regel."),
    ('{% tabel "leden" %}',                       "Sectie ‘Maatschappelijke Raad’: regel 1: er is geen tabel ‘leden’. Kies uit: begroting, focusgebieden, interventies."),
    ('Dus.{% voetnoot "besluit" %}',              "Sectie ‘Maatschappelijke Raad’: regel 1: voetnoot ‘besluit’ heeft geen bron met een verwijzing. Koppel een bron, bijvoorbeeld ‘Kamerstukken II 2022/23, 36 200 XV, nr. 96’."),
    ('Eerst {% eerder "raad.leden" %} leden.',    "Sectie ‘Maatschappelijke Raad’, regel 1: ‘raad.leden’ heeft geen eerder gemelde waarde: geen Kamerbrief noemt een andere."),
    ('In {% kaal "congres.tweede" %} is er een.', "Sectie ‘Maatschappelijke Raad’, regel 1: het cijfer ‘congres.tweede’ heeft de kwalificatie ‘gepland’, maar die staat niet in dezelfde regel. Schrijf ‘gepland’ erbij of gebruik {% cijfer \"congres.tweede\" %}."),
])  # fmt: skip
def test_what_cannot_stand_in_a_letter_is_told_with_its_place(herschrijf, tekst, melding):
    assert melding in blokkades(herschrijf("raad", tekst))


def test_an_open_figure_is_refused_and_says_which_choice_is_missing(herschrijf):
    feit = Tegenspraak.objects.get(nummer="C07").feiten.get()
    [melding] = blokkades(herschrijf("raad", f'Zie {{% cijfer "{feit.sleutel}" %}}.'))
    assert melding.startswith(f"Sectie ‘Maatschappelijke Raad’, regel 1: het cijfer ‘{feit.sleutel}’ is open:")
    assert melding.endswith("Leg eerst een keuze vast bij tegenspraak C07.")


def test_a_footnote_whose_source_has_no_reference_is_refused(brief):
    Voetnoot.objects.filter(sleutel="homebase").update(bron=Bron.objects.create(
        sleutel="zonder", soort="webpagina", titel="Zonder verwijzing", bekend_precisie="onbekend"
    ))
    assert len(blokkades(brief)) == 1
    assert "voetnoot ‘homebase’ heeft geen bron met een verwijzing" in blokkades(brief)[0]


def test_a_refused_letter_leaves_no_half_record(herschrijf, redacteur):
    brief = herschrijf("raad", "Er zijn 7 leden.")
    with pytest.raises(BriefFout):
        schrijven.aanbieden(brief, by=redacteur)
    brief.refresh_from_db()
    assert (brief.status, brief.opname) == (Brief.Status.CONCEPT, None)
    assert Momentopname.objects.count() == 0


def test_a_forbidden_word_in_a_source_of_a_figure_is_refused(brief, beleidsmedewerker):
    feit = Feit.objects.get(sleutel="raad.leden")
    feiten.vastleggen(
        feit,
        waarde=7,
        kwalificatie="exact",
        bron=Bron.objects.get(sleutel="voortgangsbrief-2024"),
        vindplaats="stuk over V&WS",
        reden="test",
        vervangt=feiten.geldend(feit, brief.peildatum),
        by=beleidsmedewerker,
    )
    assert blokkades(brief) == [
        "Cijfer ‘raad.leden’: ‘V&WS’: ‘V&WS’ is een interne afkorting. Schrijf ‘de Agenda’ of de naam voluit."
    ]


def test_example_data_beside_the_programme_changes_nothing_in_the_letter(brief, redacteur, programma, account):
    zonder = opname.freeze(brief, by=redacteur).sha256
    bron = Bron.objects.get(sleutel="kamerbrief-2023")
    voorbeeld = Programma.objects.create(
        code="voorbeeld", naam="Voorbeeldprogramma", korte_naam="Voorbeeld", soort="voorbeeld",
        ministerie=programma.ministerie,
    )  # fmt: skip
    gemeente = Gemeente.objects.create(
        code="GM9999", naam_cbs="Voorbeeldstad", naam="Voorbeeldstad", is_voorbeeld=True,
        provincie=Provincie.objects.first(),
    )  # fmt: skip
    Gebied.objects.create(nummer=21, naam="Voorbeeldwijk", gemeente=gemeente, bron=bron, rd_x=1, rd_y=1)
    begroting.boek(begroting.regel(voorbeeld, 1), 5, bron=bron, by=account(Rol.BUDGETHOUDER))
    Feit.objects.create(
        sleutel="raad.omvang", programma=voorbeeld, onderwerp="raad", naam="x", definitie="x", weergave="aantal"
    )
    assert opname.freeze(brief, by=redacteur).sha256 == zonder


@pytest.mark.parametrize("kop", ['De {% cijfer "raad.leden" %} leden', "Over {{ naam }}"])
def test_a_mark_in_a_heading_is_refused(brief, kop):
    brief.secties.filter(sleutel="raad").update(kop=kop)
    assert any("in een kop kan geen cijfer of voetnoot" in melding for melding in blokkades(brief))


def test_a_qualifier_inside_another_word_does_not_count(herschrijf):
    zin = 'Er is ruimte voor {% kaal "spuk.veerkracht.totaal-met-integrale-middelen" %}.'
    assert "heeft de kwalificatie ‘ruim’" in "".join(blokkades(herschrijf("raad", zin)))


def test_a_table_whose_amounts_are_not_all_indicative_says_it_per_amount(brief):
    Begrotingsregel.objects.filter(post__nummer=1).update(is_indicatief=False)
    stuk = concept(brief)
    html = render.als_document(opname.inhoud(stuk))
    tabel = html.partition('<table class="brieftabel">')[2].partition("</table>")[0]
    assert "(indicatief)</th>" not in tabel
    assert "€\xa01.065.000</span>" in tabel
    assert "€\xa07.425.000 (indicatief)</span>" in tabel


def test_the_chart_carries_the_qualifier_of_its_amounts(bevroren):
    html = render.als_document(bevroren.opname.inhoud)
    assert "<figcaption>De bedragen in beeld (indicatief)</figcaption>" in html
    assert "De bedragen in beeld (indicatief):" in html.partition("<svg")[2].partition("</title>")[0]


def test_a_number_word_is_pointed_out_but_does_not_block(herschrijf):
    stuk = concept(herschrijf("platform", "Er zijn drie soorten nieuws."))
    assert [str(p) for p in stuk.aandachtspunten] == [
        "Sectie ‘Online platform’, regel 1: ‘drie’: er staat een telwoord in de tekst. Is het een cijfer, "
        'gebruik dan {% cijfer "naam" %}.'
    ]
    assert stuk.blokkades == []
