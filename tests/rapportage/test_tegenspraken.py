"""Each place where the sources contradict each other is treated as agreed: C01 to C30."""

from datetime import date
from decimal import Decimal

import pytest

from actielijnen.models import Begrotingspost, Dekkingsbron, Mijlpaal, Mutatie
from agenda import feiten
from agenda.models import Bron, Feit, FeitVersie, Gebied, OpenVraag, Programma, Tegenspraak
from interventies.models import Term, TermVermelding
from rapportage.models import Toezegging
from subsidies.models import RegelingVersie, Thema

pytestmark = pytest.mark.usefixtures("programma")

EIND_2023, EIND_2024 = date(2023, 12, 31), date(2024, 12, 31)
OPEN = ["C07", "C12", "C14", "C23", "C29", "C30"]


def geldend(sleutel, peildatum=EIND_2024):
    return feiten.geldend(Feit.objects.get(sleutel=sleutel), peildatum)


def waarde(sleutel, peildatum=EIND_2024):
    versie = geldend(sleutel, peildatum)
    return versie.tekst if versie.getal is None else versie.getal


def vragen(*sleutels):
    return OpenVraag.objects.filter(sleutel__in=sleutels).count()


def is_open(sleutel):
    with pytest.raises(feiten.FeitOpen):
        geldend(sleutel)
    return True


def test_there_are_thirty_and_six_of_them_are_open():
    assert [t.nummer for t in Tegenspraak.objects.all()] == [f"C{n:02}" for n in range(1, 31)]
    assert list(Tegenspraak.objects.filter(stand="open").values_list("nummer", flat=True)) == OPEN


def test_a_proposal_says_whose_it_is_and_that_it_awaits_confirmation():
    voorgesteld = Tegenspraak.objects.filter(stand="voorgesteld")
    assert set(voorgesteld.values_list("herkomst_keuze", flat=True)) == {
        "volgens de lijst van tegenspraken, te bevestigen"
    }


def test_each_variant_names_a_source():
    zonder = [
        variant
        for tegenspraak in Tegenspraak.objects.prefetch_related("varianten__bronnen")
        for variant in tegenspraak.varianten.all()
        if not variant.bronnen.all() and not variant.bron_tekst
    ]
    assert zonder == []


def test_c01_the_total_is_the_one_told_to_parliament_and_the_difference_stays_unexplained():
    assert waarde("budget.totaal") == 10_600_000
    assert geldend("budget.gemiddeld-per-jaar").kwalificatie == "gemiddeld"
    assert waarde("budget.totaal") - 3 * waarde("budget.gemiddeld-per-jaar") == 151_000
    assert vragen("budget-verschil-gemiddelde", "budget-per-jaar") == 2


def test_c02_six_point_three_million_holds_and_six_was_told_before():
    versie = geldend("spuk.kansrijke-wijk.bijdrage-agenda")
    assert (versie.getal, [v.getal for v in feiten.eerdere(versie)]) == (6_300_000, [6_000_000])
    assert waarde("spuk.kansrijke-wijk.bijdrage-agenda", EIND_2023) == 6_000_000
    assert vragen("budget-dekking-spuk", "spuk-oorzaak-verhoging") == 2


def test_c03_the_total_is_256_and_the_undated_250_is_never_chosen_nor_the_sum_257():
    assert waarde("spuk.kansrijke-wijk.totaal") == 256_000_000
    with pytest.raises(feiten.FeitOntbreekt):
        geldend("spuk.kansrijke-wijk.totaal", EIND_2023)
    assert not FeitVersie.objects.filter(getal=Decimal(257_200_000)).exists()


def test_c04_vws_joined_with_the_second_version_of_the_regeling():
    assert waarde("spuk.kansrijke-wijk.ministeries") == "SZW, VWS, OCW en BZK"
    per_versie = [
        sorted(set(versie.ministeries.values_list("afkorting", flat=True)))
        for versie in RegelingVersie.objects.filter(volgorde__lte=2)
    ]
    assert per_versie == [["BZK", "OCW", "SZW"], ["BZK", "OCW", "SZW", "VWS"]]


def test_c05_five_then_six_hoofdthemas_and_programmaondersteuning_is_none_of_them():
    aantal = [Thema.objects.filter(versie__volgorde=n, soort="hoofdthema").count() for n in (1, 2)]
    ondersteuning = Thema.objects.get(naam="programmaondersteuning")
    assert (aantal, ondersteuning.soort) == ([5, 6], "programmaondersteuning")
    assert waarde("spuk.kansrijke-wijk.themas").endswith("een gezonde leefomgeving en programmaondersteuning")


