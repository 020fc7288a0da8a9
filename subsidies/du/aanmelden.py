"""A gemeente says that it is interested in a DU; the programma takes that over in a proposal, or does not."""

from django.db import transaction

from actielijnen.activiteiten.nummers import volgend_nummer
from actielijnen.begroting.plafond import Geweigerd
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.berichten import afhandelen, stuur
from agenda.gemeentelijk import check_gemeente
from agenda.levensloop import advance
from agenda.models import Gebruiker, Gemeente
from subsidies.du.regels import check_tekst, programma_van
from subsidies.models import Aanmelding

BERICHT = "du_aanmelding"
GEEN_PLAN = "Schrijf in een paar zinnen wat uw gemeente van plan is, bijvoorbeeld: gastlessen op vier scholen."


@transaction.atomic
def aanmelden(gemeente: Gemeente, *, plan: str, by: Gebruiker) -> Aanmelding:
    """Say that `gemeente` is interested. Raises GeenToegang or Geweigerd; one open aanmelding is enough."""
    require(by, Permission.DU_AANMELDEN)
    check_gemeente(gemeente, by)
    plan = check_tekst("plan", plan, leeg=GEEN_PLAN)
    programma = programma_van(gemeente)
    Gemeente.objects.select_for_update().get(pk=gemeente.pk)  # of two at once, the second finds the first
    if eerder := gemeente.aanmeldingen.filter(programma=programma, status=Aanmelding.Status.OPEN).first():
        raise Geweigerd(f"Uw gemeente heeft al een open aanmelding: {eerder}. Trek die eerst in.", "")
    aanmelding = Aanmelding.objects.create(
        nummer=volgend_nummer("AAN", Aanmelding.objects.all()),
        programma=programma,
        gemeente=gemeente,
        plan=plan,
        aangemeld_op=klok.nu(),
        aangemeld_door=by,
    )
    audit.record(aanmelding, "du_aanmelden", by=by, gemeente=gemeente.naam)
    behandelaars = Gebruiker.objects.with_permission(Permission.DU_VOORSTELLEN)
    stuur(BERICHT, behandelaars, over=aanmelding, kenmerk=aanmelding.nummer, by=by)
    return aanmelding


@transaction.atomic
def intrekken(aanmelding: Aanmelding, *, by: Gebruiker) -> None:
    """The gemeente takes its aanmelding back. Raises GeenToegang or NietMogelijk."""
    check_gemeente(aanmelding.gemeente, by)
    advance(aanmelding, "du_aanmelding_intrekken", by=by)
    afhandelen(BERICHT, aanmelding)


@transaction.atomic
def laten(aanmelding: Aanmelding, *, reden: str, by: Gebruiker) -> None:
    """Do not take an aanmelding over, with the reason that the gemeente reads. Raises Geweigerd or NietMogelijk."""
    reden = check_tekst("reden", reden, leeg="Schrijf op waarom u de aanmelding niet overneemt.")
    advance(aanmelding, "du_aanmelding_laten", by=by, velden={"reden": reden}, reden=reden)
    afhandelen(BERICHT, aanmelding)


def overnemen(aanmelding: Aanmelding, *, nummer: str, by: Gebruiker) -> None:
    """An aanmelding becomes the proposal `nummer`; in the transaction of that proposal."""
    advance(aanmelding, "du_aanmelding_overnemen", by=by, nummer=nummer)
    afhandelen(BERICHT, aanmelding)
