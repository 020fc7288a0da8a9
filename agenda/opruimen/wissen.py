"""How each kind of record goes: a row with its file, or an account of which only the number stays."""

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import ProtectedError, Q, QuerySet

from agenda import audit, klok, privacy
from agenda.bestanden.verwijderen import verwijder
from agenda.models import Bestand, Gebruiker, Scanstand, Sessie, Taak
from agenda.sessies.opslag import SessionStore

DOMEIN = "verwijderd.invalid"


def wis_rij(record, *, by: Gebruiker) -> None:
    """Remove the row. Raises ProtectedError when another record needs it."""
    record.delete()


def wis_bestand(bestand: Bestand, *, by: Gebruiker) -> None:
    """Remove file and row. Raises ProtectedError when another record needs it; then the file stays as well."""
    verwijder(bestand)


def wis_taak(taak: Taak, *, by: Gebruiker) -> None:
    """Remove the taak, and the file that it made if that was made for the asker only (it has a term of its own)."""
    resultaat = taak.resultaat
    taak.delete()
    if resultaat and resultaat.bewaren_tot:
        wis_bestand(resultaat, by=by)


def wis_account(gebruiker: Gebruiker, *, by: Gebruiker) -> None:
    """Erase who it was. The row stays as a number, so that every audit line keeps its meaning."""
    for rows in sorted(privacy.rijen_van(gebruiker), key=lambda rows: rows.model is Bestand):  # taken hold their files
        remove(rows, by=by)
    end_sessions(gebruiker)
    gebruiker.naam = f"Verwijderd account {gebruiker.pk}"
    gebruiker.email = f"account-{gebruiker.pk}@{DOMEIN}"
    gebruiker.password = make_password(None)
    gebruiker.rollen, gebruiker.gemeente = [], None
    gebruiker.is_active, gebruiker.last_login, gebruiker.sessies_vanaf = False, None, klok.nu()
    gebruiker.save()
    audit.record(gebruiker, "account_wissen", by=by)


def remove(rows: QuerySet, *, by: Gebruiker) -> None:
    """Remove these rows of one person, except files without a term: they belong to the work, as the PDF of a letter."""
    how = {Bestand: wis_bestand, Taak: wis_taak}.get(rows.model, wis_rij)
    if rows.model is Bestand:
        rows = rows.exclude(Q(bewaren_tot__isnull=True) & ~Q(scanstand=Scanstand.GEWEIGERD))
    for record in rows:
        try:
            with transaction.atomic():
                how(record, by=by)
        except ProtectedError:
            continue


def end_sessions(gebruiker: Gebruiker) -> None:
    """Remove the sessions of `gebruiker`; whose a session is, is inside it only."""
    for session in Sessie.objects.iterator():
        if SessionStore().decode(session.session_data).get("_auth_user_id") == str(gebruiker.pk):
            session.delete()
