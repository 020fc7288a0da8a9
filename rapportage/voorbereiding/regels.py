"""What every verb of the voorbereiding asks of a point."""

from django.core.exceptions import ValidationError

from actielijnen.activiteiten.regels import controleer_eigenaar, controleer_programma, controleer_regels
from actielijnen.models import Actielijn, Indicator
from agenda.access import Permission
from agenda.models import Feit, Gebruiker, Programma
from agenda.waarden import controleer_tekst
from rapportage.models.voorbereiding import Onderwerp, Rijen

VRAAG = "Schrijf bijvoorbeeld: aantal gemeenten met een DU."
TOELICHTING = "Schrijf bijvoorbeeld: vraag de stand op bij BZK."
NIEMAND = "Kies een eigenaar: een rol of een persoon. Die krijgt de herinneringen."


def controleer_punt(
    programma: Programma,
    *,
    vraag: str,
    onderwerp: str,
    toelichting: str = "",
    actielijn: Actielijn | None = None,
    eigenaar: Gebruiker | None = None,
    eigenaar_rol: str = "",
    feit: Feit | None = None,
    indicator: Indicator | None = None,
    rijen: str = "",
) -> None:
    """Refuse what a point cannot be. Raises ValidationError at the field that is wrong."""
    if not vraag.strip():
        raise ValidationError({"vraag": f"Vul in wat er ingevoerd moet zijn. {VRAAG}"})
    controleer_tekst("vraag", vraag, voorbeeld=VRAAG, langst=200)
    if toelichting:
        controleer_regels("toelichting", toelichting, voorbeeld=TOELICHTING)
    if onderwerp not in Onderwerp.values:
        raise ValidationError({"onderwerp": "Kies een onderwerp uit de lijst."})
    if eigenaar is None and not eigenaar_rol:
        raise ValidationError({"eigenaar": NIEMAND})
    controleer_eigenaar(eigenaar, eigenaar_rol, Permission.VOORBEREIDING_BIJWERKEN)
    controleer_programma(programma, actielijn=actielijn, indicator=indicator)
    if feit and feit.programma_id not in (None, programma.pk):
        raise ValidationError({"feit": f"‘{feit}’ hoort niet bij {programma}. Kies een ander."})
    if feit and indicator:
        raise ValidationError({"indicator": "Kies een feit of een indicator, niet allebei."})
    if rijen and (feit or indicator):
        raise ValidationError({"rijen": "Kies een feit, een indicator of rijen, niet meer dan een."})
    if rijen and rijen not in Rijen.values:
        raise ValidationError({"rijen": "Kies rijen uit de lijst, of laat leeg."})
