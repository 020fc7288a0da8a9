"""Background work of letters: making the PDF of what was offered for parafering."""

from agenda import bestanden
from agenda.documenten.fout import PdfFout
from agenda.models import Bestand, Momentopname
from agenda.taken import TaakFout, taak
from rapportage.brief import pdf
from rapportage.models import Brief


@taak("brief_pdf", naam="PDF van de brief maken")
def brief_pdf(taak, *, brief: int, sha256: str) -> Bestand:
    """Make the PDF of this Momentopname and hang it from the letter, unless that was taken back meanwhile."""
    opname = Momentopname.objects.get(sha256=sha256)
    taak.voortgang(0, 1, "De PDF wordt opgemaakt.")
    try:
        inhoud = pdf.bytes_van(opname.inhoud)
    except PdfFout as fout:
        raise TaakFout(str(fout)) from fout
    rij = Brief.objects.get(pk=brief)
    bestand = bestanden.bewaar(
        inhoud, f"{rij.get_soort_display().lower()}-{rij.jaar}.pdf", by=taak.aangevraagd_door, zelf_gemaakt=True
    )
    Brief.objects.filter(pk=brief, opname=opname).update(pdf=bestand)
    taak.voortgang(1, 1, "De PDF is klaar.")
    return bestand
