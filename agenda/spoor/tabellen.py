"""Which tables leave no trail and why, and which columns leave no values."""

_WACHTRIJ = "de wachtrij; wat er gebeurt staat in agenda_taak"
_VAN_DJANGO = "Django vult haar bij migrate en het portaal kent haar niet"

# fmt: off
UITGEZONDERD: dict[str, str] = {
    "agenda_auditregel":             "is zelf logboek: alleen toevoegen, en verzegeld",
    "agenda_spoor":                  "is het spoor zelf",
    "auth_group":                    _VAN_DJANGO,
    "auth_group_permissions":        _VAN_DJANGO,
    "auth_permission":               _VAN_DJANGO,
    "django_content_type":           _VAN_DJANGO,
    "django_migrations":             "zegt zelf welke migratie wanneer liep",
    "django_session":                "wisselt bij elk bezoek, en de inhoud is geheim",
    "portaal_cache":                 "tellers en tussenresultaten, die vanzelf verlopen",
    "procrastinate_events":          _WACHTRIJ,
    "procrastinate_jobs":            _WACHTRIJ,
    "procrastinate_periodic_defers": _WACHTRIJ,
    "procrastinate_workers":         _WACHTRIJ,
    "usersessions_usersession":      "wisselt bij elk bezoek; de sleutel van een sessie is geheim",
}

# In whatever table they stand.
ALTIJD_AFGESCHERMD = {"email", "password", "secret", "token", "token_secret"}

AFGESCHERMD: dict[str, set[str]] = {
    "account_emailconfirmation":   {"key"},
    "agenda_bestand":              {"naam"},        # people put names in it
    "agenda_gebruiker":            {"naam"},
    "agenda_momentopname":         {"inhoud"},      # a whole letter; its sha256 is in the trail
    "agenda_taak":                 {"argumenten"},  # what somebody searched for
    "agenda_uitnodiging":          {"naam", "vingerafdruk"},
    "mfa_authenticator":           {"data"},
    "socialaccount_socialaccount": {"extra_data", "uid"},
    "socialaccount_socialapp":     {"client_id", "key", "settings"},
}
# fmt: on


def shielded(table: str, columns: list[str]) -> list[str]:
    """Those of `columns` whose values the trail does not keep; that they changed it does."""
    return sorted((ALTIJD_AFGESCHERMD | AFGESCHERMD.get(table, set())) & set(columns))
