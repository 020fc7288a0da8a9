"""Interventies in any fase, made by the verbs, each step by somebody who may take it."""

from datetime import UTC, date, datetime

from agenda import bestanden, klok
from agenda.access import Rol
from agenda.models import Gebruiker, Gemeente, Provincie
from interventies.models import Evaluatie, Interventie, Interventiedocument, Leerkring, Publicatie, Uitvoering
from interventies.palet import beoordelen, beschrijven, evalueren, fasen, leren, publiceren, toetsen, uitvoeren
from tests.agenda.bestanden.voorbeelden import GOED

NU = datetime(2026, 11, 2, 9, tzinfo=UTC)
F, E, S = Interventie.Fase, Evaluatie.Status, Publicatie.Status
SCHRIJVER, LEZER, PUBLICEERT = Rol.BEHANDELAAR, Rol.BELEIDSMEDEWERKER, Rol.REDACTEUR


def wie(rol: Rol) -> Gebruiker:
    """The person of a role."""
    email = f"{rol.value}-palet@voorbeeld.invalid"
    found = Gebruiker.objects.filter(email=email).first()
    return found or Gebruiker.objects.create_user(email, naam=rol.label, rollen=[rol])


def beschrijving(**anders) -> dict[str, str]:
    velden = {
        "naam": "Buurtlab",
        "samenvatting": "Jongeren maken samen een plan voor hun buurt.",
        "aanleiding": "Jongeren voelen zich niet gehoord.",
        "doelgroep_direct": "Jongeren van 12 tot en met 18 jaar.",
        "hoofddoel": "Jongeren voelen zich sterker.",
        "subdoelen": "Jongeren kennen elkaar.\nJongeren doen mee in de buurt.",
        "opzet": "Tien bijeenkomsten in het buurthuis.",
    }
    return velden | anders


def plan(**anders) -> evalueren.Plan:
    velden = {"soort": "effect", "onderzoeksvraag": "Voelen jongeren zich sterker?", "uitvoerder": "Bureau Voorbeeld"}
    velden |= {"onderzoeksopzet": "Voor- en nameting.", "van": date(2026, 3, 1), "tot": date(2026, 9, 30)}
    return evalueren.Plan(**velden | anders)


def oordeel(**anders) -> beoordelen.Oordeel:
    velden = {"ladder": "movisie", "niveau": "onderbouwd", "criteria": "Aanleiding, doelgroep, doelen en aanpak."}
    velden |= {"motivering": "De theorie klopt.", "beoordelaar": "Erkenningscommissie"}
    return beoordelen.Oordeel(**velden | {"beoordeeld_op": date(2026, 10, 1)} | anders)


UITKOMSTEN = [("positief", "Scores stegen."), ("geen_effect", "Geen verschil."), ("negatief", "Minder dan eerst.")]


def interventie(fase: str = F.BESCHREVEN, *, termen=(), is_voorbeeld=False, **anders) -> Interventie:
    """An interventie that came to `fase` by the steps before it."""
    with klok.vastgezet(NU):
        made = beschrijven.beschrijven(beschrijving(**anders), termen, by=wie(SCHRIJVER), is_voorbeeld=is_voorbeeld)
        if fase != F.BESCHREVEN:
            toets(made)
        if fase in (F.TESTEN, F.DOEN):
            fasen.testen(made, reden="Wij willen weten of het werkt.", by=wie(LEZER))
        if fase == F.DOEN:
            evaluatie(E.VASTGESTELD, made)
            beoordelen.beoordelen(made, oordeel(), by=wie(LEZER))
            fasen.doen(made, reden="De uitkomsten zijn goed genoeg.", by=wie(LEZER))
        if fase == F.GESTOPT:
            fasen.stoppen(made, reden="Er kwamen te weinig jongeren.", by=wie(LEZER))
    return made


def toets(made: Interventie, verdict: str = "binnen", by: Rol = LEZER):
    return toetsen.toetsen(made, oordeel=verdict, motivering="Het gaat om voorkomen.", by=wie(by))


def evaluatie(status: str = E.GEPLAND, van: Interventie | None = None) -> Evaluatie:
    """An evaluatie that came to `status`: planned and offered by one, settled by another."""
    with klok.vastgezet(NU):
        made = evalueren.plannen(van or interventie(), plan(), by=wie(SCHRIJVER))
        if status == E.VERVALLEN:
            evalueren.vervallen(made, reden="Er is geen geld.", by=wie(SCHRIJVER))
        if status in (E.AANGEBODEN, E.VASTGESTELD):
            aanbieden(made, wie(SCHRIJVER))
        if status == E.VASTGESTELD:
            evalueren.vaststellen(made, by=wie(LEZER))
    return made


def aanbieden(made: Evaluatie, by: Gebruiker) -> None:
    grenzen, conclusie = "Maar één buurt.", "Jongeren voelen zich sterker; de rest veranderde niet."
    evalueren.aanbieden(made, uitkomsten=UITKOMSTEN, beperkingen=grenzen, conclusie=conclusie, by=by)


def gepubliceerd(fase: str = F.DOEN, **anders) -> Interventie:
    """An interventie that everybody may read."""
    made = interventie(fase, **anders)
    publiceren.publiceren(made, by=wie(PUBLICEERT))
    return made


def publicatie(status: str = S.OPENBAAR) -> Publicatie:
    made = gepubliceerd(F.TESTEN).publicaties.get()
    if status == S.INGETROKKEN:
        publiceren.intrekken(made, reden="De beschrijving klopt niet.", by=wie(PUBLICEERT))
    if status == S.VERVANGEN:
        nieuwe_versie(made.interventie)
        toets(made.interventie)
        publiceren.publiceren(made.interventie, by=wie(PUBLICEERT))
        made.refresh_from_db()
    return made


