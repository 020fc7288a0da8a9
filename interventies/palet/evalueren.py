"""Evaluating: a plan, an outcome for each goal, and a second reader who settles it or gives it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from actielijnen.activiteiten.nummers import volgend_nummer
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.models import Verplichting
from agenda import audit, klok
from agenda.access import Permission, require
from agenda.levensloop import advance
from agenda.models import Gebruiker
from interventies.models import Evaluatie, Interventie, Uitkomst
from interventies.palet.regels import check_gebeurd, check_tekst, lock
from interventies.palet.toetsen import check_betaalbaar


@dataclass(frozen=True)
class Plan:
    """What will be looked into, how, by whom, and when."""

    soort: str
    onderzoeksvraag: str
    onderzoeksopzet: str
    uitvoerder: str
    van: date
    tot: date
    verplichting: Verplichting | None = None


@transaction.atomic
def plannen(interventie: Interventie, plan: Plan, *, by: Gebruiker) -> Evaluatie:
    """Plan an evaluatie of the newest version. Raises GeenToegang or Geweigerd."""
    require(by, Permission.INTERVENTIE_BESCHRIJVEN)
    lock(interventie)
    if plan.tot < plan.van:
        raise Geweigerd(f"Het einde ({plan.tot:%d-%m-%Y}) ligt voor het begin. Kies een latere dag.", "tot")
    if plan.verplichting:
        _check_kosten(interventie, plan.verplichting)
    vraag = "Schrijf op wat u wilt weten, bijvoorbeeld: voelen deelnemers zich sterker?"
    opzet = "Schrijf op hoe u dat onderzoekt, bijvoorbeeld: voor- en nameting zonder vergelijkingsgroep."
    evaluatie = Evaluatie.objects.create(
        nummer=volgend_nummer("EVA", Evaluatie.objects.all()),
        interventie=interventie,
        versie=interventie.laatste,
        soort=Evaluatie.Soort(plan.soort),
        onderzoeksvraag=check_tekst("onderzoeksvraag", plan.onderzoeksvraag, leeg=vraag, langst=2000),
        onderzoeksopzet=check_tekst("onderzoeksopzet", plan.onderzoeksopzet, leeg=opzet, langst=2000),
        uitvoerder=check_tekst("uitvoerder", plan.uitvoerder, leeg="Vul in wie het onderzoekt.", langst=160),
        van=plan.van,
        tot=plan.tot,
        verplichting=plan.verplichting,
        gepland_door=by,
    )
    audit.record(evaluatie, "evaluatie_plannen", by=by, interventie=interventie.sleutel)
    return evaluatie


@transaction.atomic
def aanbieden(
    evaluatie: Evaluatie, *, uitkomsten: Sequence[tuple[str, str]], beperkingen: str, conclusie: str, by: Gebruiker
) -> None:
    """Offer the outcomes to a second reader: (effect, toelichting) for each goal of the version, in its order.

    Raises GeenToegang, NietMogelijk, or Geweigerd: also before the evaluatie can have ended.
    """
    doelen = evaluatie.versie.doelen
    if len(uitkomsten) != len(doelen):
        raise Geweigerd(f"Geef bij elk doel een uitkomst: het zijn er {len(doelen)}.", "")
    check_gebeurd("conclusie", evaluatie.tot)
    grenzen = "Schrijf op wat dit onderzoek niet kan zeggen, bijvoorbeeld: maar één wijk, geen vergelijkingsgroep."
    velden = {
        "beperkingen": check_tekst("beperkingen", beperkingen, leeg=grenzen, langst=4000),
        "conclusie": check_tekst("conclusie", conclusie, leeg="Schrijf op wat de uitkomst is.", langst=4000),
        "reden": "",
    }
    gevonden = _in_woorden(doelen, uitkomsten, velden["conclusie"])
    advance(evaluatie, "evaluatie_aanbieden", by=by, velden=velden, uitkomsten=gevonden)
    evaluatie.uitkomsten.all().delete()
    for volgorde, (doel, (effect, toelichting)) in enumerate(zip(doelen, uitkomsten, strict=True), start=1):
        waarom = f"Schrijf op waaruit dat blijkt, bij het doel ‘{doel[:60]}’."
        Uitkomst.objects.create(
            evaluatie=evaluatie,
            volgorde=volgorde,
            doel=doel,
            effect=Uitkomst.Effect(effect),
            toelichting=check_tekst(f"toelichting_{volgorde}", toelichting, leeg=waarom, langst=2000),
        )


@transaction.atomic
def vaststellen(evaluatie: Evaluatie, *, by: Gebruiker) -> None:
    """The second reader settles it; of a published interventie everybody can read it from now on."""
    advance(evaluatie, "evaluatie_vaststellen", by=by, velden={"lezer": by, "vastgesteld_op": klok.vandaag()})


@transaction.atomic
def teruggeven(evaluatie: Evaluatie, *, reden: str, by: Gebruiker) -> None:
    """The second reader gives it back with what must be better. Raises GeenToegang, NietMogelijk or Geweigerd."""
    reden = check_tekst("reden", reden, leeg="Schrijf op wat er beter moet.", langst=2000)
    advance(evaluatie, "evaluatie_teruggeven", by=by, velden={"reden": reden}, reden=reden.rstrip("."))


@transaction.atomic
def vervallen(evaluatie: Evaluatie, *, reden: str, by: Gebruiker) -> None:
    """It is not done after all; the reason stays. Raises GeenToegang, NietMogelijk or Geweigerd."""
    reden = check_tekst("reden", reden, leeg="Schrijf op waarom de evaluatie niet doorgaat.", langst=2000)
    advance(evaluatie, "evaluatie_vervallen", by=by, velden={"reden": reden}, reden=reden.rstrip("."))


def _in_woorden(doelen: Sequence[str], uitkomsten: Sequence[tuple[str, str]], conclusie: str) -> str:
    """What is offered, for the log: what is offered later takes its place on the page."""
    effecten = [Uitkomst.Effect(effect).label.lower() for effect, _ in uitkomsten]
    per_doel = [f"‘{doel.rstrip('.')}’: {effect}" for doel, effect in zip(doelen, effecten, strict=True)]
    return f"{'; '.join(per_doel)}. Conclusie: {conclusie}"


def _check_kosten(interventie: Interventie, verplichting: Verplichting) -> None:
    if verplichting.programma.is_voorbeeld != interventie.is_voorbeeld:
        raise Geweigerd("Deze verplichting is van een ander programma. Kies een andere, of geen.", "verplichting")
    check_betaalbaar(interventie, "verplichting")
