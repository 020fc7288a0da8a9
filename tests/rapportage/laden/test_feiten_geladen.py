"""The feiten: every literal one once, each with its place, and what holds at the end of 2023 and 2024."""

from datetime import date
from decimal import Decimal

import pytest

from actielijnen.models import Mutatie
from agenda import feiten
from agenda.models import Feit, FeitVersie

pytestmark = pytest.mark.usefixtures("programma")

# The numbers of the list of feiten: letter, highest number, and those that have parts.
REEKSEN = {
    "L": (39, {8: "abcde", 20: "abcd", 21: "abc", 35: "abcdef", 39: "abcdefghi"}, {23: "abcd", 25: "abcdet"}),
    "P": (39, {7: "abcdefg", 10: "abcd", 15: "abc", 22: "abcd", 35: "abcd", 36: "abc"}, {}),
    "N": (29, {23: "abcd"}, {}),
    "W": (13, {2: "abc"}, {}),
}
EIGEN = {"P07", "E01", "E02", "E03", "E06"}  # the list of themas as one value, and sources from outside

# fmt: off
GELDEND = [  # feit,                                        end of 2023,        end of 2024,  qualifier 2024
    ("budget.totaal",                                        10_600_000,         10_600_000,   "indicatief"),
    ("budget.post.1",                                         1_065_000,          1_065_000,   "indicatief"),
    ("budget.post.2",                                         7_425_000,          7_425_000,   "indicatief"),
    ("budget.post.3",                                         1_615_000,          1_615_000,   "indicatief"),
    ("budget.post.4",                                           300_000,            300_000,   "indicatief"),
    ("budget.post.5",                                           195_000,            195_000,   "indicatief"),
    ("spuk.kansrijke-wijk.totaal",                                 None,        256_000_000,   "exact"),
    ("spuk.kansrijke-wijk.bijdrage-agenda",                   6_000_000,          6_300_000,   "exact"),
    ("spuk.kansrijke-wijk.ministeries",             "BZK, SZW en OCW", "SZW, VWS, OCW en BZK", "exact"),
    ("spuk.veerkracht.totaal-met-integrale-middelen",              None,         28_000_000,   "ruim"),
    ("du.gemeenten",                                               None,                  7,   "tot_nu_toe"),
    ("du.verstrekt-2023",                                          None,            313_327,   "exact"),
    ("social-labs.bijdrage-jenv",                                  None,          2_100_000,   "exact"),
    ("social-labs.wijken",                                         None,                  3,   "exact"),
    ("social-labs.tot-en-met",                                     None,              2_025,   "exact"),
    ("congres.eerste",                                             None,         "mei 2024",   "exact"),
    ("congres.tweede",                                             None,              2_025,   "gepland"),
    ("raad.leden",                                                 None,                  7,   "exact"),
    ("raad.termijn",                                               None,                  2,   "exact"),
    ("raad.leeftijden",                                            None,   "20 tot 70 jaar",   "exact"),
    ("programma.einde",                                          "2025",        "eind 2025",   "exact"),
    ("programma.middelen-na-2025",                                 None,                  0,  "op_dit_moment"),
    ("nplv.focusgebieden",                                           20,                 20,   "exact"),
    ("nplv.looptijd",                                                20,                 20,   "exact"),
    ("actielijnen.aantal",                                            4,                  4,   "exact"),
    ("rapportage.frequentie",                  "jaarlijks voor de zomer", "jaarlijks voor de zomer", "exact"),
]
# fmt: on

THEMAS = (
    "preventie van armoede en schulden, veerkracht en weerbaarheid, re-integratie, school en omgeving, "
    "de ontwikkeling van het jonge kind, een gezonde leefomgeving en programmaondersteuning"
)


def nummers():
    """All numbers of the list: L01, L02, …, L08a, …"""
    for letter, (hoogste, alleen_delen, ook_delen) in REEKSEN.items():
        for n in range(1, hoogste + 1):
            if n not in alleen_delen and (letter, n) != ("L", 25):
                yield f"{letter}{n:02}"
            yield from (f"{letter}{n:02}{deel}" for deel in (alleen_delen | ook_delen).get(n, ""))


def waarde(sleutel, peildatum):
    try:
        versie = feiten.geldend(Feit.objects.get(sleutel=sleutel), peildatum)
    except feiten.FeitOntbreekt:
        return None
    return versie.tekst if versie.getal is None else versie.getal


def test_every_literal_feit_is_loaded_exactly_once():
    geladen = sorted(FeitVersie.objects.values_list("nummer_bron", flat=True))
    assert len(list(nummers())) == 175
    assert geladen == sorted([*nummers(), *EIGEN])


def test_no_derived_value_is_loaded_as_a_feit():
    assert not FeitVersie.objects.filter(nummer_bron__startswith="D").exists()


def test_every_version_says_where_it_stands():
    assert not FeitVersie.objects.filter(vindplaats="").exists()
    assert not FeitVersie.objects.filter(bron=None).exists()


