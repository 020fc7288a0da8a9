"""Why a sign-in by OpenID Connect ends without an account, and what its visitor can do then."""

from dataclasses import dataclass, field
from http import HTTPStatus

SSO, EH = "SSO-Rijk", "eHerkenning"

# reden: (status, title, what happened, what to do). {…} comes from the refusal.
# fmt: off
TEKSTEN: dict[str, tuple[HTTPStatus, str, str, str]] = {
    "geen_rol": (
        HTTPStatus.FORBIDDEN, "U hebt nog geen rol in dit portaal",
        "U bent bekend bij {aanbieder} maar heeft hier nog geen rol. Er is daarom geen toegang.",
        "Vraag uw leidinggevende welke rol u nodig hebt. Vraag de beheerder van het portaal om die rol voor uw groep.",
    ),
    "rollen_botsen": (
        HTTPStatus.FORBIDDEN, "Uw rollen gaan niet samen",
        "Uw groepen bij {aanbieder} geven u rollen die niet samengaan in één account: {rollen}.",
        "Vraag de beheerder van het portaal welke rol u moet houden, en laat u uit de andere groep halen.",
    ),
    "zekerheid": (
        HTTPStatus.FORBIDDEN, "U hebt niet zeker genoeg ingelogd",
        "Dit portaal vraagt dat u inlogt met twee stappen, bijvoorbeeld met een wachtwoord en een code.",
        "Log opnieuw in en kies bij {aanbieder} voor inloggen met een tweede stap.",
    ),
    "niveau": (
        HTTPStatus.FORBIDDEN, "Uw eHerkenning heeft een te laag niveau",
        "Voor dit portaal is eHerkenning op niveau EH3 of hoger nodig. U hebt ingelogd met een lager niveau.",
        "Vraag de beheerder van eHerkenning in uw gemeente om een middel op niveau EH3. Log daarna opnieuw in.",
    ),
    "geen_nummer": (
        HTTPStatus.FORBIDDEN, "Wij weten niet namens welke gemeente u inlogt",
        "eHerkenning gaf geen KvK-nummer of OIN van uw organisatie door. Er is daarom geen toegang.",
        "Vraag de beheerder van eHerkenning in uw gemeente of u gemachtigd bent voor dit portaal.",
    ),
    "organisatie": (
        HTTPStatus.FORBIDDEN, "Wij kennen deze organisatie nog niet",
        "U hebt ingelogd namens een organisatie met {nummer}. Bij dat nummer hoort in dit portaal nog geen gemeente. "
        "Er is daarom geen toegang en geen account gemaakt.",
        "Werkt u voor een gemeente? Mail het programma de naam van uw gemeente, het hele nummer en uw naam. "
        "Vraag om het nummer bij uw gemeente te zetten. Log daarna opnieuw in.",
    ),
    "adres_in_gebruik": (
        HTTPStatus.FORBIDDEN, "Er is al een account met uw e-mailadres",
        "Dat account is niet gemaakt met {aanbieder}. Om misbruik te voorkomen koppelt het portaal ze niet vanzelf.",
        "Log in met uw e-mailadres en wachtwoord. Of vraag de beheerder van het portaal om het oude op te heffen.",
    ),
    "geblokkeerd": (
        HTTPStatus.FORBIDDEN, "Uw account is geblokkeerd",
        "Inloggen bij {aanbieder} is gelukt, maar uw account in dit portaal is geblokkeerd.",
        "Vraag de beheerder van het portaal waarom, en wat er nodig is om het weer te openen.",
    ),
    "ander_account": (
        HTTPStatus.FORBIDDEN, "Dit is een ander account",
        "U moest opnieuw inloggen om te laten zien dat u het bent, maar {aanbieder} noemt iemand anders of een andere "
        "organisatie. Er is niets gedaan.",
        "Probeer het opnieuw met het account waarmee u hier bent ingelogd. Of log eerst uit.",
    ),
    "niet_vers": (
        HTTPStatus.FORBIDDEN, "U bent niet opnieuw ingelogd",
        "Voor deze stap moet u opnieuw inloggen. Volgens {aanbieder} bent u dat al, zonder dat u iets invulde. Er is "
        "niets gedaan.",
        "Probeer het opnieuw. Gebeurt het weer, log dan uit en weer in, en meld het de beheerder.",
    ),
    "afgebroken": (
        HTTPStatus.OK, "U bent niet ingelogd",
        "U hebt het inloggen bij {aanbieder} afgebroken, of {aanbieder} gaf geen toestemming.",
        "Wilt u toch inloggen? Begin dan opnieuw.",
    ),
    "onbereikbaar": (
        HTTPStatus.SERVICE_UNAVAILABLE, "{aanbieder} antwoordt nu niet",
        "Inloggen via {aanbieder} kan op dit moment niet. Dat ligt niet aan u.",
        "Probeer het over een paar minuten opnieuw. Duurt het langer, meld het dan de beheerder.",
    ),
    "mislukt": (
        HTTPStatus.BAD_REQUEST, "Inloggen is niet gelukt",
        "Het antwoord van {aanbieder} hoort niet bij deze browser, is te oud of is al gebruikt. U bent niet ingelogd.",
        "Begin opnieuw met inloggen, in één venster. Gebruik geen oude link en ga niet terug met de terugknop.",
    ),
}
# fmt: on
NAMEN = {"rijk": SSO, "eherkenning": EH}


@dataclass(eq=False)
class Weigering(Exception):
    """A sign-in that ends without access; `feiten` fill the words of the page, `oorzaak` is for the log only."""

    reden: str
    feiten: dict[str, str] = field(default_factory=dict)
    oorzaak: str = ""


def woorden(weigering: Weigering, aanbieder: str) -> dict[str, str]:
    """Title, what happened and what to do, as the page prints them."""
    _, *teksten = TEKSTEN[weigering.reden]
    feiten = {"aanbieder": NAMEN[aanbieder]} | weigering.feiten
    return dict(zip(("titel", "gebeurd", "doen"), (tekst.format_map(feiten) for tekst in teksten), strict=True))
