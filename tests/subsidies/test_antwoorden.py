"""What the pages answer to the questions of the programma: with their source, or as open vraag; and never added up."""

import pytest

from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db

KORT, WIJK = "/werk/regelingen/kansrijke-wijk/in-het-kort/", "/werk/regelingen/kansrijke-wijk/"
DU = "/werk/decentralisatie-uitkeringen/"
BRIEF = "Kamerbrief over de voortgang van de Agenda (2024)"
# fmt: off
#    the question                                          page                       the words that answer it
ANTWOORDEN = [
    ("how much of the Agenda goes through Kansrijke Wijk", KORT,                      "De Agenda draagt € 6,3 miljoen bij. Eerder was dat € 6,0 miljoen."),
    ("who says so",                                        KORT,                      f"€ 6,0 miljoen. {BRIEF} paragraaf SPUK Kansrijke Wijk, eerste alinea, laatste zin"),
    ("which actielijn that is",                            KORT,                      "Open vraag: Onder welke actielijn valt de bijdrage aan de SPUK Kansrijke Wijk?"),
    ("to how many gebieden",                               KORT,                      "Gebieden 20 Versie 2: zes hoofdthema’s, wijziging van 15 september 2023"),
    ("to how many gemeenten",                              KORT,                      "Gemeenten 19 Een gemeente met twee gebieden telt één keer."),
    ("for how many themes",                                KORT,                      "Hoofdthema’s 6 Versie 2"),
    ("which of them is that of the Agenda",                KORT,                      "veerkracht en weerbaarheid thema van de Agenda"),
    ("under which version",                                KORT,                      "Het geld van de Agenda valt onder versie 2: zes hoofdthema’s, wijziging van 15 september 2023"),
    ("where that version stands",                          WIJK + "versies/2/",       "Vindplaats Stcrt. 2023, 25879"),
    ("what gemeenten earmarked themselves",                KORT,                      "ruim € 28 miljoen beschikbaar voor veerkracht en weerbaarheid"),
    ("whether that is budget",                             KORT,                      "Dat is geen budget van de Agenda, en het portaal telt het niet op."),
    ("what a gebied got",                                  WIJK + "gebieden/1/",      "Hoeveel dit gebied kreeg, staat in geen bron"),
    ("the same as a question",                             WIJK + "gebieden/1/",      "Open vraag: Hoeveel kreeg elk focusgebied per thema en per jaar?"),
    ("which gebieden a gemeente has",                      WIJK + "gemeenten/GM0363/", "Gebieden Amsterdam Nieuw-West Amsterdam Zuidoost Gemeente Amsterdam (GM0363)"),
    ("under which versions",                               WIJK + "gemeenten/GM0363/", "Versie 1: vijf hoofdthema’s, 26 juni 2023 Versie 2: zes hoofdthema’s"),
    ("what a gebied does with it",                         WIJK + "gebieden/8/",      "Community builders in Woensel Zuid"),
    ("how many gemeenten had a DU",                        DU,                        "Gemeenten met een DU tot nu toe 7 gemeenten"),
    ("how much that was in 2023",                          DU,                        f"Via een DU verstrekt in 2023 € 313.327 2023 {BRIEF}"),
    ("which day each speaks of",                           DU,                        "Het aantal geldt op de dag van de brief, het bedrag geldt voor 2023."),
    ("which gemeenten these were",                         DU,                        "Open vraag: Welke 7 gemeenten kregen een decentralisatie-uitkering?"),
    ("how much it was later",                              DU,                        "Open vraag: Hoeveel is in 2024 en 2025 via een decentralisatie-uitkering verstrekt?"),
]
# Sums and averages that no source states: 6,3 + 28; 28 - 6,3; 250 + 7,2; 313.327 / 7; 6,3 / 20 and 6,3 / 19.
NOOIT = ["34,3", "21,7", "257,2", "44.761", "315.000", "331.57"]
# fmt: on


def test_the_pages_answer_with_a_source_or_an_open_vraag_and_add_up_nothing(programma, lezer):
    read = {page: text(lezer.get(page)) for page in {page for _, page, _ in ANTWOORDEN}}
    assert [vraag for vraag, page, woorden in ANTWOORDEN if woorden not in read[page]] == []
    assert [(page, fout) for page, seen in read.items() for fout in NOOIT if fout in seen] == []


def test_a_gemeente_or_gebied_that_is_not_of_the_regeling_has_no_page(programma, lezer):
    answers = [
        lezer.get(f"{WIJK}{plek}").status_code for plek in ("gemeenten/GM0014/", "gemeenten/GM0034/", "gebieden/99/")
    ]
    assert answers == [200, 404, 404]  # Groningen, Almere, and a number that no gebied has
