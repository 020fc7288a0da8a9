"""How the preparation of the next letter stands: what is done, what is late, and what waits for one person."""

from dataclasses import dataclass

from agenda.models import Gebruiker, Programma
from rapportage.models import Voorbereiding, Voorbereidingspunt

S = Voorbereidingspunt.Stand
EERSTE = 3  # points that the staff home names


@dataclass(frozen=True)
class Voorbereidingsstand:
    """A list in numbers, and what comes first in it."""

    lijst: Voorbereiding
    totaal: int
    klaar: int
    te_laat: int
    eerst: list[Voorbereidingspunt]
    van_lezer: int

    @property
    def jaartal(self) -> str:
        return str(self.lijst.jaar)

    @property
    def tekst(self) -> str:
        return f"{self.klaar} van {self.totaal} klaar"


def stand(programma: Programma, lezer: Gebruiker, jaar: int | None = None) -> Voorbereidingsstand | None:
    """Of the list of `jaar`, or of the latest letter, for `lezer`; None as long as there is no list."""
    punten = Voorbereidingspunt.objects.visible_to(lezer).filter(voorbereiding__programma=programma)
    punten = list(punten.for_list().filter(voorbereiding__jaar=jaar or _laatste_jaar(programma)))
    if not punten:
        return None
    te_doen = [each for each in punten if each.stand in {S.OPEN, S.TE_LAAT}]
    te_doen.sort(key=lambda each: (each.uiterlijk_op, each.nummer))
    return Voorbereidingsstand(
        lijst=punten[0].voorbereiding,
        totaal=len(punten),
        klaar=len(punten) - len(te_doen),
        te_laat=sum(each.stand == S.TE_LAAT for each in te_doen),
        eerst=te_doen[:EERSTE],
        van_lezer=sum(is_van(each, lezer) for each in te_doen),
    )


def is_van(punt: Voorbereidingspunt, lezer: Gebruiker) -> bool:
    """Whether `lezer` is who is asked: himself, or by his role."""
    return punt.eigenaar_id == lezer.pk or punt.eigenaar_rol in lezer.rollen


def _laatste_jaar(programma: Programma):
    return programma.voorbereidingen.order_by("-jaar").values("jaar")[:1]
