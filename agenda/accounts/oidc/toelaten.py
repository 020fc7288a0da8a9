"""Who comes in: from what a provider says about somebody to an account with its roles and gemeente.

The provider decides about staff at every sign-in; of an official it tells the gemeente only. An account is found by
issuer and subject, never by e-mail address: who can choose an address must not get somebody else's account.
"""

import hashlib
from collections.abc import Iterable

from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from agenda import audit
from agenda.access import Rol, may_combine
from agenda.accounts.oidc.aanbieders import Aanbieder
from agenda.accounts.oidc.id_token import LEEWAY
from agenda.accounts.oidc.weigeringen import Weigering
from agenda.models import Gebruiker, Gemeente, Groepsrol, Organisatienummer
from agenda.models.gebruikers import GEEN_ADRES, in_words

VISIBLE_DIGITS = 3  # of the number of an unknown organisation, on screen and in the log


def person_key(claims: dict) -> str:
    """What the provider's subject is called here: a subject is unique within its issuer only."""
    return hashlib.sha256(f"{claims['iss']} {claims['sub']}".encode()).hexdigest()


def toelaten(aanbieder: Aanbieder, claims: dict) -> Gebruiker:
    """The account of who just signed in, made or brought up to date. Raises Weigering if there is no access."""
    require_certainty(aanbieder, claims)
    try:
        gebruiker, weigering = volgen(aanbieder, claims)
    except IntegrityError:  # another window made this account, or somebody took this address, in between: look again
        gebruiker, weigering = volgen(aanbieder, claims)
    if weigering:
        raise weigering
    return gebruiker


@transaction.atomic
def volgen(aanbieder: Aanbieder, claims: dict) -> tuple[Gebruiker | None, Weigering | None]:
    """The account as the provider says it now, and why its owner may not come in, if so: then he loses his roles.

    Raises Weigering, and then nothing changes; IntegrityError when somebody else was first.
    """
    gebruiker = account_of(aanbieder, claims, Gebruiker.objects.select_for_update(of=["self"]))
    if gebruiker and not gebruiker.is_active:
        raise Weigering("geblokkeerd")
    velden = VELDEN[aanbieder.naam](aanbieder, claims, gebruiker)
    weigering = objection(velden["rollen"])
    if weigering:
        velden["rollen"] = []  # also in the sessions that are still open
    if gebruiker:
        bijwerken(gebruiker, aanbieder, velden)
    elif not weigering:
        gebruiker = maken(aanbieder, claims, velden)
    return gebruiker, weigering


def objection(rollen: list[str]) -> Weigering | None:
    """Why nobody can come in with these roles, if so."""
    if not rollen:
        return Weigering("geen_rol")
    return None if may_combine(rollen) else Weigering("rollen_botsen", {"rollen": in_words(rollen)})


def require_certainty(aanbieder: Aanbieder, claims: dict) -> None:
    """Raise Weigering unless acr or amr shows what the settings ask: two factors (BIO2 5.17.01), or EH3."""
    amr = claims.get("amr")
    shown = {claims.get("acr")} if isinstance(claims.get("acr"), str) else set()
    means = {each for each in amr if isinstance(each, str)} if isinstance(amr, list) else set()
    if not shown & set(aanbieder.acr) and not means & set(aanbieder.amr):
        raise Weigering("niveau" if aanbieder.naam == "eherkenning" else "zekerheid", oorzaak=f"{shown} {means}")


def require_same_person(aanbieder: Aanbieder, claims: dict, gebruiker: Gebruiker, began: dict) -> None:
    """Raise Weigering unless `gebruiker` just signed in again, for the same gemeente; `began` says since when."""
    require_certainty(aanbieder, claims)
    is_same = began["account"] == gebruiker.pk and account_of(aanbieder, claims) == gebruiker
    if not is_same or (gebruiker.gemeente and gemeente_van(aanbieder, claims) != gebruiker.gemeente):
        raise Weigering("ander_account")
    moment = claims.get("auth_time")
    if type(moment) is not int or moment < began["sinds"] - LEEWAY:
        raise Weigering("niet_vers", oorzaak=f"auth_time {moment}, begonnen {began['sinds']}")


def account_of(aanbieder: Aanbieder, claims: dict, among: QuerySet = Gebruiker.objects) -> Gebruiker | None:
    return among.filter(socialaccount__provider=aanbieder.naam, socialaccount__uid=person_key(claims)).first()


# --- Staff: roles by group ------------------------------------------------------------------------------------


def velden_van_medewerker(aanbieder: Aanbieder, claims: dict, gebruiker: Gebruiker | None) -> dict:
    """Name, address and roles as the provider says them now."""
    return {"rollen": rollen_van(groepen(aanbieder, claims))} | persoon(claims)


