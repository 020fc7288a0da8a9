"""The page of one section: a field per question, saved even when it is not complete."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django import forms

from agenda.models import Gebruiker
from agenda.naslag.forms import verplicht
from subsidies.aanvragen import invullen, soorten, tabel
from subsidies.aanvragen.maxima import te_veel
from subsidies.aanvragen.stand import Sectiestand, Stand
from subsidies.aanvragen.tabel import Cel, naam_van
from subsidies.forms.aanvraagvelden import bied_interventies_aan, celvelden, veld
from subsidies.models import Aanvraag, Formuliervraag

LATER = "later"  # the name of the second button in templates/subsidies/aanvragen/sectie.html
S = Formuliervraag.Soort
APART = (S.BESTAND, S.TOTAAL)  # not typed
OPNIEUW = "Deze pagina is niet compleet. Open haar opnieuw en vul haar nog eens in."


class SectieForm(forms.Form):
    """The questions of one section. What must be answered at indienen may be empty here, and is marked all the same.

    `stand` says which save the page shows; when a colleague saved otherwise since, both answers are on the page.
    Files are no part of it: they were taken in before (subsidies.forms.bijvoegen), and `geweigerd` says which not.
    """

    use_required_attribute = False  # empty is fine here
    stand = forms.IntegerField(min_value=0, widget=forms.HiddenInput, error_messages=verplicht(OPNIEUW))

    def __init__(self, aanvraag: Aanvraag, stand: Stand, sectie: Sectiestand, *args, **kwargs):
        self.aanvraag, self.sectie, self.stand_nu = aanvraag, sectie, stand
        waarden = {naam: waarde for vraag in sectie.vragen for naam, waarde in self._shown(vraag).items()}
        kwargs["initial"] = {"stand": stand.bewaard} | waarden | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.cellen: dict[str, dict[Cel, str]] = {}  # of each table the names of its fields
        for vraag in sectie.vragen:
            self._vraag(vraag)

    def _vraag(self, vraag: Formuliervraag) -> None:
        self.fields[vraag.sleutel] = veld(vraag)
        if vraag.soort == S.TABEL:
            per_cel = celvelden(vraag)
            self.cellen[vraag.sleutel] = {cel: self.naam_van_cel(vraag, cel) for cel in per_cel}
            self.fields |= {self.naam_van_cel(vraag, cel): field for cel, field in per_cel.items()}
        if vraag.soort == S.INTERVENTIE:
            bied_interventies_aan(self.fields[vraag.sleutel], vraag, self.aanvraag, self.stand_nu)

    @staticmethod
    def naam_van_cel(vraag: Formuliervraag, cel: Cel) -> str:
        return f"{vraag.sleutel}-{naam_van(cel)}"

    def get_context(self):
        """The cells stand in their table, not below each other."""
        context, within = super().get_context(), {naam for cellen in self.cellen.values() for naam in cellen.values()}
        return context | {"fields": [each for each in context["fields"] if each[0].name not in within]}

    def _shown(self, vraag: Formuliervraag) -> dict[str, Any]:
        """What the fields of a question begin with."""
        answer = soorten.gelezen(vraag, self.stand_nu.waarden.get(vraag.pk, soorten.LEEG))
        if vraag.soort == S.TABEL:
            return {self.naam_van_cel(vraag, cel): bedrag for cel, bedrag in (answer or {}).items()}
        return {} if vraag.soort in APART else {vraag.sleutel: answer}

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
            for naam, melding in (self._faults_in_table(vraag) if vraag.soort == S.TABEL else self._faults(vraag)):
                self.add_error(naam, melding)
        return self.cleaned_data

    def _faults(self, vraag: Formuliervraag) -> Iterator[tuple[str, str]]:
        if vraag.soort in APART or vraag.sleutel not in self.cleaned_data:
            return
        try:
            soorten.bewaard(vraag, self.cleaned_data[vraag.sleutel], self.aanvraag)
        except ValueError as fout:
            yield vraag.sleutel, str(fout)

    def _faults_in_table(self, vraag: Formuliervraag) -> Iterator[tuple[str, str]]:
        """Per cell: what cannot be an amount there, or is more than the gemeente can ask."""
        names, bedragen = self.cellen[vraag.sleutel], self._bedragen(vraag)
        for cel, melding in te_veel(vraag, bedragen, self.aanvraag).items():
            yield names[cel], melding
        for cel, bedrag in bedragen.items():
            try:
                tabel.bewaard({cel: bedrag})
            except ValueError as fout:
                yield names[cel], str(fout)

    def _bedragen(self, vraag: Formuliervraag) -> dict[Cel, Decimal | None]:
        """The amount of each cell that was filled in well, or left empty."""
        names = self.cellen[vraag.sleutel]
        return {cel: self.cleaned_data[naam] for cel, naam in names.items() if naam in self.cleaned_data}

    def add_error(self, field, error):
        """Every fault says which question it is about: two amounts on one page are wrong in the same words."""
        if field in self.fields and field != "stand":
            error = [_about(self.fields[field].label, text) for text in forms.ValidationError(error).messages]
        super().add_error(field, error)

    def bewaar(self, *, by: Gebruiker) -> list[Formuliervraag] | None:
        """The questions whose answer lapsed; None when a colleague answered otherwise, and then this form says what."""
        try:
            return invullen.bewaren(self.aanvraag, self._antwoorden(), stand=self.cleaned_data["stand"], by=by)
        except invullen.Tegelijk as fout:
            for botsing in fout.botsingen:
                naam = f"{botsing.vraag.sleutel}-{botsing.deel}" if botsing.deel else botsing.vraag.sleutel
                self.add_error(naam, botsing.melding)
            self.toont(self.stand_nu.bewaard)
            return None

    def weiger(self, geweigerd: Mapping[str, str]) -> None:
        """Say why files were refused; all that was answered besides is saved."""
        for sleutel, waarom in geweigerd.items():
            self.add_error(sleutel, waarom)

    def toont(self, bewaard: int) -> None:
        """The page now shows what was saved up to `bewaard`: who saves it again has seen that."""
        self.data = self.data.copy()
        self.data[self.add_prefix("stand")] = str(bewaard)

    def _antwoorden(self) -> dict[str, Any]:
        typed = [vraag for vraag in self.sectie.vragen if vraag.soort not in APART]
        return {
            vraag.sleutel: self._bedragen(vraag) if vraag.soort == S.TABEL else self.cleaned_data[vraag.sleutel]
            for vraag in typed
        }


def _about(vraag: str, text: str) -> str:
    return text if vraag in text else f"‘{vraag}’: {text}"
