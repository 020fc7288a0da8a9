"""The data files: where they lie, how they are read, and a Dutch message for what is wrong in them."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import tablib
from django.core.exceptions import ValidationError
from django.db import IntegrityError

import agenda

GEGEVENS = Path(agenda.__file__).parent / "gegevens"


class LaadFout(Exception):
    """Something in a data file is wrong; the message says where and what, in Dutch."""


def lees_toml(map: Path, naam: str) -> dict:
    """The content of one TOML file. Raises LaadFout when it is missing or not TOML."""
    try:
        with (map / naam).open("rb") as bestand:
            return tomllib.load(bestand)
    except FileNotFoundError:
        raise LaadFout(f"Het bestand {naam} ontbreekt in {map}.") from None
    except tomllib.TOMLDecodeError as fout:
        raise LaadFout(f"{naam} is geen geldige TOML: {fout}.") from None


def lees_csv(map: Path, naam: str) -> tablib.Dataset:
    """The rows of one CSV file with a heading line. Raises LaadFout when it is missing."""
    try:
        inhoud = (map / naam).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LaadFout(f"Het bestand {naam} ontbreekt in {map}.") from None
    return tablib.Dataset().load(inhoud, format="csv")


@contextmanager
def plek(bestand: str, rij: str) -> Iterator[None]:
    """Say in which file and row an error arose."""
    try:
        yield
    except KeyError as fout:
        raise LaadFout(f"{bestand}, {rij}: het veld {fout} ontbreekt.") from None
    except IntegrityError as fout:
        raise LaadFout(f"{bestand}, {rij}: past niet bij wat er al is ({str(fout).splitlines()[0]}).") from None
    except ValueError as fout:
        raise LaadFout(f"{bestand}, {rij}: {fout}") from None
    except ValidationError as fout:
        meldingen = (
            "; ".join(f"{veld}: {' '.join(teksten)}" for veld, teksten in fout.message_dict.items())
            if hasattr(fout, "error_dict")
            else " ".join(fout.messages)
        )
        raise LaadFout(f"{bestand}, {rij}: {meldingen}") from None
