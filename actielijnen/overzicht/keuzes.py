"""What a page of the begroting can be asked for: the posts, years and dekkingsbronnen of a programma."""

from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.db.models import Q

from actielijnen.models import Begrotingsregel
from agenda.lijsten import filters
from agenda.ui.formulieren import FilterRenderer

EIGEN = "eigen"  # the programma's own budget, as the address says it
ONVERDEELD = "geen"  # niet verdeeld over jaren
NIET_VERDEELD = "Niet verdeeld over jaren"
EIGEN_BEGROTING = "Eigen begroting van het programma"


@dataclass(frozen=True)
class Indeling:
    """The lines of a programma, and which posts, years and dekkingsbronnen they are for."""

    regels: list[Begrotingsregel]

    @property
    def posten(self) -> list:
        return list(dict.fromkeys(regel.post for regel in self.regels))

    @property
    def jaren(self) -> list[int]:
        return sorted({regel.jaar for regel in self.regels if regel.jaar})

    @property
    def is_deels_onverdeeld(self) -> bool:
        return any(regel.jaar is None for regel in self.regels)

    @property
    def dekkingsbronnen(self) -> list:
        """Those of others; the programma's own budget is none of them."""
        return list(dict.fromkeys(regel.dekkingsbron for regel in self.regels if regel.dekkingsbron))

    @property
    def keuzes_post(self) -> list[tuple[str, str]]:
        return [(str(post.nummer), str(post)) for post in self.posten]

    @property
    def keuzes_jaar(self) -> list[tuple[str, str]]:
        onverdeeld = [(ONVERDEELD, NIET_VERDEELD)] if self.is_deels_onverdeeld else []
        return [*onverdeeld, *((str(jaar), str(jaar)) for jaar in self.jaren)]

    @property
    def keuzes_dekkingsbron(self) -> list[tuple[str, str]]:
        anderen = [(str(bron.pk), f"{bron} ({bron.ministerie.afkorting})") for bron in self.dekkingsbronnen]
        return [(EIGEN, EIGEN_BEGROTING), *anderen]


def indeling(programma) -> Indeling:
    regels = (
        Begrotingsregel.objects.van(programma)
        .met_namen()
        .select_related("post__actielijn__programma", "dekkingsbron__ministerie")
    )
    return Indeling(list(regels))


def van_jaar(jaar: str, weg: str = "") -> Q:
    """The lines of `jaar` as the address says it; `weg` leads from a record to its line."""
    return Q(**{f"{weg}jaar": None if jaar == ONVERDEELD else int(jaar)})


def van_dekkingsbron(bron: str, weg: str = "") -> Q:
    return Q(**{f"{weg}dekkingsbron": None if bron == EIGEN else int(bron)})


class KeuzeForm(forms.Form):
    """What a reader of the begroting chooses; everything lives in the address."""

    jaar = forms.ChoiceField(label="Jaar", required=False)
    dekkingsbron = forms.ChoiceField(label="Dekkingsbron", required=False)

    def __init__(self, vraag, found: Indeling):
        super().__init__(vraag, renderer=FilterRenderer())
        self.fields["jaar"].choices = [("", "Alle jaren"), *found.keuzes_jaar]
        self.fields["dekkingsbron"].choices = found.keuzes_dekkingsbron
        mogelijk = ", ".join(tekst for _, tekst in found.keuzes_jaar) or "geen enkel jaar"
        self.fields["jaar"].error_messages["invalid_choice"] = (
            f"%(value)s staat niet in deze begroting. Kies uit: {mogelijk}."
        )
        self.fields["dekkingsbron"].error_messages["invalid_choice"] = (
            "‘%(value)s’ is geen dekkingsbron van dit programma. Kies een dekkingsbron uit de lijst."
        )


class Keuze:
    """The part of the begroting that the address asks for, and what in the address cannot be."""

    form_class: type[KeuzeForm] = KeuzeForm

    def __init__(self, vraag, programma):
        self.vraag = vraag
        self.indeling = indeling(programma)
        self.form = self.form_class(vraag, self.indeling)
        self.form.full_clean()
        self.fouten = list(filters.fouten(self.form, vraag))

    @property
    def gekozen(self) -> dict:
        return {} if self.fouten else self.form.cleaned_data

    @property
    def jaar(self) -> str:
        return self.gekozen.get("jaar", "")

    @property
    def dekkingsbron(self) -> str:
        return self.gekozen.get("dekkingsbron") or EIGEN

    @property
    def is_eigen(self) -> bool:
        return self.dekkingsbron == EIGEN

    @cached_property
    def van_bron(self) -> list[Begrotingsregel]:
        """The lines of the chosen dekkingsbron, of all years."""
        wanted = None if self.is_eigen else int(self.dekkingsbron)
        return [regel for regel in self.indeling.regels if regel.dekkingsbron_id == wanted]

    @cached_property
    def regels(self) -> list[Begrotingsregel]:
        """The lines of the chosen dekkingsbron and year."""
        if not self.jaar:
            return self.van_bron
        wanted = None if self.jaar == ONVERDEELD else int(self.jaar)
        return [regel for regel in self.van_bron if regel.jaar == wanted]

    @property
    def onverdeelde_posten(self) -> str:
        """The posts with money that no source divides over years, in words; empty if there are none."""
        return ", ".join(dict.fromkeys(str(regel.post) for regel in self.regels if regel.jaar is None))

    @property
    def als_vraag(self) -> dict[str, str]:
        """The choice as the lists know it, where a dekkingsbron is always named."""
        return {"dekkingsbron": self.dekkingsbron} | ({"jaar": self.jaar} if self.jaar else {})

    @property
    def in_woorden(self) -> str:
        return f"{dict(self.indeling.keuzes_jaar).get(self.jaar, 'Alle jaren')}, {self.bron_in_woorden}"

    @property
    def bron_in_woorden(self) -> str:
        return EIGEN_BEGROTING.lower() if self.is_eigen else dict(self.indeling.keuzes_dekkingsbron)[self.dekkingsbron]
