"""When a session ends, and what we say about it."""

from enum import StrEnum

from django.conf import settings

from agenda import klok


class Einde(StrEnum):
    """Why a session is no longer valid."""

    INACTIEF = "inactief"
    TE_LANG = "te lang"
    GEWIJZIGD = "gewijzigd"
    ELDERS = "elders"


def einde(session) -> Einde | None:
    """Why this signed-in session may go no further by the clock; None if it may."""
    if klok.nu() - session.laatst_op >= settings.SESSIE_INACTIEF:
        return Einde.INACTIEF
    if klok.nu() - session.begonnen_op >= settings.SESSIE_MAXIMAAL:
        return Einde.TE_LANG
    return None


def melding(reden: Einde) -> str:
    """What somebody reads on the page for signing in."""
    minuten = int(settings.SESSIE_INACTIEF.total_seconds()) // 60
    stil = "1 minuut" if minuten == 1 else f"{minuten} minuten"
    uren = int(settings.SESSIE_MAXIMAAL.total_seconds()) // 3600
    return {
        Einde.INACTIEF: f"U was {stil} niet actief. Log opnieuw in om verder te gaan.",
        Einde.TE_LANG: f"U was {uren} uur ingelogd. Log opnieuw in om verder te gaan.",
        Einde.GEWIJZIGD: "De beveiliging van uw account is gewijzigd. Log opnieuw in om verder te gaan.",
        Einde.ELDERS: "Deze sessie is ergens anders beëindigd, bijvoorbeeld door een nieuw wachtwoord. Log opnieuw "
        "in om verder te gaan.",
    }[reden]
