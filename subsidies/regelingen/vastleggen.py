"""Registering what the verstrekker allots and what gemeenten earmark; a correction is a new row with a reason."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum

from agenda import audit, klok
from agenda.access import Permission, require
from agenda.herindeling import en
from agenda.levensloop import NietMogelijk
from agenda.models import Bron, Gebied, Gebruiker, Gemeente, Kwalificatie
from agenda.money import euro, rond
from agenda.waarden import controleer_tekst
from subsidies.models import Bestemming, RegelingVersie, Thema, Toekenning
from subsidies.models.toekenningen import Vastlegging

LANGST = 200  # characters
MEER_DAN_KAN = Decimal(10) ** 10  # euro
INTEGRAAL = Thema.Soort.INTEGRAAL


@transaction.atomic
def toekenning(thema: Thema, gebied: Gebied, *, jaar: int, bedrag: Decimal, gemeente: Gemeente, by, **herkomst):
    """Register what the verstrekker allots (euro), with `bron` and `vindplaats`.

    Raises GeenToegang, NietMogelijk (a version that takes applications), or ValidationError by field.
    """
    require(by, Permission.REGELING_BIJHOUDEN)
    slot(thema.versie)
    nieuw = toekenning_in_bestand(thema, gebied, jaar=jaar, bedrag=bedrag, gemeente=gemeente, by=by, **herkomst)
    audit.record(nieuw, "toekenning_vastleggen", by=by, wat=str(nieuw), bedrag=euro(bedrag))
    return nieuw


def toekenning_in_bestand(
    thema: Thema, gebied: Gebied, *, jaar: int, bedrag: Decimal, gemeente: Gemeente, by, **herkomst
):
    """As `toekenning`, within the transaction and under the lock of the caller, who records it."""
    _jaar_past(thema.versie, jaar)
    _gebied_past(thema.versie, gebied)
    gemeente_past(gemeente, gebied, jaar)
    _bedrag_past(bedrag)
    if er_al := Toekenning.objects.geldend().filter(thema=thema, gebied=gebied, jaar=jaar).first():
        weiger("bedrag", f"Voor {er_al} staat er al {euro(er_al.bedrag)}. Verbeter dat, met een reden.")
    vast = {"thema": thema, "gebied": gebied, "jaar": jaar, "gemeente": gemeente}
    nieuw = _rij(Toekenning, **vast, bedrag=bedrag, by=by, **herkomst)
    _plafond_past(thema.versie)
    return nieuw


@transaction.atomic
def bestemming(thema: Thema, gebied: Gebied, *, jaar: int, bedrag: Decimal, by: Gebruiker, **herkomst) -> Bestemming:
    """Register what a gemeente earmarked of its integrale middelen for `thema` (euro): never budget.

    Raises GeenToegang, NietMogelijk, or ValidationError by field, also if more is earmarked than was allotted.
    """
    require(by, Permission.REGELING_BIJHOUDEN)
    slot(thema.versie)
    _jaar_past(thema.versie, jaar)
    _gebied_past(thema.versie, gebied)
    _bedrag_past(bedrag)
    if thema.soort == INTEGRAAL:
        weiger("thema", "Integrale middelen krijgen een bestemming bij een ander thema. Kies dat thema.")
    if er_al := Bestemming.objects.geldend().filter(thema=thema, gebied=gebied, jaar=jaar).first():
        weiger("bedrag", f"Voor {er_al} staat er al {euro(er_al.bedrag)}. Verbeter dat, met een reden.")
    nieuw = _rij(Bestemming, thema=thema, gebied=gebied, jaar=jaar, bedrag=bedrag, by=by, **herkomst)
    _integraal_past(thema.versie, gebied, jaar)
    audit.record(nieuw, "bestemming_vastleggen", by=by, wat=str(nieuw), bedrag=euro(bedrag))
    return nieuw


@transaction.atomic
def verbeteren(oud: Vastlegging, *, bedrag: Decimal, bron: Bron, vindplaats: str, reden: str, by: Gebruiker):
    """Put another amount (euro) in the place of `oud`, which stays readable. Raises as the verbs above."""
    require(by, Permission.REGELING_BIJHOUDEN)
    slot(oud.thema.versie)
    nieuw = verbetering_in_bestand(oud, bedrag=bedrag, bron=bron, vindplaats=vindplaats, reden=reden, by=by)
    bedragen = {"was": euro(oud.bedrag), "wordt": euro(bedrag)}
    audit.record(nieuw, "vastlegging_verbeteren", by=by, wat=str(nieuw), **bedragen, reden=reden)
    return nieuw


def verbetering_in_bestand(
    oud: Vastlegging, *, bedrag: Decimal, bron: Bron, vindplaats: str, reden: str, by: Gebruiker
):
    """As `verbeteren`, within the transaction and under the lock of the caller, who records it."""
    _tekst_past("reden", reden, "Bijvoorbeeld: BZK stuurde een nieuw bestand.")
    if type(oud).objects.filter(vervangt=oud).exists():
        raise NietMogelijk(f"{oud} is al eerder verbeterd. Verbeter de nieuwste waarde.")
    _bedrag_past(bedrag)
    if bedrag == oud.bedrag:
        weiger("bedrag", f"Dit bedrag staat er al: {euro(bedrag)}. Vul het nieuwe bedrag in.")
    vast = {"thema": oud.thema, "gebied": oud.gebied, "jaar": oud.jaar, "vervangt": oud, "reden": reden}
    if isinstance(oud, Toekenning):
        vast["gemeente"] = oud.gemeente
    nieuw = _rij(type(oud), **vast, bedrag=bedrag, bron=bron, vindplaats=vindplaats, by=by)
    _plafond_past(oud.thema.versie)
    _integraal_past(oud.thema.versie, oud.gebied, oud.jaar)
    return nieuw


def _rij(model: type[Vastlegging], *, by: Gebruiker, vindplaats: str, **velden):
    _tekst_past("vindplaats", vindplaats, "Bijvoorbeeld: rij 12 van het bestand.")
    return model.objects.create(**velden, vindplaats=vindplaats, vastgelegd_op=klok.nu(), vastgelegd_door=by)


def slot(versie: RegelingVersie) -> None:
    """Two amounts at once wait for each other, so that together they cannot pass a ceiling. Raises NietMogelijk."""
    soort = RegelingVersie.objects.select_for_update().filter(pk=versie.pk).values_list("soort", flat=True).get()
    if soort != RegelingVersie.Soort.REGISTRATIE:
        raise NietMogelijk(f"{versie} neemt aanvragen aan. Een toekenning komt daar uit een beschikking.")


def weiger(veld: str, tekst: str) -> None:
    raise ValidationError({veld: tekst})


def _tekst_past(veld: str, tekst: str, voorbeeld: str) -> None:
    if not tekst:
        weiger(veld, f"Vul de {veld} in. {voorbeeld}")
    controleer_tekst(veld, tekst, voorbeeld=voorbeeld, langst=LANGST)


def _jaar_past(versie: RegelingVersie, jaar: int) -> None:
    if not versie.van_jaar or not versie.van_jaar <= jaar <= versie.tot_en_met_jaar:
        wanneer = f"loopt {versie.looptijd}" if versie.van_jaar else "heeft geen bekende looptijd"
        weiger("jaar", f"{jaar} past niet: versie {versie.volgorde} {wanneer}.")


def _gebied_past(versie: RegelingVersie, gebied: Gebied) -> None:
    if not versie.gebieden.filter(pk=gebied.pk).exists():
        weiger("gebied", f"{gebied} hoort niet bij de gebieden van versie {versie.volgorde}.")


def gemeente_past(gemeente: Gemeente, gebied: Gebied, jaar: int) -> None:
    """The gemeente exists in that year, and the gebied lies in it or in what it became. Raises ValidationError."""
    if gemeente.opgegaan_op and gemeente.opgegaan_op <= date(jaar, 1, 1):
        nieuw = [gemeente.opvolger] if gemeente.opvolger else list(gemeente.verdeeld_over.all())
        waarin = en(f"{each} ({each.code})" for each in nieuw) if nieuw else "een andere gemeente"
        weiger("gemeente", f"{gemeente} bestaat niet meer: sinds {gemeente.opgegaan_op:%d-%m-%Y} is het {waarin}.")
    if gemeente.bestaat_vanaf and gemeente.bestaat_vanaf > date(jaar, 12, 31):
        weiger("gemeente", f"{gemeente} bestaat in {jaar} nog niet, pas vanaf {gemeente.bestaat_vanaf:%d-%m-%Y}.")
    if gebied.gemeente_id != gemeente.pk and not _is_dezelfde(gemeente, gebied.gemeente):
        weiger("gebied", f"{gebied} ligt in {gebied.gemeente} ({gebied.gemeente.code}), niet in {gemeente}.")


def _is_dezelfde(een: Gemeente, ander: Gemeente) -> bool:
    """Whether the one went up in the other: a record keeps the gemeente of its own time."""
    met_voorgangers = Gemeente.objects.met_voorgangers
    return een.opvolger_id == ander.pk or een.pk in met_voorgangers(ander.pk) or ander.pk in met_voorgangers(een.pk)


def _bedrag_past(bedrag: Decimal) -> None:
    if bedrag < 0:
        weiger("bedrag", f"{euro(bedrag)} kan niet: een bedrag is 0 of meer.")
    if bedrag >= MEER_DAN_KAN or bedrag != rond(bedrag):
        weiger("bedrag", f"{bedrag} kan niet. Vul een bedrag in hele centen in, minder dan 10 miljard euro.")


def _plafond_past(versie: RegelingVersie) -> None:
    """What is there now stays below the ceiling; one that a bron rounds or calls ‘ruim’ is none to count with."""
    if versie.plafond is None or versie.plafond_kwalificatie != Kwalificatie.EXACT:
        return
    samen = _som(Toekenning.objects.geldend().van(versie))
    if samen > versie.plafond:
        plafond = f"het plafond van versie {versie.volgorde} is {euro(versie.plafond)}"
        weiger("bedrag", f"Samen wordt dat {euro(samen)}, en {plafond}.")


def _integraal_past(versie: RegelingVersie, gebied: Gebied, jaar: int) -> None:
    """What is earmarked fits in the integrale middelen, if it is known how much these are."""
    integraal = Toekenning.objects.geldend().van(versie).filter(gebied=gebied, jaar=jaar, thema__soort=INTEGRAAL)
    if not integraal.exists():
        return
    samen = _som(Bestemming.objects.geldend().van(versie).filter(gebied=gebied, jaar=jaar))
    if samen > (er_is := _som(integraal)):
        middelen = f"de integrale middelen van {gebied} in {jaar} zijn {euro(er_is)}"
        weiger("bedrag", f"Samen krijgt dan {euro(samen)} een bestemming, en {middelen}.")


def _som(rijen) -> Decimal:
    return rijen.aggregate(som=Sum("bedrag", default=Decimal(0)))["som"]
