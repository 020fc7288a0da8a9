"""What stands on the page of an interventie or an evaluatie: what can be done, what happened, what is not described."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from agenda.access import Permission, may
from agenda.audit import Woorden
from agenda.levensloop import options, withheld
from agenda.models import AuditRegel
from agenda.models.gebruikers import in_words
from interventies.models import Interventie, InterventieVersie
from interventies.models.palet import VELDEN
from interventies.palet.fasen import ontbreekt
from interventies.palet.publiceren import staat_in_de_weg
from interventies.palet.toetsen import eigen_werk

P = Permission
# What makes a record beside an interventie: where its page is, and who may.
# fmt: off
MAKEN = [
    ("Nieuwe versie schrijven",    "interventie-nieuwe-versie", P.INTERVENTIE_BESCHRIJVEN),
    ("Scopetoets doen",            "interventie-scopetoets",    P.SCOPE_TOETSEN),
    ("Bron aanhalen",              "interventie-bron",          P.INTERVENTIE_BESCHRIJVEN),
    ("Uitvoering vastleggen",      "uitvoering-nieuw",          P.INTERVENTIE_BESCHRIJVEN),
    ("Evaluatie plannen",          "evaluatie-nieuw",           P.INTERVENTIE_BESCHRIJVEN),
    ("Bewijsoordeel vastleggen",   "interventie-oordeel",       P.INTERVENTIE_BEOORDELEN),
    ("Publiceren in de catalogus", "interventie-publiceren",    P.INTERVENTIE_PUBLICEREN),
]
# fmt: on


BOVENAAN = {"naam", "samenvatting"}  # of a version: they are the title of the page and the words under it


@dataclass(frozen=True)
class Mogelijk:
    """The buttons of a page, (label, address), and the sentences that say why another is not there."""

    knoppen: list[tuple[str, str]]
    niet: list[str]


@dataclass(frozen=True)
class Gebeurtenis:
    """One thing that happened, as the component tijdlijn shows it."""

    titel: str
    moment: str
    door: str
    uitleg: str = ""


# What the log says of a step, as the page about one record tells it.
# fmt: off
VERHAAL = {
    "interventie_beschrijven":  "Beschreven",
    "interventieversie_maken":  "Versie {versie}: {wat}",
    "scopetoets_vastleggen":    "Scopetoets van versie {versie}: {oordeel}",
    "interventie_testen":       "Naar ‘testen wat werkt’: {reden}",
    "interventie_doen":         "Naar ‘doen wat werkt’: {reden}",
    "interventie_stoppen":      "Gestopt: {reden}",
    "bewijsoordeel_vastleggen": "Beoordeeld door {beoordelaar}: {niveau}",
    "interventie_publiceren":   "Versie {versie} in de catalogus",
    "evaluatie_plannen":        "Gepland",
    "evaluatie_aanbieden":      "Uitkomsten aangeboden",
    "evaluatie_vaststellen":    "Vastgesteld",
    "evaluatie_teruggeven":     "Teruggegeven: {reden}",
    "evaluatie_vervallen":      "Vervallen: {reden}",
    "onderzoek_aanhalen":       "Bron aangehaald: {bron}",
    "leerkring_beginnen":       "Begonnen",
    "bijeenkomst_plannen":      "Bijeenkomst op {dag}: {wat}",
    "bijeenkomst_opbrengst":    "Opbrengst van {dag} vastgelegd; aantal organisaties: {aantal}",
    "interventie_document":     "Document toegevoegd",
    "interventie_document_verwijderen": "Document verwijderd: {reden}",
    "interventie_document_wissen": "Rapport gewist: {reden}",
    "interventie_document_openbaar": "Document openbaar gemaakt",
    "interventie_document_afschermen": "Document afgeschermd: {reden}",
    "voorstel_indienen":        "Ingediend",
    "voorstel_behandelen":      "In behandeling genomen",
    "voorstel_overnemen":       "Overgenomen als interventie",
    "voorstel_afwijzen":        "Niet overgenomen: {reden}",
    "voorstel_intrekken":       "Ingetrokken door de gemeente",
    "kader_vragen":             "Voorgelegd aan de gemeente",
    "kader_toestemmen":         "Toestemming gegeven",
    "kader_weigeren":           "Geen toestemming: {reden}",
    "kader_intrekken":          "Toestemming ingetrokken: {reden}",
    "kader_vervallen":          "Vervallen",
    "uitvoering_vastleggen":    "Vastgelegd: {plek}",
    "bereik_tellen":            "Bereik: {aantal}, geteld als: {telwijze}",
    "uitvoering_bekostigen":    "Betaald door: {waaruit}",
    "uitvoering_eindigen":      "Loopt tot en met {dag}: {reden}",
    "uitvoering_vervallen":     "Vervallen: {reden}",
}
# fmt: on


def mogelijk(interventie: Interventie, user, *, is_openbaar: bool) -> Mogelijk:
    """What `user` can do with `interventie` now, by the same rules as the verbs."""
    gevonden = [
        (label, reverse(adres, args=[interventie.sleutel]), _waarom_niet(interventie, adres, user))
        for label, adres, permission in MAKEN
        if may(user, permission)
    ]
    gevonden += [
        (
            stap.label,
            reverse("interventie-fase", args=[interventie.sleutel, stap.verb]),
            ontbreekt(interventie, stap.verb),
        )
        for stap in options(interventie, user)
    ]
    if is_openbaar and may(user, P.INTERVENTIE_PUBLICEREN):
        gevonden.append(("Uit de catalogus halen", reverse("interventie-intrekken", args=[interventie.sleutel]), ""))
    return Mogelijk(
        [(label, url) for label, url, waarom in gevonden if not waarom],
        [f"{label}: {waarom}" for label, _, waarom in gevonden if waarom],
    )


def _waarom_niet(interventie: Interventie, adres: str, user) -> str:
    if adres == "interventie-scopetoets":
        return eigen_werk(interventie, user)
    return staat_in_de_weg(interventie) if adres == "interventie-publiceren" else ""


def stappen(evaluatie, user) -> Mogelijk:
    """The steps of an evaluatie that `user` can take now, and what keeps others from him."""
    nummer = evaluatie.nummer
    knoppen = [(stap.label, reverse(stap.verb.replace("_", "-"), args=[nummer])) for stap in options(evaluatie, user)]
    return Mogelijk(knoppen, [waarom for _, waarom in withheld(evaluatie, user)])


def tijdlijn(record, *, met_namen: bool = True) -> list[Gebeurtenis]:
    """What the log says of `record`, the newest first, with who did it; for a gemeente without names."""
    return [
        Gebeurtenis(
            titel=VERHAAL[regel.actie].format_map(Woorden(regel.details)),
            moment=date_format(localtime(regel.moment), r"j F Y, H.i \u\u\r"),
            door=(regel.naam or in_words(regel.rollen)) if met_namen else _organisatie(regel),
            uitleg=regel.details.get("uitkomsten", ""),
        )
        for regel in AuditRegel.objects.about(record).filter(actie__in=VERHAAL).for_list().order_by("-pk")
    ]


def _organisatie(regel: AuditRegel) -> str:
    return "De gemeente" if regel.gemeente else "Het ministerie van SZW"


def beschreven(versie: InterventieVersie) -> list[tuple[str, list[tuple[str, str]]]]:
    """What a version says below its title: per heading the names of fields with their text; empty ones are left out."""
    groepen = [
        (
            kop,
            [(_naam(veld), getattr(versie, veld)) for veld in velden if veld not in BOVENAAN and getattr(versie, veld)],
        )
        for kop, velden in VELDEN.items()
    ]
    return [(kop, regels) for kop, regels in groepen if regels]


def onbeschreven(versie: InterventieVersie) -> list[str]:
    """The names of the fields that a version leaves empty."""
    return [_naam(veld) for velden in VELDEN.values() for veld in velden if not getattr(versie, veld)]


def verschillen(versie: InterventieVersie, vorige: InterventieVersie | None) -> list[tuple[str, str, str]]:
    """What differs between two versions: (field, was, wordt); the terms as one field."""
    if vorige is None:
        return []
    velden = [(_naam(veld), getattr(vorige, veld), getattr(versie, veld)) for each in VELDEN.values() for veld in each]
    velden.append(("Begrippen", _termen(vorige), _termen(versie)))
    return [(naam, was, wordt) for naam, was, wordt in velden if was != wordt]


def _naam(veld: str) -> str:
    return str(InterventieVersie._meta.get_field(veld).verbose_name)


def _termen(versie: InterventieVersie) -> str:
    return ", ".join(term.naam for term in versie.termen.all())
