"""All tables at once, for a new database; one that has them already came by the migrations that this replaces."""

import agenda.klok
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from agenda.triggers import append_only, fixed


class Migration(migrations.Migration):
    replaces = [
        ("actielijnen", "0001_initial"),
        ("actielijnen", "0002_activiteiten"),
        ("actielijnen", "0003_mijlpalen_en_indicatoren"),
        ("actielijnen", "0004_grootboek"),
        ("actielijnen", "0005_bedragen_als_mutaties"),
        ("actielijnen", "0006_regel_zonder_bedrag"),
        ("actielijnen", "0007_boeken"),
        ("actielijnen", "0008_imports"),
        ("actielijnen", "0009_prognoses"),
        ("actielijnen", "0010_scenarios"),
        ("actielijnen", "0011_nieuwste_boekingen"),
        ("actielijnen", "0012_mijlpaal_vervallen"),
        ("actielijnen", "0013_document_weggehaald"),
    ]

    initial = True

    dependencies = [
        ("agenda", "0001_tabellen"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Verzending",
            fields=[
                ("sleutel", models.UUIDField(primary_key=True, serialize=False)),
                ("moment", models.DateTimeField()),
                ("adres", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "verbose_name": "verzending van een formulier",
                "verbose_name_plural": "verzendingen van formulieren",
            },
        ),
        migrations.CreateModel(
            name="Actielijn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveSmallIntegerField()),
                ("naam", models.CharField(max_length=120)),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="actielijnen", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "actielijn",
                "verbose_name_plural": "actielijnen",
                "ordering": ["nummer"],
                "constraints": [models.UniqueConstraint(fields=("programma", "nummer"), name="actielijn_uniek")],
            },
        ),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["gepland", "loopt", "afgerond", "gestopt"])),
                        name="activiteit_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("eigenaar__isnull", False), ("eigenaar_rol", "")),
                            models.Q(("eigenaar__isnull", True), models.Q(("eigenaar_rol", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="activiteit_een_eigenaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("gepland_tot__gte", models.F("gepland_van"))),
                        name="activiteit_plan_vooruit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gerealiseerd_tot__isnull", True),
                            ("gerealiseerd_tot__gte", models.F("gerealiseerd_van")),
                            _connector="OR",
                        ),
                        name="activiteit_uitvoering_vooruit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("gerealiseerd_tot__isnull", True),
                                ("gerealiseerd_van__isnull", True),
                                ("status", "gepland"),
                            ),
                            models.Q(
                                ("gerealiseerd_tot__isnull", True),
                                ("gerealiseerd_van__isnull", False),
                                ("status", "loopt"),
                            ),
                            models.Q(
                                ("gerealiseerd_tot__isnull", False),
                                ("gerealiseerd_van__isnull", False),
                                ("status", "afgerond"),
                            ),
                            models.Q(("gerealiseerd_tot__isnull", False), ("status", "gestopt")),
                            _connector="OR",
                        ),
                        name="activiteit_dagen_passen_bij_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "gestopt"), models.Q(("gestopt_omdat", ""), _negated=True)),
                            models.Q(models.Q(("status", "gestopt"), _negated=True), ("gestopt_omdat", "")),
                            _connector="OR",
                        ),
                        name="activiteit_gestopt_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Begrotingsjaar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jaar", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("voorgesteld", "Voorgesteld om af te sluiten"),
                            ("afgesloten", "Afgesloten"),
                        ],
                        default="open",
                        max_length=15,
                    ),
                ),
                ("afgesloten_op", models.DateTimeField(blank=True, null=True)),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="begrotingsjaren",
                        to="agenda.programma",
                    ),
                ),
            ],
            options={
                "verbose_name": "begrotingsjaar",
                "verbose_name_plural": "begrotingsjaren",
                "ordering": ["jaar"],
                "constraints": [
                    models.UniqueConstraint(fields=("programma", "jaar"), name="begrotingsjaar_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "voorgesteld", "afgesloten"])),
                        name="begrotingsjaar_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("afgesloten_op__isnull", False), ("status", "afgesloten")),
                            models.Q(models.Q(("status", "afgesloten"), _negated=True), ("afgesloten_op", None)),
                            _connector="OR",
                        ),
                        name="begrotingsjaar_afgesloten_met_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Begrotingspost",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveSmallIntegerField()),
                ("naam", models.CharField(max_length=120)),
                (
                    "actielijn",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="post",
                        to="actielijnen.actielijn",
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posten", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "begrotingspost",
                "verbose_name_plural": "begrotingsposten",
                "ordering": ["nummer"],
                "constraints": [models.UniqueConstraint(fields=("programma", "nummer"), name="post_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Dekkingsbron",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("naam", models.CharField(max_length=120)),
                ("doel", models.CharField(max_length=200)),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "feit",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.feit"
                    ),
                ),
                ("ministerie", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.ministerie")),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dekkingsbronnen",
                        to="agenda.programma",
                    ),
                ),
            ],
            options={
                "verbose_name": "dekkingsbron",
                "verbose_name_plural": "dekkingsbronnen",
                "constraints": [models.UniqueConstraint(fields=("programma", "naam"), name="dekkingsbron_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Begrotingsregel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jaar", models.PositiveSmallIntegerField(blank=True, help_text="Leeg: niet verdeeld.", null=True)),
                ("periode", models.CharField(help_text="Waarover het bedrag gaat, bijv. 2023–2025.", max_length=20)),
                ("is_indicatief", models.BooleanField()),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regels",
                        to="actielijnen.begrotingspost",
                    ),
                ),
                (
                    "dekkingsbron",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regels",
                        to="actielijnen.dekkingsbron",
                    ),
                ),
            ],
            options={
                "verbose_name": "begrotingsregel",
                "verbose_name_plural": "begrotingsregels",
                "ordering": ["post__nummer", "jaar", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("post", "jaar", "dekkingsbron"), name="begrotingsregel_uniek", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jaar", None), ("jaar__range", (2000, 2100)), _connector="OR"),
                        name="begrotingsregel_jaar",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Herschikking",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "budget",
                    models.CharField(
                        choices=[
                            ("verplichtingen", "verplichtingen"),
                            ("kas", "kas"),
                            ("beide", "verplichtingen en kas, niet apart"),
                        ],
                        max_length=15,
                    ),
                ),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=12)),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("kamerbrief", "Gemeld aan de Kamer"),
                            ("ontwerpbegroting", "Ontwerpbegroting"),
                            ("nota_van_wijziging", "Nota van wijziging"),
                            ("amendement", "Amendement"),
                            ("incidentele_suppletoire", "Incidentele suppletoire begroting"),
                            ("eerste_suppletoire", "1e suppletoire begroting (Voorjaarsnota)"),
                            ("tweede_suppletoire", "2e suppletoire begroting (Najaarsnota)"),
                            ("slotwet", "Slotwet"),
                        ],
                        max_length=25,
                    ),
                ),
                ("begrotingsjaar", models.PositiveSmallIntegerField()),
                ("vindplaats", models.CharField(max_length=200)),
                ("reden", models.TextField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("voorgesteld", "Voorgesteld"),
                            ("eerste_akkoord", "Eén akkoord"),
                            ("uitgevoerd", "Uitgevoerd"),
                            ("afgewezen", "Afgewezen"),
                        ],
                        default="voorgesteld",
                        max_length=15,
                    ),
                ),
                ("besluit", models.UUIDField(unique=True)),
                ("voorgesteld_op", models.DateTimeField()),
                (
                    "bron",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agenda.bron"),
                ),
                (
                    "naar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="herschikkingen_in",
                        to="actielijnen.begrotingsregel",
                    ),
                ),
                (
                    "van",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="herschikkingen_uit",
                        to="actielijnen.begrotingsregel",
                    ),
                ),
                (
                    "voorgesteld_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "herschikking",
                "verbose_name_plural": "herschikkingen",
                "ordering": ["-voorgesteld_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("bedrag__gt", 0)), name="herschikking_is_meer_dan_niets"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("van", models.F("naar")), _negated=True),
                        name="herschikking_tussen_twee_regels",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["voorgesteld", "eerste_akkoord", "uitgevoerd", "afgewezen"])
                        ),
                        name="herschikking_status",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("mutaties", "Mutaties"),
                            ("verplichtingen", "Verplichtingen"),
                            ("betalingen", "Betalingen en terugontvangsten"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("nakijken", "Wordt nagekeken"),
                            ("nagekeken", "Nagekeken, nog niets geboekt"),
                            ("boeken", "Wordt geboekt"),
                            ("geboekt", "Geboekt"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="nakijken",
                        max_length=12,
                    ),
                ),
                ("naam", models.CharField(help_text="De naam van het bestand.", max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("gemaakt_op", models.DateTimeField()),
                (
                    "bestand",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="agenda.bestand"
                    ),
                ),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="agenda.programma"
                    ),
                ),
                (
                    "taak",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="agenda.taak"
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "ordering": ["-gemaakt_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["nakijken", "nagekeken", "boeken", "geboekt", "ingetrokken"])
                        ),
                        name="import_status",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Importrij",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveIntegerField(help_text="Het rijnummer in het bestand.")),
                ("cellen", models.JSONField()),
                (
                    "oordeel",
                    models.CharField(
                        choices=[
                            ("onbekend", "Nog niet nagekeken"),
                            ("goed", "Kan worden geboekt"),
                            ("fout", "Fout"),
                            ("dubbel", "Staat er al"),
                            ("geboekt", "Geboekt"),
                        ],
                        default="onbekend",
                        max_length=10,
                    ),
                ),
                ("fouten", models.JSONField(default=dict, help_text="Per kolom wat er mis is.")),
                (
                    "bestand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rijen", to="actielijnen.import"
                    ),
                ),
            ],
            options={
                "verbose_name": "rij van een import",
                "verbose_name_plural": "rijen van imports",
                "ordering": ["nummer"],
                "constraints": [models.UniqueConstraint(fields=("bestand", "nummer"), name="importrij_uniek")],
                "indexes": [models.Index(fields=["bestand", "oordeel", "nummer"], name="importrij_per_oordeel")],
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
                (
                    "actielijn",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicatoren",
                        to="actielijnen.actielijn",
                    ),
                ),
                (
                    "activiteit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicatoren",
                        to="actielijnen.activiteit",
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="indicatoren", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "indicator",
                "verbose_name_plural": "indicatoren",
                "ordering": ["nummer"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("richting__in", ["hoger", "lager"])), name="indicator_richting"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("actielijn__isnull", True), ("activiteit__isnull", True), _connector="OR"),
                        name="indicator_van_een_ding",
                    ),
                ],
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
                (
                    "bron",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.bron"
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="waarden", to="actielijnen.indicator"
                    ),
                ),
                (
                    "vervangt",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vervangen_door",
                        to="actielijnen.indicatorwaarde",
                    ),
                ),
            ],
            options={
                "verbose_name": "waarde van een indicator",
                "verbose_name_plural": "waarden van indicatoren",
                "ordering": ["peildatum", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["nulmeting", "streefwaarde", "meetwaarde"])),
                        name="indicatorwaarde_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("vindplaats", ""), _negated=True), name="indicatorwaarde_met_vindplaats"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("vervangt__isnull", True)),
                        fields=("indicator", "soort", "peildatum"),
                        name="indicatorwaarde_een_per_dag",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("soort", "nulmeting"), ("vervangt__isnull", True)),
                        fields=("indicator",),
                        name="indicatorwaarde_een_nulmeting",
                    ),
                ],
            },
        ),
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
                (
                    "besloten_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "bron",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.bron"
                    ),
                ),
                (
                    "voorgesteld_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "betreft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voorstellen",
                        to="actielijnen.indicatorwaarde",
                    ),
                ),
            ],
            options={
                "verbose_name": "correctievoorstel",
                "verbose_name_plural": "correctievoorstellen",
                "ordering": ["-voorgesteld_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("besloten_door__isnull", True),
                                ("besloten_op__isnull", True),
                                ("status", "voorgesteld"),
                            ),
                            models.Q(
                                ("besloten_door__isnull", False),
                                ("besloten_op__isnull", False),
                                ("status__in", ["aangenomen", "afgewezen"]),
                            ),
                            _connector="OR",
                        ),
                        name="correctievoorstel_besloten_op_en_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("besloten_door__isnull", True),
                            models.Q(("besloten_door", models.F("voorgesteld_door")), _negated=True),
                            _connector="OR",
                        ),
                        name="correctievoorstel_door_twee_personen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "afgewezen"), _negated=True),
                            models.Q(("afgewezen_omdat", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="correctievoorstel_afgewezen_met_reden",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "voorgesteld")),
                        fields=("betreft",),
                        name="correctievoorstel_een_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mijlpaal",
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
                ("sleutel", models.SlugField(max_length=60)),
                ("naam", models.CharField(max_length=160)),
                (
                    "gepland",
                    models.CharField(blank=True, help_text="Het moment zoals de bron het zegt.", max_length=60),
                ),
                ("gepland_op", models.DateField(blank=True, help_text="Leeg: de dag is niet bekend.", null=True)),
                (
                    "gerealiseerd",
                    models.CharField(blank=True, help_text="Het moment zoals de bron het zegt.", max_length=60),
                ),
                ("gerealiseerd_op", models.DateField(blank=True, help_text="Leeg: de dag is niet bekend.", null=True)),
                ("toelichting", models.TextField(blank=True)),
                (
                    "status",
                    models.CharField(
                        choices=[("geldt", "Geldt"), ("vervallen", "Vervallen")], default="geldt", max_length=10
                    ),
                ),
                ("vervallen_omdat", models.TextField(blank=True)),
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "actielijn",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mijlpalen",
                        to="actielijnen.actielijn",
                    ),
                ),
                (
                    "activiteit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mijlpalen",
                        to="actielijnen.activiteit",
                    ),
                ),
                (
                    "bron",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leeg: in het portaal gemaakt.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agenda.bron",
                    ),
                ),
                (
                    "bron_realisatie",
                    models.ForeignKey(
                        help_text="Leeg: dezelfde bron.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agenda.bron",
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
                    "gemaakt_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gerealiseerd_door",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="mijlpalen", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "mijlpaal",
                "verbose_name_plural": "mijlpalen",
                "ordering": ["volgorde", "gepland_op", "sleutel"],
                "constraints": [
                    models.UniqueConstraint(fields=("programma", "sleutel"), name="mijlpaal_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gepland", ""), _negated=True),
                            models.Q(("gerealiseerd", ""), _negated=True),
                            ("gepland_op__isnull", False),
                            ("gerealiseerd_op__isnull", False),
                            _connector="OR",
                        ),
                        name="mijlpaal_heeft_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bron__isnull", False), ("gemaakt_door__isnull", False), _connector="OR"),
                        name="mijlpaal_heeft_herkomst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("eigenaar__isnull", True), ("eigenaar_rol", "")),
                            models.Q(("eigenaar__isnull", False), ("eigenaar_rol", "")),
                            models.Q(("eigenaar__isnull", True), models.Q(("eigenaar_rol", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="mijlpaal_een_eigenaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "geldt"), ("vervallen_omdat", "")),
                            models.Q(
                                ("gerealiseerd_door__isnull", True),
                                ("status", "vervallen"),
                                models.Q(("vervallen_omdat", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="mijlpaal_vervallen_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mutatie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "budget",
                    models.CharField(
                        choices=[
                            ("verplichtingen", "verplichtingen"),
                            ("kas", "kas"),
                            ("beide", "verplichtingen en kas, niet apart"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("kamerbrief", "Gemeld aan de Kamer"),
                            ("ontwerpbegroting", "Ontwerpbegroting"),
                            ("nota_van_wijziging", "Nota van wijziging"),
                            ("amendement", "Amendement"),
                            ("incidentele_suppletoire", "Incidentele suppletoire begroting"),
                            ("eerste_suppletoire", "1e suppletoire begroting (Voorjaarsnota)"),
                            ("tweede_suppletoire", "2e suppletoire begroting (Najaarsnota)"),
                            ("slotwet", "Slotwet"),
                        ],
                        max_length=25,
                    ),
                ),
                (
                    "begrotingsjaar",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Het jaar van het begrotingsstuk. Leeg bij een brief aan de Kamer.",
                        null=True,
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("oorspronkelijk", "Oorspronkelijk bedrag"),
                            ("beleidsmatig", "Beleidsmatige mutatie"),
                            ("overboeking_in", "Overboeking in"),
                            ("overboeking_uit", "Overboeking uit"),
                            ("herschikking", "Herschikking"),
                            ("desaldering", "Desaldering"),
                            ("kasschuif", "Kasschuif"),
                            ("eindejaarsmarge", "Eindejaarsmarge"),
                        ],
                        max_length=20,
                    ),
                ),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=12)),
                ("vindplaats", models.CharField(max_length=200)),
                ("reden", models.TextField()),
                ("reden_overschrijding", models.TextField(blank=True)),
                ("besluit", models.UUIDField(help_text="Gelijk voor de rijen die samen één besluit zijn.")),
                ("geboekt_op", models.DateTimeField()),
                (
                    "bron",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mutaties", to="agenda.bron"
                    ),
                ),
                (
                    "geboekt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "regel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mutaties",
                        to="actielijnen.begrotingsregel",
                    ),
                ),
            ],
            options={
                "verbose_name": "mutatie",
                "verbose_name_plural": "mutaties",
                "ordering": ["begrotingsjaar", "geboekt_op", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("bedrag", 0), _negated=True), name="mutatie_is_een_bedrag"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "overboeking_in"), _negated=True), ("bedrag__gt", 0), _connector="OR"
                        ),
                        name="mutatie_overboeking_in_is_meer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "overboeking_uit"), _negated=True), ("bedrag__lt", 0), _connector="OR"
                        ),
                        name="mutatie_overboeking_uit_is_minder",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "kasschuif"), _negated=True), ("budget", "kas"), _connector="OR"
                        ),
                        name="mutatie_kasschuif_is_kas",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begrotingsjaar__isnull", False), ("moment", "kamerbrief"), _connector="OR"
                        ),
                        name="mutatie_heeft_begrotingsjaar",
                    ),
                ],
                "indexes": [models.Index(fields=["regel", "budget"], include=("bedrag",), name="mutatie_per_regel")],
            },
        ),
        migrations.CreateModel(
            name="Prognose",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jaar", models.PositiveSmallIntegerField()),
                ("nummer", models.PositiveSmallIntegerField(help_text="De hoeveelste prognose van dit jaar.")),
                ("naam", models.CharField(help_text="De periode, bijvoorbeeld: april 2026.", max_length=40)),
                ("peildatum", models.DateField()),
                (
                    "drempel",
                    models.DecimalField(
                        decimal_places=2,
                        help_text="Vanaf deze afwijking in euro heeft een post een verklaring nodig.",
                        max_digits=12,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("concept", "Concept"), ("vastgesteld", "Vastgesteld")],
                        default="concept",
                        max_length=15,
                    ),
                ),
                ("gemaakt_op", models.DateTimeField()),
                ("vastgesteld_op", models.DateTimeField(blank=True, null=True)),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="prognoses", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "prognose",
                "verbose_name_plural": "prognoses",
                "ordering": ["-jaar", "-nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("programma", "jaar", "nummer"), name="prognose_uniek"),
                    models.UniqueConstraint(fields=("programma", "jaar", "naam"), name="prognose_naam_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("drempel__gte", 0)), name="prognose_drempel_niet_negatief"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "concept"), ("vastgesteld_op", None)),
                            models.Q(("status", "vastgesteld"), ("vastgesteld_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="prognose_vastgesteld_met_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Afwijkingsverklaring",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tekst", models.TextField()),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="actielijnen.begrotingspost"
                    ),
                ),
                (
                    "prognose",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verklaringen",
                        to="actielijnen.prognose",
                    ),
                ),
            ],
            options={
                "verbose_name": "verklaring van een afwijking",
                "verbose_name_plural": "verklaringen van afwijkingen",
                "ordering": ["post__nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("prognose", "post"), name="afwijkingsverklaring_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="afwijkingsverklaring_zegt_iets"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanname",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("te_laat", "Deel van de geplande betalingen dat pas na dit jaar komt"),
                            ("gaat_niet_door", "Deel van de nieuwe uitgaven dat dit jaar niet doorgaat"),
                        ],
                        max_length=15,
                    ),
                ),
                ("laag", models.DecimalField(decimal_places=4, max_digits=5)),
                ("verwacht", models.DecimalField(decimal_places=4, max_digits=5)),
                ("hoog", models.DecimalField(decimal_places=4, max_digits=5)),
                (
                    "is_geteld",
                    models.BooleanField(
                        help_text="Geteld uit eerdere jaren van dit programma, of door iemand ingevuld."
                    ),
                ),
                ("reden", models.TextField(help_text="Waar de waarde vandaan komt.")),
                (
                    "prognose",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="aannames", to="actielijnen.prognose"
                    ),
                ),
            ],
            options={
                "verbose_name": "aanname",
                "verbose_name_plural": "aannames",
                "ordering": ["-soort"],
                "constraints": [
                    models.UniqueConstraint(fields=("prognose", "soort"), name="aanname_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hoog__lte", 1),
                            ("laag__gte", 0),
                            ("laag__lte", models.F("verwacht")),
                            ("verwacht__lte", models.F("hoog")),
                        ),
                        name="aanname_laag_verwacht_hoog",
                    ),
                    models.CheckConstraint(condition=models.Q(("reden", ""), _negated=True), name="aanname_met_reden"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Prognoseregel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kasbudget", models.DecimalField(decimal_places=2, max_digits=12)),
                ("betaald", models.DecimalField(decimal_places=2, max_digits=12)),
                (
                    "volgens_planning",
                    models.DecimalField(
                        decimal_places=2,
                        help_text="Wat volgens de betaaltermijnen nog dit jaar wordt betaald.",
                        max_digits=12,
                    ),
                ),
                (
                    "zonder_planning",
                    models.DecimalField(
                        decimal_places=2, help_text="Wat openstaat en in geen enkele maand is gepland.", max_digits=12
                    ),
                ),
                ("uit_openstaand", models.DecimalField(decimal_places=2, max_digits=12)),
                (
                    "reden_openstaand",
                    models.TextField(blank=True, help_text="Waarom het anders is dan de planning zegt."),
                ),
                ("nieuw", models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                (
                    "prognose",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="regels", to="actielijnen.prognose"
                    ),
                ),
                (
                    "regel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prognoseregels",
                        to="actielijnen.begrotingsregel",
                    ),
                ),
            ],
            options={
                "verbose_name": "prognoseregel",
                "verbose_name_plural": "prognoseregels",
                "ordering": ["regel__post__nummer", "regel__dekkingsbron", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("prognose", "regel"), name="prognoseregel_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("nieuw__gte", 0), ("uit_openstaand__gte", 0)),
                        name="prognoseregel_niet_negatief",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("uit_openstaand", models.F("volgens_planning")),
                            models.Q(("reden_openstaand", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="prognoseregel_anders_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Raad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("naam", models.CharField(max_length=80)),
                ("alias", models.CharField(blank=True, max_length=80)),
                ("aantal_leden", models.PositiveSmallIntegerField()),
                ("termijn_jaren", models.PositiveSmallIntegerField()),
                ("taken", models.TextField(help_text="Een taak per regel.")),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "programma",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="raad", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "Maatschappelijke Raad",
                "verbose_name_plural": "Maatschappelijke Raden",
            },
        ),
        migrations.CreateModel(
            name="Reservering",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=12)),
                ("datum", models.DateField()),
                ("geboekt_op", models.DateTimeField()),
                ("omschrijving", models.CharField(max_length=200)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("omgezet", "Omgezet in een verplichting"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("reden_overschrijding", models.TextField(blank=True)),
                (
                    "geboekt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "regel",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="actielijnen.begrotingsregel"),
                ),
            ],
            options={
                "verbose_name": "reservering",
                "verbose_name_plural": "reserveringen",
                "ordering": ["-datum", "-pk"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("bedrag__gt", 0)), name="reservering_is_meer_dan_niets"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "omgezet", "vervallen"])), name="reservering_status"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SamenhangendProgramma",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("naam", models.CharField(max_length=160)),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                ("ministerie", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.ministerie")),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="samenhang", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "samenhangend programma",
                "verbose_name_plural": "samenhangende programma's",
                "ordering": ["naam"],
                "constraints": [models.UniqueConstraint(fields=("programma", "naam"), name="samenhang_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Scenario",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveSmallIntegerField()),
                ("naam", models.CharField(max_length=120)),
                ("doel", models.TextField(help_text="Welke vraag dit scenario beantwoordt.")),
                (
                    "status",
                    models.CharField(
                        choices=[("concept", "Concept"), ("aangenomen", "Aangenomen"), ("verworpen", "Verworpen")],
                        default="concept",
                        max_length=15,
                    ),
                ),
                ("gemaakt_op", models.DateTimeField()),
                ("besloten_op", models.DateTimeField(blank=True, null=True)),
                ("reden", models.TextField(blank=True, help_text="Waarom het is aangenomen of verworpen.")),
                (
                    "besluit",
                    models.UUIDField(blank=True, help_text="Het besluit van de mutaties.", null=True, unique=True),
                ),
                (
                    "besloten_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="scenarios", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "scenario",
                "verbose_name_plural": "scenario’s",
                "ordering": ["-nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("programma", "nummer"), name="scenario_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("besloten_door", None),
                                ("besloten_op", None),
                                ("besluit", None),
                                ("reden", ""),
                                ("status", "concept"),
                            ),
                            models.Q(
                                models.Q(
                                    ("besloten_door__isnull", False),
                                    ("besloten_op__isnull", False),
                                    models.Q(("reden", ""), _negated=True),
                                ),
                                ("besluit", None),
                                ("status", "verworpen"),
                            ),
                            models.Q(
                                models.Q(
                                    ("besloten_door__isnull", False),
                                    ("besloten_op__isnull", False),
                                    models.Q(("reden", ""), _negated=True),
                                ),
                                ("besluit__isnull", False),
                                ("status", "aangenomen"),
                            ),
                            _connector="OR",
                        ),
                        name="scenario_besloten_door_iemand",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Scenariostap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveSmallIntegerField()),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("verschuiven", "Verschuiven naar een andere regel"),
                            ("vertragen", "Vertragen: kas naar een later jaar"),
                            ("verlagen", "Verlagen"),
                            ("verhogen", "Verhogen"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "budget",
                    models.CharField(
                        choices=[
                            ("verplichtingen", "verplichtingen"),
                            ("kas", "kas"),
                            ("beide", "verplichtingen en kas, niet apart"),
                        ],
                        max_length=15,
                    ),
                ),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=12)),
                ("reden", models.TextField()),
                (
                    "herschikking",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scenariostap",
                        to="actielijnen.herschikking",
                    ),
                ),
                (
                    "naar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="actielijnen.begrotingsregel",
                    ),
                ),
                (
                    "regel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="actielijnen.begrotingsregel"
                    ),
                ),
                (
                    "scenario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stappen", to="actielijnen.scenario"
                    ),
                ),
            ],
            options={
                "verbose_name": "stap van een scenario",
                "verbose_name_plural": "stappen van scenario’s",
                "ordering": ["nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("scenario", "nummer"), name="scenariostap_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("bedrag__gt", 0)), name="scenariostap_is_meer_dan_niets"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("naar__isnull", False),
                                ("soort__in", ["verschuiven", "vertragen"]),
                                models.Q(("naar", models.F("regel")), _negated=True),
                            ),
                            models.Q(("naar", None), ("soort__in", ["verlagen", "verhogen"])),
                            _connector="OR",
                        ),
                        name="scenariostap_naar_waar_het_heen_gaat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "vertragen"), _negated=True), ("budget", "kas"), _connector="OR"
                        ),
                        name="scenariostap_vertraagt_kas",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verplaatsing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("was_van", models.DateField(blank=True, null=True)),
                ("was_tot", models.DateField(blank=True, null=True)),
                ("wordt_van", models.DateField(blank=True, null=True)),
                ("wordt_tot", models.DateField()),
                ("reden", models.TextField()),
                ("op", models.DateTimeField()),
                (
                    "activiteit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
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
                (
                    "mijlpaal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verplaatsingen",
                        to="actielijnen.mijlpaal",
                    ),
                ),
            ],
            options={
                "verbose_name": "verplaatsing",
                "verbose_name_plural": "verplaatsingen",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reden", ""), _negated=True), name="verplaatsing_met_reden"
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            ("was_tot", models.F("wordt_tot")), ("was_van", models.F("wordt_van")), _negated=True
                        ),
                        name="verplaatsing_naar_iets_anders",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verplichting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=12)),
                ("datum", models.DateField()),
                ("geboekt_op", models.DateTimeField()),
                ("kenmerk", models.CharField(help_text="Het nummer van het contract of de opdracht.", max_length=40)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("contract", "Contract"),
                            ("opdracht", "Opdracht"),
                            ("evaluatieonderzoek", "Opdracht voor evaluatieonderzoek"),
                        ],
                        max_length=20,
                    ),
                ),
                ("omschrijving", models.CharField(max_length=200)),
                ("wederpartij", models.CharField(help_text="De organisatie die het geld krijgt.", max_length=160)),
                ("toelichting", models.TextField(blank=True)),
                ("reden_overschrijding", models.TextField(blank=True)),
                (
                    "geboekt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verplichtingen",
                        to="agenda.programma",
                    ),
                ),
                (
                    "regel",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="actielijnen.begrotingsregel"),
                ),
                (
                    "reservering",
                    models.OneToOneField(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="actielijnen.reservering"
                    ),
                ),
            ],
            options={
                "verbose_name": "verplichting",
                "verbose_name_plural": "verplichtingen",
                "ordering": ["-datum", "kenmerk"],
                "constraints": [
                    models.UniqueConstraint(fields=("programma", "kenmerk"), name="verplichting_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("bedrag__gt", 0)), name="verplichting_is_meer_dan_niets"
                    ),
                ],
                "indexes": [
                    models.Index(fields=["regel"], include=("bedrag",), name="verplichting_per_regel"),
                    models.Index(
                        models.OrderBy(models.F("datum"), descending=True, nulls_last=True),
                        models.F("id"),
                        name="verplichting_nieuwste",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bijstelling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=12)),
                ("datum", models.DateField()),
                ("geboekt_op", models.DateTimeField()),
                (
                    "soort",
                    models.CharField(choices=[("verhoging", "Verhoging"), ("vrijval", "Vrijval")], max_length=10),
                ),
                ("reden", models.TextField()),
                ("reden_overschrijding", models.TextField(blank=True)),
                (
                    "corrigeert",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correcties",
                        to="actielijnen.bijstelling",
                    ),
                ),
                (
                    "geboekt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "regel",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="actielijnen.begrotingsregel"),
                ),
                (
                    "verplichting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bijstellingen",
                        to="actielijnen.verplichting",
                    ),
                ),
            ],
            options={
                "verbose_name": "bijstelling van een verplichting",
                "verbose_name_plural": "bijstellingen van verplichtingen",
                "ordering": ["datum", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bedrag__gt", 0), ("soort", "verhoging")),
                            models.Q(("bedrag__lt", 0), ("soort", "vrijval")),
                            _connector="OR",
                        ),
                        name="bijstelling_teken_past_bij_soort",
                    )
                ],
                "indexes": [models.Index(fields=["regel"], include=("bedrag",), name="bijstelling_per_regel")],
            },
        ),
        migrations.CreateModel(
            name="Betaling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=12)),
                ("datum", models.DateField()),
                ("geboekt_op", models.DateTimeField()),
                (
                    "soort",
                    models.CharField(
                        choices=[("betaling", "Betaling"), ("terugontvangst", "Terugontvangst")], max_length=15
                    ),
                ),
                ("kenmerk", models.CharField(help_text="Het nummer van de factuur of de betaling.", max_length=40)),
                ("omschrijving", models.CharField(blank=True, max_length=200)),
                ("reden_overschrijding", models.TextField(blank=True)),
                (
                    "corrigeert",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correcties",
                        to="actielijnen.betaling",
                    ),
                ),
                (
                    "geboekt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "regel",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="actielijnen.begrotingsregel"),
                ),
                (
                    "verplichting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="betalingen",
                        to="actielijnen.verplichting",
                    ),
                ),
            ],
            options={
                "verbose_name": "betaling",
                "verbose_name_plural": "betalingen",
                "ordering": ["datum", "pk"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("bedrag__gt", 0)), name="betaling_is_meer_dan_niets"),
                    models.UniqueConstraint(fields=("verplichting", "soort", "kenmerk"), name="betaling_uniek"),
                ],
                "indexes": [
                    models.Index(fields=["regel", "soort"], include=("bedrag",), name="betaling_per_regel"),
                    models.Index(
                        models.OrderBy(models.F("datum"), descending=True, nulls_last=True),
                        models.F("id"),
                        name="betaling_nieuwste",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Betaaltermijn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("maand", models.DateField(help_text="De eerste dag van de maand waarin de betaling wordt verwacht.")),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=12)),
                ("gepland_op", models.DateTimeField()),
                ("vervangen_op", models.DateTimeField(blank=True, null=True)),
                (
                    "gepland_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "verplichting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="termijnen",
                        to="actielijnen.verplichting",
                    ),
                ),
            ],
            options={
                "verbose_name": "betaaltermijn",
                "verbose_name_plural": "betaaltermijnen",
                "ordering": ["maand", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("bedrag__gt", 0)), name="betaaltermijn_is_meer_dan_niets"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("maand__day", 1)), name="betaaltermijn_begint_een_maand"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("vervangen_op", None)),
                        fields=("verplichting", "maand"),
                        name="betaaltermijn_uniek",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verplichtingsdocument",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("omschrijving", models.CharField(max_length=200)),
                ("toegevoegd_op", models.DateTimeField(default=agenda.klok.nu)),
                ("verwijderd_op", models.DateTimeField(blank=True, null=True)),
                ("verwijderd_om", models.CharField(blank=True, max_length=200, verbose_name="reden van verwijderen")),
                (
                    "bestand",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s", to="agenda.bestand"
                    ),
                ),
                (
                    "toegevoegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)sen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verplichting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documenten",
                        to="actielijnen.verplichting",
                    ),
                ),
                (
                    "verwijderd_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verwijderde_%(class)sen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "document bij een verplichting",
                "verbose_name_plural": "documenten bij verplichtingen",
                "ordering": ["toegevoegd_op"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("verwijderd_door__isnull", True),
                                ("verwijderd_om", ""),
                                ("verwijderd_op__isnull", True),
                            ),
                            models.Q(
                                ("verwijderd_door__isnull", False),
                                ("verwijderd_op__isnull", False),
                                models.Q(("verwijderd_om", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="verplichtingsdocument_verwijderd_is_door_wie_en_waarom",
                    )
                ],
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["voortgang", "risico", "besluit"])),
                        name="voortgangsbericht_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("gezondheid__in", ["op_koers", "aandacht", "in_de_knel"])),
                        name="voortgangsbericht_gezondheid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="voortgangsbericht_zegt_iets"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sluit__isnull", True), ("soort", "besluit"), _connector="OR"),
                        name="voortgangsbericht_besluit_sluit",
                    ),
                ],
            },
        ),
        append_only("actielijnen_voortgangsbericht"),
        append_only("actielijnen_verplaatsing"),
        append_only("actielijnen_indicatorwaarde"),
        append_only("actielijnen_mutatie"),
        append_only("actielijnen_verplichting"),
        append_only("actielijnen_bijstelling"),
        append_only("actielijnen_betaling"),
        fixed("actielijnen_prognose", parent="actielijnen_prognose", key="id", status="vastgesteld"),
        fixed("actielijnen_prognoseregel", parent="actielijnen_prognose", key="prognose_id", status="vastgesteld"),
        fixed(
            "actielijnen_afwijkingsverklaring", parent="actielijnen_prognose", key="prognose_id", status="vastgesteld"
        ),
        fixed("actielijnen_aanname", parent="actielijnen_prognose", key="prognose_id", status="vastgesteld"),
    ]
