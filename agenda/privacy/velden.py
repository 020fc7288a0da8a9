"""Every field that holds personal data: what it is, for which verwerking, and of what nature."""

from enum import StrEnum
from typing import NamedTuple


class Aard(StrEnum):
    """What a value says of a person, and so what must happen to it when the person is erased."""

    DIRECT = "direct"  # name, address, IP: erased, and never in the row trail
    GEHEIM = "geheim"  # secret or derived from one: erased, and never in the row trail
    INHOUD = "inhoud"  # written by or about one person: goes with its row, and never in the row trail
    NUMMER = "nummer"  # the number of an account: stays, and means nobody once the account is erased
    KENMERK = "kenmerk"  # says something of whom the row is about: means nobody once the account is erased
    VRIJE_TEKST = "vrije tekst"  # about the work, but somebody can have put a name in it


class Veld(NamedTuple):
    """One field of the register: what it is in words, the key of its verwerking, and its nature."""

    wat: str
    verwerking: str
    aard: Aard


D, G, I, N, K, T = Aard.DIRECT, Aard.GEHEIM, Aard.INHOUD, Aard.NUMMER, Aard.KENMERK, Aard.VRIJE_TEKST  # noqa: E741

# fmt: off
VELDEN: dict[str, Veld] = {
    #  app.model.veld                        wat                                     verwerking     aard
    "agenda.gebruiker.naam":            Veld("naam",                                 "account",     D),
    "agenda.gebruiker.email":           Veld("e-mailadres",                          "account",     D),
    "agenda.gebruiker.rollen":          Veld("rollen",                               "account",     K),
    "agenda.gebruiker.gemeente":        Veld("gemeente waarvoor iemand werkt",       "account",     K),
    "agenda.gebruiker.is_active":       Veld("of het account actief is",             "account",     K),
    "agenda.gebruiker.last_login":      Veld("wanneer iemand voor het laatst inlogde", "account",   K),
    "agenda.gebruiker.password":        Veld("wachtwoord, onleesbaar gemaakt",       "inloggen",    G),
    "agenda.uitnodiging.naam":          Veld("naam van wie is uitgenodigd",          "uitnodiging", D),
    "agenda.uitnodiging.email":         Veld("e-mailadres van wie is uitgenodigd",   "uitnodiging", D),
    "agenda.uitnodiging.vingerafdruk":  Veld("controlegetal van de link, niet de link zelf", "uitnodiging", G),
    "agenda.uitnodiging.door":          Veld("nummer van wie de uitnodiging stuurde", "uitnodiging", N),
    "account.emailaddress.user":        Veld("nummer van het account",               "inloggen",    N),
    "account.emailaddress.email":       Veld("e-mailadres",                          "inloggen",    D),
    "account.emailconfirmation.key":    Veld("code om een e-mailadres te bevestigen", "inloggen",   G),
    "mfa.authenticator.user":           Veld("nummer van het account",               "inloggen",    N),
    "mfa.authenticator.data":           Veld("tweede factor: geheime sleutel, passkey of herstelcodes", "inloggen", G),
    "mfa.authenticator.last_used_at":   Veld("wanneer iemand de tweede factor gebruikte", "inloggen", K),
    "socialaccount.socialaccount.user": Veld("nummer van het account",               "inloggen",    N),
    "socialaccount.socialaccount.uid":  Veld("kenmerk bij het eigen inlogsysteem van uw organisatie", "inloggen", D),
    "socialaccount.socialaccount.extra_data": Veld("wat het eigen inlogsysteem meegeeft", "inloggen", D),
    "socialaccount.socialtoken.token":  Veld("code van het eigen inlogsysteem", "inloggen", G),
    "socialaccount.socialtoken.token_secret": Veld("code van het eigen inlogsysteem", "inloggen", G),
    "sessions.session.session_key":     Veld("kenmerk van een sessie",               "sessie",      G),
    "sessions.session.session_data":    Veld("wat het portaal onthoudt zolang iemand is ingelogd", "sessie", G),
    "agenda.sessie.session_key":        Veld("kenmerk van een sessie",               "sessie",      G),
    "agenda.sessie.session_data":       Veld("wat het portaal onthoudt zolang iemand is ingelogd", "sessie", G),
    "agenda.bewaardeinvoer.account":    Veld("nummer van het account",               "invoer",      N),
    "agenda.bewaardeinvoer.adres":      Veld("pagina waarop iemand iets invulde",    "invoer",      I),
    "agenda.bewaardeinvoer.velden":     Veld("wat iemand invulde, zonder wachtwoorden", "invoer",   I),
    "agenda.bewaardeinvoer.bestanden":  Veld("namen van gekozen bestanden",          "invoer",      I),
    "usersessions.usersession.user":    Veld("nummer van het account",               "sessie",      N),
    "usersessions.usersession.session_key": Veld("kenmerk van een sessie",           "sessie",      G),
    "usersessions.usersession.ip":      Veld("IP-adres",                             "sessie",      D),
    "usersessions.usersession.user_agent": Veld("soort browser",                     "sessie",      D),
    "usersessions.usersession.data":    Veld("wat het portaal onthoudt zolang iemand is ingelogd", "sessie", G),
    "agenda.auditregel.account":        Veld("nummer van het account",               "logboek",     N),
    "agenda.auditregel.rollen":         Veld("rollen op dat moment",                 "logboek",     K),
    "agenda.auditregel.gemeente":       Veld("gemeente op dat moment",               "logboek",     K),
    "agenda.auditregel.details":        Veld("wat er bij een handeling hoort, zonder namen", "logboek", T),
    "agenda.auditregel.vanaf": Veld("IP-adres, of de opdracht waarmee iets is gedaan", "logboek", D),
    "agenda.spoor.account":             Veld("nummer van het account",               "logboek",     N),
    "agenda.spoor.vanaf": Veld("IP-adres, of de opdracht waarmee iets is geschreven", "logboek",    D),
    "agenda.spoor.oud":                 Veld("wat er in een rij stond, zonder namen en adressen", "logboek", T),
    "agenda.spoor.nieuw":               Veld("wat er in een rij kwam, zonder namen en adressen", "logboek", T),
    "actielijnen.mutatie.geboekt_door":         Veld("nummer van wie een mutatie boekte",          "werk", N),
    "actielijnen.mutatie.reden":                Veld("reden van een mutatie",                      "werk", T),
    "actielijnen.mutatie.reden_overschrijding": Veld("reden om meer te boeken dan er is",          "werk", T),
    "actielijnen.herschikking.voorgesteld_door": Veld("nummer van wie een herschikking voorstelde", "werk", N),
    "actielijnen.herschikking.reden":           Veld("reden van een herschikking",                 "werk", T),
    "actielijnen.reservering.geboekt_door":     Veld("nummer van wie reserveerde",                 "werk", N),
    "actielijnen.reservering.omschrijving":     Veld("omschrijving van een reservering",           "werk", T),
    "actielijnen.reservering.reden_overschrijding": Veld("reden om meer te boeken dan er is",      "werk", T),
    "actielijnen.verplichting.geboekt_door":    Veld("nummer van wie een verplichting aanging",    "werk", N),
    "actielijnen.verplichting.omschrijving":    Veld("omschrijving van een verplichting",          "werk", T),
    "actielijnen.verplichting.wederpartij":     Veld("organisatie die geld krijgt",                "werk", T),
    "actielijnen.verplichting.toelichting":     Veld("toelichting bij een verplichting",           "werk", T),
    "actielijnen.verplichting.reden_overschrijding": Veld("reden om meer te boeken dan er is",     "werk", T),
    "actielijnen.bijstelling.geboekt_door":     Veld("nummer van wie een verplichting bijstelde",  "werk", N),
    "actielijnen.bijstelling.reden":            Veld("reden van een bijstelling",                  "werk", T),
    "actielijnen.bijstelling.reden_overschrijding": Veld("reden om meer te boeken dan er is",      "werk", T),
    "actielijnen.betaling.geboekt_door":        Veld("nummer van wie een betaling boekte",         "werk", N),
    "actielijnen.betaling.omschrijving":        Veld("omschrijving van een betaling",              "werk", T),
    "actielijnen.betaling.reden_overschrijding": Veld("reden om meer te boeken dan er is",         "werk", T),
    "actielijnen.verplichtingsdocument.toegevoegd_door": Veld("nummer van wie een document toevoegde", "werk", N),
    "actielijnen.verplichtingsdocument.omschrijving": Veld("omschrijving van een document",        "werk", T),
    "actielijnen.betaaltermijn.gepland_door":   Veld("nummer van wie een betaling plande",         "werk", N),
    "agenda.feitversie.vastgelegd_door": Veld("nummer van wie een feit vastlegde",   "werk",        N),
    "agenda.feitversie.reden":          Veld("reden bij een nieuwe versie van een feit", "werk",    T),
    "agenda.tegenspraak.keuze":         Veld("keuze bij een tegenspraak",            "werk",        T),
    "agenda.tegenspraak.behandeling":   Veld("uitleg bij een tegenspraak",           "werk",        T),
    "agenda.tegenspraak.herkomst_keuze": Veld("waar een keuze vandaan komt",         "werk",        T),
    "agenda.momentopname.gemaakt_door": Veld("nummer van wie een brief aanbood",     "brieven",     N),
    "agenda.momentopname.inhoud":       Veld("tekst van een brief",                  "brieven",     T),
    "rapportage.aanbieding.aangeboden_door": Veld("nummer van wie een brief aanbood", "brieven",    N),
    "rapportage.paraaf.gezet_door":     Veld("nummer van wie een paraaf zette",      "brieven",     N),
    "rapportage.brief.ondertekenaar":   Veld("naam en ambt van de ondertekenaar",    "brieven",     T),
    "rapportage.brief.betreft":         Veld("tekst van een brief",                  "brieven",     T),
    "rapportage.briefsectie.kop":       Veld("tekst van een brief",                  "brieven",     T),
    "rapportage.briefsectie.tekst":     Veld("tekst van een brief",                  "brieven",     T),
    "agenda.bestand.eigenaar":          Veld("nummer van wie een bestand maakte of stuurde", "bestanden", N),
    "agenda.bestand.naam":              Veld("naam van een bestand",                 "bestanden",   I),
    "agenda.taak.aangevraagd_door":     Veld("nummer van wie een taak aanvroeg",     "bestanden",   N),
    "agenda.taak.argumenten":           Veld("wat iemand aan een taak meegaf, zoals zoekwoorden", "bestanden", I),
    "agenda.taak.fout":                 Veld("wat er bij een taak misging",          "bestanden",   I),
    "agenda.taak.melding":              Veld("hoe ver een taak is",                  "bestanden",   I),
    "agenda.brondocument.toegevoegd_door": Veld("nummer van wie een document bij een bron zette", "werk", N),
    "agenda.brondocument.verwijderd_door": Veld("nummer van wie een document bij een bron weghaalde", "werk", N),
    "agenda.brondocument.omschrijving": Veld("omschrijving van een document bij een bron", "werk",  T),
    "agenda.brondocument.verwijderd_om": Veld("reden om een document bij een bron weg te halen", "werk", T),
    "actielijnen.activiteit.eigenaar": Veld("nummer van wie een activiteit bijhoudt", "werk",       N),
    "actielijnen.activiteit.doel":      Veld("omschrijving van een activiteit",      "werk",        T),
    "actielijnen.activiteit.gestopt_omdat": Veld("reden om een activiteit te stoppen", "werk",      T),
    "actielijnen.mijlpaal.eigenaar":    Veld("nummer van wie een mijlpaal bijhoudt", "werk",        N),
    "actielijnen.mijlpaal.gemaakt_door": Veld("nummer van wie een mijlpaal maakte",  "werk",        N),
    "actielijnen.mijlpaal.gerealiseerd_door": Veld("nummer van wie vastlegde dat een mijlpaal is gehaald", "werk", N),
    "actielijnen.mijlpaal.toelichting": Veld("toelichting bij een mijlpaal",         "werk",        T),
    "actielijnen.indicator.definitie":  Veld("omschrijving van een indicator",       "werk",        T),
    "actielijnen.indicatorwaarde.door": Veld("nummer van wie een waarde vastlegde",  "werk",        N),
    "actielijnen.indicatorwaarde.vindplaats": Veld("waar een waarde vandaan komt",   "werk",        T),
    "actielijnen.correctievoorstel.voorgesteld_door": Veld("nummer van wie een correctie voorstelde", "werk", N),
    "actielijnen.correctievoorstel.besloten_door": Veld("nummer van wie over een correctie besliste", "werk", N),
    "actielijnen.correctievoorstel.vindplaats": Veld("waar een waarde vandaan komt", "werk",        T),
    "actielijnen.correctievoorstel.reden": Veld("reden van een correctie",           "werk",        T),
    "actielijnen.correctievoorstel.afgewezen_omdat": Veld("reden om een correctie af te wijzen", "werk", T),
    "actielijnen.verplaatsing.door":    Veld("nummer van wie een planning veranderde", "werk",      N),
    "actielijnen.verplaatsing.reden":   Veld("reden om een planning te veranderen",  "werk",        T),
    "actielijnen.voortgangsbericht.door": Veld("nummer van wie een bericht over de voortgang schreef", "werk", N),
    "actielijnen.voortgangsbericht.tekst": Veld("bericht over de voortgang",         "werk",        T),
    "agenda.bericht.ontvanger":         Veld("nummer van wie een bericht kreeg",     "berichten",   N),
    "agenda.mailvoorkeur.gebruiker":    Veld("nummer van wie koos welke mail hij krijgt", "berichten", N),
    "agenda.mailvoorkeur.keuze":        Veld("wanneer iemand mail wil",              "berichten",   K),
    "agenda.mail.ontvanger":            Veld("nummer van wie een mail kreeg",        "berichten",   N),
    "agenda.mail.aan":                  Veld("e-mailadres waar een mail heen ging",  "berichten",   D),
    "agenda.mail.gegevens":             Veld("link in een mail, tot die is verstuurd", "berichten", G),
    "admin.logentry.user":              Veld("nummer van wie een naslaglijst wijzigde", "logboek",  N),
    "admin.logentry.object_repr":       Veld("wat er in een naslaglijst is gewijzigd", "logboek",   T),
    "admin.logentry.change_message":    Veld("van welke waarde naar welke",          "logboek",     T),
    "agenda.vernietigingslijst.opgesteld_door": Veld("nummer van wie vernietiging voorstelde", "vernietiging", N),
    "agenda.vernietigingslijst.besloten_door": Veld("nummer van wie over vernietiging besliste", "vernietiging", N),
    "agenda.vernietigingslijst.afgewezen_omdat": Veld("reden om gegevens te bewaren", "vernietiging", T),
    "agenda.vernietigingsregel.bewaren_omdat": Veld("reden om gegevens te bewaren", "vernietiging", T),
    "agenda.programma.contact":         Veld("contactadres van het programma",       "contact",     T),
}
# fmt: on

