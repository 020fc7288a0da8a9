"""Which column is what, per kind of file, and the verb that books a row."""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from types import SimpleNamespace

from django.core.exceptions import ValidationError
from import_export import fields, resources, widgets

from actielijnen.begroting import verplichten
from actielijnen.begroting.mutaties import Besluit, muteren
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.models import Begrotingsregel, Betaling, Budget, Moment, Mutatie, MutatieSoort, Verplichting
from agenda.access import GeenToegang
from agenda.models import Bron
from agenda.money import lees_bedrag

FORMULE = re.compile(r"\s*[=+@＝＋＠\t]")
DATUMS = ("%d-%m-%Y", "%Y-%m-%d")


class Dubbel(ValidationError):
    """This row was booked before."""


class Tekst(widgets.Widget):
    def __init__(self, leeg: str = ""):
        self.leeg = leeg

    def clean(self, value, row=None, **kwargs):
        if not value and self.leeg:
            raise ValueError(self.leeg)
        return value or ""


class Bedrag(widgets.Widget):
    def clean(self, value, row=None, **kwargs) -> Decimal:
        return lees_bedrag(value or "")


class Datum(widgets.Widget):
    def clean(self, value, row=None, **kwargs) -> date:
        for vorm in DATUMS:
            try:
                return datetime.strptime(value or "", vorm).date()  # noqa: DTZ007  a date has no time zone
            except ValueError:
                continue
        raise ValueError(f"‘{value or ''}’ is geen datum. Schrijf bijvoorbeeld 31-12-2026.")


class Jaar(widgets.Widget):
    def clean(self, value, row=None, **kwargs) -> int | None:
        if not value:
            return None
        if not re.fullmatch(r"20[0-9]{2}", value):
            raise ValueError(f"‘{value}’ is geen jaar. Schrijf bijvoorbeeld 2026, of laat het leeg.")
        return int(value)


class Keuze(widgets.Widget):
    """One of the choices, by its code or as the screens write it."""

    def __init__(self, keuzes):
        self.keuzes = keuzes
        self.namen = {naam.lower(): waarde for waarde, label in keuzes.choices for naam in (waarde, label)}

    def clean(self, value, row=None, **kwargs):
        if (value or "").lower() not in self.namen:
            raise ValueError(f"‘{value or ''}’ kan niet. Kies uit: {', '.join(self.keuzes.values)}.")
        return self.keuzes(self.namen[value.lower()])


def kolom(kop: str, attribuut: str, widget) -> fields.Field:
    return fields.Field(attribute=attribuut, column_name=kop, widget=widget)


REDEN = Tekst()


class Boeking(resources.Resource):
    """A row becomes a booking by its verb; what is wrong is said per column."""

    class Meta:
        skip_diff = True
        use_transactions = False

    def __init__(self, programma, by):
        super().__init__()
        self.programma, self.by = programma, by

    def boek(self, rij):
        raise NotImplementedError

    def is_dubbel(self, rij) -> str:
        """Why `rij` is there already; empty if it is not."""
        raise NotImplementedError

    def get_or_init_instance(self, instance_loader, row):
        return SimpleNamespace(pk=None), True

    def before_import_row(self, row, **kwargs):
        melding = "Dit is een formule. Plak alleen de waarde in het bestand, bijvoorbeeld 1.234,50."
        if fouten := {kop: melding for kop, cel in row.items() if FORMULE.match(cel)}:
            raise ValidationError(fouten)

    def import_instance(self, instance, row, **kwargs):
        """As the parent, with the errors by heading instead of by attribute."""
        fouten = {}
        for veld in self.get_import_fields():
            try:
                setattr(instance, veld.attribute, veld.widget.clean(row.get(veld.column_name, ""), row=row))
            except ValueError as fout:
                fouten[veld.column_name] = str(fout)
        if fouten:
            raise ValidationError(fouten)

    def save_instance(self, instance, is_create, row, **kwargs):
        if waarom := self.is_dubbel(instance):
            raise Dubbel(waarom)
        try:
            self.boek(instance)
        except Geweigerd as geweigerd:
            raise ValidationError({self.kop_van(geweigerd.veld): str(geweigerd)}) from None
        except GeenToegang as geen_toegang:
            raise ValidationError(str(geen_toegang)) from None

    def save_m2m(self, instance, row, **kwargs):
        pass

    def kop_van(self, attribuut: str) -> str:
        """The heading of a field of a verb; that of the amount when the file has no such column."""
        koppen = {veld.attribute: veld.column_name for veld in self.get_import_fields()}
        return koppen.get(attribuut, "Bedrag")

    @cached_property
    def regels(self) -> dict[tuple, Begrotingsregel]:
        lijnen = Begrotingsregel.objects.van(self.programma).met_namen()
        return {(regel.post.nummer, regel.jaar, getattr(regel.dekkingsbron, "naam", "")): regel for regel in lijnen}

    def regel_van(self, rij) -> Begrotingsregel:
        sleutel = (int(rij.post) if rij.post.isdecimal() else rij.post, rij.jaar, rij.dekkingsbron)
        if sleutel in self.regels:
            return self.regels[sleutel]
        posten = sorted({post for post, _, _ in self.regels})
        if sleutel[0] not in posten:
            wat = ", ".join(str(post) for post in posten)
            raise ValidationError({"Post": f"Post ‘{rij.post}’ bestaat niet. Kies uit: {wat}."})
        jaren = sorted({str(jaar or "leeg (niet verdeeld)") for post, jaar, _ in self.regels if post == sleutel[0]})
        raise ValidationError(
            {"Jaar": f"Post {rij.post} heeft geen begrotingsregel voor {rij.jaar or 'alle jaren samen'}"
             f"{f' uit {rij.dekkingsbron}' if rij.dekkingsbron else ''}. Kies uit: {', '.join(jaren)}."}
        )  # fmt: skip


