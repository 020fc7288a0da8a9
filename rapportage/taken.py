"""Background work of letters: making the PDF of what was offered for parafering."""

from agenda import bestanden
from agenda.documenten.fout import PdfFout
from agenda.models import Bestand
from agenda.taken import TaakFout, taak
from rapportage.brief import pdf
from rapportage.models import Aanbieding


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
