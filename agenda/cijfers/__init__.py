"""The registry of figures: every number in a text is a Cijfer with a definition, a source and records."""

from agenda.cijfers.register import Onbekend, collect, find, telt
from agenda.cijfers.soorten import Cijfer, Eerder, Herkomst, Telling

__all__ = ["Cijfer", "Eerder", "Herkomst", "Onbekend", "Telling", "collect", "find", "telt"]
