"""Figures that are counted over the begroting of a programma."""

from actielijnen.models import Begrotingsregel
from agenda.cijfers import Herkomst, Telling, telt
from agenda.models import Kwalificatie, Weergave


def _regels(programma, peildatum):
    """The undivided budget lines that were known on `peildatum`, one source per post: the newest."""
    regels = (
        Begrotingsregel.objects.filter(post__programma=programma, jaar__isnull=True, bron__bekend_sinds__lte=peildatum)
        .select_related("post", "bron")
        .order_by("post__nummer", "bron__bekend_sinds", "pk")
    )
    return {regel.post.nummer: regel for regel in regels}.values()


def _kwalificatie(regels):
    return Kwalificatie.INDICATIEF if any(r.is_indicatief for r in regels) else Kwalificatie.EXACT


def _herkomst(regels):
    """One entry per source, with every place in it."""
    bronnen = {regel.bron.pk: regel.bron for regel in regels}.values()
    return tuple(
        Herkomst.uit(bron, samen([regel.vindplaats for regel in regels if regel.bron_id == bron.pk]))
        for bron in bronnen
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
    """Het bedrag dat voor een post van de begroting beschikbaar is over de hele looptijd. Het bedrag is
    niet verdeeld over jaren, omdat de bron dat niet doet. Geteld is de nieuwste regel per post die op de
    peildatum bekend was."""
    for regel in _regels(programma, peildatum):
        yield Telling(
            naam=f"begroting.post.{regel.post.nummer}",
            titel=regel.post.naam,
            waarde=regel.bedrag,
            records=(str(regel.post),),
            herkomst=(Herkomst.uit(regel.bron, regel.vindplaats),),
            kwalificatie=_kwalificatie([regel]),
            betreft=regel.periode,
        )


@telt("begroting.totaal", eenheid="euro", weergave=Weergave.BEDRAG, terugkijken=True)
def begroting_totaal(programma, peildatum):
    """De som van alle posten van de begroting over de hele looptijd: de actielijnen, en de post materieel
    en onvoorzien. Geld van andere ministeries is er niet bij opgeteld."""
    regels = list(_regels(programma, peildatum))
    if not regels:
        return
    yield Telling(
        naam="begroting.totaal",
        titel="Begroting, totaal",
        waarde=sum(regel.bedrag for regel in regels),
        records=tuple(str(regel.post) for regel in regels),
        herkomst=_herkomst(regels),
        kwalificatie=_kwalificatie(regels),
        betreft=", ".join(sorted({regel.periode for regel in regels})),
    )
