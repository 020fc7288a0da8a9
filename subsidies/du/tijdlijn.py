"""The story of a DU: for the staff with who did it, for the gemeente without names and without our begroting."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime

from agenda.models import AuditRegel
from agenda.models.gebruikers import in_words
from subsidies.models import Decentralisatieuitkering

Status = Decentralisatieuitkering.Status
# fmt: off
STAPPEN = {
    "du_voorstellen": "Voorgesteld: {bedrag} voor {jaar}",
    "du_akkoord":     "De gemeente is akkoord",
    "du_afwijzen":    "De gemeente is niet akkoord",
    "du_intrekken":   "Het voorstel is ingetrokken",
    "du_overboeken":  "De overboeking is aangevraagd: {bedrag}",
    "du_terugboeken": "De overboeking is geweigerd",
    "du_opnemen":     "Opgenomen in de {circulaire}",
    "du_betalen":     "Betaald door het {fonds} in {maand}",
}
# fmt: on
WEG = (Status.VOORSTEL, Status.AKKOORD, Status.OVERBOEKING, Status.CIRCULAIRE, Status.BETAALD)
# What the gemeente reads of a status.
# fmt: off
VOOR_GEMEENTE = {
    Status.VOORSTEL:    "Wacht op akkoord van uw gemeente",
    Status.AKKOORD:     "Uw gemeente is akkoord",
    Status.OVERBOEKING: "Onderweg naar het fonds",
    Status.CIRCULAIRE:  "Staat in de circulaire",
    Status.BETAALD:     "Betaald",
    Status.AFGEWEZEN:   "Uw gemeente is niet akkoord",
    Status.INGETROKKEN: "Ingetrokken door het ministerie",
}
# fmt: on


@dataclass(frozen=True)
class Gebeurtenis:
    """One step, as the component tijdlijn shows it."""

    titel: str
    moment: str
    door: str
    uitleg: str


def tijdlijn(uitkering: Decentralisatieuitkering, *, met_namen: bool) -> list[Gebeurtenis]:
    """What happened to `uitkering`, the newest first, for who may see it."""
    regels = AuditRegel.objects.about(uitkering).filter(actie__in=STAPPEN).for_list().order_by("-pk")
    return [_gebeurtenis(regel, met_namen) for regel in regels]


@dataclass(frozen=True)
class Stand:
    """How many of the steps of WEG were taken."""

    gedaan: int
    totaal: int = len(WEG)

    @property
    def in_woorden(self) -> str:
        return f"stap {self.gedaan} van {self.totaal}"


def stand(uitkering: Decentralisatieuitkering) -> Stand | None:
    """How far `uitkering` is; None when it goes no further."""
    return Stand(WEG.index(uitkering.status) + 1) if uitkering.status in WEG else None


def _gebeurtenis(regel: AuditRegel, met_namen: bool) -> Gebeurtenis:
    organisatie = "De gemeente" if regel.gemeente else "Het ministerie van SZW"
    van = f"Van {regel.details['regel']}. " if met_namen and "regel" in regel.details else ""
    return Gebeurtenis(
        titel=STAPPEN[regel.actie].format_map(regel.details),
        moment=date_format(localtime(regel.moment), r"j F Y, H.i \u\u\r"),
        door=(regel.naam or in_words(regel.rollen)) if met_namen else organisatie,
        uitleg=f"{van}{regel.details.get('reden', '')}".strip(),
    )
