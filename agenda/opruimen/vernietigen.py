"""What happens to a vernietigingslijst: opgesteld by one person, bevestigd or afgewezen by another, uitgevoerd."""

from collections.abc import Mapping

from django.db import connection, transaction

from agenda import access, audit, berichten, klok, levensloop, taken
from agenda.access import Permission
from agenda.levensloop import NietMogelijk
from agenda.models import Gebruiker, Taak, Vernietigingslijst, Vernietigingsregel
from agenda.opruimen.soorten import verlopen

MEESTE_REGELS = 400  # what one person can judge on one page; the rest comes on the next list
TAAK = "vernietiging_uitvoeren"
TE_BEVESTIGEN = "vernietiging_bevestigen"


class OpruimFout(Exception):
    """This cannot be done now; the message says why and what to do, in Dutch."""


@transaction.atomic
def opstellen(*, by: Gebruiker) -> Vernietigingslijst:
    """A list of what may go now, the oldest first. Raises GeenToegang, and OpruimFout when there is nothing to list.

    One list at a time: a record on two lists would have two decisions.
    """
    access.require(by, Permission.VERNIETIGING_VOORSTELLEN)
    lock_lists()
    if lopend := Vernietigingslijst.objects.open().first():
        raise OpruimFout(f"Lijst {lopend} is nog niet klaar. Rond die eerst af.")
    gevonden = verlopen()[:MEESTE_REGELS]
    if not gevonden:
        raise OpruimFout("Van geen enkel gegeven is de bewaartermijn voorbij. Er is niets te vernietigen.")
    lijst = Vernietigingslijst.objects.create(nummer=next_number(), opgesteld_op=klok.nu(), opgesteld_door=by)
    Vernietigingsregel.objects.bulk_create(
        Vernietigingsregel(lijst=lijst, soort=each.soort, sleutel=each.sleutel, sinds=each.sinds) for each in gevonden
    )
    audit.record(lijst, "vernietiging_opstellen", by=by, aantal=len(gevonden))
    besluit_vragen(lijst)
    return lijst


def besluit_vragen(lijst: Vernietigingslijst) -> None:
    """Ask who may confirm it and was not asked before; who made the list is nobody to ask."""
    anderen = Gebruiker.objects.with_permission(Permission.VERNIETIGING_BEVESTIGEN)
    maker, nummer = lijst.opgesteld_door, lijst.nummer
    berichten.stuur(TE_BEVESTIGEN, anderen, over=lijst, kenmerk=nummer, by=maker, eenmalig=nummer)


@berichten.again_and_again
def besluiten_vragen() -> None:
    """Who came to have the right after a list was made, has it to do as well."""
    for lijst in Vernietigingslijst.objects.filter(status=Vernietigingslijst.Status.OPGESTELD):
        besluit_vragen(lijst)


@transaction.atomic
def bevestigen(lijst: Vernietigingslijst, *, bewaren: Mapping[int, str], by: Gebruiker) -> Taak:
    """Let go what `bewaren` does not keep: it gives per regel (by pk) the reason to keep it. Returns the work.

    Raises GeenToegang, NietMogelijk or Functiescheiding.
    """
    levensloop.advance(lijst, "vernietiging_bevestigen", by=by, velden=besluit(by), bewaard=len(bewaren))
    for regel in lijst.regels.filter(pk__in=bewaren):
        regel.bewaren_omdat = bewaren[regel.pk]
        regel.save(update_fields=["bewaren_omdat"])
    berichten.afhandelen(TE_BEVESTIGEN, lijst)
    return taken.enqueue(TAAK, by=by, lijst=lijst.pk)


@transaction.atomic
def hervatten(lijst: Vernietigingslijst, *, by: Gebruiker) -> Taak:
    """Ask once more for the work of a confirmed list, after it was stopped or failed. The work itself is idempotent.

    Raises GeenToegang, and NietMogelijk when the list is not confirmed or the work is still going on.
    """
    access.require(by, Permission.VERNIETIGING_BEVESTIGEN)
    lijst = Vernietigingslijst.objects.select_for_update().get(pk=lijst.pk)
    if lijst.status != Vernietigingslijst.Status.BEVESTIGD or is_running(lijst):
        raise NietMogelijk(f"Lijst {lijst} wacht niet op uitvoering: zij is niet bevestigd, al klaar of nog bezig.")
    return taken.enqueue(TAAK, by=by, lijst=lijst.pk)


def is_running(lijst: Vernietigingslijst) -> bool:
    """Whether the work of this list was asked for and has not ended."""
    return Taak.objects.open().filter(soort=TAAK, argumenten={"lijst": lijst.pk}).exists()


@transaction.atomic
def afwijzen(lijst: Vernietigingslijst, *, reden: str, by: Gebruiker) -> None:
    """Keep everything on the list. Raises GeenToegang, NietMogelijk or Functiescheiding."""
    velden = {**besluit(by), "afgewezen_omdat": reden}
    levensloop.advance(lijst, "vernietiging_afwijzen", by=by, velden=velden)
    berichten.afhandelen(TE_BEVESTIGEN, lijst)


def besluit(by: Gebruiker) -> dict[str, object]:
    return {"besloten_op": klok.nu(), "besloten_door": by}


def lock_lists() -> None:
    """Until the transaction ends nobody else makes a list."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('agenda_vernietigingslijst'))")


def next_number() -> str:
    """V-2026-001, V-2026-002 … within a year; call it with the lists locked."""
    jaar = klok.vandaag().year
    laatste = Vernietigingslijst.objects.filter(nummer__startswith=f"V-{jaar}-").order_by("-nummer").first()
    volgende = int(laatste.nummer.rpartition("-")[2]) + 1 if laatste else 1
    return f"V-{jaar}-{volgende:03}"
