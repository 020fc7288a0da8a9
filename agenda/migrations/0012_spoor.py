"""The trail: one line per row that was written. `migrate` puts its trigger on every table when it is done."""

from django.db import migrations, models

from agenda.triggers import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('agenda', '0011_uitnodigingen'),
    ]

    operations = [
        migrations.CreateModel(
            name='Spoor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('moment', models.DateTimeField()),
                ('transactie', models.BigIntegerField(db_index=True)),
                ('tabel', models.CharField(max_length=63)),
                ('sleutel', models.CharField(max_length=120)),
                ('soort', models.CharField(choices=[('I', 'toegevoegd'), ('U', 'gewijzigd'), ('D', 'verwijderd')], max_length=1)),
                ('oud', models.JSONField(help_text='De kolommen die anders werden; bij verwijderen alle.', null=True)),
                ('nieuw', models.JSONField(help_text='De kolommen die anders werden; bij toevoegen alle.', null=True)),
                ('account', models.BigIntegerField(help_text='Leeg: niemand was ingelogd.', null=True)),
                ('vanaf', models.CharField(help_text='IP-adres, opdracht, werker, of de rol van de databank.', max_length=160)),
            ],
            options={
                'verbose_name': 'regel van het spoor',
                'verbose_name_plural': 'spoor',
                'ordering': ['pk'],
            },
        ),
        append_only("agenda_spoor"),
        # back: without its table the trigger would refuse every write
        migrations.RunSQL(migrations.RunSQL.noop, "DROP FUNCTION IF EXISTS portaal_spoor CASCADE"),
    ]
