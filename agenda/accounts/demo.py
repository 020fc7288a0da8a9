"""The demo accounts: one per role, made on first use, with a password that nobody can type."""

from agenda import berichten
from agenda.access import GEMEENTELIJK, Rol
from agenda.models import Gebruiker, Gemeente, Provincie

# What a visitor of the demo reads about each role.
# fmt: off
ROLLEN: dict[Rol, str] = {
    Rol.PROGRAMMAMANAGER:           "Leidt het programma, kiest bij tegenspraak en biedt brieven aan.",
    Rol.BELEIDSMEDEWERKER:          "Legt feiten vast met hun bron en schrijft mee aan brieven.",
    Rol.BUDGETHOUDER:               "Gaat over de begroting: boekt verplichtingen en betalingen en maakt prognoses.",
    Rol.BEHANDELAAR:                "Stelt gemeenten een decentralisatie-uitkering voor en volgt die tot de betaling.",
    Rol.BESLISSER:                  "Beslist met mandaat: geeft akkoord op een herschikking die een ander voorstelde.",
    Rol.REDACTEUR:                  "Schrijft de teksten van brieven en biedt ze aan voor parafering.",
    Rol.PARAFEERDER:                "Parafeert als directeur of DG wat een ander heeft aangeboden.",
    Rol.BEHEERDER:                  "Beheert accounts, rollen en naslaglijsten, en ziet het logboek.",
    Rol.AUDITOR:                    "Bekijkt alles, ook waar elk cijfer vandaan komt, en wijzigt niets.",
    Rol.GEMEENTELIJK_AANVRAGER:     "Werkt bij een gemeente, meldt haar aan en nodigt collega’s uit.",
    Rol.GEMEENTELIJK_ONDERTEKENAAR: "Tekent namens de gemeente: wel of niet akkoord met een voorstel.",
    Rol.RAADSLID:                   "Is lid van de Maatschappelijke Raad en ziet alleen de eigen stukken.",
}
# fmt: on


def demo_account(rol: Rol) -> Gebruiker:
    """The account that plays `rol`; what already waits for that role stands in its inbox at once."""
    gebruiker, is_new = Gebruiker.objects.get_or_create(
        email=demo_address(rol),
        defaults={
            "naam": f"Demo {in_a_sentence(rol)}",
            "rollen": [rol],
            "password": "!",
            "gemeente": example_gemeente() if rol in GEMEENTELIJK else None,
        },
    )
    if is_new:
        berichten.remind()
    return gebruiker


def demo_address(rol: Rol) -> str:
    """The address of the account that plays `rol`, to which no mail can go."""
    return f"demo-{rol.value.replace('_', '-')}@portaal.invalid"


def in_a_sentence(rol: Rol) -> str:
    """The name of a role without its capital; the capitals of an abbreviation or a proper name stay."""
    return rol.label[0].lower() + rol.label[1:]


def example_gemeente() -> Gemeente | None:
    """A gemeente that does not exist, so that the demo speaks for no real one; none as long as nothing is loaded."""
    provincie = Provincie.objects.first()
    if provincie is None:
        return None
    defaults = {"naam": "Voorbeeldstad", "naam_cbs": "Voorbeeldstad", "provincie": provincie, "is_voorbeeld": True}
    return Gemeente.objects.get_or_create(code="GM9999", defaults=defaults)[0]
