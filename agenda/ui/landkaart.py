"""The map of the Netherlands as SVG paths, from the outlines of provinces and gemeenten of 2023."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "agenda" / "gegevens"
UNIT = 100  # metres: finer than a pixel on any screen
WEST, NORTH = 80, 6230  # top left corner, in units of the Rijksdriehoekstelsel
WIDTH, HEIGHT = 2740, 3200
MARK = 64  # radius of a numbered mark, in units
APART = 2 * MARK + 10
ROUNDS = 400
MOST = 40  # points that get a mark: more would lie over the land, and take long to push apart


@dataclass(frozen=True)
class Punt:
    """Something numbered on the map; x and y in metres of the Rijksdriehoekstelsel."""

    nummer: int
    naam: str
    gm_code: str
    x: float
    y: float
    url: str = ""


@dataclass(frozen=True)
class Merk:
    """A point with the place of its numbered mark, moved aside where marks would cover each other."""

    punt: Punt
    x: int
    y: int
    merk_x: int
    merk_y: int


@dataclass(frozen=True)
class Landkaart:
    """Everything that templates/components/landkaart.html draws; without `merken` the points have no number either."""

    titel: str
    provincies: Sequence[str]
    gemeenten: Sequence[str]
    punten: Sequence[Punt]
    merken: Sequence[Merk]
    viewbox: str = f"0 0 {WIDTH} {HEIGHT}"
    straal: int = MARK


def landkaart(titel: str, punten: Iterable[Punt]) -> Landkaart:
    """The map with a mark per point, up to MOST, and the gemeenten of those points coloured."""
    punten = sorted(punten, key=lambda punt: punt.nummer)
    outlines = paths("gemeenten_2023_rd.geojson", "gm_code")
    missing = sorted({punt.gm_code for punt in punten} - set(outlines))
    if missing:
        raise ValueError(f"De kaart van 2023 kent deze gemeentecodes niet: {', '.join(missing)}.")
    codes = sorted({punt.gm_code for punt in punten})
    provincies = paths("provincies_2023_rd.geojson", "pv_code")
    merken = marks(punten) if len(punten) <= MOST else []
    return Landkaart(titel, list(provincies.values()), [outlines[code] for code in codes], punten, merken)


@cache
def paths(filename: str, key: str) -> dict[str, str]:
    """Per code the SVG path of its outline; read once per process."""
    return {each["properties"][key]: outline(each["geometry"]) for each in features(filename)}


@cache
def middles() -> dict[str, tuple[float, float]]:
    """Per code of a gemeente the middle of its largest part, in metres of the Rijksdriehoekstelsel."""
    found = {}
    for each in features("gemeenten_2023_rd.geojson"):
        rings = (ring for polygon in polygons(each["geometry"]) for ring in polygon)
        found[each["properties"]["gm_code"]] = max(map(centre, rings))[1:]
    return found


def centre(ring) -> tuple[float, float, float]:
    """The surface (square metres) within a closed line, and the x and y of its centre of gravity."""
    first_x, first_y, *_ = ring[0]  # counted from there: so far from the origin, rounding would move the centre
    points = [(x - first_x, y - first_y) for x, y, *_ in ring]
    parts = [(x1 * y2 - x2 * y1, x1 + x2, y1 + y2) for (x1, y1), (x2, y2) in pairwise(points)]
    twice = sum(part for part, _, _ in parts)
    x, y = (sum(part[0] * part[way] for part in parts) / (3 * twice) for way in (1, 2))
    return abs(twice) / 2, first_x + x, first_y + y


def features(filename: str) -> list[dict]:
    return json.loads((FOLDER / filename).read_text(encoding="utf-8"))["features"]


def polygons(geometry) -> list:
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def outline(geometry) -> str:
    rings = (ring_path(ring) for polygon in polygons(geometry) for ring in polygon)
    return "".join(path for path in rings if path)


def ring_path(ring) -> str:
    """One closed line in relative steps; nothing when rounding leaves less than a triangle."""
    points = [place(x, y) for x, y, *_ in ring]
    steps = [
        (x - before_x, y - before_y)
        for (before_x, before_y), (x, y) in pairwise(points)
        if (x, y) != (before_x, before_y)
    ]
    if len(steps) < 3:
        return ""
    start_x, start_y = points[0]
    return f"M{start_x} {start_y}l" + " ".join(f"{x} {y}" for x, y in steps[:-1]) + "z"


def place(x: float, y: float) -> tuple[int, int]:
    """Metres to units of the picture, with north at the top."""
    return round(x / UNIT) - WEST, NORTH - round(y / UNIT)


def marks(punten: Sequence[Punt]) -> list[Merk]:
    """Marks pushed apart until none covers another; the same points always give the same picture."""
    homes = [place(punt.x, punt.y) for punt in punten]
    spots = [(x + 3 * math.cos(index), y + 3 * math.sin(index)) for index, (x, y) in enumerate(homes)]
    for _ in range(ROUNDS):
        moved = False
        for first in range(len(spots)):
            for second in range(first):
                moved |= push(spots, first, second)
        if not moved:
            break
    return [
        Merk(punt, *home, round(x), round(y)) for punt, home, (x, y) in zip(punten, homes, spots, strict=True)
    ]


def push(spots, first, second) -> bool:
    """Moves two marks that touch, each half of what is missing; says whether it had to."""
    (x1, y1), (x2, y2) = spots[first], spots[second]
    distance = math.hypot(x1 - x2, y1 - y2)
    if distance >= APART:
        return False
    shift = (APART - distance) / 2 + 1
    dx, dy = (x1 - x2) / distance * shift, (y1 - y2) / distance * shift
    spots[first], spots[second] = (x1 + dx, y1 + dy), (x2 - dx, y2 - dy)
    return True
