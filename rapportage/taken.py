"""Background work: making the PDF of a letter that was offered, and reminding people."""

from agenda import berichten, bestanden
from agenda.access import Rol
from agenda.documenten.fout import PdfFout
from agenda.models import Bestand, Gebruiker
from agenda.taken import TaakFout, taak
from rapportage.brief import parafen, pdf
from rapportage.models import Aanbieding, Brief, Toezegging, Voorbereidingspunt


@taak("brief_pdf", naam="PDF van de brief maken")
def brief_pdf(taak, *, aanbieding: int) -> Bestand:
    """Make the PDF of this Aanbieding; it stays with it, also when the letter is taken back meanwhile."""
    rij = Aanbieding.objects.select_related("brief__programma", "opname", "pdf").get(pk=aanbieding)
    if rij.pdf:  # a second run after a crash
        return rij.pdf
    taak.voortgang(0, 1, "De PDF wordt opgemaakt.")
    try:
        inhoud = pdf.bytes_van(rij.opname.inhoud)
    except PdfFout as fout:
        raise TaakFout(str(fout)) from fout
    rij.pdf = bestanden.bewaar(inhoud, rij.brief.bestandsnaam, by=taak.aangevraagd_door, zelf_gemaakt=True)
    rij.save(update_fields=["pdf"])
    taak.voortgang(1, 1, "De PDF is klaar.")
    return rij.pdf


@berichten.again_and_again
def toezeggingen_herinneren() -> None:
    """Remind the programmamanagers of toezeggingen whose last day is near, today or just past."""
    programmamanagers = Gebruiker.objects.filter(rollen__contains=[Rol.PROGRAMMAMANAGER], is_active=True)
    for each in Toezegging.objects.filter(uiterlijk_op__range=berichten.horizon()).select_related("programma"):
        berichten.herinneren(each, each.uiterlijk_op, programmamanagers, kenmerk=f"toezegging {each.sleutel}")


@berichten.again_and_again
def voorbereiding_herinneren() -> None:
    """Remind who is asked for something that a letter needs, as long as it is neither entered nor reported done."""
    punten = Voorbereidingspunt.objects.te_doen().filter(uiterlijk_op__range=berichten.horizon())
    for punt in punten.select_related("voorbereiding__programma", "eigenaar"):
        kenmerk = f"brief {punt.voorbereiding.jaar}, punt {punt.nummer}"
        wie = punt.verantwoordelijken()
        berichten.herinneren(punt, punt.uiterlijk_op, wie, kenmerk=kenmerk, soort="voorbereiding")


@berichten.again_and_again
def parafen_vragen() -> None:
    """Who became parafeerder after a letter was offered, has it to do as well."""
    for brief in Brief.objects.filter(status=Brief.Status.AANGEBODEN).select_related("programma"):
        parafen.vragen(brief, by=Gebruiker.objects.systeem())
