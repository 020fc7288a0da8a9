"""All tables at once, for a new database; one that has them already came by the migrations that this replaces."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from agenda.triggers import append_only, fixed
from interventies.triggers import fase_with_ground, scope_by_another


class Migration(migrations.Migration):
    replaces = [
        ("interventies", "0001_initial"),
        ("interventies", "0002_sleutels_per_programma"),
        ("interventies", "0003_palet"),
    ]

    initial = True

    dependencies = [
        ("actielijnen", "0001_tabellen"),
        ("agenda", "0001_tabellen"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Interventie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sleutel",
                    models.SlugField(help_text="Staat in het adres en verandert nooit.", max_length=80, unique=True),
                ),
                ("is_voorbeeld", models.BooleanField(default=False)),
                (
                    "fase",
                    models.CharField(
                        choices=[
                            ("beschreven", "In voorbereiding"),
                            ("testen", "Testen wat werkt"),
                            ("doen", "Doen wat werkt"),
                            ("gestopt", "Gestopt"),
                        ],
                        default="beschreven",
                        max_length=10,
                    ),
                ),
                ("fase_sinds", models.DateField()),
                ("fase_reden", models.TextField(blank=True, help_text="Waarom de interventie in deze fase is.")),
            ],
            options={
                "verbose_name": "interventie",
                "verbose_name_plural": "interventies",
                "ordering": ["sleutel"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("fase__in", ["beschreven", "testen", "doen", "gestopt"])),
                        name="interventie_fase",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("fase", "beschreven"), ("fase_reden", "")),
                            models.Q(
                                models.Q(("fase", "beschreven"), _negated=True),
                                models.Q(("fase_reden", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="interventie_fase_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InterventieVersie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveSmallIntegerField()),
                ("naam", models.CharField(max_length=120, verbose_name="Naam")),
                (
                    "samenvatting",
                    models.TextField(
                        help_text="Wat is het, voor wie, en wat levert het op?", verbose_name="Samenvatting"
                    ),
                ),
                (
                    "aanleiding",
                    models.TextField(help_text="Wat is er aan de hand?", verbose_name="Aanleiding en probleem"),
                ),
                (
                    "doelgroep_direct",
                    models.TextField(help_text="Met wie werkt de uitvoerder zelf?", verbose_name="Directe doelgroep"),
                ),
                (
                    "doelgroep_intermediair",
                    models.TextField(
                        blank=True, help_text="Via wie werkt het?", verbose_name="Intermediaire doelgroep"
                    ),
                ),
                (
                    "doelgroep_uiteindelijk",
                    models.TextField(
                        blank=True, help_text="Wie heeft er baat bij?", verbose_name="Uiteindelijke doelgroep"
                    ),
                ),
                ("hoofddoel", models.TextField(help_text="Wat moet er veranderd zijn?", verbose_name="Hoofddoel")),
                ("subdoelen", models.TextField(blank=True, help_text="Eén doel per regel.", verbose_name="Subdoelen")),
                (
                    "opzet",
                    models.TextField(
                        help_text="Hoe lang duurt het, en in welke stappen?", verbose_name="Opzet van de aanpak"
                    ),
                ),
                (
                    "inhoud",
                    models.TextField(
                        blank=True, help_text="Wat gebeurt er in elke stap?", verbose_name="Inhoud van de aanpak"
                    ),
                ),
                (
                    "werkzame_elementen",
                    models.TextField(blank=True, help_text="Waardoor werkt het?", verbose_name="Werkzame elementen"),
                ),
                ("materialen", models.TextField(blank=True, verbose_name="Materialen en handboek")),
                ("uitvoerders", models.TextField(blank=True, verbose_name="Uitvoerende organisaties")),
                ("deskundigheid", models.TextField(blank=True, verbose_name="Vereiste deskundigheid")),
                ("randvoorwaarden", models.TextField(blank=True, verbose_name="Randvoorwaarden")),
                ("kosten", models.TextField(blank=True, verbose_name="Kosten")),
                (
                    "overdraagbaarheid",
                    models.TextField(
                        blank=True, help_text="Kan een ander het overnemen?", verbose_name="Overdraagbaarheid"
                    ),
                ),
                ("kwaliteitsbewaking", models.TextField(blank=True, verbose_name="Kwaliteitsbewaking")),
                (
                    "onderbouwing",
                    models.TextField(blank=True, help_text="Op welke theorie rust het?", verbose_name="Onderbouwing"),
                ),
                (
                    "onderzoek",
                    models.TextField(
                        blank=True, help_text="Wat is er naar proces en effect onderzocht?", verbose_name="Onderzoek"
                    ),
                ),
                ("praktijkervaringen", models.TextField(blank=True, verbose_name="Praktijkervaringen")),
                ("eigenaar", models.CharField(blank=True, max_length=160, verbose_name="Eigenaar of licentiehouder")),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        help_text="Een organisatie of algemeen adres, nooit een persoon.",
                        max_length=160,
                        verbose_name="Contact",
                    ),
                ),
                ("wijziging", models.TextField(blank=True, verbose_name="Wat is er anders, en waarom?")),
                ("op", models.DateTimeField()),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "interventie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versies",
                        to="interventies.interventie",
                    ),
                ),
            ],
            options={
                "verbose_name": "versie van een interventie",
                "verbose_name_plural": "versies van interventies",
                "ordering": ["-nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("interventie", "nummer"), name="interventieversie_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nummer", 1), ("wijziging", "")),
                            models.Q(("nummer__gt", 1), models.Q(("wijziging", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="interventieversie_met_wijziging",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="interventie",
            name="laatste",
            field=models.OneToOneField(
                help_text="De nieuwste versie.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="interventies.interventieversie",
            ),
        ),
        migrations.CreateModel(
            name="Evaluatie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.CharField(help_text="Bijvoorbeeld EVA-2026-001.", max_length=20, unique=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "Gepland"),
                            ("aangeboden", "Wacht op tweede lezer"),
                            ("vastgesteld", "Vastgesteld"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="gepland",
                        max_length=12,
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("proces", "Procesevaluatie"), ("effect", "Effectonderzoek")], max_length=8
                    ),
                ),
                ("onderzoeksvraag", models.TextField()),
                (
                    "onderzoeksopzet",
                    models.TextField(help_text="Hoe wordt het onderzocht, en hoe sterk is dat bewijs?"),
                ),
                ("uitvoerder", models.CharField(help_text="De organisatie die het onderzoek doet.", max_length=160)),
                ("van", models.DateField()),
                ("tot", models.DateField(help_text="Tot en met.")),
                ("beperkingen", models.TextField(blank=True)),
                ("conclusie", models.TextField(blank=True)),
                ("vastgesteld_op", models.DateField(null=True)),
                ("reden", models.TextField(blank=True, help_text="Waarom teruggegeven of vervallen.")),
                (
                    "gepland_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "lezer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "interventie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluaties",
                        to="interventies.interventie",
                    ),
                ),
                (
                    "versie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="interventies.interventieversie",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluatie",
                "verbose_name_plural": "evaluaties",
                "ordering": ["-tot", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["gepland", "aangeboden", "vastgesteld", "vervallen"])),
                        name="evaluatie_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["proces", "effect"])), name="evaluatie_soort"
                    ),
                    models.CheckConstraint(condition=models.Q(("tot__gte", models.F("van"))), name="evaluatie_vooruit"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["aangeboden", "vastgesteld"]), _negated=True),
                            models.Q(
                                models.Q(("beperkingen", ""), _negated=True), models.Q(("conclusie", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="evaluatie_klaar_met_conclusie",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("lezer__isnull", False), ("status", "vastgesteld"), ("vastgesteld_op__isnull", False)
                            ),
                            models.Q(
                                models.Q(("status", "vastgesteld"), _negated=True),
                                ("lezer", None),
                                ("vastgesteld_op", None),
                            ),
                            _connector="OR",
                        ),
                        name="evaluatie_vastgesteld_door_tweede_lezer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lezer", models.F("gepland_door")), _negated=True),
                        name="evaluatie_lezer_is_een_ander",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.SlugField()),
                ("naam", models.CharField(max_length=120)),
                ("alias", models.CharField(blank=True, max_length=120)),
                ("doel", models.TextField()),
                ("aantal_wijken", models.PositiveSmallIntegerField()),
                ("loopt_tot_en_met", models.PositiveSmallIntegerField()),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "dekkingsbron",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="actielijnen.dekkingsbron"),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agenda.bron"
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="projecten", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "project",
                "verbose_name_plural": "projecten",
                "constraints": [models.UniqueConstraint(fields=("programma", "sleutel"), name="project_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Publicatie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("openbaar", "In de catalogus"),
                            ("vervangen", "Vervangen door een nieuwere versie"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="openbaar",
                        max_length=12,
                    ),
                ),
                ("gepubliceerd_op", models.DateTimeField()),
                ("geeindigd_op", models.DateTimeField(null=True)),
                ("reden", models.TextField(blank=True, help_text="Waarom ingetrokken.")),
                (
                    "gepubliceerd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "interventie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publicaties",
                        to="interventies.interventie",
                    ),
                ),
                (
                    "versie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="interventies.interventieversie",
                    ),
                ),
            ],
            options={
                "verbose_name": "publicatie",
                "verbose_name_plural": "publicaties",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["openbaar", "vervangen", "ingetrokken"])),
                        name="publicatie_status",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "openbaar")),
                        fields=("interventie",),
                        name="publicatie_een_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("geeindigd_op", None), ("status", "openbaar")),
                            models.Q(models.Q(("status", "openbaar"), _negated=True), ("geeindigd_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="publicatie_eind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ingetrokken"), models.Q(("reden", ""), _negated=True)),
                            models.Q(models.Q(("status", "ingetrokken"), _negated=True), ("reden", "")),
                            _connector="OR",
                        ),
                        name="publicatie_ingetrokken_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Scopetoets",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "oordeel",
                    models.CharField(
                        choices=[("binnen", "Binnen de scope"), ("twijfel", "Twijfel"), ("buiten", "Buiten de scope")],
                        max_length=10,
                    ),
                ),
                ("motivering", models.TextField()),
                ("op", models.DateTimeField()),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "interventie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scopetoetsen",
                        to="interventies.interventie",
                    ),
                ),
                (
                    "versie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="interventies.interventieversie",
                    ),
                ),
            ],
            options={
                "verbose_name": "scopetoets",
                "verbose_name_plural": "scopetoetsen",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("oordeel__in", ["binnen", "twijfel", "buiten"])), name="scopetoets_oordeel"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("motivering", ""), _negated=True), name="scopetoets_met_motivering"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "lijst",
                    models.CharField(
                        choices=[
                            ("beschermende_factor", "Beschermende factor"),
                            ("niveau", "Niveau"),
                            ("fenomeen", "Fenomeen"),
                            ("doelgroep", "Doelgroep"),
                        ],
                        max_length=20,
                    ),
                ),
                ("naam", models.CharField(max_length=120)),
                ("volgorde", models.PositiveSmallIntegerField()),
            ],
            options={
                "verbose_name": "term",
                "verbose_name_plural": "termen",
                "ordering": ["lijst", "volgorde"],
                "constraints": [models.UniqueConstraint(fields=("lijst", "naam"), name="term_uniek")],
            },
        ),
        migrations.AddField(
            model_name="interventieversie",
            name="termen",
            field=models.ManyToManyField(related_name="+", to="interventies.term"),
        ),
        migrations.CreateModel(
            name="TermVermelding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("woorden", models.CharField(max_length=120)),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="vermeldingen", to="interventies.term"
                    ),
                ),
            ],
            options={
                "verbose_name": "vermelding van een term",
                "verbose_name_plural": "vermeldingen van termen",
                "constraints": [models.UniqueConstraint(fields=("term", "woorden", "bron"), name="vermelding_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Uitkomst",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("doel", models.TextField()),
                (
                    "effect",
                    models.CharField(
                        choices=[
                            ("positief", "Positief effect"),
                            ("geen_effect", "Geen effect"),
                            ("negatief", "Negatief effect"),
                            ("onbekend", "Niet vast te stellen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("toelichting", models.TextField()),
                (
                    "evaluatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uitkomsten",
                        to="interventies.evaluatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitkomst van een evaluatie",
                "verbose_name_plural": "uitkomsten van evaluaties",
                "ordering": ["volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("evaluatie", "volgorde"), name="uitkomst_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("effect__in", ["positief", "geen_effect", "negatief", "onbekend"])),
                        name="uitkomst_effect",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("toelichting", ""), _negated=True), name="uitkomst_met_toelichting"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bewijsoordeel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ladder",
                    models.CharField(
                        choices=[
                            ("movisie", "Movisie, Effectieve sociale interventies"),
                            ("nji", "NJi, Effectieve jeugdinterventies"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "niveau",
                    models.CharField(
                        choices=[
                            ("beschreven", "Goed beschreven"),
                            ("onderbouwd", "Goed onderbouwd"),
                            ("eerste", "Effectief volgens eerste aanwijzingen"),
                            ("goede", "Effectief volgens goede aanwijzingen"),
                            ("sterke", "Effectief volgens sterke aanwijzingen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("criteria", models.TextField(help_text="Aan welke criteria de interventie voldoet.")),
                ("motivering", models.TextField()),
                (
                    "beoordelaar",
                    models.CharField(help_text="De commissie of organisatie die oordeelde.", max_length=160),
                ),
                ("beoordeeld_op", models.DateField()),
                ("geldig_tot", models.DateField(help_text="Tot en met.")),
                ("vastgelegd_op", models.DateTimeField()),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "interventie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bewijsoordelen",
                        to="interventies.interventie",
                    ),
                ),
            ],
            options={
                "verbose_name": "bewijsoordeel",
                "verbose_name_plural": "bewijsoordelen",
                "ordering": ["-beoordeeld_op", "-pk"],
                "indexes": [models.Index(fields=["interventie", "-beoordeeld_op"], name="bewijsoordeel_nieuwste")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ladder", "movisie"),
                                ("niveau__in", ["beschreven", "onderbouwd", "eerste", "goede", "sterke"]),
                            ),
                            models.Q(("ladder", "nji"), ("niveau__in", ["onderbouwd", "eerste", "goede", "sterke"])),
                            _connector="OR",
                        ),
                        name="bewijsoordeel_niveau_van_ladder",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("criteria", ""), _negated=True),
                            models.Q(("motivering", ""), _negated=True),
                            models.Q(("beoordelaar", ""), _negated=True),
                        ),
                        name="bewijsoordeel_onderbouwd",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("geldig_tot__gt", models.F("beoordeeld_op"))), name="bewijsoordeel_termijn"
                    ),
                ],
            },
        ),
        append_only("interventies_interventieversie"),
        append_only("interventies_interventieversie_termen"),
        append_only("interventies_scopetoets"),
        append_only("interventies_bewijsoordeel"),
        fixed("interventies_evaluatie", parent="interventies_evaluatie", key="id", status="vastgesteld"),
        fixed("interventies_uitkomst", parent="interventies_evaluatie", key="evaluatie_id", status="vastgesteld"),
        fase_with_ground(),
        scope_by_another(),
    ]
