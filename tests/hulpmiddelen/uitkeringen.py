"""A small example with a hard line, two gemeenten and their officials; DU's in any status by the verbs."""

from datetime import UTC, date, datetime
from decimal import Decimal

from actielijnen.begroting.mutaties import Besluit
from actielijnen.models import Begrotingsregel, Moment
from agenda import klok
from agenda.access import Rol
from agenda.models import Bron, Gebruiker, Gemeente, Programma, Provincie
from subsidies.du import akkoord, geld, voorstellen
from subsidies.models import Aanmelding, Decentralisatieuitkering, Fondsuitkering, Terugkoppeling
from tests.hulpmiddelen import vooruitzicht

NU = datetime(2026, 11, 2, 9, tzinfo=UTC)
JULI = date(2026, 7, 1)
BEHANDELAAR, TEKENT, MELDT = Rol.BEHANDELAAR, Rol.GEMEENTELIJK_ONDERTEKENAAR, Rol.GEMEENTELIJK_AANVRAGER
D = Decentralisatieuitkering.Status
STAF = ("du", "du-intrekken", "du-overboeken", "du-terugboeken", "du-opnemen", "du-betalen")
OVER_AANMELDING = ("du-aanmelding", "du-aanmelding-laten", "gemeente-aanmelding-intrekken")
VAN_GEMEENTE = ("gemeente-du", "gemeente-du-akkoord", "gemeente-du-afwijzen")


def gemeente(naam: str = "Voorbeeldstad", code: str = "GM9999") -> Gemeente:
    provincie, _ = Provincie.objects.get_or_create(code="PV99", defaults={"naam": "Voorbeeldland"})
    velden = {"naam": naam, "naam_cbs": naam, "provincie": provincie, "is_voorbeeld": True}
    return Gemeente.objects.get_or_create(code=code, defaults=velden)[0]


def wie(rol: Rol, van: Gemeente | None = None) -> Gebruiker:
    """The person of a role, at a gemeente if that is what the role takes."""
    email = f"{rol.value}-{van.code.lower() if van else 'szw'}@voorbeeld.invalid"
    found = Gebruiker.objects.filter(email=email).first()
    return found or Gebruiker.objects.create_user(email, naam=f"{rol.label} {van or ''}", rollen=[rol], gemeente=van)


def du() -> Fondsuitkering:
    velden = {"naam": "decentralisatie-uitkering", "afkorting": "DU", "fonds": "gemeentefonds"}
    velden |= {"grondslag": "Financiële-verhoudingswet, artikel 13", "toelichting": "De gemeente kiest zelf."}
    return Fondsuitkering.objects.get_or_create(sleutel="du", defaults=velden)[0]


def regel(bedrag: int = 100_000) -> Begrotingsregel:
    """A hard line of 2026 with `bedrag` euro, verplichtingen and kas."""
    lijn = vooruitzicht.jaarregel(vooruitzicht.programma(), 3, 0)
    if bedrag and not lijn.mutaties.exists():
        vooruitzicht.jaarregel(vooruitzicht.programma(), 3, bedrag)
    return lijn


def voorstel(bedrag="30000", **anders) -> voorstellen.Voorstel:
    velden = {
        "gemeente": gemeente(),
        "uitkeringsjaar": 2026,
        "bedrag": Decimal(bedrag),
        "doel": "Gastlessen over mediawijsheid.",
        "regel": regel(),
        "bron": vooruitzicht.bron(),
        "vindplaats": "paragraaf 3",
        "fondsuitkering": du(),
    }
    return voorstellen.Voorstel(**velden | anders)


def besluit(**anders) -> Besluit:
    velden = {"moment": Moment.EERSTE_SUPPLETOIRE, "begrotingsjaar": 2026, "bron": vooruitzicht.bron()}
    return Besluit(**velden | {"vindplaats": "tabel 4", "reden": "Overboeking naar het gemeentefonds."} | anders)


def uitkering(status: str = D.VOORSTEL, *, bedrag="30000", **anders) -> Decentralisatieuitkering:
    """A DU that came to `status` by the steps before it, each taken by who may."""
    with klok.vastgezet(NU):
        plan = voorstel(bedrag, **anders)
        made = voorstellen.voorstellen(plan.regel.programma, plan, by=wie(BEHANDELAAR))
        for naar, zet in STAPPEN[status]:
            zet(made)
            assert made.status == naar
    return made


