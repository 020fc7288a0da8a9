"""A letter with everything that the design knows, for the tests; all text is invented and says VOORBEELD."""

from datetime import UTC, datetime
from decimal import Decimal

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from agenda.documenten.pdf import Bijlage
from agenda.documenten.staafgrafiek import staafgrafiek

DATUM = datetime(2027, 6, 18, 12, tzinfo=UTC)
POSTEN = [
    ("Buurtnetwerken", Decimal(2_400_000), "€ 2,4 miljoen"),
    ("Jongerenwerk en ontmoeting", Decimal(1_850_000), "€ 1,9 miljoen"),
    ("Kennis en onderzoek", Decimal(900_000), "€ 0,9 miljoen"),
    ("Materieel en onvoorzien", Decimal(150_000), "€ 0,2 miljoen"),
]
BIJLAGEN = [
    Bijlage(
        "cijfers.csv",
        b"naam;waarde\nbuurtnetwerken;2400000\n",
        "De cijfers achter deze brief",
        "text/csv",
    ),
    Bijlage("cijfers.json", b'{"buurtnetwerken": 2400000}\n', "De cijfers achter deze brief", "application/json"),
]

INLEIDING = """
<p>Met deze brief informeer ik uw Kamer over de voortgang van het Voorbeeldprogramma 2026–2028. De brief
volgt de opbouw van de vorige voortgangsbrief<voetnoot id="n1">VOORBEELD: Kamerstukken II 2025/26, 99 999,
nr. 12.</voetnoot> en beschrijft de resultaten per onderdeel, de besteding van de middelen en de planning
voor het komende jaar.</p>
<p>De kern is dat de eerste <span class="cijfer">14</span> gemeenten hun plannen hebben ingediend en dat
<span class="cijfer">ruim 3.400</span> inwoners aan een activiteit hebben deelgenomen. In <span
class="cijfer">drie</span> wijken is de uitvoering later begonnen dan gepland. De begroting per onderdeel
staat in tabel 1.</p>
"""
NETWERKEN = """
<p>In Voorbeeldstad, Modeldorp en Proefmeer werken scholen, verenigingen en de gemeente samen in een
buurtnetwerk. Zij bespreken wat er speelt, spreken af wie wat doet en komen na een half jaar terug op wat is
bereikt. De gemeenten ontvangen hiervoor een specifieke uitkering van samen <span class="cijfer">€ 2,4
miljoen</span>.<voetnoot id="n2">VOORBEELD: Regeling buurtnetwerken, artikel 4, eerste lid. De bedragen zijn
afgerond op honderdduizend euro.</voetnoot> Uit de gesprekken blijkt dat bewoners vooral behoefte hebben aan
een vast gezicht in de wijk.</p>
<p>De gemeenten hebben drie afspraken gemaakt:</p>
<ul>
<li>elk netwerk heeft één aanspreekpunt, dat op vaste uren in de wijk te vinden is;</li>
<li>signalen worden binnen een week besproken met de organisatie die iets kan doen, en de melder hoort wat
ermee gebeurt;</li>
<li>eens per half jaar bespreekt het netwerk wat werkt en wat niet, ook als de uitkomst tegenvalt.</li>
</ul>
"""
JONGEREN = """
<p>Voor jongeren zijn in <span class="cijfer">negen</span> gemeenten plekken geopend waar zij elkaar zonder
afspraak kunnen ontmoeten. <em>Zonder afspraak</em> is daarbij essentieel: jongeren die het minst op hun
plaats zijn in het bestaande aanbod, komen alleen als de drempel laag is.<voetnoot id="n3">VOORBEELD:
Evaluatie Ontmoetingsplekken, 2027, p. 18.</voetnoot> De bezoekersaantallen verschillen sterk, van <span
class="cijfer">40</span> tot <span class="cijfer">circa 260</span> per maand. De verschillen hangen samen
met de openingstijden en met de vraag of jongeren zelf mogen meebeslissen over het programma.</p>
<p>De begeleiders hebben een gezamenlijke leerkring gevormd. Daarin bespreken zij elke zes weken één
situatie uit de praktijk. De uitkomsten worden gedeeld met alle deelnemende gemeenten.</p>
"""
KADER = """
<p>In de wijk De Meander koken buurtbewoners elke donderdag voor elkaar. Een wijkcoach is aanwezig, eet mee
en luistert. Wie een vraag heeft over geld, werk of opvoeding, kan die stellen zonder loket. In het eerste
jaar kwamen er <span class="cijfer">gemiddeld 35</span> mensen per avond, van wie de helft nooit eerder
contact met de gemeente zocht.</p>
"""
BESTEDING = """
<p>De onderstaande tabel laat de begroting per onderdeel zien. De bedragen zijn indicatief; verschuiving
tussen de onderdelen is mogelijk binnen het totaal.<voetnoot id="n4">VOORBEELD: Begroting 2027, hoofdstuk
XV, artikel 13.</voetnoot></p>
<table>
<caption>Tabel 1. Begroting per onderdeel, 2026–2028</caption>
<thead><tr><th scope="col">Onderdeel</th><th scope="col" class="getal">Begroot</th>
<th scope="col" class="getal">Besteed</th></tr></thead>
<tbody>
<tr><th scope="row">Buurtnetwerken</th><td class="getal">€ 2.400.000</td>
<td class="getal">€ 1.120.000</td></tr>
<tr><th scope="row">Jongerenwerk en ontmoeting</th><td class="getal">€ 1.850.000</td>
<td class="getal">€ 640.500</td></tr>
<tr><th scope="row">Kennis en onderzoek</th><td class="getal">€ 900.000</td>
<td class="getal">€ 313.000</td></tr>
<tr><th scope="row">Materieel en onvoorzien</th><td class="getal">€ 150.000</td>
<td class="getal">€ 12.250</td></tr>
</tbody>
<tbody><tr class="totaal"><th scope="row">Totaal</th><td class="getal">€ 5.300.000</td>
<td class="getal">€ 2.085.750</td></tr></tbody>
</table>
<figure>
<figcaption>Figuur 1. Begroting per onderdeel, in miljoenen euro (afgerond)</figcaption>
GRAFIEK
</figure>
<p>De besteding blijft achter bij de begroting, omdat <span class="cijfer">vijf</span> gemeenten later zijn
gestart. Zij halen de achterstand naar verwachting in 2027 in. Middelen die dan nog over zijn, vallen terug
aan de begroting van het ministerie; daarover informeer ik uw Kamer bij de eerstvolgende begroting.<voetnoot
id="n5">VOORBEELD: deze noot is met opzet lang, zodat zij over meer dan één regel loopt en laat zien hoe een
noot van drie regels onder aan de bladzijde staat, met een hangende inspringing of zonder. Zie <a
href="https://voorbeeld.example/begroting">voorbeeld.example/begroting</a>.</voetnoot></p>
"""
VOORUITBLIK = """
<p>In het najaar vindt een tweede bijeenkomst plaats voor gemeenten en maatschappelijke organisaties. Daar
staat de vraag centraal hoe de netwerken ook na de looptijd van het programma kunnen blijven bestaan. Op dit
moment zijn voor de periode na 2028 geen middelen gereserveerd.<voetnoot id="n6">VOORBEELD: toezegging
TZ999999-999, gedaan op 1 april 2026.</voetnoot></p>
<ol>
<li>In september ontvangen alle gemeenten de tussenrapportage.</li>
<li>In oktober bespreken de wethouders de uitkomsten.</li>
<li>In december volgt het besluit over verlenging.</li>
</ol>
<p>Ik blijf uw Kamer jaarlijks voor de zomer informeren over de voortgang.</p>
"""
VERANTWOORDING = """
<section class="verantwoording">
<h3>Cijfer NUMMER: KOP</h3>
<table>
<tr><th scope="row">Waarde</th><td><strong>WAARDE</strong></td></tr>
<tr><th scope="row">Definitie</th><td>Het bedrag dat in de begroting voor dit onderdeel staat.</td></tr>
<tr><th scope="row">Bron</th><td>VOORBEELD, Begroting 2027, hoofdstuk XV, p. NUMMER</td></tr>
<tr><th scope="row">Eerder gemeld</th><td>€ 2,1 miljoen (VOORBEELD, brief van 12 juni 2026)</td></tr>
</table>
</section>
"""


