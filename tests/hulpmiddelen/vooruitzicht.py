"""A small begroting over years with verplichtingen, a planning and payments, and prognoses of it, for tests."""

from datetime import UTC, date, datetime
from decimal import Decimal

from actielijnen.begroting import prognose as verbs
from actielijnen.begroting import scenario as stappen
from actielijnen.begroting import verplichten
from actielijnen.models import Actielijn, Begrotingsregel, Betaaltermijn, Prognose, Scenario
from agenda import klok
from agenda.access import Rol
from agenda.models import Bron, Gebruiker, Ministerie, Precisie, Programma
from tests.hulpmiddelen.begroting import boek, regel

JAAR = 2026
PEILDATUM = date(2026, 4, 30)
IN_MEI = datetime(2026, 5, 4, 9, tzinfo=UTC)
IN_JANUARI = datetime(2026, 1, 5, 9, tzinfo=UTC)


def budgethouder(email="begroting@voorbeeld.invalid") -> Gebruiker:
    found = Gebruiker.objects.filter(email=email).first()
    return found or Gebruiker.objects.create_user(email, naam="Bo Budget", rollen=[Rol.BUDGETHOUDER])


def programma(code="voorbeeldjaren") -> Programma:
    """A programma whose begroting is divided over years."""
    szw, _ = Ministerie.objects.get_or_create(
        afkorting="SZW", defaults={"naam": "Sociale Zaken", "tooi_uri": "https://szw.example"}
    )
    found, _ = Programma.objects.get_or_create(
        code=code,
        defaults={"naam": "Voorbeeld met jaren", "korte_naam": "Jaren", "soort": "voorbeeld", "ministerie": szw},
    )
    return found


def bron() -> Bron:
    found, _ = Bron.objects.get_or_create(
        sleutel="voorbeeldbegroting",
        defaults={
            "soort": "voorbeeld",
            "titel": "Voorbeeldbegroting",
            "bekend_sinds": date(2024, 9, 1),
            "bekend_precisie": Precisie.DAG,
        },
    )
    return found


def jaarregel(op: Programma, nummer: int, bedrag, *, jaar=JAAR, **velden):
    """A line of a post for a year with `bedrag` euro, the post being that of an actielijn."""
    made = regel(op, nummer, jaar=jaar, **{"is_indicatief": False} | velden)
    post = made.post
    if post.actielijn_id is None:
        post.actielijn, _ = Actielijn.objects.get_or_create(
            programma=op, nummer=nummer, defaults={"naam": post.naam, "bron": bron()}
        )
        post.save()
    if bedrag:
        boek(made, bedrag, bron=bron(), by=budgethouder())
    return made


def verplichting(op, kenmerk: str, bedrag, *, dag=date(2026, 1, 10), gepland=(), betaald=()):
    """A verplichting on line `op`; `gepland` are (month, euro) of its year, `betaald` (day, euro)."""
    with klok.vastgezet(datetime(dag.year, dag.month, dag.day, 9, tzinfo=UTC)):
        made = verplichten.aangaan(
            op,
            bedrag=Decimal(bedrag),
            datum=dag,
            kenmerk=kenmerk,
            soort="contract",
            omschrijving=f"Contract {kenmerk}",
            wederpartij="Voorbeeld BV",
            by=budgethouder(),
        )
        plan(made, *gepland)
    for nummer, (betaaldag, euro) in enumerate(betaald, start=1):
        verplichten.betalen(made, bedrag=Decimal(euro), datum=betaaldag, kenmerk=f"F{nummer}", by=budgethouder())
    return made


def plan(van, *termijnen, jaar=None) -> None:
    """The planning of a verplichting: (month, euro) of its year."""
    Betaaltermijn.objects.bulk_create(
        Betaaltermijn(
            verplichting=van,
            maand=date(jaar or van.datum.year, maand, 1),
            bedrag=Decimal(euro),
            gepland_op=klok.nu(),
            gepland_door=budgethouder(),
        )
        for maand, euro in termijnen
    )


def prognose(op: Programma, *, naam="april 2026", peildatum=PEILDATUM, drempel=10_000, by=None, jaar=JAAR) -> Prognose:
    """A concept, made in May 2026."""
    velden = {"jaar": jaar, "naam": naam, "peildatum": peildatum, "drempel": Decimal(drempel)}
    with klok.vastgezet(IN_MEI):
        return verbs.maken(op, **velden, by=by or budgethouder())


def scenario(op: Programma) -> Scenario:
    """A concept with one step on the first line."""
    made = stappen.maken(op, naam="Een jaar later", doel="Wat als de training later begint?", by=budgethouder())
    eerste = Begrotingsregel.objects.van(op).first()
    velden = {"soort": "verhogen", "regel": eerste, "budget": "beide", "bedrag": Decimal(1000), "reden": "extra"}
    stappen.toevoegen(made, **velden, by=budgethouder())
    return made


def arguments() -> dict[str, dict]:
    """The arguments of the pages about a prognose of the loaded programme, which has years for it; none without one."""
    echt = Programma.objects.huidig()
    if echt is None:
        return {}
    regel(echt, 9, jaar=JAAR)
    van = {"jaar": JAAR, "nummer": prognose(echt, naam=f"prognose {Prognose.objects.count() + 1}").nummer}
    bedenksel = {"nummer": scenario(echt).nummer}
    scenarios = {f"scenario{pagina}": bedenksel for pagina in ("", "-stap", "-aannemen", "-verwerpen")}
    return (
        scenarios
        | {"scenario-stap-weghalen": bedenksel | {"stap": 1}}
        | {f"prognose{pagina}": van for pagina in ("", "-ophalen", "-vaststellen")}
        | {
            "prognose-post": van | {"post": 9},
            "prognose-aanname": van | {"soort": "te_laat"},
        }
    )
