"""Invented values for the gallery; nothing here says anything about the real programme."""

from decimal import Decimal

from django import forms
from django.core.paginator import Paginator

from agenda.ui.formulieren import FilterRenderer
from agenda.ui.grafieken import Staaf, Staafdiagram
from agenda.ui.landkaart import Punt, landkaart
from agenda.ui.tabel import Kolom

GROEPEN = {
    "Pagina": ["kop", "kruimelpad", "kaart", "knop", "linkknop", "lege_staat"],
    "Cijfers": ["kerncijfer", "kwalificatie", "staafdiagram", "landkaart", "voortgang"],
    "Gegevens": ["tabel", "gegevenslijst", "statusbadge", "tijdlijn", "bronverwijzing"],
    "Meldingen": ["melding", "open_vraag"],
    "Lijsten": ["filterpaneel", "chips", "exportknoppen", "paginering"],
    "Formulieren": ["formulier", "foutoverzicht"],
}

PUNTEN = [
    Punt(1, "Voorbeeld Noord", "GM0014", 234367, 580790),
    Punt(2, "Voorbeeld Oost", "GM0202", 188571, 446466),
    Punt(3, "Voorbeeld West", "GM0503", 84598, 446288),
    Punt(4, "Voorbeeld Zuidwest", "GM0518", 79121, 454423),
    Punt(5, "Voorbeeld Zuid", "GM0917", 197064, 320710),
]


class VoorbeeldForm(forms.Form):
    """One field of every kind."""

    naam = forms.CharField(
        label="Naam van het project", error_messages={"required": "Vul de naam van het project in"}
    )
    gemeente = forms.ChoiceField(
        label="Gemeente",
        choices=[("", "Kies een gemeente"), ("a", "Voorbeeldstad"), ("b", "Voorbeelddam")],
        error_messages={"required": "Kies een gemeente"},
    )
    bedrag = forms.CharField(
        label="Aangevraagd bedrag",
        help_text="In hele euro’s, bijvoorbeeld 250.000.",
        error_messages={"required": "Vul het bedrag in dat u aanvraagt"},
    )
    omvang = forms.ChoiceField(
        label="Voor wie vraagt u aan?",
        choices=[("een", "Alleen onze gemeente"), ("meer", "Een samenwerking van gemeenten")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies voor wie u aanvraagt"},
    )
    themas = forms.MultipleChoiceField(
        label="Thema’s",
        choices=[("j", "Jeugd"), ("w", "Wonen"), ("s", "Schulden")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    omschrijving = forms.CharField(
        label="Korte omschrijving",
        help_text="Maximaal 600 tekens.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    plan = forms.FileField(label="Projectplan", help_text="Een pdf van ten hoogste 10 MB.", required=False)
    akkoord = forms.BooleanField(
        label="Ik heb alles naar waarheid ingevuld",
        error_messages={"required": "Zet een vinkje als alles klopt"},
    )


class VoorbeeldFilter(forms.Form):
    """Two filters."""

    default_renderer = FilterRenderer
    zoek = forms.CharField(label="Zoek op naam", required=False)
    stand = forms.MultipleChoiceField(
        label="Status",
        choices=[("o", "Ontvangen"), ("b", "In beoordeling"), ("v", "Verleend")],
        widget=forms.CheckboxSelectMultiple,
        initial=["b"],
        required=False,
    )


KOLOMMEN = [
    Kolom("Zaak", sorteer_url="?sorteer=-zaak", richting="oplopend"),
    Kolom("Gemeente", sorteer_url="?sorteer=gemeente"),
    Kolom("Status"),
    Kolom("Bedrag", rechts=True),
]

STAVEN = [
    Staaf("Onderzoek", Decimal(120_000), "€ 120.000"),
    Staaf("Uitvoering in de wijk, samen met bewoners en ondernemers", Decimal(1_450_000), "€ 1.450.000"),
    Staaf("Evaluatie", Decimal(75_000), "€ 75.000"),
    Staaf("Nog te verdelen", Decimal(0), "€ 0"),
]

GEBEURTENISSEN = [
    dict(zip(("titel", "moment", "door", "uitleg"), regel, strict=True))
    for regel in (
        ("Beoordeling gestart", "15 september 2026, 10.12 uur", "Beoordelaar", ""),
        (
            "Aanvulling ontvangen",
            "31 augustus 2026, 13.12 uur",
            "Voorbeeldstad",
            "De begroting is aangevuld.",
        ),
        ("Aanvraag ontvangen", "25 augustus 2026, 10.12 uur", "Voorbeeldstad", ""),
    )
]


def voorbeelden(pagina="4"):
    """What the example templates read, by name."""
    return {
        "bedragen": [(staaf.label, staaf.tekst) for staaf in STAVEN[:3]],
        "totaal": ["Totaal", "€ 1.645.000"],
        "kolommen": KOLOMMEN,
        "grafiek": Staafdiagram("Voorbeeldbegroting per onderdeel", "De uitvoering kost het meeste.", STAVEN),
        "landkaart": landkaart("Kaart van Nederland met vijf voorbeeldpunten", PUNTEN),
        "gegevens": [("Gemeente", "Voorbeeldstad"), ("Aangevraagd", "€ 459.000"), ("Status", "Ontvangen")],
        "gebeurtenissen": GEBEURTENISSEN,
        "filters": [("Status: in beoordeling", "?"), ("Provincie: Utrecht", "?stand=b")],
        "formaten": [("CSV", "?export=csv"), ("XLSX", "?export=xlsx")],
        "pagina": Paginator(range(400), 25).get_page(pagina),
        "filterformulier": VoorbeeldFilter(initial={"stand": ["b"]}),
    }
