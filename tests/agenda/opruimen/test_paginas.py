"""The pages and the command: who may what, what is asked, and that nothing that was typed gets lost."""

import hashlib
import io
import json
from datetime import timedelta

import pikepdf
import pytest
from allauth.usersessions.models import UserSession
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import formats
from django.utils.module_loading import import_string

from agenda import berichten, klok, taken
from agenda.access import Rol
from agenda.models import Bericht, BewaardeInvoer, Gebruiker, Sessie, Vernietigingslijst
from agenda.opruimen import technisch, vernietigen
from agenda.sessies.opslag import SessionStore
from tests.agenda.opruimen.conftest import NAAM, NU
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db


def browser_of(user) -> Client:
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


def page(user, naam, *args):
    return browser_of(user).get(reverse(naam, args=args))


def decide(user, lijst, **velden):
    return browser_of(user).post(reverse("vernietiging-besluiten", args=[lijst.nummer]), velden)


@pytest.fixture
def lijst(petronella, beheerder):
    return vernietigen.opstellen(by=beheerder)


def test_one_proposes_on_the_page_another_confirms_and_the_verklaring_can_be_read(
    petronella, beheerder, programmamanager, account
):
    antwoord = browser_of(beheerder).post(reverse("vernietiging-opstellen"))
    lijst = Vernietigingslijst.objects.get()
    assert antwoord.url == reverse("vernietigingslijst", args=[lijst.nummer])
    assert "Bevestigen en vernietigen" not in text(page(beheerder, "vernietigingslijst", lijst.nummer))
    assert "Bevestigen en vernietigen" in text(page(programmamanager, "vernietigingslijst", lijst.nummer))
    decide(programmamanager, lijst, besluit="bevestigen")
    taken.run_pending()
    tekst = text(page(account(Rol.AUDITOR), "vernietiging-verklaring", lijst.nummer))
    assert "Geblokkeerd account Bewaartermijn: 365 dagen na de laatste handeling met een account dat is geblokkeerd." in tekst
    assert f"door account {programmamanager.pk}" in tekst
    assert NAAM not in tekst


def test_the_verklaring_can_be_kept_as_a_pdf_that_holds_the_text_of_its_checksum(lijst, programmamanager, settings):
    settings.PDF_CACHE = None
    decide(programmamanager, lijst, besluit="bevestigen")
    taken.run_pending()
    adres = reverse("vernietiging-verklaring-pdf", args=[lijst.nummer])
    assert f'href="{adres}"' in page(programmamanager, "vernietiging-verklaring", lijst.nummer).content.decode()
    antwoord = browser_of(programmamanager).get(adres)
    assert antwoord["Content-Disposition"] == 'attachment; filename="verklaring-van-vernietiging-V-2026-001.pdf"'
    assert antwoord.content == browser_of(programmamanager).get(adres).content
    with pikepdf.open(io.BytesIO(antwoord.content)) as bestand:
        bijlage = bestand.attachments["verklaring.json"].get_file().read_bytes()
    assert hashlib.sha256(bijlage).hexdigest() == lijst.verklaring.sha256
    assert json.loads(bijlage) == lijst.verklaring.inhoud


def test_who_may_confirm_finds_it_in_his_inbox_until_somebody_decides(petronella, beheerder, programmamanager):
    lijst = vernietigen.opstellen(by=beheerder)
    assert "Een vernietigingslijst wacht op u" in text(page(programmamanager, "berichten"))
    [bericht] = Bericht.objects.about("vernietiging_bevestigen", lijst)
    assert (bericht.ontvanger, bericht.deel, bericht.kenmerk) == (programmamanager, "te_doen", "V-2026-001")
    assert browser_of(programmamanager).get(bericht.get_absolute_url()).url == lijst.get_absolute_url()
    assert bericht.mail is not None
    vernietigen.afwijzen(lijst, reden="Eerst navragen.", by=programmamanager)
    assert list(Bericht.objects.te_doen()) == []


