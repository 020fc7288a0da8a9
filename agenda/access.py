"""Who may do what: every role and its statutory verbs on one page, and the mark each view carries."""

from collections.abc import Callable
from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices


class Permission(StrEnum):
    """A verb somebody is entitled to."""

    PROGRAMMA_INZIEN = "programma_inzien"
    FEIT_VASTLEGGEN = "feit_vastleggen"
    TEGENSPRAAK_KIEZEN = "tegenspraak_kiezen"
    BRIEF_SCHRIJVEN = "brief_schrijven"
    BRIEF_AANBIEDEN = "brief_aanbieden"
    BRIEF_PARAFEREN = "brief_paraferen"
    BRON_AANVULLEN = "bron_aanvullen"
    ACTIVITEIT_BIJWERKEN = "activiteit_bijwerken"
    VOORBEREIDING_BIJWERKEN = "voorbereiding_bijwerken"
    VOORBEREIDING_INRICHTEN = "voorbereiding_inrichten"
    CORRECTIE_VOORSTELLEN = "correctie_voorstellen"
    CORRECTIE_BEOORDELEN = "correctie_beoordelen"
    EXPORTEREN = "exporteren"
    BEGROTING_MUTEREN = "begroting_muteren"
    HERSCHIKKING_AKKOORD = "herschikking_akkoord"
    VERPLICHTING_AANGAAN = "verplichting_aangaan"
    BETALING_BOEKEN = "betaling_boeken"
    JAAR_AFSLUITEN = "jaar_afsluiten"
    PROGNOSE_VASTSTELLEN = "prognose_vaststellen"
    DU_VOORSTELLEN = "du_voorstellen"
    DU_AANMELDEN = "du_aanmelden"
    DU_AKKOORD = "du_akkoord"
    TERUGKOPPELEN = "terugkoppelen"
    AANVRAAG_INDIENEN = "aanvraag_indienen"
    AANVRAAG_ONDERTEKENEN = "aanvraag_ondertekenen"
    AANVRAAG_BEHANDELEN = "aanvraag_behandelen"
    REGELING_BIJHOUDEN = "regeling_bijhouden"
    REGELING_OPENSTELLEN = "regeling_openstellen"
    INTERVENTIE_VOORSTELLEN = "interventie_voorstellen"
    KADER_TOESTEMMEN = "kader_toestemmen"
    INTERVENTIE_BESCHRIJVEN = "interventie_beschrijven"
    SCOPE_TOETSEN = "scope_toetsen"
    INTERVENTIE_BEOORDELEN = "interventie_beoordelen"
    INTERVENTIE_PUBLICEREN = "interventie_publiceren"
    GEMEENTE_INZIEN = "gemeente_inzien"
    COLLEGA_UITNODIGEN = "collega_uitnodigen"
    RAAD_INZIEN = "raad_inzien"
    LOGBOEK_INZIEN = "logboek_inzien"
    ACCOUNTS_INZIEN = "accounts_inzien"
    ACCOUNTS_BEHEREN = "accounts_beheren"
    NASLAG_BEHEREN = "naslag_beheren"
    VERNIETIGING_INZIEN = "vernietiging_inzien"
    VERNIETIGING_VOORSTELLEN = "vernietiging_voorstellen"
    VERNIETIGING_BEVESTIGEN = "vernietiging_bevestigen"