def test_c06_the_agenda_runs_to_the_end_of_2025_and_the_web_page_does_not_decide():
    programma = Programma.objects.get()
    geldende = programma.perioden.get(is_geldend=True)
    assert (geldende.omschrijving, programma.perioden.count()) == ("tot eind 2025", 3)
    assert waarde("programma.einde") == "eind 2025"


def test_c07_both_places_stand_side_by_side_and_no_letter_may_use_either():
    vindplaatsen = Toezegging.objects.get(sleutel="weerbaarheidsagenda").vindplaatsen
    assert sorted(vindplaatsen.values_list("verwijzing", "rol")) == [
        ("Kamerstukken 32 824, nr. 367", "onbekend"),
        ("Kamerstukken II 2019/20, 30 821, nr. 114", "onbekend"),
    ]
    assert is_open("toezegging.weerbaarheidsagenda.vindplaats")


def test_c08_the_short_name_is_internal_and_is_not_the_name_after_first_mention():
    programma = Programma.objects.get()
    intern = programma.aliassen.filter(naam__contains="V&WS")
    assert set(intern.values_list("is_intern", flat=True)) == {True}
    assert programma.korte_naam == "Agenda"
    assert not any("V&WS" in f"{b.titel} {b.verwijzing}" for b in Bron.objects.all())


def test_c09_the_word_of_the_law_is_preferred_over_that_of_the_letter():
    assert waarde("du.naam") == "Decentrale Uitkering (DU)"
    assert Tegenspraak.objects.get(nummer="C09").keuze == "decentralisatie-uitkering (DU)"


def test_c10_a_letter_names_who_held_the_office_and_a_toezegging_the_office_alone():
    assert waarde("brief-2023.ondertekenaar") == "C.E.G. van Gennip"
    assert waarde("brief-2024.ondertekenaar") == "J.N.J. Nobel"
    assert not any("Koolmees" in toezegging.ambt for toezegging in Toezegging.objects.all())


def test_c11_the_nota_keeps_both_dates_and_its_content_counts_from_the_second():
    nota = Bron.objects.get(sleutel="beslisnota-2023")
    assert (nota.datum, nota.bekend_sinds) == (date(2023, 2, 6), date(2023, 6, 20))
    with pytest.raises(feiten.FeitOntbreekt):
        geldend("budget.gemiddeld-per-jaar", date(2023, 6, 19))


def test_c12_the_nota_has_no_reference_that_a_letter_may_use():
    assert is_open("beslisnota.kenmerk")
    assert Bron.objects.get(sleutel="beslisnota-2023").verwijzing == ""


def test_c13_plan_and_realisation_of_the_congres_stand_side_by_side():
    eerste = Mijlpaal.objects.get(sleutel="congres-1")
    assert (eerste.gepland, eerste.gerealiseerd) == ("elk jaar", "mei 2024")
    assert (eerste.bron.sleutel, eerste.bron_realisatie.sleutel) == (
        "beslisnota-2023",
        "voortgangsbrief-2024",
    )
    assert (waarde("congres.tweede"), geldend("congres.tweede").kwalificatie) == (2025, "gepland")


def test_c14_the_letter_of_2024_has_no_date_only_a_bound():
    brief = Bron.objects.get(sleutel="voortgangsbrief-2024")
    assert (brief.datum, brief.bekend_sinds, brief.bekend_precisie) == (None, EIND_2024, "uiterlijk")
    assert Toezegging.objects.get(sleutel="jaarlijkse-voortgang").termijn == "elk jaar voor de zomer"
    assert vragen("brief-2024-datum", "toezegging-op-tijd") == 2


def test_c15_professionals_are_the_direct_and_inwoners_the_indirect_target():
    doelgroepen = Programma.objects.get().teksten.filter(soort="doelgroep")
    assert [tekst.tekst.split(":")[0] for tekst in doelgroepen] == ["Direct", "Indirect"]


def test_c16_the_coalitieakkoord_has_one_title():
    titel = Bron.objects.get(sleutel="coalitieakkoord-2021").titel
    assert titel.startswith("Omzien naar elkaar, vooruitkijken naar de toekomst")
    assert not FeitVersie.objects.filter(tekst__contains="vertrouwen in de toekomst").exists()


def test_c17_the_two_lists_make_six_factors_and_one_is_named_by_both():
    factoren = Term.objects.filter(lijst="beschermende_factor")
    gedeeld = Term.objects.get(naam="identiteitsontwikkeling")
    assert factoren.count() == 6
    assert sorted(gedeeld.vermeldingen.values_list("woorden", flat=True)) == [
        "identiteitsontwikkeling",
        "positieve identiteitsontwikkeling",
    ]


