"""All faults that the proof of the nets plants."""

from tests.netten.bewijs.aanvragen import AANVRAGEN
from tests.netten.bewijs.begroting import BEGROTING
from tests.netten.bewijs.fout import NETTEN, ROUTE, Fout
from tests.netten.bewijs.geldstromen import GELDSTROMEN
from tests.netten.bewijs.indienen import INDIENEN
from tests.netten.bewijs.interventies import INTERVENTIES
from tests.netten.bewijs.regelingen import REGELINGEN
from tests.netten.bewijs.toegang import TOEGANG

LAGEN = NETTEN + "test_lagen.py::test_every_import_points_downward"
CONTACT = "templates/rapportage/contact.html"
INLEIDING = 'inleiding="Hebt u een vraag over de Agenda of over dit portaal?" %}'

FOUTEN = [
    *TOEGANG,
    *BEGROTING,
    *GELDSTROMEN,
    *INTERVENTIES,
    *AANVRAGEN,
    *INDIENEN,
    *REGELINGEN,
    # --- layers ---------------------------------------------------------------------------------------
    Fout(
        "upward import between apps, inside a function",
        "agenda/feiten.py",
        "    _weiger_open_tegenspraak(feit)\n",
        "    import rapportage.models  # noqa\n    _weiger_open_tegenspraak(feit)\n",
        LAGEN,
    ),
    Fout(
        "upward import inside an app",
        "actielijnen/models/lijnen.py",
        "    def __str__(self):\n",
        "    def __str__(self):\n        import actielijnen.cijfers  # noqa\n\n",
        LAGEN,
    ),
    Fout(
        "upward relation of a model",
        "agenda/models/taken.py",
        "    soort = models.CharField(",
        "    brief = models.ForeignKey('rapportage.Brief', null=True, on_delete=models.PROTECT)\n"
        "    soort = models.CharField(",
        NETTEN + "test_lagen.py::test_every_relation_of_a_model_points_downward",
    ),
    Fout(
        "web in the domain",
        "agenda/feiten.py",
        "from datetime import date, timedelta\n",
        "from datetime import date, timedelta\nfrom django.http import Http404\n",
        NETTEN + "test_domein.py::test_the_domain_imports_nothing_of_the_web",
    ),
    # --- lives and audit --------------------------------------------------------------------------------
    Fout(
        "status set outside the levensloop",
        "rapportage/brief/schrijven.py",
        '    levensloop.advance(brief, "terugnemen", by=by)\n',
        '    brief.status = "concept"\n    levensloop.advance(brief, "terugnemen", by=by)\n',
        NETTEN + "test_status.py::test_no_status_is_assigned_outside_the_levensloop[rapportage/brief/schrijven.py]",
    ),
    Fout(
        "step loosened",
        "rapportage/levensloop.py",
        '"terugnemen", (S.AANGEBODEN,),',
        '"terugnemen", (S.AANGEBODEN, S.CONCEPT),',
        NETTEN + "test_levenslopen.py::test_each_step_is_open_to_exactly_the_roles_written_down_here",
    ),
    Fout(
        "right not checked by advance",
        "agenda/levensloop.py",
        "    require(by, (stap or steps[0]).permission)\n",
        "",
        "tests/agenda/test_levensloop.py::test_who_lacks_the_right_changes_nothing",
    ),
    Fout(
        "audit line dropped",
        "agenda/levensloop.py",
        "    audit.record(record, verb, by=by, van=status, naar=stap.naar, **details)\n",
        "",
        "tests/agenda/test_levensloop.py::test_a_step_writes_one_audit_line_with_both_statuses_and_the_details",
    ),
    Fout(
        "audit trail no longer append-only",
        "agenda/migrations/0001_tabellen.py",
        '        append_only("agenda_auditregel"),\n',
        "",
        "tests/agenda/test_audit.py::test_every_append_only_table_has_its_trigger",
        is_schema=True,
    ),
    # --- locks ------------------------------------------------------------------------------------------
    Fout(
        "lock removed from advance",
        "agenda/levensloop.py",
        "_base_manager.select_for_update().filter(",
        "_base_manager.filter(",
        NETTEN + "test_gelijktijdig.py::test_a_step_locks_its_record_itself",
    ),
    Fout(
        "lock removed from recording a feit",
        "agenda/feiten.py",
        "    feit = Feit.objects.select_for_update().get(pk=feit.pk)\n",
        "",
        NETTEN + "test_gelijktijdig.py::test_a_version_that_two_people_replace_at_once_has_one_successor",
    ),
    # --- queries ----------------------------------------------------------------------------------------
    Fout(
        "N+1 in a list",
        "agenda/models/gemeenten.py",
        'self.select_related("provincie", "opvolger").prefetch_related(',
        'self.select_related("opvolger").prefetch_related(',
        NETTEN + "test_queries.py::test_a_list_of_a_full_page_needs_no_more_queries_than_one_of_three_rows",
    ),
    Fout(
        "N+1 on a page",
        "agenda/models/gemeenten.py",
        'self.select_related("gemeente__provincie", "bron").prefetch_related("aliassen__bron")',
        "self.all()",
        NETTEN + "test_queries.py::test_each_page_stays_within_its_budget_of_queries[programmamanager]",
    ),
    Fout(
        "query in a template",
        CONTACT,
        INLEIDING,
        INLEIDING + "{{ programma.feiten.count }}",
        NETTEN + "test_sjablonen.py::test_no_template_queries_the_database",
    ),
    # --- the letter ---------------------------------------------------------------------------------------
    Fout(
        "letter that reads live data",
        "rapportage/brief/render.py",
        "def als_document(gegevens: dict) -> str:\n",
        "def als_document(gegevens: dict) -> str:\n    from agenda.models import Feit\n    Feit.objects.count()\n",
        "tests/rapportage/brief/test_opname.py::test_rendering_reads_nothing_but_the_snapshot",
    ),
    Fout(
        "filter on the peildatum lost in a cijfer",
        "rapportage/cijfers.py",
        ", bron__bekend_sinds__lte=peildatum",
        "",
        "tests/rapportage/test_cijfers.py::test_the_last_year_from_a_source_after_the_peildatum_does_not_count",
    ),
    Fout(
        "example data counted",
        "agenda/models/gemeenten.py",
        ", gemeente__is_voorbeeld=programma.is_voorbeeld",
        "",
        "tests/rapportage/test_cijfers.py::test_a_gebied_of_an_example_gemeente_does_not_count",
    ),
    Fout(
        "double counting in a cijfer",
        "rapportage/cijfers.py",
        "sorted({gebied.gemeente for gebied in gebieden}, key",
        "sorted([gebied.gemeente for gebied in gebieden], key",
        "tests/rapportage/test_cijfers.py::test_a_gemeente_with_two_gebieden_counts_once",
    ),
    Fout(
        "money of another programma counted",
        "actielijnen/cijfers.py",
        "Mutatie.objects.van(programma)",
        "Mutatie.objects",
        "tests/actielijnen/test_cijfers.py::test_a_line_of_another_programma_does_not_count",
    ),
    # --- quiet decay --------------------------------------------------------------------------------------
    Fout(
        "unknown template variable",
        CONTACT,
        INLEIDING,
        INLEIDING + "{{ programa.naam }}",
        ROUTE + "[anoniem]",
    ),
    Fout(
        "unused template",
        "templates/rapportage/werk.html",
        '{% include "rapportage/werk/vragen.html" %}',
        "",
        NETTEN + "test_sjablonen.py::test_every_template_is_reached",
    ),
    Fout(
        "style in a page",
        CONTACT,
        '<p class="nl-paragraph">Er is',
        '<p style="color: red">Er is',
        NETTEN + "test_sjablonen.py::test_no_template_has_a_style_or_script_inside",
    ),
    Fout(
        "dead link",
        CONTACT,
        INLEIDING,
        INLEIDING + '<a href="/werk/bestaat-niet/">Werk</a>',
        NETTEN + "test_links.py::test_the_public_reaches_only_public_pages",
    ),
    Fout(
        "warning",
        "rapportage/views/gezondheid.py",
        "def live(request):\n",
        "def live(request):\n    __import__('warnings').warn('oud', DeprecationWarning)\n",
        ROUTE + "[anoniem]",
    ),
    Fout(
        "network",
        "rapportage/views/gezondheid.py",
        "def live(request):\n",
        "def live(request):\n"
        "    from contextlib import suppress\n    from socket import create_connection\n"
        "    with suppress(OSError):\n        create_connection(('192.0.2.1', 80), timeout=0.1)\n",
        ROUTE + "[anoniem]",
    ),
    Fout(
        "path of a machine",
        "agenda/money.py",
        '"""',
        '"""Zie /ro' + 'ot/notities. """\n"""',
        NETTEN + "test_zelfstandig.py::test_no_file_names_something_outside_the_repository",
    ),
    Fout(
        "accessibility",
        "templates/base.html",
        '<html lang="nl"',
        "<html",
        "tests/browser/test_paginas.py::test_a_page_is_accessible_and_fits_every_window[contact]",
    ),
    Fout(
        "page wider than a phone",
        CONTACT,
        INLEIDING,
        INLEIDING + '<svg width="600" height="10"></svg>',
        "tests/browser/test_paginas.py::test_a_page_is_accessible_and_fits_every_window[contact]",
    ),
]