def nieuwe_versie(made: Interventie, **anders):
    anders = {"samenvatting": "Jongeren en ouderen maken een plan."} | anders
    return beschrijven.nieuwe_versie(
        made,
        beschrijving(**anders),
        made.laatste.termen.all(),
        wijziging="Ouderen doen mee.",
        vorige=made.laatste.nummer,
        by=wie(SCHRIJVER),
    )


def gemeente(is_voorbeeld: bool = False) -> Gemeente:
    """A gemeente that is there, or one made for it."""
    if found := Gemeente.objects.filter(is_voorbeeld=is_voorbeeld, opgegaan_op=None).order_by("code").first():
        return found
    provincie, _ = Provincie.objects.get_or_create(code="PV99", defaults={"naam": "Voorbeeldland"})
    return Gemeente.objects.create(
        code="GM9981" if is_voorbeeld else "GM9980",
        naam="Oordstad",
        naam_cbs="Oordstad",
        provincie=provincie,
        is_voorbeeld=is_voorbeeld,
    )


def inzet(**anders) -> uitvoeren.Inzet:
    velden = {"uitvoerder": "Welzijn Voorbeeld", "van": date(2026, 3, 1), "tot": date(2026, 12, 31), "wijk": "Zuid"}
    return uitvoeren.Inzet(**velden | {"bereik_gepland": 120, "telwijze": "Deelnemers op de presentielijst."} | anders)


def uitvoering(van: Interventie, **anders) -> Uitvoering:
    """An uitvoering of which the reach was counted once."""
    anders = {"gemeente": gemeente(van.is_voorbeeld)} | anders
    with klok.vastgezet(NU):
        made = uitvoeren.vastleggen(van, inzet(**anders), by=wie(SCHRIJVER))
        uitvoeren.tellen(made, aantal=85, telwijze="Presentielijst.", tot=date(2026, 10, 1), by=wie(SCHRIJVER))
    return made


def document(
    van: Interventie, *, evaluatie=None, is_openbaar=True, is_schoon=True, omschrijving="Het handboek."
) -> Interventiedocument:
    """A file at an interventie or one of its evaluaties; unless `is_schoon` it waits for the scanner."""
    naam = "handboek.pdf" if is_openbaar else "concept.pdf"
    bestand = bestanden.bewaar(GOED["brief.pdf"], naam, by=None, zelf_gemaakt=is_schoon)
    return Interventiedocument.objects.create(
        interventie=van,
        evaluatie=evaluatie,
        bestand=bestand,
        omschrijving=omschrijving,
        is_openbaar=is_openbaar,
        toegevoegd_door=wie(SCHRIJVER),
    )


def leerkring(*over: Interventie, is_voorbeeld=False) -> Leerkring:
    """A leerkring with one meeting that was held, and its yield."""
    with klok.vastgezet(NU):
        made = leren.beginnen(
            naam="Leerkring jongerenwerk",
            vraag="Wat werkt?",
            interventies=over,
            is_voorbeeld=is_voorbeeld,
            by=wie(SCHRIJVER),
        )
        eerste = leren.plannen(made, dag=date(2026, 10, 1), onderwerp="Kennismaken", by=wie(SCHRIJVER))
        leren.opbrengen(eerste, organisaties="Welzijn Oord\nGemeente Oord", opbrengst="Wij delen.", by=wie(SCHRIJVER))
    return made


OVER_INTERVENTIE = """interventie interventie-nieuwe-versie interventie-scopetoets interventie-oordeel
    interventie-publiceren interventie-intrekken evaluatie-nieuw uitvoering-nieuw interventie-document interventie-bron catalogus-interventie
    catalogus-interventie-pdf""".split()


def arguments() -> dict[str, dict]:
    """The arguments of the pages about a published interventie with a newer version, and its evaluaties."""
    made = gepubliceerd(F.TESTEN)
    plan, aangeboden = evaluatie(E.GEPLAND, made), evaluatie(E.AANGEBODEN, made)
    loopt = {"nummer": uitvoering(made).nummer}
    kring = {"nummer": leerkring(made).nummer}
    bestand = {"sleutel": made.sleutel, "pk": document(made).pk}
    document(made, is_openbaar=False)
    nieuwe_versie(made)
    toets(made)
    een, gepland, wacht = {"sleutel": made.sleutel}, {"nummer": plan.nummer}, {"nummer": aangeboden.nummer}
    return dict.fromkeys(OVER_INTERVENTIE, een) | {
        "interventie-versie": een | {"nummer": 2},
        "interventie-fase": een | {"verb": "interventie_stoppen"},
        "catalogus-document": bestand,
        "interventie-document-openen": bestand,
        "interventie-document-verwijderen": bestand,
        "interventie-document-openbaar": bestand,
        "interventie-document-afschermen": bestand,
        "interventie-document-wissen": bestand,
        "evaluatie-document": wacht,
        "leerkring": kring,
        "leerkring-bijeenkomst": kring,
        "leerkring-opbrengst": kring | {"volgnummer": 1},
        "uitvoering": loopt,
        "uitvoering-bereik": loopt,
        "uitvoering-geld": loopt,
        "uitvoering-einde": loopt,
        "uitvoering-vervallen": loopt,
        "evaluatie": wacht,
        "evaluatie-vaststellen": wacht,
        "evaluatie-teruggeven": wacht,
        "evaluatie-aanbieden": gepland,
        "evaluatie-vervallen": gepland,
    }
