"""The form of the example in regelingen of its own, and an answer to each of its questions, whatever the form asks."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from agenda import klok
from agenda.access import Rol
from agenda.accounts.demo import demo_account
from agenda.models import Provincie
from rapportage.voorbeeld.aanvraagformulier import SECTIES
from subsidies.aanvragen.stand import stand_van
from subsidies.forms.aanvragen import SectieForm
from subsidies.models import Aanvraag, Formuliervraag, Regeling, RegelingVersie, Thema
from subsidies.regelingen import formulier
from tests.agenda.bestanden.voorbeelden import GOED
from tests.hulpmiddelen import regelingen, vooruitzicht
from tests.hulpmiddelen.uitkeringen import wie

S = Formuliervraag.Soort
VULLING = {S.TEKST: "Proef", S.BEDRAG: "€ 1.000", S.DATUM: "2027-02-01", S.VERKLARING: "on"}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def klaarzetten(begin: str, aantal: int, **anders) -> list[str]:
    """The names of `aantal` regelingen that are open to Voorbeeldstad, each with the form of the example."""
    if not Provincie.objects.exists():
        Provincie.objects.create(code="PV99", naam="Voorbeeldland")
    for rol in (Rol.GEMEENTELIJK_AANVRAGER, Rol.GEMEENTELIJK_ONDERTEKENAAR):
        demo_account(rol)
    namen = [f"{begin} {letter}" for letter in LETTERS[:aantal]]
    for naam in namen:
        _open(naam, **anders)
    return namen


def _open(naam: str, **anders) -> None:
    programma, code = vooruitzicht.programma(), "P" + "".join(LETTERS[int(each)] for each in str(Regeling.objects.count()))
    vast = {"citeertitel": naam, "instrument": "SPUK", "kenmerkcode": code, "sisa_code": "G99"}
    regeling = Regeling.objects.create(programma=programma, sleutel=naam.lower().replace(" ", "-"), **vast)
    velden = {key: value for key, value in regelingen.VOLLEDIG.items() if key != "geen_sisa_code_omdat"} | anders
    versie = RegelingVersie.objects.create(
        regeling=regeling,
        volgorde=1,
        omschrijving="proef",
        soort=RegelingVersie.Soort.INTAKE,
        verstrekker="Minister",
        verstrekt_door=programma.ministerie,
        bron=vooruitzicht.bron(),
        van_jaar=2027,
        tot_en_met_jaar=2028,
        opengesteld_op=klok.vandaag(),
        aanvragen_vanaf=klok.nu() - timedelta(days=1),
        aanvragen_tot=klok.nu() + timedelta(days=30),
        **velden,
    )
    for volgorde, thema in enumerate(("jongeren doen mee", "ouders doen mee"), start=1):
        Thema.objects.create(versie=versie, volgorde=volgorde, naam=thema, soort="hoofdthema", bron=versie.bron)
    by = wie(Rol.PROGRAMMAMANAGER)
    formulier.vaststellen(formulier.opstellen(versie, SECTIES, by=by), by=by)


def ingevuld(aanvraag: Aanvraag, sleutel: str, **anders) -> dict:
    """What a browser sends when each question on the page of this section is answered."""
    stand = stand_van(Aanvraag.objects.get(pk=aanvraag.pk))
    _, deel = stand.sectie(sleutel)
    form, typed = SectieForm(aanvraag, stand, deel), {"stand": stand.bewaard}
    for vraag in deel.vragen:
        if vraag.soort in VULLING:
            typed[vraag.sleutel] = VULLING[vraag.soort]
        elif vraag.soort == S.KEUZE:
            typed[vraag.sleutel] = vraag.keuzes[0][0]
        elif vraag.soort == S.TABEL:
            typed |= {form.naam_van_cel(vraag, cel): "1.000" for cel in form.cellen[vraag.sleutel]}
        elif vraag.soort == S.BESTAND:
            typed[vraag.sleutel] = SimpleUploadedFile("plan.pdf", GOED["brief.pdf"])
        elif vraag.soort == S.INTERVENTIE and len(form.fields[vraag.sleutel].choices) > 1:
            typed[vraag.sleutel] = form.fields[vraag.sleutel].choices[1][0]
    return typed | anders
