"""The thirty checks of forms, on the form of the example: those that need no browser, by their number.

The others stand in tests/browser/test_dertig_controles.py. What a net of the whole portal sees to, is named here.
"""

import html
import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agenda import klok
from agenda.access import Rol
from agenda.accounts.demo import example_gemeente
from subsidies.aanvragen.stand import stand_van
from subsidies.forms.aanvragen import SectieForm
from subsidies.models import Aanvraag, Antwoord, Formuliervraag, RegelingVersie
from tests.agenda.bestanden.voorbeelden import GOED
from tests.hulpmiddelen import proefformulier
from tests.hulpmiddelen.aanvragen import ALLES, NU, aanvraag, aanvrager, open_regeling
from tests.hulpmiddelen.pagina import controls, rows, text, texts
from tests.hulpmiddelen.proefformulier import ingevuld
from tests.hulpmiddelen.uitkeringen import MELDT, wie
from tests.subsidies.aanvragen.test_paginas import browser, page

pytestmark = pytest.mark.django_db
S = Formuliervraag.Soort


@pytest.fixture
def versie():
    with klok.vastgezet(NU):
        proefformulier.klaarzetten("Dertig controles", 1)
        yield RegelingVersie.objects.get()


@pytest.fixture
def client(versie):
    return browser(wie(MELDT, example_gemeente()))


@pytest.fixture
def made(client, versie, clamd):
    """An aanvraag that was just begun."""
    client.post(reverse("gemeente-aanvraag-beginnen", args=[versie.pk]))
    return Aanvraag.objects.get()


@pytest.fixture
def met_bestand(clamd):
    """An aanvraag of which the form asks every kind of question."""
    with klok.vastgezet(NU):
        yield aanvraag(open_regeling(secties=ALLES))


def sections(made) -> list[str]:
    return [each.sectie.sleutel for each in stand_van(Aanvraag.objects.get(pk=made.pk)).secties]


def save(client, made, sleutel: str, **anders):
    return client.post(page("-sectie", made, sleutel=sleutel), ingevuld(made, sleutel, **anders))


def save_all(client, made) -> None:
    for sleutel in sections(made):
        assert save(client, made, sleutel).status_code == 302, sleutel


def bedragen(made) -> tuple[str, dict[str, str]]:
    """A section that asks amounts, with something wrong in each of them."""
    stand = stand_van(made)
    for deel in stand.secties:
        form = SectieForm(made, stand, deel)
        names = [name for name, field in form.fields.items() if field.widget.attrs.get("inputmode") == "decimal"]
        if names:
            return deel.sectie.sleutel, dict.fromkeys(names, "tien")
    raise AssertionError("Het formulier van het voorbeeld vraagt geen bedrag.")


def faulty(client, made):
    sleutel, wrong = bedragen(made)
    return save(client, made, sleutel, **wrong)


def test_04_the_summary_says_what_stands_at_the_fields_in_their_order(client, made):
    answer = faulty(client, made)
    summary = texts(r'<li><a href="#[^"]+">(.*?)</a></li>', answer)
    assert summary
    assert summary == texts(r'<div class="utrecht-form-field-error-message[^>]*><p>(.*?)</p>', answer)


def test_06_the_title_says_that_there_are_faults(client, made):
    assert texts(r"<title>(.*?)</title>", faulty(client, made))[0].startswith("Fout: ")


def test_07_a_control_with_a_fault_points_at_it_and_at_its_hint(client, made):
    answer = faulty(client, made)
    seen = answer.content.decode()
    wrong = [each for each in controls(answer) if 'aria-invalid="true"' in each]
    assert wrong
    for each in wrong:
        ids = re.search(r'aria-describedby="([^"]+)"', each)[1].split()
        assert any(one.endswith("_error") for one in ids), each
        assert all(f'id="{one}"' in seen for one in ids), each


def test_10_a_file_that_is_good_stays_when_another_answer_is_wrong(met_bestand):
    typed = {"stand": 0, "samen": "misschien", "wat": "Gastlessen", "plan": upload("plan.pdf", GOED["brief.pdf"])}
    answer = browser(aanvrager()).post(page("-sectie", met_bestand, sleutel="plan"), typed)
    assert answer.status_code == 400
    assert "plan.pdf" in text(answer)
    assert ">\nGastlessen</textarea>" in answer.content.decode()


def test_11_each_step_is_saved_without_what_must_be_answered(client, made):
    for sleutel in sections(made):
        stand = Aanvraag.objects.get().bewaard
        answer = client.post(page("-sectie", made, sleutel=sleutel), {"stand": stand, "later": "ja"}, follow=True)
        assert "Opgeslagen om 10.30 uur." in text(answer)
    assert Aanvraag.objects.get().is_concept


