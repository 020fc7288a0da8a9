"""Which column is what, per kind of file, and the verb that books a row."""

from django.core.exceptions import ValidationError

from actielijnen.begroting import verplichten
from actielijnen.begroting.grootboek import Reeks, grootboek
from actielijnen.begroting.mutaties import Besluit, muteren
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.models import Begrotingsregel, Betaling, Budget, Moment, Mutatie, MutatieSoort, Verplichting
from agenda.access import GeenToegang
from agenda.models import Bron
from agenda.uitwisselen.rijen import Bedrag, Datum, Jaar, Keuze, Rij, Tekst, kolom

REDEN = Tekst()
GELIJK = (
    "regel", "bron__sleutel", "vindplaats", "budget", "moment", "begrotingsjaar", "soort", "bedrag",
)  # fmt: skip


class Boekrij(Rij):
    """A row becomes a booking by its verb."""

    def __init__(self, programma, by):
        super().__init__()
        self.programma, self.by = programma, by

    def bereid_voor(self, boek: Reeks, rijen: list[dict]) -> None:
        """Fetch at once what `rijen`, of which the cells are given, will ask."""
        self.regels = {
            (regel.post.nummer, regel.jaar, getattr(regel.dekkingsbron, "naam", "")): regel
            for regel in boek.regels.values()
        }

    def save_instance(self, instance, is_create, row, **kwargs):
        """As the parent; what a verb refuses is said at the heading of its field."""
        try:
            super().save_instance(instance, is_create, row, **kwargs)
        except Geweigerd as geweigerd:
            raise ValidationError({self.kop_van(geweigerd.veld): str(geweigerd)}) from None
        except GeenToegang as geen_toegang:
            raise ValidationError(str(geen_toegang)) from None

    def kop_van(self, attribuut: str) -> str:
        """The heading of a field of a verb; that of the amount when the file has no such column."""
        koppen = {veld.attribute: veld.column_name for veld in self.get_import_fields()}
        return koppen.get(attribuut, "Bedrag")

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


class VerplichtingenResource(Boekrij):
    """A file of verplichtingen, one a row; `Kenmerk` tells them apart."""

    post = kolom("Post", "post", Tekst("Vul het nummer van de post in, bijvoorbeeld 2."))
    jaar = kolom("Jaar", "jaar", Jaar())
    dekkingsbron = kolom("Dekkingsbron", "dekkingsbron", Tekst())
    kenmerk = kolom(
        "Kenmerk", "kenmerk", Tekst("Vul het nummer van het contract in, bijvoorbeeld 2026-014.", Verplichting.kenmerk)
    )
    soort = kolom("Soort", "soort", Keuze(Verplichting.Soort))
    omschrijving = kolom("Omschrijving", "omschrijving", Tekst("Vul in waarvoor het is.", Verplichting.omschrijving))
    wederpartij = kolom(
        "Wederpartij", "wederpartij", Tekst("Vul in welke organisatie het geld krijgt.", Verplichting.wederpartij)
    )
    bedrag = kolom("Bedrag", "bedrag", Bedrag())
    datum = kolom("Datum", "datum", Datum())
    toelichting = kolom("Toelichting", "toelichting", Tekst())
    reden = kolom("Reden overschrijding", "reden_overschrijding", REDEN)

    def bereid_voor(self, boek, rijen):
        super().bereid_voor(boek, rijen)
        boek.haal(rij.get("Kenmerk", "") for rij in rijen)

    def is_dubbel(self, rij):
        bekend = grootboek().kent_verplichting(self.programma, rij.kenmerk)
        return f"Verplichting {rij.kenmerk} staat al in het portaal." if bekend else ""

    def boek(self, rij):
        velden = {veld: getattr(rij, veld) for veld in ("kenmerk", "soort", "omschrijving", "wederpartij")}
        velden |= {"toelichting": rij.toelichting, "reden_overschrijding": rij.reden_overschrijding}
        verplichten.aangaan(self.regel_van(rij), bedrag=rij.bedrag, datum=rij.datum, by=self.by, **velden)


