"""What an import of betalingen costs, from the file to the ledger: taken in, judged and booked by the werker's own steps."""

import resource
from collections.abc import Callable
from time import perf_counter

from actielijnen.models import Import, Verplichting
from actielijnen.uitwisselen import stappen
from agenda.access import Rol
from agenda.bestanden import bewaar
from agenda.models import Gebruiker, Programma, Taak
from agenda.taken import run_pending

CONTRACTEN = 1000
KOP = "Verplichting;Soort;Kenmerk;Bedrag;Datum;Omschrijving\n"


def meet(aantal: int) -> None:
    """Import `aantal` betalingen of € 1 on 1,000 verplichtingen of the large begroting."""
    by = Gebruiker.objects.create_user("import@voorbeeld.invalid", naam="Import", rollen=[Rol.BUDGETHOUDER])
    inhoud = bestand(aantal)
    print(f"\nimport van {aantal} betalingen ({len(inhoud) / 1024**2:.1f} MB)")
    upload = bewaar(inhoud, "betalingen.csv", by=by, zelf_gemaakt=False)
    imp = timed("innemen", lambda: stappen.innemen(Programma.objects.get(), "betalingen", upload, by=by), aantal)
    timed("nakijken", run_pending, aantal)
    stappen.bevestigen(Import.objects.get(pk=imp.pk), by=by)
    timed("boeken", run_pending, aantal)
    geboekt = Import.objects.get(pk=imp.pk).aantallen()
    if geboekt != {"geboekt": aantal} or Taak.objects.exclude(stand=Taak.Stand.KLAAR).exists():
        raise SystemExit(f"FOUT: niet alles is geboekt: {geboekt}.")


def bestand(aantal: int) -> bytes:
    """A CSV with `aantal` rows, spread over the verplichtingen as an accounting system would: by date."""
    contracten = Verplichting.objects.order_by("pk")[:CONTRACTEN].values_list("kenmerk", "datum__year")
    paren = list(contracten)
    rijen = (
        f"{paren[n % CONTRACTEN][0]};betaling;I-{n};1,00;15-06-{paren[n % CONTRACTEN][1]};\n" for n in range(aantal)
    )
    return (KOP + "".join(rijen)).encode()


def timed(naam: str, werk: Callable, aantal: int):
    """What `werk` answers; says how long it took, and how much memory this process has had at most by then."""
    start = perf_counter()
    antwoord = werk()
    took = perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{naam:<22}{took:>8.1f} s{aantal / took:>10.0f} rijen/s{most:>8.0f} MB", flush=True)
    return antwoord
