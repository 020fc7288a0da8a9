"""An import that was judged, and the arguments of the pages about it."""

from actielijnen.models import Import, Importrij
from agenda import klok
from agenda.access import Rol
from agenda.models import Gebruiker, Programma

BUDGET = "budget@voorbeeld.invalid"
CELLEN = {"Verplichting": "V1", "Soort": "betaling", "Kenmerk": "F1", "Bedrag": "1,000.50", "Datum": "01-05-2026"}
FOUT = {"Bedrag": "‘1,000.50’ is geen bedrag in euro. Schrijf bijvoorbeeld 250.000 of 1.234,50."}
KOP = "Post;Jaar;Kenmerk;Soort;Omschrijving;Wederpartij;Bedrag;Datum\n"
GOED = "2;2026;V1;contract;Onderzoek;Voorbeeld BV;40.000;01-02-2026\n"
VIJF = KOP + "".join(GOED.replace("V1", f"V{n}").replace("40.000", "5") for n in range(5))


def oordelen(imp: Import) -> list[tuple]:
    """What was found in each row."""
    return list(imp.rijen.values_list("nummer", "oordeel", "fouten"))


def under_way(imp: Import) -> None:
    """As the werker has it when it begins."""
    imp.taak.stand, imp.taak.klaar_op = "bezig", None
    imp.taak.save()


def nagekeken() -> Import:
    """One with a row that is wrong."""
    found = Gebruiker.objects.filter(email=BUDGET).first()
    by = found or Gebruiker.objects.create_user(BUDGET, naam="Bo Budget", rollen=[Rol.BUDGETHOUDER])
    velden = {"soort": "betalingen", "naam": "betalingen.csv", "sha256": "0" * 64, "gemaakt_op": klok.nu()}
    imp = Import.objects.create(programma=Programma.objects.huidig(), gemaakt_door=by, **velden)
    Importrij.objects.create(bestand=imp, nummer=2, cellen=CELLEN, oordeel=Importrij.Oordeel.FOUT, fouten=FOUT)
    return imp


def arguments() -> dict[str, dict]:
    """Of each route with an import in its address."""
    programma = Programma.objects.huidig()
    sleutel = {"pk": nagekeken().pk if programma else "00000000-0000-4000-8000-000000000000"}
    return {"import": sleutel, "import-afgekeurd": sleutel, "import-stap": sleutel | {"verb": "import_intrekken"}}
