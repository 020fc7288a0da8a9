"""All tables at once, for a new database; one that has them already came by the migrations that this replaces."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("rapportage", "0001_initial"),
        ("rapportage", "0002_parafen"),
        ("rapportage", "0003_sleutels_per_programma"),
        ("rapportage", "0004_voorbereiding"),
        ("rapportage", "0005_voorbereiding_ziet_rijen"),
    ]

    initial = True

    dependencies = [
        ("actielijnen", "0001_tabellen"),
        ("agenda", "0001_tabellen"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Brief",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(choices=[("voortgang", "Voortgangsbrief")], max_length=12)),
                ("jaar", models.PositiveSmallIntegerField()),
                ("betreft", models.CharField(max_length=200)),
                ("peildatum", models.DateField()),
                ("datum_tekst", models.CharField(help_text="Zoals op de brief, bijv. onbekend (2024).", max_length=60)),
                ("is_reconstructie", models.BooleanField()),
                ("ondertekenaar", models.CharField(max_length=200)),
                ("sjabloon", models.CharField(max_length=60)),
                (
                    "status",
                    models.CharField(
                        choices=[("concept", "Concept"), ("aangeboden", "Aangeboden voor parafering")],
                        default="concept",
                        max_length=12,
                    ),
                ),
                (
                    "opname",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.momentopname"
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="brieven", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "brief",
                "verbose_name_plural": "brieven",
                "ordering": ["-jaar"],
                "constraints": [
                    models.UniqueConstraint(fields=("programma", "soort", "jaar"), name="brief_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["concept", "aangeboden"])), name="brief_status"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status", "concept"), ("opname__isnull", False), _connector="OR"),
                        name="brief_aangeboden_heeft_opname",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanbieding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("aangeboden_op", models.DateTimeField()),
                (
                    "aangeboden_door",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
                ("opname", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.momentopname")),
                (
                    "pdf",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.bestand"
                    ),
                ),
                (
                    "brief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="aanbiedingen", to="rapportage.brief"
                    ),
                ),
            ],
            options={
                "verbose_name": "aanbieding",
                "verbose_name_plural": "aanbiedingen",
                "ordering": ["-aangeboden_op"],
                "constraints": [models.UniqueConstraint(fields=("brief", "opname"), name="aanbieding_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Briefsectie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("sleutel", models.SlugField(max_length=60)),
                (
                    "soort",
                    models.CharField(
                        choices=[("tekst", "Tekst"), ("kader", "Kader"), ("bijlage", "Bijlage")], max_length=10
                    ),
                ),
                ("niveau", models.PositiveSmallIntegerField(choices=[(2, "2"), (3, "3")])),
                ("kop", models.CharField(blank=True, max_length=160)),
                ("tekst", models.TextField(blank=True)),
                (
                    "brief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="secties", to="rapportage.brief"
                    ),
                ),
            ],
            options={
                "verbose_name": "sectie van een brief",
                "verbose_name_plural": "secties van brieven",
                "ordering": ["volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("brief", "volgorde"), name="sectie_volgorde_uniek"),
                    models.UniqueConstraint(fields=("brief", "sleutel"), name="sectie_sleutel_uniek"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paraaf",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(help_text="Van de momentopname waar de paraaf voor geldt.", max_length=64)),
                ("gezet_op", models.DateTimeField()),
                ("vervallen_op", models.DateTimeField(blank=True, null=True)),
                (
                    "aanbieding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parafen", to="rapportage.aanbieding"
                    ),
                ),
                (
                    "gezet_door",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "verbose_name": "paraaf",
                "verbose_name_plural": "parafen",
                "ordering": ["gezet_op"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("vervallen_op__isnull", True)),
                        fields=("aanbieding", "gezet_door"),
                        name="paraaf_een_per_persoon",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sjabloonpunt",
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
                (
                    "onderwerp",
                    models.CharField(
                        choices=[
                            ("du", "DU-cijfers"),
                            ("spuk", "SPUK en integrale middelen"),
                            ("evaluatie", "Evaluaties"),
                            ("raad", "Maatschappelijke Raad"),
                            ("congres", "Congres"),
                            ("toezegging", "Toezeggingen"),
                            ("voortgang", "Voortgang van activiteiten"),
                            ("begroting", "Begroting"),
                            ("overig", "Overig"),
                        ],
                        max_length=12,
                    ),
                ),
                ("vraag", models.CharField(max_length=200)),
                ("toelichting", models.TextField(blank=True)),
                (
                    "rijen",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("du", "Decentralisatie-uitkeringen van het jaar"),
                            ("bestemming", "Bestemmingen van gemeenten in het jaar"),
                        ],
                        max_length=12,
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField()),
                ("weken_vooraf", models.PositiveSmallIntegerField()),
                (
                    "vervallen_op",
                    models.DateField(blank=True, help_text="Leeg: geldt voor elke nieuwe lijst.", null=True),
                ),
                (
                    "actielijn",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="actielijnen.actielijn",
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
                    "feit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agenda.feit",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="actielijnen.indicator",
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sjabloonpunten",
                        to="agenda.programma",
                    ),
                ),
            ],
            options={
                "verbose_name": "punt van het sjabloon",
                "verbose_name_plural": "punten van het sjabloon",
                "ordering": ["nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("programma", "nummer"), name="sjabloonpunt_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("eigenaar__isnull", False), ("eigenaar_rol", "")),
                            models.Q(("eigenaar__isnull", True), models.Q(("eigenaar_rol", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="sjabloonpunt_een_eigenaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("indicator__isnull", True), ("rijen", "")),
                            models.Q(("feit__isnull", True), ("rijen", "")),
                            models.Q(("feit__isnull", True), ("indicator__isnull", True)),
                            _connector="OR",
                        ),
                        name="sjabloonpunt_een_gegeven",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rijen__in", ["", "du", "bestemming"])), name="sjabloonpunt_rijen"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Toezegging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.SlugField(max_length=60)),
                ("tekst", models.TextField()),
                ("gedaan_op", models.DateField(blank=True, null=True)),
                ("ambt", models.CharField(max_length=160)),
                ("termijn", models.CharField(blank=True, max_length=80)),
                (
                    "uiterlijk_op",
                    models.DateField(blank=True, help_text="De laatste dag, als een bron die noemt.", null=True),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="toezeggingen", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "toezegging",
                "verbose_name_plural": "toezeggingen",
                "ordering": ["gedaan_op"],
                "constraints": [models.UniqueConstraint(fields=("programma", "sleutel"), name="toezegging_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Vindplaats",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("verwijzing", models.CharField(max_length=200)),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("onbekend", "rol niet bekend"),
                            ("oorspronkelijk", "oorspronkelijk"),
                            ("herhaald", "herhaald"),
                        ],
                        default="onbekend",
                        max_length=15,
                    ),
                ),
                (
                    "toezegging",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vindplaatsen",
                        to="rapportage.toezegging",
                    ),
                ),
                ("volgens", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
            ],
            options={
                "verbose_name": "vindplaats",
                "verbose_name_plural": "vindplaatsen",
                "constraints": [models.UniqueConstraint(fields=("toezegging", "verwijzing"), name="vindplaats_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Voetnoot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.SlugField(max_length=60)),
                (
                    "brief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="voetnoten", to="rapportage.brief"
                    ),
                ),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
            ],
            options={
                "verbose_name": "voetnoot",
                "verbose_name_plural": "voetnoten",
                "constraints": [models.UniqueConstraint(fields=("brief", "sleutel"), name="voetnoot_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Voorbereiding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jaar", models.PositiveSmallIntegerField()),
                ("van", models.DateField(help_text="De eerste dag van de tijd waarover de brief gaat.")),
                ("peildatum", models.DateField(help_text="De laatste dag van de tijd waarover de brief gaat.")),
                ("brief_op", models.DateField(help_text="De dag waarop de brief naar de Kamer gaat.")),
                ("gemaakt_op", models.DateTimeField()),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voorbereidingen",
                        to="agenda.programma",
                    ),
                ),
            ],
            options={
                "verbose_name": "voorbereiding van een brief",
                "verbose_name_plural": "voorbereidingen van brieven",
                "ordering": ["-jaar"],
                "constraints": [
                    models.UniqueConstraint(fields=("programma", "jaar"), name="voorbereiding_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("peildatum__lte", models.F("brief_op")), ("van__lte", models.F("peildatum"))
                        ),
                        name="voorbereiding_dagen_op_volgorde",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Voorbereidingspunt",
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
                (
                    "onderwerp",
                    models.CharField(
                        choices=[
                            ("du", "DU-cijfers"),
                            ("spuk", "SPUK en integrale middelen"),
                            ("evaluatie", "Evaluaties"),
                            ("raad", "Maatschappelijke Raad"),
                            ("congres", "Congres"),
                            ("toezegging", "Toezeggingen"),
                            ("voortgang", "Voortgang van activiteiten"),
                            ("begroting", "Begroting"),
                            ("overig", "Overig"),
                        ],
                        max_length=12,
                    ),
                ),
                ("vraag", models.CharField(max_length=200)),
                ("toelichting", models.TextField(blank=True)),
                (
                    "rijen",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("du", "Decentralisatie-uitkeringen van het jaar"),
                            ("bestemming", "Bestemmingen van gemeenten in het jaar"),
                        ],
                        max_length=12,
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField()),
                ("uiterlijk_op", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Open"), ("gereed", "Gereed gemeld")], default="open", max_length=10
                    ),
                ),
                ("notitie", models.TextField(blank=True)),
                ("gereed_op", models.DateTimeField(blank=True, null=True)),
                (
                    "actielijn",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="actielijnen.actielijn",
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
                    "feit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agenda.feit",
                    ),
                ),
                (
                    "gereed_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="actielijnen.indicator",
                    ),
                ),
                (
                    "voorbereiding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="punten",
                        to="rapportage.voorbereiding",
                    ),
                ),
                (
                    "vorige",
                    models.ForeignKey(
                        blank=True,
                        help_text="Hetzelfde punt van een jaar eerder.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="rapportage.voorbereidingspunt",
                    ),
                ),
            ],
            options={
                "verbose_name": "punt van een voorbereiding",
                "verbose_name_plural": "punten van voorbereidingen",
                "ordering": ["nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("voorbereiding", "nummer"), name="voorbereidingspunt_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("eigenaar__isnull", False), ("eigenaar_rol", "")),
                            models.Q(("eigenaar__isnull", True), models.Q(("eigenaar_rol", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="voorbereidingspunt_een_eigenaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("indicator__isnull", True), ("rijen", "")),
                            models.Q(("feit__isnull", True), ("rijen", "")),
                            models.Q(("feit__isnull", True), ("indicator__isnull", True)),
                            _connector="OR",
                        ),
                        name="voorbereidingspunt_een_gegeven",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rijen__in", ["", "du", "bestemming"])), name="voorbereidingspunt_rijen"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("gereed_door__isnull", True),
                                ("gereed_op__isnull", True),
                                ("notitie", ""),
                                ("status", "open"),
                            ),
                            models.Q(
                                ("gereed_door__isnull", False),
                                ("gereed_op__isnull", False),
                                ("status", "gereed"),
                                models.Q(("notitie", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="voorbereidingspunt_gereed_met_wie_en_waarom",
                    ),
                ],
            },
        ),
    ]