class VerplichtingenResource(Boeking):
    """A file of verplichtingen, one a row; `Kenmerk` tells them apart."""

    post = kolom("Post", "post", Tekst("Vul het nummer van de post in, bijvoorbeeld 2."))
    jaar = kolom("Jaar", "jaar", Jaar())
    dekkingsbron = kolom("Dekkingsbron", "dekkingsbron", Tekst())
    kenmerk = kolom("Kenmerk", "kenmerk", Tekst("Vul het nummer van het contract in, bijvoorbeeld 2026-014."))
    soort = kolom("Soort", "soort", Keuze(Verplichting.Soort))
    omschrijving = kolom("Omschrijving", "omschrijving", Tekst("Vul in waarvoor het is."))
    wederpartij = kolom("Wederpartij", "wederpartij", Tekst("Vul in welke organisatie het geld krijgt."))
    bedrag = kolom("Bedrag", "bedrag", Bedrag())
    datum = kolom("Datum", "datum", Datum())
    toelichting = kolom("Toelichting", "toelichting", Tekst())
    reden = kolom("Reden overschrijding", "reden_overschrijding", REDEN)

    def is_dubbel(self, rij):
        bekend = Verplichting.objects.filter(programma=self.programma, kenmerk=rij.kenmerk).exists()
        return f"Verplichting {rij.kenmerk} staat al in het portaal." if bekend else ""

    def boek(self, rij):
        velden = {veld: getattr(rij, veld) for veld in ("kenmerk", "soort", "omschrijving", "wederpartij")}
        velden |= {"toelichting": rij.toelichting, "reden_overschrijding": rij.reden_overschrijding}
        verplichten.aangaan(self.regel_van(rij), bedrag=rij.bedrag, datum=rij.datum, by=self.by, **velden)


