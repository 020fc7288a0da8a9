"""The faults in interventions: what a fase rests on, who judges, what is paid, and what the public reads and finds."""

from tests.netten.bewijs.fout import NETTEN, Fout

T = "tests/interventies/"
POORTEN, LEVEN, ZOEKEN = T + "test_poorten.py::", T + "test_leven.py::", T + "test_zoeken.py::"
OPENBAAR, UITVOERINGEN = T + "test_openbaar.py::", T + "test_uitvoeringen.py::"
INVOER = T + "test_verkeerde_invoer.py::"
DOEN = POORTEN + "test_doing_opens_on_one_combination_of_scopetoets_evaluatie_and_judgement_only"
SCOPE = POORTEN + "test_nobody_pays_for_what_is_outside_the_scope_and_who_only_contributes_leaves_a_signal"
OGEN = POORTEN + "test_four_eyes_hold_for_the_person_whatever_his_roles"
LEK = T + "test_lekken.py::test_nothing_unpublished_stands_on_any_public_page_whoever_looks[eerst]"
KADERS = "tests/rapportage/brief/test_kaders.py::"
KADERS += "test_the_section_on_interventies_has_figures_a_table_and_only_the_text_with_consent"
GEVONDEN = ZOEKEN + "test_searching_finds_every_form_and_part_and_only_what_is_public"

