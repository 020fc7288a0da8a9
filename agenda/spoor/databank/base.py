"""The connection: Django looks for it in a module of this name."""

from django.db.backends.postgresql import base

from agenda.spoor.stempel import stamp, tell_if_new


class DatabaseWrapper(base.DatabaseWrapper):
    """Tells from its making, so that no thread, task or command has to think of it."""

    told: list[str] | None = None  # what the database knows of who acts; None if that is not certain

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(stamp)

    def get_new_connection(self, conn_params):
        self.told = None
        return super().get_new_connection(conn_params)

    def create_cursor(self, name=None):
        tell_if_new(self)
        return super().create_cursor(name)

    def _rollback(self):
        self.told = None
        return super()._rollback()

    def _savepoint_rollback(self, sid):
        self.told = None
        return super()._savepoint_rollback(sid)
