"""The faults in who may see and do what."""

from tests.netten.bewijs.fout import NETTEN, ROUTE, Fout

TOEGANG = [
    Fout(
        "records asked for without saying for whom",
        "agenda/naslag/views/feiten.py",
        "Feit.objects.visible_to(request.user).of(",
        "Feit.objects.of(",
        NETTEN + "test_zicht.py::test_no_view_asks_for_records_without_saying_for_whom",
    ),
    Fout(
        "everybody sees the records of the programma",
        "agenda/zicht.py",
        "return self if may(user, Permission.PROGRAMMA_INZIEN) else self.none()",
        "return self",
        NETTEN + "test_zicht.py::test_with_all_doors_open_an_outsider_still_finds_nothing",
    ),
    Fout(
        "a decision without a fresh sign-in",
        "agenda/naslag/views/tegenspraken.py",
        "@vers_aangemeld\n",
        "",
        "tests/agenda/sessies/test_vers_aangemeld.py::test_exactly_the_decisions_of_this_list_take_a_fresh_sign_in",
    ),
    Fout(
        "what was typed is not kept",
        "agenda/naslag/views/feiten.py",
        "form = filled(request, VersieForm, feit)",
        "form = VersieForm(feit, request.POST or None)",
        NETTEN + "test_invoer.py",
    ),
    Fout(
        "personal data that the register does not name",
        "agenda/privacy/velden.py",
        '    "agenda.gebruiker.naam":            Veld("naam",                                 "account",     D),\n',
        "",
        "tests/agenda/privacy/test_register.py",
    ),
    Fout(
        "route without audience",
        "rapportage/views/toezeggingen.py",
        "@audience(Permission.PROGRAMMA_INZIEN)\n",
        "",
        "tests/agenda/test_checks.py::test_every_route_of_the_portal_names_its_audience",
    ),
    Fout(
        "page of the staff made public",
        "agenda/naslag/views/open_vragen.py",
        "@audience(Permission.PROGRAMMA_INZIEN)",
        '@audience("public")',
        NETTEN + "test_routes.py::test_only_the_pages_of_this_list_are_public",
    ),
    Fout(
        "page of the staff for everybody who signed in",
        "agenda/naslag/views/open_vragen.py",
        "@audience(Permission.PROGRAMMA_INZIEN)",
        '@audience("signed_in")',
        NETTEN + "test_routes.py::test_who_is_no_staff_sees_nothing_of_any_staff_page[gemeentelijk_aanvrager]",
    ),
    Fout(
        "audience not checked before the view runs",
        "agenda/middleware.py",
        "        if admits(who, request.user):\n",
        "        if request.user.is_authenticated:\n",
        ROUTE + "[gemeentelijk_aanvrager]",
    ),
    Fout(
        "refusal that tells what was refused",
        "templates/403.html",
        'exception|default:"Uw account heeft hier geen recht voor." %}',
        'exception|default:"Uw account heeft hier geen recht voor." %}{{ request.path }}',
        NETTEN + "test_routes.py::test_who_is_no_staff_sees_nothing_of_any_staff_page[gemeentelijk_aanvrager]",
    ),
    Fout(
        "queryset that shows the tasks of all",
        "agenda/models/taken.py",
        "self.filter(aangevraagd_door=user) if user",
        "self.all() if user",
        NETTEN + "test_routes.py::test_what_is_somebody_elses_does_not_exist_for_you[taak]",
    ),
    Fout(
        "queryset that shows the files of all",
        "agenda/models/bestanden.py",
        "self.filter(eigenaar=user) if user",
        "self.all() if user",
        NETTEN + "test_routes.py::test_what_is_somebody_elses_does_not_exist_for_you[bestand]",
    ),
    Fout(
        "what somebody typed in a filter stays in the log",
        "agenda/lijsten/bestand.py",
        '"filters": lijst.filters_voor_logboek,',
        '"filters": lijst.filters_in_woorden,',
        "tests/agenda/lijsten/test_views.py::"
        "test_each_export_is_recorded_with_its_list_rows_and_form_and_its_filters_without_what_was_typed",
    ),
    Fout(
        "a form with faults that answers as if all went well",
        "agenda/middleware.py",
        'if has_faults(getattr(request, "verstuurd", [])):',
        "if has_faults([]):",
        "tests/agenda/beveiliging/test_weigeringen.py::"
        "test_a_form_with_faults_is_a_refusal_too_and_the_log_says_nothing_of_what_was_typed",
    ),
    Fout(
        "a file for a reference list that nobody judges",
        "agenda/beheer/uitwisselen.py",
        "            ontvangen(upload, by=self.by)\n",
        "            pass\n",
        "tests/agenda/beheer/test_naslag.py::test_a_file_that_means_harm_is_never_read",
    ),
    Fout(
        "a step that the page of rights keeps silent about",
        "agenda/beheer/rechten.py",
        "dict.fromkeys(stap.niet_door + stap.nooit_door)",
        "dict.fromkeys(stap.niet_door)",
        "tests/agenda/beheer/test_accounts.py::"
        "test_the_page_names_each_step_that_somebody_cannot_take_after_his_own_work",
    ),
    Fout(
        "a mail that leaves for a blocked account",
        "agenda/berichten/verzenden.py",
        " or is_of_blocked_account(mail)",
        "",
        "tests/agenda/berichten/test_verzenden.py::test_to_who_is_blocked_only_leaves_what_says_so",
    ),
]
