"""The faults in what gemeenten ask: kept once acknowledged, received when it came in, asked and shown as it should."""

from tests.netten.bewijs.fout import Fout

A = "tests/subsidies/aanvragen/"
DEADLINE = (
    "tests/bewijzen/test_deadline.py::"
    "test_on_deadline_day_nothing_is_lost_or_doubled_and_nobody_in_time_is_late[steekproef]"
)
DERTIG, LIJST, PAGINAS = A + "test_dertig_controles.py::", A + "test_lijst.py::", A + "test_paginas.py::"

INDIENEN = [
    # --- deadline day -------------------------------------------------------------------------------------
    Fout(
        "a save that is acknowledged before it is committed",
        "subsidies/forms/aanvragen.py",
        '            return invullen.bewaren(self.aanvraag, self._antwoorden(), stand=self.cleaned_data["stand"], by=by)\n',
        "            def later(*kept):\n"
        '                invullen.bewaren(*kept, stand=self.cleaned_data["stand"], by=by)\n'
        '                __import__("django.db").db.connection.close()\n'
        '            __import__("threading").Timer(3, later, (self.aanvraag, self._antwoorden())).start()\n'
        "            return []\n",
        DEADLINE,
    ),
    Fout(
        "the moment of receipt read when the aanvraag is free",
        "subsidies/aanvragen/indienen.py",
        "    if aanvraag.kenmerk and not aanvraag.is_ingetrokken:\n",
        "    ontvangen_op = klok.nu()\n    if aanvraag.kenmerk and not aanvraag.is_ingetrokken:\n",
        DEADLINE,
    ),
    Fout(
        "the moment of receipt read when a thread is free",
        "agenda/ontvangst.py",
        "    return binnen if nu - begonnen < LEZEN else nu\n",
        "    return begonnen\n",
        DEADLINE,
    ),
    Fout(
        "who sends slowly is received when he began",
        "agenda/ontvangst.py",
        "    return binnen if nu - begonnen < LEZEN else nu\n",
        "    return binnen\n",
        "tests/agenda/test_ontvangst.py::test_waiting_for_a_turn_makes_nobody_late_and_sending_slowly_does",
    ),
    # --- the form ---------------------------------------------------------------------------------------
    Fout(
        "the aanvraag of another gemeente",
        "subsidies/views/aanvragen_gemeente.py",
        "Aanvraag.objects.visible_to(request.user).for_page(), **waar)",
        "Aanvraag.objects.for_page(), **waar)",
        PAGINAS + "test_another_gemeente_and_staff_find_no_concept_and_the_successor_carries_on",
    ),
    Fout(
        "an aanvraag that is handed in although answers are missing",
        "subsidies/aanvragen/indienen.py",
        "    if missing := stand_van(aanvraag).ontbreekt:\n",
        "    if missing := []:\n",
        DERTIG + "test_14_the_list_of_tasks_says_how_far_each_is_and_lets_hand_in_only_a_whole_one",
    ),
    Fout(
        "a question that is asked whatever was answered",
        "subsidies/aanvragen/vragen.py",
        "(on in asked and waarden.get(on, LEEG) == vraag.als_waarde)",
        "(on in asked and waarden.get(on, LEEG) != LEEG)",
        DERTIG + "test_16_the_check_page_lists_what_is_asked_and_hides_what_is_not",
    ),
    Fout(
        "the answer of a colleague that is overwritten",
        "subsidies/aanvragen/invullen.py",
        "if antwoord.door_id != by.pk and theirs not in",
        "if antwoord.door_id == by.pk and theirs not in",
        PAGINAS + "test_of_two_colleagues_the_second_sees_both_answers_and_chooses",
    ),
    Fout(
        "a title that hides that there are faults",
        "templates/base.html",
        "<title>{% if form.errors %}Fout: {% endif %}",
        "<title>",
        DERTIG + "test_06_the_title_says_that_there_are_faults",
    ),
    Fout(
        "a step that only the eye knows",
        "templates/components/kop.html",
        ' aria-current="step"',
        "",
        DERTIG + "test_15_each_step_says_which_it_is_and_of_how_many",
    ),
    # --- the lists --------------------------------------------------------------------------------------
    Fout(
        "an aanvraag at which the wrong one is to move",
        "subsidies/lijsten/aanvragen.py",
        'AAN_ZET.get(status, "niemand") == value]',
        'AAN_ZET.get(status, "ministerie") == value]',
        LIJST + "test_the_list_of_the_staff_shows_and_exports_what_its_address_asks",
    ),
    Fout(
        "a gemeente that finds only its first page",
        "subsidies/views/aanvragen_gemeente.py",
        '.get_page(request.GET.get("pagina"))',
        ".get_page(1)",
        LIJST + "test_a_gemeente_finds_all_of_its_own_on_pages",
    ),
    Fout(
        "a list that sorts all that was ever received",
        "subsidies/migrations/0010_lijst_van_aanvragen.py",
        "    operations = [\n",
        "    operations = [] and [\n",
        LIJST + "test_the_first_page_does_not_sort_all_that_was_ever_received",
        is_schema=True,
    ),
]
