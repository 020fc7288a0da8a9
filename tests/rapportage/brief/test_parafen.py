"""A paraaf binds one Momentopname, of somebody who did not make it; the letter going back makes it void."""

import pytest
from django.core import mail as postbus
from django.urls import reverse

from agenda import audit, levensloop
from agenda.access import GeenToegang, Rol
from agenda.accounts.demo import demo_account
from agenda.levensloop import Functiescheiding, NietMogelijk
from agenda.models import AuditRegel, Bericht
from agenda.taken import run_pending
from rapportage.brief import parafen, pdf, schrijven
from rapportage.models import Paraaf
from rapportage.taken import parafen_vragen
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.proefbrief import proefbrief


def geschreven(by):
    """A letter that `by` wrote."""
    brief = proefbrief(by)
    audit.record(brief, "brief_maken", by=by)
    return brief


@pytest.fixture
def parafeerder(account):
    return account(Rol.PARAFEERDER)


@pytest.fixture
def directeur(account):
    """Writes and offers letters too, so that his own work can stand in his way."""
    return account(Rol.REDACTEUR, Rol.PARAFEERDER)


@pytest.fixture
def concept(db, redacteur):
    return geschreven(redacteur)


@pytest.fixture
def brief(concept, parafeerder, redacteur):
    """A letter that lies before the parafeerder."""
    return schrijven.aanbieden(concept, by=redacteur)


def paraferen(brief, by):
    return parafen.paraferen(brief, brief.opname.sha256, by=by)


def inbox(user) -> list[tuple[str, bool]]:
    """The kinds of message that somebody has, oldest first, and whether each is settled."""
    berichten = Bericht.objects.visible_to(user).order_by("pk")
    return [(each.soort, each.afgehandeld_op is not None) for each in berichten]


def test_an_offered_letter_is_to_do_for_who_may_put_a_paraaf_and_for_nobody_else(brief, parafeerder, redacteur):
    (bericht,) = Bericht.objects.te_doen()

    assert (bericht.ontvanger, bericht.soort, bericht.kenmerk) == (parafeerder, "brief_paraferen", str(brief))
    assert bericht.adres == brief.get_absolute_url()


def test_a_paraaf_names_the_momentopname_and_settles_what_was_to_do(brief, parafeerder, redacteur):
    paraferen(brief, parafeerder)

    paraaf = Paraaf.objects.get()
    assert (paraaf.sha256, paraaf.gezet_door, paraaf.vervallen_op) == (brief.opname.sha256, parafeerder, None)
    assert AuditRegel.objects.about(brief).first().details["sha256"] == brief.opname.sha256
    assert inbox(parafeerder) == [("brief_paraferen", True)]
    assert inbox(redacteur) == [("brief_geparafeerd", False)]


def test_the_status_stays_as_it_was_so_that_a_second_person_can_follow(brief, parafeerder, directeur):
    paraferen(paraferen(brief, parafeerder), directeur)

    assert Paraaf.objects.count() == 2
    assert brief.__class__.objects.get().status == "aangeboden"


@pytest.mark.parametrize("werk", ["maakte", "bood aan"])
def test_who_wrote_or_offered_the_letter_cannot_put_a_paraaf_under_it(db, redacteur, directeur, werk):
    concept = geschreven(directeur if werk == "maakte" else redacteur)
    brief = schrijven.aanbieden(concept, by=directeur if werk == "bood aan" else redacteur)

    with pytest.raises(Functiescheiding, match="kunt u bij brief Voortgangsbrief 2024 niet zelf doen"):
        paraferen(brief, directeur)
    assert not Paraaf.objects.exists()
    assert inbox(directeur) == []


def test_who_wrote_the_letter_still_cannot_after_it_went_back_and_came_again(db, redacteur, directeur):
    brief = schrijven.aanbieden(geschreven(directeur), by=redacteur)
    again = schrijven.aanbieden(schrijven.terugnemen(brief, by=redacteur), by=redacteur)

    with pytest.raises(Functiescheiding):
        paraferen(again, directeur)


def test_a_person_puts_one_paraaf(brief, parafeerder):
    paraferen(brief, parafeerder)

    with pytest.raises(NietMogelijk):
        paraferen(brief, parafeerder)
    assert Paraaf.objects.count() == 1


def test_a_draft_gets_no_paraaf_and_who_lacks_the_right_puts_none(concept, brief, parafeerder, programmamanager):
    with pytest.raises(GeenToegang):
        paraferen(brief, programmamanager)
    sha256 = brief.opname.sha256
    schrijven.terugnemen(brief, by=programmamanager)
    with pytest.raises(NietMogelijk, match="heeft de status ‘Concept’"):
        parafen.paraferen(concept, sha256, by=parafeerder)


