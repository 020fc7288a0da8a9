"""Nothing that somebody typed is lost by a session that ends: it stands there again after signing in."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse

from agenda import klok
from agenda.models import AuditRegel, BewaardeInvoer, FeitVersie
from agenda.opruimen import technisch
from agenda.sessies import bewaren, invoer, terug
from tests.hulpmiddelen.pagina import text

pytestmark = pytest.mark.django_db

PAGINA = "/werk/feiten/spuk.kansrijke-wijk.bijdrage-agenda/nieuwe-versie/"
GETYPT = {
    "waarde": "6.400.000",
    "kwalificatie": "exact",
    "vindplaats": "pagina 3, tweede “alinea”",
    "reden": "een\ntwee",
}


@pytest.fixture
def client(client, programma, beleidsmedewerker):
    client.force_login(beleidsmedewerker)
    return client


def send_too_late(client, address=PAGINA, fields=GETYPT, **options):
    """Send a form after 31 minutes; the address that follows signing in, if anything was kept."""
    with klok.vastgezet(klok.nu() + timedelta(minutes=31)):
        answer = client.post(address, fields, **options)
    assert answer.status_code == 302, answer.content
    return parse_qs(urlsplit(answer.url).query)["next"][0]


def values(answer) -> dict:
    """What stands in the form on a page."""
    form = answer.context["form"]
    return {naam: form[naam].value() for naam in GETYPT}


def test_what_was_typed_stands_there_again_and_can_be_sent(client, beleidsmedewerker):
    versies = FeitVersie.objects.count()
    address = send_too_late(client)
    client.force_login(beleidsmedewerker)
    answer = client.get(address)
    assert values(answer) == GETYPT
    assert invoer.INGEVULD in text(answer)
    assert FeitVersie.objects.count() == versies

    bron = (
        answer.context["form"]
        .fields["bron"]
        .queryset.exclude(feitversies__feit__sleutel="spuk.kansrijke-wijk.bijdrage-agenda")
        .last()
    )
    sent = client.post(address, GETYPT | {"bron": bron.pk})
    assert sent.status_code == 302, sent.context["form"].errors
    assert FeitVersie.objects.count() == versies + 1
    assert not BewaardeInvoer.objects.exists()


def test_a_fault_after_it_keeps_both_what_was_typed_and_what_was_kept(client, beleidsmedewerker):
    address = send_too_late(client)
    client.force_login(beleidsmedewerker)
    answer = client.post(address, GETYPT | {"waarde": "veel"})
    assert values(answer)["waarde"] == "veel"
    assert values(client.get(address)) == GETYPT


@pytest.mark.parametrize("reden", ["te lang", "wachtwoord"])
def test_also_when_the_session_ended_for_another_reason(client, beleidsmedewerker, reden):
    if reden == "wachtwoord":
        beleidsmedewerker.set_unusable_password()
        beleidsmedewerker.save()
        answer = client.post(PAGINA, GETYPT)
    else:
        session = client.session
        type(session).get_model_class().objects.update(begonnen_op=klok.nu() - timedelta(hours=8))
        answer = client.post(PAGINA, GETYPT)
    client.force_login(beleidsmedewerker)
    assert values(client.get(parse_qs(urlsplit(answer.url).query)["next"][0])) == GETYPT


def test_also_when_another_window_ended_the_session_first(client, beleidsmedewerker):
    with klok.vastgezet(klok.nu() + timedelta(minutes=31)):
        client.get("/werk/bronnen/")
        answer = client.post(PAGINA, GETYPT)
    client.force_login(beleidsmedewerker)
    assert values(client.get(parse_qs(urlsplit(answer.url).query)["next"][0])) == GETYPT


def test_another_account_does_not_get_it(client, programmamanager):
    address = send_too_late(client)
    client.force_login(programmamanager)
    answer = client.get(address)
    assert values(answer)["waarde"] is None
    assert "6.400.000" not in answer.content.decode()
    assert invoer.WEG in text(answer)


def test_after_a_day_it_is_gone(client, beleidsmedewerker):
    address = send_too_late(client)
    with klok.vastgezet(klok.nu() + timedelta(hours=24, minutes=32)):
        client.force_login(beleidsmedewerker)
        answer = client.get(address)
        assert (values(answer)["waarde"], invoer.WEG in text(answer)) == (None, True)
        bewaren.bewaren(beleidsmedewerker.pk, "/elders/", {}, {})
        assert [each.adres for each in BewaardeInvoer.objects.all()] == ["/elders/"]


def test_of_a_blocked_account_nothing_stays(client, beleidsmedewerker):
    send_too_late(client)
    client.force_login(beleidsmedewerker)
    beleidsmedewerker.is_active = False
    beleidsmedewerker.save()
    client.post(PAGINA, GETYPT)
    assert not BewaardeInvoer.objects.exists()


def test_of_somebody_we_never_knew_nothing_is_kept(programma):
    Client().post(PAGINA, GETYPT)
    assert not BewaardeInvoer.objects.exists()


GEHEIM = [
    "csrfmiddlewaretoken",
    "wachtwoord",
    "password1",
    "oldpassword",
    "code",
    "mfa-code",
    "otp",
    "api_token",
    "credential",
]


def test_secrets_are_never_kept(client):
    send_too_late(client, fields=GETYPT | dict.fromkeys(GEHEIM, "geheim"))
    assert BewaardeInvoer.objects.get().velden.keys() == GETYPT.keys()


def test_a_form_about_signing_in_is_not_kept(client):
    assert send_too_late(client, reverse("account_logout"), {}) == "/werk/"
    assert not BewaardeInvoer.objects.exists()


def test_a_button_does_nothing_and_says_so_on_its_page(client, programmamanager):
    client.force_login(programmamanager)
    vorige = "/werk/brieven/?programma=veerkracht-weerbaarheid"
    regels = AuditRegel.objects.count()
    stap = reverse("brief-stap", args=["veerkracht-weerbaarheid", "voortgang", 2024, "terugnemen"])
    address = send_too_late(client, stap, {}, headers={"referer": f"http://testserver{vorige}"})
    client.force_login(programmamanager)
    assert invoer.KNOP in text(client.get(address))
    assert address.startswith(f"{vorige}&bewaard=")
    assert AuditRegel.objects.count() == regels


def test_what_does_not_fit_is_not_kept_and_that_is_said(client, beleidsmedewerker):
    address = send_too_late(client, fields=GETYPT | {"reden": "x" * bewaren.MAX_BYTES})
    client.force_login(beleidsmedewerker)
    assert (values(client.get(address))["waarde"], invoer.TE_GROOT in text(client.get(address))) == (None, True)


def test_an_account_keeps_ten_pages_at_most(beleidsmedewerker):
    for nummer in range(bewaren.MAX_PER_ACCOUNT + 2):
        with klok.vastgezet(klok.nu() + timedelta(seconds=nummer)):
            bewaren.bewaren(beleidsmedewerker.pk, f"/pagina/{nummer}/", {}, {})
    kept = [each.adres for each in BewaardeInvoer.objects.order_by("moment")]
    assert kept == [f"/pagina/{nummer}/" for nummer in range(2, 12)]


def test_a_character_that_the_database_cannot_keep_costs_nothing_else(beleidsmedewerker):
    assert bewaren.bewaren(beleidsmedewerker.pk, "/x/", {"a\0": ["b\0c"]}, {"d": "\0e"}).velden == {"a": ["bc"]}


def test_an_old_token_of_our_own_page_costs_nothing_but_a_press(programma, beleidsmedewerker):
    """Signed in again in another window, so that this form has the token of the earlier sign-in."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(beleidsmedewerker)
    sent = GETYPT | {"csrfmiddlewaretoken": "x" * 64}
    answer = client.post(PAGINA, sent, headers={"origin": "http://testserver"})
    assert values(client.get(answer.url)) == GETYPT
    elders = client.post(PAGINA, sent, headers={"origin": "http://elders.example"})
    assert (elders.status_code, "Het formulier is niet verstuurd" in text(elders)) == (403, True)
    assert client.post(PAGINA, sent).status_code == 403
    assert BewaardeInvoer.objects.count() == 1


