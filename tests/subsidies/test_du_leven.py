"""The life of a DU through its verbs: status × verb × role, the people of the gemeente, and what is told of it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd
from agenda import klok
from agenda.access import GEMEENTELIJK, GeenToegang, Rol
from agenda.audit import sentence
from agenda.levensloop import Functiescheiding, NietMogelijk
from agenda.models import AuditRegel, Bericht, Gebruiker
from subsidies.du import aanmelden, akkoord, geld, voorstellen
from subsidies.models import Aanmelding, Decentralisatieuitkering
from tests.hulpmiddelen import uitkeringen, vooruitzicht
from tests.hulpmiddelen.uitkeringen import BEHANDELAAR, MELDT, TEKENT, VERBEN, D, gemeente, wie

pytestmark = pytest.mark.django_db

STAF, TEKENAAR = {"programmamanager", "beleidsmedewerker", "behandelaar"}, {"gemeentelijk_ondertekenaar"}
# Written apart from the table in subsidies/levensloop.py: where each step leads, from which status, and by whom.
# fmt: off
MAG = {
    (D.VOORSTEL,    "du_akkoord"):    (D.AKKOORD,     TEKENAAR),
    (D.VOORSTEL,    "du_afwijzen"):   (D.AFGEWEZEN,   TEKENAAR),
    (D.VOORSTEL,    "du_intrekken"):  (D.INGETROKKEN, STAF),
    (D.AKKOORD,     "du_afwijzen"):   (D.AFGEWEZEN,   TEKENAAR),
    (D.AKKOORD,     "du_intrekken"):  (D.INGETROKKEN, STAF),
    (D.AKKOORD,     "du_overboeken"): (D.OVERBOEKING, {"budgethouder"}),
    (D.OVERBOEKING, "du_terugboeken"): (D.AKKOORD,  {"budgethouder"}),
    (D.OVERBOEKING, "du_opnemen"):    (D.CIRCULAIRE,  STAF),
    (D.CIRCULAIRE,  "du_betalen"):    (D.BETAALD,     STAF),
}
# fmt: on
# Who may something with a DU, and some who may not; tests/netten/test_levenslopen.py has every role and every step.
PERSONEN = [Rol(naam) for naam in (*STAF, *TEKENAAR, "budgethouder", "auditor", "gemeentelijk_aanvrager", "raadslid")]


@pytest.fixture(autouse=True)
def in_november():
    with klok.vastgezet(uitkeringen.NU):
        yield


def try_step(made, verb, rol) -> tuple:
    """What came of one step, which is then taken back."""
    by = wie(rol, made.gemeente if rol in GEMEENTELIJK else None)
    with transaction.atomic():
        try:
            VERBEN[verb](made, by)
            outcome = Decentralisatieuitkering.objects.get(pk=made.pk).status
        except (GeenToegang, NietMogelijk) as refusal:
            outcome = type(refusal)
        transaction.set_rollback(True)
    made.refresh_from_db()
    return outcome


@pytest.mark.parametrize("status", D)
def test_each_verb_does_for_each_role_what_is_written_down_here(status):
    made, wrong = uitkeringen.uitkering(status), []
    for verb in VERBEN:
        for rol in PERSONEN:
            naar, rollen = MAG.get((status, verb), (NietMogelijk, set()))
            outcome = try_step(made, verb, rol)
            expected = {naar} if rol in rollen else {GeenToegang, NietMogelijk}
            if outcome not in expected:
                wrong.append(f"{verb} door {rol}: {outcome}")
    assert not wrong, "\n".join(wrong)


def test_an_official_of_another_gemeente_changes_nothing_and_sees_nothing():
    made = uitkeringen.uitkering()
    vreemde = wie(TEKENT, gemeente("Voorbeelddam", "GM9998"))
    for verb in (akkoord.akkoord, akkoord.afwijzen):
        with pytest.raises(GeenToegang, match="Alleen wie bij de gemeente Voorbeeldstad werkt"):
            verb(made, by=vreemde)
    made.refresh_from_db()
    assert made.status == D.VOORSTEL
    assert not Decentralisatieuitkering.objects.visible_to(vreemde).exists()
    assert Decentralisatieuitkering.objects.visible_to(wie(TEKENT, made.gemeente)).get() == made


def test_after_a_herindeling_the_successor_signs_and_both_names_are_shown():
    oud, nieuw = gemeente("Voorbeeldrade", "GM9996"), gemeente()
    made = uitkeringen.uitkering(gemeente=oud)
    oud.opgegaan_op, oud.opvolger = date(2026, 11, 3), nieuw  # tomorrow
    oud.save()
    assert not Decentralisatieuitkering.objects.visible_to(wie(TEKENT, nieuw)).exists()
    with pytest.raises(GeenToegang):
        akkoord.akkoord(made, by=wie(TEKENT, nieuw))
    oud.opgegaan_op = date(2026, 11, 1)
    oud.save()
    made = Decentralisatieuitkering.objects.visible_to(wie(TEKENT, nieuw)).get()
    assert made.gemeente_in_woorden == "Voorbeeldrade (nu Voorbeeldstad)"
    akkoord.akkoord(made, by=wie(TEKENT, nieuw))
    assert made.status == D.AKKOORD
    with pytest.raises(Geweigerd, match="is op 01-11-2026 opgegaan in Voorbeeldstad"):
        uitkeringen.uitkering(gemeente=oud, uitkeringsjaar=2027, regel=uitkeringen.regel())


def test_who_proposed_a_du_does_not_take_its_money_from_the_begroting():
    made = uitkeringen.uitkering(D.AKKOORD)
    beide = wie(BEHANDELAAR)
    Gebruiker.objects.filter(pk=beide.pk).update(rollen=[BEHANDELAAR, Rol.BUDGETHOUDER])
    with pytest.raises(Functiescheiding, match="want u deed ook ‘du voorstellen’"):
        geld.overboeken(made, besluit=uitkeringen.besluit(), by=wie(BEHANDELAAR))


def test_the_log_tells_each_step_in_one_sentence():
    made = uitkeringen.uitkering(D.BETAALD)
    assert [sentence(regel).replace("\u00a0", " ") for regel in AuditRegel.objects.about(made).order_by("pk")] == [
        "Decentralisatie-uitkering DU-2026-001 is voorgesteld: € 30.000 voor Voorbeeldstad in 2026.",
        "Decentralisatie-uitkering DU-2026-001: de gemeente is akkoord.",
        "Decentralisatie-uitkering DU-2026-001: € 30.000 is overgeboekt van 3. Post 3 (2026).",
        "Decentralisatie-uitkering DU-2026-001 is opgenomen in de meicirculaire 2026, paragraaf 3.2.",
        "Decentralisatie-uitkering DU-2026-001 is betaald door het gemeentefonds in juli 2026.",
    ]


def test_who_must_do_something_hears_of_it_and_no_longer_when_it_is_done():
    tekenaar, budgethouder = wie(TEKENT, gemeente()), wie(Rol.BUDGETHOUDER)
    vreemde = wie(TEKENT, gemeente("Voorbeelddam", "GM9998"))
    made = uitkeringen.uitkering()

    def wachtend(wie):
        return set(Bericht.objects.filter(ontvanger=wie, afgehandeld_op=None).values_list("soort", "adres"))

    eigen = f"/gemeente/decentralisatie-uitkeringen/{made}/"
    assert wachtend(tekenaar) == {("du_akkoord_gevraagd", eigen)}
    akkoord.akkoord(made, by=tekenaar)
    assert wachtend(tekenaar) == set()
    assert {soort for soort, _ in wachtend(wie(BEHANDELAAR))} == {"du_akkoord_gegeven"}
    assert wachtend(budgethouder) == {("du_overboeken", made.get_absolute_url())}
    geld.overboeken(made, besluit=uitkeringen.besluit(), by=budgethouder)
    assert wachtend(budgethouder) == set()
    uitkeringen.zet(made, "du_opnemen", wie(BEHANDELAAR))
    assert wachtend(tekenaar) == {("du_in_circulaire", eigen)}
    assert not Bericht.objects.filter(ontvanger=vreemde).exists()


def test_an_aanmelding_becomes_a_proposal_or_is_left_with_a_reason():
    meldt, behandelaar = wie(MELDT, gemeente()), wie(BEHANDELAAR)
    vooruitzicht.programma()
    eerste = aanmelden.aanmelden(gemeente(), plan="Gastlessen", by=meldt)
    with pytest.raises(Geweigerd, match="al een open aanmelding: AAN-2026-001"):
        aanmelden.aanmelden(gemeente(), plan="Nog iets", by=meldt)
    made = uitkeringen.uitkering(aanmelding=eerste)
    assert (Aanmelding.objects.get().status, made.aanmelding) == ("overgenomen", eerste)
    tweede = aanmelden.aanmelden(gemeente(), plan="Trainingen", by=meldt)
    aanmelden.laten(tweede, reden="Er is geen geld meer.", by=behandelaar)
    with pytest.raises(NietMogelijk):
        aanmelden.intrekken(tweede, by=meldt)
    with pytest.raises(GeenToegang):
        aanmelden.aanmelden(gemeente("Voorbeelddam", "GM9998"), plan="Voor een ander", by=meldt)
    assert not Bericht.objects.filter(soort="du_aanmelding", afgehandeld_op=None).exists()


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"bedrag": Decimal(0)}, "meer dan € 0"),
        ({"uitkeringsjaar": 26}, "‘26’ is geen uitkeringsjaar"),
        ({"uitkeringsjaar": 2027}, "Deze begrotingsregel is van 2026"),
        ({"doel": "  "}, "waar het geld voor is"),
        ({"doel": "Lessen\u202e"}, "niet te zien"),
        ({"vindplaats": ""}, "waar het in de bron staat"),
    ],
)
def test_a_proposal_that_cannot_be_is_refused_with_why(anders, woorden):
    plan = uitkeringen.voorstel(**anders)
    with pytest.raises(Geweigerd, match=woorden):
        voorstellen.voorstellen(plan.regel.programma, plan, by=wie(BEHANDELAAR))
    assert not Decentralisatieuitkering.objects.exists()


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"jaar": 2029}, "gaat daar niet over"),
        ({"soort": 12}, "moet nog verschijnen"),
        ({"paragraaf": " "}, "Vul de paragraaf in"),
        ({"betaalmaand": date(2026, 4, 1)}, "pas na de circulaire"),
    ],
)
def test_a_circulaire_that_cannot_be_is_refused_with_why(anders, woorden):
    made = uitkeringen.uitkering(D.OVERBOEKING)
    velden = {"soort": 5, "jaar": 2026, "paragraaf": "3.2", "betaalmaand": uitkeringen.JULI} | anders
    with pytest.raises(Geweigerd, match=woorden):
        geld.opnemen(made, **velden, by=wie(BEHANDELAAR))


def test_a_payment_is_no_earlier_than_its_circulaire_and_no_later_than_today():
    made = uitkeringen.uitkering(D.CIRCULAIRE)
    for maand, woorden in ((date(2026, 12, 1), "moet nog komen"), (date(2026, 4, 1), "pas na de meicirculaire 2026")):
        with pytest.raises(Geweigerd, match=woorden):
            geld.betalen(made, betaalmaand=maand, by=wie(BEHANDELAAR))
