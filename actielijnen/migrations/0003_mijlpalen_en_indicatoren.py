"""Mijlpalen with days of the portal beside the words of the bronnen; indicatoren whose values stay."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from agenda.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("actielijnen", "0002_activiteiten"),
        ("agenda", "0017_sessies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Correctievoorstel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("waarde", models.DecimalField(decimal_places=2, max_digits=14)),
                ("vindplaats", models.CharField(max_length=200)),
                ("reden", models.TextField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("voorgesteld", "Wacht op een besluit"),
                            ("aangenomen", "Aangenomen"),
                            ("afgewezen", "Afgewezen"),
                        ],
                        default="voorgesteld",
                        max_length=15,
                    ),
                ),
                ("voorgesteld_op", models.DateTimeField()),
                ("besloten_op", models.DateTimeField(blank=True, null=True)),
                ("afgewezen_omdat", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "correctievoorstel",
                "verbose_name_plural": "correctievoorstellen",
                "ordering": ["-voorgesteld_op"],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.CharField(help_text="Bijvoorbeeld IND-2026-001.", max_length=20, unique=True)),
                ("naam", models.CharField(max_length=160)),
                ("definitie", models.TextField(help_text="Wat precies wordt geteld of gemeten, en bij wie.")),
                ("eenheid", models.CharField(max_length=40)),
                (
                    "richting",
                    models.CharField(choices=[("hoger", "Hoger is beter"), ("lager", "Lager is beter")], max_length=10),
                ),
            ],
            options={
                "verbose_name": "indicator",
                "verbose_name_plural": "indicatoren",
                "ordering": ["nummer"],
            },
        ),
        migrations.CreateModel(
            name="IndicatorWaarde",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("nulmeting", "Nulmeting"),
                            ("streefwaarde", "Streefwaarde"),
                            ("meetwaarde", "Meetwaarde"),
                        ],
                        max_length=15,
                    ),
                ),
                ("waarde", models.DecimalField(decimal_places=2, max_digits=14)),
                ("peildatum", models.DateField()),
                ("vindplaats", models.CharField(help_text="Waar de waarde vandaan komt.", max_length=200)),
                ("op", models.DateTimeField()),
            ],
            options={
                "verbose_name": "waarde van een indicator",
                "verbose_name_plural": "waarden van indicatoren",
                "ordering": ["peildatum", "pk"],
            },
        ),
        migrations.AlterModelOptions(
            name="mijlpaal",
            options={
                "ordering": ["volgorde", "gepland_op", "sleutel"],
                "verbose_name": "mijlpaal",
                "verbose_name_plural": "mijlpalen",
            },
        ),
        migrations.RemoveConstraint(
            model_name="mijlpaal",
            name="mijlpaal_heeft_moment",
        ),
        migrations.AddField(
            model_name="mijlpaal",
            name="actielijn",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mijlpalen",
                to="actielijnen.actielijn",
            ),
        ),
        migrations.AddField(
            model_name="mijlpaal",
            name="activiteit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mijlpalen",
                to="actielijnen.activiteit",
            ),
        ),
        migrations.AddField(
            model_name="mijlpaal",
            name="eigenaar",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="mijlpaal",
            name="eigenaar_rol",
            field=models.CharField(
                blank=True,
                choices=[
                    ("programmamanager", "Programmamanager"),
                    ("beleidsmedewerker", "Beleidsmedewerker"),
                    ("budgethouder", "Budgethouder"),
                    ("behandelaar", "Behandelaar"),
                    ("beslisser", "Beslisser (mandaat)"),
                    ("redacteur", "Redacteur"),
                    ("parafeerder", "Parafeerder (directeur, DG)"),
                    ("beheerder", "Functioneel beheerder"),
                    ("auditor", "Auditor"),
                    ("gemeentelijk_aanvrager", "Gemeentelijk aanvrager"),
                    ("gemeentelijk_ondertekenaar", "Gemeentelijk ondertekenaar"),
                    ("raadslid", "Raadslid (Maatschappelijke Raad)"),
                    ("systeem", "Het portaal zelf"),
                ],
                max_length=40,
            ),
        ),
        migrations.AddField(
            model_name="mijlpaal",
            name="gemaakt_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="mijlpaal",
            name="gepland_op",
            field=models.DateField(blank=True, help_text="Leeg: de dag is niet bekend.", null=True),
        ),
        migrations.AddField(
            model_name="mijlpaal",
            name="gerealiseerd_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="mijlpaal",
            name="gerealiseerd_op",
            field=models.DateField(blank=True, help_text="Leeg: de dag is niet bekend.", null=True),
        ),
        migrations.AddField(
            model_name="verplaatsing",
            name="mijlpaal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="verplaatsingen",
                to="actielijnen.mijlpaal",
            ),
        ),
        migrations.AlterField(
            model_name="mijlpaal",
            name="bron",
            field=models.ForeignKey(
                blank=True,
                help_text="Leeg: in het portaal gemaakt.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="agenda.bron",
            ),
        ),
        migrations.AlterField(
            model_name="mijlpaal",
            name="gepland",
            field=models.CharField(blank=True, help_text="Het moment zoals de bron het zegt.", max_length=60),
        ),
        migrations.AlterField(
            model_name="mijlpaal",
            name="gerealiseerd",
            field=models.CharField(blank=True, help_text="Het moment zoals de bron het zegt.", max_length=60),
        ),
        migrations.AlterField(
            model_name="verplaatsing",
            name="activiteit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="verplaatsingen",
                to="actielijnen.activiteit",
            ),
        ),
        migrations.AlterField(
            model_name="verplaatsing",
            name="was_tot",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="verplaatsing",
            name="was_van",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="verplaatsing",
            name="wordt_van",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="mijlpaal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gepland", ""), _negated=True),
                    models.Q(("gerealiseerd", ""), _negated=True),
                    ("gepland_op__isnull", False),
                    ("gerealiseerd_op__isnull", False),
                    _connector="OR",
                ),
                name="mijlpaal_heeft_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="mijlpaal",
            constraint=models.CheckConstraint(
                condition=models.Q(("bron__isnull", False), ("gemaakt_door__isnull", False), _connector="OR"),
                name="mijlpaal_heeft_herkomst",
            ),
        ),
        migrations.AddConstraint(
            model_name="mijlpaal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("eigenaar__isnull", True), ("eigenaar_rol", "")),
                    models.Q(("eigenaar__isnull", False), ("eigenaar_rol", "")),
                    models.Q(("eigenaar__isnull", True), models.Q(("eigenaar_rol", ""), _negated=True)),
                    _connector="OR",
                ),
                name="mijlpaal_een_eigenaar",
            ),
        ),
        migrations.AddConstraint(
            model_name="verplaatsing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("activiteit__isnull", False),
                        ("mijlpaal__isnull", True),
                        ("was_tot__isnull", False),
                        ("was_van__isnull", False),
                    ),
                    models.Q(
                        ("activiteit__isnull", True),
                        ("mijlpaal__isnull", False),
                        ("was_van__isnull", True),
                        ("wordt_van__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="verplaatsing_van_een_ding",
            ),
        ),
        migrations.AddField(
            model_name="correctievoorstel",
            name="besloten_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="correctievoorstel",
            name="bron",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.bron"
            ),
        ),
        migrations.AddField(
            model_name="correctievoorstel",
            name="voorgesteld_door",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="actielijn",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="indicatoren",
                to="actielijnen.actielijn",
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="activiteit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="indicatoren",
                to="actielijnen.activiteit",
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="programma",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="indicatoren", to="agenda.programma"
            ),
        ),
        migrations.AddField(
            model_name="indicatorwaarde",
            name="bron",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.bron"
            ),
        ),
        migrations.AddField(
            model_name="indicatorwaarde",
            name="door",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="indicatorwaarde",
            name="indicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="waarden", to="actielijnen.indicator"
            ),
        ),
        migrations.AddField(
            model_name="indicatorwaarde",
            name="vervangt",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="vervangen_door",
                to="actielijnen.indicatorwaarde",
            ),
        ),
        migrations.AddField(
            model_name="correctievoorstel",
            name="betreft",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="voorstellen",
                to="actielijnen.indicatorwaarde",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("richting__in", ["hoger", "lager"])), name="indicator_richting"
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("actielijn__isnull", True), ("activiteit__isnull", True), _connector="OR"),
                name="indicator_van_een_ding",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatorwaarde",
            constraint=models.CheckConstraint(
                condition=models.Q(("soort__in", ["nulmeting", "streefwaarde", "meetwaarde"])),
                name="indicatorwaarde_soort",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatorwaarde",
            constraint=models.CheckConstraint(
                condition=models.Q(("vindplaats", ""), _negated=True), name="indicatorwaarde_met_vindplaats"
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatorwaarde",
            constraint=models.UniqueConstraint(
                condition=models.Q(("vervangt__isnull", True)),
                fields=("indicator", "soort", "peildatum"),
                name="indicatorwaarde_een_per_dag",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicatorwaarde",
            constraint=models.UniqueConstraint(
                condition=models.Q(("soort", "nulmeting"), ("vervangt__isnull", True)),
                fields=("indicator",),
                name="indicatorwaarde_een_nulmeting",
            ),
        ),
        migrations.AddConstraint(
            model_name="correctievoorstel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("besloten_door__isnull", True), ("besloten_op__isnull", True), ("status", "voorgesteld")),
                    models.Q(
                        ("besloten_door__isnull", False),
                        ("besloten_op__isnull", False),
                        ("status__in", ["aangenomen", "afgewezen"]),
                    ),
                    _connector="OR",
                ),
                name="correctievoorstel_besloten_op_en_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="correctievoorstel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("besloten_door__isnull", True),
                    models.Q(("besloten_door", models.F("voorgesteld_door")), _negated=True),
                    _connector="OR",
                ),
                name="correctievoorstel_door_twee_personen",
            ),
        ),
        migrations.AddConstraint(
            model_name="correctievoorstel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "afgewezen"), _negated=True),
                    models.Q(("afgewezen_omdat", ""), _negated=True),
                    _connector="OR",
                ),
                name="correctievoorstel_afgewezen_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="correctievoorstel",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "voorgesteld")),
                fields=("betreft",),
                name="correctievoorstel_een_tegelijk",
            ),
        ),
        append_only("actielijnen_indicatorwaarde"),
    ]
