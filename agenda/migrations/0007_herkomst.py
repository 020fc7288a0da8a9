"""Each line says from where it was written and in which transaction."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agenda", "0006_limieten")]

    operations = [
        migrations.AddField(
            model_name="auditregel",
            name="vanaf",
            field=models.CharField(blank=True, default="", help_text="IP-adres, opdracht of werker; leeg: onbekend.", max_length=120),
            preserve_default=False,
        ),
        # first without default: the lines that exist were not written by this transaction
        migrations.AddField(
            model_name="auditregel",
            name="transactie",
            field=models.BigIntegerField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="auditregel",
            name="transactie",
            field=models.BigIntegerField(
                db_default=models.Func(function="txid_current", output_field=models.BigIntegerField()),
                editable=False,
                help_text="Leeg: van voor het spoor.",
                null=True,
            ),
        ),
    ]