def zet(made: Decentralisatieuitkering, verb: str, by: Gebruiker) -> None:
    """Take one step with `made` as `by`."""
    VERBEN[verb](made, by)


# fmt: off
VERBEN = {
    "du_akkoord":    lambda made, by: akkoord.akkoord(made, by=by),
    "du_afwijzen":   lambda made, by: akkoord.afwijzen(made, by=by),
    "du_intrekken":  lambda made, by: voorstellen.intrekken(made, reden="Toch niet.", by=by),
    "du_overboeken": lambda made, by: geld.overboeken(made, besluit=besluit(), by=by),
    "du_terugboeken": lambda made, by: geld.terugboeken(made, besluit=besluit(reden="Het fonds wil dit niet."), by=by),
    "du_opnemen":    lambda made, by: geld.opnemen(made, soort=5, jaar=2026, paragraaf="3.2", betaalmaand=JULI, by=by),
    "du_betalen":    lambda made, by: geld.betalen(made, betaalmaand=JULI, by=by),
}
_AKKOORD = (D.AKKOORD,     lambda made: zet(made, "du_akkoord", wie(TEKENT, made.gemeente)))
_WEG     = (D.OVERBOEKING, lambda made: zet(made, "du_overboeken", wie(Rol.BUDGETHOUDER)))
_IN      = (D.CIRCULAIRE,  lambda made: zet(made, "du_opnemen", wie(BEHANDELAAR)))
STAPPEN = {
    D.VOORSTEL:    [],
    D.AKKOORD:     [_AKKOORD],
    D.OVERBOEKING: [_AKKOORD, _WEG],
    D.CIRCULAIRE:  [_AKKOORD, _WEG, _IN],
    D.BETAALD:     [_AKKOORD, _WEG, _IN, (D.BETAALD, lambda made: zet(made, "du_betalen", wie(BEHANDELAAR)))],
    D.AFGEWEZEN:   [(D.AFGEWEZEN, lambda made: zet(made, "du_afwijzen", wie(TEKENT, made.gemeente)))],
    D.INGETROKKEN: [(D.INGETROKKEN, lambda made: zet(made, "du_intrekken", wie(BEHANDELAAR)))],
}
# fmt: on


def aanmelding_van(programma: Programma, van: Gemeente) -> Aanmelding:
    """An open aanmelding of `van`."""
    velden = {"plan": "Dialoogavonden", "aangemeld_op": klok.nu(), "aangemeld_door": wie(MELDT, van)}
    nummer = f"AAN-2026-{Aanmelding.objects.count() + 500}"
    return Aanmelding.objects.create(nummer=nummer, programma=programma, gemeente=van, **velden)


def arguments(van: Gemeente | None = None) -> dict[str, dict]:
    """The arguments of the pages about a new DU and aanmelding of the loaded programme; none without a programme."""
    programma, van = Programma.objects.huidig(), van or Gemeente.objects.order_by("code").first()
    if programma is None or van is None:
        return {}
    number, nu = Decentralisatieuitkering.objects.count() + 500, klok.nu()
    common = {"programma": programma, "gemeente": van}
    aanmelding = aanmelding_van(programma, van)
    Terugkoppeling.objects.create(tekst="Het gaat goed.", gegeven_op=nu, gegeven_door=wie(MELDT, van), **common)
    made = Decentralisatieuitkering.objects.create(
        nummer=f"DU-2026-{number}",
        fondsuitkering=du(),
        uitkeringsjaar=2025,
        bedrag=1000,
        doel="Dialoogavonden",
        regel=Begrotingsregel.objects.van(programma).first(),
        bron=Bron.objects.of(programma).first(),
        voorgesteld_op=nu,
        voorgesteld_door=wie(BEHANDELAAR),
        **common,
    )
    over_uitkering, over_aanmelding = {"nummer": made.nummer}, {"nummer": aanmelding.nummer}
    return dict.fromkeys((*STAF, *VAN_GEMEENTE), over_uitkering) | dict.fromkeys(OVER_AANMELDING, over_aanmelding)
