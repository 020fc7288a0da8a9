"""The register of personal data is complete: no field that could hold them escapes it."""

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from agenda import privacy
from agenda.checks import columns_of_database
from agenda.models import AuditRegel, Feit, Gebruiker, Taak
from agenda.privacy.checks import the_terms_exist
from agenda.privacy.velden import BLIJFT, OP_ADRES, VAN_EEN_PERSOON, VELDEN
from agenda.privacy.verwerkingen import TERMIJNEN, VERWERKINGEN
from agenda.privacy.zonder import ZONDER

# What a field of such a type says of a person, it says through another field that is in the register.
STIL = (
    models.BooleanField, models.IntegerField, models.AutoField, models.DecimalField, models.FloatField, models.DateField,
    models.TimeField, models.DurationField, models.UUIDField, models.SlugField,
)  # fmt: skip
# Keys and checksums that the portal makes itself.
EIGEN_NAMEN = {"sleutel", "code", "nummer", "sha256"}


def could_hold_personal_data(field) -> bool:
    if field.is_relation:
        return field.related_model is Gebruiker
    if isinstance(field, ArrayField):
        field = field.base_field
    return not (field.choices or isinstance(field, STIL) or field.name in EIGEN_NAMEN)


def unnamed(model) -> list[str]:
    """The fields of `model` that could hold personal data and are in neither list."""
    label = model._meta.label_lower
    zonder = ZONDER.get(label, "").split()
    return [
        f"{label}.{field.name}"
        for field in model._meta.local_fields
        if could_hold_personal_data(field) and f"{label}.{field.name}" not in VELDEN and field.name not in zonder
    ]


@pytest.mark.parametrize("model", apps.get_models(include_auto_created=True), ids=lambda model: model._meta.label_lower)
def test_every_field_that_could_hold_personal_data_is_in_the_register(model):
    assert unnamed(model) == [], (
        "Zet deze velden in agenda/privacy/velden.py: bij VELDEN met wat het is, waarvoor en de aard, "
        "of bij ZONDER (zonder.py) als er nooit persoonsgegevens in staan."
    )


@pytest.mark.parametrize(("field", "expected"), [
    (models.CharField(name="naam", max_length=9),                                   True),
    (models.EmailField(name="email"),                                               True),
    (models.TextField(name="reden"),                                                True),
    (models.JSONField(name="details"),                                              True),
    (models.GenericIPAddressField(name="ip"),                                       True),
    (models.FileField(name="scan"),                                                 True),
    (models.ForeignKey(Gebruiker, models.PROTECT, name="door"),                     True),
    (models.ManyToManyField(Gebruiker, name="leden"),                               True),
    (ArrayField(models.CharField(max_length=9), name="namen"),                      True),
    (ArrayField(models.CharField(max_length=9, choices=[("a", "A")]), name="rol"),  False),
    (models.ForeignKey(Feit, models.PROTECT, name="feit"),                          False),
    (models.CharField(name="soort", max_length=9, choices=[("a", "A")]),            False),
    (models.DateTimeField(name="gemaakt_op"),                                       False),
    (models.PositiveSmallIntegerField(name="jaar"),                                 False),
    (models.SlugField(name="adres"),                                                False),
    (models.CharField(name="sha256", max_length=64),                                False),
])  # fmt: skip
def test_the_net_knows_which_fields_could(field, expected):
    assert could_hold_personal_data(field) == expected


def test_the_register_names_no_field_that_is_gone():
    known = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
    }
    named = VELDEN.keys() | {f"{label}.{naam}" for label, namen in ZONDER.items() for naam in namen.split()}
    assert sorted(named - known) == []


def test_no_field_is_in_both_lists():
    assert (
        sorted(VELDEN.keys() & {f"{label}.{naam}" for label, namen in ZONDER.items() for naam in namen.split()}) == []
    )


def test_every_field_belongs_to_a_verwerking_and_every_verwerking_holds_something():
    assert {veld.verwerking for veld in VELDEN.values()} == VERWERKINGEN.keys()


def test_what_says_something_directly_of_a_person_goes_with_that_person_or_stays_for_a_reason():
    """Else erasing somebody would leave it behind, and ‘mijn gegevens’ would not show it."""
    left = {
        naam
        for naam, veld in VELDEN.items()
        if veld.aard in privacy.BUITEN_HET_SPOOR
        and naam.rpartition(".")[0] not in {"agenda.gebruiker", *VAN_EEN_PERSOON, *OP_ADRES}
    }
    assert left == BLIJFT.keys(), "Zet de rij in VAN_EEN_PERSOON met de weg naar de persoon, of het veld in BLIJFT."


@pytest.mark.parametrize(("label", "weg"), VAN_EEN_PERSOON.items())
def test_the_way_from_a_row_to_its_person_exists(label, weg, db):
    assert apps.get_model(label)._default_manager.filter(**{weg: 1}).count() == 0


def test_every_term_is_used_once():
    used = [sleutel for verwerking in VERWERKINGEN.values() for sleutel in verwerking.termijnen]
    assert sorted(used) == sorted(TERMIJNEN)


@pytest.mark.parametrize(
    ("model", "kolommen"),
    [
        (Gebruiker, {"naam", "email", "password"}),
        (Taak, {"argumenten", "melding", "fout"}),
        (AuditRegel, {"vanaf"}),
        (Feit, set()),
    ],
)
def test_the_row_trail_keeps_no_values_that_must_be_erasable(model, kolommen):
    assert privacy.verborgen_kolommen(model) == kolommen


def test_hidden_columns_are_columns_of_the_database(db):
    columns = {column for _, column in columns_of_database()}
    hidden = {column for model in apps.get_models() for column in privacy.verborgen_kolommen(model)}
    assert hidden - columns == set()


def test_a_term_is_a_proposal_until_the_organisation_sets_it(settings):
    assert (privacy.termijn("taak_beeindigd").dagen, privacy.termijn("taak_beeindigd").bron) == (30, "")
    settings.BEWAARTERMIJNEN = {"taak_beeindigd": 90}
    assert privacy.termijn("taak_beeindigd").dagen == 90
    assert privacy.termijn("taak_beeindigd").bron == "vastgesteld in de instellingen"


@pytest.mark.parametrize("instelling", [{"taak_beindigd": 90}, {"taak_beeindigd": "90"}, {"taak_beeindigd": 0}])
def test_a_term_that_cannot_be_stops_the_portal(settings, instelling):
    settings.BEWAARTERMIJNEN = instelling
    (fout,) = the_terms_exist(None)
    assert fout.msg.startswith("BEWAARTERMIJNEN klopt niet bij taak_be")


def test_without_own_terms_nothing_is_wrong():
    assert the_terms_exist(None) == []
