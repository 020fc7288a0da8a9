"""A file with the maxima of a version: all rows are good and replace those before, or nothing changes."""

from functools import cached_property
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction

from agenda import audit
from agenda.models import Gebied, Gebruiker, Gemeente
from agenda.money import euro, rond
from agenda.uitwisselen.lezen import Onleesbaar, lees
from agenda.uitwisselen.rijen import Bedrag, Jaar, Rij, Tekst, kolom, per_kolom, probeer
from subsidies.models import MaximumAanvraag, RegelingVersie, Thema
from subsidies.regelingen.instelbaar import instelbaar
from subsidies.regelingen.maxima import te_veel
from subsidies.uitwisselen.rijen import Code

KOPPEN = ["Gemeentecode", "Gebied", "Thema", "Jaar", "Bedrag"]
VERPLICHT = ["Gemeentecode", "Thema", "Jaar", "Bedrag"]
MEESTE_RIJEN = 20_000  # gemeenten × themes × years of one regeling, with room to spare


class FouteRijen(Exception):
    """Nothing is taken over; `rijen` are the numbers of the rows that are wrong, each with what is wrong by heading."""

    def __init__(self, rijen: list[tuple[int, dict[str, str]]]):
        super().__init__(f"Van {len(rijen)} rijen klopt iets niet.")
        self.rijen = rijen


class Maximumrij(Rij):
    """A row with the most that a gemeente, or one of its gebieden, can ask for a theme in a year."""

    gemeente = kolom("Gemeentecode", "code", Code())
    gebied = kolom("Gebied", "gebied", Tekst())
    thema = kolom("Thema", "thema", Tekst("Vul het thema in, zoals in de regeling."))
    jaar = kolom("Jaar", "jaar", Jaar())
    bedrag = kolom("Bedrag", "bedrag", Bedrag())

    def __init__(self, versie: RegelingVersie):
        super().__init__()
        self.versie = versie
        self.gezien: dict[tuple, int] = {}  # which row had it first
        self.nummer = 0
        self.gelezen: list[MaximumAanvraag] = []

    def before_import_row(self, row, **kwargs):
        self.nummer = kwargs["row_number"]
        super().before_import_row(row, **kwargs)

    def is_dubbel(self, rij) -> str:
        return ""

    def boek(self, rij):
        """Keep the row for `innemen`. Raises ValidationError by heading."""
        zoek = {"Gemeentecode": self._waar, "Thema": self._thema, "Jaar": self._jaar, "Bedrag": self._bedrag}
        found, fouten = {}, {}
        for kop, deel in zoek.items():
            try:
                found |= deel(rij)
            except ValueError as fout:
                fouten[kop] = str(fout)
        if fouten:
            raise ValidationError(fouten)
        sleutel = (found["gemeente"], found["gebied"], found["thema"], found["jaar"])
        if (eerder := self.gezien.setdefault(sleutel, self.nummer)) != self.nummer:
            raise ValidationError(f"Rij {eerder} noemt dit ook. Laat een van de twee staan.")
        self.gelezen.append(MaximumAanvraag(versie=self.versie, **found))

    def _waar(self, rij) -> dict:
        gemeente = self.gemeenten.get(rij.code)
        if gemeente is None:
            raise ValueError(f"Gemeentecode {rij.code} bestaat niet. Zoek de code op in de lijst van gemeenten.")
        if not rij.gebied:
            if self.kan_aanvragen and gemeente.pk not in self.kan_aanvragen:
                raise ValueError(f"{gemeente} kan bij deze versie niet aanvragen. Kijk bij ‘Wie kan aanvragen’.")
            return {"gemeente": gemeente, "gebied": None}
        gebied = self.gebieden.get(rij.gebied.lower())
        if gebied is None or gebied.gemeente_id != gemeente.pk:
            raise ValueError(f"Gebied ‘{rij.gebied}’ van {gemeente} hoort niet bij deze versie.")
        return {"gemeente": None, "gebied": gebied}

    def _thema(self, rij) -> dict:
        thema = self.themas.get(rij.thema.lower())
        if thema is None:
            namen = ", ".join(str(each) for each in self.themas.values()) or "er zijn nog geen thema’s"
            raise ValueError(f"Thema ‘{rij.thema}’ is niet van deze versie. Kies uit: {namen}.")
        return {"thema": thema}

    def _jaar(self, rij) -> dict:
        van, tot = self.versie.van_jaar, self.versie.tot_en_met_jaar
        if rij.jaar is None or van is None or not van <= rij.jaar <= tot:
            loopt = f"loopt {self.versie.looptijd}" if van else "heeft nog geen looptijd"
            raise ValueError(f"Jaar {rij.jaar or 'leeg'} past niet: de versie {loopt}.")
        return {"jaar": rij.jaar}

    def _bedrag(self, rij) -> dict:
        if rij.bedrag < 0 or rij.bedrag != rond(rij.bedrag):
            raise ValueError(f"{euro(rij.bedrag)} kan niet: een maximum is € 0 of meer.")
        return {"bedrag": rij.bedrag}

    @cached_property
    def gemeenten(self) -> dict[str, Gemeente]:
        return {each.code: each for each in Gemeente.objects.all()}

    @cached_property
    def gebieden(self) -> dict[str, Gebied]:
        return {each.naam.lower(): each for each in self.versie.gebieden.select_related("gemeente")}

    @cached_property
    def themas(self) -> dict[str, Thema]:
        return {each.naam.lower(): each for each in self.versie.themas.all()}

    @cached_property
    def kan_aanvragen(self) -> set[int]:
        """The gemeenten that the version names; empty when all can."""
        return {each.gemeente_id for each in self.gebieden.values()}


@transaction.atomic
def innemen(versie: RegelingVersie, stroom: BinaryIO, naam: str, *, by: Gebruiker) -> int:
    """Replace the maxima of `versie` by those of the file; the number of rows.

    Raises GeenToegang, NietMogelijk, Onleesbaar (the file as a whole, or more than the plafond), or FouteRijen.
    """
    versie = instelbaar(versie, by=by)
    rijen = list(lees(stroom, naam, KOPPEN, VERPLICHT))
    if not rijen:
        raise Onleesbaar("Onder de kolomkoppen staat geen enkele rij. Vul het bestand, en kies het opnieuw.")
    if len(rijen) > MEESTE_RIJEN:
        raise Onleesbaar(f"Het bestand heeft meer dan {MEESTE_RIJEN} rijen. Splits het in delen.")
    resource = Maximumrij(versie)
    gevonden = [(nummer, probeer(resource, cellen, nummer)) for nummer, cellen in rijen]
    if fout := [(nummer, per_kolom(each)) for nummer, each in gevonden if each]:
        raise FouteRijen(fout)
    if melding := te_veel(versie, sum(each.bedrag for each in resource.gelezen)):
        raise Onleesbaar(f"{melding} Er is niets overgenomen.")
    versie.maxima.all().delete()
    MaximumAanvraag.objects.bulk_create(resource.gelezen)
    audit.record(versie, "maxima_innemen", by=by, rijen=len(rijen))
    return len(rijen)
