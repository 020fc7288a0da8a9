"""The faults in what staff sets up: the tijdvak with its outages, the maxima, the form and last year taken over."""

from tests.netten.bewijs.fout import Fout

T = "tests/subsidies/aanvragen/"
TIJDVAK, BEWERKEN = "subsidies/aanvragen/tijdvak.py", "subsidies/regelingen/bewerken.py"
MAXIMA, EDITOR = T + "test_maxima.py::", T + "test_formuliereditor.py::"
INRICHTEN, TABEL = T + "test_inrichten.py::", T + "test_tijdvak.py::"

REGELINGEN = [
    Fout(
        "outage counted from before the tijdvak",
        TIJDVAK,
        "storing.eind - max(storing.begin, opent)",
        "storing.eind - storing.begin",
        TABEL + "test_an_outage_moves_the_end_by_the_rule_of_the_version",
    ),
    Fout(
        "two outages at once counted twice",
        TIJDVAK,
        "        seen_until = storing.eind\n",
        "",
        TABEL + "test_an_outage_moves_the_end_by_the_rule_of_the_version",
    ),
    Fout(
        "last minute that ends at its first second",
        TIJDVAK,
        ".replace(second=0, microsecond=0) + MINUUT",
        "",
        TABEL + "test_the_last_minute_counts_whole",
    ),
    Fout(
        "outage that was taken back still counts",
        "subsidies/models/storingen.py",
        "self.filter(ingetrokken_op=None)",
        "self.filter()",
        T + "test_storingen.py::test_who_was_too_late_is_on_time_once_the_outage_is_recorded_and_late_again_when_it_was_none",
    ),
    Fout(
        "maxima over the plafond",
        "subsidies/regelingen/maxima.py",
        " or som <= versie.plafond",
        " or som <= versie.plafond + 1",
        MAXIMA + "test_together_they_fit_in_the_plafond_to_the_cent",
    ),
    Fout(
        "half of a file of maxima",
        "subsidies/uitwisselen/maxima.py",
        "        raise FouteRijen(fout)\n",
        "        pass\n",
        MAXIMA + "test_a_faulty_row_is_named_and_nothing_is_taken_over",
    ),
    Fout(
        "question taken away on which another hangs",
        BEWERKEN,
        "        _eis_los(blijft, {sleutel}, \"Deze vraag\")\n",
        "",
        EDITOR + "test_what_something_hangs_on_stays_and_is_named",
    ),
    Fout(
        "form that was fixed and changes",
        BEWERKEN,
        "    if formulier.status != Formulierversie.Status.CONCEPT:\n",
        "    if not formulier.status:\n",
        EDITOR + "test_a_fixed_form_never_changes_and_its_copy_is_the_same",
    ),
    Fout(
        "mandaat of last year taken over",
        "subsidies/regelingen/maken.py",
        'SAME = ["verstrekker", ',
        'SAME = ["mandaatbesluit", "verstrekker", ',
        INRICHTEN + "test_last_year_is_taken_over_a_year_later_and_what_was_not_is_said",
    ),
    Fout(
        "rows of an open version that change",
        "subsidies/regelingen/instelbaar.py",
        "    if not versie.is_registratie:\n",
        "    if versie.pk is None:\n",
        INRICHTEN + "test_what_is_open_keeps_its_rows",
    ),
    Fout(
        "version that opens without a term",
        "subsidies/regelingen/openstellen.py",
        'lambda v: ", ".join(str(each) for each in v.termijnen.all()),',
        'lambda v: "er is altijd een termijn",',
        "tests/subsidies/test_openstellen.py::test_what_is_not_ready_keeps_a_version_closed_and_says_where_it_is_mended",
    ),
]
