"""The settings of single sign-on, read from the environment; a provider without an address has no button."""

import environ

_LOA = "urn:etoegang:core:assurance-class:"


def oidc(env: environ.Env) -> dict[str, dict]:
    """Both providers, as README lists their variables."""
    return {
        "rijk": _shared(env, "OIDC_RIJK", "Inloggen als medewerker van het Rijk")
        | {
            "scopes": env.list("OIDC_RIJK_SCOPES", default=["openid", "profile", "email"]),
            "acr": env.list("OIDC_RIJK_ACR", default=[]),
            "amr": env.list("OIDC_RIJK_AMR", default=["mfa"]),  # RFC 8176: two factors
            "claims": {"groepen": env.str("OIDC_RIJK_CLAIM_GROEPEN", default="groups")},
        },
        "eherkenning": _shared(env, "OIDC_EHERKENNING", "Inloggen met eHerkenning")
        | {
            "scopes": env.list("OIDC_EHERKENNING_SCOPES", default=["openid"]),
            "acr": env.list("OIDC_EHERKENNING_ACR", default=[f"{_LOA}loa3", f"{_LOA}loa4"]),  # EH3 and higher
            "amr": [],
            "claims": {
                "kvk": env.str("OIDC_EHERKENNING_CLAIM_KVK", default="urn:etoegang:1.9:EntityConcernedID:KvKnr"),
                "oin": env.str("OIDC_EHERKENNING_CLAIM_OIN", default=""),  # each broker has its own name for it
            },
        },
    }


def _shared(env: environ.Env, prefix: str, knop: str) -> dict:
    return {
        "knop": knop,
        "adres": env.str(f"{prefix}_ADRES", default=""),
        "client_id": env.str(f"{prefix}_CLIENT_ID", default=""),
        "geheim": env.str(f"{prefix}_GEHEIM", default=""),
        "sleutel": env.str(f"{prefix}_SLEUTEL", default=""),
    }


def addresses(providers: dict[str, dict]) -> list[str]:
    """Of each provider that this installation has."""
    return [each["adres"] for each in providers.values() if each["adres"]]
