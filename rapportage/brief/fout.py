"""What can be wrong with a letter, told so that the writer knows where and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Probleem:
    """One finding in a letter. `blokkeert`: the letter cannot be frozen before it is solved."""

    plaats: str
    melding: str
    blokkeert: bool = True

    def __str__(self):
        return f"{self.plaats}: {self.melding}"


class BriefFout(Exception):
    """The letter cannot be made; `problemen` says why, each with its place."""

    def __init__(self, problemen: list[Probleem]):
        self.problemen = problemen
        super().__init__("\n".join(str(probleem) for probleem in problemen))
