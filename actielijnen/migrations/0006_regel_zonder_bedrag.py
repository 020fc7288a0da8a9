"""A line of the begroting has no amount of its own any more; what is booked is never changed or removed."""

import django.db.models.deletion
from django.db import migrations, models

from agenda.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [("actielijnen", "0005_bedragen_als_mutaties")]

    operations = [
        migrations.AlterModelOptions(
            name="begrotingsregel",
            options={
                "ordering": ["post__nummer", "jaar", "pk"],
                "verbose_name": "begrotingsregel",
                "verbose_name_plural": "begrotingsregels",
            },
        ),
        migrations.RemoveConstraint(
            model_name="begrotingsregel",
            name="begrotingsregel_niet_negatief",
        ),
        migrations.RemoveConstraint(
            model_name="begrotingsregel",
            name="begrotingsregel_uniek",
        ),
        migrations.RemoveField(
            model_name="begrotingsregel",
            name="bedrag",
        ),
        migrations.RemoveField(
            model_name="begrotingsregel",
            name="bron",
        ),
        migrations.RemoveField(
            model_name="begrotingsregel",
            name="vindplaats",
        ),
        migrations.AddField(
            model_name="begrotingsregel",
            name="dekkingsbron",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="regels",
                to="actielijnen.dekkingsbron",
            ),
        ),
        migrations.AddConstraint(
            model_name="begrotingsregel",
            constraint=models.UniqueConstraint(
                fields=("post", "jaar", "dekkingsbron"), name="begrotingsregel_uniek", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="begrotingsregel",
            constraint=models.CheckConstraint(
                condition=models.Q(("jaar", None), ("jaar__range", (2000, 2100)), _connector="OR"),
                name="begrotingsregel_jaar",
            ),
        ),
        append_only("actielijnen_mutatie"),
        append_only("actielijnen_verplichting"),
        append_only("actielijnen_bijstelling"),
        append_only("actielijnen_betaling"),
    ]
