"""A small list of gemeenten, and the gemeenten for it."""

import django_filters
from django.http import QueryDict

from agenda.access import Rol
from agenda.lijsten import DatumFilter, GetalFilter, Kolom, Lijst, Soort
from agenda.models import Feit, Gebruiker, Gemeente, Ministerie, Programma, Provincie


class GemeenteFilter(django_filters.FilterSet):
    naam = django_filters.CharFilter(label="Gemeente", lookup_expr="icontains")
    provincie = django_filters.ModelMultipleChoiceFilter(
        label="Provincie",
        queryset=Provincie.objects.all(),
        field_name="provincie__code",
        to_field_name="code",
    )
    vanaf = GetalFilter(label="Inwoners vanaf", field_name="inwoners_2021", lookup_expr="gte")
    opgegaan = DatumFilter(label="Opgegaan vanaf", field_name="opgegaan_op", lookup_expr="gte")


class GemeenteLijst(Lijst):
    titel = "Gemeenten"
    filterset = GemeenteFilter
    sortering = "naam"
    kolommen = [
        Kolom("naam", "Gemeente", sorteer="naam", link=lambda gemeente: f"/gemeenten/{gemeente.code}/"),
        Kolom("provincie", "Provincie", "provincie.naam", sorteer="provincie__naam"),
        Kolom("inwoners", "Inwoners in 2021", "inwoners_2021", soort=Soort.GETAL, sorteer="inwoners_2021"),
        Kolom("per_inwoner", "€ 2 per inwoner", lambda gemeente: kosten(gemeente), soort=Soort.BEDRAG),
        Kolom("opgegaan", "Opgegaan op", "opgegaan_op", soort=Soort.DATUM, sorteer="opgegaan_op"),
    ]

    def queryset(self):
        return Gemeente.objects.select_related("provincie")


def kosten(gemeente):
    return None if gemeente.inwoners_2021 is None else gemeente.inwoners_2021 * 2


def provincie(naam, code):
    return Provincie.objects.get_or_create(code=code, naam=naam)[0]


def gemeente(naam, nummer, provincie, inwoners=None):
    return Gemeente.objects.create(
        code=f"GM{nummer:04}", naam=naam, naam_cbs=naam, provincie=provincie, inwoners_2021=inwoners
    )


def drie_gemeenten():
    """Three, of which one starts with an apostrophe, one with an accent and one has no number."""
    utrecht, holland = provincie("Utrecht", "PV26"), provincie("Zuid-Holland", "PV28")
    gemeente("'s-Gravenhage", 518, holland, 548_320)
    gemeente("Épe", 232, utrecht)
    gemeente("Zeist", 355, utrecht, 65_043)


LEZER = Gebruiker(naam="Lezer", rollen=[Rol.AUDITOR])


def lijst(vraag="", user=LEZER, klasse=GemeenteLijst):
    return klasse(QueryDict(vraag), user)


def namen(vraag=""):
    return [str(record.naam) for record in lijst(vraag).pagina]


class FeitFilter(django_filters.FilterSet):
    onderwerp = django_filters.CharFilter(label="Onderwerp")


class ProgrammaLijst(Lijst):
    titel = "Feiten / tests"
    filterset = FeitFilter
    sortering = "naam"
    per_programma = True
    kolommen = [Kolom("naam", "Feit", sorteer="naam"), Kolom("onderwerp", "Onderwerp")]

    def queryset(self):
        return Feit.objects.filter(programma=self.programma)


def programma(code, soort, *feiten, opvolger_van=None):
    """A programma with these feiten."""
    ministerie, _ = Ministerie.objects.get_or_create(afkorting="SZW", naam="Sociale Zaken", tooi_uri="https://tooi/szw")
    programma = Programma.objects.create(
        code=code,
        naam=f"Programma {code}",
        korte_naam=code,
        soort=soort,
        ministerie=ministerie,
        opvolger_van=opvolger_van,
    )
    for naam in feiten:
        Feit.objects.create(
            sleutel=f"{code}.{naam}", programma=programma, onderwerp="test", naam=naam, weergave="tekst"
        )
    return programma
