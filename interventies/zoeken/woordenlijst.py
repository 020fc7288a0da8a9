"""What searching knows of Dutch beside its rules: words without meaning, odd forms, other words for the same."""

STOPWOORDEN = frozenset(
    """aan al als bij dan dat de den der die dit door een en er geen haar hebben heeft het hij hoe hun ik in is je
    kan kunnen maar me meer men met mijn na naar niet nog nu of om omdat onder ons ook op over te tegen tot uit van veel
    voor waar was wat we wel wie wij worden wordt zal ze zich zij zijn zo zonder zou""".split()
)

# The base form of a word whose plural or participle follows no rule.
# fmt: off
ONREGELMATIG = {
    "kinderen": "kind",      "steden": "stad",          "leden": "lid",
    "schepen": "schip",      "gefinancierd": "financiering", "gefinancierde": "financiering",
    "financieren": "financiering", "financiert": "financiering",
}
# fmt: on

# Who searches for one of a group means the others too.
GROEPEN = [
    {"jeugd", "jongeren"},
    {"leraar", "docent", "leerkracht"},
    {"wijk", "buurt"},
    {"nepnieuws", "desinformatie"},
    {"ouders", "opvoeders"},
    {"bijeenkomst", "meeting"},
]

# Words of which compounds are made in this field, so that the first text that has one is found by its parts too; every
# word of the catalogue itself counts as well.
DELEN = frozenset(
    """aanpak agent avond begeleiding beleid bewoner bewustwording bijeenkomst budget buurt burger burgerschap campagne
    cirkel club coach cultuur debat dialoog discriminatie docent extremisme familie geloof gemeenschap gemeente
    gesprek gezin groep haat hulp huis identiteit inclusie interventie jeugd jongere jongeren jongerenwerk kind klas
    kracht kring lab leerling leraar les loket maatje maatschappij media mentor moeder netwerk onderwijs onderzoek
    opvoeding ouder ouderschap overleg pedagoog platform plek podcast polarisatie politie preventie professional
    project raad racisme radicalisering regie regisseur samenleving school scholing spanning spel sport stage steun
    straat student subsidie tafel team theater thuis toerusting trainer training vader veiligheid veerkracht
    verbinding verhaal vertrouwen voorlichting vrijwilliger vrouw weerbaarheid welzijn werk werker werkplaats wijk
    zelfbeschikking zelfredzaamheid zorg""".split()
)
