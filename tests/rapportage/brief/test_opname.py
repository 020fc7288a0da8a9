"""Freezing a letter: what it holds, what it refuses, and that it never changes afterwards."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from actielijnen.models import Begrotingspost, Begrotingsregel
from agenda import feiten
from agenda.models import Bron, Feit, Gebied, Gemeente, Momentopname, Programma, Provincie, Tegenspraak
from rapportage.brief import opname, render, schrijven
from rapportage.brief.fout import BriefFout
from rapportage.models import Brief, Voetnoot

BIJDRAGE = "spuk.kansrijke-wijk.bijdrage-agenda"


def blokkades(brief):
    return [str(probleem) for probleem in opname.concept(brief).blokkades]


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

    concept = opname.concept(schrijven.terugnemen(vast, by=redacteur))
    assert opname.gewijzigd(concept, vast.opname) == [
        {
            "naam": BIJDRAGE,
            "titel": Feit.objects.get(sleutel=BIJDRAGE).naam,
            "was": "€\xa06,3\xa0miljoen",
            "is": "€\xa06,4\xa0miljoen",
        }
    ]


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
    ('{% tabel "leden" %}',                       "Sectie ‘Maatschappelijke Raad’: regel 1: er is geen tabel ‘leden’. Kies uit: begroting, focusgebieden."),
    ('Dus.{% voetnoot "besluit" %}',              "Sectie ‘Maatschappelijke Raad’: regel 1: voetnoot ‘besluit’ heeft geen bron met een verwijzing. Koppel een bron, bijvoorbeeld ‘Kamerstukken II 2022/23, 36 200 XV, nr. 96’."),
    ('Eerst {% eerder "raad.leden" %} leden.',    "Sectie ‘Maatschappelijke Raad’, regel 1: ‘raad.leden’ heeft geen eerder gemelde waarde."),
    ('In {% kaal "congres.tweede" %} is er een.', "Sectie ‘Maatschappelijke Raad’, regel 1: het cijfer ‘congres.tweede’ heeft de kwalificatie ‘gepland’, maar die staat niet in de alinea. Schrijf ‘gepland’ erbij of gebruik {% cijfer \"congres.tweede\" %}."),
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


def test_example_data_beside_the_programme_changes_nothing_in_the_letter(brief, redacteur, programma):
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
    post = Begrotingspost.objects.create(programma=voorbeeld, nummer=1, naam="Voorbeeldpost")
    Begrotingsregel.objects.create(
        post=post, periode="2026–2028", bedrag=5, is_indicatief=False, bron=bron, vindplaats="verzonnen"
    )
    Feit.objects.create(
        sleutel="raad.omvang", programma=voorbeeld, onderwerp="raad", naam="x", definitie="x", weergave="aantal"
    )
    assert opname.freeze(brief, by=redacteur).sha256 == zonder


def test_a_number_word_is_pointed_out_but_does_not_block(herschrijf):
    stuk = opname.concept(herschrijf("platform", "Er zijn drie soorten nieuws."))
    assert [str(p) for p in stuk.aandachtspunten] == [
        "Sectie ‘Online platform’, regel 1: ‘drie’: er staat een telwoord in de tekst. Is het een cijfer, "
        'gebruik dan {% cijfer "naam" %}.'
    ]
    assert stuk.blokkades == []
