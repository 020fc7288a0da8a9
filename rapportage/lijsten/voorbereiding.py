"""The list of what a letter needs: filters, columns, groups and export."""

from itertools import groupby

import django_filters
from django.db.models import Q
from django.utils.functional import cached_property

from agenda.lijsten import Kolom, Lijst, Soort
from rapportage.models import Voorbereiding, Voorbereidingspunt
from rapportage.models.voorbereiding import Onderwerp
from rapportage.voorbereiding.stand import Voorbereidingsstand, is_van, stand

S = Voorbereidingspunt.Stand
TOON = {S.TE_LAAT: "fout", S.OPEN: "gewoon", S.INGEVOERD: "succes", S.GEREED: "succes"}
HELE_PROGRAMMA = "geheel"
MIJN = "mijn"


class VoorbereidingFilter(django_filters.FilterSet):
    """By letter year, actielijn, onderwerp, how it stands, and whose it is."""

    jaar = django_filters.ChoiceFilter(field_name="voorbereiding__jaar", label="Brief van", empty_label="De laatste")
    actielijn = django_filters.ChoiceFilter(method="of_actielijn", label="Actielijn", empty_label="Alle actielijnen")
    onderwerp = django_filters.MultipleChoiceFilter(choices=Onderwerp.choices, label="Onderwerp")
    stand = django_filters.MultipleChoiceFilter(choices=S.choices, label="Stand")
    eigenaar = django_filters.ChoiceFilter(
        choices=[(MIJN, "Alleen wat op mij wacht")], method="of_lezer", label="Eigenaar", empty_label="Iedereen"
    )

    class Meta:
        model = Voorbereidingspunt
        fields = []

    def __init__(self, *args, lezer, jaren, lijnen, **kwargs):
        super().__init__(*args, **kwargs)
        self.lezer = lezer
        self.filters["jaar"].field.choices = [(str(jaar), str(jaar)) for jaar in jaren]
        self.filters["actielijn"].field.choices = [
            (HELE_PROGRAMMA, "Het hele programma"),
            *((str(lijn.nummer), str(lijn)) for lijn in lijnen),
        ]

    def of_actielijn(self, punten, name, value):
        return punten.filter(actielijn=None) if value == HELE_PROGRAMMA else punten.filter(actielijn__nummer=value)

    def of_lezer(self, punten, name, value):
        mijn = Q(eigenaar=self.lezer) | Q(eigenaar_rol__in=self.lezer.rollen)
        return punten.filter(mijn, stand__in=[S.OPEN, S.TE_LAAT])


def toon(punt: Voorbereidingspunt) -> str:
    """The tone of the badge of its stand."""
    return TOON[S(punt.stand)]


def in_order(punt: Voorbereidingspunt) -> tuple:
    """The whole programma first, then per actielijn; within it what is needed first."""
    return punt.actielijn.nummer if punt.actielijn else 0, punt.uiterlijk_op, punt.nummer


class VoorbereidingLijst(Lijst):
    """Everything that must be entered before the letters of a programma."""

    titel = "Voorbereiding van de brief"
    per_programma = True
    per_pagina = 200  # a list of a year is one page, so that its groups stay whole
    filterset = VoorbereidingFilter
    sortering = "actielijn"
    kolommen = [
        Kolom("vraag", "Wat er klaar moet zijn", sorteer="vraag", link=Voorbereidingspunt.get_absolute_url),
        Kolom("jaar", "Brief van", waarde="jaartal", sorteer="voorbereiding__jaar"),
        Kolom("actielijn", "Actielijn", waarde="lijn", sorteer="actielijn__nummer"),
        Kolom("onderwerp", "Onderwerp", waarde="get_onderwerp_display", sorteer="onderwerp"),
        Kolom("eigenaar", "Eigenaar", waarde="eigenaar_in_woorden"),
        Kolom("uiterlijk_op", "Uiterlijk op", soort=Soort.DATUM, sorteer="uiterlijk_op"),
        Kolom("stand", "Stand", waarde=lambda punt: S(punt.stand).label, sorteer="stand", toon=toon),
        Kolom("notitie", "Notitie"),
    ]

    def queryset(self):
        """The points of the latest letter, unless the address names a year."""
        punten = Voorbereidingspunt.objects.visible_to(self.user).filter(voorbereiding__programma=self.programma)
        if not self.vraag.get("jaar"):
            punten = punten.filter(voorbereiding__jaar=max(self.jaren, default=0))
        return punten.for_list()

    def filter_options(self) -> dict:
        lijnen = self.programma.actielijnen.all() if self.programma else []
        return {"lezer": self.user, "jaren": self.jaren, "lijnen": lijnen}

    @cached_property
    def jaren(self) -> list[int]:
        """The years that have a list, the latest first."""
        lijsten = Voorbereiding.objects.visible_to(self.user).filter(programma=self.programma)
        return list(lijsten.values_list("jaar", flat=True))

    @cached_property
    def stand(self) -> Voorbereidingsstand | None:
        """How the list of the chosen year stands, whatever the other filters are; None if there is none."""
        gevraagd = [jaar for jaar in self.jaren if str(jaar) == self.vraag.get("jaar")] or self.jaren
        return stand(self.programma, self.user, gevraagd[0]) if gevraagd else None

    @property
    def groepen(self) -> list[tuple[str, list[Voorbereidingspunt]]]:
        """The points of this page per actielijn; each knows how its stand looks and whether it waits for him."""
        punten = sorted(self.pagina, key=in_order)
        for punt in punten:
            punt.toon, punt.stand_in_woorden = toon(punt), S(punt.stand).label
            punt.wacht_op_lezer = punt.stand in {S.OPEN, S.TE_LAAT} and is_van(punt, self.user)
        return [(lijn, list(rijen)) for lijn, rijen in groupby(punten, key=lambda each: each.lijn)]
