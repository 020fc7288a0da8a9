"""What personal data is kept for: of whom, why, on which ground, how long and who sees it.

The texts are printed on /privacy/, so they are written for its readers. What nobody decided yet is empty here and an
open question there: the makers of the portal do not decide about grondslag and bewaartermijn.
"""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Termijn:
    """How many days something is kept after `vanaf`; without `bron` it is a proposal that nobody confirmed yet."""

    dagen: int
    vanaf: str
    bron: str = ""

    @property
    def zin(self) -> str:
        return f"{self.dagen} dagen na {self.vanaf}."


@dataclass(frozen=True)
class Verwerking:
    """One purpose for which personal data is kept. `termijnen` are keys of TERMIJNEN."""

    naam: str
    van_wie: str
    doel: str
    ziet: str
    grondslag: str = ""
    bewaren: str = ""
    termijnen: tuple[str, ...] = ()

    @property
    def bewaartermijnen(self) -> list[Termijn]:
        return [termijn(sleutel) for sleutel in self.termijnen]


TERMIJNEN: dict[str, Termijn] = {
    "account_geblokkeerd": Termijn(365, "de laatste handeling met een account dat is geblokkeerd"),
    "account_ongebruikt": Termijn(365, "het maken van een account waarmee nooit is ingelogd"),
    "uitnodiging_voorbij": Termijn(30, "het gebruiken, intrekken of verlopen van een uitnodiging"),
    "mail_beeindigd": Termijn(90, "het versturen van een mail"),
    "bericht_voorbij": Termijn(365, "een bericht, of na het afhandelen van wat er te doen was"),
    "bestand_geweigerd": Termijn(30, "het insturen van een bestand dat is geweigerd"),
    "taak_beeindigd": Termijn(30, "het einde van een taak"),
}