# What each verb lets somebody do, as the page of rights prints it.
# fmt: off
UITLEG: dict[Permission, str] = {
    Permission.PROGRAMMA_INZIEN:         "Alle werkpagina’s bekijken: begroting, feiten, bronnen, regelingen en brieven.",
    Permission.FEIT_VASTLEGGEN:          "Een nieuwe waarde van een feit vastleggen, met de bron erbij.",
    Permission.TEGENSPRAAK_KIEZEN:       "Kiezen wat een nieuwe brief gebruikt als bronnen elkaar tegenspreken.",
    Permission.BRIEF_SCHRIJVEN:          "De tekst van een brief schrijven en wijzigen.",
    Permission.BRIEF_AANBIEDEN:          "Een brief aanbieden voor parafering.",
    Permission.BRIEF_PARAFEREN:          "Een brief paraferen die een ander heeft aangeboden.",
    Permission.BRON_AANVULLEN:           "Het document bij een bron toevoegen.",
    Permission.ACTIVITEIT_BIJWERKEN:     "Activiteiten, mijlpalen en indicatoren maken, verplaatsen en bijwerken.",
    Permission.VOORBEREIDING_BIJWERKEN:  "Melden dat iets klaar is wat voor een brief nodig is, of het heropenen.",
    Permission.VOORBEREIDING_INRICHTEN:  "Bepalen wat er voor een brief klaar moet zijn, door wie en wanneer.",
    Permission.CORRECTIE_VOORSTELLEN:    "Voorstellen om een waarde van een indicator te verbeteren.",
    Permission.CORRECTIE_BEOORDELEN:     "Beslissen over een verbetering die een ander heeft voorgesteld.",
    Permission.EXPORTEREN:               "Een lijst downloaden als bestand.",
    Permission.BEGROTING_MUTEREN:        "Budget wijzigen, een herschikking voorstellen en een prognose maken.",
    Permission.HERSCHIKKING_AKKOORD:     "Akkoord geven op een herschikking die een ander voorstelde.",
    Permission.VERPLICHTING_AANGAAN:     "Geld reserveren, verplichtingen aangaan en bijstellen.",
    Permission.BETALING_BOEKEN:          "Betalingen en terugontvangsten boeken.",
    Permission.JAAR_AFSLUITEN:           "Voorstellen een jaar af te sluiten, en afsluiten wat een ander voorstelde.",
    Permission.PROGNOSE_VASTSTELLEN:     "Een prognose vaststellen die een ander maakte.",
    Permission.DU_VOORSTELLEN:           "Een decentralisatie-uitkering (DU) voorstellen, intrekken en bijhouden.",
    Permission.DU_AANMELDEN:             "De eigen gemeente aanmelden voor een decentralisatie-uitkering (DU).",
    Permission.DU_AKKOORD:               "Namens de eigen gemeente wel of niet akkoord gaan met een DU.",
    Permission.TERUGKOPPELEN:            "Uit eigen beweging vertellen wat de gemeente doet; altijd vrijwillig.",
    Permission.AANVRAAG_INDIENEN:        "Namens de eigen gemeente een aanvraag invullen, indienen en intrekken.",
    Permission.AANVRAAG_ONDERTEKENEN:    "Als tweede persoon een aanvraag van de eigen gemeente ondertekenen.",
    Permission.AANVRAAG_BEHANDELEN:      "Om aanvulling van een aanvraag vragen, en haar compleet verklaren.",
    Permission.REGELING_BIJHOUDEN:       "Stukken, toekenningen en bestemmingen bij een regeling vastleggen.",
    Permission.REGELING_OPENSTELLEN:     "Een regeling openstellen, zodat gemeenten via het portaal aanvragen.",
    Permission.INTERVENTIE_VOORSTELLEN:  "Een aanpak van de eigen gemeente voorstellen als interventie.",
    Permission.KADER_TOESTEMMEN:         "Namens de eigen gemeente toestaan dat een tekst over haar in een brief komt, of niet.",
    Permission.INTERVENTIE_BESCHRIJVEN:  "Een interventie beschrijven, vastleggen waar zij loopt, en evaluaties plannen en aanbieden.",
    Permission.SCOPE_TOETSEN:            "Oordelen of een interventie die een ander beschreef bij de Agenda hoort.",
    Permission.INTERVENTIE_BEOORDELEN:   "Evaluaties van een ander vaststellen, het bewijs beoordelen en de fase bepalen.",
    Permission.INTERVENTIE_PUBLICEREN:   "Interventies in de openbare catalogus zetten en eruit halen, en documenten openbaar maken.",
    Permission.GEMEENTE_INZIEN:          "De pagina’s van de eigen gemeente bekijken.",
    Permission.COLLEGA_UITNODIGEN:       "Een collega van de eigen gemeente uitnodigen.",
    Permission.RAAD_INZIEN:              "De eigen stukken van de Maatschappelijke Raad bekijken.",
    Permission.LOGBOEK_INZIEN:           "Het logboek bekijken: wie deed wat, en wanneer.",
    Permission.ACCOUNTS_INZIEN:          "Bekijken wie een account of uitnodiging heeft, met welke rollen.",
    Permission.ACCOUNTS_BEHEREN:         "Mensen uitnodigen, rollen wijzigen en accounts blokkeren.",
    Permission.NASLAG_BEHEREN:           "Naslaglijsten bijwerken, zoals gemeenten en ministeries.",
    Permission.VERNIETIGING_INZIEN:      "Bekijken wat is voorgesteld om te vernietigen, en wat is vernietigd.",
    Permission.VERNIETIGING_VOORSTELLEN: "Voorstellen welke gegevens vernietigd worden.",
    Permission.VERNIETIGING_BEVESTIGEN:  "Bevestigen dat gegevens vernietigd worden die een ander voorstelde.",
}
# fmt: on


