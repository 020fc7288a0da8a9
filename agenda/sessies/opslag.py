"""The session engine: Django's own in the database, with when a session began and was last used beside it."""

from datetime import timedelta

from django.contrib.sessions.backends import db

from agenda import klok
from agenda.models import Sessie

TOUCH = timedelta(minutes=1)


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
