"""The forms of the form editor: a section, and a question with what its kind asks besides."""

from django import forms
from django.utils.text import slugify

from agenda.bestanden.regels import UPLOAD
from subsidies.forms.rijen import kies
from subsidies.forms.werkform import Werkform, korte_tekst
from subsidies.models import Formuliersectie, Formulierversie, Formuliervraag
from subsidies.regelingen import bewerken

S, E = Formuliervraag.Soort, Formuliervraag.Eis
TUSSEN = "="  # between the sleutel of a question and the answer that a condition waits for
OPTELBAAR = [each for each in ("bedrag", "tabel") if each in S.values]


class OpFormulier(Werkform):
    """One change of a form in concept."""

    def __init__(self, formulier: Formulierversie, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.formulier = formulier

    def velden(self) -> dict:
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "sleutel"}

    def melding(self, formulier):
        return "De wijziging is bewaard."

    def adres(self, formulier):
        return self.terug


class SectieBewerkForm(OpFormulier):
    titel = korte_tekst(
        "Titel van het onderdeel", "Bijvoorbeeld: Plan.", langst=120, leeg="Vul een titel in, bijvoorbeeld: Plan."
    )
    toelichting = forms.CharField(
        label="Toelichting boven het onderdeel", required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Bijvoorbeeld: wat u met het geld gaat doen.",
    )  # fmt: skip

    def __init__(self, formulier: Formulierversie, sectie: Formuliersectie | None = None, *args, **kwargs):
        bekend = {"titel": sectie.titel, "toelichting": sectie.toelichting} if sectie else {}
        kwargs["initial"] = bekend | (kwargs.get("initial") or {})
        super().__init__(formulier, *args, **kwargs)
        self.sectie = sectie

    def schrijf(self, by):
        if self.sectie:
            bewerken.sectie_wijzigen(self.formulier, self.sectie.sleutel, **self.velden(), by=by)
        else:
            bewerken.sectie_toevoegen(self.formulier, **self.velden(), by=by)
        return self.formulier