class Rol(TextChoices):
    """What somebody is in the portal; issue-independent, named as the ministry names them."""

    PROGRAMMAMANAGER = "programmamanager", "Programmamanager"
    BELEIDSMEDEWERKER = "beleidsmedewerker", "Beleidsmedewerker"
    BUDGETHOUDER = "budgethouder", "Budgethouder"
    BEHANDELAAR = "behandelaar", "Behandelaar"
    BESLISSER = "beslisser", "Beslisser (mandaat)"
    REDACTEUR = "redacteur", "Redacteur"
    PARAFEERDER = "parafeerder", "Parafeerder (directeur, DG)"
    BEHEERDER = "beheerder", "Functioneel beheerder"
    AUDITOR = "auditor", "Auditor"
    GEMEENTELIJK_AANVRAGER = "gemeentelijk_aanvrager", "Gemeentelijk aanvrager"
    GEMEENTELIJK_ONDERTEKENAAR = "gemeentelijk_ondertekenaar", "Gemeentelijk ondertekenaar"
    RAADSLID = "raadslid", "Raadslid (Maatschappelijke Raad)"
    SYSTEEM = "systeem", "Het portaal zelf"


GEMEENTELIJK = frozenset({Rol.GEMEENTELIJK_AANVRAGER, Rol.GEMEENTELIJK_ONDERTEKENAAR})

P = Permission
_INZIEN = frozenset({P.PROGRAMMA_INZIEN, P.EXPORTEREN})
_WERK = _INZIEN | {P.CORRECTIE_VOORSTELLEN}
_PLANNING = frozenset({P.ACTIVITEIT_BIJWERKEN, P.CORRECTIE_BEOORDELEN})
_PALET = frozenset({P.INTERVENTIE_BESCHRIJVEN, P.SCOPE_TOETSEN})
_GEMEENTE = frozenset({P.GEMEENTE_INZIEN, P.EXPORTEREN, P.COLLEGA_UITNODIGEN, P.DU_AANMELDEN, P.TERUGKOPPELEN, P.INTERVENTIE_VOORSTELLEN, P.AANVRAAG_INDIENEN})

# fmt: off
RECHTEN: dict[Rol, frozenset[Permission]] = {
    Rol.PROGRAMMAMANAGER:           _WERK | _PLANNING | {P.VOORBEREIDING_BIJWERKEN, P.VOORBEREIDING_INRICHTEN, P.FEIT_VASTLEGGEN, P.TEGENSPRAAK_KIEZEN, P.BRIEF_SCHRIJVEN, P.BRIEF_AANBIEDEN, P.BRON_AANVULLEN, P.HERSCHIKKING_AKKOORD, P.JAAR_AFSLUITEN, P.PROGNOSE_VASTSTELLEN, P.VERNIETIGING_INZIEN, P.VERNIETIGING_BEVESTIGEN, P.DU_VOORSTELLEN, P.REGELING_BIJHOUDEN, P.REGELING_OPENSTELLEN, P.AANVRAAG_BEHANDELEN, P.INTERVENTIE_BEOORDELEN, P.INTERVENTIE_PUBLICEREN} | _PALET,
    Rol.BELEIDSMEDEWERKER:          _WERK | _PLANNING | {P.VOORBEREIDING_BIJWERKEN, P.FEIT_VASTLEGGEN, P.TEGENSPRAAK_KIEZEN, P.BRIEF_SCHRIJVEN, P.BRON_AANVULLEN, P.DU_VOORSTELLEN, P.REGELING_BIJHOUDEN, P.INTERVENTIE_BEOORDELEN} | _PALET,
    Rol.BUDGETHOUDER:               _WERK | {P.VOORBEREIDING_BIJWERKEN, P.BRON_AANVULLEN, P.BEGROTING_MUTEREN, P.HERSCHIKKING_AKKOORD, P.VERPLICHTING_AANGAAN, P.BETALING_BOEKEN, P.JAAR_AFSLUITEN, P.PROGNOSE_VASTSTELLEN},
    Rol.BEHANDELAAR:                _WERK | {P.VOORBEREIDING_BIJWERKEN, P.DU_VOORSTELLEN, P.REGELING_BIJHOUDEN, P.AANVRAAG_BEHANDELEN} | _PALET,
    Rol.BESLISSER:                  _WERK | {P.HERSCHIKKING_AKKOORD},
    Rol.REDACTEUR:                  _WERK | {P.VOORBEREIDING_BIJWERKEN, P.BRIEF_SCHRIJVEN, P.BRIEF_AANBIEDEN, P.INTERVENTIE_PUBLICEREN},
    Rol.PARAFEERDER:                _WERK | {P.BRIEF_PARAFEREN},
    Rol.BEHEERDER:                  _WERK | {P.ACCOUNTS_INZIEN, P.ACCOUNTS_BEHEREN, P.NASLAG_BEHEREN, P.LOGBOEK_INZIEN, P.VERNIETIGING_INZIEN, P.VERNIETIGING_VOORSTELLEN},
    Rol.AUDITOR:                    _INZIEN | {P.ACCOUNTS_INZIEN, P.LOGBOEK_INZIEN, P.VERNIETIGING_INZIEN},
    Rol.GEMEENTELIJK_AANVRAGER:     _GEMEENTE,
    Rol.GEMEENTELIJK_ONDERTEKENAAR: _GEMEENTE | {P.DU_AKKOORD, P.KADER_TOESTEMMEN, P.AANVRAAG_ONDERTEKENEN},
    Rol.RAADSLID:                   frozenset({P.RAAD_INZIEN}),
    Rol.SYSTEEM:                    _INZIEN | {P.FEIT_VASTLEGGEN, P.BRIEF_SCHRIJVEN, P.BRIEF_AANBIEDEN, P.BEGROTING_MUTEREN},
}
# fmt: on

