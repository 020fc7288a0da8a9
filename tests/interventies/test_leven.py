"""The life of an interventie through its verbs: fase × verb × role, four eyes, and what a fase rests on."""

from datetime import date
from itertools import product

import pytest
from django.db import IntegrityError, connection, transaction

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.access import GeenToegang, Rol
from agenda.audit import sentence
from agenda.levensloop import Functiescheiding, NietMogelijk
from agenda.models import AuditRegel, Gebruiker
from interventies import dossier
from interventies.models import Interventie
from interventies.palet import beoordelen, beschrijven, evalueren, fasen, publiceren, toetsen
from tests.hulpmiddelen import interventies as palet
from tests.hulpmiddelen.interventies import LEZER, PUBLICEERT, SCHRIJVER, E, F, S, wie

pytestmark = pytest.mark.django_db

TWEE, DRIE = {"programmamanager", "beleidsmedewerker"}, {"programmamanager", "beleidsmedewerker", "behandelaar"}
UIT = {"programmamanager", "redacteur"}

# Written apart from interventies/levensloop.py and access.py: who may take a verb at all, and where it leads from a
# stand. Made by a behandelaar, who so cannot be the second reader. A verb that is not here for a stand is impossible
# for who may take it, and everybody else lacks the right.
# fmt: off
VERBEN = {
    "interventie_testen":    (TWEE, lambda made, by: fasen.testen(made, reden="Omdat.", by=by)),
    "interventie_doen":      (TWEE, lambda made, by: fasen.doen(made, reden="Omdat.", by=by)),
    "interventie_stoppen":   (TWEE, lambda made, by: fasen.stoppen(made, reden="Omdat.", by=by)),
    "evaluatie_aanbieden":   (DRIE, lambda made, by: palet.aanbieden(made, by)),
    "evaluatie_vervallen":   (DRIE, lambda made, by: evalueren.vervallen(made, reden="Omdat.", by=by)),
    "evaluatie_vaststellen": (TWEE, lambda made, by: evalueren.vaststellen(made, by=by)),
    "evaluatie_teruggeven":  (TWEE, lambda made, by: evalueren.teruggeven(made, reden="Omdat.", by=by)),
    "publicatie_intrekken":  (UIT,  lambda made, by: publiceren.intrekken(made, reden="Omdat.", by=by)),
}
GETOETST, BEWEZEN = "beschreven en getoetst", "getest en beoordeeld"
NAAR = {
    F.BESCHREVEN: {"interventie_stoppen": F.GESTOPT},
    GETOETST:     {"interventie_testen": F.TESTEN, "interventie_stoppen": F.GESTOPT},
    F.TESTEN:     {"interventie_stoppen": F.GESTOPT},
    BEWEZEN:      {"interventie_doen": F.DOEN, "interventie_stoppen": F.GESTOPT},
    F.DOEN:       {"interventie_stoppen": F.GESTOPT},
    E.GEPLAND:    {"evaluatie_aanbieden": E.AANGEBODEN, "evaluatie_vervallen": E.VERVALLEN},
    E.AANGEBODEN: {"evaluatie_vaststellen": E.VASTGESTELD, "evaluatie_teruggeven": E.GEPLAND},
    S.OPENBAAR:   {"publicatie_intrekken": S.INGETROKKEN},
}
# fmt: on
SOORTEN = [
    ("interventie_", lambda stand: bijzonder(stand), [*F, GETOETST, BEWEZEN]),
    ("evaluatie_", palet.evaluatie, [*E]),
    ("publicatie_", palet.publicatie, [*S]),
]


def bijzonder(stand: str) -> Interventie:
    """An interventie in a fase, or with all that its next fase rests on."""
    made = palet.interventie({GETOETST: F.BESCHREVEN, BEWEZEN: F.TESTEN}.get(stand, stand))
    if stand == GETOETST:
        palet.toets(made)
    if stand == BEWEZEN:
        palet.evaluatie(E.VASTGESTELD, made)
        beoordelen.beoordelen(made, palet.oordeel(), by=wie(LEZER))
    return made


@pytest.fixture(autouse=True)
def in_november():
    with klok.vastgezet(palet.NU):
        yield


