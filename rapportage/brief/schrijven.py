"""What happens to a letter: made from its template, edited, offered for parafering, taken back."""

from django.db import transaction

from agenda import access, audit, klok, levensloop, taken
from agenda.access import Permission
from agenda.eenmoment import at_one_moment
from agenda.models import Bestand, Bron, Gebruiker, Programma
from rapportage.brief import opname, parafen, sjablonen
from rapportage.models import Brief, Briefsectie, Voetnoot


@transaction.atomic
def openen(programma: Programma, soort: str, jaar: int, *, by: Gebruiker) -> Brief:
    """The letter of this kind and year, made from its template when it does not exist. Raises BriefFout."""
    access.require(by, Permission.BRIEF_SCHRIJVEN)
    bestaand = Brief.objects.filter(programma=programma, soort=soort, jaar=jaar).first()
    if bestaand:
        return bestaand
    sjabloon = sjablonen.lees(soort, jaar)
    brief, is_nieuw = Brief.objects.get_or_create(
        programma=programma,
        soort=soort,
        jaar=jaar,
        defaults={
            "betreft": sjabloon.betreft,
            "peildatum": sjabloon.peildatum,
            "datum_tekst": sjabloon.datum_tekst,
            "is_reconstructie": sjabloon.is_reconstructie,
            "ondertekenaar": sjabloon.ondertekenaar,
            "sjabloon": sjabloon.sjabloon,
        },
    )
    if not is_nieuw:  # somebody else made it at the same moment
        return brief
    Briefsectie.objects.bulk_create(
        Briefsectie(brief=brief, volgorde=volgorde, **vars(sectie))
        for volgorde, sectie in enumerate(sjabloon.secties, start=1)
    )
    bronnen = Bron.objects.in_bulk(sjabloon.voetnoten.values(), field_name="sleutel")
    Voetnoot.objects.bulk_create(
        Voetnoot(brief=brief, sleutel=sleutel, bron=bronnen[bron])
        for sleutel, bron in sjabloon.voetnoten.items()
        if bron in bronnen  # a missing one is reported where the text calls it
    )
    audit.record(brief, "brief_maken", by=by)
    return brief


@at_one_moment
def aanbieden(brief: Brief, *, by: Gebruiker) -> Brief:
    """Freeze the letter and offer it for parafering. Raises BriefFout when something blocks."""
    brief = Brief.objects.select_for_update(of=["self"]).select_related("programma").get(pk=brief.pk)
    brief.opname = opname.freeze(brief, by=by)
    brief.save(update_fields=["opname"])
    aanbieding, _ = brief.aanbiedingen.update_or_create(  # the same text again: who offers it now hears of a paraaf
        opname=brief.opname, defaults={"aangeboden_op": klok.nu(), "aangeboden_door": by}
    )
    levensloop.advance(brief, "aanbieden", by=by, sha256=brief.opname.sha256)
    if aanbieding.pdf is None:
        taken.enqueue("brief_pdf", by=by, is_voorbeeld=brief.programma.is_voorbeeld, aanbieding=aanbieding.pk)
    parafen.vragen(brief, by=by)
    return brief


@transaction.atomic
def terugnemen(brief: Brief, *, by: Gebruiker) -> Brief:
    """Back to concept. The Momentopname stays, so that changes since then can be shown; its parafen are void."""
    brief = Brief.objects.select_for_update(of=["self"]).select_related("programma").get(pk=brief.pk)
    levensloop.advance(brief, "terugnemen", by=by)
    parafen.vervallen(brief, by=by)
    return brief


@transaction.atomic
def lezen(brief: Brief, pdf: Bestand, *, by: Gebruiker) -> Bestand:
    """A PDF of the letter to hand out, with a line in the audit trail: until it is sent it is confidential."""
    audit.record(brief, "brief_lezen", by=by, bestand=str(pdf.pk))
    return pdf
