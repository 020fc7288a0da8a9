"""The audit trail: one line per decision, written in the same transaction as the decision itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from string import Formatter

from django.apps import apps

from agenda import klok
from agenda.herkomst import herkomst
from agenda.models.audit import AuditRegel, subject_key, subject_kind

_waiting: ContextVar[list[tuple] | None] = ContextVar("waiting", default=None)

# One sentence per action; {onderwerp} is the record, the other names come from the details.
# {bestand} is the number of a file there: its name may be of a person, and the log is never changed.
# fmt: off
ZINNEN: dict[str, str] = {
    # accounts
    "account_maken":      "{onderwerp} is gemaakt.",
    "account_via_sso":    "{onderwerp} is gemaakt bij de eerste aanmelding via {aanbieder}.",
    "account_volgt_sso":  "{onderwerp} is bijgewerkt naar wat {aanbieder} nu zegt.",
    "opnieuw_aanmelden":  "{onderwerp} heeft zich opnieuw aangemeld via {aanbieder}.",
    "inloggen":           "{onderwerp} is ingelogd.",
    "inloggen_demo":      "{onderwerp} is ingelogd via de demo.",
    "uitloggen":          "{onderwerp} is uitgelogd.",
    "sessie_beeindigen":  "{onderwerp} beëindigde de eigen sessie op een ander apparaat: {apparaat}.",
    "factor_toevoegen":   "{onderwerp} voegde een tweede factor toe: {factor}.",
    "factor_weghalen":    "{onderwerp} haalde een tweede factor weg: {factor}.",
    "herstelcodes_maken": "{onderwerp} maakte nieuwe herstelcodes.",
    "herstelcode_gebruiken": "{onderwerp} gebruikte een herstelcode.",
    "wachtwoord_wijzigen": "{onderwerp} wijzigde het eigen wachtwoord.",
    "wachtwoord_herstellen": "{onderwerp} koos een nieuw wachtwoord via een link in de mail.",
    "uitnodigen":         "{onderwerp} is verstuurd.",
    "uitnodiging_opnieuw":     "{onderwerp} is opnieuw verstuurd.",
    "uitnodiging_intrekken":   "{onderwerp} is ingetrokken.",
    "uitnodiging_aannemen":    "{onderwerp} is gebruikt.",
    "rollen_wijzigen":         "De rollen van {onderwerp} zijn gewijzigd: van {van} naar {naar}.",
    "account_blokkeren":       "{onderwerp} is geblokkeerd.",
    "account_deblokkeren":     "{onderwerp} is niet meer geblokkeerd.",
    "tweede_factor_intrekken": "De tweede factor van {onderwerp} is ingetrokken.",
    "account_overzetten":      "{onderwerp} is na een herindeling overgezet van {van} naar {naar}.",
    "rollen_nalopen":          "De rollen van alle {aantal} accounts zijn nagelopen.",
    # naslaglijsten
    "naslag_toevoegen":   "{onderwerp} is toegevoegd: {wat}.",
    "naslag_wijzigen":    "{onderwerp} is gewijzigd: {wat}.",
    "naslag_verwijderen": "{onderwerp} is verwijderd: {wat}.",
    "naslag_importeren":  "{onderwerp} is bijgewerkt uit een bestand: {wat}.",
    # privacy
    "vernietiging_opstellen":  "{onderwerp} is opgesteld.",
    "vernietiging_bevestigen": "{onderwerp} is door een tweede persoon bevestigd.",
    "vernietiging_afwijzen":   "{onderwerp} is afgewezen; alles blijft bewaard.",
    "vernietiging_uitvoeren":  "{onderwerp} is uitgevoerd. Controlegetal van de verklaring: {sha256}.",
    "account_wissen":          "Naam en e-mailadres van {onderwerp} zijn gewist.",
    "gegevens_downloaden": "{onderwerp} heeft de eigen gegevens gedownload.",
    # bronnen en feiten
    "laden":              "{onderwerp} is geladen uit de bronbestanden.",
    "voorbeeld_laden":    "Van {onderwerp} is een bedacht voorbeeld geladen.",
    "feit_vastleggen":    "{onderwerp} is vastgelegd.",
    "tegenspraak_kiezen": "Bij {onderwerp} is een keuze vastgelegd: {keuze}.",
    "bron_aanvullen":     "Bij {onderwerp} is het document ‘{bestand}’ gevoegd.",
    "bron_document_verwijderen": "Bij {onderwerp} is het document ‘{bestand}’ verwijderd: {reden}.",
    # begroting
    "begrotingsregel_toevoegen": "De begrotingsregel ‘{regel}’ is toegevoegd.",
    "begroting_muteren":        "{onderwerp} is geboekt: {soort} van {bedrag} op {regel}.",
    "herschikking_voorstellen": "{onderwerp} is voorgesteld: {bedrag} van {van} naar {naar}.",
    "herschikking_akkoord":     "Op {onderwerp} is een eerste akkoord gegeven.",
    "herschikking_uitvoeren":   "Op {onderwerp} is een tweede akkoord gegeven; de mutaties zijn geboekt.",
    "herschikking_afwijzen":    "{onderwerp} is afgewezen: {reden}.",
    "reserveren":               "{onderwerp} is gemaakt: {bedrag} op {regel}.",
    "reservering_omzetten":     "{onderwerp} van {bedrag} is omgezet in een verplichting.",
    "reservering_vervallen":    "{onderwerp} van {bedrag} is vervallen.",
    "verplichting_aangaan":     "{onderwerp} is aangegaan: {bedrag} op {regel}.",
    "verplichting_document":    "Bij {onderwerp} is het document ‘{bestand}’ gevoegd.",
    "verplichting_document_verwijderen": "Bij {onderwerp} is het document ‘{bestand}’ verwijderd: {reden}.",
    "verplichting_document_lezen": "Het document ‘{bestand}’ van {onderwerp} is gedownload.",
    "verplichting_bijstellen":  "{onderwerp} is bijgesteld: {soort} van {bedrag}.",
    "betalingen_plannen":       "Voor {onderwerp} zijn {aantal} betalingen gepland, samen {bedrag}.",
    "betaling_boeken":          "Op {onderwerp} is {bedrag} betaald, met kenmerk {kenmerk}.",
    "terugontvangst_boeken":    "Op {onderwerp} is {bedrag} terugontvangen, met kenmerk {kenmerk}.",
    "import_innemen":           "{onderwerp} is ingenomen: {soort}.",
    "import_nagekeken":         "{onderwerp} is nagekeken.",
    "import_bevestigen":        "{onderwerp} is bevestigd: {goed} rijen worden geboekt.",
    "import_geboekt":           "{onderwerp} is klaar: {geboekt} rijen geboekt.",
    "import_intrekken":         "{onderwerp} is ingetrokken.",
    "jaar_voorstellen":         "{onderwerp} is voorgesteld om af te sluiten.",
    "jaar_afsluiten":           "{onderwerp} is afgesloten.",
    "jaar_terugnemen":          "Het voorstel om {onderwerp} af te sluiten is teruggenomen.",
    "prognose_maken":           "De prognose {naam} is gemaakt, met peildatum {peildatum}.",
    "prognose_invullen":        "In de prognose {naam} is {post} ingevuld.",
    "prognose_aanname":         "Bij de prognose {naam} is een aanname vastgelegd: {aanname}.",
    "prognose_ophalen":         "Voor de prognose {naam} is de stand opnieuw opgehaald.",
    "prognose_vaststellen":     "De prognose {naam} is vastgesteld.",
    "scenario_maken":           "Het scenario ‘{naam}’ is gemaakt.",
    "scenario_stap_toevoegen":  "Aan {onderwerp} is een stap toegevoegd: {stap}.",
    "scenario_stap_weghalen":   "Uit {onderwerp} is een stap weggehaald: {stap}.",
    "scenario_aannemen":        "{onderwerp} is aangenomen; de stappen zijn geboekt of als herschikking voorgesteld.",
    "scenario_verwerpen":       "{onderwerp} is verworpen: {reden}.",
    # decentralisatie-uitkeringen; what a gemeente tells of its own accord has nothing to do with them
    "du_aanmelden":             "{onderwerp} van {gemeente} is gedaan.",
    "du_aanmelding_intrekken":  "{onderwerp} is ingetrokken door de gemeente.",
    "du_aanmelding_overnemen":  "{onderwerp} is overgenomen in het voorstel {nummer}.",
    "du_aanmelding_laten":      "{onderwerp} is niet overgenomen: {reden}.",
    "du_voorstellen":           "{onderwerp} is voorgesteld: {bedrag} voor {gemeente} in {jaar}.",
    "du_akkoord":               "{onderwerp}: de gemeente is akkoord.",
    "du_afwijzen":              "{onderwerp}: de gemeente is niet akkoord.",
    "du_intrekken":             "{onderwerp} is ingetrokken: {reden}.",
    "du_overboeken":            "{onderwerp}: {bedrag} is overgeboekt van {regel}.",
    "du_terugboeken":           "{onderwerp}: de overboeking is geweigerd, {bedrag} staat weer op {regel}: {reden}.",
    "du_opnemen":               "{onderwerp} is opgenomen in de {circulaire}.",
    "du_betalen":               "{onderwerp} is betaald door het {fonds} in {maand}.",
    "terugkoppelen":            "{onderwerp} is gegeven.",
    # regelingen
    "regeling_voorwaarden":     "Bij {onderwerp} zijn voorwaarden voor aanvragen vastgelegd: {wat}.",
    "regeling_openstellen":     "{onderwerp} staat open voor aanvragen via het portaal.",
    "regeling_maken":           "{onderwerp} is gemaakt.",
    "regeling_versie_maken":    "{onderwerp} is gemaakt{naar}.",
    "regeling_wijzigen":        "Van {onderwerp} is gewijzigd: {wat}.",
    "instelling_toevoegen":     "Bij {onderwerp} is toegevoegd ({soort}): {wat}.",
    "instelling_wijzigen":      "Bij {onderwerp} is gewijzigd ({soort}): {was} werd {wordt}.",
    "instelling_verplaatsen":   "Bij {onderwerp} is verplaatst ({soort}): {wat}.",
    "instelling_verwijderen":   "Bij {onderwerp} is weggehaald ({soort}): {wat}.",
    "formulier_bewerken":       "{onderwerp} is bewerkt: {wat}.",
    "maxima_innemen":           "Bij {onderwerp} zijn {rijen} maxima overgenomen uit een bestand.",
    "storing_vastleggen":       "{onderwerp} is vastgelegd: van {van} tot {tot}.",
    "storing_intrekken":        "{onderwerp} is ingetrokken: {reden}.",
    "regeling_stuk":            "Bij {onderwerp} is het stuk ‘{stuk}’ als bestand toegevoegd.",
    "regeling_stuk_lezen":      "Het stuk ‘{stuk}’ van {onderwerp} is gedownload.",
    "formulier_opstellen":      "{onderwerp} is opgesteld, met {vragen} vragen.",
    "formulier_vaststellen":    "{onderwerp} is vastgesteld; gemeenten kunnen het invullen.",
    "aanvraag_beginnen":        "{onderwerp} van {gemeente} voor {regeling} is begonnen.",
    "aanvraag_bewaren":         "In {onderwerp} zijn {aantal} antwoorden bewaard.",
    "aanvraag_bestand":         "In {onderwerp} is het bestand ‘{bestand}’ gezet.",
    "aanvraag_bestand_weg":     "In {onderwerp} is het bestand ‘{bestand}’ weggehaald.",
    "aanvraag_bestand_lezen":   "Het bestand ‘{bestand}’ van {onderwerp} is gedownload.",
    "aanvraag_aanbieden":       "{onderwerp} was geheel binnen; de indiener moest nog opnieuw inloggen.",
    "aanvraag_indienen":        "{onderwerp} is ingediend, met kenmerk {kenmerk}.",
    "aanvraag_intrekken":       "{onderwerp} is ingetrokken door de gemeente.",
    "aanvulling_vragen":        "{onderwerp}: om aanvulling {nummer} is gevraagd, uiterlijk op {uiterlijk}.",
    "aanvulling_indienen":      "{onderwerp}: aanvulling {nummer} is ingediend.",
    "aanvraag_compleet":        "{onderwerp} is compleet verklaard.",
    "aanvraag_bericht":         "Over {onderwerp} is een bericht geschreven.",
    "aanvraag_notitie":         "Bij {onderwerp} is een notitie van medewerkers gemaakt.",
    "aanvraag_contact":         "Van {onderwerp} zijn contactgegevens vastgelegd, en wat elektronisch mag komen.",
    "handtekening_vragen":      "{onderwerp}: een tweede handtekening is gevraagd.",
    "handtekening_zetten":      "{onderwerp} is door een tweede persoon ondertekend.",
    "handtekening_weigeren":    "{onderwerp}: een tweede persoon tekent niet.",
    "toekenning_vastleggen":    "{onderwerp} ({wat}) is geregistreerd: {bedrag}.",
    "bestemming_vastleggen":    "{onderwerp} ({wat}) is geregistreerd: {bedrag}, informatie en geen budget.",
    "aanlevering_innemen":      "{onderwerp} is ingenomen en nagekeken: {rijen} rijen.",
    "aanlevering_overnemen":    "{onderwerp}: {aantal} rijen zijn overgenomen als toekenning.",
    "aanlevering_intrekken":    "{onderwerp} is ingetrokken.",
    "vastlegging_verbeteren":   "{onderwerp} ({wat}) is verbeterd van {was} naar {wordt}: {reden}.",
    # interventies
    "interventie_beschrijven":  "{onderwerp} is beschreven.",
    "interventieversie_maken":  "Van {onderwerp} is versie {versie} gemaakt: {wat}.",
    "scopetoets_vastleggen":    "Bij versie {versie} van {onderwerp} is een scopetoets vastgelegd: {oordeel}.",
    "interventie_testen":       "{onderwerp} gaat naar ‘testen wat werkt’: {reden}.",
    "interventie_doen":         "{onderwerp} gaat naar ‘doen wat werkt’: {reden}.",
    "interventie_stoppen":      "{onderwerp} is gestopt: {reden}.",
    "evaluatie_plannen":        "{onderwerp} van interventie {interventie} is gepland.",
    "evaluatie_aanbieden":      "De uitkomsten van {onderwerp} zijn aangeboden aan een tweede lezer.",
    "evaluatie_vaststellen":    "{onderwerp} is vastgesteld door een tweede lezer.",
    "evaluatie_teruggeven":     "{onderwerp} is teruggegeven aan wie haar aanbood.",
    "evaluatie_vervallen":      "{onderwerp} is vervallen.",
    "interventie_document":     "Bij {onderwerp} is het document ‘{bestand}’ gevoegd.",
    "interventie_document_verwijderen": "Bij {onderwerp} is het document ‘{bestand}’ verwijderd: {reden}.",
    "interventie_document_openbaar": "Bij {onderwerp} is het document ‘{bestand}’ openbaar gemaakt.",
    "interventie_document_wissen": "Bij {onderwerp} is het rapport ‘{bestand}’ gewist: {reden}.",
    "interventie_document_afschermen": "Bij {onderwerp} is het document ‘{bestand}’ afgeschermd: {reden}.",
    "interventie_document_lezen": "Het document ‘{bestand}’ van {onderwerp} is gedownload.",
    "leerkring_beginnen":       "{onderwerp} is begonnen.",
    "bijeenkomst_plannen":      "Bij {onderwerp} is een bijeenkomst op {dag} vastgelegd: {wat}.",
    "bijeenkomst_opbrengst":    "Bij {onderwerp} is de opbrengst van {dag} vastgelegd; aantal organisaties: {aantal}.",
    "onderzoek_toevoegen":      "{onderwerp} is aan de bibliotheek toegevoegd: {titel}.",
    "onderzoek_aanhalen":       "Bij {onderwerp} is een bron aangehaald: {bron}.",
    "uitvoering_vastleggen":    "{onderwerp} van interventie {interventie} is vastgelegd: {plek}.",
    "bereik_tellen":            "Bij {onderwerp} is het bereik vastgelegd: {aantal}, geteld als ‘{telwijze}’.",
    "uitvoering_bekostigen":    "Bij {onderwerp} is vastgelegd wie betaalt: {waaruit}.",
    "uitvoering_vervallen":     "{onderwerp} is vervallen: {reden}.",
    "uitvoering_eindigen":      "{onderwerp} loopt tot en met {dag}: {reden}.",
    "bewijsoordeel_vastleggen": "Bij {onderwerp} is een bewijsoordeel vastgelegd: {niveau}, volgens {beoordelaar}.",
    "interventie_publiceren":   "Versie {versie} van {onderwerp} staat in de openbare catalogus.",
    "publicatie_vervangen":     "{onderwerp} van interventie {interventie} is vervangen door een nieuwere versie.",
    "publicatie_intrekken":     "{onderwerp} van interventie {interventie} is uit de catalogus gehaald.",
    "voorstel_indienen":        "{onderwerp} van {gemeente} is ingediend.",
    "voorstel_behandelen":      "{onderwerp} is in behandeling genomen.",
    "voorstel_overnemen":       "{onderwerp} is overgenomen als interventie {sleutel}.",
    "voorstel_afwijzen":        "{onderwerp} is niet overgenomen: {reden}.",
    "voorstel_intrekken":       "{onderwerp} is ingetrokken door de gemeente.",
    "kader_vragen":             "{onderwerp} over {uitvoering} is voorgelegd aan {gemeente}.",
    "kader_toestemmen":         "{onderwerp}: de gemeente geeft toestemming.",
    "kader_weigeren":           "{onderwerp}: de gemeente geeft geen toestemming: {reden}.",
    "kader_intrekken":          "{onderwerp}: de gemeente trekt haar toestemming in: {reden}.",
    "kader_vervallen":          "{onderwerp} is vervallen.",
    # bestanden
    "bestand_lezen":      "Het document ‘{bestand}’ van de bron {bron} is gedownload ({onderwerp}).",
    "bestand_vrijgeven":  "{onderwerp} is vrijgegeven: geen virus gevonden door {scanner}.",
    "bestand_weigeren":   "{onderwerp} is geweigerd en gewist: {bevinding}, volgens {scanner}.",
    # activiteiten en mijlpalen
    "activiteit_maken":      "{onderwerp} is gemaakt: gepland van {van} tot en met {tot}.",
    "activiteit_wijzigen":   "{onderwerp} is gewijzigd: {wat}.",
    "activiteit_verplaatsen": "{onderwerp} is verplaatst van {was} naar {wordt}.",
    "activiteit_starten":    "{onderwerp} is gestart op {dag}.",
    "activiteit_afronden":   "{onderwerp} is afgerond op {dag}.",
    "activiteit_stoppen":    "{onderwerp} is gestopt op {dag}.",
    "activiteit_heropenen":  "{onderwerp} is heropend en loopt weer.",
    "voortgang_melden":      "Bij {onderwerp} is een bericht geschreven: {soort}, {gezondheid}.",
    "mijlpaal_maken":        "De mijlpaal ‘{naam}’ is gemaakt: gepland op {dag}.",
    "mijlpaal_toewijzen":    "De mijlpaal ‘{naam}’ is gewijzigd: {wat}.",
    "mijlpaal_verplaatsen":  "De mijlpaal ‘{naam}’ is verplaatst van {was} naar {wordt}.",
    "mijlpaal_realiseren":   "De mijlpaal ‘{naam}’ is gehaald op {dag}.",
    "mijlpaal_terugnemen":   "Van de mijlpaal ‘{naam}’ is de realisatie teruggenomen.",
    "mijlpaal_vervallen":    "De mijlpaal ‘{naam}’ is vervallen.",
    "mijlpaal_herstellen":   "De mijlpaal ‘{naam}’ gaat toch door.",
    # indicatoren
    "indicator_maken":       "{onderwerp} is gemaakt.",
    "indicatorwaarde_vastleggen": "Bij {onderwerp} is een {soort} van {dag} vastgelegd.",
    "correctie_voorstellen": "{onderwerp} is gedaan bij indicator {indicator}.",
    "correctie_aannemen":    "{onderwerp} bij indicator {indicator} is aangenomen.",
    "correctie_afwijzen":    "{onderwerp} bij indicator {indicator} is afgewezen.",
    # brieven
    "brief_maken":        "{onderwerp} is gemaakt.",
    "brief_lezen":        "De PDF ‘{bestand}’ van {onderwerp} is gedownload.",
    "aanbieden":          "{onderwerp} is aangeboden voor parafering.",
    "paraferen":          "{onderwerp} is geparafeerd.",
    "terugnemen":         "{onderwerp} is teruggezet naar concept.",
    # voorbereiding van een brief
    "voorbereiding_maken":          "De lijst voor de brief van {jaar} is gemaakt: {aantal} punten, uit {uit}.",
    "voorbereidingspunt_toevoegen": "Aan de lijst voor de brief van {jaar} is punt {nummer} toegevoegd.",
    "voorbereidingspunt_wijzigen":  "Punt {nummer} van de lijst voor de brief van {jaar} is gewijzigd: {wat}.",
    "voorbereiding_gereedmelden":   "Punt {nummer} van de lijst voor de brief van {jaar} is gereed gemeld.",
    "voorbereiding_heropenen":      "Punt {nummer} van de lijst voor de brief van {jaar} is heropend.",
    "sjabloonpunt_toevoegen":       "{onderwerp} is toegevoegd: ‘{vraag}’.",
    "sjabloonpunt_wijzigen":        "{onderwerp} (‘{vraag}’) is gewijzigd: {wat}.",
    "sjabloonpunt_vervallen":       "{onderwerp} is vervallen: ‘{vraag}’.",
    # lijsten; {onderwerp} is the kind of record, and one kind can be in several lists
    "exporteren":         "De lijst ‘{lijst}’ is gedownload: {aantal} rijen als {vorm}, met filters: {filters}.",
}
# fmt: on


def record(subject, action: str, *, by, **details) -> AuditRegel:
    """Write that `by` did `action` to `subject` (a record, or a model for a list as a whole).

    Raises ValueError if ZINNEN has no sentence for `action`, or if that sentence needs a detail not given.
    """
    if action not in ZINNEN:
        raise ValueError(
            f"De actie ‘{action}’ heeft geen zin in ZINNEN van agenda/audit.py. Voeg die daar toe."
        )
    missing = _placeholders(action) - {"onderwerp"} - details.keys()
    if missing:
        raise ValueError(
            f"De zin van ‘{action}’ mist: {', '.join(sorted(missing))}. Geef die mee aan record()."
        )
    regel = AuditRegel(
        moment=klok.nu(),
        actie=action,
        onderwerp_soort=subject_kind(subject),
        account=by.pk,
        rollen=list(by.rollen),
        gemeente=by.gemeente.code if by.gemeente else "",
        vanaf=herkomst().vanaf,
        details=details,
    )
    if (waiting := _waiting.get()) is not None:
        waiting.append((regel, subject))
    else:
        regel.onderwerp_sleutel = subject_key(subject)
        regel.save(force_insert=True)
    return regel


@contextmanager
def together() -> Iterator[list[tuple]]:
    """Write the lines of the block at its end, in one query, when also the records they are about have their number."""
    token = _waiting.set([])
    try:
        yield _waiting.get()
        for regel, subject in _waiting.get():
            regel.onderwerp_sleutel = subject_key(subject)
        AuditRegel.objects.bulk_create(regel for regel, _ in _waiting.get())
    finally:
        _waiting.reset(token)


def sentence(regel: AuditRegel) -> str:
    """What happened, as one Dutch sentence without the name of the person."""
    naam = apps.get_model(regel.onderwerp_soort)._meta.verbose_name
    programma, _, sleutel = regel.onderwerp_sleutel.rpartition("/")
    onderwerp = f"{naam} {sleutel}".strip() + (f" ({programma})" if programma else "")
    zin = ZINNEN.get(regel.actie, f"{{onderwerp}}: {actie_in_woorden(regel.actie)}.")
    zin = zin.format_map(Woorden(regel.details | {"onderwerp": onderwerp, "bestand": regel.bestand_naam}))
    zin = f"{zin[:-2]}." if zin.endswith("..") else zin  # what somebody wrote as reason had its own
    return zin[0].upper() + zin[1:]


class Woorden(dict):
    """What a line tells. One that is older than a word of its sentence, says that it does not have it."""

    def __missing__(self, naam: str) -> str:
        return f"{naam}: niet genoteerd"


def actie_in_woorden(actie: str) -> str:
    """`bestand vrijgeven`; also of an action that the portal no longer knows."""
    return actie.replace("_", " ")


def _placeholders(action: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(ZINNEN[action]) if name}
