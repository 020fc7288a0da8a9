"""References to Kamerstukken stay on one line, and nothing else changes."""

import pytest

from agenda.kamerstuk import vast


@pytest.mark.parametrize(
    ("tekst", "geschreven"),
    [
        ("Kamerstukken II 2022/23, 36 200 XV, nr. 96", "Kamerstukken II 2022/23, 36~200~XV, nr.~96"),
        ("Kamerstukken 32 824, nr. 367", "Kamerstukken 32~824, nr.~367"),
        ("Kamerstuk 35 300-VI en 25 424 VII-B", "Kamerstuk 35~300-VI en 25~424~VII-B"),
        ("Kamerstukken 35 341 en 321 175, nr. 17", "Kamerstukken 35~341 en 321~175, nr.~17"),
        ("nr. 5 en nrs. 6 en 7", "nr.~5 en nrs.~6 en 7"),
        ("Stcrt. 2023, 17605", "Stcrt. 2023, 17605"),
        ("op 7 juli 2023 in 36 wijken", "op 7 juli 2023 in 36 wijken"),
        ("1 234 567 mensen", "1 234 567 mensen"),
        ("nr. onbekend", "nr. onbekend"),
    ],
)
def test_a_reference_does_not_break_and_other_words_do(tekst, geschreven):
    assert vast(tekst) == geschreven.replace("~", "\u00a0")


def test_what_is_fast_already_stays_as_it_is():
    assert vast(vast("36 200 XV, nr. 96")) == vast("36 200 XV, nr. 96")