def test_who_gets_the_right_later_hears_of_the_open_list_once_and_its_maker_never(lijst, account, programmamanager):
    def told():
        berichten.remind()
        about = Bericht.objects.about("vernietiging_bevestigen", lijst)
        return sorted(about.values_list("ontvanger__email", flat=True))

    assert told() == [programmamanager.email]
    later = account(Rol.PROGRAMMAMANAGER, Rol.BELEIDSMEDEWERKER)
    lijst.opgesteld_door.rollen.append(Rol.PROGRAMMAMANAGER)
    lijst.opgesteld_door.save()
    assert told() == told() == sorted([programmamanager.email, later.email])
    vernietigen.afwijzen(lijst, reden="Eerst navragen.", by=programmamanager)
    account(Rol.PROGRAMMAMANAGER, Rol.BUDGETHOUDER)
    assert told() == sorted([programmamanager.email, later.email])


def test_a_record_is_named_in_words_and_its_fate_has_its_own_heading(lijst, programmamanager):
    tekst = text(page(programmamanager, "vernietigingslijst", lijst.nummer))
    assert "Proef (verzonden)" in tekst
    assert "Bewaren omdat" in tekst
    decide(programmamanager, lijst, besluit="bevestigen")
    taken.run_pending()
    tekst = text(page(programmamanager, "vernietigingslijst", lijst.nummer))
    assert "Wat ermee is gebeurd" in tekst
    assert "Bewaren omdat" not in tekst
    vandaag = formats.date_format(klok.vandaag(), "j F Y")
    assert f"Vernietigd op {vandaag}" in tekst
    assert "18 oktober 2025" in text(page(programmamanager, "vernietiging-verklaring", lijst.nummer))


def test_who_has_both_roles_reads_why_he_cannot_decide_and_a_button_pressed_anyway_is_409(petronella, account):
    allebei = account(Rol.BEHEERDER, Rol.PROGRAMMAMANAGER)
    lijst = vernietigen.opstellen(by=allebei)
    tekst = text(page(allebei, "vernietigingslijst", lijst.nummer))
    assert "U kunt hier niet over beslissen" in tekst
    assert "want u deed ook ‘vernietiging opstellen’" in tekst
    antwoord = decide(allebei, lijst, besluit="bevestigen")
    assert antwoord.status_code == 409
    assert "want u deed ook ‘vernietiging opstellen’. Vraag dit aan een collega." in text(antwoord)


def test_to_reject_takes_a_reason_and_what_was_typed_stays(lijst, programmamanager):
    regel = lijst.regels.get(soort="account_geblokkeerd")
    antwoord = decide(programmamanager, lijst, besluit="afwijzen", **{f"bewaren_{regel.pk}": "Nog nodig."})
    assert antwoord.status_code == 400
    assert "Vul in waarom u de lijst afwijst, bijvoorbeeld: er loopt nog een bezwaar." in text(antwoord)
    assert 'value="Nog nodig."' in antwoord.content.decode()
    decide(programmamanager, lijst, besluit="afwijzen", reden="Eerst navragen.")
    assert "Eerst navragen." in text(page(programmamanager, "vernietigingslijst", lijst.nummer))


def test_a_regel_that_is_kept_stands_there_with_its_reason(lijst, programmamanager):
    regel = lijst.regels.get(soort="account_geblokkeerd")
    decide(programmamanager, lijst, besluit="bevestigen", **{f"bewaren_{regel.pk}": "Er loopt een bezwaar."})
    taken.run_pending()
    tekst = text(page(programmamanager, "vernietigingslijst", lijst.nummer))
    assert "Er loopt een bezwaar." in tekst
    assert f"{NAAM} ({regel.sleutel})" in tekst
    assert "1 × Er loopt een bezwaar." in text(page(programmamanager, "vernietiging-verklaring", lijst.nummer))


