"""Which column of a file with allotments is what, and how a row becomes a toekenning."""

import re
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import transaction
from import_export import widgets

from agenda.models import Gebied, Gemeente
from agenda.money import euro
from agenda.uitwisselen.rijen import Bedrag, Dubbel, Jaar, Rij, Tekst, kolom
from subsidies.models import Aanlevering, Thema, Toekenning
from subsidies.regelingen.vastleggen import toekenning_in_bestand, verbetering_in_bestand

# The field of a verb, by the heading that the file has for it.
KOPPEN = {
    "gemeente": "Gemeentecode",
    "gebied": "Gebied",
    "thema": "Thema",
    "jaar": "Jaar",
    "bedrag": "Bedrag",
    "reden": "Reden wijziging",
}
SLEUTELS = ("Gemeentecode", "Gebied", "Thema", "Jaar")
NIET_VERPLICHT = ("Reden wijziging",)
# Columns of who decides or pays. The portal does neither here, and says so instead of dropping them.
VAN_EEN_BESLUIT = ("Besluit", "Beschikking", "Besluitdatum", "Betaald", "Betaald op", "Uitbetaald", "Vastgesteld")


class Code(widgets.Widget):
    """A gemeente as SiSa writes it (06 and four digits) or as CBS does (GM and four digits)."""

    def clean(self, value, row=None, **kwargs) -> str:
        tekst = (value or "").upper()
        if found := re.fullmatch(r"(?:GM|06)([0-9]{4})", tekst):
            return f"GM{found[1]}"
        if re.fullmatch(r"6[0-9]{4}", tekst):
            raise ValueError(f"‘{tekst}’ mist de 0 vooraan, misschien door Excel. Schrijf 0{tekst}.")
        raise ValueError(f"‘{value or ''}’ is geen gemeentecode. Schrijf bijvoorbeeld 060363 of GM0363.")


