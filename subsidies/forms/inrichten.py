"""The settings of a version, one form per subject."""

import re

from django import forms
from django.core.exceptions import ValidationError

from actielijnen.forms.boeken import Bedrag
from agenda.models import Bron, Gebied, Gemeente, Kwalificatie, Ministerie, Programma
from agenda.naslag.forms import BronKeuze, verplicht
from subsidies.forms.du import Jaar
from subsidies.forms.werkform import Werkform, begin_van, korte_tekst, moment, moment_velden
from subsidies.models import RegelingVersie
from subsidies.regelingen import openstellen

ARTIKEL = re.compile(r"4:(\d\d)(?:\s*[–-]\s*4:(\d\d))?")
EERSTE, LAATSTE = 21, 80  # the articles of titel 4.2 of the Awb
KIES_BRON = "Het stuk waarin het staat. Voeg het eerst toe bij Bronnen."


def bron_veld(programma: Programma, label: str, *, required: bool = True) -> BronKeuze:
    return BronKeuze(
        label=label,
        queryset=Bron.objects.of(programma).order_by("titel"),
        required=required,
        empty_label="Kies een bron",
        help_text=KIES_BRON,
        error_messages=verplicht(f"Kies bij ‘{label}’ een bron uit de lijst."),
    )


def keuze(label: str, choices, *, leeg: str = "Nog niet bekend", hulp: str = "") -> forms.ChoiceField:
    """A choice that may be unknown as yet."""
    fouten = {"invalid_choice": f"Kies bij ‘{label}’ uit de lijst."}
    options = {"label": label, "help_text": hulp, "required": False, "error_messages": fouten}
    return forms.ChoiceField(choices=[("", leeg), *choices], **options)


class MetGegevens(forms.Form):
    """What a version says of itself."""

    omschrijving = korte_tekst(
        "Omschrijving van deze versie", "Bijvoorbeeld: aanvraagronde 2027.",
        leeg="Vul een omschrijving in, bijvoorbeeld: aanvraagronde 2027.",
    )  # fmt: skip
    verstrekker = korte_tekst(
        "Wie verstrekt de uitkering?", "Zoals in de regeling, bijvoorbeeld: Minister van SZW.", langst=160,
        leeg="Vul in wie de uitkering verstrekt, bijvoorbeeld: Minister van SZW.",
    )  # fmt: skip
    verstrekt_door = forms.ModelChoiceField(
        Ministerie.objects.order_by("naam"), label="Van welk ministerie is dat?", empty_label="Kies een ministerie",
        error_messages=verplicht("Kies een ministerie uit de lijst."),
    )  # fmt: skip
    van_jaar = Jaar(label="Eerste jaar", help_text="Bijvoorbeeld 2027.")
    tot_en_met_jaar = Jaar(label="Laatste jaar", help_text="Bijvoorbeeld 2029.")

    def clean(self):
        super().clean()
        van, tot = self.cleaned_data.get("van_jaar"), self.cleaned_data.get("tot_en_met_jaar")
        if van and tot and van > tot:
            self.add_error("tot_en_met_jaar", f"Het laatste jaar ({tot}) ligt voor het eerste ({van}).")
        return self.cleaned_data


