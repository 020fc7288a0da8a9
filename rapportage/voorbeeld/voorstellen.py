"""What Voorbeeldstad proposes in the example: one voorstel in each state that a voorstel can have."""

from dataclasses import dataclass
from datetime import date

from agenda.access import Rol
from agenda.models import Gemeente, Programma
from interventies.models import Interventievoorstel, Term
from interventies.palet import voorstellen
from rapportage.voorbeeld.mensen import op, voor

STAF = Rol.BEHANDELAAR
CONTACT = "Afdeling Samenleven, samenleven@voorbeeldstad.invalid"


@dataclass(frozen=True)
class Idee:
    """One voorstel: when it came in, what it is, for whom, where, why it would work, and what became of it."""

    dag: date
    naam: str
    wat: str
    doelgroep: str
    waar: str
    waarom: str
    verloop: str


# fmt: off
IDEEEN = [
    Idee(date(2026, 8, 31), "Ouders voor de klas", "Ouders vertellen in de klas over hun werk en over hoe zij zelf opgroeiden.",
         "Leerlingen van 12 tot en met 16 jaar.", "Op twee scholen in Oost, sinds september 2025.", "Mentoren zien dat leerlingen daarna meer vragen stellen.", "overgenomen"),
    Idee(date(2026, 9, 14), "Camera’s op het plein", "Camera’s bij het jongerencentrum, met een bord erbij.",
         "Iedereen op het plein.", "Op het plein in Oost, sinds mei 2026.", "Het is er sindsdien rustiger.", "afgewezen"),
    Idee(date(2026, 10, 5), "Buurtkrant van jongeren", "Jongeren maken vier keer per jaar een krant over hun buurt.",
         "Jongeren van 14 tot en met 18 jaar.", "Loopt nog niet.", "Wie schrijft over de buurt, leert de buurt kennen.", "ingetrokken"),
    Idee(date(2026, 11, 2), "Samen koken na school", "Jongeren en ouderen koken elke week samen en kiezen een gesprek voor aan tafel.",
         "Jongeren van 12 tot en met 18 jaar, en ouderen uit de buurt.", "In het buurthuis van Oost, sinds januari 2026.", "Deelnemers groeten elkaar nu op straat.", "in_behandeling"),
    Idee(date(2026, 11, 16), "Debatclub in de bibliotheek", "Jongeren leren in acht avonden een mening onderbouwen en naar een ander luisteren.",
         "Jongeren van 15 tot en met 20 jaar.", "In de bibliotheek in het centrum, sinds oktober 2026.", "De club groeide van zes naar achttien jongeren.", "ingediend"),
]
# fmt: on


def vul(programma: Programma) -> str:
    """Make the voorstellen of the example, once."""
    if not programma.is_voorbeeld or Interventievoorstel.objects.filter(gemeente__is_voorbeeld=True).exists():
        return "ongewijzigd"
    stad = Gemeente.objects.get(naam="Voorbeeldstad", is_voorbeeld=True)
    for idee in IDEEEN:
        delen = {naam: getattr(idee, naam) for naam in ("naam", "wat", "doelgroep", "waar", "waarom")}
        with voor(stad, idee.dag) as by:
            voorstel = voorstellen.indienen(stad, voorstellen.Aanpak(**delen, contact=CONTACT), by=by)
        VERLOPEN[idee.verloop](voorstel, idee)
    return "nieuw"


def _nemen_over(voorstel: Interventievoorstel, idee: Idee) -> None:
    beschrijving = {
        "naam": idee.naam,
        "samenvatting": idee.wat,
        "aanleiding": "Bedacht voor het Voorbeeldprogramma.",
        "doelgroep_direct": idee.doelgroep,
        "hoofddoel": "Leerlingen kennen meer manieren om volwassen te worden.",
        "opzet": "Zes lessen van een uur, elke keer met een andere ouder.",
        "onderbouwing": idee.waarom,
        "contact": CONTACT,
    }
    with op(date(2026, 9, 21), STAF) as by:
        termen = Term.objects.filter(naam__in=["jongeren", "ondersteunende gezinsstructuren", "individu"])
        voorstellen.overnemen(voorstel, beschrijving, termen, by=by)


def _wijzen_af(voorstel: Interventievoorstel, idee: Idee) -> None:
    reden = "Toezicht voorkomt niet dat jongeren zich afkeren. Doet u op het plein ook iets met de jongeren zelf? Stel dat voor."
    with op(date(2026, 9, 28), STAF) as by:
        voorstellen.afwijzen(voorstel, reden=reden, by=by)


def _trekken_in(voorstel: Interventievoorstel, idee: Idee) -> None:
    with voor(voorstel.gemeente, date(2026, 10, 19)) as by:
        voorstellen.intrekken(voorstel, by=by)


def _behandelen(voorstel: Interventievoorstel, idee: Idee) -> None:
    with op(date(2026, 11, 9), STAF) as by:
        voorstellen.behandelen(voorstel, by=by)


VERLOPEN = {
    "ingediend": lambda voorstel, idee: None,
    "in_behandeling": _behandelen,
    "overgenomen": _nemen_over,
    "afgewezen": _wijzen_af,
    "ingetrokken": _trekken_in,
}
