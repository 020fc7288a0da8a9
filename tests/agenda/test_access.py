"""Roles and their rights: one handwritten sentence per role, so that a loosened right is seen."""

from contextlib import suppress

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from agenda.access import (
    PUBLIC,
    RECHTEN,
    SIGNED_IN,
    UITLEG,
    GeenToegang,
    Permission,
    Rol,
    admits,
    audience,
    may,
    may_change,
    may_combine,
    permissions,
    require,
)
from agenda.models import Gebruiker

READ = {"programma_inzien", "exporteren"}
WRITE = {"feit_vastleggen", "brief_schrijven"}
PLAN = {"activiteit_bijwerken", "correctie_beoordelen"}
VOORSTEL = {"correctie_voorstellen"}
VOORBEREID = {"voorbereiding_bijwerken"}
PALET = {"interventie_beschrijven", "scope_toetsen"}


def somebody(*rollen, is_active=True) -> Gebruiker:
    return Gebruiker(email="iemand@portaal.invalid", naam="Iemand", rollen=list(rollen), is_active=is_active)


# Written by hand, apart from RECHTEN: who changes a right there says so here as well.
# fmt: off
WHO_MAY_WHAT = {
    "programmamanager":           READ | WRITE | PLAN | VOORSTEL | VOORBEREID | PALET | {"interventie_beoordelen", "interventie_publiceren", "voorbereiding_inrichten", "tegenspraak_kiezen", "brief_aanbieden", "bron_aanvullen", "herschikking_akkoord", "jaar_afsluiten", "prognose_vaststellen", "vernietiging_inzien", "vernietiging_bevestigen", "regeling_bijhouden", "regeling_openstellen", "aanvraag_behandelen", "du_voorstellen"},
    "beleidsmedewerker":          READ | WRITE | PLAN | VOORSTEL | VOORBEREID | PALET | {"interventie_beoordelen", "tegenspraak_kiezen", "bron_aanvullen", "regeling_bijhouden", "du_voorstellen"},
    "budgethouder":               READ | VOORSTEL | VOORBEREID | {"bron_aanvullen", "begroting_muteren", "herschikking_akkoord", "verplichting_aangaan", "betaling_boeken", "jaar_afsluiten", "prognose_vaststellen"},
    "behandelaar":                READ | VOORSTEL | VOORBEREID | PALET | {"regeling_bijhouden", "aanvraag_behandelen", "du_voorstellen"},
    "beslisser":                  READ | VOORSTEL | {"herschikking_akkoord"},
    "redacteur":                  READ | VOORSTEL | VOORBEREID | {"brief_schrijven", "brief_aanbieden", "interventie_publiceren"},
    "parafeerder":                READ | VOORSTEL | {"brief_paraferen"},
    "beheerder":                  READ | VOORSTEL | {"accounts_inzien", "accounts_beheren", "naslag_beheren", "logboek_inzien", "vernietiging_inzien", "vernietiging_voorstellen"},
    "auditor":                    READ | {"accounts_inzien", "logboek_inzien", "vernietiging_inzien"},
    "gemeentelijk_aanvrager":     {"gemeente_inzien", "exporteren", "collega_uitnodigen", "du_aanmelden", "terugkoppelen", "interventie_voorstellen", "aanvraag_indienen"},
    "gemeentelijk_ondertekenaar": {"gemeente_inzien", "exporteren", "collega_uitnodigen", "du_aanmelden", "du_akkoord", "terugkoppelen", "interventie_voorstellen", "kader_toestemmen", "aanvraag_indienen", "aanvraag_ondertekenen"},
    "raadslid":                   {"raad_inzien"},
    "systeem":                    READ | WRITE | {"brief_aanbieden", "begroting_muteren"},
}
# fmt: on


@pytest.mark.parametrize("rol", Rol)
def test_a_role_has_exactly_the_rights_written_down_here(rol):
    assert {permission.value for permission in RECHTEN[rol]} == WHO_MAY_WHAT[rol]