def test_13_who_sends_twice_makes_one_aanvraag(client, made, versie):
    begin = reverse("gemeente-aanvraag-beginnen", args=[versie.pk])
    assert {client.post(begin).url for _ in range(2)} == {page("", made)}
    save_all(client, made)
    answers = [client.post(page("-indienen", made)) for _ in range(2)]
    assert [each.status_code for each in answers] == [302, 302]
    assert len({each.url for each in answers}) == Aanvraag.objects.count() == 1


def test_14_the_list_of_tasks_says_how_far_each_is_and_lets_hand_in_only_a_whole_one(client, made):
    keys = sections(made)
    before = rows(client.get(page("", made)))
    assert ["Nog invullen" in row or "Niet verplicht" in row for row in before[:-1]] == [True] * len(keys)
    assert "Kan nog niet" in before[-1]
    assert client.post(page("-indienen", made)).status_code == 409
    for done, sleutel in enumerate(keys, start=1):
        save(client, made, sleutel)
        now = rows(client.get(page("", made)))
        assert sum("Klaar" in row for row in now) == done
    assert "Kan nu" in now[-1]


def test_15_each_step_says_which_it_is_and_of_how_many(client, made):
    keys = sections(made)
    pages = [*(page("-sectie", made, sleutel=each) for each in keys), page("-controleren", made)]
    for place, address in enumerate(pages, start=1):
        answer = client.get(address)
        assert f"Stap {place} van {len(pages)}" in text(answer)
        assert 'aria-current="step"' in answer.content.decode(), address


def test_16_the_check_page_lists_what_is_asked_and_hides_what_is_not(client, made):
    """For each answer to each question on which others hang; of a form with conditions on conditions, test_paginas."""
    on = {each.als_vraag for each in made.formulier.vragen.select_related("als_vraag") if each.als_vraag}
    for vraag in on:
        for keuze, _ in vraag.keuzes:
            save(client, made, vraag.sectie.sleutel, **{vraag.sleutel: keuze})
            asked = [each.vraag.vraag for deel in stand_van(Aanvraag.objects.get()).secties for each in deel.antwoorden]
            assert texts(r"<dt>(.*?)</dt>", client.get(page("-controleren", made))) == asked
            hangs = made.formulier.vragen.filter(als_vraag=vraag)
            assert {each.vraag in asked for each in hangs if each.als_waarde == keuze} <= {True}
            assert {each.vraag in asked for each in hangs if each.als_waarde != keuze} <= {False}


def test_17_each_answer_has_a_link_of_its_own_that_comes_back_to_the_check_page(client, made):
    seen = client.get(page("-controleren", made))
    links = texts(r'<a class="nl-link" href="([^"]+\?wijzig=ja[^"]*)"', seen)
    names = texts(r'Wijzig<span[^>]*> (.*?)</span>', seen)
    assert len(links) == len(names) == len(set(names)) > 0
    address, _, anchor = links[0].partition("#")
    assert f'id="{anchor}"' in client.get(address).content.decode()
    sleutel = sections(made)[0]
    assert client.post(address, ingevuld(made, sleutel)).url == page("-controleren", made)


def test_18_an_answer_to_what_is_not_asked_is_dropped(client, made):
    vraag = made.formulier.vragen.filter(als_vraag__sectie__formulier=made.formulier).first()
    other = next(key for key, _ in vraag.als_vraag.keuzes if key != vraag.als_waarde)
    save(client, made, vraag.sectie.sleutel, **{vraag.als_vraag.sleutel: other, vraag.sleutel: "Proef"})
    assert set(Antwoord.objects.filter(vraag=vraag).geldend().values_list("waarde", flat=True)) <= {""}


def test_19_what_may_be_left_out_says_so_and_what_must_not_does_not(client, made):
    for sleutel in sections(made):
        seen = client.get(page("-sectie", made, sleutel=sleutel)).content.decode().partition("<main")[2]
        assert "*" not in re.sub(r"<[^>]+>", "", seen.partition("</main>")[0])
        for vraag in made.formulier.vragen.filter(sectie__sleutel=sleutel).exclude(soort=S.TOTAAL):
            after = seen.partition(html.escape(vraag.vraag))[2][:120]
            assert ("(niet verplicht)" in after) is not vraag.is_verplicht, (vraag, after)


def test_20_no_control_has_text_in_place_of_its_label_and_each_hint_stands_outside_it(client, made):
    for sleutel in sections(made):
        answer = client.get(page("-sectie", made, sleutel=sleutel))
        assert [each for each in controls(answer) if "placeholder" in each] == []
        described = [re.search(r'aria-describedby="([^"]+)"', each) for each in controls(answer)]
        for found in filter(None, described):
            assert all(f'id="{one}"' in answer.content.decode() for one in found[1].split())


