"""A regeling that takes applications, its form with a condition on a condition, and aanvragen in any status."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from agenda import bestanden, klok
from agenda.access import Rol
from agenda.models import Bron, Gebruiker, Gemeente, Programma
from subsidies.aanvragen import indienen, invullen
from subsidies.models import (
    Aanvraag,
    Aanvraagbestand,
    Antwoord,
    Formuliersectie,
    Formulierversie,
    Formuliervraag,
    Regeling,
    RegelingVersie,
)
from subsidies.regelingen import formulier, openstellen
from subsidies.regelingen.formulier import Sectie, Vraag
from tests.agenda.bestanden.voorbeelden import GOED
from tests.hulpmiddelen import regelingen
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, MELDT, wie

NU = datetime(2026, 11, 10, 9, 30, tzinfo=UTC)
S, E = Formuliervraag.Soort, Formuliervraag.Eis
JA_NEE = [("ja", "Ja"), ("nee", "Nee")]
# fmt: off
SECTIES = [
    Sectie("plan", "Plan", [
        Vraag("wat",    S.TEKST,  "Wat gaat u doen?"),
        Vraag("samen",  S.KEUZE,  "Doet u het samen?", keuzes=JA_NEE),
        Vraag("ervaren", S.KEUZE, "Deed u dat eerder?", keuzes=JA_NEE, als=("samen", "ja")),
        Vraag("wanneer", S.DATUM, "Wanneer was dat?", als=("ervaren", "ja")),
    ]),
    Sectie("geld", "Geld", [
        Vraag("bedrag", S.BEDRAG, "Hoeveel vraagt u?"),
        Vraag("ander",  S.TEKST,  "Wie betaalt er mee?", eis=E.AANGERADEN),
        Vraag("partner", S.TEKST, "Wat betaalt de partner?", eis=E.OPTIONEEL, als=("samen", "ja")),
        Vraag("eens",   S.VERKLARING, "Het college is het ermee eens."),
    ]),
]
COMPLEET = {"wat": "Gastlessen", "samen": "nee", "bedrag": Decimal(250_000), "eens": True}
# Every kind of question in one form, each kind of condition in it.
BESTAND = {"aantal": 2, "typen": ["pdf", "docx"]}
VRAGEN = [
    ("wat",      S.TEKST,       "Wat gaat u doen?",             {}),
    ("plan",     S.BESTAND,     "Voeg uw plan toe.",            BESTAND | {"aantal": 5}),
    ("bedragen", S.TABEL,       "Hoeveel vraagt u per thema?",  {"rijen": [[1, "Weerbaarheid"], [2, "Veerkracht"]], "jaren": [2027, 2028]}),
    ("samen",    S.TOTAAL,      "Wat vraagt u samen?",          {"van": ["bedragen"]}),
    ("aanpak",   S.INTERVENTIE, "Welke interventie kiest u?",   {}),
]
ALLES = [
    Sectie("plan", "Plan", [
        Vraag("samen",  S.KEUZE,   "Doet u het samen?", keuzes=JA_NEE),
        Vraag("wat",    S.TEKST,   "Wat gaat u doen?"),
        Vraag("plan",   S.BESTAND, "Voeg uw plan toe.", instellingen=BESTAND),
        Vraag("brief",  S.BESTAND, "Voeg de brief van uw partner toe.", eis=E.AANGERADEN, als=("samen", "ja")),
        Vraag("aanpak", S.INTERVENTIE, "Welke interventie kiest u?", eis=E.OPTIONEEL),
    ]),
    Sectie("geld", "Geld", [
        Vraag("bedragen", S.TABEL,  "Hoeveel vraagt u per thema?"),
        Vraag("eigen",    S.BEDRAG, "Hoeveel legt u zelf in?"),
        Vraag("partner",  S.TABEL,  "Wat betaalt uw partner?", als=("samen", "ja"), instellingen={"maximum": False}),
        Vraag("totaal",   S.TOTAAL, "Wat kost het samen?", instellingen={"van": ["bedragen", "eigen", "partner"]}),
    ]),
]
# fmt: on


def open_regeling(tot_en_met: date = date(2026, 11, 30), secties=SECTIES) -> RegelingVersie:
    """A version with a form that is open from 1 November until and with `tot_en_met`, for Voorbeeldstad and -dam."""
    found = regelingen.wijk()
    programmamanager = wie(Rol.PROGRAMMAMANAGER)
    Regeling.objects.filter(pk=found.regeling.pk).update(kenmerkcode="RSW")
    RegelingVersie.objects.filter(pk=found.eerste.pk).update(verstrekt_door=found.eigen, verstrekker="Minister van SZW")
    tijdvak = {
        "aanvragen_vanaf": datetime(2026, 11, 1, tzinfo=klok.AMSTERDAM),
        "aanvragen_tot": datetime.combine(tot_en_met, time(23, 59), tzinfo=klok.AMSTERDAM),
    }
    openstellen.voorwaarden_vastleggen(found.eerste, **regelingen.VOLLEDIG, **tijdvak, by=wie(Rol.BEHANDELAAR))
    versie = RegelingVersie.objects.for_page().get(pk=found.eerste.pk)
    regelingen.met_termijn(versie)
    formulier.vaststellen(formulier.opstellen(versie, secties, by=programmamanager), by=programmamanager)
    openstellen.openstellen(versie, by=programmamanager)
    return RegelingVersie.objects.for_page().get(pk=versie.pk)


def aanvrager(code: str = "GM9999") -> Gebruiker:
    return wie(MELDT, Gemeente.objects.get(code=code))


def aanvraag(versie: RegelingVersie, *, status=Aanvraag.Status.CONCEPT, code: str = "GM9999", **antwoorden) -> Aanvraag:
    """An aanvraag of the gemeente `code` with `antwoorden`, and COMPLEET once it is handed in."""
    by = aanvrager(code)
    with klok.vastgezet(NU):
        made = invullen.beginnen(versie, by.gemeente, by=by)
        if status == Aanvraag.Status.INGEDIEND:
            antwoorden = COMPLEET | antwoorden
        invullen.bewaren(made, antwoorden, stand=0, by=by)
        if status == Aanvraag.Status.INGEDIEND:
            made = indienen.indienen(made, ontvangen_op=NU, by=by)
    return Aanvraag.objects.for_page().get(pk=made.pk)


STAPPEN = ("controleren", "indienen", "intrekken", "aanvullen", "handtekening", "ondertekenen", "niet-ondertekenen", "contact")
CONCEPT = ("gemeente-aanvraag", *(f"gemeente-aanvraag-{stap}" for stap in STAPPEN))
ONTVANGEN = ("aanvraag", "aanvraag-aanvulling", "aanvraag-compleet", "aanvraag-berichten", "aanvraag-notitie", "gemeente-aanvraag-berichten", "gemeente-aanvraag-ontvangen", "gemeente-aanvraag-pdf")
VERSIE = ("aanvraag-versie", "gemeente-aanvraag-versie")


def arguments(van: Gemeente | None = None) -> dict[str, dict]:
    """The arguments of the pages about a new concept and a new aanvraag that was handed in, under a new regeling."""
    programma, van = Programma.objects.huidig(), van or Gemeente.objects.order_by("code").first()
    if programma is None or van is None:
        return {}
    sleutel = f"proef-{Regeling.objects.count()}"
    regeling = Regeling.objects.create(
        programma=programma, sleutel=sleutel, citeertitel=f"Regeling {sleutel}", instrument="SPUK", sisa_code="G99"
    )
    eerste, tweede = (_versie(regeling, volgorde) for volgorde in (1, 2))
    by = wie(MELDT, van)
    vast = {"gemeente": van, "begonnen_op": klok.nu(), "begonnen_door": by}
    concept = Aanvraag.objects.create(versie=eerste, formulier=eerste.formulieren.get(), **vast)
    in_concept = {"pk": concept.pk, "bestand": _bestand(concept, by).bestand_id}
    kenmerk = f"PRF-2026-{Aanvraag.objects.count():05}"
    velden = {"kenmerk": kenmerk, "ontvangen_op": klok.nu(), "ingediend_door": by, "ingediend_bij": 0}
    velden |= {"status": Aanvraag.Status.INGEDIEND}
    ontvangen = Aanvraag.objects.create(versie=tweede, formulier=tweede.formulieren.get(), **vast)
    in_ontvangen = {"kenmerk": kenmerk, "bestand": _bestand(ontvangen, by).bestand_id}
    Aanvraag.objects.filter(pk=ontvangen.pk).update(**velden)
    over_concept, over_ontvangen = {"pk": concept.pk}, {"kenmerk": kenmerk}
    return (
        dict.fromkeys(CONCEPT, over_concept)
        | dict.fromkeys(ONTVANGEN, over_ontvangen)
        | dict.fromkeys(VERSIE, over_ontvangen | {"nummer": 1})
        | {
            "gemeente-aanvraag-sectie": over_concept | {"sleutel": "plan"},
            "gemeente-aanvraag-bestand": in_concept,
            "aanvraag-bestand": in_ontvangen,
            "gemeente-aanvraag-beginnen": {"pk": eerste.pk},
        }
    )


def _versie(regeling: Regeling, volgorde: int) -> RegelingVersie:
    """A version that takes applications, with a form of one question; rows, for tests that walk over pages."""
    vandaag = klok.vandaag()
    versie = RegelingVersie.objects.create(
        regeling=regeling,
        volgorde=volgorde,
        omschrijving=f"ronde {volgorde}",
        soort=RegelingVersie.Soort.INTAKE,
        verstrekker="Minister van SZW",
        verstrekt_door=regeling.programma.ministerie,
        bron=Bron.objects.of(regeling.programma).first(),
        opengesteld_op=vandaag,
        aanvragen_vanaf=klok.nu(),
        aanvragen_tot=klok.nu() + timedelta(days=30),
        **{naam: waarde for naam, waarde in regelingen.VOLLEDIG.items() if naam != "geen_sisa_code_omdat"},
    )
    form = Formulierversie.objects.create(versie=versie, nummer=1, gemaakt_op=klok.nu(), gemaakt_door=wie(BEHANDELAAR))
    sectie = Formuliersectie.objects.create(formulier=form, volgorde=1, sleutel="plan", titel="Plan")
    for nummer, (sleutel, soort, vraag, anders) in enumerate(VRAGEN, start=1):
        vast = {"sleutel": sleutel, "soort": soort, "vraag": vraag, "volgorde": nummer, "eis": E.OPTIONEEL}
        Formuliervraag.objects.create(formulier=form, sectie=sectie, **vast, instellingen=anders)
    Formulierversie.objects.filter(pk=form.pk).update(status="vastgesteld", vastgesteld_op=klok.nu())
    return versie


def _bestand(van: Aanvraag, by: Gebruiker) -> Aanvraagbestand:
    """A file in `van`, and the answers to the other questions of VRAGEN."""
    vragen = {each.sleutel: each for each in van.formulier.vragen.all()}
    stuk = bestanden.bewaar(GOED["brief.pdf"], "plan.pdf", by=None, zelf_gemaakt=True)
    waarden = {"wat": "Gastlessen", "bedragen": {"1-2027": "250000.00"}, "plan": [_opgave(stuk)]}
    vast = {"nummer": 1, "op": klok.nu(), "door": by}
    for sleutel, waarde in waarden.items():
        Antwoord.objects.create(aanvraag=van, vraag=vragen[sleutel], waarde=waarde, **vast)
    Aanvraag.objects.filter(pk=van.pk).update(bewaard=1)
    vast = {"toegevoegd_op": klok.nu(), "toegevoegd_door": by}
    return Aanvraagbestand.objects.create(aanvraag=van, vraag=vragen["plan"], bestand=stuk, **vast)


def _opgave(stuk) -> dict:
    return {"bestand": str(stuk.pk), "naam": stuk.naam, "grootte": stuk.grootte, "sha256": stuk.sha256}
