"""The steps of README's ‘Een regeling maken’: from nothing to an aanvraag that is handed in, in the browser alone.

A function per person; `foto(name)` is called at what README shows.
"""

from collections.abc import Callable
from datetime import date, timedelta

from tests.hulpmiddelen.browser import follow

Foto = Callable[[str], None]
NAAM, CODE, OMSCHRIJVING = "Regeling sterke start", "RSS", "ronde 2027"
THEMAS = ["thuis in de wijk", "meedoen op school"]
JAREN = [2027, 2028, 2029]
MAXIMA = ["Gemeentecode;Gebied;Thema;Jaar;Bedrag"] + [
    f"GM9999;;{thema};{jaar};20.000" for thema in THEMAS for jaar in JAREN
]
DOCUMENT = b"wat;hoeveel\nbegeleiding;15000\n"

# fmt: off
#    onderdeel  vraag                               soort         and what more
VRAGEN = [
    ("Plan",    "Wat gaat uw gemeente doen?",       "tekst",      {}),
    ("Plan",    "Werkt u samen met anderen?",       "keuze",      {"keuzes": "Ja\nNee"}),
    ("Plan",    "Met wie werkt u samen?",           "tekst",      {"als": "‘Werkt u samen met anderen?’ is ‘Ja’"}),
    ("Plan",    "Voeg het plan toe",                "bestand",    {}),
    ("Geld",    "Hoeveel vraagt u?",                "tabel",      {}),
    ("Geld",    "Voeg de begroting toe",            "bestand",    {}),
]
#    page                 fields by their label
VOORWAARDEN = {
    "Wettelijke grondslag": "Voorbeeldbesluit (Stb. 2026, 9999)",
    "Waar staat dat aanvragen": "artikel 5 van de regeling (voorbeeld)",
    "Mandaatbesluit": "Voorbeeldmandaat (Stcrt. 2026, 99999)",
    "Reden dat er geen SiSa-code is": "een voorbeeld heeft geen code",
}
# fmt: on


def press(page, name: str) -> None:
    follow(page, page.locator("main").get_by_role("button", name=name, exact=True).first)


def go(page, name: str) -> None:
    follow(page, page.locator("main").get_by_role("link", name=name, exact=True).first)


def fill(page, **velden: str) -> None:
    """Fill fields by their name; a select by what it says."""
    for naam, waarde in velden.items():
        field = page.locator(f"[name={naam}]")
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(label=waarde) if waarde else field.select_option(index=1)
        else:
            field.fill(waarde)


def maken(page, portaal: str, programma: str, foto: Foto) -> None:
    """The programmamanager makes a regeling with its first version."""
    page.goto(f"{portaal}/werk/regelingen/?programma={programma}")
    go(page, "Nieuwe regeling")
    fill(page, citeertitel=NAAM, instrument="specifieke uitkering (SPUK)", kenmerkcode=CODE)
    foto("1-regeling")
    press(page, "Vastleggen")
    go(page, "Nieuwe versie")
    fill(page, omschrijving=OMSCHRIJVING, verstrekker="Voorbeeldminister SZW", van_jaar="2027", tot_en_met_jaar="2029")
    fill(page, bron="")
    foto("2-versie")
    press(page, "Versie maken")
    foto("3-inrichten")


def instellen(page, foto: Foto) -> None:
    """What the version says: money, who, when, rules, themes, a term, a SiSa-indicator and the maxima."""
    go(page, "Plafond")
    fill(page, plafond="500.000", plafond_bron="")
    press(page, "Vastleggen")
    go(page, "Wie kan aanvragen")
    fill(page, gemeenten="Voorbeeldstad")
    press(page, "Vastleggen")
    go(page, "Tijdvak")
    vandaag = date.today()  # noqa: DTZ011, TID251  the day of the browser, not that of the portal
    tijden = {"aanvragen_vanaf": vandaag - timedelta(days=1), "aanvragen_tot": vandaag + timedelta(days=30)}
    fill(page, **{naam: f"{dag:%Y-%m-%d}" for naam, dag in tijden.items()})
    fill(page, aanvragen_vanaf_tijd="09:00", aanvragen_tot_tijd="23:59")
    fill(page, storing_verlengt="Zo lang als de storing duurde")
    foto("4-tijdvak")
    press(page, "Vastleggen")
    go(page, "Awb, ondertekening en betaling")
    fill(page, awb_titel_42="4:25, 4:48–4:51", betaalritme="Eén keer per jaar")
    press(page, "Vastleggen")
    go(page, "Grondslag")
    for label, waarde in VOORWAARDEN.items():
        page.get_by_label(label).fill(waarde)
    fill(page, verdeelwijze="Vaste bedragen")
    press(page, "Vastleggen")
    go(page, "Inrichten")
    rijen(page, foto)
    go(page, "Maxima per gemeente")
    go(page, "Overnemen uit een bestand")
    bestand = {"name": "maxima.csv", "mimeType": "text/csv", "buffer": "\n".join(MAXIMA).encode()}
    page.locator("[name=bestand]").set_input_files(bestand)
    press(page, "Maxima overnemen")
    foto("6-maxima")
    go(page, "Terug naar inrichten")


