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
        return self.cijfer(self._van(naam), self._van(naam)["eerder"][0]["tekst"])

    def _periode(self, naam):
        return self.cijfer(self._van(naam), self._van(naam)["betreft"])

    def _voetnoot(self, naam):
        return self.noot(naam, self.gegevens["voetnoten"][naam])

    def _tabel(self, naam):
        tabel = self.gegevens["tabellen"][naam]
        return mark_safe(  # the template escapes
            render_to_string("rapportage/brief/tabel.html", {"tabel": self._ingevuld(tabel)})
        )

    def _figuur(self, naam):
        tabel = self.gegevens["tabellen"][naam]
        namen = [(rij[0]["tekst"], rij[-1]["cijfer"]) for rij in tabel["rijen"]]
        staven = [(label, Decimal(self._van(cijfer)["waarde"]), self._van(cijfer)["kaal"]) for label, cijfer in namen]
        return format_html("<figure>{}</figure>", staafgrafiek(tabel["titel"], staven))

    def _ingevuld(self, tabel):
        soorten = [soort for _, soort in tabel["koppen"]]

        def cellen(rij):
            return [
                {"soort": soort, "html": self._kaal(cel["cijfer"]) if cel["cijfer"] else cel["tekst"]}
                for soort, cel in zip(soorten, rij, strict=bool(rij))
            ]

        return {
            "titel": tabel["titel"],
            "koppen": [{"kop": kop, "soort": soort} for kop, soort in tabel["koppen"]],
            "rijen": [cellen(rij) for rij in tabel["rijen"]],
            "voet": cellen(tabel["voet"]),
        }


def _secties(gegevens: dict, merken: _Merken) -> list[dict]:
    return [
        sectie | {"html": mark_safe(proza.html(sectie["tekst"], merken))}  # own parser, html off
        for sectie in gegevens["secties"]
    ]


def _noot(noot: dict) -> SafeString:
    """A footnote of the PDF; the layout puts it at the foot of the page. It ends with a full stop."""
    return format_html("<voetnoot>{}.</voetnoot>", noot["tekst"].removesuffix("."))


def _in_order(gegevens: dict) -> Iterator[dict]:
    """Every figure once, in the order in which a reader of the letter meets it."""
    gezien = set()
    for sectie in gegevens["secties"]:
        for merk in proza.merken(sectie["tekst"], sectie["sleutel"]):
            tabel = gegevens["tabellen"].get(merk.naam)
            rijen = [*tabel["rijen"], tabel["voet"]] if tabel else []
            for naam in [merk.naam, *(cel["cijfer"] for rij in rijen for cel in rij)]:
                if naam in gegevens["cijfers"] and naam not in gezien:
                    gezien.add(naam)
                    yield gegevens["cijfers"][naam]


def als_document(gegevens: dict) -> str:
    """The complete HTML document that becomes the PDF."""
    merken = _Merken(gegevens, _span, lambda sleutel, noot: _noot(noot))
    secties = _secties(gegevens, merken)
    verantwoording = render_to_string(
        "rapportage/brief/verantwoording.html", {"cijfers": list(_in_order(gegevens))}
    )
    bijlagen = [(sectie["kop"], sectie["html"]) for sectie in secties if sectie["soort"] == "bijlage"]
    bijlagen.append(("Verantwoording van de cijfers", mark_safe(verantwoording)))  # made above
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

    secties = _secties(gegevens, _Merken(gegevens, link, noot))
    return gegevens["brief"] | {"secties": secties, "noten": noten}


def platte_tekst(gegevens: dict) -> str:
    """The prose of the letter with its figures filled in, as plain text: for tests and for searching."""
    merken = _Merken(gegevens, lambda c, tekst: tekst, lambda s, n: "")
    delen = [f"{s['kop']}\n{proza.html(s['tekst'], merken)}" for s in gegevens["secties"]]
    return "\n".join(delen)