# Roles that one account may have together: all of them stand in one line. Who checks (the auditor) changes nothing,
# and who asks for money or advises does not work at the ministry that decides (functiescheiding, BIO2 5.03).
SAMEN: dict[str, frozenset[Rol]] = {
    "Medewerkers van het programma": frozenset(Rol) - {Rol.AUDITOR, *GEMEENTELIJK, Rol.RAADSLID, Rol.SYSTEEM},
    "De auditor": frozenset({Rol.AUDITOR}),
    "Medewerkers van een gemeente": GEMEENTELIJK,
    "Leden van de Maatschappelijke Raad": frozenset({Rol.RAADSLID}),
    "Het portaal zelf": frozenset({Rol.SYSTEEM}),
}
TOE_TE_KENNEN = [rol for rol in Rol if rol != Rol.SYSTEEM]  # the portal itself is no role for a person

# Reading is no change: who has only these can alter nothing, also not by accident.
ALLEEN_LEZEN = frozenset(
    {P.PROGRAMMA_INZIEN, P.EXPORTEREN, P.GEMEENTE_INZIEN, P.RAAD_INZIEN, P.LOGBOEK_INZIEN, P.VERNIETIGING_INZIEN}
    | {P.ACCOUNTS_INZIEN}
)

PUBLIC = "public"
SIGNED_IN = "signed_in"


class GeenToegang(PermissionDenied):
    """Somebody lacks the right for an operation; the message says which right, in Dutch."""


def may_combine(rollen) -> bool:
    """Whether one account may have all of `rollen`; the same table is a constraint of the database."""
    return any(set(rollen) <= groep for groep in SAMEN.values())


def permissions(user) -> frozenset[Permission]:
    """All permissions that the roles of `user` give together; none when not signed in or blocked.

    A role that no longer exists gives nothing: one odd row must not shut every page for that person.
    """
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    return frozenset().union(*(RECHTEN.get(rol, ()) for rol in user.rollen))


def may(user, permission: Permission) -> bool:
    return permission in permissions(user)


def may_change(user) -> bool:
    """Whether `user` can change anything at all; such a local account needs a second factor (BIO2 5.17.01)."""
    return bool(permissions(user) - ALLEEN_LEZEN)


def require(user, permission: Permission) -> None:
    """Raise GeenToegang unless `user` has `permission`."""
    if not may(user, permission):
        raise GeenToegang(f"U heeft het recht ‘{permission.replace('_', ' ')}’ niet.")


def audience(who: Permission | str) -> Callable:
    """Mark a view with who may open it: a Permission, SIGNED_IN or PUBLIC. Checked by the middleware."""

    def mark(view):
        view.audience = who
        return view

    return mark


def admits(who: Permission | str, user) -> bool:
    """Whether `user` belongs to the audience `who`."""
    if who == PUBLIC:
        return True
    if who == SIGNED_IN:
        return user.is_authenticated and user.is_active
    return may(user, who)
