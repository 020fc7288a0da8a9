"""The form of the example regeling that takes applications: invented, and everything that a form can ask."""

from subsidies.models import Formuliervraag
from subsidies.regelingen.formulier import Sectie, Vraag

S, E = Formuliervraag.Soort, Formuliervraag.Eis
SAMEN = (("alleen", "Alleen voor onze gemeente"), ("samen", "Samen met andere gemeenten"))
MEER = ("voor-wie", "samen")
JA_NEE = (("ja", "Ja"), ("nee", "Nee"))
STUKKEN = {"aantal": 3, "typen": ["pdf", "docx", "odt", "csv"]}
ZONDER = {"maximum": False}
KOSTEN = ["eerste-jaar", "tweede-jaar", "zelf"]

# fmt: off
SECTIES = [
    Sectie("aanvrager", "Aanvrager", [
        Vraag("functie",  S.TEKST,  "Welke functie heeft de contactpersoon?", "Bijvoorbeeld: beleidsmedewerker jeugd."),
        Vraag("voor-wie", S.KEUZE,  "Voor wie vraagt u aan?", keuzes=SAMEN),
        Vraag("met-wie",  S.TEKST,  "Welke gemeenten doen mee?", "Elke gemeente op een eigen regel.", als=MEER),
    ], "Namens wie u aanvraagt."),
    Sectie("plan", "Plan", [
        Vraag("wat",      S.TEKST,  "Wat gaat uw gemeente doen?", "Een paar zinnen zijn genoeg."),
        Vraag("start",    S.DATUM,  "Wanneer begint u?"),
        Vraag("buurt",    S.TEKST,  "Wie in de buurt doet mee?", "Bijvoorbeeld scholen.", eis=E.AANGERADEN),
        Vraag("aanpak",   S.INTERVENTIE, "Met welke interventie werkt u?", eis=E.OPTIONEEL),
        Vraag("plan",     S.BESTAND, "Heeft u een plan op papier?", eis=E.AANGERADEN, instellingen=STUKKEN),
    ], "Wat u met het geld gaat doen."),
    Sectie("begroting", "Begroting", [
        Vraag("eerste-jaar", S.BEDRAG, "Hoeveel vraagt u voor 2027?", "In euro, bijvoorbeeld 250.000."),
        Vraag("tweede-jaar", S.BEDRAG, "Hoeveel vraagt u voor 2028?", "In euro, bijvoorbeeld 250.000."),
        Vraag("zelf",     S.TABEL,  "Hoeveel betaalt uw gemeente zelf?", eis=E.OPTIONEEL, instellingen=ZONDER),
        Vraag("samen",    S.TOTAAL, "Wat kost het plan in totaal?", instellingen={"van": KOSTEN}),
        Vraag("anders",   S.KEUZE,  "Krijgt u voor dit plan ook ander geld van het Rijk?", keuzes=JA_NEE),
        Vraag("waarvan",  S.TEKST,  "Van welke regeling is dat geld?", als=("anders", "ja")),
    ], "Wat het kost."),
    Sectie("verklaring", "Verklaring", [
        Vraag("bevoegd",  S.VERKLARING, "Ik ben bevoegd om namens het college aan te vragen."),
    ]),
]
# fmt: on
