"""The list of all that was decided, read and exported: who, what, when and from where (BIO2 8.15.01)."""

import django_filters
from django.apps import apps
from django.db.models import Q

from agenda.access import Rol
from agenda.audit import ZINNEN, actie_in_woorden, sentence
from agenda.lijsten import DatumFilter, Kolom, Lijst, Soort
from agenda.models import AuditRegel, Gebruiker, Gemeente


def acties() -> list[tuple[str, str]]:
    return sorted((actie, actie_in_woorden(actie)) for actie in ZINNEN)


def soorten() -> list[tuple[str, str]]:
    """The kinds of record that the log speaks of, as choices."""
    labels = AuditRegel.objects.order_by().values_list("onderwerp_soort", flat=True).distinct()
    return sorted(
        ((label, str(apps.get_model(label)._meta.verbose_name)) for label in labels), key=lambda pair: pair[1]
    )


class LogboekFilter(django_filters.FilterSet):
    """By period, action, kind of record, person, gemeente and where it came from."""

    van = DatumFilter(field_name="moment", lookup_expr="date__gte", label="Vanaf")
    tot = DatumFilter(field_name="moment", lookup_expr="date__lte", label="Tot en met")
    actie = django_filters.ChoiceFilter(choices=acties, label="Wat", empty_label="Alles")
    soort = django_filters.ChoiceFilter(
        field_name="onderwerp_soort", choices=soorten, label="Waarover", empty_label="Alles"
    )
    persoon = django_filters.CharFilter(method="of_person", label="Wie (naam of e-mailadres)")
    gemeente = django_filters.CharFilter(method="of_gemeente", label="Gemeente (naam of CBS-code)")
    vanaf = django_filters.CharFilter(lookup_expr="istartswith", label="IP-adres of opdracht")

    class Meta:
        model = AuditRegel
        fields = []

    def of_person(self, regels, name, value):
        found = Gebruiker.objects.filter(Q(naam__icontains=value) | Q(email__icontains=value))
        return regels.filter(account__in=found.values("pk"))

    def of_gemeente(self, regels, name, value):
        found = Gemeente.objects.filter(Q(naam__icontains=value) | Q(code__iexact=value))
        return regels.filter(gemeente__in=found.values("code"))


def wie(regel: AuditRegel) -> str:
    return regel.naam or f"account {regel.account}"


def rollen(regel: AuditRegel) -> str:
    """The roles of then; a role that no longer exists keeps its own word."""
    return ", ".join(Rol(rol).label if rol in Rol.values else rol for rol in regel.rollen)


class Logboek(Lijst):
    """Each line of the log with who did it: the name of now, the roles and the gemeente of then."""

    titel = "Logboek"
    filterset = LogboekFilter
    sortering = "-moment"
    kolommen = [
        Kolom("moment", "Wanneer", soort=Soort.DATUM, sorteer="moment", link=AuditRegel.get_absolute_url),
        Kolom("wie", "Wie", waarde=wie, sorteer="naam"),
        Kolom("rollen", "Rol toen", waarde=rollen),
        Kolom("gemeente", "Gemeente toen", waarde="gemeente_naam", sorteer="gemeente_naam"),
        Kolom("wat", "Wat", waarde=sentence, sorteer="actie"),
        Kolom("vanaf", "Vanaf", sorteer="vanaf"),
    ]

    def queryset(self):
        return AuditRegel.objects.visible_to(self.user).for_list()
