"""Every kind of message of the portal on one page: what it asks, who gets it, and the words of its mail.

A mail holds the fixed sentence, a reference and a link, and nothing of the record itself. Adding a kind is one row
here and its golden text in tests/agenda/berichten/gouden/.
"""

from dataclasses import dataclass

from agenda.access import SIGNED_IN, Permission, Rol, admits
from agenda.models import Deel, Mailkeuze

P = Permission
TE_DOEN, INFORMATIE, ALLEEN_MAIL = Deel.TE_DOEN, Deel.INFORMATIE, Deel.ALLEEN_MAIL
DIRECT, OVERZICHT, UIT = Mailkeuze.DIRECT, Mailkeuze.DAGOVERZICHT, Mailkeuze.UIT


@dataclass(frozen=True)
class Soort:
    """One kind of message; `wie` may get it, `mail` holds for who chose nothing, `onderwerp` has no full stop."""

    naam: str
    deel: Deel
    mail: Mailkeuze
    wie: Permission | Rol | str
    onderwerp: str
    zin: str
    verplicht: bool = False  # a mail that somebody cannot switch off, because it guards the account
    ook_geblokkeerd: bool = False  # leaves for a blocked account too; every other mail stays behind then
    knop: str = "Open in het portaal"

    def is_for(self, user) -> bool:
        """Whether `user` can get this kind, and so may choose how."""
        return self.wie in user.rollen if isinstance(self.wie, Rol) else admits(self.wie, user)