VERWERKINGEN: dict[str, Verwerking] = {
    "account": Verwerking(
        naam="Uw account",
        van_wie="Iedereen met een account: medewerkers, mensen van gemeenten en leden van de Maatschappelijke Raad.",
        doel="Weten wie u bent en wat u mag. Bij wat u vastlegt, staat uw naam.",
        ziet="U zelf en de functioneel beheerder. Uw naam ziet ook wie ziet wat u hebt vastgelegd.",
        termijnen=("account_geblokkeerd", "account_ongebruikt"),
        bewaren="Na afloop verwijderen we uw naam en e-mailadres. Alleen het nummer van het account blijft.",
    ),
    "uitnodiging": Verwerking(
        naam="Uitnodiging voor een account",
        van_wie="Wie een collega of beheerder heeft uitgenodigd.",
        doel="U een account geven met de juiste rollen.",
        ziet="De functioneel beheerder, en bij een gemeente ook uw collega’s die mogen uitnodigen.",
        termijnen=("uitnodiging_voorbij",),
        bewaren="De uitnodiging zelf is zeven dagen geldig.",
    ),
    "inloggen": Verwerking(
        naam="Veilig inloggen",
        van_wie="Iedereen met een account.",
        doel="Controleren dat u het echt bent. De Baseline Informatiebeveiliging Overheid (BIO2 5.17.01) vraagt een "
        "tweede factor voor accounts die via internet bereikbaar zijn.",
        ziet="Niemand leest wachtwoorden en geheime sleutels. De beheerder ziet of u een tweede factor hebt.",
        bewaren="Tot u de tweede factor weghaalt of uw account wordt verwijderd.",
    ),
    "sessie": Verwerking(
        naam="Terwijl u bent ingelogd",
        van_wie="Iedereen die is ingelogd.",
        doel="U ingelogd houden. U kunt zelf zien waar u bent ingelogd en dat beëindigen.",
        ziet="U zelf.",
        bewaren="Tot de sessie verloopt. Daarna ruimt het portaal haar vanzelf op.",
    ),
    "invoer": Verwerking(
        naam="Wat u invulde toen uw sessie voorbij was",
        van_wie="Wie een formulier verstuurt terwijl de sessie al was geëindigd.",
        doel="Het formulier weer invullen zodra u opnieuw bent ingelogd, zodat uw werk niet verloren gaat.",
        ziet="U zelf.",
        bewaren="Tot u het formulier opnieuw verstuurt, en hooguit 24 uur.",
    ),
    "logboek": Verwerking(
        naam="Logboek van handelingen",
        van_wie="Iedereen met een account.",
        doel="Kunnen nagaan wie wat deed, en wanneer (BIO2 8.15.01). In het logboek staat het nummer van uw account, "
        "niet uw naam.",
        ziet="De auditor en de functioneel beheerder.",
    ),
    "werk": Verwerking(
        naam="Wat u vastlegt",
        van_wie="Medewerkers die feiten vastleggen, bij een tegenspraak kiezen of activiteiten bijhouden, en wie voor "
        "een gemeente een aanvraag, een aanmelding, een voorstel of een terugkoppeling schrijft.",
        doel="Laten zien waar een feit vandaan komt en wie het vastlegde, en wie een activiteit bijhoudt. Tekst "
        "die u zelf schrijft, kan persoonsgegevens bevatten; zet die er niet in als het niet nodig is.",
        ziet="Medewerkers met toegang tot het programma. Wat u voor een gemeente schrijft, zien ook uw collega’s daar.",
    ),
    "brieven": Verwerking(
        naam="Brieven aan de Tweede Kamer",
        van_wie="De ondertekenaar, en medewerkers die een brief aanbieden.",
        doel="De Kamer informeren, en later kunnen laten zien hoe een brief tot stand kwam.",
        ziet="Medewerkers met toegang tot het programma. Een verzonden brief is openbaar.",
        grondslag="Taak van algemeen belang (AVG artikel 6 lid 1 onder e). Dat ministers de Kamer inlichten, staat in "
        "artikel 68 van de Grondwet.",
    ),
    "bestanden": Verwerking(
        naam="Bestanden en taken",
        van_wie="Wie een lijst downloadt of een bestand instuurt.",
        doel="Een groot bestand op de achtergrond maken, en een bestand controleren voordat iemand het opent.",
        ziet="U zelf. Een bestand dat bij een brief of een bron hoort, ziet ook wie die mag zien.",
        termijnen=("taak_beeindigd", "bestand_geweigerd"),
        bewaren="Een gedownloade lijst blijft zeven dagen klaarstaan.",
    ),
    "berichten": Verwerking(
        naam="Berichten en mail",
        van_wie="Iedereen met een account, en wie een uitnodiging of een link per mail krijgt.",
        doel="U laten weten wat er te doen is en wat er is gebeurd. In een mail staat nooit iets vertrouwelijks: "
        "alleen een vaste zin, een verwijzing en een link. Een link die geheim is, wissen we zodra de mail weg is.",
        ziet="U zelf.",
        termijnen=("mail_beeindigd", "bericht_voorbij"),
        bewaren="Een bericht over iets wat u nog moet doen, blijft staan.",
    ),
    "vernietiging": Verwerking(
        naam="Vernietigen van gegevens",
        van_wie="Wie voorstelt om gegevens te vernietigen, en wie daarover beslist.",
        doel="Zeker weten dat twee personen ernaar keken. Het Archiefbesluit 1995 (artikel 8) vraagt een verklaring "
        "van wat er is vernietigd. Daar staan nummers van accounts in, geen namen.",
        ziet="De functioneel beheerder, de programmamanager en de auditor.",
        bewaren="De verklaring blijft.",
    ),
    "contact": Verwerking(
        naam="Contactadres van het programma",
        van_wie="Het programmateam.",
        doel="Bereikbaar zijn voor vragen. Het is een adres van het team, niet van een persoon.",
        ziet="Iedereen: het staat op de contactpagina.",
        bewaren="Zolang het programma loopt.",
    ),
}


def termijn(sleutel: str) -> Termijn:
    """The term as the organisation set it in BEWAARTERMIJNEN, in days; else the proposal of the makers."""
    voorstel = TERMIJNEN[sleutel]
    if sleutel not in settings.BEWAARTERMIJNEN:
        return voorstel
    return Termijn(settings.BEWAARTERMIJNEN[sleutel], voorstel.vanaf, bron="vastgesteld in de instellingen")
