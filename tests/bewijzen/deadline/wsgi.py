"""What gunicorn serves in this proof: the portal itself, on a clock that was set forward."""

from agenda.wsgi import application
from tests.bewijzen.deadline.klok import verzet

verzet()
__all__ = ["application"]