class VraagForm(OpFormulier):
    """A question. What only one kind asks, is used for that kind only."""

    vraag = korte_tekst("Vraag", "Bijvoorbeeld: Wat gaat uw gemeente doen?", leeg="Vul de vraag in.")
    hulptekst = korte_tekst("Uitleg bij de vraag", "Bijvoorbeeld: een paar zinnen zijn genoeg.", langst=400)
    soort = kies("Soort antwoord", S.choices)
    eis = kies("Moet de gemeente antwoorden?", E.choices)
    keuzes = forms.CharField(
        label="Antwoorden om uit te kiezen", required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Alleen bij een keuze: elk antwoord op een eigen regel, ten minste twee.",
    )  # fmt: skip

    def __init__(
        self, formulier: Formulierversie, sectie: Formuliersectie, vraag: Formuliervraag | None = None, *args, **kwargs
    ):
        self.formulier, self.sectie, self.oud = formulier, sectie, vraag
        kwargs["initial"] = self._bekend() | (kwargs.get("initial") or {})
        super().__init__(formulier, *args, **kwargs)
        self.fields["als"] = forms.ChoiceField(
            label="Alleen vragen als", choices=[("", "Altijd"), *self._voorwaarden()], required=False,
            help_text="Kies een antwoord op een eerdere keuzevraag.",
            error_messages={"invalid_choice": "Kies een voorwaarde uit de lijst."},
        )  # fmt: skip
        self._add_own_fields()

    def _bekend(self) -> dict:
        if self.oud is None:
            return {"eis": E.VERPLICHT}
        velden = {naam: getattr(self.oud, naam) for naam in ("vraag", "hulptekst", "soort", "eis")}
        als = f"{self.oud.als_vraag.sleutel}{TUSSEN}{self.oud.als_waarde}" if self.oud.als_vraag else ""
        keuzes = "\n".join(tekst for _, tekst in self.oud.keuzes)
        eigen = {naam: self.oud.instellingen.get(naam) for naam in ("aantal", "typen", "van")}
        return velden | {"als": als, "keuzes": keuzes} | {naam: each for naam, each in eigen.items() if each}

    def _eerder(self):
        """The other questions; whether one stands before this one, the verb says."""
        return self.formulier.vragen.exclude(pk=self.oud.pk if self.oud else None).order_by("volgorde")

    def _voorwaarden(self) -> list[tuple[str, str]]:
        keuzes = [each for each in self._eerder() if each.soort == S.KEUZE]
        return [(f"{v.sleutel}{TUSSEN}{naam}", f"‘{v}’ is ‘{tekst}’") for v in keuzes for naam, tekst in v.keuzes]

    def _add_own_fields(self) -> None:
        """What a file and a total ask besides."""
        self.fields["aantal"] = forms.IntegerField(
            label="Hoeveel bestanden ten hoogste?", required=False, min_value=1, max_value=10,
            help_text="Alleen bij een bestand, van 1 tot en met 10. Leeg is 1.",
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            error_messages=dict.fromkeys(["invalid", "min_value", "max_value"], "Vul een getal in van 1 tot 10."),
        )  # fmt: skip
        self.fields["typen"] = forms.MultipleChoiceField(
            label="Welke bestanden?", required=False, choices=[(each, each) for each in UPLOAD],
            widget=forms.CheckboxSelectMultiple, help_text="Alleen bij een bestand. Kiest u niets, dan mag alles.",
        )  # fmt: skip
        bedragen = [(each.sleutel, str(each)) for each in self._eerder() if each.soort in OPTELBAAR]
        if bedragen:
            self.fields["van"] = forms.MultipleChoiceField(
                label="Welke bedragen telt het totaal op?", required=False, choices=bedragen,
                widget=forms.CheckboxSelectMultiple, help_text="Alleen bij een totaal.",
            )  # fmt: skip

    def clean(self):
        super().clean()
        regels = [each.strip() for each in self.cleaned_data.get("keuzes", "").splitlines() if each.strip()]
        if self.cleaned_data.get("soort") == S.KEUZE:
            if len(regels) < 2 or len({each.lower() for each in regels}) < len(regels):
                self.add_error("keuzes", "Schrijf ten minste twee verschillende antwoorden, elk op een eigen regel.")
        elif regels and not self.oud:
            self.add_error("keuzes", "Antwoorden om uit te kiezen horen bij de soort ‘Keuze uit een lijst’.")
        return self.cleaned_data

    def velden(self) -> dict:
        typed = super().velden()
        keuzes = self._keuzes([each.strip() for each in typed["keuzes"].splitlines() if each.strip()])
        als = tuple(typed["als"].split(TUSSEN, 1)) if typed["als"] else None
        eigen = {naam: typed.get(naam) for naam in ("aantal", "typen", "van")}
        vast = {naam: typed[naam] for naam in ("vraag", "hulptekst", "soort", "eis")}
        instellingen = {naam: each for naam, each in eigen.items() if each}
        return vast | {"als": als, "keuzes": keuzes if typed["soort"] == S.KEUZE else [], "instellingen": instellingen}

    def _keuzes(self, teksten: list[str]) -> list[tuple[str, str]]:
        """Each answer with its sleutel: what was there keeps its own, so that a condition on it stays."""
        oud = list(self.oud.keuzes) if self.oud else []
        bekend = {tekst: naam for naam, tekst in oud}
        same_number = len(oud) == len(teksten)
        found = []
        for plaats, tekst in enumerate(teksten):
            naam = bekend.get(tekst) or (oud[plaats][0] if same_number else slugify(tekst)[:36] or "keuze")
            bezet = {each for each, _ in found}
            found.append((next(n for n in [naam, *(f"{naam}-{i}" for i in range(2, 99))] if n not in bezet), tekst))
        return found

    def schrijf(self, by):
        if self.oud:
            bewerken.vraag_wijzigen(self.formulier, self.oud.sleutel, **self.velden(), by=by)
        else:
            bewerken.vraag_toevoegen(self.formulier, self.sectie.sleutel, **self.velden(), by=by)
        return self.formulier

