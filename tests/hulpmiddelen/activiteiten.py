"""Activiteiten that nobody loads, made by the verbs, and the arguments of the pages about them."""

from datetime import timedelta
from decimal import Decimal

from actielijnen.activiteiten import activiteit as verbs
from actielijnen.activiteiten import indicatoren, mijlpalen, voortgang
from actielijnen.models import Actielijn, Activiteit, Correctievoorstel, Indicator, IndicatorWaarde, Mijlpaal
from agenda import klok
from agenda.access import Rol
from agenda.models import Gebruiker, Programma

MIJLPAALPAGINAS = ("-toewijzen", "-verplaatsen", "-realiseren", "-terugnemen")
STAF = "planning@voorbeeld.invalid"


def planner() -> Gebruiker:
    """Somebody who brings activiteiten up to date."""
    found = Gebruiker.objects.filter(email=STAF).first()
    return found or Gebruiker.objects.create_user(STAF, naam="Pien Planner", rollen=[Rol.BELEIDSMEDEWERKER])


def activiteit(programma: Programma | None = None, *, by: Gebruiker | None = None, **anders) -> Activiteit:
    """A planned activiteit of the loaded programme, from tomorrow on."""
    programma = programma or Programma.objects.huidig()
    morgen = klok.vandaag() + timedelta(days=1)
    velden = {
        "naam": "Training voor jongerenwerkers",
        "doel": "Dertig jongerenwerkers kunnen een moeilijk gesprek voeren.",
        "gepland_van": morgen,
        "gepland_tot": morgen + timedelta(days=60),
        "eigenaar_rol": Rol.BELEIDSMEDEWERKER,
        "actielijn": Actielijn.objects.filter(programma=programma).first(),
    }
    return verbs.maken(programma, **velden | anders, by=by or planner())


def lopend(**anders) -> Activiteit:
    """One that runs since yesterday."""
    gisteren = klok.vandaag() - timedelta(days=1)
    made = activiteit(**anders)
    return verbs.starten(made, op=gisteren, by=planner())


def bericht(over: Activiteit, soort="voortgang", gezondheid="op_koers", tekst="Het gaat goed.", **anders):
    """A message about it, of today."""
    velden = {"peildatum": klok.vandaag(), "by": planner()} | anders
    return voortgang.melden(over, soort=soort, gezondheid=gezondheid, tekst=tekst, **velden)


def mijlpaal(naam="Eerste training gegeven", *, over: int = 30, **anders) -> Mijlpaal:
    """A mijlpaal of the loaded programme, `over` days from now."""
    velden = {"naam": naam, "gepland_op": klok.vandaag() + timedelta(days=over), "by": planner()} | anders
    return mijlpalen.maken(Programma.objects.huidig(), **velden)


def indicator(**anders) -> Indicator:
    """An indicator with a nulmeting, and what it should become."""
    velden = {
        "naam": "Getrainde jongerenwerkers",
        "definitie": "Jongerenwerkers die de training hebben afgemaakt.",
        "eenheid": "personen",
        "richting": "hoger",
    }
    made = indicatoren.maken(Programma.objects.huidig(), **velden | anders, by=planner())
    meet(made, 10, soort="nulmeting", dagen=-90)
    meet(made, 90, soort="streefwaarde", dagen=200)
    return made


def meet(over: Indicator, waarde, *, soort="meetwaarde", dagen=0, **anders) -> IndicatorWaarde:
    """A value of the day that lies `dagen` from now."""
    velden = {"vindplaats": "opgave van de gemeenten", "peildatum": klok.vandaag() + timedelta(days=dagen)} | anders
    return indicatoren.vastleggen(over, soort=soort, waarde=Decimal(waarde), **velden, by=planner())


def voorstel(betreft: IndicatorWaarde, waarde, *, by: Gebruiker | None = None) -> Correctievoorstel:
    """Another number for a value."""
    velden = {"vindplaats": "nieuwe opgave", "reden": "Twee wijken zijn dubbel geteld."}
    return indicatoren.correctie_voorstellen(betreft, waarde=Decimal(waarde), **velden, by=by or planner())


def arguments() -> dict[str, dict]:
    """The arguments of the pages about new records; none without a programme."""
    if Programma.objects.huidig() is None:
        return {}
    nummer, sleutel, meting = activiteit().nummer, mijlpaal().sleutel, meet(indicator(), 40)
    van = {"nummer": meting.indicator.nummer}
    return (
        {f"activiteit{page}": {"nummer": nummer} for page in ("", "-wijzigen", "-verplaatsen", "-bericht")}
        | {f"mijlpaal{page}": {"sleutel": sleutel} for page in ("", *MIJLPAALPAGINAS)}
        | {f"indicator{page}": van for page in ("", "-waarde")}
        | {
            "mijlpaal-stap": {"sleutel": sleutel, "verb": "mijlpaal_vervallen"},
            "activiteit-stap": {"nummer": nummer, "verb": "activiteit_starten"},
            "indicator-verbeteren": van | {"pk": meting.pk},
            "indicator-voorstel": van | {"pk": voorstel(meting, 41).pk},
        }
    )
