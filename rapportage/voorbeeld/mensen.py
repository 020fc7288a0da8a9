"""Who acts in the example: the accounts of the demo, with which nobody can sign in outside the demo."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from agenda import klok
from agenda.access import Rol
from agenda.accounts.demo import demo_account, demo_address
from agenda.models import Gebruiker, Gemeente

KANTOOR = time(10, 30)


@contextmanager
def op(dag: date, rol: Rol) -> Iterator[Gebruiker]:
    """The account of `rol` while it is the morning of `dag` in Amsterdam: `with op(dag, Rol.BUDGETHOUDER) as by:`"""
    by = demo_account(rol)
    with _morgen(dag):
        yield by


@contextmanager
def voor(gemeente: Gemeente, dag: date) -> Iterator[Gebruiker]:
    """Who signs for `gemeente`, on the morning of `dag`."""
    by = ondertekenaar(gemeente)
    with _morgen(dag):
        yield by


def ondertekenaar(gemeente: Gemeente) -> Gebruiker:
    """The account of the demo; for a gemeente that it does not sign for, one beside it."""
    demo = demo_account(Rol.GEMEENTELIJK_ONDERTEKENAAR)
    if demo.gemeente_id == gemeente.pk:
        return demo
    email = demo_address(Rol.GEMEENTELIJK_ONDERTEKENAAR).replace("@", f"-{gemeente.code.lower()}@")
    velden = {"naam": f"{demo.naam} van {gemeente}", "rollen": demo.rollen, "gemeente": gemeente, "password": "!"}
    return Gebruiker.objects.get_or_create(email=email, defaults=velden)[0]


def _morgen(dag: date):
    return klok.vastgezet(datetime.combine(dag, KANTOOR, tzinfo=klok.AMSTERDAM))
