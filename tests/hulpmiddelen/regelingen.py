"""A small regeling with two versions, two gebieden and their gemeenten, and the arguments of the pages about regelingen."""

from dataclasses import dataclass
from datetime import date, timedelta

from agenda import bestanden, klok
from agenda.access import Rol
from agenda.models import Bron, Gebied, Gebruiker, Gemeente, Ministerie, Programma, Provincie
from subsidies.models import (
    Aanlevering,
    Aanleverrij,
    Bestemming,
    Formuliersectie,
    Formulierversie,
    Formuliervraag,
    Regeling,
    Regelingstuk,
    Regelingtermijn,
    RegelingVersie,
    Storing,
    Thema,
)

BEHANDELAAR = "behandelaar@regeling.invalid"
THEMAS = ["veerkracht en weerbaarheid", "school en omgeving"]
VOLLEDIG = {
    "grondslag": "artikel 4 van het Besluit van 1 juni 2026 (Stb. 2026, 210)",
    "kanaal": "artikel 6, tweede lid, van de regeling",
    "mandaatbesluit": "Mandaatbesluit (Stcrt. 2026, 1200)",
    "geen_sisa_code_omdat": "de code is aangevraagd",
    "verdeelwijze": RegelingVersie.Verdeelwijze.VASTE_BEDRAGEN,
}


@dataclass(frozen=True)
class Wijk:
    """What a test of a regeling needs, made without the loader."""

    programma: Programma
    regeling: Regeling
    eerste: RegelingVersie
    tweede: RegelingVersie
    bron: Bron
    oost: Gebied
    noord: Gebied

    def thema(self, naam: str = THEMAS[0], versie: RegelingVersie | None = None) -> Thema:
        return (versie or self.eerste).themas.get(naam=naam)

    @property
    def eigen(self) -> Ministerie:
        return self.programma.ministerie


def ministerie(afkorting: str) -> Ministerie:
    velden = {"naam": afkorting, "tooi_uri": f"https://{afkorting}.example"}
    return Ministerie.objects.get_or_create(afkorting=afkorting, defaults=velden)[0]


def wijk() -> Wijk:
    """Version 1 has the themes of THEMAS and integrale middelen, version 2 renames the first."""
    programma = Programma.objects.create(
        code="wijk", naam="Wijkprogramma", korte_naam="Wijk", soort="echt", ministerie=ministerie("SZW")
    )
    bron = Bron.objects.create(
        sleutel="bestand-bzk",
        soort="gegevensset",
        titel="Bestand",
        bekend_sinds=date(2026, 2, 1),
        bekend_precisie="dag",
    )
    regeling = Regeling.objects.create(
        programma=programma,
        sleutel="wijk",
        citeertitel="Regeling sterke wijk",
        instrument="SPUK",
        rol_szw="medefinancier",
    )
    gebieden = [gebied(programma, bron, nummer, *each) for nummer, each in enumerate(GEBIEDEN, start=801)]
    eerste, tweede = (versie(regeling, bron, nummer, gebieden) for nummer in (1, 2))
    themas(eerste, bron, [*THEMAS, "integrale middelen"])
    themas(tweede, bron, ["maatschappelijke samenhang"], opvolger_van=eerste.themas.get(naam=THEMAS[0]))
    return Wijk(programma, regeling, eerste, tweede, bron, *gebieden)


GEBIEDEN = [("GM9999", "Voorbeeldstad", "Voorbeeldstad Oost"), ("GM9998", "Voorbeelddam", "Voorbeelddam Noord")]


def gebied(programma, bron, nummer, code, naam, gebiedsnaam) -> Gebied:
    provincie, _ = Provincie.objects.get_or_create(code="PV99", defaults={"naam": "Voorbeeldland"})
    vast = {"naam": naam, "naam_cbs": naam, "provincie": provincie}
    gemeente, _ = Gemeente.objects.get_or_create(code=code, defaults=vast)
    return Gebied.objects.create(nummer=nummer, naam=gebiedsnaam, gemeente=gemeente, bron=bron, rd_x=0, rd_y=0)


def versie(regeling, bron, volgorde, gebieden) -> RegelingVersie:
    nieuw = RegelingVersie.objects.create(
        regeling=regeling, volgorde=volgorde, omschrijving=f"tranche {volgorde}", verstrekker="Minister van BZK",
        verstrekt_door=ministerie("BZK"), bron=bron, van_jaar=2023 + 3 * volgorde, tot_en_met_jaar=2025 + 3 * volgorde,
    )  # fmt: skip
    nieuw.gebieden.set(gebieden)
    return nieuw


def themas(versie, bron, namen, *, opvolger_van=None) -> None:
    for volgorde, naam in enumerate(namen, start=1):
        soort = Thema.Soort.INTEGRAAL if naam == "integrale middelen" else Thema.Soort.HOOFDTHEMA
        vast = {"soort": soort, "volgorde": volgorde, "naam": naam, "bron": bron, "is_van_agenda": volgorde == 1}
        Thema.objects.create(versie=versie, opvolger_van=opvolger_van, **vast)


def met_termijn(versie: RegelingVersie) -> None:
    """A term, without which no version opens."""
    velden = {"naam": "beslissen", "aantal": 13, "eenheid": "weken", "regelsoort": "ministeriele_regeling"}
    Regelingtermijn.objects.create(versie=versie, volgorde=1, grondslag="artikel 8 van de regeling", **velden)


def gereed(versie: RegelingVersie) -> None:
    """All that a version needs to open besides VOLLEDIG: a tijdvak, a term and a form that is fixed."""
    met_termijn(versie)
    nu = klok.nu()
    RegelingVersie.objects.filter(pk=versie.pk).update(aanvragen_vanaf=nu, aanvragen_tot=nu + timedelta(days=30))
    form = Formulierversie.objects.create(versie=versie, nummer=1, gemaakt_op=nu, gemaakt_door=behandelaar())
    Formulierversie.objects.filter(pk=form.pk).update(status="vastgesteld", vastgesteld_op=nu)


