"""Interventies of the example in every fase, each step by who would take it, on the day on which it would happen."""

from dataclasses import dataclass
from datetime import date

from agenda.access import Rol
from agenda.models import Programma
from interventies.models import Evaluatie, Interventie, Term
from interventies.palet import beoordelen, beschrijven, evalueren, fasen, publiceren, toetsen
from rapportage.voorbeeld.mensen import op

SCHRIJVER, LEZER, LEIDING, REDACTEUR = Rol.BEHANDELAAR, Rol.BELEIDSMEDEWERKER, Rol.PROGRAMMAMANAGER, Rol.REDACTEUR
BUREAU, COMMISSIE = "Onderzoeksbureau Voorbeeld", "Voorbeeldcommissie (bedacht)"


@dataclass(frozen=True)
class Aanpak:
    """One invented interventie: what it is, whom it is for, its terms, its goals, and how far it came."""

    naam: str
    samenvatting: str
    doelgroep: str
    termen: tuple[str, ...]
    doelen: tuple[str, ...]
    opzet: str
    begin: date
    verloop: str


# fmt: off
AANPAKKEN = [
    Aanpak("Weerbaarheidstrainingen op school", "Leerlingen oefenen in acht lessen hoe zij nee zeggen, hulp vragen en voor zichzelf opkomen.",
           "Jongeren van 12 tot en met 15 jaar.", ("jongeren", "zelfredzaamheid", "individu", "polarisatie"),
           ("Leerlingen komen beter voor zichzelf op.", "Leerlingen weten waar zij hulp vinden."), "Acht lessen van een uur, door een trainer en de mentor.", date(2026, 1, 12), "doen"),
    Aanpak("Mediawijs in de klas", "Gastlessen waarin leerlingen leren hoe nepnieuws werkt en hoe zij bronnen nagaan.",
           "Jongeren van 14 tot en met 17 jaar.", ("jongeren", "digitale weerbaarheid", "individu", "polarisatie"),
           ("Leerlingen herkennen nepnieuws.", "Leerlingen delen minder berichten zonder na te gaan of ze kloppen."), "Drie gastlessen en een opdracht thuis.", date(2026, 1, 19), "testen_geevalueerd"),
    Aanpak("Ouderkring", "Ouders praten met elkaar over opvoeden, onder begeleiding van twee ouders uit de wijk.",
           "Ouders van kinderen van 8 tot en met 16 jaar.", ("ouders", "ondersteunende gezinsstructuren", "gemeenschap", "gebrek aan zelfbeschikking"),
           ("Ouders voelen zich minder alleen.",), "Zes avonden in het buurthuis.", date(2026, 2, 9), "testen"),
    Aanpak("Dialoogtafel in de wijk", "Bewoners die elkaar niet kennen, eten samen en praten over wat hen zorgen geeft.",
           "Bewoners van een wijk waar het schuurt.", ("bewoners", "sociale inclusie", "democratisch burgerschap", "gemeenschap", "maatschappelijke spanningen"),
           ("Bewoners kennen meer buren.", "Bewoners hebben meer begrip voor elkaar."), "Elke maand één avond, een jaar lang.", date(2026, 1, 26), "gestopt"),
    Aanpak("Jongerenraad van de buurt", "Jongeren beslissen mee over een buurtbudget en leren zo hoe besluiten ontstaan.",
           "Jongeren van 15 tot en met 21 jaar.", ("jongeren", "democratisch burgerschap", "gemeenschap", "zich afkeren van de samenleving"),
           ("Jongeren hebben meer vertrouwen in de gemeente.",), "Een raad van twaalf jongeren, elke twee weken.", date(2026, 3, 2), "testen_intern"),
    Aanpak("Handelen bij haat online", "Een training voor jongerenwerkers: wat zie je, wat zeg je, en wanneer haal je hulp.",
           "Jongerenwerkers en leraren.", ("professionals", "digitale weerbaarheid", "sociale inclusie", "individu", "discriminatie en racisme"),
           ("Jongerenwerkers durven een gesprek te beginnen.",), "Twee dagen training en drie keer intervisie.", date(2026, 4, 13), "twijfel"),
    Aanpak("Meelopen met de wijkagent", "Jongeren die al bekend zijn bij de politie lopen een week mee.",
           "Jongeren die bekend zijn bij de politie.", ("jongeren", "individu", "ondermijnende criminaliteit"),
           ("Jongeren komen minder met de politie in aanraking.",), "Een week meelopen en drie gesprekken.", date(2026, 5, 11), "buiten"),
    Aanpak("Verhalen van thuis", "Jongeren maken een podcast over waar zij zich thuis voelen.",
           "Jongeren van 16 tot en met 20 jaar.", ("jongeren", "identiteitsontwikkeling", "individu"),
           ("Jongeren kunnen vertellen wie zij zijn.",), "Tien middagen in een studio.", date(2026, 9, 7), "beschreven"),
]
# fmt: on

# What the research found, for each goal in turn.
UITKOMSTEN = {
    "Weerbaarheidstrainingen op school": [
        ("positief", "Leerlingen scoren na de lessen hoger dan leerlingen van twee andere scholen."),
        ("onbekend", "Te weinig leerlingen vulden deze vraag in."),
    ],
    "Mediawijs in de klas": [
        ("positief", "Leerlingen herkennen na de lessen meer nepberichten."),
        ("geen_effect", "Na drie maanden delen zij nog even veel berichten zonder die na te gaan."),
    ],
    "Dialoogtafel in de wijk": [
        ("geen_effect", "Wie kwam, kende de meeste buren al."),
        ("negatief", "Twee avonden liepen uit op ruzie; daarna dachten deelnemers slechter over elkaar."),
    ],
}


