"""The money of a DU: overgeboekt to the fund or refused, in a circulaire, paid. The portal itself pays nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.db import transaction
from django.utils.formats import date_format

from actielijnen.begroting.mutaties import Besluit, boeken
from actielijnen.begroting.plafond import Geweigerd, lock
from actielijnen.models import Budget, MutatieSoort
from agenda import klok
from agenda.berichten import afhandelen, stuur
from agenda.levensloop import advance
from agenda.models import Gebruiker
from agenda.money import euro
from subsidies.du import vrij
from subsidies.du.regels import check_tekst, ondertekenaars
from subsidies.du.voorstellen import aan_gemeente, vragen_om_overboeking
from subsidies.models import Decentralisatieuitkering

Circulaire = Decentralisatieuitkering.Circulaire


@transaction.atomic
def overboeken(uitkering: Decentralisatieuitkering, *, besluit: Besluit, by: Gebruiker) -> None:
    """Ask for the overboeking to the fund: the amount leaves the line of the begroting, verplichtingen and kas.

    Raises GeenToegang, NietMogelijk, Functiescheiding, Geweigerd, or Tekort with the exact shortage.
    """
    lock(uitkering.regel)  # first what is spent; who comes second finds the status of the first
    nummer = uuid4()
    details = {"bedrag": euro(uitkering.bedrag), "regel": str(uitkering.regel)}
    advance(uitkering, "du_overboeken", by=by, velden={"overboeking": nummer}, **details)
    _boek(uitkering, MutatieSoort.OVERBOEKING_UIT, -uitkering.bedrag, replace(besluit, nummer=nummer), by=by)
    afhandelen("du_overboeken", uitkering)


@transaction.atomic
def terugboeken(uitkering: Decentralisatieuitkering, *, besluit: Besluit, by: Gebruiker) -> None:
    """The overboeking was refused: the amount is back on its line, with the reason that the gemeente reads.

    The akkoord of the gemeente stays. Raises GeenToegang, NietMogelijk, Functiescheiding or Geweigerd.
    """
    lock(uitkering.regel)
    reden = check_tekst("reden", besluit.reden, leeg="Schrijf op waarom de overboeking niet doorgaat.")
    details = {"bedrag": euro(uitkering.bedrag), "regel": str(uitkering.regel), "reden": reden}
    advance(uitkering, "du_terugboeken", by=by, velden={"overboeking": None}, **details)
    _boek(uitkering, MutatieSoort.OVERBOEKING_IN, uitkering.bedrag, besluit, by=by)
    vragen_om_overboeking(uitkering, by=by)


def _boek(uitkering, soort: MutatieSoort, bedrag: Decimal, besluit: Besluit, *, by: Gebruiker) -> None:
    """`bedrag` (euro) on the line of the DU: verplichtingen and kas, as one decision."""
    boeken([(uitkering.regel, budget, soort, bedrag) for budget in (Budget.VERPLICHTINGEN, Budget.KAS)], besluit, by=by)


@transaction.atomic
def opnemen(
    uitkering: Decentralisatieuitkering, *, soort: int, jaar: int, paragraaf: str, betaalmaand: date, by: Gebruiker
) -> None:
    """Write down in which circulaire the DU stands, and in which month the fund pays it. Raises Geweigerd."""
    paragraaf = check_tekst("paragraaf", paragraaf, leeg="Vul de paragraaf in, bijvoorbeeld 4.2.1.")
    vrij.check_tekst("paragraaf", paragraaf)
    _check_circulaire(uitkering, Circulaire(soort), jaar)
    if betaalmaand < date(jaar, soort, 1):
        raise Geweigerd("Het fonds betaalt pas na de circulaire. Kies een latere maand.", "betaalmaand")
    velden = {
        "circulaire_soort": soort,
        "circulaire_jaar": jaar,
        "circulaire_paragraaf": paragraaf,
        "betaalmaand": betaalmaand.replace(day=1),
    }
    naam = f"{Circulaire(soort).label} {jaar}, paragraaf {paragraaf}"
    advance(uitkering, "du_opnemen", by=by, velden=velden, circulaire=naam)
    stuur("du_in_circulaire", ondertekenaars(uitkering.gemeente), over=uitkering, by=by, **aan_gemeente(uitkering))


@transaction.atomic
def betalen(uitkering: Decentralisatieuitkering, *, betaalmaand: date, by: Gebruiker) -> None:
    """Write down that the fund paid, by its betaalspecificatie. Raises Geweigerd or NietMogelijk."""
    maand = betaalmaand.replace(day=1)
    if maand > klok.vandaag():
        raise Geweigerd("Deze maand moet nog komen. Kies de maand van de betaalspecificatie.", "betaalmaand")
    uitkering.refresh_from_db(fields=["circulaire_soort", "circulaire_jaar"])
    if uitkering.circulaire_soort and maand < date(uitkering.circulaire_jaar, uitkering.circulaire_soort, 1):
        raise Geweigerd(f"Het fonds betaalt pas na de {uitkering.circulaire}. Kies een latere maand.", "betaalmaand")
    details = {"fonds": uitkering.fondsuitkering.fonds, "maand": date_format(maand, "F Y")}
    advance(uitkering, "du_betalen", by=by, velden={"betaalmaand": maand}, **details)


def _check_circulaire(uitkering: Decentralisatieuitkering, soort: Circulaire, jaar: int) -> None:
    if abs(jaar - uitkering.uitkeringsjaar) > 1:
        raise Geweigerd(
            f"De uitkering is van {uitkering.uitkeringsjaar}; een circulaire van {jaar} gaat daar niet over.", "jaar"
        )
    if date(jaar, soort, 1) > klok.vandaag():
        raise Geweigerd(f"De {soort.label} {jaar} moet nog verschijnen. Kies een circulaire die er al is.", "soort")
