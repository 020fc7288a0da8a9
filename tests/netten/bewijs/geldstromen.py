"""The faults in what flows to gemeenten: what is only registered, what is free of conditions, and who carries on."""

from tests.netten.bewijs.fout import Fout

S = "tests/subsidies/"
KAN_NIET = S + "test_kan_niet.py::"
AANLEVEREN, BESTEMMING = S + "test_aanleveren.py::", S + "test_bestemming.py::"

GELDSTROMEN = [
    # --- a registered version ---------------------------------------------------------------------------
    Fout(
        "a registratie that is opened all the same",
        "subsidies/regelingen/openstellen.py",
        '    if waarom := waarom_niet(versie):\n        raise GeenIntake(f"{versie} kan niet open',
        '    if (waarom := waarom_niet(versie)) and versie.verdeelwijze:\n        raise GeenIntake(f"{versie} kan niet open',
        KAN_NIET + "test_a_registered_version_is_never_decided_or_paid_by_the_portal",
    ),
    Fout(
        "a file with payments that is read",
        "subsidies/uitwisselen/rijen.py",
        '"Besluitdatum", "Betaald", "Betaald op", "Uitbetaald", "Vastgesteld")',
        '"Besluitdatum", "Betaald", "Vastgesteld")',
        KAN_NIET + "test_a_registered_version_is_never_decided_or_paid_by_the_portal",
    ),
    # --- a file with allotments -------------------------------------------------------------------------
    Fout(
        "an allotment to a gemeente that is no more",
        "subsidies/regelingen/vastleggen.py",
        "    if gemeente.opgegaan_op and gemeente.opgegaan_op <= date(jaar, 1, 1):\n",
        "    if False:\n",
        AANLEVEREN + "test_each_wrong_cell_says_what_is_wrong_and_the_good_row_stays_good",
    ),
    Fout(
        "a sum that does not add up and is taken over",
        "subsidies/uitwisselen/stappen.py",
        "if rij.is_som and rij.oordeel == Oordeel.FOUT]",
        "if rij.is_som and rij.oordeel == Oordeel.DUBBEL]",
        AANLEVEREN + "test_a_sum_that_is_wrong_stops_the_whole_file",
    ),
    Fout(
        "a theme of another version",
        "subsidies/uitwisselen/rijen.py",
        "next((each for each in zelfde if each.versie_id == self.versie.pk), None)",
        "next(iter(zelfde), None)",
        AANLEVEREN + "test_each_wrong_cell_says_what_is_wrong_and_the_good_row_stays_good",
    ),
    Fout(
        "a file that is taken over half",
        "subsidies/uitwisselen/stappen.py",
        "@transaction.atomic\ndef overnemen(",
        "def overnemen(",
        AANLEVEREN + "test_when_saving_breaks_off_nothing_is_saved",
    ),
    Fout(
        "the name of a file in a table that is never changed",
        "subsidies/models/aanlevering.py",
        'f"rij {rij} van het bestand van {self',
        'f"rij {rij} van {self.naam} {self',
        AANLEVEREN + "test_what_is_taken_over_says_whence_it_came_and_is_only_registered",
    ),
    Fout(
        "a file without a good row that is taken over",
        "subsidies/uitwisselen/stappen.py",
        "    if not aantal:\n",
        "    if False:\n",
        AANLEVEREN + "test_a_file_without_a_row_that_can_be_taken_over_is_not_taken_over",
    ),
    Fout(
        "more earmarked than there is",
        "subsidies/regelingen/vastleggen.py",
        '    _integraal_past(thema.versie, gebied, jaar)\n    audit.record(nieuw, "bestemming_vastleggen"',
        '    audit.record(nieuw, "bestemming_vastleggen"',
        BESTEMMING + "test_what_cannot_be_is_refused_at_its_field_and_nothing_is_kept",
    ),
    Fout(
        "a bestemming changed in place",
        "subsidies/migrations/0001_tabellen.py",
        '        append_only("subsidies_bestemming"),\n',
        "",
        BESTEMMING + "test_the_database_changes_and_deletes_none",
        is_schema=True,
    ),
    # --- a DU -------------------------------------------------------------------------------------------
    Fout(
        "a DU with a condition",
        "subsidies/models/du.py",
        "    akkoord_op = models.DateTimeField(null=True, blank=True)\n",
        "    akkoord_op = models.DateTimeField(null=True, blank=True)\n    voorwaarden = models.TextField(blank=True)\n",
        S + "test_du_zonder_voorwaarden.py::test_no_field_and_no_relation_holds_a_condition_an_account_or_a_recovery",
    ),
    Fout(
        "a step of a DU that takes the field of a condition",
        "subsidies/forms/du.py",
        "class OverUitkering(Vrij, Boekformulier):",
        "class OverUitkering(Boekformulier):",
        KAN_NIET + "test_a_du_gets_no_condition_whichever_way_it_is_tried",
    ),
    Fout(
        "a DU that anybody moves to the fund",
        "subsidies/levensloop.py",
        'D.OVERBOEKING, P.BEGROTING_MUTEREN, "Overboeking aanvragen", EIGEN),',
        'D.OVERBOEKING, P.PROGRAMMA_INZIEN, "Overboeking aanvragen", EIGEN),',
        S + "test_du_leven.py::test_each_verb_does_for_each_role_what_is_written_down_here[akkoord]",
    ),
    Fout(
        "a refused overboeking that stays away",
        "subsidies/du/geld.py",
        "    _boek(uitkering, MutatieSoort.OVERBOEKING_IN, uitkering.bedrag, besluit, by=by)\n",
        "",
        S + "test_du_geld.py::test_a_refused_overboeking_comes_back_whole_and_can_be_asked_for_again",
    ),
    # --- herindeling and figures ------------------------------------------------------------------------
    Fout(
        "a successor that does not carry on",
        "agenda/models/gemeenten.py",
        '            frontier = set(opgegaan.values_list("pk", flat=True)) - found\n',
        "            frontier = set()\n",
        S + "test_du_leven.py::test_after_a_herindeling_the_successor_signs_and_both_names_are_shown",
    ),
    Fout(
        "a figure that knows what came later",
        "subsidies/models/toekenningen.py",
        'OuterRef("pk"), bron__bekend_sinds__lte=peildatum)',
        'OuterRef("pk"))',
        S
        + "test_cijfers.py::test_a_figure_is_that_of_its_day_and_what_gemeenten_earmark_is_counted_for_the_own_theme_only",
    ),
    Fout(
        "a point of the preparation that is done while a DU is under way",
        "rapportage/models/voorbereiding.py",
        " & ~Q(Exists(jaarrijen.onderweg(uitkeringen)))",
        "",
        "tests/rapportage/voorbereiding/test_lijst.py::"
        "test_the_portal_sees_when_every_du_of_the_year_is_in_a_circulaire",
    ),
    # --- the preparation of a letter -----------------------------------------------------------------------
    Fout(
        "a reminder of what is done",
        "rapportage/taken.py",
        "Voorbereidingspunt.objects.te_doen().filter(",
        "Voorbereidingspunt.objects.filter(",
        "tests/rapportage/voorbereiding/test_herinneren.py::"
        "test_who_is_asked_is_reminded_before_on_and_after_the_day_once_each_until_it_is_done",
    ),
]
