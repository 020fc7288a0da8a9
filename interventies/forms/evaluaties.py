"""Forms of an evaluatie: the plan, and the outcomes for each goal."""

from django import forms
from django.db.models import Q

from actielijnen.forms.velden import Dag, lange_tekst
from actielijnen.models import Verplichting
from agenda.models import Programma
from agenda.naslag.forms import verplicht
from interventies.forms.palet import OverInterventie, Paletform
from interventies.models import Evaluatie, Interventie, Uitkomst
from interventies.palet import evalueren


class PlanForm(OverInterventie):
    """What will be looked into, how, by whom and when."""

    soort = forms.ChoiceField(
        label="Wat voor onderzoek?",
        choices=Evaluatie.Soort.choices,
        widget=forms.RadioSelect,
        error_messages=verplicht("Kies een soort onderzoek."),
    )
    onderzoeksvraag = lange_tekst(
        "Onderzoeksvraag", hulp="Wat wilt u weten?", leeg="Schrijf op wat u wilt weten.", rijen=3
    )
    onderzoeksopzet = lange_tekst(
        "Opzet",
        hulp="Hoe, en hoe sterk is dat bewijs? Bijvoorbeeld: voor- en nameting zonder vergelijkingsgroep.",
        leeg="Schrijf op hoe het wordt onderzocht.",
        rijen=3,
    )
    uitvoerder = forms.CharField(
        label="Wie onderzoekt?",
        help_text="Een organisatie, nooit een persoon.",
        error_messages=verplicht("Vul in welke organisatie het onderzoek doet."),
    )
    van = Dag("Vul in wanneer het begint, bijvoorbeeld 01-03-2026.", label="Van")
    tot = Dag("Vul in wanneer het klaar is, bijvoorbeeld 30-09-2026.", label="Tot en met")

    verplichting = forms.ModelChoiceField(
        Verplichting.objects.none(),
        label="Waaruit wordt het betaald?",
        required=False,
        empty_label="Geen verplichting",
        help_text="De verplichting op de begroting. Van wie geld uit een decentralisatie-uitkering krijgt, is "
        "onderzoek altijd vrijwillig.",
        error_messages=verplicht("Kies een verplichting uit de lijst."),
    )

    def __init__(self, interventie: Interventie, *args, **kwargs):
        super().__init__(interventie, *args, **kwargs)
        bedacht = Q(programma__soort=Programma.Soort.VOORBEELD)
        van_dezelfde_soort = bedacht if interventie.is_voorbeeld else ~bedacht
        self.fields["verplichting"].queryset = Verplichting.objects.filter(van_dezelfde_soort).order_by("kenmerk")

    def schrijf(self, by):
        velden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "sleutel"}
        return evalueren.plannen(self.interventie, evalueren.Plan(**velden), by=by)

    def melding(self, evaluatie):
        return f"Evaluatie {evaluatie} is gepland."


class UitkomstForm(Paletform):
    """An outcome with its ground for each goal, the limits, and the conclusion."""

    beperkingen = lange_tekst(
        "Beperkingen",
        hulp="Wat kan dit onderzoek niet zeggen? Bijvoorbeeld: maar één wijk, geen vergelijkingsgroep.",
        leeg="Schrijf op wat dit onderzoek niet kan zeggen.",
    )
    conclusie = lange_tekst("Conclusie", hulp="In een paar zinnen.", leeg="Schrijf op wat de uitkomst is.")

    def __init__(self, evaluatie: Evaluatie, *args, **kwargs):
        eerder = {each.volgorde: each for each in evaluatie.uitkomsten.all()}
        kwargs["initial"] = {
            "beperkingen": evaluatie.beperkingen,
            "conclusie": evaluatie.conclusie,
            **{f"effect_{nummer}": each.effect for nummer, each in eerder.items()},
            **{f"toelichting_{nummer}": each.toelichting for nummer, each in eerder.items()},
            **(kwargs.get("initial") or {}),
        }
        super().__init__(*args, **kwargs)
        self.evaluatie = evaluatie
        self.namen_per_doel = []
        for nummer, doel in enumerate(evaluatie.versie.doelen, start=1):
            self.fields[f"effect_{nummer}"] = effectveld(doel)
            self.fields[f"toelichting_{nummer}"] = lange_tekst(
                "Waaruit blijkt dat?", hulp=f"Bij het doel: {doel}", leeg="Schrijf op waaruit dat blijkt.", rijen=2
            )
            self.namen_per_doel.append((f"effect_{nummer}", f"toelichting_{nummer}"))
        self.order_fields([naam for paar in self.namen_per_doel for naam in paar])

    def schrijf(self, by):
        gegevens = self.cleaned_data
        uitkomsten = [(gegevens[effect], gegevens[waarom]) for effect, waarom in self.namen_per_doel]
        velden = {naam: gegevens[naam] for naam in ("beperkingen", "conclusie")}
        evalueren.aanbieden(self.evaluatie, uitkomsten=uitkomsten, **velden, by=by)
        return self.evaluatie

    def melding(self, evaluatie):
        return "De uitkomsten zijn aangeboden. Een collega die het plan niet schreef, leest ze en stelt ze vast."


def effectveld(doel: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=f"Wat is de uitkomst bij het doel ‘{doel}’?",
        choices=Uitkomst.Effect.choices,
        widget=forms.RadioSelect,
        help_text="‘Geen effect’ en ‘Negatief effect’ zijn ook uitkomsten.",
        error_messages=verplicht("Kies een uitkomst bij elk doel."),
    )
