"""What a question says besides its words, per soort, and that it can be so.

    bestand   aantal   how many files at most, 1 to MEESTE
              typen    which kinds of file: extensions of agenda.bestanden.regels.UPLOAD
    totaal    van      the sleutels of the earlier amounts and tables that it adds up
    tabel     maximum  whether the maxima of the version hold for its cells; they do unless somebody says otherwise
              rijen    [number of the thema, its name] of each row, and jaren the years: of the version, filled in and
                       fixed when the form is vastgesteld
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from agenda.bestanden.regels import UPLOAD, opgesomd
from agenda.levensloop import NietMogelijk
from subsidies.models import Formulierversie, Formuliervraag, RegelingVersie

MEESTE = 10  # files in answer to one question
BEZET = {"stand", "later", "bijvoegen", "weghalen", "voorstellen"}  # names on the page of every section
Soort = Formuliervraag.Soort
Earlier = Mapping[str, Formuliervraag]


def check(soort: str, vraag: str, gevraagd: Mapping[str, Any], earlier: Earlier) -> dict[str, Any]:
    """The settings to keep of the question with the words `vraag`. Raises NietMogelijk for what cannot be."""
    return CONTROLES[soort](vraag, gevraagd, earlier) if soort in CONTROLES else {}


def _bestand(vraag: str, gevraagd: Mapping[str, Any], earlier: Earlier) -> dict[str, Any]:
    aantal, typen = gevraagd.get("aantal", 1), list(gevraagd.get("typen") or UPLOAD)
    if not isinstance(aantal, int) or not 1 <= aantal <= MEESTE:
        raise NietMogelijk(f"‘{vraag}’: kies hoeveel bestanden er passen, van 1 tot en met {MEESTE}. U koos {aantal}.")
    if vreemd := [extensie for extensie in typen if extensie not in UPLOAD]:
        raise NietMogelijk(f"‘{vraag}’: {opgesomd(vreemd)} kan niet. Kies uit {opgesomd(UPLOAD)}.")
    return {"aantal": aantal, "typen": typen}


def _totaal(vraag: str, gevraagd: Mapping[str, Any], earlier: Earlier) -> dict[str, Any]:
    van = list(gevraagd.get("van", []))
    if not van:
        raise NietMogelijk(f"‘{vraag}’: kies welke bedragen dit totaal optelt.")
    for sleutel in van:
        if sleutel not in earlier or earlier[sleutel].soort not in (Soort.BEDRAG, Soort.TABEL):
            raise NietMogelijk(f"‘{vraag}’ telt ‘{sleutel}’ op, en dat is geen eerdere vraag naar bedragen.")
    if len(set(van)) < len(van):
        raise NietMogelijk(f"‘{vraag}’ telt hetzelfde bedrag twee keer op. Noem elke vraag één keer.")
    return {"van": van}


def _tabel(vraag: str, gevraagd: Mapping[str, Any], earlier: Earlier) -> dict[str, Any]:
    return {"maximum": bool(gevraagd.get("maximum", True))}


CONTROLES: dict[str, Callable[[str, Mapping[str, Any], Earlier], dict[str, Any]]] = {
    Soort.BESTAND: _bestand,
    Soort.TABEL: _tabel,
    Soort.TOTAAL: _totaal,
}


def opzet(vraag: Formuliervraag) -> tuple[list[tuple[str, str]], list[int]]:
    """The rows (sleutel and name) and the years of a table: as fixed, or those of the version as long as it is not."""
    vast = vraag.instellingen if "rijen" in vraag.instellingen else _van_versie(vraag.formulier.versie)
    return [(str(sleutel), naam) for sleutel, naam in vast["rijen"]], vast["jaren"]


def zet_tabellen_vast(formulier: Formulierversie) -> None:
    """Give each table its rows and years, for good. Raises NietMogelijk if the version has none."""
    tabellen: Sequence[Formuliervraag] = formulier.vragen.filter(soort=Soort.TABEL)
    for vraag in tabellen:
        vraag.instellingen |= _van_versie(formulier.versie)
        if not vraag.instellingen["rijen"] or not vraag.instellingen["jaren"]:
            raise NietMogelijk(f"‘{vraag}’ is een tabel, maar {formulier.versie} heeft nog geen thema’s of geen jaren.")
        vraag.save(update_fields=["instellingen"])


def _van_versie(versie: RegelingVersie) -> dict[str, Any]:
    jaren = list(range(versie.van_jaar, versie.tot_en_met_jaar + 1)) if versie.van_jaar else []
    return {"rijen": [[thema.pk, thema.naam] for thema in versie.themas.all()], "jaren": jaren}
