"""The form editor of a version: its sections and questions, how a gemeente sees it, and fixing it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.models import Gemeente
from agenda.naslag import pagina
from agenda.naslag.pagina import kruimelpad
from agenda.sessies.invoer import filled
from subsidies.aanvragen.stand import stand_van
from subsidies.forms.aanvragen import SectieForm
from subsidies.forms.formuliereditor import SectieBewerkForm, VraagForm
from subsidies.models import Aanvraag, Formulierversie, RegelingVersie
from subsidies.regelingen import bewerken
from subsidies.regelingen import formulier as verbs
from subsidies.views.inrichten import HANDELINGEN, page_of
from subsidies.views.versies import find as find_versie

# fmt: off
VERPLAATS = {"onderdelen": bewerken.sectie_verplaatsen, "vragen": bewerken.vraag_verplaatsen}
VERWIJDER = {"onderdelen": bewerken.sectie_verwijderen, "vragen": bewerken.vraag_verwijderen}
# fmt: on


@audience(Permission.PROGRAMMA_INZIEN)
@require_safe
def formulier(request, sleutel, volgorde):
    """The newest form of the version, with all that can be changed as long as it is a concept."""
    versie = find_versie(request, sleutel, volgorde)
    nieuwste = versie.formulieren.last()
    vragen = list(nieuwste.vragen.select_related("als_vraag")) if nieuwste else []
    secties = list(nieuwste.secties.all()) if nieuwste else []
    is_concept = nieuwste is not None and nieuwste.status == Formulierversie.Status.CONCEPT
    return pagina.detail(
        request,
        "subsidies/inrichten/formulier.html",
        "Aanvraagformulier",
        programma=versie.regeling.programma,
        onder=["regelingen"],
        versie=versie,
        formulier=nieuwste,
        secties=[(each, [vraag for vraag in vragen if vraag.sectie_id == each.pk]) for each in secties],
        is_concept=is_concept,
        mag=may(request.user, Permission.REGELING_BIJHOUDEN),
        mag_vaststellen=may(request.user, Permission.REGELING_OPENSTELLEN) and is_concept,
    )


@audience(Permission.REGELING_BIJHOUDEN)
@require_POST
def beginnen(request, sleutel, volgorde):
    """A new concept: empty, or as the form that was fixed last."""
    versie = find_versie(request, sleutel, volgorde)
    vast = versie.formulieren.last()
    if vast:
        bewerken.kopie(vast, by=request.user)
    else:
        verbs.opstellen(versie, [], by=request.user)
    return redirect(versie.adres_formulier)


def find_concept(request, sleutel, volgorde) -> tuple[RegelingVersie, Formulierversie]:
    versie = find_versie(request, sleutel, volgorde)
    concept = versie.formulieren.filter(status=Formulierversie.Status.CONCEPT).last()
    if concept is None:
        raise Http404("Deze versie heeft geen formulier in concept.")
    return versie, concept


def find_deel(delen, sleutel: str):
    for each in delen:
        if each.sleutel == sleutel:
            return each
    raise Http404(f"‘{sleutel}’ staat niet in dit formulier.")


def _bewerk(request, versie: RegelingVersie, form, titel: str):
    form.terug = versie.adres_formulier
    return page_of(request, versie, form, titel, terug=form.terug, knop="Bewaren")


@audience(Permission.REGELING_BIJHOUDEN)
def sectie_nieuw(request, sleutel, volgorde):
    versie, concept = find_concept(request, sleutel, volgorde)
    return _bewerk(request, versie, filled(request, SectieBewerkForm, concept, None), "Onderdeel toevoegen")


@audience(Permission.REGELING_BIJHOUDEN)
def sectie(request, sleutel, volgorde, deel):
    versie, concept = find_concept(request, sleutel, volgorde)
    record = find_deel(concept.secties.all(), deel)
    return _bewerk(request, versie, filled(request, SectieBewerkForm, concept, record), f"Onderdeel wijzigen: {record}")


@audience(Permission.REGELING_BIJHOUDEN)
def vraag_nieuw(request, sleutel, volgorde, deel):
    versie, concept = find_concept(request, sleutel, volgorde)
    record = find_deel(concept.secties.all(), deel)
    form = filled(request, VraagForm, concept, record, None)
    return _bewerk(request, versie, form, f"Vraag toevoegen aan ‘{record}’")


@audience(Permission.REGELING_BIJHOUDEN)
def vraag(request, sleutel, volgorde, deel):
    versie, concept = find_concept(request, sleutel, volgorde)
    record = find_deel(concept.vragen.select_related("als_vraag", "sectie"), deel)
    form = filled(request, VraagForm, concept, record.sectie, record)
    return _bewerk(request, versie, form, f"Vraag wijzigen: {record}")


@audience(Permission.REGELING_BIJHOUDEN)
@require_POST
def handeling(request, sleutel, volgorde, wat, deel, handeling):
    """Move a section or question, or take it away."""
    versie, concept = find_concept(request, sleutel, volgorde)
    if wat not in VERPLAATS or handeling not in {*HANDELINGEN, "verwijderen"}:
        raise Http404(f"‘{handeling}’ kan niet.")
    record = find_deel({"onderdelen": concept.secties, "vragen": concept.vragen}[wat].all(), deel)
    if handeling == "verwijderen":
        VERWIJDER[wat](concept, deel, by=request.user)
        messages.success(request, f"‘{record}’ is verwijderd.")
    else:
        VERPLAATS[wat](concept, deel, omhoog=HANDELINGEN[handeling], by=request.user)
    return redirect(versie.adres_formulier)


@audience(Permission.REGELING_OPENSTELLEN)
@require_POST
@vers_aangemeld
def vaststellen(request, sleutel, volgorde):
    versie, concept = find_concept(request, sleutel, volgorde)
    verbs.vaststellen(concept, by=request.user)
    messages.success(request, f"Formulier {concept.nummer} is vastgesteld.")
    return redirect(versie.adres_formulier)


@audience(Permission.PROGRAMMA_INZIEN)
def voorbeeld(request, sleutel, volgorde, deel):
    """One section as a gemeente sees it, on its own page; its buttons lead on, and nothing is saved."""
    versie = find_versie(request, sleutel, volgorde)
    nieuwste = versie.formulieren.last()
    gemeenten = Gemeente.objects.visible_to(request.user).order_by("naam")
    gemeente = gemeenten.filter(is_voorbeeld=versie.regeling.programma.is_voorbeeld).first()
    if nieuwste is None:
        raise Http404("Deze versie heeft nog geen formulier.")
    aanvraag = Aanvraag(versie=versie, formulier=nieuwste, gemeente=gemeente)
    stand = stand_van(aanvraag)
    try:
        plaats, hier = stand.sectie(deel)
    except LookupError as fout:
        raise Http404(str(fout)) from None
    if request.method == "POST":
        messages.info(request, "Dit is een voorbeeld. Er is niets opgeslagen.")
        verder = stand.secties[plaats % len(stand.secties)].sectie.sleutel
        return redirect(versie.adres("formulier-voorbeeld", verder))
    adressen = [(each.sectie, versie.adres("formulier-voorbeeld", each.sectie.sleutel)) for each in stand.secties]
    context = {
        "titel": hier.sectie.titel,
        "programma": versie.regeling.programma,
        "kruimelpad": kruimelpad("Zo ziet de gemeente het", "regelingen"),
        "aanvraag": aanvraag,
        "versie": versie,
        "sectie": hier,
        "form": SectieForm(aanvraag, stand, hier),
        "stap": f"Stap {plaats} van {len(stand.secties) + 1}",
        "secties": adressen,
    }
    return render(request, "subsidies/inrichten/voorbeeld.html", context)