class BetalingenResource(Boekrij):
    """A file of betalingen and terugontvangsten; `Kenmerk` tells those on one verplichting apart."""

    verplichting = kolom("Verplichting", "verplichting", Tekst("Vul het kenmerk van de verplichting in."))
    soort = kolom("Soort", "soort", Keuze(Betaling.Soort))
    kenmerk = kolom(
        "Kenmerk", "kenmerk", Tekst("Vul het nummer van de factuur in, bijvoorbeeld F-2026-118.", Betaling.kenmerk)
    )
    bedrag = kolom("Bedrag", "bedrag", Bedrag())
    datum = kolom("Datum", "datum", Datum())
    omschrijving = kolom("Omschrijving", "omschrijving", Tekst(veld=Betaling.omschrijving))
    reden = kolom("Reden overschrijding", "reden_overschrijding", REDEN)

    def bereid_voor(self, boek, rijen):
        super().bereid_voor(boek, rijen)
        self.contracten = boek.haal(rij.get("Verplichting", "") for rij in rijen)

    def contract(self, rij) -> Verplichting:
        if rij.verplichting not in self.contracten:
            raise ValidationError({"Verplichting": f"Verplichting ‘{rij.verplichting}’ bestaat niet in dit programma."})
        return self.contracten[rij.verplichting]

    def is_dubbel(self, rij):
        bekend = grootboek().kent_betaling(self.contract(rij), rij.soort, rij.kenmerk)
        return f"{rij.soort.label} {rij.kenmerk} staat al op {rij.verplichting}." if bekend else ""

    def boek(self, rij):
        terug = rij.soort == Betaling.Soort.TERUGONTVANGST
        verb = verplichten.terugontvangen if terug else verplichten.betalen
        velden = {veld: getattr(rij, veld) for veld in ("bedrag", "datum", "kenmerk", "omschrijving")}
        verb(self.contract(rij), by=self.by, reden_overschrijding=rij.reden_overschrijding, **velden)


class MutatiesResource(Boekrij):
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
    vindplaats = kolom(
        "Vindplaats", "vindplaats", Tekst("Vul in waar het staat, bijvoorbeeld: tabel 3, rij 2.", Mutatie.vindplaats)
    )
    reden = kolom("Reden", "reden", Tekst("Schrijf op waarom het bedrag verandert."))
    overschrijding = kolom("Reden overschrijding", "reden_overschrijding", REDEN)

    def __init__(self, programma, by):
        super().__init__(programma, by)
        self.bekend: set[tuple] = set()

    def bereid_voor(self, boek, rijen):
        super().bereid_voor(boek, rijen)
        self.bronnen = Bron.objects.in_bulk({rij.get("Bron", "") for rij in rijen}, field_name="sleutel")
        vindplaatsen = {rij.get("Vindplaats", "") for rij in rijen}
        self.bekend |= {*Mutatie.objects.van(self.programma).filter(vindplaats__in=vindplaatsen).values_list(*GELIJK)}

    def bron_van(self, rij) -> Bron:
        if rij.bron in self.bronnen:
            return self.bronnen[rij.bron]
        raise ValidationError({"Bron": f"Bron ‘{rij.bron}’ bestaat niet. Voeg hem eerst toe bij Bronnen."})

    def is_dubbel(self, rij):
        return "Deze mutatie staat al in het portaal." if self.kenmerken(rij) in self.bekend else ""

    def kenmerken(self, rij) -> tuple:
        """What makes two mutaties the same one, in the order of GELIJK."""
        waar = (self.regel_van(rij).pk, rij.bron, rij.vindplaats)
        return (*waar, rij.budget, rij.moment, rij.begrotingsjaar, rij.soort, rij.bedrag)

    def boek(self, rij):
        if rij.begrotingsjaar is None and rij.moment != Moment.KAMERBRIEF:
            raise ValidationError({"Begrotingsjaar": "Vul het jaar van het begrotingsstuk in, bijvoorbeeld 2026."})
        velden = {veld: getattr(rij, veld) for veld in ("moment", "begrotingsjaar", "vindplaats", "reden")}
        besluit = Besluit(bron=self.bron_van(rij), reden_overschrijding=rij.reden_overschrijding, **velden)
        regel = self.regel_van(rij)
        muteren(regel, budget=rij.budget, soort=rij.soort, bedrag=rij.bedrag, besluit=besluit, by=self.by)
        self.bekend.add(self.kenmerken(rij))


RESOURCES: dict[str, type[Boekrij]] = {
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
