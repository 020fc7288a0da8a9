"""What opens a fase, what is paid, and who may not judge: each as a table written apart from the code."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import product

import pytest
from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.levensloop import Functiescheiding, NietMogelijk
from agenda.models import Gebruiker
from interventies.models import Scopetoets
from interventies.palet import beoordelen, beschrijven, evalueren, fasen, publiceren, toetsen
from subsidies import bekostigen
from subsidies.du import voorstellen
from subsidies.models import RegelingVersie
from tests.hulpmiddelen import boekingen, regelingen, uitkeringen
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen.interventies import LEZER, PUBLICEERT, SCHRIJVER, E, F, wie

pytestmark = pytest.mark.django_db

O = Scopetoets.Oordeel  # noqa: E741
LATER = datetime(2031, 10, 2, 9, tzinfo=UTC)  # the day after the judgement of the example ran out
DRIE = {"programmamanager", "beleidsmedewerker", "behandelaar"}


@pytest.fixture(autouse=True)
def in_november():
    with klok.vastgezet(palet.NU):
        yield


@contextmanager
def taken_back():
    """What happens here did not happen after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def outcome_of(verb) -> type | None:
    """How a verb is refused, None if it is not; nothing of it stays."""
    with taken_back():
        try:
            verb()
        except (GeenToegang, NietMogelijk, Geweigerd) as refusal:
            return type(refusal)
    return None


# fmt: off
# The scopetoets that there is, and whether testing and publishing may rest on it.
TOETSEN = {
    "geen":                    ([],                      NietMogelijk),
    "binnen":                  (["binnen"],              None),
    "twijfel":                 (["twijfel"],             None),
    "buiten":                  (["buiten"],              NietMogelijk),
    "eerst binnen, nu buiten": (["binnen", "buiten"],    NietMogelijk),
    "eerst buiten, nu binnen": (["buiten", "binnen"],    None),
    "van een eerdere versie":  (["binnen", "nieuw"],     NietMogelijk),
}
# fmt: on


def beoordeel_scope(made, stappen) -> None:
    for stap in stappen:
        palet.nieuwe_versie(made) if stap == "nieuw" else palet.toets(made, stap)


def test_testing_and_publishing_rest_on_the_newest_scopetoets_of_the_newest_version():
    begin, found = palet.interventie(), {}
    lopend = palet.interventie(F.TESTEN, naam="Loopt")
    for naam, (stappen, _) in TOETSEN.items():
        with taken_back():
            beoordeel_scope(begin, stappen)
            found[naam] = outcome_of(lambda: fasen.testen(begin, reden="Omdat.", by=wie(LEZER)))
        with taken_back():
            beoordeel_scope(lopend, stappen)
            publiceer = outcome_of(lambda: publiceren.publiceren(lopend, by=wie(PUBLICEERT)))
        begin.refresh_from_db()
        lopend.refresh_from_db()
        assert publiceer == (found[naam] if stappen else None), naam  # it came to ‘testen’ by one that says binnen
    assert found == {naam: expected for naam, (_, expected) in TOETSEN.items()}


def test_doing_opens_on_one_combination_of_scopetoets_evaluatie_and_judgement_only():
    made, opened = palet.interventie(F.TESTEN), []

    def naar_doen() -> bool:
        return outcome_of(lambda: fasen.doen(made, reden="Omdat.", by=wie(LEZER))) is None

    for scope, status in product(("binnen", "buiten", "van een eerdere versie"), ("geen", *E)):
        with taken_back():
            if status != "geen":
                palet.evaluatie(status, made)
            beoordeel_scope(made, TOETSEN[scope][0])
            if naar_doen():
                opened.append((scope, status, "geen"))
            beoordelen.beoordelen(made, palet.oordeel(), by=wie(LEZER))
            if naar_doen():
                opened.append((scope, status, "geldig"))
            with klok.vastgezet(LATER):
                if naar_doen():
                    opened.append((scope, status, "verlopen"))
        made.refresh_from_db()
    assert opened == [("binnen", E.VASTGESTELD, "geldig")]


def themas() -> dict:
    """A thema of a regeling to which SZW only contributes, one that SZW grants, and one for which one applies here."""
    wijk = regelingen.wijk()
    anders, eigen = wijk.thema(), wijk.tweede.themas.get()
    RegelingVersie.objects.filter(pk=wijk.tweede.pk).update(verstrekt_door=wijk.eigen)
    intake = RegelingVersie.objects.get(pk=wijk.tweede.pk)
    vol = regelingen.VOLLEDIG | {"soort": "intake", "opengesteld_op": klok.vandaag()}
    intake.pk, intake.volgorde = None, 3
    for veld, waarde in vol.items():
        setattr(intake, veld, waarde)
    intake.save()
    regelingen.themas(intake, wijk.bron, ["veerkracht"])
    lezen = type(anders).objects.select_related("versie__regeling__programma")
    alle = {"mee": anders, "van SZW": eigen, "van SZW, met aanvragen": intake.themas.get()}
    return {naam: lezen.get(pk=thema.pk) for naam, thema in alle.items()}


