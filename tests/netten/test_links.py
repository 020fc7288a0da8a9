"""Walking the portal by its links: each leads to a page, and every page can be reached and has its own title."""

import re
from collections import Counter
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve, reverse

from agenda.access import Rol
from agenda.models import Gemeente
from tests.hulpmiddelen import (
    aanvragen,
    activiteiten,
    boekingen,
    imports,
    interventies,
    regelingen,
    uitkeringen,
    uitnodigingen,
    voorbereiding,
    voorstellen,
)
from tests.hulpmiddelen.routes import NASLAG, pages

ENOUGH = 3  # addresses visited per route; its others differ only in the record
LINK = re.compile(r'<a\b[^>]*\shref="([^"]*)"')
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)

# Pages that no link leads to: one is found by typing its address, one by exporting more rows than there are, one
# stands beside a document that somebody added to a bron (what was loaded has none), one in a mail, and a
# vernietigingslijst is there only once somebody made it. Taking back stands at a mijlpaal that somebody
# reached here, and those loaded come before it. To ‘demo-bevestigen’ leads a decision, not a link.
# The standard sjabloon is offered as long as there is none. Opening again stands at a point that is done; the points
# that the staff home names, and that the walk so takes first, are those still to do.
# The steps of a DU and of a praktijkkader stand at one in the right status, for who may take them; of each page the
# walk sees three.
NOT_LINKED = {
    "stijlgids",
    "taak",
    "bron-document-verwijderen",
    "uitnodiging-aannemen",
    "demo-bevestigen",
    "mijlpaal-terugnemen",
    "sjabloon-standaard",
    "voorbereidingspunt-heropenen",
    "vernietigingslijst",
    "vernietiging-verklaring",
    "du-overboeken",
    "du-terugboeken",
    "du-opnemen",
    "du-betalen",
    "aanvraag-versie",
    "gemeente-aanvraag-handtekening",
    "gemeente-aanvraag-niet-ondertekenen",
    "gemeente-aanvraag-ondertekenen",
    "gemeente-aanvraag-versie",
    "gemeente-aanmelden",
    "gemeente-du-afwijzen",
    "gemeente-kader-weigeren",
    "gemeente-kader-intrekken",
    "interventie-document-wissen",
}

# From the page for signing in, the mail that it sends, and the page after that.
WACHTWOORD_VERGETEN = {
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}


def walk(client, *starts, visits=None) -> tuple[dict[str, str], list[str]]:
    """The title of each page found, by its address, and the links that lead nowhere.

    `visits` counts over more walks: what one person saw often enough, the next passes by.
    """
    todo, seen, dead, visits = list(starts), {}, [], Counter() if visits is None else visits
    while todo:
        address = todo.pop(0)
        if address.startswith(NASLAG):
            continue
        try:
            naam = resolve(urlsplit(address).path).url_name
        except Resolver404:
            dead.append(address)
            continue
        if address in seen or visits[naam] >= ENOUGH:
            continue
        visits[naam] += 1
        response = client.get(address)
        if response.status_code not in {200, 302}:
            dead.append(f"{address}: {response.status_code}")
        seen[address] = ""
        if response.status_code == 200 and "text/html" in response["Content-Type"]:
            html = response.content.decode()
            seen[address] = " ".join(TITLE.search(html).group(1).split())
            links = (urljoin(address, unescape(link)).partition("#")[0] for link in LINK.findall(html))
            todo += [link for link in links if link.startswith("/")]
        list(response)  # a file is read to its end, and so closed
    return seen, dead


def same_titles(seen: dict[str, str]) -> list[str]:
    """The pages of one person whose title another page has too; only people may have the same name."""
    people = reverse("accounts")
    titles = {urlsplit(address).path: title for address, title in seen.items() if title}
    titles = {path: title for path, title in titles.items() if not path.startswith(people)}
    times = Counter(titles.values())
    return [f"{path} heet ook ‘{title}’" for path, title in titles.items() if times[title] > 1]


# Who starts where; together they may open every page.
STARTS = [
    (Rol.PROGRAMMAMANAGER, "werk"),
    (Rol.BUDGETHOUDER, "werk"),
    (Rol.BEHEERDER, "beheer"),
    (Rol.GEMEENTELIJK_AANVRAGER, "gemeente-start"),
    (Rol.RAADSLID, "raad-start"),
]


def test_every_link_leads_to_a_page_and_every_page_can_be_reached(brief, account):
    uitnodigingen.arguments()
    boekingen.arguments()
    activiteiten.arguments()
    imports.arguments()
    voorbereiding.arguments()
    regelingen.arguments()
    uitkeringen.arguments(Gemeente.objects.order_by("code").first())
    interventies.arguments()
    voorstellen.arguments(Gemeente.objects.order_by("code").first())
    aanvragen.arguments(Gemeente.objects.order_by("code").first())
    titles, dead, visits = {}, [], Counter()
    for rol, start in STARTS:
        client = Client(headers={"host": "localhost"})
        client.force_login(account(rol))
        seen, nowhere = walk(client, reverse("home"), reverse(start), visits=visits)
        titles, dead = titles | seen, dead + nowhere + same_titles(seen)
    assert not dead, "\n".join(dead)
    found = {resolve(urlsplit(address).path).url_name for address in titles}
    signed_out = {"account_login", "demo", *WACHTWOORD_VERGETEN}
    linkable = {route.naam for route in pages() if not route.is_naslag}
    assert linkable - found - signed_out == NOT_LINKED


def test_the_public_reaches_only_public_pages(brief):
    titles, dead = walk(Client(headers={"host": "localhost"}), reverse("home"))
    assert not dead, "\n".join(dead)
    assert not [address for address in titles if address.startswith("/werk/") and titles[address]]
