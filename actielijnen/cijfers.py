"""Figures that are counted over the begroting of a programma."""

from dataclasses import dataclass
from itertools import groupby

from actielijnen.models import Budget, Mutatie
from agenda.cijfers import Herkomst, Telling, telt
from agenda.models import Kwalificatie, Weergave


@dataclass(frozen=True)
class _Bedrag:
    """The mutaties of one or more posts that were known on a peildatum, and what they say together."""

    mutaties: list[Mutatie]

    @property
    def waarde(self):
        return sum(mutatie.bedrag for mutatie in self.mutaties)

    @property
    def kwalificatie(self):
        indicatief = any(mutatie.regel.is_indicatief for mutatie in self.mutaties)
        return Kwalificatie.INDICATIEF if indicatief else Kwalificatie.EXACT

    @property
    def herkomst(self):
        """One entry per source, with every place in it."""
        bronnen = {mutatie.bron.pk: mutatie.bron for mutatie in self.mutaties}.values()
        return tuple(
            Herkomst.uit(bron, samen([each.vindplaats for each in self.mutaties if each.bron_id == bron.pk]))
            for bron in bronnen
        )

    @property
    def betreft(self):
        """Over which period: the years of the lines, and the period of what no source divides over years."""
        regels = [each.regel for each in self.mutaties]
        jaren = sorted({regel.jaar for regel in regels if regel.jaar})
        verdeeld = [str(jaren[0]) if len(jaren) == 1 else f"{jaren[0]}–{jaren[-1]}"] if jaren else []
        return ", ".join(dict.fromkeys([*verdeeld, *sorted(regel.periode for regel in regels if not regel.jaar)]))


def _mutaties(programma, peildatum) -> list[Mutatie]:
    """What was booked on the programma's own verplichtingenbudget and known on `peildatum`, post by post."""
    mutaties = Mutatie.objects.van(programma).bekend_op(peildatum).filter(regel__dekkingsbron=None)
    return list(
        mutaties.exclude(budget=Budget.KAS).select_related("regel__post", "bron").order_by("regel__post__nummer", "pk")
    )


def samen(plekken: list[str]) -> str:
    """Places in one source without saying twice what they share: ‘tabel, rij 1, 2 en 3’."""
    woorden = [plek.split() for plek in plekken]
    gedeeld = [eerste for eerste, *rest in zip(*woorden, strict=False) if all(ander == eerste for ander in rest)]
    begin = " ".join(gedeeld)
    if len(plekken) < 2 or not begin or not all(plek.startswith(f"{begin} ") for plek in plekken):
        return "; ".join(dict.fromkeys(plekken))
    *vooraan, laatste = (plek.removeprefix(begin).strip() for plek in plekken)
    return f"{begin} {', '.join(vooraan)} en {laatste}"


@telt("begroting.post", over=_mutaties, eenheid="euro", weergave=Weergave.BEDRAG, terugkijken=True)
def begroting_per_post(mutaties):
    """Het bedrag dat voor een post van de begroting beschikbaar is over de hele looptijd. Een bedrag dat de
    bron niet over jaren verdeelt, verdeelt het portaal ook niet. Geteld zijn het oorspronkelijke bedrag en
    alle mutaties die op de peildatum bekend waren."""
    for post, van_post in groupby(mutaties, key=lambda mutatie: mutatie.regel.post):
        bedrag = _Bedrag(list(van_post))
        yield Telling(
            naam=f"begroting.post.{post.nummer}",
            titel=post.naam,
            waarde=bedrag.waarde,
            records=(str(post),),
            herkomst=bedrag.herkomst,
            kwalificatie=bedrag.kwalificatie,
            betreft=bedrag.betreft,
        )


@telt("begroting.totaal", over=_mutaties, eenheid="euro", weergave=Weergave.BEDRAG, terugkijken=True)
def begroting_totaal(mutaties):
    """De som van alle posten van de begroting over de hele looptijd: de actielijnen, en de post materieel
    en onvoorzien. Geld van andere ministeries is er niet bij opgeteld."""
    if not mutaties:
        return
    bedrag = _Bedrag(mutaties)
    yield Telling(
        naam="begroting.totaal",
        titel="Begroting, totaal",
        waarde=bedrag.waarde,
        records=tuple(dict.fromkeys(str(mutatie.regel.post) for mutatie in mutaties)),
        herkomst=bedrag.herkomst,
        kwalificatie=bedrag.kwalificatie,
        betreft=bedrag.betreft,
    )
