"""Which tables leave no trail and why, and which columns leave no values."""

from django.apps import apps

from agenda.privacy import verborgen_kolommen

_WACHTRIJ = "de wachtrij; wat er gebeurt staat in agenda_taak"
_VAN_DJANGO = "Django vult haar bij migrate en het portaal kent haar niet"

# fmt: off
UITGEZONDERD: dict[str, str] = {
    "agenda_auditregel":             "is zelf logboek: alleen toevoegen, en verzegeld",
    "agenda_bewaardeinvoer":         "wat iemand typte blijft hooguit 24 uur, en hoort nergens anders te staan",
    "agenda_sessie":                 "wisselt bij elk bezoek, en de inhoud is geheim",
    "agenda_spoor":                  "is het spoor zelf",
    "agenda_zegel":                  "verzegelt het spoor",
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

# Beside what the register of personal data names (agenda/privacy): a whole letter, whose sha256 is in the trail,
# and the secrets with which the portal makes itself known to another system.
NIET_BEWAARD: dict[str, set[str]] = {
    "agenda_momentopname":     {"inhoud"},
    "socialaccount_socialapp": {"key", "secret", "settings"},
}
# fmt: on

# In whatever table they stand, also one that no model has.
NOOIT_BEWAARD = {"email", "password", "secret", "token", "token_secret"}


def shielded(table: str, columns: list[str]) -> list[str]:
    """Those of `columns` whose values the trail does not keep; that they changed it does."""
    named = NOOIT_BEWAARD | NIET_BEWAARD.get(table, set())
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table == table:
            named |= verborgen_kolommen(model)
    return sorted(named & set(columns))
