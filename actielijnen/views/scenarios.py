"""Pages of scenario's: all of them, one with its effect, its steps, and the decision about it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from actielijnen.begroting import scenario as verbs
from actielijnen.begroting.plafond import Geweigerd
from actielijnen.forms.scenarios import AanneemForm, ScenarioForm, StapForm, VerwerpForm
from actielijnen.models import Mutatie, Scenario, Scenariostap
from actielijnen.views.formulier import show_form
from actielijnen.vooruitzicht.scenariobeeld import scenariobeeld
from agenda.access import Permission, audience, may
from agenda.accounts.vers import vers_aangemeld
from agenda.levensloop import options
from agenda.naslag import pagina
from agenda.naslag.programma import chosen_programma
from agenda.sessies.invoer import filled


def find(request, nummer: int) -> Scenario:
    scenarios = Scenario.objects.visible_to(request.user).filter(programma=chosen_programma(request))
    return get_object_or_404(scenarios.select_related("programma", "gemaakt_door", "besloten_door"), nummer=nummer)


def change(request, scenario: Scenario, titel: str, form, verb, *, knop: str, gedaan: str, inleiding: str):
    """Carry out `verb` with what was sent, or show the form."""
    if form.is_valid():
        form.voer_uit(verb, scenario, by=request.user)
        if not form.errors:
            messages.success(request, gedaan)
            return redirect(scenario)
    return show_form(
        request,
        titel,
        form,
        programma=scenario.programma,
        onder=["scenarios"],
        knop=knop,
        terug=scenario.get_absolute_url(),
        boven=f"Scenario {scenario.nummer}: {scenario}",
        inleiding=inleiding,
    )


@audience(Permission.PROGRAMMA_INZIEN)
def overzicht(request):
    programma = chosen_programma(request)
    scenarios = Scenario.objects.visible_to(request.user).filter(programma=programma)
    return pagina.overzicht(
        request,
        "actielijnen/scenarios.html",
        "scenarios",
        programma=programma,
        scenarios=scenarios.select_related("programma", "gemaakt_door"),
        mag_maken=may(request.user, Permission.BEGROTING_MUTEREN),
    )


@audience(Permission.BEGROTING_MUTEREN)
def nieuw(request):
    programma = chosen_programma(request)
    form = filled(request, ScenarioForm)
    if form.is_valid() and (scenario := form.voer_uit(verbs.maken, programma, by=request.user)):
        messages.success(request, "Het scenario is gemaakt. Voeg nu stappen toe.")
        return redirect(scenario)
    return show_form(
        request,
        "Scenario maken",
        form,
        programma=programma,
        onder=["scenarios"],
        knop="Scenario maken",
        terug=programma.address(reverse("scenarios")),
        inleiding="Een scenario rekent uit wat er zou gebeuren. Er wordt niets geboekt tot iemand het aanneemt.",
    )


@audience(Permission.PROGRAMMA_INZIEN)
def detail(request, nummer):
    scenario = find(request, nummer)
    return pagina.detail(
        request,
        "actielijnen/scenario.html",
        scenario.naam,
        programma=scenario.programma,
        onder=["begroting", "scenarios"],
        scenario=scenario,
        beeld=scenariobeeld(scenario),
        mutaties=Mutatie.objects.visible_to(request.user).filter(besluit=scenario.besluit).for_list(),
        stappen={stap.verb for stap in options(scenario, request.user)},
        mag_bewerken=scenario.is_concept and may(request.user, Permission.BEGROTING_MUTEREN),
    )


@audience(Permission.BEGROTING_MUTEREN)
def stap(request, nummer):
    scenario = find(request, nummer)
    return change(
        request,
        scenario,
        "Stap toevoegen",
        filled(request, StapForm, scenario.programma),
        verbs.toevoegen,
        knop="Stap toevoegen",
        gedaan="De stap is toegevoegd. Hieronder ziet u wat hij doet.",
        inleiding="Er wordt nog niets geboekt.",
    )


@audience(Permission.BEGROTING_MUTEREN)
@require_POST
def weghalen(request, nummer, stap):
    scenario = find(request, nummer)
    try:
        verbs.weghalen(scenario, stap, by=request.user)
    except Geweigerd as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, "De stap is weggehaald.")
    return redirect(scenario)


def wat_er_gebeurt(scenario: Scenario) -> str:
    """What adopting does, counted: what is booked at once and what waits for others."""
    stappen = [stap.soort for stap in scenario.stappen.all()]
    later = stappen.count(Scenariostap.Soort.VERSCHUIVEN)
    nu = len(stappen) - later
    direct = f"{nu} {'stap wordt' if nu == 1 else 'stappen worden'} meteen als één besluit geboekt." if nu else ""
    wacht = f"{later} keer verschuiven wordt een voorstel, waarop twee anderen akkoord geven." if later else ""
    return f"{direct} {wacht}".strip() or "Dit scenario heeft nog geen stappen."


@audience(Permission.BEGROTING_MUTEREN)
@vers_aangemeld
def aannemen(request, nummer):
    scenario = find(request, nummer)
    return change(
        request,
        scenario,
        "Scenario aannemen",
        filled(request, AanneemForm, scenario.programma),
        verbs.aannemen,
        knop="Aannemen en boeken",
        gedaan="Het scenario is aangenomen. De mutaties zijn geboekt; verschuivingen wachten op twee keer akkoord.",
        inleiding=wat_er_gebeurt(scenario),
    )


@audience(Permission.BEGROTING_MUTEREN)
def verwerpen(request, nummer):
    return change(
        request,
        find(request, nummer),
        "Scenario verwerpen",
        filled(request, VerwerpForm),
        verbs.verwerpen,
        knop="Verwerpen",
        gedaan="Het scenario is verworpen. Het blijft leesbaar.",
        inleiding="Het scenario blijft leesbaar, maar is niet meer aan te nemen.",
    )
