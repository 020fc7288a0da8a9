"""What the address asks of a list, and what the list shows."""

from decimal import Decimal
from urllib.parse import parse_qs

import django_filters
import pytest

from agenda.lijsten import Kolom, Lijst, Soort
from agenda.lijsten.kolommen import LEEG
from tests.agenda.lijsten.voorbeeld import (
    GemeenteFilter,
    GemeenteLijst,
    ProgrammaLijst,
    drie_gemeenten,
    gemeente,
    lijst,
    namen,
    provincie,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def gemeenten():
    drie_gemeenten()


def test_accents_and_apostrophes_do_not_change_the_order():
    assert namen() == ["Épe", "'s-Gravenhage", "Zeist"]


def test_unknown_values_come_last_in_both_directions():
    assert namen("sorteer=inwoners") == ["Zeist", "'s-Gravenhage", "Épe"]
    assert namen("sorteer=-inwoners") == ["'s-Gravenhage", "Zeist", "Épe"]


def test_cells_are_written_in_dutch_and_the_unknown_shows_as_unknown():
    ding = lijst("sorteer=inwoners&provincie=PV26")

    zeist, epe = ding.tabelrijen

    assert zeist == [
        '<a class="nl-link" href="/gemeenten/GM0355/">Zeist</a>',
        "Utrecht",
        "65.043",
        "€\u00a0130.086",
        LEEG,
    ]
    assert epe[2:] == [LEEG, LEEG, LEEG]


def test_text_in_a_link_is_escaped():
    gemeente("<b>Zwolle</b>", 193, provincie("Overijssel", "PV23"))

    cell = lijst("naam=zwolle").tabelrijen[0][0]

    assert cell == '<a class="nl-link" href="/gemeenten/GM0193/">&lt;b&gt;Zwolle&lt;/b&gt;</a>'


def test_a_heading_turns_the_order_around_and_keeps_the_filters():
    ding = lijst("provincie=PV26&pagina=2")
    kop = ding.tabelkolommen[0]

    assert kop.aria_sort == "ascending"
    assert kop.sorteer_url == "?provincie=PV26&sorteer=-naam"
    assert lijst(kop.sorteer_url[1:]).tabelkolommen[0].aria_sort == "descending"
    assert ding.tabelkolommen[1].aria_sort == ""
    assert ding.tabelkolommen[1].sorteer_url == "?provincie=PV26&sorteer=provincie"
    assert ding.tabelkolommen[3].sorteer_url == ""


def test_every_filter_has_a_chip_in_words_and_a_link_without_it():
    ding = lijst("provincie=PV26&provincie=PV28&vanaf=10.000&sorteer=-naam&pagina=3")

    assert [(chip.tekst, parse_qs(chip.weg[1:])) for chip in ding.chips] == [
        ("Provincie: Utrecht", {"provincie": ["PV28"], "vanaf": ["10.000"], "sorteer": ["-naam"]}),
        ("Provincie: Zuid-Holland", {"provincie": ["PV26"], "vanaf": ["10.000"], "sorteer": ["-naam"]}),
        ("Inwoners vanaf: 10.000", {"provincie": ["PV26", "PV28"], "sorteer": ["-naam"]}),
    ]
    assert ding.wis_url == "?sorteer=-naam"


def test_a_date_is_typed_and_shown_as_the_dutch_do():
    chip = lijst("opgegaan=1-1-2023&naam=z").chips[1]

    assert chip.tekst == "Opgegaan vanaf: 1 januari 2023"
    assert chip.weg == "?naam=z"


def test_ten_thousand_written_as_a_dutchman_does_is_not_ten():
    gemeente("Vlieland", 96, provincie("Fryslân", "PV21"), 1_155)

    assert namen("vanaf=10.000") == ["'s-Gravenhage", "Zeist"]


@pytest.mark.parametrize(
    ("vraag", "over"),
    [
        ("vanaf=65.043", ["'s-Gravenhage", "Zeist"]),
        ("vanaf=65.043,50", ["'s-Gravenhage"]),
        ("vanaf=99999999999999999999", []),
        ("vanaf=99.999.999.999.999,50", []),
    ],
)
def test_a_number_between_or_beyond_whole_numbers_filters_as_it_says(vraag, over):
    assert namen(vraag) == over


@pytest.mark.parametrize(
    "name", ["naam", "provincie", "vanaf", "opgegaan", "sorteer", "pagina", "formaat", "x", "programma"]
)
@pytest.mark.parametrize("value", ["%00", "%FF", "-", "--", "'", "9" * 5000, "%2e%2e/", "=1"])
def test_nothing_that_somebody_types_in_the_address_breaks_a_list(name, value):
    for klasse in (GemeenteLijst, ProgrammaLijst):
        ding = lijst(f"{name}={value}", klasse=klasse)

        assert isinstance(ding.tabelrijen, list)
        assert isinstance(ding.pagina_melding, str)
        assert isinstance(ding.chips, list)


@pytest.mark.parametrize(
    ("vraag", "chip"),
    [("echt=true", "Voorbeeld: ja"), ("echt=false", "Voorbeeld: nee"), ("soort=een", "Soort: Soort één")],
)
def test_a_choice_is_shown_by_its_label(vraag, chip):
    class Filter(GemeenteFilter):
        echt = django_filters.BooleanFilter(label="Voorbeeld", field_name="is_voorbeeld")
        soort = django_filters.ChoiceFilter(label="Soort", field_name="naam", choices=[("een", "Soort één")])

    ding = lijst(vraag, klasse=type("MetKeuze", (GemeenteLijst,), {"filterset": Filter}))

    assert [each.tekst for each in ding.chips] == [chip]
    assert ding.fouten == []


@pytest.mark.parametrize(
    ("vraag", "fout"),
    [
        ("echt=misschien", "Voorbeeld: ‘misschien’ is geen keuze van dit filter. Kies een waarde uit de lijst."),
        ("echt=true&echt=false", "Voorbeeld: dit filter staat meer dan één keer in het adres. Kies één waarde."),
        ("vanaf=1&vanaf=2", "Inwoners vanaf: dit filter staat meer dan één keer in het adres. Kies één waarde."),
    ],
)
def test_a_value_that_django_would_pass_over_is_a_fault_too(vraag, fout):
    class Filter(GemeenteFilter):
        echt = django_filters.BooleanFilter(label="Voorbeeld", field_name="is_voorbeeld")

    klasse = type("MetKeuze", (GemeenteLijst,), {"filterset": Filter})

    assert [each.tekst for each in lijst(vraag, klasse=klasse).fouten] == [fout]
    assert lijst("echt=unknown&naam=+", klasse=klasse).fouten == []


@pytest.mark.parametrize(
    ("vraag", "melding", "weg"),
    [
        (
            "vanaf=veel&naam=zei",
            "Inwoners vanaf: ‘veel’ is geen getal. Schrijf bijvoorbeeld 10.000",
            "?naam=zei",
        ),
        ("naam=zei&provincie=PV99", "Provincie: ", "?naam=zei"),
        (
            "opgegaan=gisteren",
            "Opgegaan vanaf: ‘gisteren’ is geen datum. Schrijf bijvoorbeeld 31-12-2024.",
            "?",
        ),
        ("provncie=PV26", "Deze lijst heeft geen filter ‘provncie’. Wel: Gemeente, Provincie, ", "?"),
        ("sorteer=-kleur", "Sorteren op ‘kleur’ kan niet. Wel op: Gemeente, Provincie, ", "?"),
        ("formaat=pdf", "Een bestand ‘pdf’ kan niet. Wel: csv, xlsx, ods.", "?"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_shown_instead(vraag, melding, weg):
    ding = lijst(vraag)

    assert [fout.tekst[: len(melding)] for fout in ding.fouten] == [melding]
    assert ding.fouten[0].weg == weg
    assert ding.tabelrijen == []
    assert [kop.kop for kop in ding.tabelkolommen] == [kolom.kop for kolom in ding.kolommen]


def test_with_a_faulty_filter_what_was_typed_and_the_other_chips_stay():
    ding = lijst("naam=zei&vanaf=veel")

    assert ding.filter.form["vanaf"].value() == "veel"
    assert [chip.tekst for chip in ding.chips] == ["Gemeente: zei"]


def test_a_page_that_does_not_exist_is_told_and_not_silently_replaced():
    ding = lijst("pagina=99")

    assert ding.pagina.number == 1
    assert ding.pagina_melding == "Pagina ‘99’ bestaat niet. U ziet pagina 1 van 1."
    assert lijst("pagina=1").pagina_melding == ""


def test_the_next_page_starts_where_the_first_ended():
    gelderland = provincie("Gelderland", "PV25")
    for nummer in range(30):
        gemeente(f"Dorp {nummer:02}", 9000 + nummer, gelderland)

    eerste, tweede = namen("provincie=PV25"), namen("provincie=PV25&pagina=2")

    assert eerste + tweede == [f"Dorp {nummer:02}" for nummer in range(30)]
    assert lijst("provincie=PV25&pagina=2").aantal_in_woorden == "26 tot en met 30 van 30 rijen"


def test_rows_that_are_equal_keep_one_order_so_that_no_page_repeats_a_row():
    for nummer in range(60):
        gemeente("Zelfde", 9000 + nummer, provincie("Utrecht", "PV26"))

    pages = [lijst(f"naam=zelfde&sorteer=-provincie&pagina={pagina}").pagina for pagina in (1, 2, 3)]

    assert lijst("sorteer=provincie").records.query.order_by[-1] == "pk"
    assert len({record.pk for page in pages for record in page}) == 60


def test_a_value_that_does_not_fit_its_column_is_an_error():
    kolom = Kolom("aantal", "Aantal", lambda record: "zeven", soort=Soort.GETAL)

    with pytest.raises(TypeError, match="Kolom ‘Aantal’ is van soort getal"):
        kolom.value(object())


def test_a_decimal_keeps_its_decimals():
    kolom = Kolom("deel", "Deel", lambda record: Decimal("1234.50"), soort=Soort.GETAL)

    assert kolom.text(kolom.value(object())) == "1.234,50"


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"sortering": "kleur"}, "‘kleur’ is geen kolom die kan sorteren"),
        ({"kolommen": [*GemeenteLijst.kolommen, Kolom("naam", "Nog eens")]}, "dezelfde sleutel"),
        (
            {"filterset": type("F", (GemeenteFilter,), {"pagina": GemeenteFilter.base_filters["naam"]})},
            "een filter kan niet ‘pagina’ heten",
        ),
        (
            {"filterset": type("F", (GemeenteFilter,), {"op": django_filters.DateFromToRangeFilter()})},
            "maak van een bereik twee filters",
        ),
    ],
)
def test_a_list_that_cannot_work_is_refused_when_it_is_declared(velden, fout):
    with pytest.raises(ValueError, match=fout):
        type("Kapot", (GemeenteLijst,), velden)
    assert issubclass(GemeenteLijst, Lijst)