@pytest.mark.parametrize("rol", Rol)
def test_only_these_roles_can_change_nothing(rol):
    """A local account of any other role needs a second factor."""
    assert may_change(somebody(rol)) == (rol not in {"auditor", "raadslid"})


def test_two_roles_give_the_rights_of_both():
    both = permissions(somebody(Rol.REDACTEUR, Rol.BELEIDSMEDEWERKER))
    assert both == RECHTEN[Rol.REDACTEUR] | RECHTEN[Rol.BELEIDSMEDEWERKER]


@pytest.mark.parametrize("user", [AnonymousUser(), somebody(Rol.PROGRAMMAMANAGER, is_active=False), somebody()])
def test_the_anonymous_the_blocked_and_who_has_no_role_may_nothing(user):
    assert [permission for permission in Permission if may(user, permission)] == []


def test_a_role_that_does_not_exist_gives_nothing_and_takes_nothing():
    assert permissions(somebody("koning", Rol.AUDITOR)) == RECHTEN[Rol.AUDITOR]


@pytest.mark.django_db
def test_the_database_refuses_a_role_that_does_not_exist(redacteur):
    with pytest.raises(IntegrityError, match="gebruiker_rollen_gaan_samen"):
        Gebruiker.objects.filter(pk=redacteur.pk).update(rollen=[Rol.REDACTEUR, "koning"])


# Written by hand, apart from SAMEN.
STAF = "programmamanager beleidsmedewerker budgethouder behandelaar beslisser redacteur parafeerder beheerder".split()


def goes_together(rol, ander) -> bool:
    if rol == ander:
        return True
    return {rol, ander} <= set(STAF) or {rol, ander} == {"gemeentelijk_aanvrager", "gemeentelijk_ondertekenaar"}


@pytest.mark.parametrize("rol", Rol)
def test_only_these_roles_go_together(rol):
    assert [ander for ander in Rol.values if may_combine([rol, ander]) != goes_together(rol, ander)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("rol", Rol)
def test_the_database_refuses_the_same_roles_together(rol, redacteur):
    accepted = []
    for ander in Rol.values:
        with suppress(IntegrityError), transaction.atomic():
            Gebruiker.objects.filter(pk=redacteur.pk).update(rollen=[rol, ander])
            accepted.append(ander)
    assert accepted == [ander for ander in Rol.values if may_combine([rol, ander])]


def test_every_permission_says_in_one_sentence_what_it_lets_somebody_do():
    assert UITLEG.keys() == set(Permission)
    assert [zin for zin in UITLEG.values() if not zin[0].isupper() or zin.count(".") != 1 or zin[-1] != "."] == []


def test_who_lacks_a_right_is_told_which_in_dutch():
    with pytest.raises(GeenToegang, match="U heeft het recht ‘brief aanbieden’ niet"):
        require(somebody(Rol.AUDITOR), Permission.BRIEF_AANBIEDEN)


@pytest.mark.parametrize(
    ("who", "admitted"),
    [
        (PUBLIC, ["anonymous", "blocked", "auditor", "redacteur"]),
        (SIGNED_IN, ["auditor", "redacteur"]),
        (Permission.PROGRAMMA_INZIEN, ["auditor", "redacteur"]),
        (Permission.BRIEF_SCHRIJVEN, ["redacteur"]),
    ],
)
def test_an_audience_admits_exactly_these(who, admitted):
    people = {
        "anonymous": AnonymousUser(),
        "blocked": somebody(Rol.REDACTEUR, is_active=False),
        "auditor": somebody(Rol.AUDITOR),
        "redacteur": somebody(Rol.REDACTEUR),
    }
    assert [name for name, user in people.items() if admits(who, user)] == admitted


def test_the_mark_leaves_the_view_as_it_is():
    def view(request):
        return request

    marked = audience(SIGNED_IN)(view)
    assert (marked, marked.audience) == (view, SIGNED_IN)