class Toekenningrij(Rij):
    """A row with what a gebied gets for a theme in a year."""

    gemeente = kolom("Gemeentecode", "code", Code())
    gebied = kolom("Gebied", "gebied", Tekst("Vul het gebied in, zoals in de lijst van gebieden."))
    thema = kolom("Thema", "thema", Tekst("Vul het thema in, zoals in de regeling."))
    jaar = kolom("Jaar", "jaar", Jaar())
    bedrag = kolom("Bedrag", "bedrag", Bedrag())
    reden = kolom("Reden wijziging", "reden", Tekst())

    def __init__(self, aanlevering: Aanlevering, by):
        super().__init__()
        self.aanlevering, self.by = aanlevering, by
        self.versie = aanlevering.versie
        self.gezien: dict[tuple, int] = {}  # which row of this file had it first
        self.nummer = 0

    def before_import_row(self, row, **kwargs):
        self.nummer = kwargs["row_number"]
        super().before_import_row(row, **kwargs)

    def is_dubbel(self, rij):
        """Look up what the row names, and whether the portal has it. Raises ValidationError by heading."""
        fouten = {}
        for kop, zoek in (("Gemeentecode", self._gemeente), ("Gebied", self._gebied), ("Thema", self._thema)):
            try:
                zoek(rij)
            except ValueError as fout:
                fouten[kop] = str(fout)
        if rij.jaar is None:
            fouten["Jaar"] = "Vul het jaar in waarvoor het bedrag is, bijvoorbeeld 2026."
        if fouten:
            raise ValidationError(fouten)
        if eerder := self.gezien.get(self._sleutel(rij)):
            raise ValidationError(
                f"Rij {eerder} noemt ditzelfde gebied, thema en jaar ook. Laat een van de twee staan."
            )
        rij.er_al = self.bekend.get(self._sleutel(rij))
        return f"{rij.er_al} is al geregistreerd." if rij.er_al and rij.er_al.bedrag == rij.bedrag else ""

    def save_instance(self, instance, is_create, row, **kwargs):
        try:
            super().save_instance(instance, is_create, row, **kwargs)
        except Dubbel:
            raise
        except ValidationError as fout:
            raise _met_koppen(fout) from None

    def boek(self, rij):
        """Give the row to its verb; what the verb wrote before it refused is taken back."""
        herkomst = {"bron": self.aanlevering.bron, "vindplaats": self.aanlevering.vindplaats(self.nummer)}
        with transaction.atomic():
            if rij.er_al is None:
                vast = {"jaar": rij.jaar, "bedrag": rij.bedrag, "gemeente": rij.gemeente}
                toekenning_in_bestand(rij.thema, rij.gebied, **vast, by=self.by, **herkomst)
            elif rij.reden:
                verbetering_in_bestand(rij.er_al, bedrag=rij.bedrag, reden=rij.reden, by=self.by, **herkomst)
            else:
                staat = euro(rij.er_al.bedrag)
                fout = f"In het portaal staat {staat}. Klopt het nieuwe bedrag? Vul dan ‘Reden wijziging’ in."
                raise ValidationError({"bedrag": fout})
        self.gezien[self._sleutel(rij)] = self.nummer

    @staticmethod
    def _sleutel(rij) -> tuple:
        return rij.thema.pk, rij.gebied.pk, rij.jaar

    @cached_property
    def bekend(self) -> dict[tuple, Toekenning]:
        geldend = Toekenning.objects.geldend().van(self.versie).select_related("thema__versie", "gebied", "gemeente")
        return {(each.thema_id, each.gebied_id, each.jaar): each for each in geldend}

    @cached_property
    def gemeenten(self) -> dict[str, Gemeente]:
        return {each.code: each for each in Gemeente.objects.select_related("opvolger")}

    @cached_property
    def gebieden(self) -> dict[str, Gebied]:
        """Those of the version, by each of their spellings."""
        gebieden = self.versie.gebieden.select_related("gemeente").prefetch_related("aliassen")
        return {naam.lower(): each for each in gebieden for naam in (each.naam, *(a.naam for a in each.aliassen.all()))}

    @cached_property
    def themas(self) -> list[Thema]:
        themas = Thema.objects.filter(versie__regeling=self.versie.regeling)
        return list(themas.select_related("versie__regeling", "opvolger_van").order_by("versie__volgorde", "volgorde"))

    def _gemeente(self, rij) -> None:
        if rij.code not in self.gemeenten:
            raise ValueError(f"Gemeentecode {rij.code} bestaat niet. Zoek de code op in de lijst van gemeenten.")
        rij.gemeente = self.gemeenten[rij.code]

    def _gebied(self, rij) -> None:
        naam = rij.gebied
        rij.gebied = self.gebieden.get(naam.lower())
        if rij.gebied is None:
            raise ValueError(
                f"Gebied ‘{naam}’ hoort niet bij versie {self.versie.volgorde}. Kijk bij Gebieden van de versie."
            )

    def _thema(self, rij) -> None:
        naam = rij.thema
        zelfde = [each for each in self.themas if each.naam.lower() == naam.lower()]
        rij.thema = next((each for each in zelfde if each.versie_id == self.versie.pk), None)
        if rij.thema:
            return
        eigen = [each for each in self.themas if each.versie_id == self.versie.pk]
        if not zelfde:
            raise ValueError(f"Thema ‘{naam}’ bestaat niet. Kies uit: {', '.join(each.naam for each in eigen)}.")
        andere = " en ".join(f"versie {each.versie.volgorde}" for each in zelfde)
        hier = next((each.naam for each in eigen if each.opvolger_van in zelfde), "")
        anders = f" In versie {self.versie.volgorde} heet het ‘{hier}’." if hier else ""
        raise ValueError(f"Thema ‘{naam}’ hoort bij {andere}, niet bij versie {self.versie.volgorde}.{anders}")


def _met_koppen(fout: ValidationError) -> ValidationError:
    """What a verb refused, at the headings of the file."""
    if not hasattr(fout, "error_dict"):
        return fout
    return ValidationError({KOPPEN.get(veld, veld): teksten for veld, teksten in fout.message_dict.items()})
