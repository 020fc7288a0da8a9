"""What the page of a section does with files: apart from the other answers, and before them."""

from agenda.bestanden import BestandGeweigerd
from agenda.models import Gebruiker
from subsidies.aanvragen import bijvoegen
from subsidies.aanvragen.stand import Sectiestand, Stand
from subsidies.models import Aanvraag, Formuliervraag

# The names of the buttons in templates/subsidies/aanvragen/velden/bestand.html: with the sleutel of a question, and
# with the number of a file.
BIJ, WEG = "bijvoegen", "weghalen"


def verwerk(aanvraag: Aanvraag, stand: Stand, sectie: Sectiestand, data, files, *, by: Gebruiker) -> dict[str, str]:
    """Take away the file whose button was pressed and take in each file that was chosen.

    Returns per sleutel why a file was refused. Raises GeenToegang and NietMogelijk.
    """
    vragen = [vraag for vraag in sectie.vragen if vraag.soort == Formuliervraag.Soort.BESTAND]
    for vraag in vragen:
        for stuk in stand.bestanden.get(vraag.pk, []):
            if str(stuk.bestand_id) == data.get(WEG):
                bijvoegen.weghalen(stuk, by=by)
    geweigerd = {}
    for vraag in vragen:
        if upload := files.get(vraag.sleutel):
            try:
                bijvoegen.innemen(aanvraag, vraag, upload, by=by)
            except BestandGeweigerd as fout:
                geweigerd[vraag.sleutel] = str(fout)
        elif data.get(BIJ) == vraag.sleutel:
            geweigerd[vraag.sleutel] = f"U koos bij ‘{vraag}’ nog geen bestand. Kies er een, bijvoorbeeld plan.pdf."
    return geweigerd


def blijft(data) -> bool:
    """Whether it was sent with a button about a file, which leads back to the same page."""
    return BIJ in data or WEG in data
