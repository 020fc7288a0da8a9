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
        """Over which period: that of an undivided line, or else the years of the lines."""
        jaren = sorted({each.regel.jaar for each in self.mutaties if each.regel.jaar})
        if jaren:
            return str(jaren[0]) if len(jaren) == 1 else f"{jaren[0]}–{jaren[-1]}"
        return ", ".join(sorted({each.regel.periode for each in self.mutaties}))


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


@telt("begroting.post", eenheid="euro", weergave=Weergave.BEDRAG, terugkijken=True)
def begroting_per_post(programma, peildatum):
    """Het bedrag dat voor een post van de begroting beschikbaar is over de hele looptijd. Een bedrag dat de
    bron niet over jaren verdeelt, verdeelt het portaal ook niet. Geteld zijn het oorspronkelijke bedrag en
    alle mutaties die op de peildatum bekend waren."""
    for post, mutaties in groupby(_mutaties(programma, peildatum), key=lambda mutatie: mutatie.regel.post):
        bedrag = _Bedrag(list(mutaties))
        yield Telling(
            naam=f"begroting.post.{post.nummer}",
            titel=post.naam,
            waarde=bedrag.waarde,
            records=(str(post),),
            herkomst=bedrag.herkomst,
            kwalificatie=bedrag.kwalificatie,
            betreft=bedrag.betreft,
        )


@telt("begroting.totaal", eenheid="euro", weergave=Weergave.BEDRAG, terugkijken=True)
def begroting_totaal(programma, peildatum):
    """De som van alle posten van de begroting over de hele looptijd: de actielijnen, en de post materieel
    en onvoorzien. Geld van andere ministeries is er niet bij opgeteld."""
    mutaties = _mutaties(programma, peildatum)
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