class BetalingenResource(Boeking):
    """A file of betalingen and terugontvangsten; `Kenmerk` tells those on one verplichting apart."""

    verplichting = kolom("Verplichting", "verplichting", Tekst("Vul het kenmerk van de verplichting in."))
    soort = kolom("Soort", "soort", Keuze(Betaling.Soort))
    kenmerk = kolom("Kenmerk", "kenmerk", Tekst("Vul het nummer van de factuur in, bijvoorbeeld F-2026-118."))
    bedrag = kolom("Bedrag", "bedrag", Bedrag())
    datum = kolom("Datum", "datum", Datum())
    omschrijving = kolom("Omschrijving", "omschrijving", Tekst())
    reden = kolom("Reden overschrijding", "reden_overschrijding", REDEN)

    def contract(self, rij) -> Verplichting:
        verplichtingen = Verplichting.objects.filter(programma=self.programma, kenmerk=rij.verplichting)
        found = verplichtingen.select_related("regel__post__programma").first()
        if found is None:
            raise ValidationError({"Verplichting": f"Verplichting ‘{rij.verplichting}’ bestaat niet in dit programma."})
        return found

    def is_dubbel(self, rij):
        bekend = self.contract(rij).betalingen.filter(soort=rij.soort, kenmerk=rij.kenmerk).exists()
        return f"{rij.soort.label} {rij.kenmerk} staat al op {rij.verplichting}." if bekend else ""

    def boek(self, rij):
        terug = rij.soort == Betaling.Soort.TERUGONTVANGST
        verb = verplichten.terugontvangen if terug else verplichten.betalen
        velden = {veld: getattr(rij, veld) for veld in ("bedrag", "datum", "kenmerk", "omschrijving")}
        verb(self.contract(rij), by=self.by, reden_overschrijding=rij.reden_overschrijding, **velden)


class MutatiesResource(Boeking):
    """A file of mutaties; one that is equal in everything is the same one."""

    post = kolom("Post", "post", Tekst("Vul het nummer van de post in, bijvoorbeeld 2."))
    jaar = kolom("Jaar", "jaar", Jaar())
    dekkingsbron = kolom("Dekkingsbron", "dekkingsbron", Tekst())
    budget = kolom("Budget", "budget", Keuze(Budget))
    moment = kolom("Moment", "moment", Keuze(Moment))
    begrotingsjaar = kolom("Begrotingsjaar", "begrotingsjaar", Jaar())
    soort = kolom("Soort", "soort", Keuze(MutatieSoort))
    bedrag = kolom("Bedrag", "bedrag", Bedrag())
    bron = kolom("Bron", "bron", Tekst("Vul de sleutel van de bron in, zoals in de lijst van bronnen."))
    vindplaats = kolom("Vindplaats", "vindplaats", Tekst("Vul in waar het staat, bijvoorbeeld: tabel 3, rij 2."))
    reden = kolom("Reden", "reden", Tekst("Schrijf op waarom het bedrag verandert."))
    overschrijding = kolom("Reden overschrijding", "reden_overschrijding", REDEN)

    def bron_van(self, rij) -> Bron:
        if found := Bron.objects.filter(sleutel=rij.bron).first():
            return found
        raise ValidationError({"Bron": f"Bron ‘{rij.bron}’ bestaat niet. Voeg hem eerst toe bij Bronnen."})

    def is_dubbel(self, rij):
        velden = {veld: getattr(rij, veld) for veld in ("budget", "moment", "begrotingsjaar", "soort", "bedrag")}
        gelijk = Mutatie.objects.filter(regel=self.regel_van(rij), vindplaats=rij.vindplaats, **velden)
        return "Deze mutatie staat al in het portaal." if gelijk.filter(bron__sleutel=rij.bron).exists() else ""

    def boek(self, rij):
        if rij.begrotingsjaar is None and rij.moment != Moment.KAMERBRIEF:
            raise ValidationError({"Begrotingsjaar": "Vul het jaar van het begrotingsstuk in, bijvoorbeeld 2026."})
        velden = {veld: getattr(rij, veld) for veld in ("moment", "begrotingsjaar", "vindplaats", "reden")}
        besluit = Besluit(bron=self.bron_van(rij), reden_overschrijding=rij.reden_overschrijding, **velden)
        regel = self.regel_van(rij)
        muteren(regel, budget=rij.budget, soort=rij.soort, bedrag=rij.bedrag, besluit=besluit, by=self.by)


RESOURCES: dict[str, type[Boeking]] = {
    "mutaties": MutatiesResource,
    "verplichtingen": VerplichtingenResource,
    "betalingen": BetalingenResource,
}
NIET_VERPLICHT = {"Jaar", "Dekkingsbron", "Toelichting", "Reden overschrijding", "Begrotingsjaar"}


def koppen(soort: str) -> list[str]:
    """The headings of a file of `soort`, in order."""
    return [veld.column_name for veld in RESOURCES[soort](None, None).get_import_fields()]


def verplichte_koppen(soort: str) -> list[str]:
    return [kop for kop in koppen(soort) if kop not in NIET_VERPLICHT]
