"""A text about an uitvoering for a letter: put to the gemeente, which agrees with these very words or does not."""

import re

from django.db import transaction

from actielijnen.activiteiten.nummers import volgend_nummer
from actielijnen.begroting.plafond import Geweigerd
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.berichten import afhandelen, stuur
from agenda.gemeentelijk import check_gemeente, mensen_van
from agenda.levensloop import advance
from agenda.models import Gebruiker
from interventies.models import Praktijkkader, Publicatie, Uitvoering
from interventies.palet.regels import check_tekst, lock

BERICHT, BESLIST = "kader_gevraagd", "kader_beslist"
LANGST = 1500  # characters: a box in a letter, not a page
GEEN_REDEN = "Schrijf op waarom; het ministerie leest dit."


@transaction.atomic
def vragen(uitvoering: Uitvoering, *, titel: str, tekst: str, by: Gebruiker) -> Praktijkkader:
    """Ask the gemeente to agree with a text; what lay there before falls away. Raises GeenToegang or Geweigerd.

    Only of what is in the catalogue: a letter names nothing that nobody published.
    """
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    lock(uitvoering.interventie)
    _check_openbaar(uitvoering)
    velden = {
        "titel": _zonder_getal("titel", titel, leeg="Vul een titel in, bijvoorbeeld: Ouders aan tafel.", langst=120),
        "tekst": _zonder_getal("tekst", tekst, leeg="Schrijf de tekst zoals zij in de brief komt.", langst=LANGST),
    }
    for eerder in Praktijkkader.objects.for_list().open().filter(uitvoering=uitvoering):
        if (eerder.titel, eerder.tekst) == (velden["titel"], velden["tekst"]):
            raise Geweigerd(f"Deze tekst is al voorgelegd: {eerder}. Wijzig iets, of ga terug.", "tekst")
        vervallen(eerder, by=by)
    kader = Praktijkkader.objects.create(
        nummer=volgend_nummer("KAD", Praktijkkader.objects.all()),
        uitvoering=uitvoering,
        **velden,
        gevraagd_op=klok.nu(),
        gevraagd_door=by,
    )
    audit.record(kader, "kader_vragen", by=by, gemeente=uitvoering.gemeente.naam, uitvoering=uitvoering.nummer)
    ondertekenaars = mensen_van(uitvoering.gemeente, Permission.KADER_TOESTEMMEN)
    stuur(BERICHT, ondertekenaars, over=kader, kenmerk=kader.nummer, adres=kader.adres_gemeente, by=by)
    return kader


def _check_openbaar(uitvoering: Uitvoering) -> None:
    if uitvoering.vervallen_op:
        raise Geweigerd(f"Uitvoering {uitvoering} is vervallen. Daarover komt niets in een brief.", "")
    if not Publicatie.objects.openbaar().filter(interventie=uitvoering.interventie_id).exists():
        raise Geweigerd(
            "Deze interventie staat niet in de catalogus, en een brief noemt alleen wat openbaar is. Publiceer haar.",
            "",
        )


def _zonder_getal(veld: str, tekst: str, *, leeg: str, langst: int) -> str:
    tekst = check_tekst(veld, tekst, leeg=leeg, langst=langst)
    if getal := re.search(r"\d+", tekst):
        raise Geweigerd(
            f"In de tekst staat ‘{getal[0]}’. Een getal in een brief komt uit een cijfer dat is na te gaan. Schrijf "
            "het zonder, bijvoorbeeld ‘jongeren op enkele scholen’.",
            veld,
        )
    return tekst


@transaction.atomic
def toestemmen(kader: Praktijkkader, *, by: Gebruiker) -> None:
    """The gemeente agrees with the text as it stands. Raises GeenToegang or NietMogelijk."""
    check_gemeente(kader.gemeente, by)
    advance(kader, "kader_toestemmen", by=by, velden={"beslist_op": klok.nu(), "beslist_door": by})
    _vertel(kader, by)


@transaction.atomic
def weigeren(kader: Praktijkkader, *, reden: str, by: Gebruiker) -> None:
    """The gemeente does not agree, and says why. Raises GeenToegang, NietMogelijk or Geweigerd."""
    check_gemeente(kader.gemeente, by)
    reden = check_tekst("reden", reden, leeg=GEEN_REDEN, langst=2000)
    velden = {"reden": reden, "beslist_op": klok.nu(), "beslist_door": by}
    advance(kader, "kader_weigeren", by=by, velden=velden, reden=reden.rstrip("."))
    _vertel(kader, by)


@transaction.atomic
def intrekken(kader: Praktijkkader, *, reden: str, by: Gebruiker) -> None:
    """The gemeente no longer agrees: no new letter quotes it. Raises GeenToegang, NietMogelijk or Geweigerd."""
    check_gemeente(kader.gemeente, by)
    reden = check_tekst("reden", reden, leeg=GEEN_REDEN, langst=2000)
    advance(kader, "kader_intrekken", by=by, velden={"reden": reden}, reden=reden.rstrip("."))
    _vertel(kader, by)


@transaction.atomic
def vervallen(kader: Praktijkkader, *, by: Gebruiker) -> None:
    """The staff needs the text no more, also when the gemeente agreed. Raises GeenToegang or NietMogelijk."""
    advance(kader, "kader_vervallen", by=by)
    afhandelen(BERICHT, kader)


def _vertel(kader: Praktijkkader, by: Gebruiker) -> None:
    afhandelen(BERICHT, kader)
    stuur(BESLIST, [kader.gevraagd_door], over=kader, kenmerk=kader.nummer, by=by)
