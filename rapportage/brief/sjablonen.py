"""Templates of letters: versioned Markdown files, copied to section rows when a letter is made."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapportage.brief.fout import BriefFout, Probleem

MAP = Path(__file__).resolve().parent.parent / "sjablonen"


@dataclass(frozen=True)
class Sectie:
    """A section as the template writes it."""

    sleutel: str
    soort: str
    niveau: int
    kop: str
    tekst: str


@dataclass(frozen=True)
class Sjabloon:
    """A template: what is known of the letter, its sections, and the bron behind each footnote."""

    sjabloon: str
    soort: str
    jaar: int
    betreft: str
    peildatum: date
    datum_tekst: str
    is_reconstructie: bool
    ondertekenaar: str
    voetnoten: dict[str, str]
    secties: tuple[Sectie, ...]


def lees(soort: str, jaar: int, *, map: Path = MAP) -> Sjabloon:
    """The template of this kind of letter for `jaar`. Raises BriefFout when there is none."""
    bestand = map / f"{soort}-{jaar}" / "brief.toml"
    if not bestand.exists():
        jaren = ", ".join(str(j) for j in beschikbare_jaren(soort, map=map)) or "geen"
        raise BriefFout(
            [Probleem(f"jaar {jaar}", f"Er is geen sjabloon voor dit jaar. Wel beschikbaar: {jaren}.")]
        )
    velden = tomllib.loads(bestand.read_text(encoding="utf-8"))
    secties = tuple(_lees_sectie(pad) for pad in sorted(bestand.parent.glob("*.md")))
    return Sjabloon(**velden, secties=secties)


def beschikbare_jaren(soort: str, *, map: Path = MAP) -> list[int]:
    return sorted(int(pad.parent.name.rpartition("-")[2]) for pad in map.glob(f"{soort}-*/brief.toml"))


def _lees_sectie(pad: Path) -> Sectie:
    _, kenmerken, tekst = pad.read_text(encoding="utf-8").split("---\n", 2)
    velden = dict(regel.split(":", 1) for regel in kenmerken.splitlines())
    return Sectie(
        sleutel=pad.stem.partition("-")[2],
        soort=velden["soort"].strip(),
        niveau=int(velden["niveau"]),
        kop=velden["kop"].strip(),
        tekst=tekst.strip(),
    )
