"""Dutch words as searching sees them: base form, parts of a compound, and how a word sounds when it is misspelled."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from interventies.zoeken.woordenlijst import DELEN, GROEPEN, ONREGELMATIG, STOPWOORDEN

LANGST = 40  # letters of a word; what is longer is no word
KORTST_DEEL, KORTSTE_STAART = 3, 4  # letters of the first and the last part of a compound
ZEKER_DEEL = 5  # letters from which one known part makes a compound, whatever the other is
VERBINDING = ("", "s", "en", "e", "n")  # what stands between two parts
KORTST_BEGIN = 3  # letters from which the beginning of a word is enough
KORTST_VERGIST = 4  # letters of a word of which a misspelling is looked for

KLINKER = "aeiou"
MEERVOUD_S = re.compile(r"(?:er|el|al|em|en|or|ar|ie|eau|[gtd]e)s$")
MEERVOUD_EN = re.compile(rf"(?:[^{KLINKER}]|ee|ie)en$")
LANGE_KLANK = re.compile(rf"(aa|ee|oo|uu)([^{KLINKER}])$")
DUBBEL = re.compile(rf"([^{KLINKER}])\1$")
# What sounds alike, or is often mixed up: each left side is heard as its right side.
KLANKEN = [("y", "ij"), ("ei", "ij"), ("ou", "au"), ("ch", "g"), ("ph", "f"), ("th", "t"), ("c", "k"), ("z", "s")]
KLANKEN += [("v", "f"), ("dt", "t"), ("q", "k"), ("x", "ks")]


def woorden(tekst: str) -> list[str]:
    """The words of a text in their order: small letters, without accents; single letters left out."""
    plat = tekst.casefold()
    if not plat.isascii():
        plat = "".join(each for each in unicodedata.normalize("NFKD", plat) if not unicodedata.combining(each))
    return [woord for woord in re.findall(r"[^\W_]+", plat) if 1 < len(woord) <= LANGST]


def zoekwoorden(tekst: str) -> list[str]:
    """The words to search by: each once, without those that mean nothing, unless there are no others."""
    alle = list(dict.fromkeys(woorden(tekst)))
    return [woord for woord in alle if woord not in STOPWOORDEN] or alle


@lru_cache(maxsize=50_000)
def grondvorm(woord: str) -> str:
    """One form for all forms of a word: of ‘buurthuizen’ and ‘buurthuis’, of ‘kinderen’ and ‘kind’."""
    if gevonden := ONREGELMATIG.get(woord):
        return gevonden
    if woord.endswith("heden"):
        woord = woord[:-5] + "heid"
    if len(woord) > 4:
        woord = woord[:-1] if MEERVOUD_S.search(woord) else woord
        woord = woord[:-2] if MEERVOUD_EN.search(woord) else woord
        woord = woord[:-1] if woord.endswith("e") and woord[-2:-1] not in KLINKER else woord
    woord = LANGE_KLANK.sub(lambda gevonden: gevonden[1][0] + gevonden[2], DUBBEL.sub(r"\1", woord))
    return woord[:-1] + {"z": "s", "v": "f"}.get(woord[-1:], woord[-1:])


BEKENDE_DELEN = frozenset(grondvorm(deel) for deel in DELEN)


def delen(woord: str, bekend: Collection[str] = ()) -> list[str]:
    """The parts of a compound: ‘weerbaarheidstrainingen’ gives weerbaarheid and trainingen; a simple word gives none.

    `bekend` are base forms of words of the catalogue, beside those that are always known. A cut of which both sides
    are known wins; else one long known side is enough, and the other side is taken as it stands.
    """
    sneden = [
        (_letters(kop, bekend), _letters(woord[plaats:], bekend), kop, woord[plaats:])
        for plaats in range(KORTST_DEEL, len(woord) - KORTSTE_STAART + 1)
        for kop in _koppen(woord[:plaats])
    ]
    in_kop, in_staart, kop, staart = max(sneden, key=_zekerheid, default=(0, 0, "", ""))
    if in_kop + in_staart < ZEKER_DEEL:
        return []
    return [*(delen(kop, bekend) or [kop]), *(delen(staart, bekend) or [staart])]


def _zekerheid(snede) -> tuple[bool, int]:
    in_kop, in_staart, *_ = snede
    return in_kop > 0 and in_staart > 0, in_kop + in_staart


def _letters(deel: str, bekend: Collection[str]) -> int:
    """How many letters of `deel` are a known word: all or none."""
    vorm = grondvorm(deel)
    is_bekend = vorm in BEKENDE_DELEN or (len(deel) >= KORTSTE_STAART and vorm in bekend)
    return len(deel) if is_bekend else 0


def _koppen(begin: str) -> list[str]:
    """What the first part can be: with, and without, what ties it to the next."""
    koppen = [begin[: len(begin) - len(tussen)] for tussen in VERBINDING if begin.endswith(tussen)]
    return [kop for kop in koppen if len(kop) >= KORTST_DEEL]


GROEP_VAN = {grondvorm(woord): sorted(grondvorm(each) for each in groep) for groep in GROEPEN for woord in groep}


def vormen(woord: str, bekend: Collection[str] = ()) -> list[str]:
    """What a word of a text can be found by: itself, its base form, and those of its parts."""
    gevonden = [woord, *delen(woord, bekend)]
    return list(dict.fromkeys([*gevonden, *(grondvorm(each) for each in gevonden)]))


def gezocht(woord: str) -> tuple[list[str], list[str]]:
    """What a searched word asks for: the beginnings of words, and whole base forms, those of its group too."""
    vorm = grondvorm(woord)
    return ([woord] if len(woord) >= KORTST_BEGIN else []), [woord, vorm, *GROEP_VAN.get(vorm, [])]


def klank(woord: str) -> str:
    """How a word sounds, roughly, so that ‘weerbaarhijd’ is heard as ‘weerbaarheid’."""
    for letters, hoor in KLANKEN:
        woord = woord.replace(letters, hoor)
    woord = re.sub(r"(.)\1+", r"\1", woord)
    return woord[:-1] + {"d": "t", "b": "p"}.get(woord[-1:], woord[-1:])


def varianten(woord: str) -> list[str]:
    """A word, its sound, and both with each letter left out: words one fault apart have one of these in common."""
    if len(woord) < KORTST_VERGIST:
        return []
    return sorted(
        {
            each[:plaats] + each[plaats + 1 :] if plaats is not None else each
            for each in (woord, klank(woord))
            for plaats in (None, *range(len(each)))
        }
    )
