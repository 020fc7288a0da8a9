"""Which tables leave no trail and why, which columns leave no values, and which do not count as a change."""

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
    "interventies_zoekwoord":        "losse woorden uit de versies van interventies, en die laten zelf een spoor na",
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

# Beside what the register of personal data names (agenda/privacy): a whole letter, whose sha256 is in the trail;
# what a file is called and holds that somebody sent, which can be the wrong file and is taken back then (its sha256
# stays, and what is taken over from it leaves a trail of its own); what searching finds a version by, which is made of
# its text; and the secrets of the portal in other systems.
NIET_BEWAARD: dict[str, set[str]] = {
    "actielijnen_import":      {"naam"},
    "actielijnen_importrij":   {"cellen", "fouten"},
    "agenda_momentopname":     {"inhoud"},
    "socialaccount_socialapp": {"key", "secret", "settings"},
    "subsidies_aanlevering":   {"naam"},
    "subsidies_aanleverrij":   {"cellen", "fouten"},
    "interventies_publicatie": {"zoekvector"},
}
# fmt: on

# What only says how far the work is: a change of it leaves no line, or an import of 100,000 rows would leave 200,000.
# Who took it in, confirmed it and booked each row stands in the trail of the import and of the bookings.
VOORTGANG: dict[str, set[str]] = {
    "actielijnen_importrij":   {"fouten", "oordeel"},
    "interventies_publicatie": {"zoekvector"},
}

# In whatever table they stand, also one that no model has.
NOOIT_BEWAARD = {"email", "password", "secret", "token", "token_secret"}


def shielded(table: str, columns: list[str]) -> list[str]:
    """Those of `columns` whose values the trail does not keep; that they changed it does."""
    named = NOOIT_BEWAARD | NIET_BEWAARD.get(table, set())
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table == table:
            named |= verborgen_kolommen(model)
    return sorted(named & set(columns))
