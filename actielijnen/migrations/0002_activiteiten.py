"""Activiteiten with their plans and what is told of them; what was told or given up stays."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from agenda.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("actielijnen", "0001_initial"),
        ("agenda", "0017_sessies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Activiteit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "eigenaar_rol",
                    models.CharField(
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
                ("nummer", models.CharField(help_text="Bijvoorbeeld ACT-2026-001.", max_length=20, unique=True)),
                ("naam", models.CharField(max_length=160)),
                ("doel", models.TextField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "Gepland"),
                            ("loopt", "Loopt"),
                            ("afgerond", "Afgerond"),
                            ("gestopt", "Gestopt"),
                        ],
                        default="gepland",
                        max_length=10,
                    ),
                ),
                ("gepland_van", models.DateField()),
                ("gepland_tot", models.DateField(help_text="Tot en met.")),
                ("gerealiseerd_van", models.DateField(blank=True, null=True)),
                (
                    "gerealiseerd_tot",
                    models.DateField(blank=True, help_text="Tot en met; gestopt: de dag van stoppen.", null=True),
                ),
                ("gestopt_omdat", models.TextField(blank=True)),
                (
                    "actielijn",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activiteiten",
                        to="actielijnen.actielijn",
                    ),
                ),
                (
                    "bron",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.bron"
                    ),
                ),
                (
                    "eigenaar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="activiteiten", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "activiteit",
                "verbose_name_plural": "activiteiten",
                "ordering": ["gepland_van", "nummer"],
            },
        ),
        migrations.CreateModel(
            name="Verplaatsing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("was_van", models.DateField()),
                ("was_tot", models.DateField()),
                ("wordt_van", models.DateField()),
                ("wordt_tot", models.DateField()),
                ("reden", models.TextField()),
                ("op", models.DateTimeField()),
                (
                    "activiteit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verplaatsingen",
                        to="actielijnen.activiteit",
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "verplaatsing",
                "verbose_name_plural": "verplaatsingen",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Voortgangsbericht",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[("voortgang", "Voortgang"), ("risico", "Risico"), ("besluit", "Besluit")],
                        max_length=10,
                    ),
                ),
                (
                    "gezondheid",
                    models.CharField(
                        choices=[
                            ("op_koers", "Op koers"),
                            ("aandacht", "Aandacht nodig"),
                            ("in_de_knel", "In de knel"),
                        ],
                        max_length=10,
                    ),
                ),
                ("tekst", models.TextField()),
                ("peildatum", models.DateField(help_text="De dag waarover het bericht gaat.")),
                ("op", models.DateTimeField()),
                (
                    "activiteit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berichten",
                        to="actielijnen.activiteit",
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "sluit",
                    models.OneToOneField(
                        blank=True,
                        help_text="Het risico dat met dit besluit is afgehandeld.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gesloten_door",
                        to="actielijnen.voortgangsbericht",
                    ),
                ),
            ],
            options={
                "verbose_name": "voortgangsbericht",
                "verbose_name_plural": "voortgangsberichten",
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="activiteit",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["gepland", "loopt", "afgerond", "gestopt"])),
                name="activiteit_status",
            ),
        ),
        migrations.AddConstraint(
            model_name="activiteit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("eigenaar__isnull", False), ("eigenaar_rol", "")),
                    models.Q(("eigenaar__isnull", True), models.Q(("eigenaar_rol", ""), _negated=True)),
                    _connector="OR",
                ),
                name="activiteit_een_eigenaar",
            ),
        ),
        migrations.AddConstraint(
            model_name="activiteit",
            constraint=models.CheckConstraint(
                condition=models.Q(("gepland_tot__gte", models.F("gepland_van"))), name="activiteit_plan_vooruit"
            ),
        ),
        migrations.AddConstraint(
            model_name="activiteit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("gerealiseerd_tot__isnull", True),
                    ("gerealiseerd_tot__gte", models.F("gerealiseerd_van")),
                    _connector="OR",
                ),
                name="activiteit_uitvoering_vooruit",
            ),
        ),
        migrations.AddConstraint(
            model_name="activiteit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("gerealiseerd_tot__isnull", True), ("gerealiseerd_van__isnull", True), ("status", "gepland")
                    ),
                    models.Q(
                        ("gerealiseerd_tot__isnull", True), ("gerealiseerd_van__isnull", False), ("status", "loopt")
                    ),
                    models.Q(
                        ("gerealiseerd_tot__isnull", False), ("gerealiseerd_van__isnull", False), ("status", "afgerond")
                    ),
                    models.Q(("gerealiseerd_tot__isnull", False), ("status", "gestopt")),
                    _connector="OR",
                ),
                name="activiteit_dagen_passen_bij_status",
            ),
        ),
        migrations.AddConstraint(
            model_name="activiteit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "gestopt"), models.Q(("gestopt_omdat", ""), _negated=True)),
                    models.Q(models.Q(("status", "gestopt"), _negated=True), ("gestopt_omdat", "")),
                    _connector="OR",
                ),
                name="activiteit_gestopt_met_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="verplaatsing",
            constraint=models.CheckConstraint(
                condition=models.Q(("reden", ""), _negated=True), name="verplaatsing_met_reden"
            ),
        ),
        migrations.AddConstraint(
            model_name="verplaatsing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("was_tot", models.F("wordt_tot")), ("was_van", models.F("wordt_van")), _negated=True
                ),
                name="verplaatsing_naar_iets_anders",
            ),
        ),
        migrations.AddConstraint(
            model_name="voortgangsbericht",
            constraint=models.CheckConstraint(
                condition=models.Q(("soort__in", ["voortgang", "risico", "besluit"])), name="voortgangsbericht_soort"
            ),
        ),
        migrations.AddConstraint(
            model_name="voortgangsbericht",
            constraint=models.CheckConstraint(
                condition=models.Q(("gezondheid__in", ["op_koers", "aandacht", "in_de_knel"])),
                name="voortgangsbericht_gezondheid",
            ),
        ),
        migrations.AddConstraint(
            model_name="voortgangsbericht",
            constraint=models.CheckConstraint(
                condition=models.Q(("tekst", ""), _negated=True), name="voortgangsbericht_zegt_iets"
            ),
        ),
        migrations.AddConstraint(
            model_name="voortgangsbericht",
            constraint=models.CheckConstraint(
                condition=models.Q(("sluit__isnull", True), ("soort", "besluit"), _connector="OR"),
                name="voortgangsbericht_besluit_sluit",
            ),
        ),
        append_only("actielijnen_voortgangsbericht"),
        append_only("actielijnen_verplaatsing"),
    ]