def test_c18_twenty_gebieden_are_not_twenty_gemeenten():
    assert (Gebied.objects.count(), Gebied.objects.values("gemeente").distinct().count()) == (20, 19)
    assert (waarde("nplv.focusgebieden"), geldend("nplv.focusgebieden").feit.eenheid) == (20, "focusgebieden")


def test_c19_fenomenen_are_an_open_list_in_the_words_of_each_source():
    per_bron = {
        sleutel: TermVermelding.objects.filter(term__lijst="fenomeen", bron__sleutel=sleutel).count()
        for sleutel in ("kamerbrief-2023", "voortgangsbrief-2024", "beslisnota-2023")
    }
    assert per_bron == {"kamerbrief-2023": 5, "voortgangsbrief-2024": 6, "beslisnota-2023": 4}


def test_c20_money_of_jenv_is_a_source_of_its_own_outside_the_budget_lines():
    bron = Dekkingsbron.objects.get()
    assert (bron.ministerie.afkorting, bron.feit.sleutel) == ("JenV", "social-labs.bijdrage-jenv")
    assert sum(mutatie.bedrag for mutatie in Mutatie.objects.all()) == 10_600_000
    assert vragen("budget-dekking-jenv") == 1


def test_c21_what_gemeenten_reserve_is_another_feit_and_keeps_its_ruim():
    versie = geldend("spuk.veerkracht.totaal-met-integrale-middelen")
    assert (versie.getal, versie.kwalificatie) == (28_000_000, "ruim")
    assert not FeitVersie.objects.filter(getal__in=[34_300_000, 34_000_000, 21_700_000]).exists()


def test_c22_four_actielijnen_and_a_fifth_post_that_is_none():
    posten = Begrotingspost.objects.order_by("nummer")
    assert [post.actielijn and post.actielijn.nummer for post in posten] == [1, 2, 3, 4, None]
    assert waarde("actielijnen.aantal") == 4


def test_c23_no_keyword_decides_and_the_sentence_about_jongerenwerk_is_not_usable():
    assert is_open("scope.andere-instrumenten")
    assert waarde("spuk.richting.jeugd").endswith("jeugdwerkers")


def test_c24_intention_and_position_are_two_feiten_with_their_own_word():
    assert geldend("fase.doen-vanaf").kwalificatie == "gepland"
    middelen = geldend("programma.middelen-na-2025")
    assert (middelen.getal, middelen.kwalificatie) == (0, "op_dit_moment")
    assert RegelingVersie.objects.get(volgorde=3).looptijd == "2026–2028"


def test_c25_count_and_amount_of_the_du_have_each_their_own_moment():
    aantal, bedrag = geldend("du.gemeenten"), geldend("du.verstrekt-2023")
    assert (aantal.getal, aantal.kwalificatie, aantal.betreft) == (7, "tot_nu_toe", "")
    assert (bedrag.getal, bedrag.kwalificatie, bedrag.betreft) == (313_327, "exact", "2023")
    assert vragen("du-namen-gemeenten", "du-na-2023") == 2


def test_c26_one_name_and_its_other_spellings_as_aliases():
    programma = Programma.objects.get()
    assert programma.naam == waarde("programma.naam") == "Agenda Veerkrachtige & Weerbare Samenleving"
    assert sorted(programma.aliassen.filter(is_intern=False).values_list("naam", flat=True)) == [
        "Agenda Veerkracht & Weerbaarheid",
        "Agenda Veerkrachtige en Weerbare Samenleving",
    ]


def test_c27_the_raad_has_one_name_and_an_alias():
    raad = Programma.objects.get().raad
    assert (raad.naam, raad.alias) == ("Maatschappelijke Raad", "adviescommissie")


def test_c28_the_first_note_has_a_source_and_the_second_stays_a_question():
    assert (
        Bron.objects.get(sleutel="kamerbrief-2023").verwijzing == Tegenspraak.objects.get(nummer="C28").keuze
    )
    assert vragen("brief-2024-voetnoten") == 1


def test_c29_the_impossible_dossier_number_is_no_reference():
    assert Bron.objects.get(sleutel="meerjarenplan-zelfbeschikking").verwijzing == ""
    assert not Bron.objects.filter(verwijzing__contains="321 175").exists()
    assert is_open("brief-2023.voetnoot.2")


def test_c30_plan_and_realisation_of_the_regeling_stand_side_by_side():
    mijlpaal = Mijlpaal.objects.get(sleutel="regeling-bekendgemaakt")
    assert (mijlpaal.gepland, mijlpaal.gerealiseerd) == ("1 juli 2023", "ondertekend op 26 juni 2023")
    assert mijlpaal.bron_realisatie.verwijzing == "Stcrt. 2023, 17605"
    assert is_open("regeling.kansrijke-wijk.publicatie")
