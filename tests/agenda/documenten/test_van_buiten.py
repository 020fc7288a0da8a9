"""A document fetches nothing from outside and runs nothing that a writer typed, whatever the HTML or prose asks."""

import http.server
import threading
import time

import pytest

from agenda.documenten import proza
from tests.agenda.documenten.test_pdf import STYLES, page, refused


@pytest.fixture(scope="module")
def lokvogel():
    """A web server on this machine that no document may reach: its address, and what was asked of it."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


WAYS = {
    "plaatje": '<img src="{}" alt="x">',
    "achtergrond": '<p style="background: url({})">x</p>',
    "stijlblad": '<style>@import url("{}");</style><p>x</p>',
    "lettertype": '<style>@font-face {{ font-family: X; src: url("{}") }} p {{ font-family: X }}</style><p>x</p>',
    "lijststijl": '<ul style="list-style-image: url({})"><li>x</li></ul>',
    "inhoud": '<style>p::before {{ content: url("{}") }}</style><p>x</p>',
    "object": '<object data="{}" type="image/png">x</object>',
    "embed": '<embed src="{}" type="image/png">',
    "svg": '<svg width="9" height="9"><image href="{}" width="9" height="9"/></svg>',
    "bijlage": '<a rel="attachment" href="{}">x</a>',
}
BUITEN = ["{server}/geheim.png", "file:///etc/hostname", "ftp://127.0.0.1/x.png", "data:image/svg+xml,<svg/>"]


@pytest.mark.parametrize("address", BUITEN)
@pytest.mark.parametrize("way", WAYS)
def test_nothing_outside_the_assets_is_fetched(lokvogel, way, address):
    server, asked = lokvogel
    body = WAYS[way].format(address.format(server=server))
    assert "De PDF is niet gemaakt." in refused(page(f"<h1>Kop</h1>{body}"))
    assert asked == []


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="stylesheet" href="{}">',
        '<link rel="attachment" href="{}">',
        '<base href="{}/"><link rel="stylesheet" href="x.css">',
    ],
)
def test_nothing_outside_the_assets_is_fetched_for_the_head(lokvogel, link):
    server, asked = lokvogel
    assert "De PDF is niet gemaakt." in refused(page("<h1>Kop</h1>", STYLES + link.format(server)))
    assert asked == []


def schrijf(soort, naam):
    return "[merk]"


@pytest.mark.parametrize(
    "tekst",
    [
        "{{ settings.SECRET_KEY }}",
        "{% load static %}",
        "{% include 'base.html' %}",
        "{% extends 'base.html' %}",
        '{% cijfer "a" %}{{ 7|add:7 }}',
        "{% debug %}",
        "{{% load x %}}",
        "{%\ncijfer %}",
    ],
)
def test_the_language_of_templates_in_prose_is_refused_and_else_stays_text(tekst):
    with pytest.raises(proza.ProzaFout):
        proza.merken(tekst, "Sectie ‘Inleiding’")
    html = proza.html(tekst, schrijf)
    assert "14" not in html
    assert ("{{" in html) or ("{%" in html)


@pytest.mark.parametrize(
    "tekst",
    [
        "[klik](javascript:alert(1))",
        "[klik](data:text/html;base64,PHNjcmlwdD4=)",
        "[klik][a]\n\n[a]: javascript:alert(1)",
        "![x](http://elders.example/pixel.png)",
        "<javascript:alert(1)>",
        '<a href="data:text/html,x">klik</a>',
        "https://elders.example",
        "[klik](file:///etc/passwd)",
    ],
)
def test_prose_makes_no_link_and_no_image(tekst):
    html = proza.html(tekst, schrijf)
    assert "href=" not in html.replace("href=&quot;", "")
    assert "<a" not in html
    assert "<img" not in html


@pytest.mark.parametrize(
    "tekst",
    [
        "- " * 20_000,
        "\n".join("  " * diepte + "- x" for diepte in range(400)),
        "*" * 20_000,
        "**a" * 10_000,
        "a**b" * 10_000,
        "> " * 20_000 + "x",
        "[" * 20_000,
        '{% cijfer "a" %}' * 5_000,
    ],
    ids=lambda tekst: tekst[:8],
)
def test_deep_or_endless_prose_costs_little_time(tekst):
    begin = time.process_time()
    proza.html(tekst, schrijf)
    assert time.process_time() - begin < 3
