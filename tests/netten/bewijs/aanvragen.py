"""The faults in aanvragen: uploads, tables, totals and what is asked of a gemeente."""

from tests.netten.bewijs.fout import Fout

T = "tests/subsidies/aanvragen/"
BESTANDEN, BEDRAGEN = T + "test_bestanden.py::", T + "test_bedragen.py::"
INVULLEN, SOORTEN = "subsidies/aanvragen/invullen.py", "subsidies/aanvragen/soorten.py"

AANVRAGEN = [
    Fout(
        "upload lost with a fault elsewhere",
        "subsidies/views/aanvraag_invullen.py",
        '    if request.method == "POST" and deel.vraagt_bestanden:\n',
        '    if request.method == "POST" and SectieForm(aanvraag, stand, deel, data=request.POST).is_valid():\n',
        BESTANDEN + "test_a_fault_in_another_answer_never_loses_the_upload",
    ),
    Fout(
        "file for whoever knows its number",
        "subsidies/views/aanvraag_invullen.py",
        "Aanvraagbestand.objects.visible_to(request.user).leesbaar()",
        "Aanvraagbestand.objects.leesbaar()",
        BESTANDEN + "test_only_who_sees_the_aanvraag_opens_its_files",
    ),
    Fout(
        "kind of file that the question does not ask",
        "subsidies/aanvragen/bijvoegen.py",
        "    if soort not in typen:\n",
        "    if not soort:\n",
        BESTANDEN + "test_a_wrong_file_is_refused_with_what_to_do",
    ),
    Fout(
        "file of a hidden question that stays",
        INVULLEN,
        "    laat_vervallen(aanvraag, lapsed, by=by)\n",
        "",
        BESTANDEN + "test_a_hidden_question_loses_its_file_and_who_answers_is_told",
    ),
    Fout(
        "answer of a hidden question that stays",
        INVULLEN,
        "    after |= {vraag.pk: LEEG for vraag in lapsed}\n",
        "",
        BEDRAGEN + "test_a_question_that_is_not_asked_keeps_no_answer_whatever_its_kind",
    ),
    Fout(
        "cell of a colleague overwritten",
        SOORTEN,
        "    if vraag.soort == Formuliervraag.Soort.TABEL:\n        return waarde or {}\n",
        "",
        BEDRAGEN + "test_two_colleagues_fill_in_different_cells_and_only_the_same_cell_collides",
    ),
    Fout(
        "nought that counts as no answer",
        SOORTEN,
        '    if antwoord is None or antwoord is False or antwoord == "":\n',
        '    if antwoord in (None, False, ""):\n',
        BEDRAGEN + "test_an_amount_of_nought_is_an_answer",
    ),
    Fout(
        "more than the maximum",
        "subsidies/aanvragen/maxima.py",
        "bedrag > most[cel]",
        "bedrag > 2 * most[cel]",
        BEDRAGEN + "test_a_maximum_of_the_gebieden_counts_together_and_another_table_has_none",
    ),
    Fout(
        "interventie that is not public in the list of a gemeente",
        "subsidies/aanvragen/verwijzen.py",
        "Interventie.objects.openbaar().filter(",
        "Interventie.objects.filter(",
        BEDRAGEN + "test_only_what_is_in_the_catalogue_can_be_chosen_and_it_is_read_back_with_its_number",
    ),
]