def outcome_of(verb, made, rol, *, mag: bool):
    """What came of one verb by somebody of `rol`, which is then taken back. Who has no right is not kept anywhere."""
    by = wie(rol) if mag else Gebruiker(rollen=[rol])
    with transaction.atomic():
        try:
            verb(made, by)
            outcome = next(getattr(made, veld) for veld in ("fase", "status") if hasattr(made, veld))
        except (GeenToegang, NietMogelijk) as refusal:
            return type(refusal)
        transaction.set_rollback(True)
    made.refresh_from_db()
    return outcome


@pytest.mark.parametrize(("begin", "maak", "standen"), SOORTEN, ids=[each[0] for each in SOORTEN])
def test_each_verb_does_for_each_role_what_is_written_down_here(begin, maak, standen):
    wrong, verben = [], {naam: each for naam, each in VERBEN.items() if naam.startswith(begin)}
    for stand in standen:
        made = maak(stand)
        for (naam, (rollen, verb)), rol in product(verben.items(), Rol):
            expected = NAAR.get(stand, {}).get(naam, NietMogelijk) if rol in rollen else GeenToegang
            if (outcome := outcome_of(verb, made, rol, mag=rol in rollen)) != expected:
                wrong.append(f"{naam} van {stand} door {rol}: {outcome}")
    assert not wrong, "\n".join(wrong)


# What makes a record and so has no status of its own: who may, and in which fasen nobody can.
# fmt: off
MAKEN = {
    "beschrijven":   (DRIE, (), lambda made, by: beschrijven.beschrijven(palet.beschrijving(), [], by=by)),
    "nieuwe_versie": (DRIE, (), lambda made, by: beschrijven.nieuwe_versie(made, palet.beschrijving(kosten="Veel."), [], wijziging="Omdat.", vorige=1, by=by)),
    "toetsen":       (DRIE, (), lambda made, by: toetsen.toetsen(made, oordeel="twijfel", motivering="Omdat.", by=by)),
    "plannen":       (DRIE, (), lambda made, by: evalueren.plannen(made, palet.plan(), by=by)),
    "beoordelen":    (TWEE, (), lambda made, by: beoordelen.beoordelen(made, palet.oordeel(), by=by)),
    "publiceren":    (UIT,  (F.BESCHREVEN,), lambda made, by: publiceren.publiceren(made, by=by)),
}
# fmt: on


def test_each_record_is_made_by_exactly_the_roles_written_down_here_in_every_fase():
    wrong = []
    for fase in F:
        made = palet.interventie(fase)
        wie_allemaal = Rol if fase == F.TESTEN else (SCHRIJVER, LEZER, PUBLICEERT, Rol.BUDGETHOUDER)
        for (naam, (rollen, nooit, verb)), rol in product(MAKEN.items(), wie_allemaal):
            expected = (NietMogelijk if fase in nooit else fase) if rol in rollen else GeenToegang
            if (naam, rol) == ("toetsen", SCHRIJVER):  # he wrote the description
                expected = Functiescheiding
            if (outcome := outcome_of(verb, made, rol, mag=rol in rollen)) != expected:
                wrong.append(f"{naam} in {fase} door {rol}: {outcome}")
    assert not wrong, "\n".join(wrong)


