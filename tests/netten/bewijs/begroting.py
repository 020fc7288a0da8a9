"""The faults in the ledger: what it adds up, what it lets through, who decides, and what is never changed."""

from tests.netten.bewijs.fout import NETTEN, Fout

C = "tests/actielijnen/"
WEIGERINGEN, IMPORT = C + "begroting/test_weigeringen.py::", C + "begroting/test_import.py::"
DOORKLIKKEN, SCENARIO = C + "begroting/test_doorklikken.py::", C + "scenarios/test_scenario.py::"
TEGELIJK = C + "scenarios/test_tegelijk.py::test_who_comes_while_a_scenario_is_being_adopted_is_refused"

BEGROTING = [
    # --- sums -----------------------------------------------------------------------------------------
    Fout(
        "a sum without the soort: what came back counts as paid",
        "actielijnen/begroting/standen.py",
        "betalingen.filter(soort=Betaling.Soort.BETALING)",
        "betalingen",
        C + "begroting/test_werkvoorbeeld.py::test_every_amount_of_every_year_is_that_of_the_paper",
    ),
    Fout(
        "what came later counts in a stand of before",
        "actielijnen/begroting/standen.py",
        "Mutatie.objects.bekend_op(peildatum)",
        "Mutatie.objects.bekend_op(None)",
        C + "begroting/test_werkvoorbeeld.py::test_a_stand_of_before_leaves_out_what_came_later",
    ),
    Fout(
        "the Voorbeeldprogramma in the real begroting",
        "actielijnen/overzicht/keuzes.py",
        "Begrotingsregel.objects.van(programma)",
        "Begrotingsregel.objects.all()",
        NETTEN + "test_programma.py::test_no_page_shows_a_record_of_the_other_programma"
        "[veerkracht-weerbaarheid-voorbeeld-2026]",
    ),
    Fout(
        "an amount without a link to its rows",
        "templates/actielijnen/deel/bedragentabel.html",
        "{% if cel.url %}",
        "{% if cel.url and rij.is_totaal %}",
        DOORKLIKKEN + "test_no_amount_stands_without_a_link",
    ),
    # --- ceilings and closed years ----------------------------------------------------------------------
    Fout(
        "a payment above its verplichting",
        "actielijnen/begroting/verplichten.py",
        "    if bedrag > ruimte:\n",
        "    if bedrag > ruimte and soort != Betaling.Soort.BETALING:\n",
        WEIGERINGEN + "test_a_payment_that_does_not_fit_is_refused_with_why",
    ),
    Fout(
        "a payment above the kas",
        "actielijnen/begroting/verplichten.py",
        '        check_kas(regel, bedrag, velden.get("reden_overschrijding", ""))\n',
        "        pass\n",
        C + "begroting/test_plafond.py::test_payments_at_once_never_pass_the_kas_nor_their_verplichting[16]",
    ),
    Fout(
        "a ceiling without its lock",
        "actielijnen/begroting/grootboek.py",
        'Begrotingsregel.objects.select_for_update(of=("self",)).met_namen().filter(pk__in=sleutels)',
        "Begrotingsregel.objects.met_namen().filter(pk__in=sleutels)",
        C + "begroting/test_plafond.py::"
        "test_commitments_at_once_never_pass_a_hard_line_and_each_refusal_names_the_shortage[16]",
    ),
    Fout(
        "a closed year that is still booked in",
        "actielijnen/begroting/plafond.py",
        "    if jaar in afgesloten_jaren(programma):\n",
        "    if False:\n",
        WEIGERINGEN + "test_a_year_closes_when_it_is_over_with_its_slotwet_by_two_persons",
    ),
    Fout(
        "a form that books twice",
        "actielijnen/begroting/eenmalig.py",
        "    if not is_new:\n        raise AlVerstuurd(verzending.adres)\n",
        "",
        C + "boeken/test_verplichting.py::test_the_same_form_sent_twice_books_once",
    ),
    # --- who sees and who decides -----------------------------------------------------------------------
    Fout(
        "a verplichting that everybody sees",
        "actielijnen/views/verplichtingen.py",
        "Verplichting.objects.visible_to(request.user).select_related(",
        "Verplichting.objects.select_related(",
        NETTEN + "test_zicht.py::test_no_view_asks_for_records_without_saying_for_whom",
    ),
    Fout(
        "a herschikking that its proposer agrees with",
        "actielijnen/levensloop.py",
        ', "Akkoord", ("herschikking_voorstellen",)),',
        ', "Akkoord"),',
        WEIGERINGEN + "test_a_herschikking_is_booked_after_two_others_agree",
    ),
    Fout(
        "a prognose fixed by who made it",
        "actielijnen/levensloop.py",
        '"Vaststellen", ("prognose_maken", "prognose_invullen", "prognose_aanname")),',
        '"Vaststellen"),',
        C + "prognoses/test_weigeringen.py::test_who_worked_on_a_prognose_does_not_fix_it",
    ),
    # --- what is never changed --------------------------------------------------------------------------
    Fout(
        "a fixed prognose that is filled in again",
        "actielijnen/begroting/prognose.py",
        "    if op_slot.is_vastgesteld:\n",
        "    if False:\n",
        C + "prognoses/test_weigeringen.py::test_a_fixed_prognose_is_not_filled_in_any_more",
    ),
    Fout(
        "a mutatie updated in place",
        "actielijnen/migrations/0001_tabellen.py",
        '        append_only("actielijnen_mutatie"),\n',
        "",
        "tests/agenda/test_audit.py::test_every_append_only_table_has_its_trigger",
        is_schema=True,
    ),
    Fout(
        "a lock on rows that the portal may not change",
        "actielijnen/begroting/verplichten.py",
        "    regel, _ = lock(regel_voor(",
        "    Verplichting.objects.select_for_update().get(pk=verplichting.pk)\n    regel, _ = lock(regel_voor(",
        C + "begroting/test_toepassingsrol.py::test_the_portal_may_carry_out_every_verb_of_the_ledger",
    ),
    # --- imports ----------------------------------------------------------------------------------------
    Fout(
        "the same file imported twice",
        "actielijnen/uitwisselen/stappen.py",
        '    if found := eerder.select_related("gemaakt_door").first():\n',
        "    if found := eerder.none().first():\n",
        C + "begroting/test_import_opnieuw.py::"
        "test_the_same_file_again_is_recognised_whatever_its_name_with_a_link_to_the_first",
    ),
    Fout(
        "a row imported that is booked already",
        "agenda/uitwisselen/rijen.py",
        "        if waarom := self.is_dubbel(instance):\n",
        "        if False:\n",
        IMPORT + "test_what_is_booked_already_is_recognised",
    ),
    Fout(
        "a formula in a cell that is read",
        "agenda/uitwisselen/rijen.py",
        "if FORMULE.match(cel)}",
        "if False}",
        IMPORT + "test_a_wrong_cell_is_named_and_the_other_rows_are_booked",
    ),
    # --- scenario's -------------------------------------------------------------------------------------
    Fout(
        "a scenario adopted twice",
        "actielijnen/levensloop.py",
        '"scenario_aannemen",  (Scenario.Status.CONCEPT,),',
        '"scenario_aannemen",  (Scenario.Status.CONCEPT, Scenario.Status.AANGENOMEN),',
        SCENARIO + "test_a_scenario_is_adopted_once",
    ),
    Fout(
        "a step added while a scenario is being adopted",
        "actielijnen/begroting/scenario.py",
        "Scenario.objects.select_for_update().get(",
        "Scenario.objects.get(",
        TEGELIJK + "[nog_een_stap-Geweigerd]",
    ),
    Fout(
        "a scenario that shows something else than it books",
        "actielijnen/vooruitzicht/scenariobeeld.py",
        "regel.dekkingsbron_id is None and budget != Budget.KAS",
        "regel.dekkingsbron_id is None",
        SCENARIO + "test_a_post_that_gets_its_first_money_has_a_figure_of_the_letter",
    ),
    Fout(
        "a scenario as a way around the two approvals",
        "actielijnen/begroting/scenario.py",
        "if stap.soort != S.VERSCHUIVEN]",
        "]",
        SCENARIO + "test_adopting_books_one_decision_and_proposes_what_goes_between_posts",
    ),
]
