"""Every route of the portal with an address that exists: the tests that walk all pages walk these."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.apps import apps
from django.urls import reverse

from agenda.access import PUBLIC, RECHTEN, SIGNED_IN, Rol
from agenda.checks import audience_of, routes


def first(model: str, **waar) -> dict:
    """The argument of a page of Django's admin about the first record like this."""
    return {"object_id": apps.get_model(*model.split("_")).objects.filter(**waar).values_list("pk", flat=True)[0]}


# Example values for the arguments of a route, by its name. They name records of the loaded programme.
VOORBEELDEN: dict[str, dict | Callable[..., dict]] = {
    "oidc_aanmelden": {"aanbieder": "rijk"},
    "oidc_terug": {"aanbieder": "eherkenning"},
    "feit": {"sleutel": "spuk.kansrijke-wijk.bijdrage-agenda"},
    "feit-nieuwe-versie": {"sleutel": "spuk.kansrijke-wijk.bijdrage-agenda"},
    "bron": {"sleutel": "voortgangsbrief-2024"},
    "bron-document": {"sleutel": "voortgangsbrief-2024"},
    "tegenspraak": {"nummer": "C01"},
    "tegenspraak-kiezen": {"nummer": "C07"},
    "gemeente": {"code": "GM0363"},
    "gemeente-geld": {"code": "GM0363"},
    "herindeling-overzetten": {"code": "GM0363"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "verlopen"},
    "actielijn": {"nummer": 1},
    "project": {"sleutel": "social-labs"},
    "regeling": {"sleutel": "kansrijke-wijk"},
    "regeling-kort": {"sleutel": "kansrijke-wijk"},
    "regeling-gebied": {"sleutel": "kansrijke-wijk", "nummer": 8},
    "regeling-gemeente": {"sleutel": "kansrijke-wijk", "code": "GM0363"},
    "regeling-versie": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "regeling-voorwaarden": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "aanleveringen": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "regeling-wijzigen": {"sleutel": "kansrijke-wijk"},
    "regeling-versie-nieuw": {"sleutel": "kansrijke-wijk"},
    "regeling-overnemen": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "regeling-inrichten": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "regeling-instelling": {"sleutel": "kansrijke-wijk", "volgorde": 1, "onderwerp": "tijdvak"},
    "regeling-rijen": {"sleutel": "kansrijke-wijk", "volgorde": 1, "soort": "themas"},
    "regeling-rij-nieuw": {"sleutel": "kansrijke-wijk", "volgorde": 1, "soort": "termijnen"},
    "regeling-formulier": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "maxima-overnemen": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "maxima": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "maxima-bestand": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "bestemmingen": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "bestemming-nieuw": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "regeling-openstellen": {"sleutel": "kansrijke-wijk", "volgorde": 1},
    "brief": {"programma": "veerkracht-weerbaarheid", "soort": "voortgang", "jaar": 2024},
    "brief-pdf": {"programma": "veerkracht-weerbaarheid", "soort": "voortgang", "jaar": 2024},
    "brief-cijfer": {
        "programma": "veerkracht-weerbaarheid",
        "soort": "voortgang",
        "jaar": 2024,
        "naam": "begroting.totaal",
    },
    "brief-stap": {"programma": "veerkracht-weerbaarheid", "soort": "voortgang", "jaar": 2024, "verb": "terugnemen"},
}

# The reference lists: templates of Django's own admin, which name what its views do not give.
NASLAG = "/beheer/"
VOORBEELDEN["admin:app_list"] = {"app_label": "agenda"}
for _model, _waar in (
    ("agenda_gemeente", {"code": "GM0202"}),
    ("agenda_provincie", {"code": "PV25"}),
    ("agenda_ministerie", {"afkorting": "SZW"}),
    ("agenda_gebied", {"nummer": 1}),
    ("interventies_term", {}),
):
    for _stap in ("change", "delete", "history"):
        VOORBEELDEN[f"admin:{_model}_{_stap}"] = partial(first, _model, **_waar)

# What belongs to one person, and is seen by that person alone whatever the role; tests make the record.
EIGEN = {"bericht", "bestand", "mfa_edit_webauthn", "mfa_remove_webauthn", "taak", "taak_annuleren"}