# Rows that are wholly about one person, with the way to that person: shown to him, and gone when he is erased.
VAN_EEN_PERSOON: dict[str, str] = {
    "account.emailaddress": "user",
    "account.emailconfirmation": "email_address__user",
    "mfa.authenticator": "user",
    "socialaccount.socialaccount": "user",
    "socialaccount.socialtoken": "account__user",
    "usersessions.usersession": "user",
    "agenda.bewaardeinvoer": "account",
    "agenda.taak": "aangevraagd_door",
    "agenda.bestand": "eigenaar",
    "agenda.bericht": "ontvanger",
    "agenda.mailvoorkeur": "gebruiker",
}

# Rows that know a person by his e-mail address only, and the field that holds it.
OP_ADRES: dict[str, str] = {"agenda.uitnodiging": "email", "agenda.mail": "aan"}

# What stays although it is about a person, with the reason.
BLIJFT: dict[str, str] = {
    "agenda.auditregel.vanaf": "Het logboek wordt nooit gewijzigd. Hoe lang het blijft, moet de FG nog vaststellen.",
    "agenda.spoor.vanaf": "Het spoor wordt nooit gewijzigd. Hoe lang het blijft, moet de FG nog vaststellen.",
    "agenda.sessie.session_key": "Een sessie verloopt, en gaat weg met de andere sessies van het account.",
    "agenda.sessie.session_data": "Een sessie verloopt, en gaat weg met de andere sessies van het account.",
    "sessions.session.session_key": "Een sessie verloopt, en gaat weg met de andere sessies van het account.",
    "sessions.session.session_data": "Een sessie verloopt, en gaat weg met de andere sessies van het account.",
}

