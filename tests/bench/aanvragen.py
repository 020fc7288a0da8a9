"""What the lists of aanvragen cost with 1,000 and with 100,000 of them, and by how much they grow."""

from time import perf_counter

from django.test import Client

from agenda.access import Rol
from agenda.models import Gebruiker, Programma
from subsidies.models import Aanvraag, RegelingVersie
from tests.hulpmiddelen import volume

AANTALLEN = {1_000: (20, 50), 100_000: (322, 308)}  # and how many gemeenten and versions come with them
WERK, GEMEENTE = "/werk/aanvragen/", "/gemeente/aanvragen/"
VRAGEN = {
    "aanvragen": "",
    "aanvragen-laatste": "pagina=1000000",
    "aanvragen-zoeken": "gemeente=metingen+12",
    "aanvragen-status": "status=ingetrokken",
    "aanvragen-zet": "aan_zet=ministerie",
    "aanvragen-periode": "vanaf=2026-03-01&tot_en_met=2026-03-31",
    "aanvragen-versie": "versie={versie}",
    "aanvragen-alles": "status=ingediend&vanaf=2026-03-01&gemeente=metingen&versie={versie}&sorteer=gemeente",
    "aanvragen-sorteer": "sorteer=gemeente",
    "aanvragen-sorteer-laatste": "sorteer=-versie&pagina=1000000",
}
LIJST = 12  # queries of a list at most


def meet(measure, by: Gebruiker, triviaal: str) -> None:
    """Print per question the milliseconds at each number, how many times that grew, the ratio to the page `triviaal`
    in the same run, and the queries."""
    gemeten = {}
    for komen_erbij in AANTALLEN.values():
        start = perf_counter()
        gemeenten = volume.vul(Programma.objects.get(), *komen_erbij, by)
        print(f"gevuld tot {Aanvraag.objects.count()} aanvragen in {perf_counter() - start:.0f} s", flush=True)
        for naam, client, adres in asked(by, gemeenten[0]):
            gemeten.setdefault(naam, []).append(measure(client, adres))
    trivial, _ = measure(signed_in(by), triviaal)
    kop = "".join(f"{aantal:>9}" for aantal in AANTALLEN)
    print(f"{'aanvragen':<28}{kop}{'×':>8}{'× triviaal':>12}{'vragen':>8}")
    for naam, ((weinig, _), (veel, vragen)) in gemeten.items():
        te_veel = "  TE VEEL" if vragen > LIJST else ""
        print(f"{naam:<28}{weinig:>9.1f}{veel:>9.1f}{veel / weinig:>8.1f}{veel / trivial:>12.1f}{vragen:>8}{te_veel}")


def asked(by: Gebruiker, gemeente):
    staff, versie = signed_in(by), RegelingVersie.objects.order_by("pk").last().pk
    for naam, vraag in VRAGEN.items():
        yield naam, staff, f"{WERK}?{vraag.format(versie=versie)}"
    email = "gemeente@voorbeeld.invalid"
    Gebruiker.objects.filter(email=email).delete()
    official = Gebruiker.objects.create_user(email, naam="G", rollen=[Rol.GEMEENTELIJK_AANVRAGER], gemeente=gemeente)
    for naam, vraag in (("gemeente", ""), ("gemeente-laatste", "?pagina=1000000")):
        yield naam, signed_in(official), GEMEENTE + vraag


def signed_in(by: Gebruiker) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(by)
    return client
