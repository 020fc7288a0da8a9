"""From live data to a frozen letter: collect what the prose asks for, judge it, and write it down once."""

import hashlib
import json
from dataclasses import asdict, dataclass, field

from django.conf import settings

import rapportage.cijfers  # noqa: F401  registers the figures of all apps
from agenda import cijfers as register
from agenda import klok
from agenda.cijfers import Cijfer
from agenda.documenten import proza
from agenda.models import Gebruiker, Momentopname
from rapportage.brief.fout import BriefFout, Probleem
from rapportage.brief.lint import lint, lint_cijfer, verloren_kwalificatie
from rapportage.brief.tabellen import TABELLEN, Tabel
from rapportage.models import Brief, Briefsectie

RECONSTRUCTIE = "Reconstructie uit de gegevens, niet de verzonden brief"
CIJFERMERKEN = ("cijfer", "kaal", "eerder", "periode")


@dataclass
class Concept:
    """A letter as it stands now: its sections, the figures it uses, and what is wrong with it."""

    brief: Brief
    secties: list[Briefsectie]
    voetnoten: dict[str, dict] = field(default_factory=dict)
    cijfers: dict[str, Cijfer] = field(default_factory=dict)
    tabellen: dict[str, Tabel] = field(default_factory=dict)
    problemen: list[Probleem] = field(default_factory=list)

    @property
    def blokkades(self) -> list[Probleem]:
        return [probleem for probleem in self.problemen if probleem.blokkeert]

    @property
    def aandachtspunten(self) -> list[Probleem]:
        return [probleem for probleem in self.problemen if not probleem.blokkeert]


def concept(brief: Brief) -> Concept:
    """The draft of `brief` with live figures, complete with everything that keeps it from freezing."""
    stuk = Concept(brief, list(brief.secties.all()))
    merken = []
    for sectie in stuk.secties:
        plaats = f"Sectie ‘{sectie}’"
        stuk.problemen += lint(plaats, sectie.kop, sectie.tekst)
        try:
            merken += [(plaats, merk) for merk in proza.merken(sectie.tekst, plaats)]
        except proza.ProzaFout as fout:
            stuk.problemen.append(Probleem(plaats, str(fout)))
    _voetnoten(stuk, merken)
    _tabellen(stuk, merken)
    _cijfers(stuk, merken)
    for sectie in stuk.secties:
        stuk.problemen += _kwalificaties(sectie, stuk.cijfers)
    return stuk


def _kwalificaties(sectie, cijfers):
    try:
        return verloren_kwalificatie(f"Sectie ‘{sectie}’", sectie.tekst, cijfers)
    except proza.ProzaFout:  # already reported with its place
        return []


def _voetnoten(stuk: Concept, merken):
    noten = {noot.sleutel: noot.bron for noot in stuk.brief.voetnoten.select_related("bron")}
    for plaats, merk in merken:
        if merk.soort != "voetnoot":
            continue
        bron = noten.get(merk.naam)
        if bron is None or not bron.verwijzing:
            melding = (
                f"regel {merk.regel}: voetnoot ‘{merk.naam}’ heeft geen bron met een verwijzing. Koppel een "
                "bron, bijvoorbeeld ‘Kamerstukken II 2022/23, 36 200 XV, nr. 96’."
            )
            stuk.problemen.append(Probleem(plaats, melding))
        else:
            stuk.voetnoten[merk.naam] = {"tekst": bron.verwijzing, "bron": bron.sleutel, "url": bron.url}


def _tabellen(stuk: Concept, merken):
    for plaats, merk in merken:
        if merk.soort not in ("tabel", "figuur"):
            continue
        if maak := TABELLEN.get(merk.naam):
            stuk.tabellen[merk.naam] = maak(stuk.brief.programma, stuk.brief.peildatum)
        else:
            namen = ", ".join(sorted(TABELLEN))
            melding = f"regel {merk.regel}: er is geen tabel ‘{merk.naam}’. Kies uit: {namen}."
            stuk.problemen.append(Probleem(plaats, melding))