INTERVENTIES = [
    # --- fasen, and who judges ---------------------------------------------------------------------------
    Fout(
        "a fase without what it rests on",
        "interventies/palet/fasen.py",
        "    if may_now and (waarom := ontbreekt(interventie, verb)):\n",
        "    if may_now and (waarom := ontbreekt(interventie, verb)) and verb == 'interventie_testen':\n",
        DOEN,
    ),
    Fout(
        "a database that lets a judgement count past its term",
        "interventies/triggers.py",
        "                    WHERE interventie_id = NEW.id AND geldig_tot >= NEW.fase_sinds\n",
        "                    WHERE interventie_id = NEW.id\n",
        LEVEN + "test_a_verdict_on_an_earlier_version_opens_no_fase_and_a_later_buiten_stops_the_next_step",
        is_schema=True,
    ),
    Fout(
        "a scopetoets of what nobody else read",
        "interventies/palet/toetsen.py",
        "    if toets.versie_id != laatste.pk:\n",
        "    if False:\n",
        POORTEN + "test_testing_and_publishing_rest_on_the_newest_scopetoets_of_the_newest_version",
    ),
    Fout(
        "a scopetoets by the writer",
        "interventies/palet/toetsen.py",
        "    if interventie.versies.filter(door=user).exists():\n",
        "    if interventie.laatste.door_id == user.pk:\n",
        OGEN,
    ),
    Fout(
        "an evaluatie given back by who offered it",
        "interventies/levensloop.py",
        '"Teruggeven",  AANBIEDER, PLANNER),',
        '"Teruggeven",  (), PLANNER),',
        OGEN,
    ),
    Fout(
        "a fase that anybody who describes can begin",
        "interventies/levensloop.py",
        'F.TESTEN,  P.INTERVENTIE_BEOORDELEN, "Beginnen met testen"),',
        'F.TESTEN,  P.INTERVENTIE_BESCHRIJVEN, "Beginnen met testen"),',
        LEVEN + "test_each_verb_does_for_each_role_what_is_written_down_here[interventie_]",
    ),
    Fout(
        "a version published that nobody read",
        "interventies/palet/publiceren.py",
        "    check_gelezen(interventie, gelezen)\n",
        "",
        T + "test_palet_paginas.py::"
        "test_who_decides_on_a_version_that_is_not_the_newest_any_more_is_told_and_can_decide_again",
    ),
    Fout(
        "a gemeente for which the staff agrees",
        "interventies/levensloop.py",
        "K.TOEGESTEMD,  P.KADER_TOESTEMMEN, ",
        "K.TOEGESTEMD,  P.INTERVENTIE_BESCHRIJVEN, ",
        NETTEN + "test_levenslopen.py::test_each_step_is_open_to_exactly_the_roles_written_down_here",
    ),
    # --- money --------------------------------------------------------------------------------------------
    Fout(
        "money for what is outside the scope",
        "interventies/palet/toetsen.py",
        "    if waarom := buiten_scope(interventie):\n",
        '    if (waarom := buiten_scope(interventie)) and veld == "interventie":\n',
        SCOPE,
    ),
    Fout(
        "money of a regeling of SZW that is only registered",
        "subsidies/bekostigen.py",
        "    if thema.versie.is_van_eigen_ministerie:\n",
        '    if thema.versie.soort == "intake":\n',
        SCOPE,
    ),
    # --- bad input ----------------------------------------------------------------------------------------
    Fout(
        "markup in a text",
        "interventies/palet/regels.py",
        r"""re.compile(r"<\s*[a-z!/?][^>]*>|javascript:|data:text/html", re.IGNORECASE)""",
        r"""re.compile(r"<\s*[a-z!/?][^>]*>|javascript:|data:text/html")""",
        INVOER + "test_markup_and_code_are_refused_in_every_text_with_what_it_was",
    ),
    Fout(
        "markup in what is said of a public file",
        "interventies/palet/documenten.py",
        '    _check("omschrijving", omschrijving)\n',
        "",
        INVOER + "test_markup_and_code_are_refused_in_every_text_with_what_it_was",
    ),
    Fout(
        "a recognition past its term",
        "interventies/palet/beoordelen.py",
        "    if tot < klok.vandaag():\n",
        "    if False:\n",
        INVOER + "test_each_kind_of_bad_input_is_refused_with_its_reason_while_typed_words_stay",
    ),
    Fout(
        "a reach that nobody says how it was counted",
        "interventies/palet/uitvoeren.py",
        'telwijze=check_tekst("telwijze", telwijze, leeg=GEEN_TELWIJZE, langst=200)',
        'telwijze=check_tekst("telwijze", telwijze or "onbekend", leeg=GEEN_TELWIJZE, langst=200)',
        UITVOERINGEN + "test_what_cannot_be_is_refused_at_its_field_with_why",
    ),
    Fout(
        "a reach of an earlier day for the newest",
        "interventies/models/uitvoeringen.py",
        'order_by("-tot", "-pk")',
        'order_by("-pk")',
        UITVOERINGEN + "test_where_it_runs_is_public_when_the_interventie_is",
    ),
    # --- what nobody published ---------------------------------------------------------------------------
    Fout(
        "a withdrawn interventie in the feed of the staff",
        "interventies/views/nieuw.py",
        "Publicatie.objects.visible_to(user).openbaar()",
        "Publicatie.objects.visible_to(user)",
        LEK,
    ),
    Fout(
        "a withdrawn interventie in a comparison",
        "interventies/catalogus/vergelijken.py",
        "Publicatie.objects.visible_to(user).openbaar()",
        "Publicatie.objects.visible_to(user)",
        LEK,
    ),
    Fout(
        "a withdrawn interventie on paper",
        "interventies/views/openbaar.py",
        "Publicatie.objects.visible_to(request.user).openbaar()",
        "Publicatie.objects.visible_to(request.user)",
        LEK,
    ),
    Fout(
        "a file of the staff at a public address",
        "interventies/views/documenten.py",
        "Interventiedocument.objects.visible_to(request.user).openbaar()",
        "Interventiedocument.objects.visible_to(request.user)",
        LEK,
    ),
    Fout(
        "a file that the scanner did not see",
        "interventies/models/documenten.py",
        "        & VRIJGEGEVEN\n",
        "",
        LEK,
    ),
    Fout(
        "goals of a version that nobody published",
        "interventies/models/evaluaties.py",
        '        interventie__publicaties__versie__nummer__gte=F("versie__nummer"),\n',
        "",
        LEK,
    ),
    Fout(
        "an uitvoering entered wrongly that everybody still sees",
        "interventies/models/uitvoeringen.py",
        'openbaar_als = Q(interventie__publicaties__status="openbaar", vervallen_op=None)',
        'openbaar_als = Q(interventie__publicaties__status="openbaar")',
        LEK,
    ),
    Fout(
        "a facet of a version that nobody published",
        "interventies/catalogus/vinden.py",
        'interventieversie__in=records.values("versie")',
        'interventieversie__in=records.values("interventie__laatste")',
        LEK,
    ),
    Fout(
        "a reason of the staff on a public page",
        "templates/interventies/catalogus/interventie.html",
        '{% if interventie.fase == "gestopt" %}',
        "{% if interventie.fase_reden %}",
        LEK,
    ),
    Fout(
        "a name that nobody published inside a letter",
        "interventies/cijfers.py",
        "{each.openbare_naam or NIET_OPENBAAR}",
        "{each.interventie}",
        T + "test_cijfers.py::test_each_figure_counts_what_held_on_the_day",
    ),
    Fout(
        "a gemeente quoted after she came back on it",
        "rapportage/brief/kaders.py",
        "        status=Praktijkkader.Status.TOEGESTEMD,\n",
        "",
        KADERS,
    ),
    Fout(
        "a letter that quotes what nobody published",
        "rapportage/brief/kaders.py",
        "        uitvoering__interventie__in=openbaar,\n",
        "",
        KADERS,
    ),
    # --- searching, and what it costs --------------------------------------------------------------------
    Fout(
        "a search in what nobody published",
        "interventies/zoeken/opnemen.py",
        "each.pk: per_gewicht(each.versie)",
        "each.pk: per_gewicht(each.interventie.laatste)",
        ZOEKEN + "test_the_command_makes_anew_what_searching_finds",
    ),
    Fout(
        "a word offered that finds nothing public",
        "interventies/zoeken/vraag.py",
        " if aantal), ",
        "), ",
        GEVONDEN,
    ),
    Fout(
        "a search without base forms",
        "interventies/zoeken/taal.py",
        "    return list(dict.fromkeys([*gevonden, *(grondvorm(each) for each in gevonden)]))\n",
        "    return gevonden\n",
        GEVONDEN,
    ),
    Fout(
        "a search without the parts of compounds",
        "interventies/zoeken/taal.py",
        "    gevonden = [woord, *delen(woord, bekend)]\n",
        "    gevonden = [woord]\n",
        GEVONDEN,
    ),
    Fout(
        "a judgement that ran out and still counts",
        "interventies/models/bewijs.py",
        "self.filter(geldig_tot__gte=klok.vandaag()).order_by(",
        "self.order_by(",
        OPENBAAR + "test_a_judgement_past_its_term_counts_as_not_judged",
    ),
    Fout(
        "a query for each card",
        "interventies/catalogus/vinden.py",
        'records.select_related("interventie", "versie").defer("zoekvector")',
        'records.select_related("versie").defer("zoekvector")',
        OPENBAAR + "test_the_catalogue_needs_at_most_eight_queries_however_many_there_are",
    ),
]