class AllerleiForm(forms.Form):
    """One field of each kind of widget."""

    tekst = forms.CharField()
    dag = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    moment = forms.SplitDateTimeField()
    akkoord = forms.BooleanField(initial=True)
    bericht = forms.BooleanField(initial=True)
    een = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    meer = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B"), ("c", "C")])
    bijlage = forms.FileField(label="Bijlage")
    vast = forms.CharField(disabled=True, initial="staat vast")


def controls(form) -> dict[str, str]:
    """How the fields of a form look, apart from that they are faulty."""
    return {each.name: re.sub(r' aria-(invalid|describedby)="[^"]*"', "", str(each)) for each in form}


def test_every_kind_of_field_is_filled_as_after_a_fault(beleidsmedewerker):
    velden = {
        "f-tekst": ["1.234,50"],
        "f-dag": ["31-2-2024"],
        "f-moment_0": ["1-2-2024"],
        "f-moment_1": ["half elf"],
        "f-bericht": ["on"],
        "f-een": ["b"],
        "f-meer": ["a", "c"],
        "f-vast": ["vervalst"],
    }
    bewaard = bewaren.bewaren(beleidsmedewerker.pk, "/x/", velden, {"f-bijlage": "plan.pdf"})
    request = RequestFactory().get("/x/", {"bewaard": bewaard.pk})
    request.user = beleidsmedewerker
    form = invoer.filled(request, AllerleiForm, prefix="f")
    sent = RequestFactory().post("/x/", velden)
    after_a_fault = invoer.filled(sent, AllerleiForm, prefix="f")
    assert controls(form) == controls(after_a_fault)
    assert invoer.teruggave(request).melding() == f"{invoer.INGEVULD} Kies bij ‘Bijlage’ opnieuw het bestand plan.pdf."


