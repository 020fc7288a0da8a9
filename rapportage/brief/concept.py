"""A letter as it stands now: what its prose asks for, collected from live data, and what is wrong with it."""

from dataclasses import dataclass, field

import rapportage.cijfers  # noqa: F401  registers the figures of all apps
from agenda import cijfers as register
from agenda import klok
from agenda.cijfers import Cijfer
from agenda.documenten import proza
from rapportage.brief.fout import Probleem
from rapportage.brief.kaders import ALLE, kaders
from rapportage.brief.lint import lint, lint_cijfer, verloren_kwalificatie
from rapportage.brief.tabellen import TABELLEN, Tabel
from rapportage.models import Brief, Briefsectie

CIJFERMERKEN = ("cijfer", "kaal", "eerder", "periode")


@dataclass
class Concept:
    """A letter as it stands now: its sections, the figures it uses, and what is wrong with it."""

    brief: Brief
    secties: list[Briefsectie]
    voetnoten: dict[str, dict] = field(default_factory=dict)
    cijfers: dict[str, Cijfer] = field(default_factory=dict)
    tabellen: dict[str, Tabel] = field(default_factory=dict)
    kaders: dict[str, list[dict]] = field(default_factory=dict)
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
    if brief.peildatum > klok.vandaag():
        dag = f"{brief.peildatum:%d-%m-%Y}"
        melding = f"{dag} moet nog komen. De cijfers zijn die van vandaag en kunnen nog veranderen."
        stuk.problemen.append(Probleem("Peildatum", melding, blokkeert=False))
    merken = []
    for sectie in stuk.secties:
        plaats = f"Sectie ‘{sectie}’"
        stuk.problemen += lint(plaats, sectie.kop, sectie.tekst)
        if proza.MERK.search(sectie.kop) or proza.VREEMD.search(sectie.kop):
            stuk.problemen.append(Probleem(plaats, "in een kop kan geen cijfer of voetnoot. Zet het in de tekst."))
        try:
            merken += [(plaats, merk) for merk in proza.merken(sectie.tekst, plaats)]
        except proza.ProzaFout as fout:
            stuk.problemen.append(Probleem(plaats, str(fout)))
    _voetnoten(stuk, merken)
    _tabellen(stuk, merken)
    _kaders(stuk, merken)
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
            tabel = stuk.tabellen[merk.naam] = maak(stuk.brief.programma, stuk.brief.peildatum)
            if merk.soort == "figuur" and not tabel.cijfers():
                melding = f"regel {merk.regel}: tabel ‘{merk.naam}’ heeft geen cijfers om te tekenen."
                stuk.problemen.append(Probleem(plaats, melding))
        else:
            namen = ", ".join(sorted(TABELLEN))
            melding = f"regel {merk.regel}: er is geen tabel ‘{merk.naam}’. Kies uit: {namen}."
            stuk.problemen.append(Probleem(plaats, melding))


def _kaders(stuk: Concept, merken):
    """What the letter quotes of gemeenten; nothing goes in without consent, and not without being read as prose is."""
    for plaats, merk in merken:
        if merk.soort != "kader":
            continue
        found = stuk.kaders[merk.naam] = kaders(stuk.brief.programma, stuk.brief.peildatum, merk.naam)
        if not found:
            melding = (
                f"regel {merk.regel}: bij ‘{merk.naam}’ is er geen praktijkvoorbeeld waarmee een gemeente op de "
                "peildatum instemde, over iets uit de catalogus. Vraag het de gemeente bij de uitvoering."
            )
            stuk.problemen.append(Probleem(plaats, melding, blokkeert=merk.naam != ALLE))
        for kader in found:
            stuk.problemen += lint(f"Praktijkvoorbeeld {kader['nummer']}", kader["titel"], kader["tekst"])


def _cijfers(stuk: Concept, merken):
    gevraagd = {merk.naam: (plaats, merk) for plaats, merk in merken if merk.soort in CIJFERMERKEN}
    for naam, tabel in stuk.tabellen.items():
        gevraagd |= {cijfer: (f"Tabel ‘{naam}’", None) for cijfer in tabel.cijfers()}
    stuk.cijfers = register.find(stuk.brief.programma, stuk.brief.peildatum, gevraagd)
    for naam in sorted(gevraagd.keys() - stuk.cijfers.keys()):
        melding = f"onbekend cijfer ‘{naam}’. Kies een naam uit de lijst van cijfers."
        stuk.problemen.append(_bij(gevraagd[naam], melding))
    for naam, cijfer in stuk.cijfers.items():
        if cijfer.probleem:
            stuk.problemen.append(_bij(gevraagd[naam], f"het cijfer ‘{naam}’ is open: {cijfer.probleem}"))
        elif not cijfer.herkomst:
            stuk.problemen.append(_bij(gevraagd[naam], f"het cijfer ‘{naam}’ heeft geen bron."))
        stuk.problemen += lint_cijfer(cijfer)
    for plaats, merk in merken:
        cijfer = stuk.cijfers.get(merk.naam)
        if merk.soort == "eerder" and cijfer and not any(eerder.is_gemeld for eerder in cijfer.eerder):
            melding = f"‘{merk.naam}’ heeft geen eerder gemelde waarde: geen Kamerbrief noemt een andere."
            stuk.problemen.append(_bij((plaats, merk), melding))


def _bij(plek, melding) -> Probleem:
    plaats, merk = plek
    return Probleem(f"{plaats}, regel {merk.regel}" if merk else plaats, melding)
