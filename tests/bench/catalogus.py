"""What the catalogue costs with 100 and with 10,000 interventies, and by how much it grows."""

import random
from datetime import date
from time import perf_counter

from django.db import connection
from django.test import Client

from agenda import klok
from agenda.models import Gebruiker, Gemeente, Provincie
from agenda.ui.landkaart import middles
from interventies.models import Bewijsoordeel, Interventie, InterventieVersie, Publicatie, Term, Uitvoering
from interventies.models.bewijs import NIVEAUS, Ladder
from interventies.zoeken.opnemen import alles_opnemen

AANTALLEN = (100, 10_000)
VRAGEN = {
    "catalogus": "",
    "catalogus-zoeken": "zoek=training+weerbaar",
    "catalogus-veel": "zoek=jongeren",
    "catalogus-facet": "doelgroep=jongeren",
    "catalogus-gemeente": "gemeente=Meting+1",
    "catalogus-alles": "zoek=jongeren&doelgroep=jongeren&factor=gezin&niveau=individu&fenomeen=racisme&bewijs=onderbouwd"
    "&gemeente=Meting+1&fase=doen",
    "catalogus-vergist": "zoek=weerbaarhied",
    "catalogus-laatste": "pagina=800",
}
KAART = "/interventies/kaart/"
GEMEENTEN = 40  # where half of the interventies run, each in one or two
TERMEN = {
    "doelgroep": "jongeren ouders professionals bewoners".split(),
    "beschermende_factor": "zelfredzaamheid identiteitsontwikkeling inclusie burgerschap weerbaarheid gezin".split(),
    "niveau": "individu gemeenschap maatschappij".split(),
    "fenomeen": "polarisatie discriminatie criminaliteit spanningen racisme radicalisering".split(),
}
BEGIN = "weerbaarheids gespreks jongeren ouder buurt media school wijk sport taal digi theater leer werk thuis".split()
EIND = "trainingen kring lab coach tafel netwerk aanpak raad lessen club werkplaats punt huis campagne avonden".split()
VULLING = """samen oefenen leren praten bewoners jongeren ouders trainer mentor gemeente bijeenkomst elke week maand
    vertrouwen respect grenzen hulp vragen luisteren plan maken buurt school gezin netwerk ervaring onderzoek""".split()
DAG = date(2026, 1, 5)


def vul(aantal: int, by: Gebruiker) -> None:
    """Add published interventies until there are `aantal`, always the same ones."""
    toeval = random.Random(1)
    eerste = Interventie.objects.count()
    termen = [Term.objects.get_or_create(lijst=lijst, naam=naam, defaults={"volgorde": n})[0]
              for lijst, namen in TERMEN.items() for n, naam in enumerate(namen)]  # fmt: skip
    nieuw = Interventie.objects.bulk_create(_interventie(nummer) for nummer in range(eerste, aantal))
    versies = InterventieVersie.objects.bulk_create(_versie(each, toeval, by) for each in nieuw)
    through = InterventieVersie.termen.through
    through.objects.bulk_create(
        through(interventieversie=versie, term=term) for versie in versies for term in toeval.sample(termen, 4)
    )
    Uitvoering.objects.bulk_create(_uitvoeringen(nieuw[::2], toeval, by))
    beoordeeld = [each for each in nieuw if each.fase == "doen"]
    Bewijsoordeel.objects.bulk_create(_oordeel(each, toeval, by) for each in beoordeeld)
    nu = klok.nu()
    publicaties = Publicatie.objects.bulk_create(
        Publicatie(interventie=versie.interventie, versie=versie, gepubliceerd_op=nu, gepubliceerd_door=by)
        for versie in versies
    )
    alles_opnemen(Publicatie.objects.filter(pk__in=[each.pk for each in publicaties]))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _interventie(nummer: int) -> Interventie:
    fase = ("testen", "doen", "gestopt")[nummer % 3]
    return Interventie(sleutel=f"meting-{nummer}", fase=fase, fase_sinds=DAG, fase_reden="meting")


def _versie(interventie: Interventie, toeval: random.Random, by: Gebruiker) -> InterventieVersie:
    def tekst(woorden: int) -> str:
        return " ".join(toeval.choice(VULLING) for _ in range(woorden))

    naam = f"{toeval.choice(BEGIN)}{toeval.choice(EIND)} {toeval.choice(BEGIN)}{toeval.choice(EIND)}"
    velden = {naam: tekst(60) for naam in ("aanleiding", "hoofddoel", "subdoelen", "opzet", "inhoud", "onderbouwing")}
    return InterventieVersie(
        interventie=interventie,
        nummer=1,
        naam=naam.capitalize(),
        samenvatting=tekst(30),
        doelgroep_direct=tekst(8),
        **velden,
        door=by,
        op=klok.nu(),
    )


def _uitvoeringen(interventies: list[Interventie], toeval: random.Random, by: Gebruiker) -> list[Uitvoering]:
    provincie, _ = Provincie.objects.get_or_create(code="PV99", defaults={"naam": "Meting"})
    gemeenten = [Gemeente.objects.get_or_create(code=code, defaults={"naam": naam, "naam_cbs": naam, "provincie": provincie})[0]
                 for code, naam in zip(sorted(middles())[:GEMEENTEN], (f"Meting {n}" for n in range(GEMEENTEN)), strict=True)]  # fmt: skip
    vast = {"uitvoerder": "meting", "van": DAG, "vastgelegd_door": by, "vastgelegd_op": klok.nu()}
    return [
        Uitvoering(nummer=f"UIT-{each.pk}-{gemeente.pk}", interventie=each, gemeente=gemeente, **vast)
        for each in interventies
        for gemeente in toeval.sample(gemeenten, toeval.randint(1, 2))
    ]


def _oordeel(interventie: Interventie, toeval: random.Random, by: Gebruiker) -> Bewijsoordeel:
    return Bewijsoordeel(
        interventie=interventie,
        ladder=Ladder.MOVISIE,
        niveau=toeval.choice(NIVEAUS[Ladder.MOVISIE]),
        criteria="meting",
        motivering="meting",
        beoordelaar="meting",
        beoordeeld_op=DAG,
        geldig_tot=date(2099, 1, 1),
        vastgelegd_door=by,
        vastgelegd_op=klok.nu(),
    )


def meet(measure, by: Gebruiker, triviaal: str) -> None:
    """Print per question the milliseconds at each number, how many times that grew, the ratio to the page `triviaal`
    in the same run, and the queries."""
    client = Client(headers={"host": "localhost"})
    adressen = {naam: f"/interventies/?{vraag}" for naam, vraag in VRAGEN.items()} | {"catalogus-kaart": KAART}
    gemeten = {naam: [] for naam in adressen}
    for aantal in AANTALLEN:
        start = perf_counter()
        vul(aantal, by)
        print(f"gevuld tot {aantal} interventies in {perf_counter() - start:.0f} s", flush=True)
        for naam, adres in adressen.items():
            gemeten[naam].append(measure(client, adres))
    trivial, _ = measure(client, triviaal)
    kop = "".join(f"{aantal:>9}" for aantal in AANTALLEN)
    print(f"{'catalogus':<22}{kop}{'×':>8}{'× triviaal':>12}{'vragen':>8}")
    for naam, ((weinig, _), (veel, vragen)) in gemeten.items():
        print(f"{naam:<22}{weinig:>9.1f}{veel:>9.1f}{veel / weinig:>8.1f}{veel / trivial:>12.1f}{vragen:>8}")
