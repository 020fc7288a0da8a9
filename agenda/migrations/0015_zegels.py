"""The chain of zegels over the log."""

from django.db import migrations, models

from agenda.triggers import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('agenda', '0014_berichten'),
    ]

    operations = [
        migrations.CreateModel(
            name='Zegel',
            fields=[
                ('nummer', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('moment', models.DateTimeField()),
                ('databank', models.CharField(help_text='Het kenmerk van de PostgreSQL; na terugzetten een ander.', max_length=20)),
                ('stand', models.TextField(help_text='De snapshot van PostgreSQL: welke transacties klaar waren.')),
                ('regels', models.TextField()),
                ('regels_sha256', models.BinaryField()),
                ('sporen', models.TextField()),
                ('sporen_sha256', models.BinaryField()),
                ('vorige', models.CharField(max_length=64, unique=True)),
                ('sha256', models.CharField(max_length=64, unique=True)),
            ],
            options={
                'verbose_name': 'zegel',
                'verbose_name_plural': 'zegels',
                'ordering': ['nummer'],
            },
        ),
        append_only("agenda_zegel"),
    ]
