"""Making a regeling and its versions, copying last year, the settings per subject, the rows, and the burden meter."""

from datetime import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agenda.access import GeenToegang, Rol
from agenda.klok import AMSTERDAM
from agenda.levensloop import NietMogelijk
from agenda.models import Gemeente
from subsidies.aanvragen.regels import regelingen_voor
from subsidies.forms.inrichten import ONDERWERPEN
from subsidies.models import MaximumAanvraag, Regelingtermijn, RegelingVersie, SisaIndicator, Thema
from subsidies.regelingen import bewerken, maken, rijen
from subsidies.regelingen.last import Last, last_van
from subsidies.regelingen.openstellen import voorwaarden_vastleggen
from tests.hulpmiddelen import regelingen
from tests.hulpmiddelen.aanvragen import open_regeling
from tests.hulpmiddelen.pagina import text
from tests.hulpmiddelen.uitkeringen import wie

pytestmark = pytest.mark.django_db


@pytest.fixture
def wijk():
    return regelingen.wijk()


@pytest.fixture
def by():
    return wie(Rol.PROGRAMMAMANAGER)


def test_a_regeling_gets_an_address_and_its_name_is_given_once(wijk, by):
    velden = {"instrument": "SPUK", "kenmerkcode": "RSS", "sisa_code": ""}
    made = maken.regeling(wijk.programma, citeertitel="Regeling sterke start", **velden, by=by)
    assert (made.sleutel, made.rol_szw) == ("regeling-sterke-start", "verstrekker")
    for naam in ("Regeling sterke start", "Nieuw", "…"):
        with pytest.raises(ValidationError):
            maken.regeling(wijk.programma, citeertitel=naam, **velden | {"kenmerkcode": ""}, by=by)
    with pytest.raises(GeenToegang):
        maken.regeling(wijk.programma, citeertitel="Anders", **velden, by=wie(Rol.REDACTEUR))


def test_last_year_is_taken_over_a_year_later_and_what_was_not_is_said(by):
    """Settings, themes, terms, maxima and the form, as concept; nothing that a document of last year decides."""
    van = open_regeling()
    thema = van.themas.first()
    MaximumAanvraag.objects.create(
        versie=van, thema=thema, jaar=2026, bedrag=5, gemeente=Gemeente.objects.get(code="GM9999")
    )
    RegelingVersie.objects.filter(pk=van.pk).update(plafond=10, plafond_kwalificatie="exact", plafond_bron=van.bron)
    van.refresh_from_db()
    done = maken.overnemen(van, omschrijving="ronde 2027", by=by)
    nieuw = RegelingVersie.objects.get(pk=done.versie.pk)
    assert (nieuw.soort, nieuw.volgorde, nieuw.opengesteld_op) == ("registratie", 3, None)
    assert (nieuw.van_jaar, nieuw.tot_en_met_jaar) == (van.van_jaar + 1, van.tot_en_met_jaar + 1)
    assert nieuw.aanvragen_tot == datetime(2027, 11, 30, 23, 59, tzinfo=AMSTERDAM)
    assert (nieuw.verdeelwijze, nieuw.mandaatbesluit, nieuw.plafond) == (van.verdeelwijze, "", None)
    assert [each.opvolger_van for each in nieuw.themas.all()] == list(van.themas.all())
    maximum = nieuw.maxima.get()
    assert (maximum.jaar, maximum.thema.versie, maximum.bedrag) == (2027, nieuw, Decimal(5))
    assert [str(each) for each in nieuw.termijnen.all()] == [str(each) for each in van.termijnen.all()]
    form = nieuw.formulieren.get()
    assert (form.status, bewerken.ontwerp(form)) == ("concept", bewerken.ontwerp(van.formulieren.get()))
    assert set(nieuw.gebieden.all()) == set(van.gebieden.all())
    assert any("plafond" in each for each in done.niet)
    assert any("stukken" in each for each in done.niet)


# fmt: off
WIE = [
    ([],         [],         {"GM9999", "GM9998"}),
    (["oost"],   [],         {"GM9999"}),
    ([],         ["GM9998"], {"GM9998"}),
    (["oost"],   ["GM9998"], {"GM9999", "GM9998"}),
]
# fmt: on


@pytest.mark.parametrize(("gebieden", "gemeenten", "kunnen"), WIE)
def test_who_can_apply_is_named_by_gebied_by_gemeente_or_not_at_all(gebieden, gemeenten, kunnen):
    versie = open_regeling()
    versie.gebieden.set([each for each in versie.gebieden.all() if each.naam.split()[-1].lower() in gebieden])
    versie.gemeenten.set(Gemeente.objects.filter(code__in=gemeenten))
    own = {
        code: regelingen_voor(Gemeente.objects.get(code=code)).get(pk=versie.pk).kan for code in ("GM9999", "GM9998")
    }
    assert {code for code, kan in own.items() if kan} == kunnen