AFZENDER = {
    "naam": "Ministerie van Voorbeelden",
    "briefhoofd": "",
    "retouradres": "Postbus 00000 0000 ZZ Voorbeeldstad",
    "colofon": [
        (
            "Directie Voorbeelden",
            ["Voorbeeldplein 1", "0000 ZZ Voorbeeldstad", "www.voorbeeld.example"],
        ),
        ("Uw referentie", ["2027Z00000"]),
        ("Bijlagen", ["1"]),
        (
            "",
            ["Richt uw post alleen aan het retouradres. Vermeld daarbij de datum en het kenmerk van deze brief."],
        ),
    ],
}


def brief() -> dict:
    """The context of the template."""
    besteding = BESTEDING.replace("GRAFIEK", staafgrafiek("Begroting per onderdeel", POSTEN))
    secties = [
        (2, "", "tekst", INLEIDING),
        (2, "Voortgang per onderdeel", "tekst", ""),
        (3, "Buurtnetwerken", "tekst", NETWERKEN),
        (3, "Jongerenwerk en ontmoeting", "tekst", JONGEREN),
        (3, "Voorbeeld uit de praktijk: de buurttafel", "kader", KADER),
        (2, "Begroting en besteding", "tekst", besteding),
        (2, "Vooruitblik", "tekst", VOORUITBLIK),
    ]
    verantwoording = "<p>Van elk cijfer in deze brief staat hier waar het vandaan komt.</p>" + "".join(
        VERANTWOORDING.replace("NUMMER", str(number)).replace("KOP", kop).replace("WAARDE", waarde)
        for number, (kop, _, waarde) in enumerate(POSTEN * 2, start=1)
    )
    return {
        "titel": "VOORBEELD Voortgang Voorbeeldprogramma 2026–2028",
        "reconstructie": "VOORBEELD, geen brief van een ministerie",
        "afzender": AFZENDER,
        "geadresseerde": ["De Voorzitter van de Voorbeeldkamer", "Postbus 00000", "0000 ZZ VOORBEELDSTAD"],
        "datum_tekst": "18 juni 2027",
        "kenmerk": "2027-0000000000",
        "betreft": "Voortgang Voorbeeldprogramma 2026–2028",
        "aanhef": "Geachte voorzitter,",
        "secties": [
            {"niveau": niveau, "kop": kop, "soort": soort, "html": mark_safe(html)}
            for niveau, kop, soort, html in secties
        ],
        "ondertekening": ["De minister van Voorbeelden,", "", "", "V.O. van Beeld"],
        "bijlagen": [{"titel": "Bijlage: verantwoording van de cijfers", "html": mark_safe(verantwoording)}],
    }


def html() -> str:
    """The letter as the page that becomes a PDF."""
    return render_to_string("documenten/brief.html", {"brief": brief()})


def short_html() -> str:
    """A shorter letter that still has one of everything, for tests that judge many files."""
    short = brief()
    short["secties"] = [short["secties"][number] for number in (0, 2, 5)]
    short["secties"][1]["niveau"] = 2
    short["bijlagen"] = []
    return render_to_string("documenten/brief.html", {"brief": short})