def rijen(page, foto: Foto) -> None:
    go(page, "Thema’s")
    for naam in THEMAS:
        go(page, "Toevoegen")
        fill(page, naam=naam, soort="Hoofdthema")
        press(page, "Vastleggen")
    foto("5-themas")
    go(page, "Terug naar inrichten")
    go(page, "Termijnen")
    go(page, "Toevoegen")
    fill(page, naam="beslissen op de aanvraag", aantal="13", eenheid="weken", regelsoort="de regeling zelf")
    fill(page, grondslag="artikel 8 van de regeling (voorbeeld)")
    press(page, "Vastleggen")
    go(page, "Terug naar inrichten")
    go(page, "SiSa-indicatoren")
    go(page, "Toevoegen")
    fill(page, naam="besteding in euro")
    press(page, "Vastleggen")
    go(page, "Terug naar inrichten")


def formulier(page, foto: Foto) -> None:
    """The form: two sections, six questions of which two ask a document, and a condition; looked at, and fixed."""
    go(page, "Aanvraagformulier")
    press(page, "Nieuw formulier maken")
    for titel in dict.fromkeys(each[0] for each in VRAGEN):
        go(page, "Onderdeel toevoegen")
        fill(page, titel=titel)
        press(page, "Bewaren")
    for onderdeel, vraag, soort, meer in VRAGEN:
        kaart = page.locator("section.ptl-kaart", has=page.get_by_role("heading", name=onderdeel, exact=True))
        follow(page, kaart.get_by_role("link", name="Vraag toevoegen"))
        page.locator("[name=vraag]").fill(vraag)
        page.locator("[name=soort]").select_option(soort)
        fill(page, **meer)
        if meer.get("als"):
            foto("7-vraag")
        press(page, "Bewaren")
    foto("8-formulier")
    go(page, "Zo ziet de gemeente het")
    foto("9-zo-ziet-de-gemeente-het")
    go(page, "Terug naar het formulier")
    press(page, "Formulier vaststellen")
    go(page, "Terug naar inrichten")
    foto("10-klaar")
    press(page, "Openstellen voor aanvragen")


def aanvragen(page, portaal: str, foto: Foto) -> str:
    """An official of Voorbeeldstad applies; what the page says in the end."""
    page.goto(f"{portaal}/gemeente/aanvragen/")
    rij = page.locator("tr", has_text=NAAM)
    follow(page, rij.get_by_role("button", name="Aanvraag beginnen"))
    go(page, "Plan")
    page.get_by_label("Wat gaat uw gemeente doen?").fill("Een huiskamer voor jongeren.")
    page.get_by_label("Ja", exact=True).check()
    page.get_by_label("Met wie werkt u samen?").fill("De scholen in de wijk.")
    voeg_toe(page, "plan.csv")
    press(page, "Opslaan en verder")
    for cel in page.locator("main table input[type=text], main table input:not([type])").all():
        cel.fill("15.000")
    voeg_toe(page, "begroting.csv")
    foto("11-aanvraag")
    press(page, "Opslaan en verder")
    foto("12-controleren")
    press(page, "Aanvraag indienen")
    return page.locator("main").inner_text()


def voeg_toe(page, naam: str) -> None:
    bestand = {"name": naam, "mimeType": "text/csv", "buffer": DOCUMENT}
    page.locator("main input[type=file]").first.set_input_files(bestand)