def _cijfers(stuk: Concept, merken):
    gevraagd = {merk.naam: (plaats, merk) for plaats, merk in merken if merk.soort in CIJFERMERKEN}
    for naam, tabel in stuk.tabellen.items():
        gevraagd |= {cijfer: (f"Tabel ‘{naam}’", None) for cijfer in tabel.cijfers()}
    bekend = set(register.names(stuk.brief.programma, stuk.brief.peildatum))
    for naam in sorted(gevraagd.keys() - bekend):
        melding = f"onbekend cijfer ‘{naam}’. Kies een naam uit de lijst van cijfers."
        stuk.problemen.append(_bij(gevraagd[naam], melding))
    stuk.cijfers = register.collect(
        stuk.brief.programma, stuk.brief.peildatum, gevraagd.keys() & bekend
    )
    for naam, cijfer in stuk.cijfers.items():
        if cijfer.probleem:
            stuk.problemen.append(_bij(gevraagd[naam], f"het cijfer ‘{naam}’ is open: {cijfer.probleem}"))
        elif not cijfer.herkomst:
            stuk.problemen.append(_bij(gevraagd[naam], f"het cijfer ‘{naam}’ heeft geen bron."))
        stuk.problemen += lint_cijfer(cijfer)
    for plaats, merk in merken:
        cijfer = stuk.cijfers.get(merk.naam)
        if merk.soort == "eerder" and cijfer and not cijfer.eerder:
            stuk.problemen.append(_bij((plaats, merk), f"‘{merk.naam}’ heeft geen eerder gemelde waarde."))


def _bij(plek, melding) -> Probleem:
    plaats, merk = plek
    return Probleem(f"{plaats}, regel {merk.regel}" if merk else plaats, melding)


def inhoud(stuk: Concept) -> dict:
    """Everything a rendering needs, as plain JSON. Raises BriefFout when something blocks."""
    if stuk.blokkades:
        raise BriefFout(stuk.blokkades)
    return draft(stuk)


def draft(stuk: Concept) -> dict:
    """The same shape, also when something still blocks: for the screen, never for a PDF."""
    brief = stuk.brief
    ondertekening = (
        f"Ondertekenaar van de verzonden brief: {brief.ondertekenaar}."
        if brief.is_reconstructie
        else brief.ondertekenaar
    )
    gegevens = {
        "sjabloon": brief.sjabloon,
        "peildatum": brief.peildatum.isoformat(),
        "brief": {
            "titel": f"{brief.betreft} {brief.jaar}",
            "reconstructie": RECONSTRUCTIE if brief.is_reconstructie else "",
            "afzender": settings.BRIEF_AFZENDER,
            "geadresseerde": settings.BRIEF_GEADRESSEERDE,
            "datum_tekst": brief.datum_tekst,
            "datum_iso": brief.peildatum.isoformat(),
            "kenmerk": "",
            "betreft": brief.betreft,
            "aanhef": "Geachte voorzitter,",
            "ondertekening": [ondertekening],
        },
        "secties": [
            {
                "sleutel": sectie.sleutel,
                "soort": sectie.soort,
                "niveau": sectie.niveau,
                "kop": sectie.kop,
                "tekst": sectie.tekst,
            }
            for sectie in stuk.secties
        ],
        "voetnoten": stuk.voetnoten,
        "cijfers": {naam: asdict(cijfer) for naam, cijfer in stuk.cijfers.items()},
        "tabellen": {naam: tabel.as_dict() for naam, tabel in stuk.tabellen.items()},
    }
    return json.loads(json.dumps(gegevens))  # tuples become lists, as they will be read back


def canonical(gegevens: dict) -> bytes:
    """The one spelling of a Momentopname that is hashed and attached to the PDF."""
    return json.dumps(gegevens, ensure_ascii=False, sort_keys=True, indent=1).encode()


def freeze(brief: Brief, *, by: Gebruiker) -> Momentopname:
    """Write the letter down as it stands. The same content gives the same Momentopname again."""
    gegevens = inhoud(concept(brief))
    opname, _ = Momentopname.objects.get_or_create(
        sha256=hashlib.sha256(canonical(gegevens)).hexdigest(),
        defaults={
            "sjabloon": brief.sjabloon,
            "inhoud": gegevens,
            "gemaakt_op": klok.nu(),
            "gemaakt_door": by,
        },
    )
    return opname


def gewijzigd(stuk: Concept, opname: Momentopname) -> list[dict]:
    """Figures that read differently in the draft than in `opname`: name, what was, what is."""
    toen = opname.inhoud["cijfers"]
    return [
        {"naam": naam, "titel": cijfer.titel, "was": toen[naam]["tekst"], "is": cijfer.tekst or "open"}
        for naam, cijfer in stuk.cijfers.items()
        if naam in toen and toen[naam]["tekst"] != cijfer.tekst
    ]
