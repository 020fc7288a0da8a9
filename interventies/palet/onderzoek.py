"""The library: research is added to it once, and cited by every interventie that rests on it."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.text import slugify

from actielijnen.begroting.plafond import Geweigerd
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.models import Bron, Gebruiker, Precisie
from interventies.models import Bronvermelding, Interventie
from interventies.palet.regels import check_gebeurd, check_tekst, lock

is_adres = URLValidator(schemes=["https", "http"])


@dataclass(frozen=True)
class Publicatiegegevens:
    """What is known of a piece of research; `datum` None: it bears no date."""

    titel: str
    verwijzing: str
    url: str = ""
    datum: date | None = None


@transaction.atomic
def toevoegen(gegevens: Publicatiegegevens, *, is_voorbeeld: bool, by: Gebruiker) -> Bron:
    """Add research to the library, as a bron that letters can cite too. Raises GeenToegang or Geweigerd."""
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    titel = check_tekst("titel", gegevens.titel, leeg="Vul de titel van het onderzoek in.", langst=300)
    leeg = "Vul in hoe een voetnoot het noemt: auteurs, titel en jaar."
    url = check_tekst("url", gegevens.url, langst=200)
    if url:
        _check_adres(url)
    if gegevens.datum:
        check_gebeurd("datum", gegevens.datum)
    soort = Bron.Soort.VOORBEELD if is_voorbeeld else Bron.Soort.ONDERZOEK
    if Bron.objects.filter(soort=soort, titel__iexact=titel).exists():
        raise Geweigerd(f"‘{titel}’ staat al in de bibliotheek. Haal dat onderzoek aan.", "titel")
    bron = Bron.objects.create(
        sleutel=_sleutel(titel),
        soort=soort,
        titel=titel,
        verwijzing=check_tekst("verwijzing", gegevens.verwijzing, leeg=leeg, langst=300),
        url=url,
        datum=gegevens.datum,
        bekend_sinds=gegevens.datum,
        bekend_precisie=Precisie.DAG if gegevens.datum else Precisie.ONBEKEND,
    )
    audit.record(bron, "onderzoek_toevoegen", by=by, titel=titel)
    return bron


@transaction.atomic
def aanhalen(interventie: Interventie, bron: Bron, *, vindplaats: str, waarvoor: str, by: Gebruiker) -> Bronvermelding:
    """Cite `bron` at an interventie. Raises GeenToegang, or Geweigerd when it is cited there already."""
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    lock(interventie)
    if bron.is_voorbeeld != interventie.is_voorbeeld:
        raise Geweigerd("Wat bedacht is en wat echt is, gaan nooit samen. Kies een andere bron.", "bron")
    vindplaats = check_tekst("vindplaats", vindplaats, langst=120)
    if interventie.bronvermeldingen.filter(bron=bron, vindplaats=vindplaats).exists():
        raise Geweigerd("Deze plek in deze bron is al aangehaald. Kies een andere.", "bron")
    made = Bronvermelding.objects.create(
        interventie=interventie,
        bron=bron,
        vindplaats=vindplaats,
        waarvoor=check_tekst("waarvoor", waarvoor, leeg="Schrijf op wat de bron hierover zegt.", langst=1000),
        door=by,
        op=klok.nu(),
    )
    audit.record(interventie, "onderzoek_aanhalen", by=by, bron=bron.titel)
    return made


def _check_adres(url: str) -> None:
    try:
        is_adres(url)
    except ValidationError:
        raise Geweigerd("Dit is geen webadres. Schrijf bijvoorbeeld https://www.voorbeeld.nl/rapport.", "url") from None


def _sleutel(titel: str) -> str:
    """A key for the address that no other bron has."""
    begin = f"onderzoek-{slugify(titel)[:55]}".rstrip("-")
    bezet = set(Bron.objects.filter(sleutel__startswith=begin).values_list("sleutel", flat=True))
    keuzes = (begin, *(f"{begin}-{volgnummer}" for volgnummer in range(2, len(bezet) + 3)))
    return next(each for each in keuzes if each not in bezet)
