"""The page of one section: a field per question, saved even when it is not complete."""

from collections.abc import Callable

from django import forms

from actielijnen.forms.boeken import Bedrag
from actielijnen.forms.velden import Dag
from agenda.models import Gebruiker
from agenda.naslag.forms import verplicht
from subsidies.aanvragen import invullen, soorten
from subsidies.aanvragen.stand import Sectiestand, Stand
from subsidies.models import Aanvraag, Formuliervraag

LATER = "later"  # the name of the second button in templates/subsidies/aanvragen/sectie.html
OPNIEUW = "Deze pagina is niet compleet. Open haar opnieuw en vul haar nog eens in."


def _tekst(vraag: Formuliervraag, **options) -> forms.Field:
    return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), **options)


def _bedrag(vraag: Formuliervraag, **options) -> forms.Field:
    options["help_text"] = options["help_text"] or "In euro, bijvoorbeeld 250.000 of 1.234,50."
    return Bedrag(**options)


def _keuze(vraag: Formuliervraag, **options) -> forms.Field:
    options["error_messages"] |= {"invalid_choice": f"Kies bij ‘{vraag}’ een antwoord uit de lijst."}
    return forms.ChoiceField(choices=vraag.keuzes, widget=forms.RadioSelect, **options)


def _datum(vraag: Formuliervraag, **options) -> forms.Field:
    options.pop("error_messages")
    return Dag(f"Vul bij ‘{vraag}’ een datum in, bijvoorbeeld 31-12-2026.", **options)


def _verklaring(vraag: Formuliervraag, **options) -> forms.Field:
    return forms.BooleanField(**options)


VELDEN: dict[str, Callable[..., forms.Field]] = {
    "tekst": _tekst,
    "bedrag": _bedrag,
    "keuze": _keuze,
    "datum": _datum,
    "verklaring": _verklaring,
}


def veld(vraag: Formuliervraag) -> forms.Field:
    """The field of a question: what it asks, when it counts, and what helps to answer it."""
    hulp = [vraag.als_in_woorden, vraag.hulptekst, "Wij raden aan dit in te vullen." if vraag.is_aangeraden else ""]
    return VELDEN[vraag.soort](
        vraag,
        label=vraag.vraag,
        required=vraag.is_verplicht,
        help_text=" ".join(filter(None, hulp)),
        error_messages=verplicht(f"Beantwoord ‘{vraag}’."),
    )


class SectieForm(forms.Form):
    """The questions of one section. What must be answered at indienen may be empty here, and is marked all the same.

    `stand` says which save the page shows; when a colleague saved otherwise since, both answers are on the page.
    """

    use_required_attribute = False  # empty is fine here
    stand = forms.IntegerField(min_value=0, widget=forms.HiddenInput, error_messages=verplicht(OPNIEUW))

    def __init__(self, aanvraag: Aanvraag, stand: Stand, sectie: Sectiestand, *args, **kwargs):
        self.aanvraag, self.sectie, self.stand_nu = aanvraag, sectie, stand.bewaard
        waarden = {vraag.sleutel: _shown(vraag, stand) for vraag in sectie.vragen}
        kwargs["initial"] = {"stand": stand.bewaard} | waarden | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.fields |= {vraag.sleutel: veld(vraag) for vraag in sectie.vragen}

    @property
    def is_later(self) -> bool:
        """Whether it was sent with the button that leads back to the list of sections."""
        return LATER in self.data

    def full_clean(self):
        needed = [field for name, field in self.fields.items() if field.required and name != "stand"]
        for field in needed:
            field.required = False
        super().full_clean()
        for field in needed:
            field.required = True

    def clean(self):
        for vraag in self.sectie.vragen:
            if vraag.sleutel in self.cleaned_data:
                self._check(vraag)
        return self.cleaned_data

    def add_error(self, field, error):
        """Every fault says which question it is about: two amounts on one page are wrong in the same words."""
        if field in self.fields and field != "stand":
            error = [_about(self.fields[field].label, text) for text in forms.ValidationError(error).messages]
        super().add_error(field, error)

    def bewaar(self, *, by: Gebruiker) -> list[Formuliervraag] | None:
        """The questions whose answer lapsed; None when a colleague answered otherwise, and then this form says what."""
        antwoorden = {vraag.sleutel: self.cleaned_data[vraag.sleutel] for vraag in self.sectie.vragen}
        try:
            return invullen.bewaren(self.aanvraag, antwoorden, stand=self.cleaned_data["stand"], by=by)
        except invullen.Tegelijk as fout:
            for botsing in fout.botsingen:
                self.add_error(botsing.vraag.sleutel, botsing.melding)
            self._show_now()
            return None

    def _check(self, vraag: Formuliervraag) -> None:
        try:
            soorten.bewaard(vraag, self.cleaned_data[vraag.sleutel])
        except ValueError as fout:
            self.add_error(vraag.sleutel, str(fout))

    def _show_now(self) -> None:
        """The page now shows what the colleague saved too: who saves it again has chosen."""
        self.data = self.data.copy()
        self.data[self.add_prefix("stand")] = str(self.stand_nu)


def _about(vraag: str, text: str) -> str:
    return text if vraag in text else f"‘{vraag}’: {text}"


def _shown(vraag: Formuliervraag, stand: Stand):
    return soorten.gelezen(vraag, stand.waarden.get(vraag.pk, soorten.LEEG))
