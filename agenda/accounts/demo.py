"""The demo accounts: one per role, made on first use, with a password that nobody can type."""

from agenda.access import Rol
from agenda.models import Gebruiker

# What a visitor of the demo reads about each role.
# fmt: off
ROLLEN: dict[Rol, str] = {
    Rol.PROGRAMMAMANAGER:       "Leidt het programma, kiest bij tegenspraak en biedt brieven aan.",
    Rol.BELEIDSMEDEWERKER:      "Legt feiten vast met hun bron en schrijft mee aan brieven.",
    Rol.REDACTEUR:              "Schrijft de teksten van brieven en biedt ze aan voor parafering.",
    Rol.BUDGETHOUDER:           "Volgt de begroting per actielijn en haalt er overzichten uit.",
    Rol.AUDITOR:                "Bekijkt alles, ook waar elk cijfer vandaan komt, en wijzigt niets.",
    Rol.GEMEENTELIJK_AANVRAGER: "Werkt bij een gemeente en ziet nu alleen de openbare pagina’s.",
}
# fmt: on


def demo_account(rol: Rol) -> Gebruiker:
    """The account that plays `rol`."""
    gebruiker, _ = Gebruiker.objects.get_or_create(
        email=f"demo-{rol.value.replace('_', '-')}@portaal.invalid",
        defaults={"naam": f"Demo {rol.label.lower()}", "rollen": [rol], "password": "!"},
    )
    return gebruiker