# Routes that answer with a file, with JSON or with another page.
GEEN_PAGINA = {
    "aanlevering-afgekeurd",
    "aanlevering-stap",
    "aanvraag-bestand",
    "account_gegevens_download",
    "account_logout",
    "begrotingsjaar-stap",
    "bericht",
    "berichten-gelezen",
    "bestand",
    "brief-opname-pdf",
    "brief-paraferen",
    "brief-pdf",
    "brief-stap",
    "bron-document-openen",
    "catalogus-document",
    "catalogus-interventie-pdf",
    "catalogus-rss",
    "collega-stap",
    "import-afgekeurd",
    "import-stap",
    "gemeente-aanmelding-intrekken",
    "aanvraag-compleet",
    "gemeente-aanvraag-aanvullen",
    "gemeente-aanvraag-beginnen",
    "gemeente-aanvraag-bestand",
    "gemeente-aanvraag-indienen",
    "gemeente-aanvraag-pdf",
    "gemeente-du-akkoord",
    "gemeente-kader-toestemmen",
    "gemeente-voorstel-intrekken",
    "herindeling-overzetten",
    "herschikking-akkoord",
    "interventie-document-openen",
    "interventievoorstel-behandelen",
    "inloggen_afbreken",
    "kader-vervallen",
    "live",
    "formulier-beginnen",
    "formulier-stap",
    "formulier-vaststellen",
    "maxima-bestand",
    "regeling-rij-stap",
    "mfa_login_webauthn",
    "oidc_aanmelden",
    "oidc_terug",
    "prognose-ophalen",
    "prognose-vaststellen",
    "ready",
    "rechten-nagelopen",
    "regeling-openstellen",
    "regeling-stuk-openen",
    "reservering-vervallen",
    "scenario-stap-weghalen",
    "taak_annuleren",
    "sjabloonpunt-vervallen",
    "uitnodiging-stap",
    "vernietiging-besluiten",
    "vernietiging-hervatten",
    "vernietiging-opstellen",
    "vernietiging-verklaring-pdf",
    "verplichting-document-openen",
}

# Pages that need an account or a sign-in in a certain state; tests/browser/test_aanmelden.py opens those.
BIJ_INLOGGEN = {
    "account_change_password",
    "account_reauthenticate",
    "mfa_authenticate",
    "mfa_deactivate_totp",
    "mfa_edit_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
}


@dataclass(frozen=True)
class Route:
    """One route: its name, the pattern of its address and who may open it."""

    naam: str
    patroon: str
    audience: str
    has_arguments: bool

    @property
    def is_naslag(self) -> bool:
        return self.patroon.startswith(NASLAG)

    @property
    def rol(self) -> Rol | None:
        """The first role that may open it; None for what is public."""
        if self.audience == PUBLIC:
            return None
        return next(rol for rol in Rol if self.audience == SIGNED_IN or self.audience in RECHTEN[rol])

    def address(self, records: dict | None = None) -> str:
        """An address on this route; `records` holds what only a test can make, such as a file of a person."""
        if not self.has_arguments:
            return reverse(self.naam)
        if self.naam not in VOORBEELDEN and self.naam not in (records or {}):
            raise AssertionError(
                f"De route ‘{self.naam}’ ({self.patroon}) heeft nog geen voorbeeld. Voeg in "
                f'tests/hulpmiddelen/routes.py bij VOORBEELDEN toe: "{self.naam}": {{…}}, met een record dat bestaat.'
            )
        values = (records or {}).get(self.naam) or VOORBEELDEN[self.naam]
        return reverse(self.naam, kwargs=values() if callable(values) else values)


def all_routes() -> Iterator[Route]:
    """All routes of the URL configuration. A route without a name cannot be tested and is refused."""
    for patroon, pattern in routes():
        if not pattern.name:
            raise AssertionError(f"De route {patroon} heeft geen naam. Geef path() een name=.")
        yield Route(
            full_name(patroon, pattern.name),
            patroon,
            audience_of(pattern.callback),
            bool(pattern.pattern.regex.groupindex),
        )


def full_name(patroon: str, naam: str) -> str:
    """The name by which an address is made; those of the reference lists stand in the space of Django's admin."""
    return f"admin:{naam}" if patroon.startswith(NASLAG) else naam


def pages() -> list[Route]:
    """The routes that show a page to whoever opens them."""
    return [route for route in all_routes() if route.naam not in GEEN_PAGINA | BIJ_INLOGGEN]
