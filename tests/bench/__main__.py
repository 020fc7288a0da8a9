"""Measures pages on a large begroting and catalogue, and with many aanvragen: median of a few requests, and the ratio to a trivial page in the same run."""

import os
import sys
from statistics import median
from time import perf_counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agenda.settings")

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment

from agenda.access import Rol
from agenda.models import Gebruiker
from tests.bench import aanvragen, catalogus, importeren
from tests.bench.vullen import vul

KEER = 7
TRIVIAAL = "/health/live"
METINGEN = {
    "begroting": "/werk/begroting/",
    "begroting-jaar": "/werk/begroting/?jaar=2027",
    "meerjarig": "/werk/begroting/meerjarig/?bedrag=beschikbaar",
    "artikel13": "/werk/begroting/artikel-13/",
    "maanden": "/werk/begroting/maanden/?jaar=2027",
    "verplichtingen": "/werk/begroting/verplichtingen/?dekkingsbron=eigen",
    "verplichtingen-post": "/werk/begroting/verplichtingen/?dekkingsbron=eigen&post=2&jaar=2027",
    "betalingen": "/werk/begroting/betalingen/?dekkingsbron=eigen",
}
IMPORTS = {"import": 10_000, "import-100000": 100_000}  # the large one by its own name only
GROEIEN = {"catalogus": catalogus, "aanvragen": aanvragen}  # measured with few and with many
EMAIL = "meting@voorbeeld.invalid"


def prepare() -> None:
    """Go on in a copy of the filled database; that is made once, and kept as template until the migrations change."""
    connection.settings_dict.update(USER=settings.DATABASE_EIGENAAR["USER"])
    connection.settings_dict["OPTIONS"] |= settings.DATABASE_EIGENAAR.get("OPTIONS", {})
    beheer, sjabloon = connection.settings_dict["NAME"], f"{connection.settings_dict['NAME']}_meting"
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [sjabloon])
        is_there = cursor.fetchone()
        if not is_there:
            cursor.execute(f"CREATE DATABASE {connection.ops.quote_name(sjabloon)}")
    use(sjabloon)
    call_command("migrate", verbosity=0)
    if not Gebruiker.objects.filter(email=EMAIL).exists():
        print("De databank voor de meting wordt gevuld; dat gebeurt één keer.")
        vul(Gebruiker.objects.create_user(EMAIL, naam="Meting", rollen=[Rol.AUDITOR]))
    use(beheer)
    kopie = connection.ops.quote_name(f"{sjabloon}_kopie")
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {kopie}")
        cursor.execute(f"CREATE DATABASE {kopie} TEMPLATE {connection.ops.quote_name(sjabloon)}")
    use(f"{sjabloon}_kopie")


def use(name: str) -> None:
    connection.close()
    connection.close_pool()
    connection.settings_dict["NAME"] = name


def measure(client: Client, url: str) -> tuple[float, int]:
    """Milliseconds of a request (median) and its number of queries. The first, which compiles, does not count."""
    queries = []
    with connection.execute_wrapper(lambda execute, sql, *rest: queries.append(sql) or execute(sql, *rest)):
        answer = client.get(url)
    if "Hier staat geen geld" in answer.content.decode() or answer.status_code != 200:
        sys.exit(f"FOUT: {url} geeft {answer.status_code}.")
    times = []
    for _ in range(KEER):
        start = perf_counter()
        b"".join(client.get(url))
        times.append((perf_counter() - start) * 1000)
    return median(times), len(queries)


def main(name: str = "") -> None:
    chosen = {naam: url for naam, url in METINGEN.items() if name in naam}
    imports = [aantal for naam, aantal in IMPORTS.items() if name == naam or (not name and naam == "import")]
    groeien = [meting for naam, meting in GROEIEN.items() if name in naam]
    if not chosen and not imports and not groeien:
        sys.exit(f"FOUT: er is geen meting ‘{name}’. Kies uit: {', '.join([*METINGEN, *GROEIEN, *IMPORTS])}.")
    prepare()
    setup_test_environment()
    if chosen:
        measure_pages(chosen)
    for meting in groeien:
        meting.meet(measure, Gebruiker.objects.get(email=EMAIL), TRIVIAAL)
    for aantal in imports:
        importeren.meet(aantal)
    connection.close()


def measure_pages(chosen: dict[str, str]) -> None:
    client = Client(headers={"host": "localhost"})
    client.force_login(Gebruiker.objects.get(email=EMAIL))
    trivial, _ = measure(client, TRIVIAAL)
    print(f"{'meting':<22}{'ms':>8}{'× triviaal':>12}{'vragen':>8}\n{TRIVIAAL:<22}{trivial:>8.1f}{1:>12.1f}")
    for naam, url in chosen.items():
        took, queries = measure(client, url)
        print(f"{naam:<22}{took:>8.1f}{took / trivial:>12.1f}{queries:>8}")


main(*sys.argv[1:2])
