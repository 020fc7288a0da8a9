"""The second signature under an aanvraag: asked of a colleague, given or declined, and void once an answer changes."""

from django.db import transaction

from actielijnen.begroting.plafond import Geweigerd
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.berichten import stuur
from agenda.gemeentelijk import check_gemeente, mensen_van
from agenda.levensloop import Functiescheiding, NietMogelijk, scheiding
from agenda.models import Gebruiker
from subsidies.aanvragen.invullen import TEKENEN, bewaren, check_invulbaar, locked, niemand_tekent_meer
from subsidies.aanvragen.stand import stand_van
from subsidies.models import Aanvraag, Handtekening

GEZET, GEWEIGERD = "handtekening_gezet", "handtekening_geweigerd"
Soort = Handtekening.Soort
ZELF = "Wie om de tweede handtekening vraagt, tekent niet zelf. Vraag een collega die mag tekenen."
scheiding("Aanvraag", "Als tweede ondertekenen", "Om die handtekening vragen")


@transaction.atomic
def vragen(aanvraag: Aanvraag, *, aan: Gebruiker, by: Gebruiker) -> Handtekening:
    """Ask `aan` to sign `aanvraag` as it is now. Raises GeenToegang, NietMogelijk, Functiescheiding or Geweigerd."""
    require(by, Permission.AANVRAAG_INDIENEN)
    aanvraag = _eis_mogelijk(aanvraag, by)
    bewaren(aanvraag, {}, stand=aanvraag.bewaard, by=by)  # what is not asked any more is not signed
    aanvraag.refresh_from_db(fields=["bewaard"])
    if missing := stand_van(aanvraag).ontbreekt:
        namen = "; ".join(f"‘{vraag}’" for vraag in missing)
        raise NietMogelijk(f"Een handtekening vragen kan nog niet: deze vragen moet u nog beantwoorden: {namen}.")
    if aan == by:
        raise Functiescheiding(ZELF)
    if aan not in tekenbevoegden(aanvraag):
        raise Geweigerd(f"{aan} mag niet tekenen voor {aanvraag.gemeente}. Kies een collega uit de lijst.", "aan")
    if geldige(aanvraag):
        raise NietMogelijk(f"Aanvraag {aanvraag} is al ondertekend. U kunt haar indienen.")
    niemand_tekent_meer(aanvraag)
    made = _schrijf(aanvraag, Soort.GEVRAAGD, by, aan=aan)
    audit.record(aanvraag, "handtekening_vragen", by=by)
    stuur(TEKENEN, [aan], over=aanvraag, by=by, kenmerk=aanvraag.kenmerk or "", adres=aanvraag.adres_ondertekenen)
    return made


@transaction.atomic
def zetten(aanvraag: Aanvraag, *, naam: str, functie: str, mandaat: str, bewaard: int, by: Gebruiker) -> Handtekening:
    """Sign the answers of save `bewaard`, which the signer read. Raises GeenToegang, NietMogelijk, Functiescheiding."""
    aanvraag, asked = _eis_gevraagd(aanvraag, bewaard, by)
    made = _schrijf(aanvraag, Soort.GEZET, by, naam=naam.strip(), functie=functie.strip(), mandaat=mandaat.strip())
    audit.record(aanvraag, "handtekening_zetten", by=by)
    _tell(GEZET, aanvraag, asked, by)
    return made


@transaction.atomic
def weigeren(aanvraag: Aanvraag, *, reden: str, bewaard: int, by: Gebruiker) -> Handtekening:
    """Do not sign the answers of save `bewaard`, and say why. Raises the same."""
    aanvraag, asked = _eis_gevraagd(aanvraag, bewaard, by)
    made = _schrijf(aanvraag, Soort.GEWEIGERD, by, reden=reden.strip())
    audit.record(aanvraag, "handtekening_weigeren", by=by)
    _tell(GEWEIGERD, aanvraag, asked, by)
    return made


def geldige(aanvraag: Aanvraag, bewaard: int | None = None) -> Handtekening | None:
    """The signature under the answers of save `bewaard`, or as they are now."""
    bewaard = aanvraag.bewaard if bewaard is None else bewaard
    return Handtekening.objects.voor_stand(aanvraag, bewaard).filter(soort=Soort.GEZET).first()


def laatste(aanvraag: Aanvraag) -> Handtekening | None:
    """What was last done about the signature under the answers as they are now."""
    return Handtekening.objects.voor_stand(aanvraag, aanvraag.bewaard).first()


def tekenbevoegden(aanvraag: Aanvraag):
    """Who at the gemeente may sign."""
    return mensen_van(aanvraag.gemeente, Permission.AANVRAAG_ONDERTEKENEN).order_by("naam")


def _eis_mogelijk(aanvraag: Aanvraag, by: Gebruiker) -> Aanvraag:
    """The aanvraag, locked, which wants a second signature and can have it. Raises GeenToegang or NietMogelijk."""
    check_gemeente(aanvraag.gemeente, by)
    aanvraag = locked(aanvraag)
    check_invulbaar(aanvraag)
    if not aanvraag.versie.tweede_handtekening:
        raise NietMogelijk(f"Voor {aanvraag.versie} is geen tweede handtekening nodig. U kunt de aanvraag indienen.")
    return aanvraag


def _eis_gevraagd(aanvraag: Aanvraag, bewaard: int, by: Gebruiker) -> tuple[Aanvraag, Handtekening]:
    """The aanvraag with what was asked about the answers that `by` read."""
    require(by, Permission.AANVRAAG_ONDERTEKENEN)
    aanvraag = _eis_mogelijk(aanvraag, by)
    asked = laatste(aanvraag)
    if bewaard != aanvraag.bewaard:
        raise NietMogelijk("De antwoorden zijn gewijzigd nadat u deze pagina opende. Lees ze opnieuw voor u tekent.")
    if asked is None or not asked.is_gevraagd:
        raise NietMogelijk(f"Bij deze antwoorden van aanvraag {aanvraag} wacht geen vraag om te tekenen.")
    if asked.door_id == by.pk:
        raise Functiescheiding(ZELF)
    return aanvraag, asked


def _schrijf(aanvraag: Aanvraag, soort: Soort, by: Gebruiker, **velden) -> Handtekening:
    vast = {"aanvraag": aanvraag, "bewaard": aanvraag.bewaard, "op": klok.nu(), "door": by}
    return Handtekening.objects.create(soort=soort, **vast, **velden)


def _tell(soort: str, aanvraag: Aanvraag, asked: Handtekening, by: Gebruiker) -> None:
    niemand_tekent_meer(aanvraag)
    adres, kenmerk = aanvraag.adres_gemeente, aanvraag.kenmerk or ""
    stuur(soort, [asked.door], over=aanvraag, by=by, kenmerk=kenmerk, adres=adres)
