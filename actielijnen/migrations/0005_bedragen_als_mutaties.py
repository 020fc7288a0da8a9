"""The amounts that lines had become the first mutaties on them."""

from uuid import uuid4

from django.db import migrations

from agenda import klok


def book(apps, schema_editor):
    Regel, Mutatie = (apps.get_model("actielijnen", naam) for naam in ("Begrotingsregel", "Mutatie"))
    portaal = apps.get_model("agenda", "Gebruiker").objects.filter(rollen__contains=["systeem"]).order_by("pk").first()
    for regel in Regel.objects.select_related("bron"):
        Mutatie.objects.create(
            regel=regel,
            budget="beide",
            moment="kamerbrief",
            soort="oorspronkelijk",
            bedrag=regel.bedrag,
            bron=regel.bron,
            vindplaats=regel.vindplaats,
            reden="Zo gemeld aan de Tweede Kamer.",
            besluit=uuid4(),
            geboekt_op=klok.nu(),
            geboekt_door=portaal,
        )


class Migration(migrations.Migration):
    dependencies = [("actielijnen", "0004_grootboek")]

    operations = [migrations.RunPython(book, migrations.RunPython.noop)]