def test_a_text_that_is_no_longer_the_one_that_was_read_gets_no_paraaf(brief, parafeerder):
    with pytest.raises(NietMogelijk, match="intussen opnieuw aangeboden"):
        parafen.paraferen(brief, "0" * 64, by=parafeerder)


def test_taking_back_makes_the_paraaf_void_and_the_same_text_needs_a_new_one(brief, parafeerder, directeur, redacteur):
    paraferen(brief, parafeerder)
    schrijven.terugnemen(brief, by=redacteur)
    (void,) = Paraaf.objects.all()
    assert void.vervallen_op is not None
    assert inbox(parafeerder) == [("brief_paraferen", True), ("brief_teruggenomen", False)]

    again = schrijven.aanbieden(brief, by=redacteur)
    assert again.opname.sha256 == void.sha256
    paraferen(again, parafeerder)
    assert Paraaf.objects.filter(vervallen_op__isnull=True).count() == 1
    assert Paraaf.objects.count() == 2


def test_taking_back_tells_who_was_asked_and_leaves_nothing_to_do(brief, parafeerder, redacteur):
    schrijven.terugnemen(brief, by=redacteur)

    assert inbox(parafeerder) == [("brief_paraferen", True), ("brief_teruggenomen", False)]
    assert not Bericht.objects.te_doen().exists()


def test_only_who_may_and_did_not_write_sees_the_button(client, brief, parafeerder, redacteur):
    address = reverse("brief-paraferen", args=[*brief.adres, brief.opname.sha256])
    client.force_login(redacteur)
    assert address not in client.get(brief.get_absolute_url()).content.decode()

    client.force_login(parafeerder)
    assert address in client.get(brief.get_absolute_url()).content.decode()
    assert "Uw paraaf staat onder" in text(client.post(address, follow=True))
    page = client.get(brief.get_absolute_url())
    assert f"Paraaf van {parafeerder.naam}" in text(page)
    assert address not in page.content.decode()


def test_who_wrote_it_reads_why_there_is_no_button_and_forcing_it_is_a_conflict(client, db, redacteur, directeur):
    brief = schrijven.aanbieden(geschreven(directeur), by=redacteur)
    client.force_login(directeur)

    assert "want u deed ook ‘brief maken’" in text(client.get(brief.get_absolute_url()))
    answer = client.post(reverse("brief-paraferen", args=[*brief.adres, brief.opname.sha256]))
    assert (answer.status_code, "Dit kan nu niet" in text(answer)) == (409, True)


def test_the_mail_says_that_a_letter_waits_and_nothing_of_the_letter(brief, parafeerder, monkeypatch):
    monkeypatch.setattr(pdf, "bytes_van", lambda gegevens: b"%PDF-1.7\n%%EOF\n")
    run_pending()

    (mail,) = postbus.outbox
    assert (mail.to, mail.subject) == ([parafeerder.email], "VOORBEELD: Een brief wacht op uw paraaf")
    assert brief.ondertekenaar not in mail.body
    assert brief.opname.sha256 not in mail.body


def test_every_step_that_somebody_else_must_take_is_known_to_the_levensloop(brief, directeur):
    assert [stap.verb for stap in levensloop.options(brief, directeur)] == ["paraferen", "terugnemen"]


def test_who_becomes_parafeerder_later_has_the_letter_to_do_as_well_and_nobody_has_it_twice(brief, account, parafeerder):
    later = account(Rol.AUDITOR)
    later.rollen = [Rol.PARAFEERDER]
    later.save()
    paraferen(brief, parafeerder)

    parafen_vragen()
    parafen_vragen()

    assert (inbox(later), inbox(parafeerder)) == ([("brief_paraferen", False)], [("brief_paraferen", True)])


def test_who_offers_the_same_text_again_hears_of_the_paraaf(brief, account, parafeerder, redacteur):
    """The Momentopname is the same one; who offered it first has nothing to do with it any more."""
    ander = account(Rol.PROGRAMMAMANAGER)
    schrijven.terugnemen(brief, by=redacteur)
    opnieuw = schrijven.aanbieden(brief, by=ander)

    paraferen(opnieuw, parafeerder)

    assert (opnieuw.opname, opnieuw.aanbiedingen.get().aangeboden_door) == (brief.opname, ander)
    assert (inbox(ander), inbox(redacteur)) == ([("brief_geparafeerd", False)], [])


def test_the_demo_parafeerder_finds_at_once_what_was_offered_before_the_role_was_first_chosen(brief):
    assert inbox(demo_account(Rol.PARAFEERDER)) == [("brief_paraferen", False)]


def test_who_put_a_paraaf_reads_that_it_is_done_and_not_that_a_colleague_must_do_it(brief, parafeerder):
    paraferen(brief, parafeerder)
    ((_, reden),) = levensloop.withheld(brief, parafeerder)
    assert reden == f"‘Paraferen’ hebt u bij brief {brief} al gedaan. Eén keer is genoeg."