def test_a_version_is_known_since_its_source_is():
    anders = [v for v in FeitVersie.objects.select_related("bron") if v.bekend_sinds != v.bron.bekend_sinds]
    assert anders == []


def test_every_feit_has_a_definition_and_a_version():
    assert not Feit.objects.filter(definitie="").exists()
    assert not Feit.objects.filter(versies=None).exists()


@pytest.mark.parametrize("verboden", ["V&WS", "Decentrale Uitkering", "20 gemeenten"])
def test_no_definition_or_place_of_a_feit_says_what_no_letter_may_say(verboden):
    assert not Feit.objects.filter(definitie__contains=verboden).exists()
    assert not Feit.objects.filter(naam__contains=verboden).exists()
    assert not FeitVersie.objects.filter(vindplaats__contains=verboden).exists()


@pytest.mark.parametrize(("sleutel", "eind_2023", "eind_2024", "kwalificatie"), GELDEND)
def test_the_core_figure_holds_at_the_end_of_2023_and_of_2024(sleutel, eind_2023, eind_2024, kwalificatie):
    assert waarde(sleutel, date(2023, 12, 31)) == eind_2023
    assert waarde(sleutel, date(2024, 12, 31)) == eind_2024
    feit = Feit.objects.get(sleutel=sleutel)
    assert feiten.geldend(feit, date(2024, 12, 31)).kwalificatie == kwalificatie


def test_the_seven_themas_stand_in_the_order_of_the_letter_and_agree_with_the_single_ones():
    losse = [v.tekst for v in FeitVersie.objects.filter(nummer_bron__regex="^P07[a-g]$").order_by("nummer_bron")]
    assert waarde("spuk.kansrijke-wijk.themas", date(2024, 12, 31)) == THEMAS
    assert f"{', '.join(losse[:-1])} en {losse[-1]}" == THEMAS


class TestCalculationsThatAreOnlyChecked:
    """D01 to D12 of the list: sums, differences and shares that no record may hold."""

    def bedrag(self, sleutel):
        return waarde(sleutel, date(2024, 12, 31))

    def posten(self):
        return [self.bedrag(f"budget.post.{n}") for n in range(1, 6)]

    def test_d01_the_five_posten_add_up_to_the_total(self):
        assert sum(self.posten()) == self.bedrag("budget.totaal") == 10_600_000

    def test_d02_the_four_actielijnen_add_up_to_less(self):
        assert sum(self.posten()[:4]) == 10_405_000

    def test_d03_and_d04_three_times_the_average_is_151_000_short(self):
        driemaal = 3 * self.bedrag("budget.gemiddeld-per-jaar")
        assert (driemaal, self.bedrag("budget.totaal") - driemaal) == (10_449_000, 151_000)

    def test_d05_the_share_of_the_agenda_rose_by_300_000(self):
        sleutel = "spuk.kansrijke-wijk.bijdrage-agenda"
        assert self.bedrag(sleutel) - waarde(sleutel, date(2023, 12, 31)) == 300_000

    def test_d06_the_two_totals_of_the_spuk_differ_by_six_million(self):
        versies = FeitVersie.objects.filter(feit__sleutel="spuk.kansrijke-wijk.totaal")
        assert max(v.getal for v in versies) - min(v.getal for v in versies) == 6_000_000

    def test_d07_and_d08_what_is_left_outside_the_spuk(self):
        versies = FeitVersie.objects.filter(feit__sleutel="spuk.kansrijke-wijk.bijdrage-agenda")
        rest = [self.bedrag("budget.totaal") - v.getal for v in versies.order_by("bekend_sinds")]
        assert rest == [4_600_000, 4_300_000]

    def test_d09_what_gemeenten_added_themselves(self):
        ruim = self.bedrag("spuk.veerkracht.totaal-met-integrale-middelen")
        assert ruim - self.bedrag("spuk.kansrijke-wijk.bijdrage-agenda") == 21_700_000

    def test_d10_the_share_in_the_spuk(self):
        aandeel = self.bedrag("spuk.kansrijke-wijk.bijdrage-agenda") / self.bedrag("spuk.kansrijke-wijk.totaal")
        assert round(aandeel * 100, 2) == Decimal("2.46")

    def test_d11_with_jenv_it_would_be_12_7_million_and_no_record_says_so(self):
        samen = self.bedrag("budget.totaal") + self.bedrag("social-labs.bijdrage-jenv")
        assert samen == 12_700_000
        assert not FeitVersie.objects.filter(getal=samen).exists()

    def test_d12_the_shares_of_the_posten(self):
        aandelen = [round(post * 100 / self.bedrag("budget.totaal"), 2) for post in self.posten()]
        assert aandelen == [Decimal(a) for a in ("10.05", "70.05", "15.24", "2.83", "1.84")]

    def test_the_budget_lines_hold_the_same_amounts_as_the_feiten(self):
        regels = Mutatie.objects.order_by("regel__post__nummer").values_list("bedrag", flat=True)
        assert list(regels) == self.posten()
