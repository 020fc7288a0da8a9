"""The lists of decentralisatie-uitkeringen, of aanmeldingen, and of what gemeenten tell of their own accord."""

import django_filters

from agenda.lijsten import Kolom, Lijst, Soort
from subsidies.models import Aanmelding, Decentralisatieuitkering, Terugkoppeling

Status, Circulaire = Decentralisatieuitkering.Status, Decentralisatieuitkering.Circulaire
# fmt: off
TOON = {
    Status.VOORSTEL:    "info",
    Status.AKKOORD:     "info",
    Status.OVERBOEKING: "info",
    Status.CIRCULAIRE:  "info",
    Status.BETAALD:     "succes",
    Status.AFGEWEZEN:   "waarschuwing",
    Status.INGETROKKEN: "waarschuwing",
}
# fmt: on


def gemeente() -> Kolom:
    return Kolom("gemeente", "Gemeente", waarde="gemeente_in_woorden", sorteer="gemeente__naam")


class GemeenteFilter(django_filters.FilterSet):
    """By the name of the gemeente, that of now or of before."""

    gemeente = django_filters.CharFilter(method="of_gemeente", label="Zoek op gemeente")

    def of_gemeente(self, records, name, value):
        return records.filter(gemeente__naam__icontains=value) | records.filter(
            gemeente__opvolger__naam__icontains=value
        )


class UitkeringFilter(GemeenteFilter):
    """Also by year, status and circulaire."""

    jaar = django_filters.ChoiceFilter(field_name="uitkeringsjaar", label="Uitkeringsjaar", empty_label="Alle jaren")
    status = django_filters.ChoiceFilter(choices=Status.choices, label="Status", empty_label="Alle statussen")
    circulaire = django_filters.ChoiceFilter(
        field_name="circulaire_soort", choices=Circulaire.choices, label="Circulaire", empty_label="Alle circulaires"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        jaren = self.queryset.order_by("uitkeringsjaar").values_list("uitkeringsjaar", flat=True).distinct()
        self.filters["jaar"].field.choices = [(str(jaar), str(jaar)) for jaar in jaren]


class UitkeringenLijst(Lijst):
    """The DU's that this portal follows; what sources say of earlier ones is not in it."""

    titel = "Decentralisatie-uitkeringen"
    per_programma = True
    filterset = UitkeringFilter
    sortering = "-nummer"
    kolommen = [
        Kolom("nummer", "Nummer", sorteer="nummer", link=Decentralisatieuitkering.get_absolute_url),
        gemeente(),
        Kolom(
            "uitkeringsjaar", "Jaar", waarde=lambda uitkering: str(uitkering.uitkeringsjaar), sorteer="uitkeringsjaar"
        ),
        Kolom("bedrag", "Bedrag", soort=Soort.BEDRAG, sorteer="bedrag", som="bedrag_dat_telt"),
        Kolom("status", "Status", waarde="get_status_display", sorteer="status", toon=lambda each: TOON[each.status]),
        Kolom("circulaire", "Circulaire"),
        Kolom("post", "Actielijn of post", waarde="regel.post", sorteer="regel__post__nummer"),
    ]

    def queryset(self):
        uitkeringen = Decentralisatieuitkering.objects.visible_to(self.user).filter(programma=self.programma)
        return uitkeringen.for_list().met_bedrag_dat_telt().select_related("regel__post")


class AanmeldingFilter(GemeenteFilter):
    """Also by status."""

    status = django_filters.ChoiceFilter(
        choices=Aanmelding.Status.choices, label="Status", empty_label="Alle statussen"
    )


class AanmeldingenLijst(Lijst):
    """Which gemeenten are interested."""

    titel = "Aanmeldingen"
    per_programma = True
    filterset = AanmeldingFilter
    sortering = "-nummer"
    kolommen = [
        Kolom("nummer", "Nummer", sorteer="nummer", link=Aanmelding.get_absolute_url),
        gemeente(),
        Kolom("plan", "Wat de gemeente van plan is"),
        Kolom(
            "aangemeld_op",
            "Aangemeld op",
            waarde=lambda each: each.aangemeld_op,
            soort=Soort.DATUM,
            sorteer="aangemeld_op",
        ),
        Kolom("status", "Status", waarde="get_status_display", sorteer="status"),
    ]

    def queryset(self):
        return Aanmelding.objects.visible_to(self.user).filter(programma=self.programma).for_list()


class TerugkoppelingenLijst(Lijst):
    """What gemeenten tell of their own accord."""

    titel = "Vrijwillige terugkoppelingen"
    per_programma = True
    filterset = GemeenteFilter
    sortering = "-gegeven_op"
    kolommen = [
        gemeente(),
        Kolom("tekst", "Wat de gemeente vertelt"),
        Kolom("gegeven_op", "Gegeven op", soort=Soort.DATUM, sorteer="gegeven_op"),
    ]

    def queryset(self):
        return Terugkoppeling.objects.visible_to(self.user).filter(programma=self.programma).for_list()
