"""Proposing a DU to a gemeente, and taking the proposal back."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from actielijnen.activiteiten.nummers import volgend_nummer
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.models import Begrotingsregel
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.berichten import afhandelen, stuur
from agenda.herindeling import in_woorden
from agenda.levensloop import advance
from agenda.models import Bron, Gebruiker, Gemeente, Programma
from agenda.money import euro
from interventies.models import Interventie
from interventies.palet.toetsen import check_betaalbaar
from subsidies.du import aanmelden, vrij
from subsidies.du.regels import check_tekst, ondertekenaars
from subsidies.models import Aanmelding, Decentralisatieuitkering, Fondsuitkering

BERICHT = "du_akkoord_gevraagd"


@dataclass(frozen=True)
class Voorstel:
    """What is proposed: to whom, for which year, how much (euro), what for, from which line, resting on what."""

    gemeente: Gemeente
    uitkeringsjaar: int
    bedrag: Decimal
    doel: str
    regel: Begrotingsregel
    bron: Bron
    vindplaats: str
    fondsuitkering: Fondsuitkering
    aanmelding: Aanmelding | None = None
    interventie: Interventie | None = None


@transaction.atomic
def voorstellen(programma: Programma, voorstel: Voorstel, *, by: Gebruiker, **anders) -> Decentralisatieuitkering:
    """Propose a DU and ask the gemeente for its akkoord. Raises GeenToegang, Geweigerd, Voorwaarde or NietMogelijk.

    Anything else that is passed is refused: a DU has no conditions (Financiële-verhoudingswet, art. 15a lid 1).
    """
    require(by, Permission.DU_VOORSTELLEN)
    vrij.check_namen(anders)
    if anders:
        raise TypeError(f"Een decentralisatie-uitkering kent geen {', '.join(anders)}.")
    _check(programma, voorstel)
    uitkering = Decentralisatieuitkering.objects.create(
        nummer=volgend_nummer(voorstel.fondsuitkering.afkorting, Decentralisatieuitkering.objects.all()),
        programma=programma,
        **vars(voorstel) | _teksten(voorstel),
        voorgesteld_op=klok.nu(),
        voorgesteld_door=by,
    )
    if voorstel.aanmelding:
        aanmelden.overnemen(voorstel.aanmelding, nummer=uitkering.nummer, by=by)
    details = {"bedrag": euro(voorstel.bedrag), "gemeente": voorstel.gemeente.naam, "jaar": voorstel.uitkeringsjaar}
    audit.record(uitkering, "du_voorstellen", by=by, **details)
    vragen_om_akkoord(uitkering, by=by)
    return uitkering


@transaction.atomic
def intrekken(uitkering: Decentralisatieuitkering, *, reden: str, by: Gebruiker) -> None:
    """Take a proposal back before its money left, with the reason that the gemeente reads. Raises NietMogelijk."""
    reden = check_tekst("reden", reden, leeg="Schrijf op waarom u het voorstel intrekt.")
    advance(uitkering, "du_intrekken", by=by, reden=reden)
    afhandelen(BERICHT, uitkering)
    afhandelen("du_overboeken", uitkering)
    stuur("du_ingetrokken", ondertekenaars(uitkering.gemeente), over=uitkering, by=by, **aan_gemeente(uitkering))


def vragen_om_akkoord(uitkering: Decentralisatieuitkering, *, by: Gebruiker) -> None:
    stuur(BERICHT, ondertekenaars(uitkering.gemeente), over=uitkering, by=by, **aan_gemeente(uitkering))


def vragen_om_overboeking(uitkering: Decentralisatieuitkering, *, by: Gebruiker) -> None:
    budgethouders = Gebruiker.objects.with_permission(Permission.BEGROTING_MUTEREN)
    stuur("du_overboeken", budgethouders, over=uitkering, kenmerk=uitkering.nummer, by=by)


def aan_gemeente(uitkering: Decentralisatieuitkering) -> dict:
    """How a message to the gemeente names the DU, and where it leads."""
    return {"kenmerk": uitkering.nummer, "adres": uitkering.adres_gemeente}


def _teksten(voorstel: Voorstel) -> dict[str, str]:
    doel = check_tekst("doel", voorstel.doel, leeg="Schrijf op waar het geld voor is, bijvoorbeeld: gastlessen.")
    waar = check_tekst("vindplaats", voorstel.vindplaats, leeg="Vul in waar het in de bron staat, bijvoorbeeld: p. 3.")
    for veld, tekst in (("doel", doel), ("vindplaats", waar)):
        vrij.check_tekst(veld, tekst)
    return {"doel": doel, "vindplaats": waar}


def _check(programma: Programma, voorstel: Voorstel) -> None:
    gemeente, jaar = voorstel.gemeente, voorstel.uitkeringsjaar
    if voorstel.bedrag <= 0:
        raise Geweigerd("Een uitkering is meer dan € 0. Vul een bedrag in, bijvoorbeeld 45.000.")
    if not 2000 <= jaar <= 2100:
        raise Geweigerd(f"‘{jaar}’ is geen uitkeringsjaar. Vul een jaartal in, bijvoorbeeld 2026.", "uitkeringsjaar")
    if gemeente.is_voorbeeld != programma.is_voorbeeld:
        raise Geweigerd(f"De gemeente {gemeente} hoort niet bij {programma}. Kies een andere gemeente.", "gemeente")
    if gemeente.opgegaan_op and gemeente.opgegaan_op <= date(jaar, 1, 1):
        raise Geweigerd(
            f"De gemeente {gemeente} is {in_woorden(gemeente)}. Kies een gemeente die er dan is.",
            "gemeente",
        )
    check_regel(programma, voorstel.regel, jaar)
    if voorstel.interventie:
        check_interventie(programma, voorstel.interventie)
    if voorstel.aanmelding and (voorstel.aanmelding.gemeente_id, voorstel.aanmelding.programma_id) != (
        gemeente.pk,
        programma.pk,
    ):
        raise Geweigerd(f"De aanmelding {voorstel.aanmelding} is niet van de gemeente {gemeente}.", "gemeente")


def check_interventie(programma: Programma, interventie: Interventie) -> None:
    """Raise Geweigerd unless a DU of `programma` may name `interventie`: what is outside the scope is not paid."""
    if interventie.is_voorbeeld != programma.is_voorbeeld:
        raise Geweigerd("Deze interventie hoort niet bij dit programma. Kies een andere.", "interventie")
    check_betaalbaar(interventie, "interventie")


def check_regel(programma: Programma, regel: Begrotingsregel, jaar: int) -> None:
    """Raise Geweigerd unless `regel` is of `programma` and for `jaar`, or for no year in particular."""
    if regel.programma != programma:
        raise Geweigerd("Deze begrotingsregel is van een ander programma. Kies een regel uit de lijst.", "regel")
    if regel.jaar not in (None, jaar):
        raise Geweigerd(
            f"Deze begrotingsregel is van {regel.jaar}, en de uitkering van {jaar}. Kies één jaar.", "regel"
        )