class Instelling(Werkform):
    """One subject of the settings of a version."""

    titel = ""

    def __init__(self, versie: RegelingVersie, *args, **kwargs):
        self.versie = versie
        kwargs["initial"] = self.bekend() | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def bekend(self) -> dict:
        """What the version says now, by the names of the fields."""
        return {naam: getattr(self.versie, naam) for naam in self.base_fields if hasattr(self.versie, naam)}

    def velden(self) -> dict:
        """What is to be recorded."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "sleutel"}

    def schrijf(self, by):
        openstellen.voorwaarden_vastleggen(self.versie, **self.velden(), by=by)
        return self.versie

    def melding(self, versie):
        return f"‘{self.titel}’ is vastgelegd."

    def adres(self, versie):
        return versie.adres_inrichten


class GegevensForm(MetGegevens, Instelling):
    titel = "Gegevens"

    def __init__(self, versie: RegelingVersie, *args, **kwargs):
        super().__init__(versie, *args, **kwargs)
        self.fields["bron"] = bron_veld(versie.regeling.programma, "Vindplaats")
        self.initial.setdefault("bron", versie.bron_id)
        self.initial["verstrekt_door"] = versie.verstrekt_door_id


class PlafondForm(Instelling):
    titel = "Plafond"
    plafond = Bedrag(
        label="Hoeveel geld is er, voor alle jaren samen?", required=False,
        help_text="In euro, bijvoorbeeld 2.500.000. Leeg: nog niet bekend.",
    )  # fmt: skip

    def __init__(self, versie: RegelingVersie, *args, **kwargs):
        super().__init__(versie, *args, **kwargs)
        self.fields["plafond_bron"] = bron_veld(versie.regeling.programma, "Bron van het plafond", required=False)
        self.initial.setdefault("plafond_bron", versie.plafond_bron_id)

    def clean(self):
        super().clean()
        plafond = self.cleaned_data.get("plafond")
        if plafond is not None and plafond <= 0:
            self.add_error("plafond", "Een plafond is meer dan € 0. Schrijf bijvoorbeeld 2.500.000.")
        if plafond and not self.cleaned_data.get("plafond_bron"):
            self.add_error("plafond_bron", "Kies de bron die dit plafond noemt.")
        return self.cleaned_data

    def velden(self):
        plafond, bron = self.cleaned_data["plafond"], self.cleaned_data["plafond_bron"]
        kwalificatie = Kwalificatie.EXACT if plafond else ""
        return {"plafond": plafond, "plafond_bron": bron if plafond else None, "plafond_kwalificatie": kwalificatie}


class WieForm(Instelling):
    titel = "Wie kan aanvragen"
    gemeenten = forms.CharField(
        label="Gemeenten",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Eén per regel: de naam of de code, bijvoorbeeld Voorbeeldstad of GM9999. Kiest u ook geen gebied? "
        "Dan kan elke gemeente aanvragen.",
    )

    def __init__(self, versie: RegelingVersie, *args, **kwargs):
        super().__init__(versie, *args, **kwargs)
        voorbeeld = {"gemeente__is_voorbeeld": versie.regeling.programma.is_voorbeeld}
        self.fields["gebieden"] = forms.ModelMultipleChoiceField(
            Gebied.objects.filter(**voorbeeld).order_by("naam"), label="Gebieden", required=False,
            widget=forms.CheckboxSelectMultiple, help_text="Een gemeente met een van deze gebieden kan aanvragen.",
            error_messages={"invalid_choice": "Kies gebieden uit de lijst."},
        )  # fmt: skip

    def bekend(self):
        gemeenten = "\n".join(each.naam for each in self.versie.gemeenten.all())
        return {"gemeenten": gemeenten, "gebieden": [each.pk for each in self.versie.gebieden.all()]}

    def clean_gemeenten(self):
        eigen = Gemeente.objects.filter(is_voorbeeld=self.versie.regeling.programma.is_voorbeeld, opgegaan_op=None)
        zoek = {naam.lower(): each for each in eigen for naam in (each.naam, each.code)}
        regels = [regel.strip() for regel in self.cleaned_data["gemeenten"].splitlines() if regel.strip()]
        if onbekend := [regel for regel in regels if regel.lower() not in zoek]:
            raise ValidationError(f"Niet gevonden: {', '.join(onbekend)}. Schrijf de naam zoals bij Gemeenten staat.")
        return [zoek[regel.lower()] for regel in regels]


class TijdvakForm(Instelling):
    titel = "Tijdvak"
    storing_verlengt = forms.ChoiceField(
        label="Hoe verlengt een storing het tijdvak?", choices=RegelingVersie.Verlenging.choices,
        error_messages=verplicht("Kies hoe een storing het tijdvak verlengt."),
    )  # fmt: skip

    def __init__(self, versie: RegelingVersie, *args, **kwargs):
        super().__init__(versie, *args, **kwargs)
        self.fields |= moment_velden("aanvragen_vanaf", "Aanvragen vanaf")
        self.fields |= moment_velden("aanvragen_tot", "Aanvragen tot en met")
        self.order_fields([naam for naam in self.fields if naam != "storing_verlengt"])

    def bekend(self):
        tijden = [begin_van(naam, getattr(self.versie, naam)) for naam in ("aanvragen_vanaf", "aanvragen_tot")]
        return {"storing_verlengt": self.versie.storing_verlengt} | tijden[0] | tijden[1]

    def clean(self):
        super().clean()
        vanaf, tot = (moment(self.cleaned_data, naam) for naam in ("aanvragen_vanaf", "aanvragen_tot"))
        if vanaf and tot and tot <= vanaf:
            self.add_error("aanvragen_tot", "Het tijdvak eindigt niet na het begin. Kijk de twee momenten na.")
        return self.cleaned_data

    def velden(self):
        tijden = {naam: moment(self.cleaned_data, naam) for naam in ("aanvragen_vanaf", "aanvragen_tot")}
        return tijden | {"storing_verlengt": self.cleaned_data["storing_verlengt"]}


class RegelsForm(Instelling):
    titel = "Awb, ondertekening en betaling"
    awb_titel_42 = korte_tekst(
        "Welke artikelen van titel 4.2 Awb gelden?",
        "Zoals de regeling ze van toepassing verklaart, bijvoorbeeld: 4:25, 4:48–4:51. Leeg: geen.", langst=400,
    )  # fmt: skip
    tweede_handtekening = forms.BooleanField(
        label="Een tweede medewerker van de gemeente ondertekent de aanvraag", required=False
    )
    betaalritme = keuze("Hoe vaak wordt er betaald?", RegelingVersie.Betaalritme.choices)

    def clean_awb_titel_42(self):
        delen = [deel.strip() for deel in self.cleaned_data["awb_titel_42"].split(",") if deel.strip()]
        return ", ".join(_artikelen(deel) for deel in delen)


def _artikelen(deel: str) -> str:
    """`4:25` or `4:48–4:51`, of titel 4.2. Raises ValidationError for anything else."""
    found = ARTIKEL.fullmatch(deel)
    nummers = [int(nummer) for nummer in found.groups() if nummer] if found else []
    if not nummers or nummers != sorted(nummers) or not EERSTE <= nummers[0] <= nummers[-1] <= LAATSTE:
        raise ValidationError(
            f"‘{deel}’ is geen artikel van titel 4.2 Awb. Schrijf artikelen van 4:21 tot en met 4:80, "
            "bijvoorbeeld: 4:25, 4:48–4:51."
        )
    return "–".join(f"4:{nummer}" for nummer in nummers)


ONDERWERPEN: dict[str, type[Instelling]] = {
    "gegevens": GegevensForm,
    "plafond": PlafondForm,
    "wie": WieForm,
    "tijdvak": TijdvakForm,
    "regels": RegelsForm,
}