def test_a_stopped_destruction_goes_on_with_a_button(lijst, programmamanager):
    taken.annuleren(vernietigen.bevestigen(lijst, bewaren={}, by=programmamanager))
    assert "Verder gaan" in text(page(programmamanager, "vernietigingslijst", lijst.nummer))
    browser_of(programmamanager).post(reverse("vernietiging-hervatten", args=[lijst.nummer]))
    assert "De vernietiging loopt" in text(page(programmamanager, "vernietigingslijst", lijst.nummer))


def test_without_anything_to_destroy_there_is_no_button(beheerder, petronella):
    assert "Lijst opstellen" in text(page(beheerder, "vernietiging"))
    with klok.vastgezet(NU - timedelta(days=399)):
        assert "Lijst opstellen" not in text(page(beheerder, "vernietiging"))


# --- the command ---------------------------------------------------------------------------------------------
def schoon_op(*arguments) -> str:
    out = io.StringIO()
    call_command("schoon_op", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("arguments", [(), ("--droog",)])
def test_the_command_reports_and_changes_nothing(petronella, arguments):
    uitvoer = schoon_op(*arguments)
    assert "1 × geblokkeerd account, oudste 18-10-2025" in uitvoer
    assert (
        "365 dagen na de laatste handeling met een account dat is geblokkeerd. Voorstel, niet vastgesteld." in uitvoer
    )
    assert Gebruiker.objects.get(pk=petronella.pk).naam == NAAM
    assert Vernietigingslijst.objects.count() == 0


def test_the_command_makes_a_list_in_the_name_of_somebody_who_may(petronella, beheerder):
    assert "Lijst V-2026-001 is opgesteld, met 6 regels." in schoon_op("--lijst", "--door", beheerder.email)
    assert Vernietigingslijst.objects.get().opgesteld_door == beheerder


@pytest.mark.parametrize(
    ("rol", "says"), [(None, "niemand@voorbeeld.invalid"), (Rol.REDACTEUR, "vernietiging voorstellen")]
)
def test_the_command_refuses_who_may_not(petronella, account, rol, says):
    email = account(rol).email if rol else "niemand@voorbeeld.invalid"
    with pytest.raises(CommandError, match=says):
        schoon_op("--lijst", "--door", email)


def test_expired_sessions_go_without_a_list_and_others_stay(redacteur):
    technisch.opruimen()  # the limits count in a table of the cache, which outlives the test that filled it
    keys = {}
    for naam, days in (("verlopen", -1), ("geldig", 1)):
        sessie = SessionStore()
        sessie["_auth_user_id"] = str(redacteur.pk)
        sessie.save()
        Sessie.objects.filter(pk=sessie.session_key).update(expire_date=klok.nu() + timedelta(days=days))
        UserSession.objects.create(
            user=redacteur, ip="192.0.2.1", user_agent="x", session_key=sessie.session_key, last_seen_at=klok.nu()
        )
        keys[naam] = sessie.session_key
    for naam, hours in (("oud", 25), ("nieuw", 23)):
        moment = klok.nu() - timedelta(hours=hours)
        BewaardeInvoer.objects.create(account=redacteur, adres=f"/{naam}/", moment=moment)
    assert technisch.opruimen() == {
        "verlopen sessies": 1,
        "regels over zulke sessies": 1,
        "bewaarde invoer": 1,
        "tellers van limieten": 0,
        "verwerkte formulieren": 0,
    }
    assert list(Sessie.objects.values_list("pk", flat=True)) == [keys["geldig"]]
    assert list(UserSession.objects.values_list("session_key", flat=True)) == [keys["geldig"]]
    assert [each.adres for each in BewaardeInvoer.objects.all()] == ["/nieuw/"]
    assert "0 × verlopen sessies opgeruimd" in schoon_op("--direct")


def test_the_sessions_cleared_are_those_of_the_engine_in_use(settings):
    """Another engine has another table: clearing the wrong one would sign everybody out of the overview."""
    assert import_string(f"{settings.SESSION_ENGINE}.SessionStore").get_model_class() is Sessie
