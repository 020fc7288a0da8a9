"""The Lijst: one declaration that reads the address and gives rows, chips, faults and pages."""

from collections.abc import Iterator, Sequence

from django.core.paginator import Paginator
from django.db.models import CharField, F, Func, Sum, TextField, Value
from django.db.models.functions import Lower
from django.forms import MultiWidget
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.html import format_html

from agenda import klok
from agenda.access import Permission, may
from agenda.lijsten import adres, filters
from agenda.lijsten.kolommen import Kolom, datum, getal
from agenda.models import Programma
from agenda.ui.formulieren import FilterRenderer
from agenda.ui.tabel import Kolom as Tabelkolom

FORMATEN = {"csv": "CSV", "xlsx": "Excel", "ods": "ODS"}
PER_KEER = 2000  # records in memory at a time during an export

# The database orders by code point, which puts É after Z and ’s-Gravenhage before Aalten. No collation is
# sure to exist (the embedded PostgreSQL has no ICU), so accents and quotes are taken off for ordering only.
MET = "áàâäãåéèêëíìîïóòôöõúùûüçñýÿ'’‘-"
ZONDER = "aaaaaaeeeeiiiiooooouuuucnyy"


class Lijst:
    """A list as its address describes it, for one reader."""

    titel: str
    kolommen: Sequence[Kolom]
    filterset: type
    sortering: str
    per_pagina = 25
    per_programma = False

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        sortable = {kolom.sleutel for kolom in cls.kolommen if kolom.sorteer}
        taken = cls.filterset.base_filters.keys() & set(adres.EIGEN)
        if len({kolom.sleutel for kolom in cls.kolommen}) < len(cls.kolommen):
            raise ValueError(f"{cls.__name__}: twee kolommen hebben dezelfde sleutel.")
        if cls.sortering.removeprefix("-") not in sortable:
            raise ValueError(f"{cls.__name__}: ‘{cls.sortering}’ is geen kolom die kan sorteren.")
        if any(isinstance(each.field.widget, MultiWidget) for each in cls.filterset.base_filters.values()):
            raise ValueError(f"{cls.__name__}: een filter is één veld; maak van een bereik twee filters.")
        if taken:
            raise ValueError(f"{cls.__name__}: een filter kan niet ‘{taken.pop()}’ heten.")

    def __init__(self, vraag: QueryDict, user):
        self.vraag = vraag
        self.user = user

    def queryset(self):
        """All records that `self.user` may see, of `self.programma` where the list is per programma."""
        raise NotImplementedError

    def filter_options(self) -> dict:
        """What the filterset must know besides the address and the records."""
        return {}

    # --- What the address asks ------------------------------------------------------------------------
    @cached_property
    def programma(self) -> Programma | None:
        """That of the address, else the real one without successor. None if shared or unknown."""
        if not self.per_programma:
            return None
        code = self.vraag.get(adres.PROGRAMMA)
        if not code:
            return Programma.objects.visible_to(self.user).huidig()
        return Programma.objects.visible_to(self.user).filter(code=code).first() if code.isprintable() else None

    @cached_property
    def filter(self):
        filter = self.filterset(self.vraag, queryset=self.queryset(), **self.filter_options())
        filter.form.renderer = FilterRenderer()
        return filter

    @cached_property
    def fouten(self) -> list[filters.Fout]:
        """What in the address cannot be. With a fault the list shows nothing, rather than something else."""
        return [*self._own_faults(), *filters.fouten(self.filter.form, self.vraag)]

    def _own_faults(self) -> Iterator[filters.Fout]:
        wish = self.vraag.get(adres.SORTEER) or self.sortering
        sleutel = wish.removeprefix("-")
        sortable = {kolom.sleutel: kolom.kop for kolom in self.kolommen if kolom.sorteer}
        if sleutel not in sortable:
            koppen = ", ".join(sortable.values())
            yield self._fault(adres.SORTEER, f"Sorteren op ‘{sleutel or wish}’ kan niet. Wel op: {koppen}.")
        formaat = self.vraag.get(adres.FORMAAT, "csv")
        if formaat not in FORMATEN:
            yield self._fault(adres.FORMAAT, f"Een bestand ‘{formaat}’ kan niet. Wel: {', '.join(FORMATEN)}.")
        if self.per_programma and self.programma is None:
            code = self.vraag.get(adres.PROGRAMMA, "")
            yield self._fault(adres.PROGRAMMA, f"Het programma ‘{code}’ bestaat niet.")

    def _fault(self, name: str, text: str) -> filters.Fout:
        return filters.Fout(text, adres.changed(self.vraag, zonder=[name]))

    @cached_property
    def chips(self) -> list[filters.Chip]:
        self.filter.form.is_valid()
        return filters.chips(self.filter.form, self.vraag)

    @property
    def chip_paren(self) -> list[tuple[str, str]]:
        return [(chip.tekst, chip.weg) for chip in self.chips]

    @property
    def filters_in_woorden(self) -> str:
        return "; ".join(chip.tekst for chip in self.chips) or "geen"

    @property
    def filters_voor_logboek(self) -> str:
        """Which filters apply, without what somebody typed in them."""
        return "; ".join(chip.tekst_voor_logboek for chip in self.chips) or "geen"

    @property
    def verborgen_velden(self) -> list[tuple[str, str]]:
        """What the filter form must send along so that filtering does not lose the order or the programma."""
        return [(name, self.vraag[name]) for name in (adres.SORTEER, adres.PROGRAMMA) if name in self.vraag]

    @property
    def wis_url(self) -> str:
        """The address without any filter; programma and order stay."""
        return adres.changed(self.vraag, zonder=[name for name in self.vraag if name not in adres.EIGEN])

    # --- The rows ---------------------------------------------------------------------------------------
    @cached_property
    def volgorde(self) -> tuple[Kolom, bool]:
        """The column that orders the list, and whether it goes down."""
        wish = self.vraag.get(adres.SORTEER) or self.sortering
        sleutel = wish.removeprefix("-")
        kolom = next(kolom for kolom in self.kolommen if kolom.sleutel == sleutel and kolom.sorteer)
        return kolom, wish.startswith("-")

    @cached_property
    def records(self):
        """All records that the filters let through, in order; none when the address has a fault."""
        if self.fouten:
            return self.queryset().none()
        kolom, is_down = self.volgorde
        records = self.filter.qs
        key = sort_key(records, kolom.sorteer)
        order = key.desc(nulls_last=True) if is_down else key.asc(nulls_last=True)
        return records.order_by(order, "pk")

    @cached_property
    def paginator(self) -> Paginator:
        return Paginator(self.records, self.per_pagina)

    @cached_property
    def aantal(self) -> int:
        return self.paginator.count

    @cached_property
    def sommen(self) -> list[tuple[str, str]]:
        """What the columns that add up come to over all rows, not only those of this page: (name, amount)."""
        kolommen = [kolom for kolom in self.kolommen if kolom.som]
        if not kolommen or not self.aantal:
            return []
        found = self.records.order_by().aggregate(**{f"som_{kolom.sleutel}": Sum(kolom.som) for kolom in kolommen})
        return [(kolom.kop, kolom.text(found[f"som_{kolom.sleutel}"])) for kolom in kolommen]

    @cached_property
    def pagina(self):
        """The page of the address; if it does not exist the nearest one, and `pagina_melding` says so."""
        return self.paginator.get_page(self.vraag.get(adres.PAGINA, 1))

    @property
    def pagina_melding(self) -> str:
        wish = self.vraag.get(adres.PAGINA, "1")
        if wish == str(self.pagina.number) or self.fouten:
            return ""
        last = self.paginator.num_pages
        return f"Pagina ‘{wish}’ bestaat niet. U ziet pagina {self.pagina.number} van {last}."

    @property
    def aantal_in_woorden(self) -> str:
        """`1 rij`, `342 rijen` or `26 tot en met 50 van 342 rijen`."""
        rijen = "1 rij" if self.aantal == 1 else f"{getal(self.aantal)} rijen"
        if not self.pagina.has_other_pages():
            return rijen
        return f"{self.pagina.start_index()} tot en met {self.pagina.end_index()} van {rijen}"

    def values(self) -> Iterator[list]:
        """The values of every row over all pages, for a file."""
        for record in self.records.iterator(chunk_size=PER_KEER):
            yield [kolom.value(record) for kolom in self.kolommen]

    # --- What the screen shows ----------------------------------------------------------------------------
    @property
    def tabelkolommen(self) -> list[Tabelkolom]:
        return [self._heading(kolom) for kolom in self.kolommen]

    def _heading(self, kolom: Kolom) -> Tabelkolom:
        if not kolom.sorteer:
            return Tabelkolom(kolom.kop, rechts=kolom.is_rechts)
        ordering, is_down = self.volgorde if not self.fouten else (None, False)
        is_this = kolom is ordering
        richting = ("aflopend" if is_down else "oplopend") if is_this else ""
        wish = f"-{kolom.sleutel}" if is_this and not is_down else kolom.sleutel
        url = adres.changed(self.vraag, **{adres.SORTEER: wish})
        return Tabelkolom(kolom.kop, rechts=kolom.is_rechts, sorteer_url=url, richting=richting)

    @property
    def tabelrijen(self) -> list[list[str]]:
        """The cells of this page, as text, as a badge or as a link."""
        return [[self._cell(kolom, record) for kolom in self.kolommen] for record in self.pagina]

    def _cell(self, kolom: Kolom, record) -> str:
        text = kolom.text(kolom.value(record))
        if toon := kolom.toon and kolom.toon(record):
            return format_html('<span class="nl-data-badge ptl-badge ptl-badge--{}">{}</span>', toon, text)
        url = kolom.link and kolom.link(record)
        return format_html('<a class="nl-link" href="{}">{}</a>', url, text) if url else text

    @property
    def exportlinks(self) -> list[tuple[str, str]]:
        """Names and addresses of the downloads, for who may export; none for an empty or faulty list."""
        if not self.aantal or not may(self.user, Permission.EXPORTEREN):
            return []
        return [
            (naam, f"{adres.changed(self.vraag)}&{adres.FORMAAT}={formaat}".replace("?&", "?"))
            for formaat, naam in FORMATEN.items()
        ]

    # --- Where an export says that it comes from ------------------------------------------------------------
    @property
    def is_voorbeeld(self) -> bool:
        return self.programma is not None and self.programma.is_voorbeeld

    def herkomst(self) -> list[tuple[str, str]]:
        """What this list is, in words, to stand in every file made from it."""
        kolom, is_down = self.volgorde
        programma = [("Programma", self.programma.naam)] if self.programma else []
        voorbeeld = [("VOORBEELD", "verzonnen gegevens, niet van een echt programma")] if self.is_voorbeeld else []
        return [
            ("Lijst", self.titel),
            *voorbeeld,
            *programma,
            ("Filters", self.filters_in_woorden),
            ("Volgorde", f"{kolom.kop}, {'aflopend' if is_down else 'oplopend'}"),
            ("Aantal rijen", str(self.aantal)),
            *((f"Som van {naam}", som) for naam, som in self.sommen),
            ("Gemaakt op", datum(klok.nu().astimezone(klok.AMSTERDAM))),
        ]


def sort_key(records, field: str):
    """What to order by: for text without case, accents and quotes, for the rest the field itself."""
    output = F(field).resolve_expression(records.query.chain()).output_field
    if not isinstance(output, CharField | TextField):
        return F(field)
    return Func(Lower(field), Value(MET), Value(ZONDER), function="translate", output_field=TextField())