# Text fields that hold no personal data, with the reason above them.
ZONDER: dict[str, str] = {
    # published by the bronnen themselves, or reference lists of other organisations
    "agenda.bron": "titel verwijzing url toelichting",
    "agenda.feit": "naam definitie eenheid onderwerp",
    "agenda.feitversie": "nummer_bron tekst betreft vindplaats",
    "agenda.tegenspraak": "onderwerp aard",
    "agenda.tegenspraakvariant": "letter tekst bron_tekst",
    "agenda.openvraag": "onderwerp vraag toelichting",
    "agenda.gemeente": "naam naam_cbs tooi_uri",
    "agenda.provincie": "naam",
    "agenda.gebied": "naam",
    "agenda.gebiedalias": "naam",
    "agenda.ministerie": "afkorting naam tooi_uri",
    "agenda.programma": "naam korte_naam",
    "agenda.programmaalias": "naam",
    "agenda.programmaperiode": "omschrijving",
    "agenda.programmatekst": "tekst",
    "actielijnen.actielijn": "naam",
    "actielijnen.begrotingspost": "naam",
    "actielijnen.begrotingsregel": "periode",
    "actielijnen.mutatie": "vindplaats",
    "actielijnen.herschikking": "vindplaats",
    "actielijnen.verplichting": "kenmerk",
    "actielijnen.betaling": "kenmerk",
    "actielijnen.verzending": "adres",
    "actielijnen.dekkingsbron": "naam doel",
    "actielijnen.samenhangendprogramma": "naam",
    "actielijnen.activiteit": "nummer naam eigenaar_rol",
    "actielijnen.raad": "naam alias taken",
    "actielijnen.mijlpaal": "naam gepland gerealiseerd eigenaar_rol",
    "actielijnen.indicator": "nummer naam eenheid richting",
    "interventies.term": "naam",
    "interventies.termvermelding": "woorden",
    "interventies.project": "naam alias doel",
    "subsidies.regeling": "citeertitel instrument sisa_code",
    "subsidies.regelingversie": "omschrijving verstrekker nummer looptijd toelichting",
    "subsidies.medeondertekening": "ambt",
    "subsidies.thema": "naam",
    "rapportage.toezegging": "tekst ambt termijn",
    "rapportage.vindplaats": "verwijzing",
    "agenda.groepsrol": "groep",
    # written by the code of the portal or of a library
    "agenda.auditregel": "actie onderwerp_soort onderwerp_sleutel",
    "agenda.spoor": "tabel sleutel soort",
    "agenda.zegel": "databank stand regels regels_sha256 sporen sporen_sha256 vorige sha256",
    "agenda.taak": "soort",
    "agenda.bericht": "soort deel over_soort over_sleutel kenmerk adres eenmalig",
    "agenda.mail": "soort message_id fout stand",
    "agenda.mailvoorkeur": "soort",
    "agenda.vernietigingsregel": "soort",
    "agenda.vernietigingsverklaring": "inhoud",
    "agenda.bestand": "mediatype scanner bevinding",
    "agenda.momentopname": "sjabloon",
    "rapportage.brief": "datum_tekst sjabloon",
    "rapportage.paraaf": "sha256",
    "admin.logentry": "object_id",
    "auth.permission": "name codename",
    "auth.group": "name",
    "contenttypes.contenttype": "app_label model",
    "socialaccount.socialapp": "provider provider_id name client_id secret key settings",
    "socialaccount.socialaccount": "provider",
    "procrastinate.procrastinatejob": "queue_name task_name lock args queueing_lock",
    "procrastinate.procrastinateperiodicdefer": "task_name periodic_id",
}