def test_another_form_on_the_page_stays_as_it_is(beleidsmedewerker):
    bewaard = bewaren.bewaren(beleidsmedewerker.pk, "/x/", {"iets": ["anders"]}, {})
    request = RequestFactory().get("/x/", {"bewaard": bewaard.pk})
    request.user = beleidsmedewerker
    assert invoer.filled(request, AllerleiForm).initial == {}


def test_a_file_is_named_but_not_kept(client):
    send_too_late(client, fields=GETYPT | {"stuk": SimpleUploadedFile("plan.pdf", b"inhoud")})
    assert BewaardeInvoer.objects.get().bestanden == {"stuk": "plan.pdf"}


@pytest.mark.parametrize("sleutel", ["", "geen-nummer", "00000000-0000-0000-0000-000000000000", "\0"])
def test_an_odd_number_in_the_address_breaks_nothing(client, sleutel):
    assert client.get(PAGINA, {"bewaard": sleutel}).status_code == 200


def test_work_of_before_the_night_is_not_lost_either(client, beleidsmedewerker):
    """A session that ended is remembered over a long weekend, also after the nightly clearing."""
    with klok.vastgezet(klok.nu() + timedelta(hours=17)):
        technisch.opruimen()
        answer = client.post(PAGINA, GETYPT)
        client.force_login(beleidsmedewerker)
        assert values(client.get(parse_qs(urlsplit(answer.url).query)["next"][0])) == GETYPT


def test_the_page_that_somebody_came_from_is_never_of_another_site():
    """A path can begin with two slashes; without the host before it that is an address elsewhere."""
    for vorige in ("http://testserver//elders.example/", "http://elders.example/", "http://testserver\\\\elders.example"):
        assert terug.previous_page(RequestFactory().post("/", headers={"Referer": vorige})) == ""
    request = RequestFactory().post("/", headers={"Referer": "http://testserver/werk/?a=b"})
    assert terug.previous_page(request) == "/werk/?a=b"
