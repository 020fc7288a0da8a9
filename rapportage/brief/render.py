"""A Momentopname as HTML: for the PDF, and for the screen where each figure is a link.

Nothing here reads the database: the snapshot is all there is (a test renders with zero queries).
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from agenda.documenten import proza
from agenda.documenten.staafgrafiek import staafgrafiek
from agenda.kamerstuk import vast
from agenda.models import Kwalificatie

Schrijver = Callable[[dict, str], SafeString]


def _span(cijfer: dict, tekst: str) -> SafeString:
    """A figure in the PDF: its own words, not broken over lines at a no-break space."""
    return format_html('<span class="cijfer">{}</span>', tekst)


class _Merken:
    """Writes the marks of one letter; footnotes are numbered by the layout, in order of their call."""

    def __init__(self, gegevens: dict, cijfer: Schrijver, noot: Callable[[str, dict], SafeString]):
        self.gegevens = gegevens
        self.cijfer = cijfer
        self.noot = noot

    def __call__(self, soort: str, naam: str) -> SafeString:
        return getattr(self, f"_{soort}")(naam)

    def _van(self, naam):
        return self.gegevens["cijfers"][naam]

    def _cijfer(self, naam):
        return self.cijfer(self._van(naam), self._van(naam)["tekst"])

    def _kaal(self, naam):
        return self.cijfer(self._van(naam), self._van(naam)["kaal"])

    def _eerder(self, naam):
        """What parliament was told last; a value that only another source stated was never reported."""
        gemeld = next(eerder for eerder in self._van(naam)["eerder"] if eerder["is_gemeld"])
        return self.cijfer(self._van(naam), gemeld["tekst"])

    def _periode(self, naam):
        return self.cijfer(self._van(naam), self._van(naam)["betreft"])

    def _voetnoot(self, naam):
        return self.noot(naam, self.gegevens["voetnoten"][naam])

    def _tabel(self, naam):
        return render_to_string("rapportage/brief/tabel.html", {"tabel": self._ingevuld(self._rijen_van(naam))})

    def _figuur(self, naam):
        tabel = self._rijen_van(naam)
        cijfers = [(rij[0]["tekst"], self._van(rij[-1]["cijfer"])) for rij in tabel["rijen"]]
        titel = _met_woord("De bedragen in beeld", _gedeeld_woord([cijfer for _, cijfer in cijfers]))
        staven = [(label, Decimal(cijfer["waarde"]), cijfer["kaal"]) for label, cijfer in cijfers]
        return format_html("<figure><figcaption>{}</figcaption>{}</figure>", titel, staafgrafiek(titel, staven))

    def _kader(self, naam):
        return render_to_string("rapportage/brief/kaders.html", {"kaders": self.gegevens["kaders"][naam]})

    def _rijen_van(self, naam):
        return self.gegevens["tabellen"][naam]

    def _ingevuld(self, tabel):
        """The table with its figures written out; a qualifier that a whole column shares goes in its heading."""
        alle = [*tabel["rijen"], *([tabel["voet"]] if tabel["voet"] else [])]
        kolommen = zip(*alle, strict=True) if alle else [() for _ in tabel["koppen"]]
        woorden = [
            _gedeeld_woord([self._van(cel["cijfer"]) for cel in kolom if cel["cijfer"]]) for kolom in kolommen
        ]

        def cel_html(cel, woord):
            if not cel["cijfer"]:
                return cel["tekst"]
            return self._kaal(cel["cijfer"]) if woord else self._cijfer(cel["cijfer"])

        def cellen(rij):
            return [
                {"soort": soort, "html": cel_html(cel, woord)}
                for (_, soort), cel, woord in zip(tabel["koppen"], rij, woorden, strict=True)
            ]

        return {
            "titel": tabel["titel"],
            "koppen": [
                {"kop": _met_woord(kop, woord), "soort": soort}
                for (kop, soort), woord in zip(tabel["koppen"], woorden, strict=True)
            ],
            "rijen": [cellen(rij) for rij in tabel["rijen"]],
            "voet": cellen(tabel["voet"]) if tabel["voet"] else [],
        }


class _ConceptMerken(_Merken):
    """For a draft on the screen: what is missing is said in its place, so that the page always opens."""

    def __call__(self, soort: str, naam: str) -> SafeString:
        if self._is_compleet(soort, naam):
            return super().__call__(soort, naam)
        return format_html('<mark class="cijfer cijfer--open">[ontbreekt: {}]</mark>', naam)

    def _is_compleet(self, soort, naam):
        cijfers = self.gegevens["cijfers"]
        if soort == "voetnoot":
            return naam in self.gegevens["voetnoten"]
        if soort == "kader":
            return bool(self.gegevens.get("kaders", {}).get(naam))
        if soort == "eerder":
            return naam in cijfers and any(eerder["is_gemeld"] for eerder in cijfers[naam]["eerder"])
        if soort in ("tabel", "figuur"):
            namen = [n for n in _cijfers_in(self.gegevens["tabellen"].get(naam)) if n]
            is_er = naam in self.gegevens["tabellen"] and bool(namen or soort == "tabel")
            return is_er and all(n in cijfers and not cijfers[n]["probleem"] for n in namen)
        return naam in cijfers


def _cijfers_in(tabel: dict | None) -> list[str]:
    """Per cell of the table the name of its figure, empty for a cell of text; nothing without a table."""
    return [cel["cijfer"] for rij in [*tabel["rijen"], tabel["voet"]] for cel in rij] if tabel else []


def _gedeeld_woord(cijfers: list[dict]) -> str:
    """The qualifier that all these figures share, in words; empty when they differ or are exact."""
    soorten = {cijfer["kwalificatie"] for cijfer in cijfers}
    if len(soorten) != 1 or soorten == {Kwalificatie.EXACT.value}:
        return ""
    return Kwalificatie(soorten.pop()).label


def _met_woord(tekst: str, woord: str) -> str:
    return f"{tekst} ({woord})" if woord else tekst


def _secties(gegevens: dict, merken: _Merken) -> list[dict]:
    return [
        sectie | {"html": mark_safe(proza.html(sectie["tekst"], merken))}  # noqa: S308  own parser, html off
        for sectie in gegevens["secties"]
    ]


def _noot(noot: dict) -> SafeString:
    """A footnote of the PDF; the layout puts it at the foot of the page. It ends with a full stop."""
    return format_html("<voetnoot>{}.</voetnoot>", vast(noot["tekst"].removesuffix(".")))


def _verantwoord(cijfer: dict) -> dict:
    """A figure as the annex prints it: what was reported before, and references that do not break."""
    herkomst = [plek | {"verwijzing": vast(plek["verwijzing"])} for plek in cijfer["herkomst"]]
    return cijfer | {"herkomst": herkomst, "eerder": [each for each in cijfer["eerder"] if each["is_gemeld"]]}


def _in_order(gegevens: dict) -> Iterator[dict]:
    """Every figure once, in the order in which a reader of the letter meets it."""
    gezien = set()
    for sectie in gegevens["secties"]:
        for merk in proza.merken(sectie["tekst"], sectie["sleutel"]):
            for naam in [merk.naam, *_cijfers_in(gegevens["tabellen"].get(merk.naam))]:
                if naam in gegevens["cijfers"] and naam not in gezien:
                    gezien.add(naam)
                    yield gegevens["cijfers"][naam]


def als_document(gegevens: dict) -> str:
    """The complete HTML document that becomes the PDF."""
    merken = _Merken(gegevens, _span, lambda sleutel, noot: _noot(noot))
    secties = _secties(gegevens, merken)
    cijfers = [_verantwoord(cijfer) for cijfer in _in_order(gegevens)]
    verantwoording = render_to_string("rapportage/brief/verantwoording.html", {"cijfers": cijfers})
    bijlagen = [(sectie["kop"], sectie["html"]) for sectie in secties if sectie["soort"] == "bijlage"]
    bijlagen.append(("Verantwoording van de cijfers", mark_safe(verantwoording)))  # noqa: S308  made above
    brief = gegevens["brief"] | {
        "secties": [sectie for sectie in secties if sectie["soort"] != "bijlage"],
        "bijlagen": [
            {"titel": f"Bijlage {nummer}: {kop}", "html": html}
            for nummer, (kop, html) in enumerate(bijlagen, start=1)
        ],
    }
    return render_to_string("documenten/brief.html", {"brief": brief})


def als_pagina(gegevens: dict, cijfer_url: Callable[[str], str]) -> dict:
    """The letter for the screen: sections whose figures link to where they come from, and the notes."""
    noten: list[dict] = []

    def link(cijfer: dict, tekst: str) -> SafeString:
        url = cijfer_url(cijfer["naam"])
        klasse = "cijfer cijfer--open" if cijfer["probleem"] else "cijfer"
        return format_html('<a class="{}" href="{}">{}</a>', klasse, url, tekst or "[open]")

    def noot(sleutel: str, voetnoot: dict) -> SafeString:
        noten.append(voetnoot | {"nummer": len(noten) + 1})
        nummer = len(noten)
        return format_html(
            '<sup><a id="noot-terug-{0}" href="#noot-{0}" aria-label="Voetnoot {0}">{0}</a></sup>', nummer
        )

    secties = _secties(gegevens, _ConceptMerken(gegevens, link, noot))
    cijfers = sorted(gegevens["cijfers"].values(), key=lambda cijfer: cijfer["titel"])
    return gegevens["brief"] | {
        "secties": [sectie for sectie in secties if sectie["soort"] != "bijlage"],
        "bijlagen": [sectie for sectie in secties if sectie["soort"] == "bijlage"],
        "noten": noten,
        "cijfers": [cijfer | {"link": link(cijfer, cijfer["tekst"])} for cijfer in cijfers],
    }
