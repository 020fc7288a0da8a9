"""The work of messages in the background: sending, and what the clock asks for."""

from procrastinate.contrib.django import app

from agenda.access import Rol
from agenda.berichten import dagoverzicht, herinneringen, verzenden
from agenda.berichten.postbak import VERZENDTAAK
from agenda.berichten.sturen import stuur
from agenda.models import Gebruiker, Taak
from agenda.taken import taak
from agenda.taken.uitvoering import naam_van, when_ended

ONDERHOUD = "onderhoud"


@taak(VERZENDTAAK, naam="Mail versturen")
def mails_versturen(taak: Taak) -> None:
    verzenden.send_waiting()


@when_ended
def tell(taak: Taak) -> None:
    """Tell who asked how the work ended; not who stopped it, and not the portal itself."""
    soort = {Taak.Stand.KLAAR: "taak_klaar", Taak.Stand.MISLUKT: "taak_mislukt"}.get(taak.stand)
    if soort and Rol.SYSTEEM not in taak.aangevraagd_door.rollen:
        systeem = Gebruiker.objects.systeem()
        stuur(soort, [taak.aangevraagd_door], over=taak, kenmerk=naam_van(taak), by=systeem)


@app.periodic(cron="* * * * *")
@app.task(name="mails_wachtend", queue=ONDERHOUD)
def send_what_waits(timestamp: int = 0) -> None:
    """What a mail server that was down, or a sender that died, left behind."""
    verzenden.send_waiting()


@app.periodic(cron="*/10 * * * *")
@app.task(name="dagoverzichten", queue=ONDERHOUD)
def compile_digests(timestamp: int = 0) -> None:
    dagoverzicht.compile_digests()


@app.periodic(cron="*/10 * * * *")
@app.task(name="herinneringen", queue=ONDERHOUD)
def remind(timestamp: int = 0) -> None:
    herinneringen.remind()
