"""Who acts in the example: the accounts of the demo, with which nobody can sign in outside the demo."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from agenda import klok
from agenda.access import Rol
from agenda.accounts.demo import demo_account
from agenda.models import Gebruiker

KANTOOR = time(10, 30)


@contextmanager
def op(dag: date, rol: Rol) -> Iterator[Gebruiker]:
    """The account of `rol` while it is the morning of `dag` in Amsterdam: `with op(dag, Rol.BUDGETHOUDER) as by:`"""
    by = demo_account(rol)
    with klok.vastgezet(datetime.combine(dag, KANTOOR, tzinfo=klok.AMSTERDAM)):
        yield by