def test_testing_begins_after_a_scopetoets_that_is_not_buiten_and_doing_after_evaluatie_and_judgement():
    made, lezer = palet.interventie(), wie(LEZER)
    with pytest.raises(NietMogelijk, match="nog geen scopetoets"):
        fasen.testen(made, reden="Omdat.", by=lezer)
    palet.toets(made, "buiten")
    with pytest.raises(NietMogelijk, match="buiten de scope"):
        fasen.testen(made, reden="Omdat.", by=lezer)
    palet.toets(made, "twijfel")
    fasen.testen(made, reden="Wij willen het weten.", by=lezer)
    with pytest.raises(NietMogelijk, match="vastgestelde evaluatie"):
        fasen.doen(made, reden="Omdat.", by=lezer)
    evaluatie = palet.evaluatie(E.AANGEBODEN, made)
    with pytest.raises(NietMogelijk, match="vastgestelde evaluatie"):
        fasen.doen(made, reden="Omdat.", by=lezer)
    evalueren.vaststellen(evaluatie, by=lezer)
    with pytest.raises(NietMogelijk, match="geldig bewijsoordeel"):
        fasen.doen(made, reden="Omdat.", by=lezer)
    beoordelen.beoordelen(made, palet.oordeel(), by=lezer)
    with klok.vastgezet(palet.NU.replace(year=2031, month=10)), pytest.raises(NietMogelijk, match="geldig bewijs"):
        fasen.doen(made, reden="Omdat.", by=lezer)
    fasen.doen(made, reden="Het werkt.", by=lezer)
    made.refresh_from_db()
    assert (made.fase, made.fase_reden, str(made.oordeel)) == (F.DOEN, "Het werkt.", "Goed onderbouwd")
    assert [sentence(regel) for regel in AuditRegel.objects.about(made).order_by("pk")] == [
        "Interventie buurtlab is beschreven.",
        "Bij versie 1 van interventie buurtlab is een scopetoets vastgelegd: Buiten de scope.",
        "Bij versie 1 van interventie buurtlab is een scopetoets vastgelegd: Twijfel.",
        "Interventie buurtlab gaat naar ‘testen wat werkt’: Wij willen het weten.",
        "Bij interventie buurtlab is een bewijsoordeel vastgelegd: Goed onderbouwd, volgens Erkenningscommissie.",
        "Interventie buurtlab gaat naar ‘doen wat werkt’: Het werkt.",
    ]


def test_a_verdict_on_an_earlier_version_opens_no_fase_and_a_later_buiten_stops_the_next_step():
    made, lezer = palet.interventie(), wie(LEZER)
    palet.toets(made)
    palet.nieuwe_versie(made)
    with pytest.raises(NietMogelijk, match="gaat over versie 1, en er is nu versie 2"):
        fasen.testen(made, reden="Omdat.", by=lezer)
    with pytest.raises(IntegrityError, match="van de nieuwste versie"), transaction.atomic():
        Interventie.objects.filter(pk=made.pk).update(fase="testen", fase_reden="x")
    palet.toets(made)
    fasen.testen(made, reden="Wij willen het weten.", by=lezer)
    palet.evaluatie(E.VASTGESTELD, made)
    beoordelen.beoordelen(made, palet.oordeel(), by=lezer)
    with pytest.raises(IntegrityError, match="geen geldig bewijsoordeel"), transaction.atomic():
        Interventie.objects.filter(pk=made.pk).update(fase="doen", fase_sinds=date(2031, 10, 2))
    palet.toets(made, "buiten")
    for verb in (
        lambda: fasen.doen(made, reden="Omdat.", by=lezer),
        lambda: publiceren.publiceren(made, by=wie(PUBLICEERT)),
    ):
        with pytest.raises(NietMogelijk, match="buiten de scope"):
            verb()


def test_the_database_itself_refuses_what_the_verbs_refuse():
    made = palet.interventie()
    klaar = palet.evaluatie(E.VASTGESTELD, made)
    nu, wie_schreef = "now()", wie(SCHRIJVER).pk
    refused = {
        "UPDATE interventies_interventieversie SET naam = 'Anders'": "wordt nooit gewijzigd",
        f"UPDATE interventies_evaluatie SET conclusie = 'Beter' WHERE id = {klaar.pk}": "staat vast",
        "UPDATE interventies_uitkomst SET effect = 'positief'": "staat vast",
        "UPDATE interventies_interventie SET fase = 'testen', fase_reden = 'x'": "geen scopetoets",
        "UPDATE interventies_interventie SET fase = 'doen', fase_reden = 'x'": "geen geldig bewijsoordeel",
        "INSERT INTO interventies_scopetoets (oordeel, motivering, interventie_id, versie_id, door_id, op) "
        f"VALUES ('binnen', 'x', {made.pk}, {made.laatste_id}, {wie_schreef}, {nu})": "toetst haar niet",
    }
    for statement, woorden in refused.items():
        with pytest.raises(IntegrityError, match=woorden), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