def behandelaar() -> Gebruiker:
    found = Gebruiker.objects.filter(email=BEHANDELAAR).first()
    return found or Gebruiker.objects.create_user(BEHANDELAAR, naam="Bo Behandelaar", rollen=[Rol.BEHANDELAAR])


def aangeleverd(versie: RegelingVersie) -> Aanlevering:
    """A file with one row that is wrong."""
    velden = {"naam": "toekenningen.csv", "sha256": "0" * 64, "gemaakt_op": klok.nu(), "gemaakt_door": behandelaar()}
    nieuw = Aanlevering.objects.create(versie=versie, bron=versie.bron, **velden)
    Aanleverrij.objects.create(
        aanlevering=nieuw,
        nummer=2,
        is_som=False,
        oordeel="fout",
        cellen={"Gemeentecode": "1"},
        fouten={"Gemeentecode": "fout"},
    )
    return nieuw


def bestemd(versie: RegelingVersie) -> None:
    """What a gemeente earmarked for the second theme of `versie` in 2024, once."""
    waar = {"gebied": Gebied.objects.get(nummer=1), "thema": versie.themas.get(volgorde=2), "jaar": 2024}
    wie = {"vastgelegd_op": klok.nu(), "vastgelegd_door": behandelaar()}
    velden = {"bedrag": 1000, "bron": versie.bron, "vindplaats": "opgave 1"} | wie
    Bestemming.objects.get_or_create(**waar, vervangt=None, defaults=velden)


def gestoord() -> Storing:
    """An outage of an hour that nobody took back."""
    nu = klok.nu()
    tijden = {"begin": nu - timedelta(hours=2), "eind": nu - timedelta(hours=1)}
    return Storing.objects.create(**tijden, wat="Inloggen lukte niet", vastgelegd_op=nu, vastgelegd_door=behandelaar())


def editor() -> dict[str, dict]:
    """The arguments of the pages about one row of a version, and about a form in concept of one question."""
    eerste = {"regeling__sleutel": VERSIE["sleutel"], "volgorde": VERSIE["volgorde"]}
    versie = RegelingVersie.objects.filter(**eerste).first()
    plan = VERSIE | {"deel": "plan"}
    if versie and not versie.formulieren.exists():
        maker = {"gemaakt_op": klok.nu(), "gemaakt_door": behandelaar()}
        form = Formulierversie.objects.create(versie=versie, nummer=1, **maker)
        sectie = Formuliersectie.objects.create(formulier=form, volgorde=1, sleutel="plan", titel="Plan")
        vraag = {"sleutel": "wat", "soort": "tekst", "vraag": "Wat gaat u doen?", "volgorde": 1}
        Formuliervraag.objects.create(formulier=form, sectie=sectie, **vraag)
    rij = VERSIE | {"soort": "themas", "pk": versie.themas.first().pk if versie else 0}
    return (
        dict.fromkeys(["formulier-sectie-nieuw", "formulier-beginnen", "formulier-vaststellen"], VERSIE)
        | dict.fromkeys(["formulier-sectie", "formulier-vraag-nieuw", "formulier-voorbeeld"], plan)
        | {
            "formulier-vraag": VERSIE | {"deel": "wat"},
            "formulier-stap": VERSIE | {"wat": "vragen", "deel": "wat", "handeling": "omhoog"},
            "regeling-rij": rij,
            "regeling-rij-stap": rij | {"handeling": "omhoog"},
        }
    )


AANLEVERING = ("aanlevering", "aanlevering-afgekeurd")
BESTEMMING = ("bestemming", "bestemming-verbeteren")
VERSIE = {"sleutel": "kansrijke-wijk", "volgorde": 1}


def arguments() -> dict[str, dict]:
    """Of each route to a document (one has its file, the others have none), to an aanlevering and to a bestemming."""
    bestemming = editor() | {"storing-intrekken": {"pk": gestoord().pk}} | dict.fromkeys(BESTEMMING, VERSIE | {"gebied": 1, "thema": 2, "jaar": 2024})
    stukken = list(Regelingstuk.objects.filter(versie__regeling__sleutel=VERSIE["sleutel"]))
    if not stukken:
        geen = {"sleutel": VERSIE["sleutel"], "pk": "00000000-0000-4000-8000-000000000000"}
        stuk = dict.fromkeys(["regeling-stuk-openen", "regeling-stuk-toevoegen", *AANLEVERING], geen)
        return bestemming | stuk | {"aanlevering-stap": geen | {"verb": "aanlevering_intrekken"}}
    met = stukken[0]
    if not met.bestand_id:
        bestand = bestanden.bewaar(b"artikel 1\n", "regeling.csv", by=None, zelf_gemaakt=True)
        Regelingstuk.objects.filter(pk=met.pk).update(
            bestand=bestand, toegevoegd_op=klok.nu(), toegevoegd_door=behandelaar()
        )
    zonder = stukken[1]
    bestemd(met.versie)
    aanlevering = {"sleutel": VERSIE["sleutel"], "pk": aangeleverd(met.versie).pk}
    return (
        bestemming
        | dict.fromkeys(AANLEVERING, aanlevering)
        | {
            "aanlevering-stap": aanlevering | {"verb": "aanlevering_intrekken"},
            "regeling-stuk-openen": {"sleutel": VERSIE["sleutel"], "pk": met.pk},
            "regeling-stuk-toevoegen": {"sleutel": VERSIE["sleutel"], "pk": zonder.pk},
        }
    )
