"""Figures over the regelingen and the DU's of a programma: gebieden, gemeenten, themes, and amounts per year."""

from collections import defaultdict

from agenda.cijfers import Herkomst, Telling, telt
from agenda.models import Weergave
from subsidies.models import Bestemming, Decentralisatieuitkering, RegelingVersie, Thema, Toekenning


def _versies(programma, peildatum) -> list[RegelingVersie]:
    """Of each regeling the newest version, known on `peildatum`, with a theme to which the programma contributes."""
    versies = RegelingVersie.objects.van_de_agenda(programma)
    bekend = versies.filter(bron__bekend_sinds__lte=peildatum).select_related("bron", "regeling")
    nieuwste = {versie.regeling_id: versie for versie in bekend}
    return list(nieuwste.values())


def _gebieden(programma, peildatum) -> list[tuple]:
    versies = _versies(programma, peildatum)
    met_bron = ("gemeente", "bron")
    return [(versie, gebied) for versie in versies for gebied in versie.gebieden.select_related(*met_bron)]


def _themas(programma, peildatum) -> list[Thema]:
    themas = Thema.objects.filter(versie__in=_versies(programma, peildatum), soort=Thema.Soort.HOOFDTHEMA)
    return list(themas.select_related("bron"))


def _toekenningen(programma, peildatum) -> list[Toekenning]:
    return _vastgelegd(Toekenning, programma, peildatum)


def _bestemmingen(programma, peildatum) -> list[Bestemming]:
    return [each for each in _vastgelegd(Bestemming, programma, peildatum) if each.thema.is_van_agenda]


def _vastgelegd(model, programma, peildatum) -> list:
    rijen = model.objects.bekend_op(peildatum).filter(thema__versie__regeling__programma=programma)
    return list(rijen.select_related("gebied", "thema", "bron"))


def _betaald(programma, peildatum) -> list[Decentralisatieuitkering]:
    """What the fund paid in a month that had begun on `peildatum`."""
    status = Decentralisatieuitkering.Status.BETAALD
    betaald = programma.uitkeringen.filter(status=status, betaalmaand__lte=peildatum)
    return list(betaald.select_related("gemeente", "bron").order_by("nummer"))


def _herkomst(bronnen, vindplaats: str) -> tuple[Herkomst, ...]:
    return tuple(Herkomst.uit(bron, vindplaats) for bron in {bron.pk: bron for bron in bronnen}.values())


def _herkomst_gebieden(paren) -> tuple[Herkomst, ...]:
    """Where the list of gebieden comes from, and which version of the regeling is for them."""
    lijst = _herkomst([gebied.bron for _, gebied in paren], "lijst van gebieden")
    return lijst + _herkomst([versie.bron for versie, _ in paren], "de nieuwste versie op de peildatum")


@telt("regeling.gebieden", over=_gebieden, eenheid="gebieden", weergave=Weergave.AANTAL, terugkijken=True)
def gebieden(paren):
    """Het aantal gebieden van de nieuwste versie van de regeling waaraan het programma bijdraagt."""
    if paren:
        namen = tuple(dict.fromkeys(gebied.naam for _, gebied in paren))
        yield Telling("regeling.gebieden", "Gebieden van de regeling", len(namen), namen, _herkomst_gebieden(paren))


@telt("regeling.gemeenten", over=_gebieden, eenheid="gemeenten", weergave=Weergave.AANTAL, terugkijken=True)
def gemeenten(paren):
    """Het aantal gemeenten waarin de gebieden van die versie liggen. Een gemeente met twee gebieden telt een keer."""
    if paren:
        namen = tuple(sorted({gebied.gemeente.naam for _, gebied in paren}))
        yield Telling("regeling.gemeenten", "Gemeenten van de regeling", len(namen), namen, _herkomst_gebieden(paren))


@telt("regeling.hoofdthemas", over=_themas, eenheid="hoofdthema’s", weergave=Weergave.WOORD, terugkijken=True)
def hoofdthemas(themas):
    """Het aantal hoofdthema’s van die versie. Programmaondersteuning en integrale middelen tellen niet mee."""
    if themas:
        namen = tuple(thema.naam for thema in themas)
        herkomst = _herkomst([thema.bron for thema in themas], "de thema’s")
        yield Telling("regeling.hoofdthemas", "Hoofdthema’s van de regeling", len(namen), namen, herkomst)


@telt("regeling.toegekend", over=_toekenningen, eenheid="euro", weergave=Weergave.BEDRAG, terugkijken=True)
def toegekend(rijen):
    """Wat het ministerie dat verstrekt in een jaar aan gebieden toekende, voor alle thema’s samen. Een verbeterd
    bedrag telt in plaats van het eerdere. Het portaal registreert dit; het is geen budget van het programma."""
    yield from _per_jaar(rijen, "regeling.toegekend", "Toegekend")


@telt("regeling.bestemd", over=_bestemmingen, eenheid="euro", weergave=Weergave.BEDRAG, terugkijken=True)
def bestemd(rijen):
    """Wat gemeenten in een jaar uit hun integrale middelen bestemden voor het thema van het programma. Het is
    informatie van gemeenten, geen budget, en wordt nergens bij opgeteld."""
    yield from _per_jaar(rijen, "regeling.bestemd", "Door gemeenten bestemd")


def _per_jaar(rijen, naam: str, titel: str):
    for jaar, van_jaar in _by(rijen, "jaar"):
        yield Telling(
            f"{naam}.{jaar}",
            f"{titel} in {jaar}",
            sum(rij.bedrag for rij in van_jaar),
            tuple(str(rij) for rij in van_jaar),
            _herkomst([rij.bron for rij in van_jaar], f"bedragen van {jaar}"),
            betreft=str(jaar),
        )


@telt("du.betaald", over=_betaald, eenheid="euro", weergave=Weergave.BEDRAG, terugkijken=True)
def betaald(uitkeringen):
    """Wat het fonds voor een uitkeringsjaar aan gemeenten betaalde, volgens de betaalspecificaties. Het bedrag staat
    los van het aantal gemeenten: het portaal deelt het een niet door het ander."""
    for jaar, van_jaar in _by(uitkeringen, "uitkeringsjaar"):
        yield Telling(
            f"du.betaald.{jaar}",
            f"Via een fonds betaald voor {jaar}",
            sum(each.bedrag for each in van_jaar),
            tuple(each.nummer for each in van_jaar),
            _herkomst([each.bron for each in van_jaar], f"uitkeringen van {jaar}"),
            betreft=str(jaar),
        )


@telt("du.betaalde-gemeenten", over=_betaald, eenheid="gemeenten", weergave=Weergave.AANTAL, terugkijken=True)
def betaalde_gemeenten(uitkeringen):
    """Het aantal gemeenten dat voor een uitkeringsjaar geld van het fonds kreeg. Een gemeente met twee uitkeringen
    telt een keer."""
    for jaar, van_jaar in _by(uitkeringen, "uitkeringsjaar"):
        namen = tuple(sorted({each.gemeente.naam for each in van_jaar}))
        yield Telling(
            f"du.betaalde-gemeenten.{jaar}",
            f"Gemeenten met een betaling van het fonds voor {jaar}",
            len(namen),
            namen,
            _herkomst([each.bron for each in van_jaar], f"uitkeringen van {jaar}"),
            betreft=str(jaar),
        )


def _by(rijen, veld: str) -> list[tuple[int, list]]:
    """The rows per year, the earliest first."""
    per_jaar = defaultdict(list)
    for rij in rijen:
        per_jaar[getattr(rij, veld)].append(rij)
    return sorted(per_jaar.items())
