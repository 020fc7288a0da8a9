"""The forms with which a regeling and a version are made, empty or after last year."""

import re

from django.core.exceptions import ValidationError

from agenda.models import Programma
from subsidies.forms.inrichten import MetGegevens, bron_veld
from subsidies.forms.werkform import Werkform, korte_tekst
from subsidies.models import Regeling, RegelingVersie
from subsidies.regelingen import maken


class RegelingForm(Werkform):
    """What holds for all versions of a regeling; of a new one, or of `regeling`."""

    citeertitel = korte_tekst(
        "Hoe heet de regeling?", "Bijvoorbeeld: Regeling sterke start.", langst=120,
        leeg="Vul de naam in, bijvoorbeeld: Regeling sterke start.",
    )  # fmt: skip
    instrument = korte_tekst(
        "Soort geld", "Bijvoorbeeld: specifieke uitkering (SPUK).", langst=60,
        leeg="Vul de soort geld in, bijvoorbeeld: specifieke uitkering (SPUK).",
    )  # fmt: skip
    kenmerkcode = korte_tekst("Begin van elk kenmerk", "Twee tot acht hoofdletters, bijvoorbeeld RSS.", langst=8)
    sisa_code = korte_tekst("SiSa-code", "Bijvoorbeeld G99. Leeg: nog niet bekend.", langst=10)

    def __init__(self, programma: Programma, regeling: Regeling | None = None, *args, **kwargs):
        bekend = {naam: getattr(regeling, naam) for naam in RegelingForm.base_fields if regeling and naam != "sleutel"}
        kwargs["initial"] = bekend | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.programma, self.regeling = programma, regeling
        if regeling:
            del self.fields["citeertitel"]  # it is the address too

    def clean_kenmerkcode(self):
        code = self.cleaned_data["kenmerkcode"].upper()
        if code and not re.fullmatch("[A-Z]{2,8}", code):
            raise ValidationError(f"‘{code}’ kan niet. Kies twee tot acht letters, bijvoorbeeld RSS.")
        return code

    def schrijf(self, by):
        velden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "sleutel"}
        if self.regeling:
            return maken.wijzigen(self.regeling, **velden, by=by)
        return maken.regeling(self.programma, **velden, by=by)

    def melding(self, regeling):
        return f"{regeling} is vastgelegd." if self.regeling else f"{regeling} is gemaakt. Maak nu de eerste versie."


class VersieForm(MetGegevens, Werkform):
    """A new, empty version."""

    def __init__(self, regeling: Regeling, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.regeling = regeling
        ministerie = regeling.programma.ministerie
        self.fields["bron"] = bron_veld(regeling.programma, "Vindplaats")
        self.fields["verstrekt_door"].initial = ministerie

    def schrijf(self, by):
        velden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "sleutel"}
        return maken.versie(self.regeling, **velden, by=by)

    def melding(self, versie):
        return f"Versie {versie.volgorde} is gemaakt. Hieronder staat wat er nog nodig is."

    def adres(self, versie):
        return versie.adres_inrichten


class OvernemenForm(Werkform):
    """A new version as an earlier one, a year later."""

    omschrijving = MetGegevens.base_fields["omschrijving"]

    def __init__(self, versie: RegelingVersie, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.versie = versie

    def schrijf(self, by):
        self.overgenomen = maken.overnemen(self.versie, omschrijving=self.cleaned_data["omschrijving"], by=by)
        return self.overgenomen.versie

    def melding(self, versie):
        return f"Niet overgenomen: {'; '.join(self.overgenomen.niet)}. {maken.NOG_OUD}"

    def adres(self, versie):
        return versie.adres_inrichten
