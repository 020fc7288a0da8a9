"""The lists that the amounts of the begroting lead to: each shows the rows that make an amount, and their sum."""

import django_filters
from django.db.models import Case, F, When
from django.utils.formats import date_format
from django.utils.timezone import localtime

from actielijnen.begroting.artikel13 import Kolom13, kolom13
from actielijnen.begroting.openstaand import met_openstaand, sommen
from actielijnen.begroting.verwachting import achterstallig
from actielijnen.lijsten.boekingen import Boekingen, BoekingFilter, DatumBoekingFilter, begrotingsregel, datum
from actielijnen.models import (
    Betaaltermijn,
    Betaling,
    Bijstelling,
    Budget,
    Moment,
    Mutatie,
    MutatieSoort,
    Reservering,
    Verplichting,
)
from agenda.lijsten import DatumFilter, GetalFilter, Kolom, Lijst, Soort

DE_REGEL = ("regel__post__programma", "regel__dekkingsbron")
DE_VERPLICHTING = ("verplichting__programma", "regel__post", "regel__dekkingsbron")


class Meerkeuze(django_filters.MultipleChoiceFilter):
    """Several values of one column; a row never comes twice, so nothing has to be made distinct."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, distinct=False, **kwargs)


class MutatieFilter(BoekingFilter):
    """By what an amount is for, and where in the year of the begroting it was changed."""

    budget = django_filters.ChoiceFilter(
        choices=[(Budget.VERPLICHTINGEN, "Verplichtingen"), (Budget.KAS, "Kas")],
        method="of_budget",
        label="Telt mee voor",
        empty_label="Verplichtingen en kas",
    )
    begrotingsjaar = django_filters.ChoiceFilter(label="Begrotingsjaar", empty_label="Alle begrotingsjaren")
    kolom = Meerkeuze(choices=Kolom13.choices, label="Kolom van artikel 13")
    moment = Meerkeuze(choices=Moment.choices, label="Moment")
    soort = Meerkeuze(choices=MutatieSoort.choices, label="Soort mutatie")
    van = DatumFilter(field_name="geboekt_op", lookup_expr="date__gte", label="Geboekt vanaf")
    tot = DatumFilter(field_name="geboekt_op", lookup_expr="date__lte", label="Geboekt tot en met")
    bekend = DatumFilter(field_name="bron__bekend_sinds", lookup_expr="lte", label="Bron bekend op")
    na = GetalFilter(field_name="pk", lookup_expr="gt", label="Na boeking")
    versie = GetalFilter(field_name="pk", lookup_expr="lte", label="Tot en met boeking")

    def __init__(self, *args, indeling, **kwargs):
        super().__init__(*args, indeling=indeling, **kwargs)
        jaren = self.queryset.order_by("begrotingsjaar").values_list("begrotingsjaar", flat=True).distinct()
        bekend = {*indeling.jaren, *(jaar for jaar in jaren if jaar)}
        self.filters["begrotingsjaar"].field.choices = [(str(jaar), str(jaar)) for jaar in sorted(bekend)]

    def of_budget(self, mutaties, name, value):
        """What a source does not tell apart counts for both."""
        return mutaties.filter(budget__in=[value, Budget.BEIDE])


def moment(mutatie: Mutatie) -> str:
    return f"{mutatie.get_moment_display()} {mutatie.begrotingsjaar or ''}".strip()


def vindplaats(mutatie: Mutatie) -> str:
    return f"{mutatie.bron}, {mutatie.vindplaats}"


def geboekt(mutatie: Mutatie) -> str:
    """When and by whom."""
    return f"{date_format(localtime(mutatie.geboekt_op), 'j F Y')} door {mutatie.geboekt_door}"


class MutatiesLijst(Boekingen, Lijst):
    """Every change of what may be spent."""

    titel = "Mutaties"
    filterset = MutatieFilter
    sortering = "-boeking"
    kolommen = [
        Kolom("boeking", "Boeking", waarde="pk", soort=Soort.GETAL, sorteer="pk"),
        begrotingsregel(),
        Kolom("moment", "Moment", waarde=moment, sorteer="moment"),
        Kolom("soort", "Soort", waarde="get_soort_display", sorteer="soort"),
        Kolom("budget", "Budget", waarde="get_budget_display", sorteer="budget"),
        Kolom("bedrag", "Bedrag", soort=Soort.BEDRAG, sorteer="bedrag", som="bedrag"),
        Kolom("bron", "Bron", waarde=vindplaats, link=lambda each: each.bron.get_absolute_url()),
        Kolom("reden", "Reden"),
        Kolom("geboekt", "Geboekt", waarde=geboekt, sorteer="geboekt_op"),
    ]

    def queryset(self):
        found = Mutatie.objects.visible_to(self.user).van(self.programma)
        return found.for_list().annotate(kolom=kolom13())


class ReserveringFilter(DatumBoekingFilter):
    """By whether it still stands."""

    status = Meerkeuze(choices=Reservering.Status.choices, label="Status")


class ReserveringenLijst(Boekingen, Lijst):
    """Money kept apart for what is not yet a verplichting."""

    titel = "Reserveringen"
    filterset = ReserveringFilter
    sortering = "-datum"
    kolommen = [
        Kolom("omschrijving", "Reservering", sorteer="omschrijving"),
        begrotingsregel(),
        datum(),
        Kolom("status", "Status", waarde="get_status_display", sorteer="status"),
        Kolom("bedrag", "Bedrag", soort=Soort.BEDRAG, sorteer="bedrag", som="bedrag"),
        Kolom("geboekt_door", "Geboekt door"),
    ]

    def queryset(self):
        found = Reservering.objects.visible_to(self.user).van(self.programma)
        return found.select_related(*DE_REGEL, "geboekt_door")


class VerplichtingFilter(DatumBoekingFilter):
    """By kind, and by the words of the kenmerk or of who gets the money."""

    kenmerk = django_filters.CharFilter(lookup_expr="icontains", label="Zoek op kenmerk")
    wederpartij = django_filters.CharFilter(lookup_expr="icontains", label="Zoek op wederpartij")
    soort = Meerkeuze(choices=Verplichting.Soort.choices, label="Soort")
    achterstallig = django_filters.ChoiceFilter(
        choices=[("ja", "Loopt achter op de planning")],
        method="of_achterstand",
        label="Planning",
        empty_label="Alle verplichtingen",
    )

    def of_achterstand(self, verplichtingen, name, value):
        return achterstallig(verplichtingen)


class VerplichtingenLijst(Boekingen, Lijst):
    """Every verplichting with what is still to be paid of it."""

    titel = "Verplichtingen"
    filterset = VerplichtingFilter
    sortering = "-datum"
    kolommen = [
        Kolom("kenmerk", "Kenmerk", sorteer="kenmerk", link=Verplichting.get_absolute_url),
        Kolom("omschrijving", "Omschrijving", sorteer="omschrijving"),
        Kolom("wederpartij", "Wederpartij", sorteer="wederpartij"),
        begrotingsregel(),
        datum(),
        Kolom("soort", "Soort", waarde="get_soort_display", sorteer="soort"),
        Kolom("bedrag", "Bedrag bij aangaan", waarde="bedrag", soort=Soort.BEDRAG, sorteer="bedrag", som="bedrag"),
        Kolom("bijgesteld", "Bijgesteld", soort=Soort.BEDRAG, sorteer="bijgesteld", som="bijgesteld"),
        Kolom("betaald", "Betaald", soort=Soort.BEDRAG, sorteer="betaald", som="betaald"),
        Kolom("openstaand", "Openstaand", soort=Soort.BEDRAG, sorteer="openstaand", som="openstaand"),
    ]

    def queryset(self):
        found = Verplichting.objects.visible_to(self.user).van(self.programma)
        return met_openstaand(found.select_related("programma", *DE_REGEL))

    def opgeteld(self, per):
        return sommen(self.records, per=per)


def van_verplichting() -> Kolom:
    """Of which verplichting a row is."""
    return Kolom(
        "verplichting",
        "Verplichting",
        sorteer="verplichting__kenmerk",
        link=lambda each: each.verplichting.get_absolute_url(),
    )


class BijstellingFilter(DatumBoekingFilter):
    """By whether it is more or less."""

    soort = Meerkeuze(choices=Bijstelling.Soort.choices, label="Soort")


class BijstellingenLijst(Boekingen, Lijst):
    """Verplichtingen that became larger, or smaller (vrijval)."""

    titel = "Bijstellingen van verplichtingen"
    filterset = BijstellingFilter
    sortering = "-datum"
    kolommen = [
        van_verplichting(),
        begrotingsregel(),
        datum(),
        Kolom("soort", "Soort", waarde="get_soort_display", sorteer="soort"),
        Kolom("bedrag", "Bedrag", soort=Soort.BEDRAG, sorteer="bedrag", som="bedrag"),
        Kolom("reden", "Reden"),
    ]

    def queryset(self):
        return Bijstelling.objects.visible_to(self.user).van(self.programma).select_related(*DE_VERPLICHTING)


class BetalingFilter(DatumBoekingFilter):
    """By whether money went out or came back."""

    soort = Meerkeuze(choices=Betaling.Soort.choices, label="Soort")


class BetalingenLijst(Boekingen, Lijst):
    """Money that was paid; what came back counts less than nothing."""

    titel = "Betalingen"
    filterset = BetalingFilter
    sortering = "-datum"
    kolommen = [
        Kolom("kenmerk", "Kenmerk", sorteer="kenmerk"),
        van_verplichting(),
        begrotingsregel(),
        datum(),
        Kolom("soort", "Soort", waarde="get_soort_display", sorteer="soort"),
        Kolom("netto", "Bedrag", soort=Soort.BEDRAG, sorteer="netto", som="netto"),
    ]

    def queryset(self):
        found = Betaling.objects.visible_to(self.user).van(self.programma).select_related(*DE_VERPLICHTING)
        terug = When(soort=Betaling.Soort.TERUGONTVANGST, then=-F("bedrag"))
        return found.annotate(netto=Case(terug, default=F("bedrag")))


class TermijnFilter(BoekingFilter):
    """By the month in which a payment is expected."""

    weg = "verplichting__regel__"

    van = DatumFilter(field_name="maand", lookup_expr="gte", label="Vanaf")
    tot = DatumFilter(field_name="maand", lookup_expr="lte", label="Tot en met")


class BetaaltermijnenLijst(Boekingen, Lijst):
    """The payments that are expected, by the planning that holds now."""

    titel = "Geplande betalingen"
    weg = "verplichting__regel__"
    filterset = TermijnFilter
    sortering = "maand"
    kolommen = [
        van_verplichting(),
        begrotingsregel("verplichting.regel"),
        Kolom("maand", "Maand", waarde=lambda each: f"{each.maand:%m-%Y}", sorteer="maand"),
        Kolom("bedrag", "Gepland bedrag", soort=Soort.BEDRAG, sorteer="bedrag", som="bedrag"),
    ]

    def queryset(self):
        found = Betaaltermijn.objects.visible_to(self.user).filter(vervangen_op=None)
        eigen = found.filter(verplichting__programma=self.programma)
        return eigen.select_related(
            "verplichting__programma", "verplichting__regel__post", "verplichting__regel__dekkingsbron"
        )
