"""The connection: Django looks for it in a module of this name."""

from django.db.backends.postgresql import base

from agenda.spoor.stempel import stamp


class DatabaseWrapper(base.DatabaseWrapper):
    """Tells from its making, so that no thread, task or command has to think of it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(stamp)