REFUSED = [
    (lambda made: palet.interventie(naam=" "), "naam", "Vul bij ‘Naam’"),
    (lambda made: palet.interventie(opzet="<b>Tien</b>"), "opzet", "zonder opmaak of code"),
    (lambda made: palet.interventie(contact="javascript:alert(1)"), "contact", "zonder opmaak of code"),
    (lambda made: palet.interventie(naam="x" * 121), "naam", "er passen er 120"),
    (lambda made: toetsen.toetsen(made, oordeel="binnen", motivering=" ", by=wie(LEZER)), "motivering", "waarom"),
    (lambda made: evalueren.plannen(made, palet.plan(tot=date(2026, 1, 1)), by=wie(SCHRIJVER)), "tot", "voor het begin"),
    (lambda made: beoordelen.beoordelen(made, palet.oordeel(criteria=""), by=wie(LEZER)), "criteria", "criteria"),
    (lambda made: beoordelen.beoordelen(made, palet.oordeel(ladder="nji", niveau="beschreven"), by=wie(LEZER)), "niveau", "bestaat niet op deze ladder"),
    (lambda made: beoordelen.beoordelen(made, palet.oordeel(beoordeeld_op=date(2020, 1, 1)), by=wie(LEZER)), "beoordeeld_op", "verlopen op 01-01-2025"),
    (lambda made: beoordelen.beoordelen(made, palet.oordeel(beoordeeld_op=date(2027, 1, 1)), by=wie(LEZER)), "beoordeeld_op", "moet nog komen"),
    (lambda made: fasen.stoppen(made, reden="", by=wie(LEZER)), "reden", "waarom"),
    (lambda made: palet.aanbieden(evalueren.plannen(made, palet.plan(tot=date(2027, 1, 1)), by=wie(SCHRIJVER)), wie(SCHRIJVER)), "conclusie", "moet nog komen"),
    (lambda made: beschrijven.nieuwe_versie(made, palet.beschrijving(), [], wijziging="Niets.", vorige=1, by=wie(SCHRIJVER)), "", "niets veranderd"),
]  # fmt: skip


def test_what_cannot_be_is_refused_at_its_field_with_why():
    made = palet.interventie()
    for maak, veld, woorden in REFUSED:
        with pytest.raises(Geweigerd, match=woorden) as refusal, transaction.atomic():
            maak(made)
        assert refusal.value.veld == veld


def test_a_version_stays_and_who_wrote_on_an_older_one_is_told():
    made = palet.interventie()
    palet.nieuwe_versie(made)
    with pytest.raises(Geweigerd, match="Intussen is er een nieuwere versie: 2"):
        beschrijven.nieuwe_versie(
            made, palet.beschrijving(kosten="Veel."), [], wijziging="Kosten.", vorige=1, by=wie(Rol.PROGRAMMAMANAGER)
        )
    assert [(each.nummer, each.samenvatting[:19]) for each in made.versies.all()] == [
        (2, "Jongeren en ouderen"),
        (1, "Jongeren maken same"),
    ]
    assert palet.interventie().sleutel == "buurtlab-2"
    regel = AuditRegel.objects.about(made).get(actie="interventieversie_maken")
    regel.pk, regel.details = None, {}  # a line from before its sentence had these words
    regel.save(force_insert=True)
    assert dossier.tijdlijn(made)[0].titel == "Versie versie: niet genoteerd: wat: niet genoteerd"


def test_only_what_is_past_preparation_is_published_and_a_new_version_only_when_somebody_says_so():
    with pytest.raises(NietMogelijk, match="nog in voorbereiding"):
        palet.gepubliceerd(F.BESCHREVEN)
    made = palet.gepubliceerd(F.TESTEN)
    with pytest.raises(NietMogelijk, match="Versie 1 staat al"):
        publiceren.publiceren(made, by=wie(PUBLICEERT))
    palet.nieuwe_versie(made)
    assert made.publicaties.get().versie.nummer == 1
    with pytest.raises(NietMogelijk, match="De scopetoets gaat over versie 1, en er is nu versie 2"):
        publiceren.publiceren(made, by=wie(PUBLICEERT))
    palet.toets(made)
    publiceren.publiceren(made, by=wie(PUBLICEERT))
    assert [(each.versie.nummer, each.status) for each in made.publicaties.all()] == [(2, S.OPENBAAR), (1, S.VERVANGEN)]
