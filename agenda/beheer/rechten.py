"""Who may do what, read from the code itself: the table of rights, what does not go together, and how many accounts."""

import re
from collections import Counter
from collections.abc import Iterator

from agenda import klok
from agenda.access import PUBLIC, RECHTEN, SAMEN, TOE_TE_KENNEN, UITLEG, Permission, Rol
from agenda.checks import audience_of, routes
from agenda.levensloop import andere_scheidingen, levenslopen
from agenda.lijsten import Kolom
from agenda.lijsten.kolommen import datum
from agenda.models import Gebruiker

TITEL = "Wie mag wat"
ARGUMENT = re.compile(r"\(\?P<[^)]+\)|<[^>]+>")  # in the address of a route, as Django writes it


def rows() -> list[tuple[str, list[tuple[Rol, bool]]]]:
    """Each verb as a sentence, and for each role whether it may."""
    return [
        (UITLEG[permission], [(rol, permission in RECHTEN[rol]) for rol in TOE_TE_KENNEN]) for permission in Permission
    ]


def accounts_per_role() -> dict[Rol, int]:
    """How many accounts that are not blocked have each role; who has two counts for both."""
    found = Gebruiker.objects.persons().filter(is_active=True).values_list("rollen", flat=True)
    counted = Counter(rol for rollen in found for rol in rollen)
    return {rol: counted[rol] for rol in TOE_TE_KENNEN}


def groups() -> list[tuple[str, list[str]]]:
    """Which roles one account may have together."""
    return [
        (naam, [rol.label for rol in Rol if rol in groep]) for naam, groep in SAMEN.items() if Rol.SYSTEEM not in groep
    ]


def separations() -> list[tuple[str, str, str]]:
    """Each step that somebody cannot take after his own work: the record, the step, and that work."""
    found = andere_scheidingen()
    for model, levensloop in levenslopen().items():
        labels = {stap.verb: stap.label for stap in levensloop.stappen}
        for stap in levensloop.stappen:
            if verbs := dict.fromkeys(stap.niet_door + stap.nooit_door):
                earlier = [labels.get(verb, verb.replace("_", " ").capitalize()) for verb in verbs]
                found.append((model._meta.verbose_name.capitalize(), stap.label, ", ".join(earlier)))
    return found


def openbaar() -> list[str]:
    """The addresses that open for everybody, also without an account; … stands for a key or a name."""
    return sorted(readable(address) for address, pattern in routes() if audience_of(pattern.callback) == PUBLIC)


def readable(address: str) -> str:
    return re.sub(r"[\^$]", "", ARGUMENT.sub("…", address))


class Rechtenlijst:
    """The same table as a file: what the writers of a list ask of it."""

    titel = TITEL
    programma = None
    is_voorbeeld = False
    filters_in_woorden = filters_voor_logboek = "geen"
    records = Gebruiker.objects.none()
    kolommen = [
        Kolom("rol", "Rol"),
        Kolom("recht", "Recht"),
        Kolom("uitleg", "Wat dat betekent"),
        Kolom("accounts", "Accounts met deze rol"),
    ]

    @property
    def aantal(self) -> int:
        return sum(len(RECHTEN[rol]) for rol in TOE_TE_KENNEN)

    def values(self) -> Iterator[list[str]]:
        accounts = accounts_per_role()
        for rol in TOE_TE_KENNEN:
            for permission in Permission:
                if permission in RECHTEN[rol]:
                    yield [rol.label, in_words(permission), UITLEG[permission], str(accounts[rol])]

    def herkomst(self) -> list[tuple[str, str]]:
        gemaakt = datum(klok.nu().astimezone(klok.AMSTERDAM))
        return [("Lijst", self.titel), ("Aantal rijen", str(self.aantal)), ("Gemaakt op", gemaakt)]


def in_words(permission: Permission) -> str:
    return permission.replace("_", " ").capitalize()
