"""The audit trail: one line per decision, written in the same transaction as the decision itself."""

from string import Formatter

from django.apps import apps

from agenda import klok
from agenda.herkomst import herkomst
from agenda.models.audit import AuditRegel, subject_key, subject_kind

# One sentence per action; {onderwerp} is the record, the other names come from the details.
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
    "bron_aanvullen":     "Bij {onderwerp} is het document ‘{document}’ gevoegd.",
    "bron_document_verwijderen": "Bij {onderwerp} is het document ‘{document}’ verwijderd: {reden}.",
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
    "verplichting_document":    "Bij {onderwerp} is het document ‘{document}’ gevoegd.",
    "verplichting_document_lezen": "Het document ‘{document}’ van {onderwerp} is gedownload.",
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
    # bestanden
    "bestand_lezen":      "Het document ‘{document}’ van de bron {bron} is gedownload ({onderwerp}).",
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
    # indicatoren
    "indicator_maken":       "{onderwerp} is gemaakt.",
    "indicatorwaarde_vastleggen": "Bij {onderwerp} is een {soort} van {dag} vastgelegd.",
    "correctie_voorstellen": "{onderwerp} is gedaan bij indicator {indicator}.",
    "correctie_aannemen":    "{onderwerp} bij indicator {indicator} is aangenomen.",
    "correctie_afwijzen":    "{onderwerp} bij indicator {indicator} is afgewezen.",
    # brieven
    "brief_maken":        "{onderwerp} is gemaakt.",
    "aanbieden":          "{onderwerp} is aangeboden voor parafering.",
    "paraferen":          "{onderwerp} is geparafeerd.",
    "terugnemen":         "{onderwerp} is teruggezet naar concept.",
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
    return AuditRegel.objects.create(
        moment=klok.nu(),
        actie=action,
        onderwerp_soort=subject_kind(subject),
        onderwerp_sleutel=subject_key(subject),
        account=by.pk,
        rollen=list(by.rollen),
        gemeente=by.gemeente.code if by.gemeente else "",
        vanaf=herkomst().vanaf,
        details=details,
    )


def sentence(regel: AuditRegel) -> str:
    """What happened, as one Dutch sentence without the name of the person."""
    naam = apps.get_model(regel.onderwerp_soort)._meta.verbose_name
    programma, _, sleutel = regel.onderwerp_sleutel.rpartition("/")
    onderwerp = f"{naam} {sleutel}".strip() + (f" ({programma})" if programma else "")
    zin = ZINNEN.get(regel.actie, f"{{onderwerp}}: {actie_in_woorden(regel.actie)}.")
    zin = zin.format_map(regel.details | {"onderwerp": onderwerp})
    return zin[0].upper() + zin[1:]


def actie_in_woorden(actie: str) -> str:
    """`bestand vrijgeven`; also of an action that the portal no longer knows."""
    return actie.replace("_", " ")


def _placeholders(action: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(ZINNEN[action]) if name}