MEE = "regeling, mee"  # where another ministry decides


def geld() -> dict:
    """Each way to pay for an interventie: what somebody does with her."""
    verplichting = boekingen.verplichting(uitkeringen.regel(), kenmerk="V-1")
    programma, voorstel = verplichting.programma, uitkeringen.voorstel()
    return {
        "DU-voorstel": lambda made, by: voorstellen.voorstellen(programma, replace(voorstel, interventie=made), by=by),
        "opdracht": lambda made, by: bekostigen.uit_verplichting(made.uitvoeringen.get(), verplichting, by=by),
        "onderzoek": lambda made, by: evalueren.plannen(made, palet.plan(verplichting=verplichting), by=by),
    } | {f"regeling, {naam}": partial(_uit_regeling, thema) for naam, thema in themas().items()}


def _uit_regeling(thema, made, by):
    return bekostigen.uit_regeling(made.uitvoeringen.get(), thema, by=by)


def test_nobody_pays_for_what_is_outside_the_scope_and_who_only_contributes_leaves_a_signal():
    manieren, wrong = geld(), []
    per_soort = {is_voorbeeld: palet.interventie(is_voorbeeld=is_voorbeeld) for is_voorbeeld in (True, False)}
    for made in per_soort.values():
        palet.uitvoering(made)
    for oordeel in ("geen", *O):
        for made in per_soort.values() if oordeel != "geen" else ():
            palet.toets(made, oordeel)
        for (naam, betaal), rol in product(manieren.items(), Rol if oordeel == O.BUITEN else (SCHRIJVER,)):
            made, by = per_soort["regeling" not in naam], wie(rol) if rol in DRIE else Gebruiker(rollen=[rol])
            geweigerd = Geweigerd if oordeel == O.BUITEN and naam != MEE else None
            expected = geweigerd if rol in DRIE else GeenToegang
            if (outcome := outcome_of(partial(betaal, made, by))) != expected:
                wrong.append(f"{naam}, {oordeel}, door {rol}: {outcome}")
    assert not wrong, "\n".join(wrong)
    mee = manieren[MEE](per_soort[False], wie(SCHRIJVER))
    assert mee.signaal == "Het gaat om voorkomen."


# Who did what: whom the second pair of eyes refuses, whatever other roles he has.
# fmt: off
VIER_OGEN = {
    #  who                         scopetoets         vaststellen        teruggeven
    "schreef versie 1":           (Functiescheiding, None,              None),
    "schreef versie 2":           (Functiescheiding, None,              None),
    "plande":                     (None,             Functiescheiding,  Functiescheiding),
    "bood aan in deze ronde":     (None,             Functiescheiding,  Functiescheiding),
    "bood aan in een vorige":     (None,             None,              None),
    "toetste de vorige versie":   (None,             None,              None),
    "gaf terug":                  (None,             None,              None),
}
# fmt: on
STAF = [Rol.PROGRAMMAMANAGER, Rol.BELEIDSMEDEWERKER, Rol.BEHANDELAAR, Rol.REDACTEUR, Rol.BUDGETHOUDER]


def test_four_eyes_hold_for_the_person_whatever_his_roles():
    een = {
        naam: Gebruiker.objects.create_user(f"ogen{plek}@voorbeeld.invalid", naam=naam, rollen=STAF)
        for plek, naam in enumerate(VIER_OGEN)
    }
    made = beschrijven.beschrijven(palet.beschrijving(), [], by=een["schreef versie 1"])
    toetsen.toetsen(made, oordeel="binnen", motivering="Past.", by=een["toetste de vorige versie"])
    beschrijven.nieuwe_versie(
        made, palet.beschrijving(kosten="Veel."), [], wijziging="Kosten.", vorige=1, by=een["schreef versie 2"]
    )
    evaluatie = evalueren.plannen(made, palet.plan(), by=een["plande"])
    palet.aanbieden(evaluatie, een["bood aan in een vorige"])
    evalueren.teruggeven(evaluatie, reden="Te stellig.", by=een["gaf terug"])
    palet.aanbieden(evaluatie, een["bood aan in deze ronde"])
    verben = [
        lambda by: toetsen.toetsen(made, oordeel="twijfel", motivering="Past.", by=by),
        lambda by: evalueren.vaststellen(evaluatie, by=by),
        lambda by: evalueren.teruggeven(evaluatie, reden="Te stellig.", by=by),
    ]
    found = {naam: tuple(outcome_of(partial(verb, by)) for verb in verben) for naam, by in een.items()}
    assert found == VIER_OGEN