# fmt: off
TIJD = {"aanvragen_vanaf": "2026-11-01", "aanvragen_vanaf_tijd": "09:00", "aanvragen_tot_tijd": "17.00", "storing_verlengt": "duur"}
#    subject    what is filled in                                             what the version says, or what is wrong
INVOER = [
    ("regels",  {"awb_titel_42": "4:25, 4:48-4:51"},                          {"awb_titel_42": "4:25, 4:48–4:51"}),
    ("regels",  {"awb_titel_42": "4:20"},                                     "is geen artikel van titel 4.2 Awb"),
    ("regels",  {"awb_titel_42": "4:51–4:48"},                                "is geen artikel van titel 4.2 Awb"),
    ("regels",  {"tweede_handtekening": "on", "betaalritme": "per_jaar"},     {"tweede_handtekening": True, "betaalritme": "per_jaar"}),
    ("plafond", {"plafond": "€ 2.500.000", "plafond_bron": "bron"},           {"plafond": Decimal(2_500_000), "plafond_kwalificatie": "exact"}),
    ("plafond", {"plafond": "2.500.000"},                                     "Kies de bron die dit plafond noemt"),
    ("plafond", {"plafond": "0", "plafond_bron": "bron"},                     "meer dan € 0"),
    ("tijdvak", TIJD | {"aanvragen_tot": "2026-11-30"},                       {"aanvragen_tot": datetime(2026, 11, 30, 17, 0, tzinfo=AMSTERDAM), "storing_verlengt": "duur"}),
    ("tijdvak", TIJD | {"aanvragen_tot": "2026-10-30"},                       "eindigt niet na het begin"),
    ("tijdvak", TIJD | {"aanvragen_tot": "2026-11-30", "aanvragen_tot_tijd": "laat"}, "Deze tijd bestaat niet"),
    ("wie",     {"gemeenten": "Nergens"},                                     "Niet gevonden: Nergens"),
    ("wie",     {"gemeenten": "voorbeeldstad\nGM9998"},                       {}),
]
# fmt: on


@pytest.mark.parametrize(("onderwerp", "velden", "wordt"), INVOER)
def test_each_subject_takes_what_can_be_and_says_what_cannot(onderwerp, velden, wordt, wijk, by, client):
    client.force_login(by)
    adres = reverse("regeling-instelling", args=["wijk", 1, onderwerp])
    sent = velden | {"sleutel": "00000000-0000-4000-8000-000000000001"}
    answer = client.post(adres, {naam: wijk.bron.pk if waarde == "bron" else waarde for naam, waarde in sent.items()})
    if isinstance(wordt, str):
        assert (answer.status_code, wordt in text(answer).replace("\u00a0", " ")) == (400, True)
    else:
        assert answer.status_code == 302, text(answer)
        versie = RegelingVersie.objects.get(pk=wijk.eerste.pk)
        assert {naam: getattr(versie, naam) for naam in wordt} == wordt


def test_every_subject_opens_and_an_unknown_one_does_not(wijk, by, client):
    client.force_login(by)
    for onderwerp in [*ONDERWERPEN, "anders"]:
        answer = client.get(reverse("regeling-instelling", args=["wijk", 1, onderwerp]))
        assert answer.status_code == (404 if onderwerp == "anders" else 200)


def test_a_plafond_below_the_maxima_is_refused_with_the_excess(wijk, by):
    MaximumAanvraag.objects.create(
        versie=wijk.eerste, thema=wijk.thema(), jaar=2026, bedrag=11, gemeente=Gemeente.objects.first()
    )
    with pytest.raises(ValidationError, match="te veel"):
        voorwaarden_vastleggen(
            wijk.eerste, plafond=Decimal(10), plafond_kwalificatie="exact", plafond_bron=wijk.bron, by=by
        )


def namen(versie) -> list[str]:
    return [each.naam for each in versie.themas.all()]


def test_themes_are_added_renamed_moved_and_taken_away(wijk, by):
    versie, begin = wijk.eerste, namen(wijk.eerste)
    made = rijen.toevoegen(versie, Thema, naam="sport", soort="hoofdthema", bron=wijk.bron, by=by)
    rijen.wijzigen(made, naam="sport en spel", by=by)
    rijen.verplaatsen(made, omhoog=True, by=by)
    assert namen(versie) == [*begin[:2], "sport en spel", begin[2]]
    with pytest.raises(ValidationError, match="staat er al"):
        rijen.toevoegen(versie, Thema, naam="Sport en spel", soort="hoofdthema", bron=wijk.bron, by=by)
    rijen.verwijderen(Thema.objects.get(pk=made.pk), by=by)
    assert namen(versie) == begin
    with pytest.raises(NietMogelijk, match="kan niet weg"):  # the next version names it as what it came after
        rijen.verwijderen(wijk.thema(), by=by)


def test_what_is_open_keeps_its_rows(by):
    versie = open_regeling()
    with pytest.raises(NietMogelijk, match="staat open voor aanvragen"):
        rijen.toevoegen(versie, SisaIndicator, naam="besteding", by=by)
    with pytest.raises(NietMogelijk, match="staat open voor aanvragen"):
        rijen.verwijderen(Regelingtermijn.objects.first(), by=by)
    assert versie.termijnen.count() == 1


# fmt: off
LASTEN = [
    (Last(10, 10, 1, 0, 1, Decimal(25_000)),  []),
    (Last(11, 11, 1, 0, 1, Decimal(25_000)),  ["11 verplichte vragen", "ten hoogste 10"]),
    (Last(11, 11, 1, 0, 1, Decimal(25_001)),  []),
    (Last(9, 9, 4, 0, 1, Decimal(125_000)),   ["4 vragen om een document", "ten hoogste 3"]),
    (Last(41, 41, 7, 0, 1, Decimal(10**6)),   ["41 verplichte vragen", "7 vragen om een document"]),
    (Last(99, 99, 99, 0, 0, None),            []),
]
# fmt: on


@pytest.mark.parametrize(("last", "zegt"), LASTEN)
def test_what_is_out_of_proportion_is_said(last, zegt):
    told = " ".join(last.waarschuwingen)
    assert [each for each in zegt if each not in told] == []
    assert bool(told) == bool(zegt)


def test_the_burden_is_counted_from_the_newest_form_and_the_maxima():
    versie = open_regeling()
    for jaar in (2026, 2027):
        MaximumAanvraag.objects.create(
            versie=versie, thema=versie.themas.first(), jaar=jaar, bedrag=5, gemeente=Gemeente.objects.get(code="GM9999")
        )
    assert last_van(versie) == Last(8, 6, 0, 1, 1, Decimal(10))
