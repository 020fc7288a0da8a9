"""The theme: readable on every ground, complete, and one setting away from another."""

import re
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
THEMA = (STATIC / "thema/portaal.css").read_text(encoding="utf-8")
KLEUREN = dict(re.findall(r"--portaal-([a-z-]+): (#[0-9a-f]{6});", THEMA))

TEXT_ON_GROUND = [
    ("tekst", "wit"), ("tekst", "vlak"), ("tekst", "vlak-sterk"), ("tekst-zacht", "wit"),
    ("tekst-zacht", "vlak"), ("tekst-zacht", "vraag-vlak"), ("hoofd", "wit"), ("hoofd", "vlak"),
    ("link", "wit"), ("link", "vlak"), ("link", "vraag-vlak"), ("op-hoofd", "hoofd"),
    ("fout-tekst", "wit"), ("info-tekst", "info-vlak"),
    ("succes-tekst", "succes-vlak"), ("waarschuwing-tekst", "waarschuwing-vlak"),
    ("fout-tekst", "fout-vlak"), ("vraag-tekst", "vraag-vlak"), ("tekst", "info-vlak"),
    ("tekst", "waarschuwing-vlak"), ("tekst", "fout-vlak"), ("tekst", "succes-vlak"),
]  # fmt: skip
SHAPE_ON_GROUND = [
    ("lijn-sterk", "wit"), ("focus", "wit"), ("focus-tegen", "hoofd"), ("accent", "wit"),
    ("grafiek", "wit"), ("grafiek", "grafiek-spoor"), ("fout", "wit"), ("info", "info-vlak"),
    ("succes", "succes-vlak"), ("waarschuwing", "waarschuwing-vlak"), ("fout", "fout-vlak"),
    ("vraag", "vraag-vlak"),
]  # fmt: skip


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(KLEUREN[one]), luminance(KLEUREN[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_is_readable_on_its_ground(text, ground):
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), SHAPE_ON_GROUND)
def test_a_shape_that_means_something_stands_out(shape, ground):
    assert contrast(shape, ground) >= 3


def test_every_colour_and_size_that_our_own_styles_read_is_in_the_theme():
    used = set(
        re.findall(r"var\((--portaal-[a-z-]+)\)", (STATIC / "portaal.css").read_text(encoding="utf-8"))
    )
    assert used - set(re.findall(r"(--portaal-[a-z-]+):", THEMA)) == set()


def test_the_theme_sets_nothing_that_nobody_reads():
    styles = [
        THEMA,
        *((STATIC / name).read_text(encoding="utf-8") for name in ("portaal.css", "vendor/nlds.css")),
    ]
    used = set(re.findall(r"var\(\s*(--[a-z0-9-]+)", "".join(styles)))
    assert set(re.findall(r"^  (--[a-z0-9-]+):", THEMA, re.MULTILINE)) - used == set()


def test_another_theme_is_one_setting(client, settings, db):
    settings.PORTAAL_THEMA = "thema/ander.css"
    page = client.get("/stijlgids/").content.decode()
    assert 'href="/static/thema/ander.css"' in page
    assert "thema/portaal.css" not in page