def vul(programma: Programma) -> str:
    """Make the interventies of the example, once."""
    if not programma.is_voorbeeld or Interventie.objects.filter(is_voorbeeld=True).exists():
        return "ongewijzigd"
    for aanpak in AANPAKKEN:
        VERLOPEN[aanpak.verloop](_beschrijf(aanpak))
    return "nieuw"


def _beschrijf(aanpak: Aanpak) -> Interventie:
    termen = Term.objects.filter(naam__in=aanpak.termen)
    hoofddoel, *subdoelen = aanpak.doelen
    beschrijving = {
        "naam": aanpak.naam,
        "samenvatting": aanpak.samenvatting,
        "aanleiding": "Bedacht voor het Voorbeeldprogramma.",
        "doelgroep_direct": aanpak.doelgroep,
        "hoofddoel": hoofddoel,
        "subdoelen": "\n".join(subdoelen),
        "opzet": aanpak.opzet,
        "uitvoerders": "De welzijnsorganisatie van Voorbeeldstad.",
        "overdraagbaarheid": "Er is een handleiding. Een andere gemeente kan beginnen met één training voor begeleiders.",
        "eigenaar": "Gemeente Voorbeeldstad (bedacht)",
    }
    with op(aanpak.begin, SCHRIJVER) as by:
        return beschrijven.beschrijven(beschrijving, termen, by=by, is_voorbeeld=True)


def _toets(interventie: Interventie, oordeel: str, motivering: str, dag: date = date(2026, 6, 1)) -> None:
    with op(dag, LEZER) as by:
        toetsen.toetsen(interventie, oordeel=oordeel, motivering=motivering, by=by)


def _test(interventie: Interventie, dag: date = date(2026, 6, 8)) -> None:
    _toets(interventie, "binnen", "Het gaat om voorkomen, voor iedereen, en niet om een bekende risicogroep.")
    with op(dag, LEIDING) as by:
        fasen.testen(interventie, reden="Wij willen weten of dit werkt, en voor wie.", by=by)


def _evalueer(interventie: Interventie) -> Evaluatie:
    """Planned in June, offered and settled in October, each by another."""
    vraag, opzet = "Bereikt de aanpak haar doelen?", "Vragenlijst voor en na, met twee andere groepen ernaast."
    plan = evalueren.Plan("effect", vraag, opzet, BUREAU, date(2026, 6, 15), date(2026, 9, 30))
    with op(date(2026, 6, 10), SCHRIJVER) as by:
        evaluatie = evalueren.plannen(interventie, plan, by=by)
    with op(date(2026, 10, 12), SCHRIJVER) as by:
        evalueren.aanbieden(
            evaluatie,
            uitkomsten=UITKOMSTEN[str(interventie)],
            beperkingen="Het onderzoek was klein en duurde kort. Wij weten niet of het effect blijft.",
            conclusie="De aanpak haalt een deel van haar doelen, of geen. Zie de uitkomst per doel.",
            by=by,
        )
    with op(date(2026, 10, 26), LEZER) as by:
        evalueren.vaststellen(evaluatie, by=by)
    return evaluatie


def _publiceer(interventie: Interventie, dag: date) -> None:
    with op(dag, REDACTEUR) as by:
        publiceren.publiceren(interventie, by=by)


def _tot_testen(interventie: Interventie) -> None:
    _test(interventie)
    _publiceer(interventie, date(2026, 6, 22))


def _tot_geevalueerd(interventie: Interventie) -> None:
    _tot_testen(interventie)
    _evalueer(interventie)


def _tot_doen(interventie: Interventie) -> None:
    _tot_geevalueerd(interventie)
    with op(date(2026, 11, 2), LEIDING) as by:
        motivering = "Het onderzoek van dit jaar, met twee andere scholen ernaast."
        criteria = "Aanleiding, doelgroep, doelen en aanpak zijn beschreven en hangen samen; er is onderzoek in de praktijk."
        oordeel = beoordelen.Oordeel("movisie", "onderbouwd", criteria, motivering, COMMISSIE, date(2026, 10, 28))
        beoordelen.beoordelen(interventie, oordeel, by=by)
        fasen.doen(interventie, reden="Het hoofddoel is gehaald. Meer scholen kunnen nu meedoen.", by=by)


def _tot_gestopt(interventie: Interventie) -> None:
    _tot_geevalueerd(interventie)
    with op(date(2026, 11, 9), LEIDING) as by:
        fasen.stoppen(interventie, reden="De avonden bereikten de verkeerde mensen en maakten het soms erger.", by=by)


def _bij_twijfel(interventie: Interventie) -> None:
    _toets(interventie, "twijfel", "Toerusten van professionals past; intervisie over bekende jongeren misschien niet.")


def _buiten(interventie: Interventie) -> None:
    _toets(interventie, "buiten", "Dit is voor jongeren die al bekend zijn bij de politie: geen primaire preventie.")


VERLOPEN = {
    "beschreven": lambda interventie: None,
    "twijfel": _bij_twijfel,
    "buiten": _buiten,
    "testen": _tot_testen,
    "testen_intern": _test,
    "testen_geevalueerd": _tot_geevalueerd,
    "doen": _tot_doen,
    "gestopt": _tot_gestopt,
}