def groepen(aanbieder: Aanbieder, claims: dict) -> list[str]:
    """The groups. Raises Weigering if they are no list: a loose text could be read as many things."""
    found = claims.get(aanbieder.claims["groepen"], [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise Weigering("geen_rol", oorzaak=f"de claim {aanbieder.claims['groepen']} is geen lijst")
    return [each for each in found if "\0" not in each]


def rollen_van(groepen: Iterable[str]) -> list[str]:
    """The roles of these groups together, in the order of `Rol`."""
    found = set(Groepsrol.objects.filter(groep__in=groepen).values_list("rol", flat=True))
    return [rol.value for rol in Rol if rol in found]


# --- Officials of gemeenten -----------------------------------------------------------------------------------


def velden_van_ambtenaar(aanbieder: Aanbieder, claims: dict, gebruiker: Gebruiker | None) -> dict:
    """The gemeente of the number; a beheerder may have given another role, which ends with another gemeente."""
    gemeente = gemeente_van(aanbieder, claims)
    stays = gebruiker is not None and gebruiker.gemeente == gemeente
    velden = {"gemeente": gemeente, "rollen": gebruiker.rollen if stays else [Rol.GEMEENTELIJK_AANVRAGER.value]}
    naam = {} if gebruiker else {"naam": f"Medewerker van {gemeente}"}
    return velden | naam | persoon(claims)


def gemeente_van(aanbieder: Aanbieder, claims: dict) -> Gemeente:
    """The gemeente that signs in. Raises Weigering if there is no number, or nobody filled it in yet."""
    for soort in Organisatienummer.Soort:
        nummer = claims.get(aanbieder.claims[soort])
        if not isinstance(nummer, str) or not nummer.isascii() or not nummer.isdigit():
            continue
        found = Organisatienummer.objects.filter(soort=soort, nummer=nummer).select_related("gemeente").first()
        if found:
            return found.gemeente
        naam = soort.label.partition(" ")[0]
        raise Weigering("organisatie", {"nummer": f"een {naam} dat eindigt op {nummer[-VISIBLE_DIGITS:]}"})
    raise Weigering("geen_nummer")


VELDEN = {"rijk": velden_van_medewerker, "eherkenning": velden_van_ambtenaar}


# --- The account ----------------------------------------------------------------------------------------------


def persoon(claims: dict) -> dict[str, str]:
    """Name and e-mail address, as far as the provider gives proper ones: one line, printable.

    An address counts only when the provider says that it checked it (`email_verified`, OpenID Connect Core 5.1):
    with any other one could ask whether somebody has an account here, or get the mail of another.
    """
    naam = "".join(each for each in str(claims.get("name") or "") if each.isprintable()).strip()[:120]
    email = claims.get("email") if claims.get("email_verified") is True else ""
    try:
        email = Gebruiker._meta.get_field("email").clean(email if isinstance(email, str) else "", None)
    except ValidationError:
        email = ""
    return {sleutel: waarde for sleutel, waarde in {"naam": naam, "email": email.lower()}.items() if waarde}


def maken(aanbieder: Aanbieder, claims: dict, velden: dict) -> Gebruiker:
    """A new account that has no password. Without an address it gets one to which nothing can be sent."""
    key = person_key(claims)
    velden = {"email": f"{key[:20]}@{GEEN_ADRES}", "naam": "Medewerker zonder naam"} | velden
    if is_taken(velden["email"]):
        raise Weigering("adres_in_gebruik")
    gebruiker = Gebruiker.objects.create_user(**velden)
    SocialAccount.objects.create(user=gebruiker, provider=aanbieder.naam, uid=key)
    audit.record(
        gebruiker, "account_via_sso", by=Gebruiker.objects.systeem(), aanbieder=aanbieder.naam, rollen=gebruiker.rollen
    )
    return gebruiker


def bijwerken(gebruiker: Gebruiker, aanbieder: Aanbieder, velden: dict) -> Gebruiker:
    """What the provider says differently now. Roles and gemeente are recorded; an address of another stays off."""
    if "email" in velden and is_taken(velden["email"], gebruiker):
        del velden["email"]
    changed = {naam: waarde for naam, waarde in velden.items() if getattr(gebruiker, naam) != waarde}
    was = {"rollen_waren": gebruiker.rollen, "gemeente_was": str(gebruiker.gemeente or "")}
    for naam, waarde in changed.items():
        setattr(gebruiker, naam, waarde)
    gebruiker.save(update_fields=list(changed))
    if {"rollen", "gemeente"} & changed.keys():
        by = Gebruiker.objects.systeem()
        wordt = {"rollen": gebruiker.rollen, "gemeente": str(gebruiker.gemeente or "")}
        audit.record(gebruiker, "account_volgt_sso", by=by, aanbieder=aanbieder.naam, **was, **wordt)
    return gebruiker


def is_taken(email: str, gebruiker: Gebruiker | None = None) -> bool:
    return Gebruiker.objects.filter(email=email).exclude(pk=gebruiker and gebruiker.pk).exists()
