"""A prognose per year; once fixed, the database refuses every change to it and to its rows."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from agenda.triggers import fixed


class Migration(migrations.Migration):

    dependencies = [
        ('actielijnen', '0008_imports'),
        ('agenda', '0020_bron_voorbeeld'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Prognose',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jaar', models.PositiveSmallIntegerField()),
                ('nummer', models.PositiveSmallIntegerField(help_text='De hoeveelste prognose van dit jaar.')),
                ('naam', models.CharField(help_text='De periode, bijvoorbeeld: april 2026.', max_length=40)),
                ('peildatum', models.DateField()),
                ('drempel', models.DecimalField(decimal_places=2, help_text='Vanaf deze afwijking in euro heeft een post een verklaring nodig.', max_digits=12)),
                ('status', models.CharField(choices=[('concept', 'Concept'), ('vastgesteld', 'Vastgesteld')], default='concept', max_length=15)),
                ('gemaakt_op', models.DateTimeField()),
                ('vastgesteld_op', models.DateTimeField(blank=True, null=True)),
                ('gemaakt_door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('programma', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prognoses', to='agenda.programma')),
            ],
            options={
                'verbose_name': 'prognose',
                'verbose_name_plural': 'prognoses',
                'ordering': ['-jaar', '-nummer'],
            },
        ),
        migrations.CreateModel(
            name='Afwijkingsverklaring',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tekst', models.TextField()),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='actielijnen.begrotingspost')),
                ('prognose', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verklaringen', to='actielijnen.prognose')),
            ],
            options={
                'verbose_name': 'verklaring van een afwijking',
                'verbose_name_plural': 'verklaringen van afwijkingen',
                'ordering': ['post__nummer'],
            },
        ),
        migrations.CreateModel(
            name='Aanname',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('soort', models.CharField(choices=[('te_laat', 'Deel van de geplande betalingen dat pas na dit jaar komt'), ('gaat_niet_door', 'Deel van de nieuwe uitgaven dat dit jaar niet doorgaat')], max_length=15)),
                ('laag', models.DecimalField(decimal_places=4, max_digits=5)),
                ('verwacht', models.DecimalField(decimal_places=4, max_digits=5)),
                ('hoog', models.DecimalField(decimal_places=4, max_digits=5)),
                ('is_geteld', models.BooleanField(help_text='Geteld uit eerdere jaren van dit programma, of door iemand ingevuld.')),
                ('reden', models.TextField(help_text='Waar de waarde vandaan komt.')),
                ('prognose', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aannames', to='actielijnen.prognose')),
            ],
            options={
                'verbose_name': 'aanname',
                'verbose_name_plural': 'aannames',
                'ordering': ['-soort'],
            },
        ),
        migrations.CreateModel(
            name='Prognoseregel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kasbudget', models.DecimalField(decimal_places=2, max_digits=12)),
                ('betaald', models.DecimalField(decimal_places=2, max_digits=12)),
                ('volgens_planning', models.DecimalField(decimal_places=2, help_text='Wat volgens de betaaltermijnen nog dit jaar wordt betaald.', max_digits=12)),
                ('zonder_planning', models.DecimalField(decimal_places=2, help_text='Wat openstaat en in geen enkele maand is gepland.', max_digits=12)),
                ('uit_openstaand', models.DecimalField(decimal_places=2, max_digits=12)),
                ('reden_openstaand', models.TextField(blank=True, help_text='Waarom het anders is dan de planning zegt.')),
                ('nieuw', models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ('prognose', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='regels', to='actielijnen.prognose')),
                ('regel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prognoseregels', to='actielijnen.begrotingsregel')),
            ],
            options={
                'verbose_name': 'prognoseregel',
                'verbose_name_plural': 'prognoseregels',
                'ordering': ['regel__post__nummer', 'regel__dekkingsbron', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='prognose',
            constraint=models.UniqueConstraint(fields=('programma', 'jaar', 'nummer'), name='prognose_uniek'),
        ),
        migrations.AddConstraint(
            model_name='prognose',
            constraint=models.UniqueConstraint(fields=('programma', 'jaar', 'naam'), name='prognose_naam_uniek'),
        ),
        migrations.AddConstraint(
            model_name='prognose',
            constraint=models.CheckConstraint(condition=models.Q(('drempel__gte', 0)), name='prognose_drempel_niet_negatief'),
        ),
        migrations.AddConstraint(
            model_name='prognose',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'concept'), ('vastgesteld_op', None)), models.Q(('status', 'vastgesteld'), ('vastgesteld_op__isnull', False)), _connector='OR'), name='prognose_vastgesteld_met_moment'),
        ),
        migrations.AddConstraint(
            model_name='afwijkingsverklaring',
            constraint=models.UniqueConstraint(fields=('prognose', 'post'), name='afwijkingsverklaring_uniek'),
        ),
        migrations.AddConstraint(
            model_name='afwijkingsverklaring',
            constraint=models.CheckConstraint(condition=models.Q(('tekst', ''), _negated=True), name='afwijkingsverklaring_zegt_iets'),
        ),
        migrations.AddConstraint(
            model_name='aanname',
            constraint=models.UniqueConstraint(fields=('prognose', 'soort'), name='aanname_uniek'),
        ),
        migrations.AddConstraint(
            model_name='aanname',
            constraint=models.CheckConstraint(condition=models.Q(('hoog__lte', 1), ('laag__gte', 0), ('laag__lte', models.F('verwacht')), ('verwacht__lte', models.F('hoog'))), name='aanname_laag_verwacht_hoog'),
        ),
        migrations.AddConstraint(
            model_name='aanname',
            constraint=models.CheckConstraint(condition=models.Q(('reden', ''), _negated=True), name='aanname_met_reden'),
        ),
        migrations.AddConstraint(
            model_name='prognoseregel',
            constraint=models.UniqueConstraint(fields=('prognose', 'regel'), name='prognoseregel_uniek'),
        ),
        migrations.AddConstraint(
            model_name='prognoseregel',
            constraint=models.CheckConstraint(condition=models.Q(('nieuw__gte', 0), ('uit_openstaand__gte', 0)), name='prognoseregel_niet_negatief'),
        ),
        migrations.AddConstraint(
            model_name='prognoseregel',
            constraint=models.CheckConstraint(condition=models.Q(('uit_openstaand', models.F('volgens_planning')), models.Q(('reden_openstaand', ''), _negated=True), _connector='OR'), name='prognoseregel_anders_met_reden'),
        ),
        fixed("actielijnen_prognose", parent="actielijnen_prognose", key="id", status="vastgesteld"),
        fixed("actielijnen_prognoseregel", parent="actielijnen_prognose", key="prognose_id", status="vastgesteld"),
        fixed("actielijnen_afwijkingsverklaring", parent="actielijnen_prognose", key="prognose_id", status="vastgesteld"),
        fixed("actielijnen_aanname", parent="actielijnen_prognose", key="prognose_id", status="vastgesteld"),
    ]
