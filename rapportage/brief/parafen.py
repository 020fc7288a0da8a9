"""Parafen under a letter: asked from who may, put under exactly one Momentopname, void when the letter goes back."""

from django.db import transaction
from django.db.models import Q

from agenda import berichten, klok, levensloop
from agenda.access import Permission
from agenda.levensloop import NietMogelijk
from agenda.models import AuditRegel, Bericht, Gebruiker
from rapportage.models import Brief, Paraaf

VRAAG = "brief_paraferen"


def vragen(brief: Brief, *, by: Gebruiker) -> None:
    """Ask everybody for a paraaf who may give it, and did not write or offer the letter himself; once per offer."""
    parafeerders = [
        each
        for each in Gebruiker.objects.with_permission(Permission.BRIEF_PARAFEREN)
        if any(stap.verb == "paraferen" for stap in levensloop.options(brief, each))
    ]
    aanbod = AuditRegel.objects.about(brief).filter(actie="aanbieden").latest("pk").pk
    berichten.stuur(VRAAG, parafeerders, over=brief, kenmerk=str(brief), by=by, eenmalig=f"aanbod {aanbod}")


@transaction.atomic
def paraferen(brief: Brief, sha256: str, *, by: Gebruiker) -> Brief:
    """Put the paraaf of `by` under the Momentopname `sha256`, which must be the one that is offered now.

    Raises GeenToegang or NietMogelijk; Functiescheiding for who wrote or offered the letter, or did this before.
    """
    brief = Brief.objects.select_for_update(of=["self"]).select_related("programma", "opname").get(pk=brief.pk)
    if brief.opname and brief.opname.sha256 != sha256:
        raise NietMogelijk(f"{brief} is intussen opnieuw aangeboden, met een andere tekst. Lees de brief opnieuw.")
    levensloop.advance(brief, "paraferen", by=by, sha256=sha256)
    aanbieding = brief.aanbiedingen.select_related("aangeboden_door").get(opname=brief.opname)
    Paraaf.objects.create(aanbieding=aanbieding, sha256=sha256, gezet_op=klok.nu(), gezet_door=by)
    berichten.afhandelen(VRAAG, brief, voor=by)
    berichten.stuur("brief_geparafeerd", [aanbieding.aangeboden_door], over=brief, kenmerk=str(brief), by=by)
    return brief


def vervallen(brief: Brief, *, by: Gebruiker) -> None:
    """The letter went back to concept: its parafen are void, nobody has to put one, and who was asked hears it."""
    gezet = Paraaf.objects.filter(aanbieding__brief=brief, vervallen_op__isnull=True)
    gevraagd = Bericht.objects.about(VRAAG, brief).te_doen()
    betrokken = Gebruiker.objects.filter(Q(pk__in=gezet.values("gezet_door")) | Q(pk__in=gevraagd.values("ontvanger")))
    berichten.stuur("brief_teruggenomen", betrokken, over=brief, kenmerk=str(brief), by=by)
    berichten.afhandelen(VRAAG, brief)
    gezet.update(vervallen_op=klok.nu())
