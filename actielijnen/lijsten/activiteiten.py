"""The lists of activiteiten and indicatoren: filters, columns and export."""

import django_filters
from django.db.models import Q

from actielijnen.models import Activiteit, Gezondheid, Indicator
from agenda.lijsten import Kolom, Lijst, Soort

TOON = {Gezondheid.OP_KOERS: "succes", Gezondheid.AANDACHT: "waarschuwing", Gezondheid.IN_DE_KNEL: "fout"}
STATUS = {"gepland": "gewoon", "loopt": "info", "afgerond": "succes", "gestopt": "vraag"}
GEEN_BERICHT = "geen"
HELE_PROGRAMMA = "geheel"


def eigenaren() -> list[tuple[str, str]]:
    """The persons and roles that look after something now, as choices."""
    rows = Activiteit.objects.order_by().values_list("eigenaar", "eigenaar__naam", "eigenaar_rol").distinct()
    rollen = dict(Activiteit._meta.get_field("eigenaar_rol").choices)
    found = [(f"persoon-{pk}", naam) if pk else (f"rol-{rol}", rollen.get(rol, rol)) for pk, naam, rol in rows]
    return sorted(found, key=lambda each: each[1])


class ActiviteitenFilter(django_filters.FilterSet):
    """By actielijn, status, gezondheid, eigenaar, and whether it is late."""

    naam = django_filters.CharFilter(lookup_expr="icontains", label="Zoek op naam")
    actielijn = django_filters.ChoiceFilter(method="of_actielijn", label="Actielijn", empty_label="Alle actielijnen")
    status = django_filters.MultipleChoiceFilter(choices=Activiteit.Status.choices, label="Status")
    gezondheid = django_filters.MultipleChoiceFilter(
        choices=[*Gezondheid.choices, (GEEN_BERICHT, "Nog geen bericht")], method="of_gezondheid", label="Hoe het gaat"
    )
    eigenaar = django_filters.ChoiceFilter(
        choices=eigenaren, method="of_eigenaar", label="Eigenaar", empty_label="Iedereen"
    )
    achterstallig = django_filters.BooleanFilter(field_name="te_laat", label="Achterstallig")

    class Meta:
        model = Activiteit
        fields = []

    def __init__(self, *args, **kwargs):
        """The actielijnen to choose from are those of the activiteiten that this list has."""
        super().__init__(*args, **kwargs)
        lijnen = self.queryset.order_by("actielijn__nummer").values_list(
            "actielijn__nummer", "actielijn__naam", named=True
        )
        found = {each.actielijn__nummer: each for each in lijnen if each.actielijn__nummer}
        self.filters["actielijn"].field.choices = [
            (HELE_PROGRAMMA, "Het hele programma"),
            *((str(nummer), f"{nummer}. {each.actielijn__naam}") for nummer, each in found.items()),
        ]

    def of_actielijn(self, activiteiten, name, value):
        if value == HELE_PROGRAMMA:
            return activiteiten.filter(actielijn=None)
        return activiteiten.filter(actielijn__nummer=value)

    def of_gezondheid(self, activiteiten, name, value):
        wanted = Q(gezondheid__in=value)
        return activiteiten.filter(wanted | Q(gezondheid=None) if GEEN_BERICHT in value else wanted)

    def of_eigenaar(self, activiteiten, name, value):
        soort, _, sleutel = value.partition("-")
        return activiteiten.filter(**{"eigenaar" if soort == "persoon" else "eigenaar_rol": sleutel})


def actielijn(activiteit: Activiteit) -> str:
    return str(activiteit.actielijn or "Het hele programma")


def toon_gezondheid(activiteit: Activiteit) -> str:
    return TOON.get(activiteit.gezondheid, "gewoon")


def gezondheid(activiteit: Activiteit) -> str:
    return Gezondheid(activiteit.gezondheid).label if activiteit.gezondheid else "Nog geen bericht"


class ActiviteitenLijst(Lijst):
    """All activiteiten of a programma with their plan, how they go and whose they are."""

    titel = "Activiteiten"
    per_programma = True
    filterset = ActiviteitenFilter
    sortering = "gepland_tot"
    kolommen = [
        Kolom("naam", "Activiteit", sorteer="naam", link=Activiteit.get_absolute_url),
        Kolom("actielijn", "Actielijn", waarde=actielijn, sorteer="actielijn__nummer"),
        Kolom("status", "Status", waarde="get_status_display", sorteer="status", toon=lambda each: STATUS[each.status]),
        Kolom("gezondheid", "Hoe het gaat", waarde=gezondheid, sorteer="gezondheid", toon=toon_gezondheid),
        Kolom("gepland_van", "Gepland begin", soort=Soort.DATUM, sorteer="gepland_van"),
        Kolom("gepland_tot", "Gepland einde", soort=Soort.DATUM, sorteer="gepland_tot"),
        Kolom("te_laat", "Achterstallig", sorteer="te_laat", toon=lambda each: "fout" if each.te_laat else ""),
        Kolom("eigenaar", "Eigenaar", waarde="eigenaar_in_woorden"),
    ]

    def queryset(self):
        return Activiteit.objects.visible_to(self.user).filter(programma=self.programma).for_list()


class IndicatorenFilter(django_filters.FilterSet):
    """By name, by what it belongs to, and whether a correction waits."""

    naam = django_filters.CharFilter(lookup_expr="icontains", label="Zoek op naam")
    activiteit = django_filters.CharFilter(
        field_name="activiteit__naam", lookup_expr="icontains", label="Naam van de activiteit"
    )
    wacht = django_filters.BooleanFilter(field_name="wacht", label="Wacht op een besluit")

    class Meta:
        model = Indicator
        fields = []


def hoort_bij(indicator: Indicator) -> str:
    return str(indicator.hoort_bij or "Het hele programma")


class IndicatorenLijst(Lijst):
    """All indicatoren of a programma with where they started, stand and should go."""

    titel = "Indicatoren"
    per_programma = True
    filterset = IndicatorenFilter
    sortering = "naam"
    kolommen = [
        Kolom("naam", "Indicator", sorteer="naam", link=Indicator.get_absolute_url),
        Kolom("hoort_bij", "Hoort bij", waarde=hoort_bij),
        Kolom("nulmeting", "Nulmeting", soort=Soort.GETAL, sorteer="nulmeting"),
        Kolom("laatste", "Laatste waarde", soort=Soort.GETAL, sorteer="laatste"),
        Kolom("laatste_op", "Stand op", soort=Soort.DATUM, sorteer="laatste_op"),
        Kolom("streefwaarde", "Streefwaarde", soort=Soort.GETAL, sorteer="streefwaarde"),
        Kolom("eenheid", "Eenheid", sorteer="eenheid"),
        Kolom("wacht", "Correctie wacht", sorteer="wacht", toon=lambda each: "vraag" if each.wacht else ""),
    ]

    def queryset(self):
        return Indicator.objects.visible_to(self.user).filter(programma=self.programma).for_list()