@pytest.mark.parametrize(
    ("bedrag", "datum"),
    [
        ("€ 250.000", "01-02-2027"),
        ("250.000,00", "1-2-2027"),
        ("250000", "1/2/2027"),
        (" € 250.000,- ", "2027-02-01"),
        ("250 000", " 01/02/2027 "),
    ],
)
def test_22_what_the_dutch_write_is_read(client, made, bedrag, datum):
    """Amounts in the form of the example; a date in whichever section asks one."""
    sleutel, wrong = bedragen(made)
    assert save(client, made, sleutel, **dict.fromkeys(wrong, bedrag)).status_code == 302
    for vraag in made.formulier.vragen.filter(soort=S.DATUM):
        assert save(client, made, vraag.sectie.sleutel, **{vraag.sleutel: datum}).status_code == 302
        assert Antwoord.objects.filter(vraag=vraag).geldend().get().waarde == "2027-02-01"


def upload(naam: str, inhoud: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud)


@pytest.mark.parametrize(
    ("naam", "inhoud", "zegt"),
    [
        ("plan.exe", b"MZ\x90\x00", "plan.exe"),
        ("plan.pdf", b"MZ\x90\x00" + b"\0" * 200, "plan.pdf"),  # a program that was given another name
        ("plan.pdf", b"", "plan.pdf"),
        ("plan.xlsx", GOED["brief.pdf"], "plan.xlsx"),
    ],
)
def test_24_a_wrong_file_is_refused_by_what_is_in_it_and_says_why(met_bestand, naam, inhoud, zegt):
    typed = {"stand": 0, "samen": "ja", "wat": "Gastlessen", "plan": upload(naam, inhoud)}
    answer = browser(aanvrager()).post(page("-sectie", met_bestand, sleutel="plan"), typed)
    assert answer.status_code == 400
    assert zegt in " ".join(texts(r'<div class="ptl-fouten"(.*?)</div>', answer))
    assert Antwoord.objects.filter(vraag__sleutel="wat").geldend().get().waarde == "Gastlessen"


def test_25_what_is_only_advised_warns_and_does_not_stop(client, made):
    advised = {each.sleutel for each in made.formulier.vragen.all() if each.is_aangeraden}
    assert advised
    for sleutel in sections(made):
        typed = {key: value for key, value in ingevuld(made, sleutel).items() if key not in advised}
        client.post(page("-sectie", made, sleutel=sleutel), typed)
    assert "Wij raden aan ook dit in te vullen U kunt zonder indienen." in text(client.get(page("-controleren", made)))
    assert client.post(page("-indienen", made), follow=True).status_code == 200
    assert Aanvraag.objects.get().kenmerk


def test_27_the_receipt_has_the_number_what_happens_next_and_a_copy(client, made):
    save_all(client, made)
    receipt = client.post(page("-indienen", made), follow=True)
    kenmerk = Aanvraag.objects.get().kenmerk
    for said in (f"Uw kenmerk is {kenmerk}", "Wat er nu gebeurt", "Kopie als PDF"):
        assert said in text(receipt)
    assert client.get(reverse("gemeente-aanvraag-pdf", args=[kenmerk])).content.startswith(b"%PDF-")


def test_29_each_question_has_a_message_that_names_it_and_says_what_to_do(client, made):
    sleutel, wrong = bedragen(made)
    stand = stand_van(made)
    _, deel = stand.sectie(sleutel)
    form = SectieForm(made, stand, deel)
    errors = texts(r'<li><a href="#[^"]+">(.*?)</a></li>', save(client, made, sleutel, **wrong))
    assert len(errors) == len(set(errors)) == len(wrong)
    for name, said in zip(wrong, errors, strict=True):
        assert form.fields[name].label in said
        assert "bijvoorbeeld" in said
    required = [each for each in made.formulier.vragen.filter(als_vraag=None) if each.is_verplicht]
    missing = text(client.get(page("-controleren", made)))
    assert required
    assert all(each.vraag in missing for each in required)


def test_30_the_lists_ask_the_database_no_more_than_they_may(client, made):
    """Captions, scope and aria-sort: test_paginas in tests/browser; export and filters: test_lijst; 12 is the budget
    of a list with its session, account and inbox, and the list itself asks six."""
    client.get("/gemeente/aanvragen/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/gemeente/aanvragen/")
    assert len(queries) <= 12
    save_all(client, made)
    client.post(page("-indienen", made))
    staff = browser(wie(Rol.BEHANDELAAR)).get("/werk/aanvragen/?programma=voorbeeldjaren")
    assert 'aria-sort="descending"' in staff.content.decode()


def test_all_thirty_are_there():
    here = Path(__file__)
    other = here.parents[2] / "browser" / here.name
    found = {number for file in (here, other) for number in re.findall(r"def test_(\d\d)_", file.read_text(encoding="utf-8"))}
    assert {f"{number:02}" for number in range(1, 31)} == found
