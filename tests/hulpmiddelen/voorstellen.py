"""Voorstellen of gemeenten and praktijkkaders in any status, made by the verbs."""

import uuid

from django.test import Client

from agenda import klok
from agenda.access import Rol
from agenda.models import Bericht, Gebruiker, Gemeente
from interventies.models import Interventievoorstel, Praktijkkader, Uitvoering
from interventies.palet import toestemming, voorstellen
from tests.hulpmiddelen import interventies as palet

V, K = Interventievoorstel.Status, Praktijkkader.Status
TEKENT = Rol.GEMEENTELIJK_ONDERTEKENAAR
STAF = ("interventievoorstel", "interventievoorstel-behandelen", "interventievoorstel-overnemen", "interventievoorstel-afwijzen")  # fmt: skip
VAN_GEMEENTE = ("gemeente-voorstel", "gemeente-voorstel-intrekken")
OVER_KADER = ("kader-vervallen", "gemeente-kader", "gemeente-kader-toestemmen", "gemeente-kader-weigeren", "gemeente-kader-intrekken")  # fmt: skip


def browser(user) -> Client:
    """A browser in which `user` is signed in."""
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def sleutel() -> dict:
    """What makes a form one that was not sent before."""
    return {"sleutel": str(uuid.uuid4())}


def berichten(user) -> list[str]:
    """The kinds of what waits in the inbox of `user`."""
    return list(Bericht.objects.filter(ontvanger=user, afgehandeld_op=None).values_list("soort", flat=True))


def ambtenaar(van: Gemeente, rol: Rol = Rol.GEMEENTELIJK_AANVRAGER) -> Gebruiker:
    """Who works at `van`."""
    email = f"{rol.value}-{van.code.lower()}-palet@voorbeeld.invalid"
    found = Gebruiker.objects.filter(email=email).first()
    return found or Gebruiker.objects.create_user(email, naam=f"{rol.label} {van}", rollen=[rol], gemeente=van)


def aanpak(**anders) -> dict[str, str]:
    velden = {
        "naam": "Ouders voor de klas",
        "wat": "Ouders vertellen in de klas over hun werk en hun leven.",
        "doelgroep": "Leerlingen van 12 tot en met 16 jaar.",
        "waar": "Op twee scholen, sinds september 2025.",
        "waarom": "Leerlingen stellen daarna meer vragen, zeggen mentoren.",
        "contact": "Afdeling Jeugd, jeugd@oordstad.invalid",
    }
    return velden | anders


def voorstel(status: str = V.INGEDIEND, van: Gemeente | None = None) -> Interventievoorstel:
    """A voorstel that came to `status` by the steps before it."""
    van = van or palet.gemeente()
    by, staf = ambtenaar(van), palet.wie(palet.SCHRIJVER)
    with klok.vastgezet(palet.NU):
        made = voorstellen.indienen(van, voorstellen.Aanpak(**aanpak()), by=by)
        if status == V.IN_BEHANDELING:
            voorstellen.behandelen(made, by=staf)
        if status == V.OVERGENOMEN:
            voorstellen.overnemen(made, palet.beschrijving(naam=made.naam), [], by=staf)
        if status == V.AFGEWEZEN:
            voorstellen.afwijzen(made, reden="Het is geen preventie.", by=staf)
        if status == V.INGETROKKEN:
            voorstellen.intrekken(made, by=by)
    return made


def kader(status: str = K.GEVRAAGD, over: Uitvoering | None = None, **woorden) -> Praktijkkader:
    """A praktijkkader that came to `status` by the steps before it."""
    over = over or palet.uitvoering(palet.gepubliceerd(palet.F.TESTEN))
    woorden = {
        "titel": "Jongeren maken hun buurt",
        "tekst": "In Zuid maken jongeren een plan voor hun buurt.",
    } | woorden
    staf, by = palet.wie(palet.SCHRIJVER), ambtenaar(over.gemeente, TEKENT)
    with klok.vastgezet(palet.NU):
        made = toestemming.vragen(over, **woorden, by=staf)
        if status in (K.TOEGESTEMD, K.INGETROKKEN):
            toestemming.toestemmen(made, by=by)
        if status == K.GEWEIGERD:
            toestemming.weigeren(made, reden="Dit klopt niet.", by=by)
        if status == K.INGETROKKEN:
            toestemming.intrekken(made, reden="Wij zijn gestopt.", by=by)
        if status == K.VERVALLEN:
            toestemming.vervallen(made, by=staf)
    return made


def arguments(van: Gemeente | None = None) -> dict[str, dict]:
    """The arguments of the pages about a new voorstel of `van`, and about a text that it was asked about."""
    van = van or palet.gemeente()
    een = {"nummer": voorstel(van=van).nummer}
    loopt = palet.uitvoering(
        palet.gepubliceerd(palet.F.TESTEN, naam=f"Praktijklab {van}", is_voorbeeld=van.is_voorbeeld), gemeente=van
    )
    gevraagd = {"nummer": kader(over=loopt).nummer}
    pages = dict.fromkeys((*STAF, *VAN_GEMEENTE), een) | dict.fromkeys(OVER_KADER, gevraagd)
    return pages | {"uitvoering-kader": {"nummer": loopt.nummer}}
