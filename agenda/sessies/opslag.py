"""The session engine: Django's own in the database, with when a session began and was last used beside it."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.backends import db

from agenda import klok
from agenda.models import Sessie

TOUCH = timedelta(minutes=1)
VORIGE = "account_van_vorige_sessie"  # of whom a session was that ended, in the session that came after it


class SessionStore(db.SessionStore):
    """Keeps both moments in columns, so that noting use does not write the content of the session again."""

    begonnen_op = laatst_op = None

    @classmethod
    def get_model_class(cls):
        return Sessie

    def load(self):
        row = self._get_session_from_db()
        if row is None:
            return {}
        self.begonnen_op, self.laatst_op = row.begonnen_op, row.laatst_op
        return self.decode(row.session_data)

    def create(self):
        """A new key is a new session: Django makes one at every sign-in and sign-out."""
        self.begonnen_op = self.laatst_op = None
        super().create()

    def create_model_instance(self, data):
        row = super().create_model_instance(data)
        self.laatst_op = klok.nu()
        self.begonnen_op = self.begonnen_op or self.laatst_op
        row.begonnen_op, row.laatst_op = self.begonnen_op, self.laatst_op
        return row

    def touch(self) -> None:
        """Note that the session is in use, at most once a minute."""
        if klok.nu() - self.laatst_op >= TOUCH:
            self.laatst_op = klok.nu()
            Sessie.objects.filter(session_key=self.session_key).update(laatst_op=self.laatst_op)


def leave_owner(session_key: str, account: int) -> None:
    """Before a session is ended from elsewhere: keep of whom it is, so that what is typed there is not lost.

    In a row of its own, in which nobody is signed in: a request that is still busy could write the session itself
    back, and so undo its end.
    """
    velden = {
        "session_data": SessionStore().encode({VORIGE: account}),
        "expire_date": klok.nu() + timedelta(seconds=settings.SESSION_COOKIE_AGE),
        "begonnen_op": klok.nu(),
        "laatst_op": klok.nu(),
    }
    Sessie.objects.update_or_create(session_key=_remains(session_key), defaults=velden)


def owner_of_ended(session_key: str) -> int | None:
    """Of whom a session was that was ended from elsewhere; None if it was not, or too long ago."""
    return SessionStore(_remains(session_key)).get(VORIGE)


def _remains(session_key: str) -> str:
    """The key of what is left of a session; from it nobody finds the key that the browser has."""
    return hashlib.sha256(f"geëindigd {session_key}".encode()).hexdigest()[:40]