# fmt: off
_TABEL = (
    #     naam                  deel         mail       wie                    onderwerp, zin
    Soort("brief_paraferen",    TE_DOEN,     DIRECT,    P.BRIEF_PARAFEREN,     "Een brief wacht op uw paraaf",
          "Er is een brief aangeboden voor parafering. Lees de brief en zet uw paraaf."),
    Soort("brief_teruggenomen", INFORMATIE,  DIRECT,    P.BRIEF_PARAFEREN,     "Een brief is terug naar concept",
          "Een brief die voor parafering lag, is terug naar concept. Parafen op deze brief zijn vervallen."),
    Soort("brief_geparafeerd",  INFORMATIE,  OVERZICHT, P.BRIEF_AANBIEDEN,     "Uw brief heeft een paraaf",
          "Een brief die u hebt aangeboden, heeft een paraaf gekregen."),
    Soort("vernietiging_bevestigen", TE_DOEN, DIRECT,   P.VERNIETIGING_BEVESTIGEN, "Een vernietigingslijst wacht op u",
          "Een collega stelt voor om gegevens te vernietigen waarvan de bewaartermijn voorbij is. Bekijk de lijst en "
          "bevestig haar of wijs haar af."),
    Soort("herschikking_akkoord", TE_DOEN, DIRECT,      P.HERSCHIKKING_AKKOORD, "Een herschikking wacht op uw akkoord",
          "Een collega stelt voor om budget te verplaatsen. Bekijk het voorstel, geef akkoord of wijs het af."),
    Soort("jaar_afsluiten",     TE_DOEN,     DIRECT,    P.JAAR_AFSLUITEN,      "Een begrotingsjaar wacht op afsluiting",
          "Een collega stelt voor om een begrotingsjaar af te sluiten. Daarna wordt in dat jaar niets meer geboekt."),
    Soort("du_aanmelding",      TE_DOEN,     OVERZICHT, P.DU_VOORSTELLEN,      "Een gemeente heeft zich aangemeld",
          "Een gemeente heeft belangstelling voor een decentralisatie-uitkering. Lees de aanmelding en laat weten wat "
          "u ermee doet."),
    Soort("du_akkoord_gevraagd", TE_DOEN,    DIRECT,    P.DU_AKKOORD,          "Een voorstel wacht op uw akkoord",
          "Het ministerie van SZW stelt uw gemeente een decentralisatie-uitkering voor. Lees het voorstel en geef wel "
          "of geen akkoord. Aan dit geld stelt het Rijk geen voorwaarden."),
    Soort("du_akkoord_gegeven", INFORMATIE,  DIRECT,    P.DU_VOORSTELLEN,      "Een gemeente is akkoord",
          "Een gemeente is akkoord met de decentralisatie-uitkering die u voorstelde."),
    Soort("du_niet_akkoord",    INFORMATIE,  DIRECT,    P.DU_VOORSTELLEN,      "Een gemeente is niet akkoord",
          "Een gemeente is niet akkoord met de decentralisatie-uitkering die u voorstelde."),
    Soort("du_buiten_scope",    INFORMATIE,  DIRECT,    P.DU_VOORSTELLEN,      "Een interventie is buiten de scope",
          "Een decentralisatie-uitkering die u voorstelde, noemt een interventie die volgens een nieuwe scopetoets "
          "buiten de scope is. In het portaal staat wat u nog kunt doen."),
    Soort("du_overboeken",      TE_DOEN,     DIRECT,    P.BEGROTING_MUTEREN,   "Een overboeking wacht op u",
          "Een gemeente is akkoord met een decentralisatie-uitkering. Vraag de overboeking naar het fonds aan."),
    Soort("du_ingetrokken",     INFORMATIE,  DIRECT,    P.DU_AKKOORD,          "Een voorstel is ingetrokken",
          "Het ministerie van SZW heeft een voorstel voor een decentralisatie-uitkering aan uw gemeente ingetrokken. "
          "In het portaal staat waarom."),
    Soort("du_in_circulaire",   INFORMATIE,  OVERZICHT, P.DU_AKKOORD,          "Een uitkering staat in de circulaire",
          "Een decentralisatie-uitkering aan uw gemeente staat in een circulaire van het fonds. In het portaal staat "
          "welke dat is en in welke maand het fonds betaalt."),
    Soort("aanvraag_ontvangen", INFORMATIE,  DIRECT,    P.AANVRAAG_INDIENEN,   "Uw aanvraag is ontvangen",
          "Wij hebben een aanvraag van uw gemeente ontvangen. In het portaal staan het kenmerk, het moment van "
          "ontvangst en een kopie van uw antwoorden.", verplicht=True),
    Soort("aanvraag_sluit_bijna", INFORMATIE, DIRECT,   P.AANVRAAG_INDIENEN,   "Uw aanvraag is nog niet ingediend",
          "Uw gemeente is begonnen aan een aanvraag en heeft haar nog niet ingediend. Over vijf werkdagen of minder "
          "kan dat niet meer."),
    Soort("aanvraag_sluit_vandaag", INFORMATIE, DIRECT, P.AANVRAAG_INDIENEN,   "Vandaag kunt u nog aanvragen",
          "Uw gemeente is begonnen aan een aanvraag en heeft haar nog niet ingediend. Vandaag is de laatste dag. In "
          "het portaal staat tot hoe laat."),
    Soort("aanvraag_niet_ingediend", INFORMATIE, DIRECT, P.AANVRAAG_INDIENEN,  "Uw aanvraag is niet ingediend",
          "Uw gemeente was begonnen aan een aanvraag en heeft haar niet op tijd ingediend. Wat u invulde, is bewaard."),
    Soort("aanvulling_gevraagd", TE_DOEN,    DIRECT,    P.AANVRAAG_INDIENEN,   "Uw aanvraag is nog niet compleet",
          "Het ministerie van SZW vraagt uw gemeente om een aanvraag aan te vullen. In het portaal staat welke "
          "onderdelen dat zijn, waarom, en tot wanneer u kunt aanvullen."),
    Soort("nieuwe_aanvraag",    TE_DOEN,     OVERZICHT, P.AANVRAAG_BEHANDELEN, "Een gemeente heeft aangevraagd",
          "Een gemeente heeft een aanvraag ingediend. Kijk of zij compleet is."),
    Soort("aanvulling_ingediend", TE_DOEN,   OVERZICHT, P.AANVRAAG_BEHANDELEN, "Een gemeente heeft aangevuld",
          "Een gemeente heeft een aanvraag aangevuld. Kijk of zij nu compleet is."),
    Soort("aanvraag_compleet",  INFORMATIE,  DIRECT,    P.AANVRAAG_INDIENEN,   "Uw aanvraag is compleet",
          "Het ministerie van SZW heeft een aanvraag van uw gemeente compleet verklaard. U hoeft niets meer aan te "
          "vullen."),
    Soort("aanvraag_ingetrokken", INFORMATIE, OVERZICHT, P.AANVRAAG_BEHANDELEN, "Een aanvraag is ingetrokken",
          "Een gemeente heeft een aanvraag ingetrokken. U hoeft haar niet verder te behandelen."),
    Soort("aanvulling_nadert",  INFORMATIE,  DIRECT,    P.AANVRAAG_INDIENEN,   "Aanvullen kan nog een paar dagen",
          "Over vijf werkdagen of minder loopt de termijn af om een aanvraag aan te vullen. Werk alleen of met "
          "collega’s de gevraagde onderdelen bij en dien de aanvulling in."),
    Soort("aanvulling_vandaag", INFORMATIE,  DIRECT,    P.AANVRAAG_INDIENEN,   "Aanvullen kan nog vandaag",
          "Vandaag is de laatste dag om een aanvraag aan te vullen. Dien de aanvulling voor middernacht in."),
    Soort("aanvulling_verstreken", INFORMATIE, DIRECT,  P.AANVRAAG_INDIENEN,   "De termijn om aan te vullen is voorbij",
          "De termijn om een aanvraag aan te vullen is voorbij. Vul zo snel mogelijk alsnog aan: het ministerie "
          "beslist of uw aanvulling nog meetelt."),
    Soort("aanvulling_niet_ontvangen", TE_DOEN, OVERZICHT, P.AANVRAAG_BEHANDELEN, "Een aanvulling is niet ontvangen",
          "De termijn om een aanvraag aan te vullen is voorbij en de gemeente vulde niet aan. Beslis wat er met de "
          "aanvraag gebeurt."),
    Soort("aanvraag_bericht",   INFORMATIE,  DIRECT,    P.AANVRAAG_INDIENEN,   "Een bericht over uw aanvraag",
          "Er is een nieuw bericht over een aanvraag van uw gemeente. U leest het in het portaal."),
    Soort("aanvraag_bericht_gemeente", INFORMATIE, OVERZICHT, P.AANVRAAG_BEHANDELEN, "Een gemeente schreef een bericht",
          "Een gemeente schreef een bericht over haar aanvraag. U leest het in het portaal."),
    Soort("handtekening_gevraagd", TE_DOEN,  DIRECT,    P.AANVRAAG_ONDERTEKENEN, "Een aanvraag wacht op u",
          "Een collega vraagt u een aanvraag van uw gemeente als tweede persoon te ondertekenen. Lees de antwoorden. "
          "Teken, of laat weten waarom niet."),
    Soort("handtekening_gezet", INFORMATIE,  DIRECT,    P.AANVRAAG_INDIENEN,   "Uw aanvraag is ondertekend",
          "Een collega heeft de aanvraag ondertekend die u voorlegde. U kunt haar nu indienen."),
    Soort("handtekening_geweigerd", INFORMATIE, DIRECT, P.AANVRAAG_INDIENEN,   "Uw aanvraag is niet ondertekend",
          "Een collega tekent de aanvraag niet die u voorlegde. In het portaal staat waarom."),
    Soort("termijn_nadert",     INFORMATIE,  DIRECT,    Rol.PROGRAMMAMANAGER,  "Een termijn loopt bijna af",
          "Over vijf werkdagen of minder loopt de termijn af van een toezegging."),
    Soort("termijn_vandaag",    INFORMATIE,  DIRECT,    Rol.PROGRAMMAMANAGER,  "Een termijn loopt vandaag af",
          "Vandaag is de laatste dag van de termijn van een toezegging."),
    Soort("termijn_verstreken", INFORMATIE,  DIRECT,    Rol.PROGRAMMAMANAGER,  "Een termijn is verstreken",
          "De termijn van een toezegging is verstreken."),
    Soort("planning_nadert",    INFORMATIE,  DIRECT,    P.ACTIVITEIT_BIJWERKEN, "Een geplande dag komt dichtbij",
          "Over vijf werkdagen of minder moet een activiteit beginnen of klaar zijn, of een mijlpaal gehaald zijn. U "
          "houdt die bij."),
    Soort("planning_vandaag",   INFORMATIE,  DIRECT,    P.ACTIVITEIT_BIJWERKEN, "Een geplande dag is vandaag",
          "Vandaag moet een activiteit beginnen of klaar zijn, of een mijlpaal gehaald zijn. U houdt die bij."),
    Soort("planning_verstreken", INFORMATIE, DIRECT,    P.ACTIVITEIT_BIJWERKEN, "Een geplande dag is voorbij",
          "Een activiteit of mijlpaal die u bijhoudt, is achterstallig. Werk haar bij of verplaats haar."),
    Soort("voorbereiding_nadert", INFORMATIE, DIRECT,   P.VOORBEREIDING_BIJWERKEN, "Iets voor de brief is bijna nodig",
          "Over vijf werkdagen of minder moet iets klaar zijn voor een brief aan de Tweede Kamer. U bent aan zet."),
    Soort("voorbereiding_vandaag", INFORMATIE, DIRECT,  P.VOORBEREIDING_BIJWERKEN, "Iets voor de brief moet vandaag",
          "Vandaag moet iets klaar zijn voor een brief aan de Tweede Kamer. Voer het in, of meld het gereed."),
    Soort("voorbereiding_verstreken", INFORMATIE, DIRECT, P.VOORBEREIDING_BIJWERKEN, "Iets voor de brief is te laat",
          "Iets dat nodig is voor een brief aan de Tweede Kamer, is niet op tijd ingevoerd. Voer het in, of meld het "
          "gereed."),
    Soort("herbeoordeling_nadert", TE_DOEN, OVERZICHT,  P.INTERVENTIE_BEOORDELEN, "Een bewijsoordeel loopt af",
          "Het oordeel over het bewijs van een interventie geldt niet lang meer. Regel een nieuwe beoordeling en leg "
          "de uitkomst vast."),
    Soort("herbeoordeling_verstreken", TE_DOEN, OVERZICHT, P.INTERVENTIE_BEOORDELEN, "Een bewijsoordeel is verlopen",
          "Het oordeel over het bewijs van een interventie geldt niet meer. De interventie is nu niet beoordeeld. Leg "
          "een nieuw oordeel vast als dat er is."),
    Soort("voorstel_ingediend", TE_DOEN,     OVERZICHT, P.INTERVENTIE_BESCHRIJVEN, "Een gemeente stelt een aanpak voor",
          "Een gemeente stelt een eigen aanpak voor als interventie. Lees het voorstel en laat weten wat u ermee "
          "doet."),
    Soort("voorstel_overgenomen", INFORMATIE, DIRECT,   P.INTERVENTIE_VOORSTELLEN, "Uw voorstel is overgenomen",
          "Het ministerie van SZW beschrijft de aanpak die uw gemeente voorstelde als interventie. Iemand anders kijkt "
          "nog of zij bij de Agenda hoort."),
    Soort("voorstel_afgewezen", INFORMATIE,  DIRECT,    P.INTERVENTIE_VOORSTELLEN, "Uw voorstel is niet overgenomen",
          "Het ministerie van SZW neemt een aanpak die uw gemeente voorstelde niet over als interventie. In het "
          "portaal staat waarom."),
    Soort("kader_gevraagd",     TE_DOEN,     DIRECT,    P.KADER_TOESTEMMEN,    "Een tekst wacht op uw toestemming",
          "Het ministerie van SZW wil een tekst over uw gemeente in een brief aan de Tweede Kamer zetten. Lees de "
          "tekst en geef wel of geen toestemming."),
    Soort("kader_beslist",      INFORMATIE,  DIRECT,    P.INTERVENTIE_BESCHRIJVEN, "Een gemeente gaf antwoord",
          "Een gemeente gaf antwoord over een tekst die u haar voorlegde voor een brief aan de Tweede Kamer."),
    Soort("taak_klaar",         INFORMATIE,  UIT,       SIGNED_IN,             "Uw opdracht is klaar",
          "Het portaal heeft uw opdracht op de achtergrond afgemaakt."),
    Soort("taak_mislukt",       INFORMATIE,  OVERZICHT, SIGNED_IN,             "Uw opdracht is niet gelukt",
          "Het portaal kon uw opdracht op de achtergrond niet afmaken. Op de pagina staat wat u kunt doen."),
    Soort("bestand_geweigerd",  INFORMATIE,  DIRECT,    P.BRON_AANVULLEN,      "Een bestand is geweigerd",
          "De virusscanner heeft een bestand geweigerd dat u hebt toegevoegd. De inhoud is gewist. Open het bestand "
          "ook zelf niet meer."),
    Soort("uitnodiging",        ALLEEN_MAIL, DIRECT,    SIGNED_IN,             "U bent uitgenodigd voor het portaal",
          "Maak met deze link uw account. De link is persoonlijk en werkt één keer. Verwacht u geen uitnodiging? Doe "
          "dan niets.", verplicht=True, knop="Maak uw account"),
    Soort("uitnodiging_bekend", ALLEEN_MAIL, DIRECT,    SIGNED_IN,             "U hebt al een account in het portaal",
          "Iemand wilde u uitnodigen. U hebt al een account, dus u kunt gewoon inloggen. Moet u bij een andere "
          "gemeente horen? Vraag het de beheerder van het portaal.", verplicht=True, knop="Log in"),
    Soort("uitnodiging_geblokkeerd", ALLEEN_MAIL, DIRECT, SIGNED_IN,           "U hebt al een account in het portaal",
          "Iemand wilde u uitnodigen. U hebt al een account, maar een beheerder heeft het geblokkeerd. Hebt u het "
          "weer nodig? Vraag het uw beheerder, of neem contact op met het programmateam.", verplicht=True,
          ook_geblokkeerd=True, knop="Bekijk de contactgegevens"),
    Soort("wachtwoord_vergeten", ALLEEN_MAIL, DIRECT,   SIGNED_IN,             "Kies een nieuw wachtwoord",
          "Met deze link kiest u een nieuw wachtwoord. De link werkt één uur, en maar één keer. Hebt u hier niet om "
          "gevraagd? Dan verandert er niets.", verplicht=True, knop="Kies een nieuw wachtwoord"),
    Soort("wachtwoord_gewijzigd", INFORMATIE, DIRECT,   SIGNED_IN,             "Uw wachtwoord is gewijzigd",
          "Het wachtwoord van uw account is gewijzigd. Deed u dit niet zelf? Kies dan meteen een nieuw wachtwoord via "
          "‘Wachtwoord vergeten’ en meld het aan uw beheerder.", verplicht=True),
    Soort("factor_gewijzigd",   INFORMATIE,  DIRECT,    SIGNED_IN,             "Beveiliging van uw account gewijzigd",
          "Uw tweede factor of uw herstelcodes zijn gewijzigd. Deed u dit niet zelf? Wijzig dan meteen uw wachtwoord "
          "en meld het aan uw beheerder.", verplicht=True),
    Soort("herstelcode_gebruikt", INFORMATIE, DIRECT,   SIGNED_IN,             "Er is een herstelcode gebruikt",
          "Iemand gebruikte een herstelcode van uw account. Was u dat niet? Wijzig dan meteen uw wachtwoord en meld "
          "het aan uw beheerder.", verplicht=True),
    Soort("rollen_gewijzigd",   INFORMATIE,  DIRECT,    SIGNED_IN,             "Uw rollen zijn gewijzigd",
          "Een beheerder heeft de rollen van uw account gewijzigd. U ziet nu misschien andere pagina’s en knoppen. "
          "Klopt het niet? Vraag het uw beheerder.", verplicht=True),
    Soort("gemeente_heringedeeld", INFORMATIE, DIRECT,  SIGNED_IN,             "Uw gemeente is heringedeeld",
          "Door een herindeling hoort uw account nu bij de opvolger van uw gemeente. Wat uw gemeente in het portaal "
          "had, ziet u daar terug. Klopt het niet? Vraag het uw beheerder.", verplicht=True),
    Soort("account_geblokkeerd", ALLEEN_MAIL, DIRECT,   SIGNED_IN,             "Uw account is geblokkeerd",
          "Een beheerder heeft uw account geblokkeerd. U bent overal uitgelogd en kunt niet meer inloggen. Klopt het "
          "niet? Vraag het uw beheerder, of neem contact op met het programmateam.", verplicht=True,
          ook_geblokkeerd=True, knop="Bekijk de contactgegevens"),
    Soort("account_gedeblokkeerd", INFORMATIE, DIRECT,  SIGNED_IN,             "Uw account is weer open",
          "Een beheerder heeft de blokkade van uw account opgeheven. U kunt weer inloggen. Vroeg u hier niet om? Meld "
          "het dan aan uw beheerder.", verplicht=True),
    Soort("dagoverzicht",       ALLEEN_MAIL, DIRECT,    SIGNED_IN,             "Uw berichten in het portaal",
          "Deze berichten wachten op u in het portaal."),
)
# fmt: on

SOORTEN: dict[str, Soort] = {soort.naam: soort for soort in _TABEL}


def find(naam: str) -> Soort:
    """The kind of that name. Raises LookupError when there is none."""
    if naam not in SOORTEN:
        raise LookupError(f"Berichten van soort ‘{naam}’ bestaan niet. Zet een rij in agenda/berichten/soorten.py.")
    return SOORTEN[naam]


def kind_of(bericht) -> Soort:
    """The kind of a message in the inbox, or of a mail; a kind that no longer exists still has a name."""
    gone = bericht.soort.replace("_", " ").capitalize()
    deel = getattr(bericht, "deel", ALLEEN_MAIL)
    return SOORTEN.get(bericht.soort) or Soort(bericht.soort, deel, Mailkeuze.UIT, SIGNED_IN, gone, "")
