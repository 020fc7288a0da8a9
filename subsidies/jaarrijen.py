"""The records of some years by which one can tell whether these are complete.

`programma`, `van` and `tot` (years, both included) are values, or expressions of the query around it.
"""

from django.db.models import Exists, OuterRef, QuerySet

from subsidies.models import Bestemming, Decentralisatieuitkering, Thema, Toekenning
from subsidies.models.du import IN_CIRCULAIRE

D = Decentralisatieuitkering.Status


def uitkeringen(programma, van, tot) -> QuerySet[Decentralisatieuitkering]:
    """The DU's of those years that were not declined or taken back."""
    van_jaren = Decentralisatieuitkering.objects.filter(uitkeringsjaar__gte=van, uitkeringsjaar__lte=tot)
    return van_jaren.filter(programma=programma).exclude(status__in=[D.AFGEWEZEN, D.INGETROKKEN])


def gepubliceerd(uitkeringen: QuerySet) -> QuerySet:
    """Those of which a circulaire names the amount."""
    return uitkeringen.filter(status__in=IN_CIRCULAIRE)


def onderweg(uitkeringen: QuerySet) -> QuerySet:
    """Those that are in no circulaire yet."""
    return uitkeringen.exclude(status__in=IN_CIRCULAIRE)


def bestemmingen(programma, van, tot) -> QuerySet[Bestemming]:
    """What gemeenten earmarked in those years for the theme of the programma."""
    van_jaren = Bestemming.objects.geldend().filter(jaar__gte=van, jaar__lte=tot)
    return van_jaren.filter(thema__versie__regeling__programma=programma, thema__is_van_agenda=True)


def zonder_bestemming(programma, van, tot) -> QuerySet[Toekenning]:
    """Integrale middelen of a gebied in those years, of which nobody told yet what they are for. Nothing may be € 0."""
    waar = {"gebied": OuterRef("gebied"), "jaar": OuterRef("jaar"), "thema__versie": OuterRef("thema__versie")}
    bekend = Bestemming.objects.geldend().filter(thema__is_van_agenda=True, **waar)
    integraal = Toekenning.objects.geldend().filter(thema__soort=Thema.Soort.INTEGRAAL, jaar__gte=van, jaar__lte=tot)
    return integraal.filter(~Exists(bekend), thema__versie__regeling__programma=programma)
