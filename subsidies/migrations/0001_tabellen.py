"""All tables at once, for a new database; one that has them already came by the migrations that this replaces."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from agenda.triggers import append_only
from subsidies.triggers import intake_only_by_own_ministry, registered_only


class Migration(migrations.Migration):
    replaces = [
        ("subsidies", "0001_initial"),
        ("subsidies", "0002_sleutels_per_programma"),
        ("subsidies", "0003_decentralisatie_uitkering"),
        ("subsidies", "0004_kansrijke_wijk"),
    ]

    initial = True

    dependencies = [
        ("actielijnen", "0001_tabellen"),
        ("agenda", "0001_tabellen"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Fondsuitkering",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.SlugField(unique=True)),
                ("naam", models.CharField(max_length=80)),
                ("afkorting", models.SlugField(max_length=8)),
                ("fonds", models.CharField(max_length=60)),
                ("grondslag", models.CharField(max_length=200)),
                ("toelichting", models.TextField()),
            ],
            options={
                "verbose_name": "soort fondsuitkering",
                "verbose_name_plural": "soorten fondsuitkeringen",
            },
        ),
        migrations.CreateModel(
            name="Aanmelding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.CharField(help_text="Bijvoorbeeld AAN-2026-001.", max_length=20, unique=True)),
                ("plan", models.TextField(help_text="Wat de gemeente van plan is.")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("overgenomen", "Overgenomen in een voorstel"),
                            ("niet_overgenomen", "Niet overgenomen"),
                            ("ingetrokken", "Ingetrokken door de gemeente"),
                        ],
                        default="open",
                        max_length=16,
                    ),
                ),
                ("reden", models.TextField(blank=True, help_text="Waarom de aanmelding niet is overgenomen.")),
                ("aangemeld_op", models.DateTimeField()),
                (
                    "aangemeld_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="aanmeldingen", to="agenda.gemeente"
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="aanmeldingen", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "aanmelding",
                "verbose_name_plural": "aanmeldingen",
                "ordering": ["-aangemeld_op", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "overgenomen", "niet_overgenomen", "ingetrokken"])),
                        name="aanmelding_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "niet_overgenomen"), models.Q(("reden", ""), _negated=True)),
                            models.Q(models.Q(("status", "niet_overgenomen"), _negated=True), ("reden", "")),
                            _connector="OR",
                        ),
                        name="aanmelding_niet_overgenomen_met_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decentralisatieuitkering",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.CharField(help_text="Bijvoorbeeld DU-2026-001.", max_length=20, unique=True)),
                ("uitkeringsjaar", models.PositiveSmallIntegerField()),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=12)),
                ("doel", models.TextField(help_text="Waar het geld voor bedoeld is: informatie, zonder gevolg.")),
                ("vindplaats", models.CharField(max_length=200)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("voorstel", "Voorstel"),
                            ("akkoord", "Akkoord gemeente"),
                            ("overboeking", "Overboeking aangevraagd"),
                            ("circulaire", "Opgenomen in circulaire"),
                            ("betaald", "Betaald"),
                            ("afgewezen", "Niet akkoord gemeente"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="voorstel",
                        max_length=12,
                    ),
                ),
                ("voorgesteld_op", models.DateTimeField()),
                ("akkoord_op", models.DateTimeField(blank=True, null=True)),
                (
                    "overboeking",
                    models.UUIDField(
                        blank=True,
                        help_text="Het besluit waarmee het bedrag van de begroting af ging.",
                        null=True,
                        unique=True,
                    ),
                ),
                (
                    "circulaire_soort",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(5, "meicirculaire"), (9, "septembercirculaire"), (12, "decembercirculaire")],
                        null=True,
                    ),
                ),
                ("circulaire_jaar", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("circulaire_paragraaf", models.CharField(blank=True, max_length=40)),
                ("betaalmaand", models.DateField(blank=True, help_text="De eerste dag van de maand.", null=True)),
                (
                    "aanmelding",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitkering",
                        to="subsidies.aanmelding",
                    ),
                ),
                (
                    "bron",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uitkeringen", to="agenda.bron"
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uitkeringen", to="agenda.gemeente"
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uitkeringen", to="agenda.programma"
                    ),
                ),
                (
                    "regel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitkeringen",
                        to="actielijnen.begrotingsregel",
                    ),
                ),
                (
                    "voorgesteld_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "fondsuitkering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitkeringen",
                        to="subsidies.fondsuitkering",
                    ),
                ),
            ],
            options={
                "verbose_name": "decentralisatie-uitkering",
                "verbose_name_plural": "decentralisatie-uitkeringen",
                "ordering": ["-uitkeringsjaar", "-nummer"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("bedrag__gt", 0)), name="du_is_een_bedrag"),
                    models.CheckConstraint(
                        condition=models.Q(("uitkeringsjaar__range", (2000, 2100))), name="du_uitkeringsjaar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "voorstel",
                                    "akkoord",
                                    "overboeking",
                                    "circulaire",
                                    "betaald",
                                    "afgewezen",
                                    "ingetrokken",
                                ],
                            )
                        ),
                        name="du_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["akkoord", "overboeking", "circulaire", "betaald"]), _negated=True
                            ),
                            ("akkoord_op__isnull", False),
                            _connector="OR",
                        ),
                        name="du_niet_verder_zonder_akkoord",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("overboeking__isnull", False), ("status__in", ["overboeking", "circulaire", "betaald"])
                            ),
                            models.Q(
                                models.Q(("status__in", ["overboeking", "circulaire", "betaald"]), _negated=True),
                                ("overboeking", None),
                            ),
                            _connector="OR",
                        ),
                        name="du_geld_weg_met_overboeking",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("betaalmaand__isnull", False),
                                ("circulaire_jaar__range", (2000, 2100)),
                                ("circulaire_soort__in", [5, 9, 12]),
                                ("status__in", ["circulaire", "betaald"]),
                                models.Q(("circulaire_paragraaf", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status__in", ["circulaire", "betaald"]), _negated=True),
                                ("betaalmaand", None),
                                ("circulaire_jaar", None),
                                ("circulaire_paragraaf", ""),
                                ("circulaire_soort", None),
                            ),
                            _connector="OR",
                        ),
                        name="du_circulaire_heel_of_niet",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Medeondertekening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ambt", models.CharField(max_length=120)),
                ("ministerie", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.ministerie")),
            ],
            options={
                "verbose_name": "medeondertekening",
                "verbose_name_plural": "medeondertekeningen",
            },
        ),
        migrations.CreateModel(
            name="Regeling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.SlugField()),
                ("citeertitel", models.CharField(max_length=120)),
                ("instrument", models.CharField(max_length=60)),
                (
                    "rol_szw",
                    models.CharField(
                        choices=[("verstrekker", "SZW verstrekt"), ("medefinancier", "SZW financiert mee")],
                        max_length=15,
                    ),
                ),
                ("sisa_code", models.CharField(blank=True, help_text="Leeg: niet bekend.", max_length=10)),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="regelingen", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "regeling",
                "verbose_name_plural": "regelingen",
                "constraints": [models.UniqueConstraint(fields=("programma", "sleutel"), name="regeling_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Praktijkvoorbeeld",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("titel", models.CharField(max_length=120)),
                ("tekst", models.TextField()),
                ("vindplaats", models.CharField(max_length=200)),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "gebied",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="praktijkvoorbeelden",
                        to="agenda.gebied",
                    ),
                ),
                (
                    "regeling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="praktijkvoorbeelden",
                        to="subsidies.regeling",
                    ),
                ),
            ],
            options={
                "verbose_name": "praktijkvoorbeeld",
                "verbose_name_plural": "praktijkvoorbeelden",
                "ordering": ["volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("regeling", "volgorde"), name="praktijkvoorbeeld_uniek")
                ],
            },
        ),
        migrations.CreateModel(
            name="RegelingVersie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("omschrijving", models.CharField(max_length=200)),
                (
                    "soort",
                    models.CharField(
                        choices=[("registratie", "Registratie"), ("intake", "Aanvragen via het portaal")],
                        default="registratie",
                        max_length=12,
                    ),
                ),
                (
                    "verstrekker",
                    models.CharField(help_text="Wie de uitkering verstrekt, zoals in de regeling.", max_length=160),
                ),
                ("ondertekend_op", models.DateField(blank=True, null=True)),
                ("nummer", models.CharField(blank=True, max_length=40)),
                ("van_jaar", models.PositiveSmallIntegerField(blank=True, help_text="Leeg: niet bekend.", null=True)),
                ("tot_en_met_jaar", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "plafond",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Euro, voor de hele looptijd. Leeg: niet bekend.",
                        max_digits=14,
                        null=True,
                    ),
                ),
                (
                    "plafond_kwalificatie",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("exact", "exact"),
                            ("indicatief", "indicatief"),
                            ("circa", "circa"),
                            ("ruim", "ruim"),
                            ("gemiddeld", "gemiddeld"),
                            ("afgerond", "afgerond"),
                            ("tot_nu_toe", "tot nu toe"),
                            ("op_dit_moment", "op dit moment"),
                            ("gepland", "gepland"),
                            ("ondergrens", "ondergrens"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "grondslag",
                    models.CharField(blank=True, help_text="De wet of het besluit, met Stb. of Stcrt.", max_length=200),
                ),
                (
                    "kanaal",
                    models.CharField(
                        blank=True, help_text="Waar staat dat aanvragen via dit portaal gaat.", max_length=200
                    ),
                ),
                ("mandaatbesluit", models.CharField(blank=True, max_length=200)),
                ("geen_sisa_code_omdat", models.CharField(blank=True, max_length=200)),
                (
                    "verdeelwijze",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("vaste_bedragen", "Vaste bedragen"),
                            ("verdeelsleutel", "Verdeelsleutel"),
                            ("volgorde_van_ontvangst", "Volgorde van ontvangst"),
                            ("rangschikking", "Rangschikking"),
                        ],
                        max_length=25,
                    ),
                ),
                ("opengesteld_op", models.DateField(blank=True, null=True)),
                ("aanvragen_van", models.DateField(blank=True, null=True)),
                ("aanvragen_tot_en_met", models.DateField(blank=True, null=True)),
                ("toelichting", models.TextField(blank=True)),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                ("gebieden", models.ManyToManyField(blank=True, help_text="Leeg: niet nagezien.", to="agenda.gebied")),
                ("ministeries", models.ManyToManyField(through="subsidies.Medeondertekening", to="agenda.ministerie")),
                (
                    "plafond_bron",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agenda.bron",
                    ),
                ),
                (
                    "regeling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versies", to="subsidies.regeling"
                    ),
                ),
                (
                    "verstrekt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agenda.ministerie"
                    ),
                ),
            ],
            options={
                "verbose_name": "versie van een regeling",
                "verbose_name_plural": "versies van regelingen",
                "ordering": ["volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("regeling", "volgorde"), name="regelingversie_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("aanvragen_tot_en_met__isnull", True), ("aanvragen_van__isnull", True)),
                            models.Q(("aanvragen_tot_en_met__isnull", False), ("aanvragen_van__isnull", False)),
                            _connector="OR",
                        ),
                        name="regelingversie_tijdvak_heeft_begin_en_eind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["registratie", "intake"])), name="regelingversie_soort"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("tot_en_met_jaar__isnull", True), ("van_jaar__isnull", True)),
                            ("van_jaar__lte", models.F("tot_en_met_jaar")),
                            _connector="OR",
                        ),
                        name="regelingversie_looptijd_kan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("plafond__isnull", True), ("plafond_bron__isnull", True), ("plafond_kwalificatie", "")
                            ),
                            models.Q(
                                ("plafond__gt", 0),
                                ("plafond_bron__isnull", False),
                                models.Q(("plafond_kwalificatie", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="regelingversie_plafond_heeft_bron",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opengesteld_op__isnull", True), ("soort", "registratie")),
                            models.Q(
                                ("opengesteld_op__isnull", False),
                                ("soort", "intake"),
                                ("grondslag__regex", "(Stb|Stcrt)\\. [0-9]{4}, [0-9]+"),
                                models.Q(("kanaal", ""), _negated=True),
                                models.Q(("mandaatbesluit", ""), _negated=True),
                                models.Q(("verdeelwijze", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="regelingversie_intake_is_volledig",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Regelingstuk",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("regeling", "Ministeriële regeling (MR)"),
                            ("formulier", "Aanvraagformulier"),
                            ("beschikking", "Beschikking"),
                        ],
                        max_length=12,
                    ),
                ),
                ("is_concept", models.BooleanField()),
                ("vindplaats", models.CharField(max_length=200)),
                ("toegevoegd_op", models.DateTimeField(blank=True, null=True)),
                (
                    "bestand",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regelingstuk",
                        to="agenda.bestand",
                    ),
                ),
                (
                    "bron",
                    models.ForeignKey(
                        help_text="Waaruit blijkt dat het stuk er is.",
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agenda.bron",
                    ),
                ),
                (
                    "toegevoegd_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "versie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stukken",
                        to="subsidies.regelingversie",
                    ),
                ),
            ],
            options={
                "verbose_name": "stuk van een regeling",
                "verbose_name_plural": "stukken van regelingen",
                "ordering": ["versie", "soort"],
                "constraints": [
                    models.UniqueConstraint(fields=("versie", "soort", "is_concept"), name="regelingstuk_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bestand", None), ("toegevoegd_door", None), ("toegevoegd_op", None)),
                            models.Q(
                                ("bestand__isnull", False),
                                ("toegevoegd_door__isnull", False),
                                ("toegevoegd_op__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="regelingstuk_bestand_is_van_iemand",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="medeondertekening",
            name="versie",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="subsidies.regelingversie"),
        ),
        migrations.CreateModel(
            name="Aanlevering",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("nagekeken", "Nagekeken, nog niets overgenomen"),
                            ("overgenomen", "Overgenomen"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="nagekeken",
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
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "versie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanleveringen",
                        to="subsidies.regelingversie",
                    ),
                ),
            ],
            options={
                "verbose_name": "aanlevering",
                "verbose_name_plural": "aanleveringen",
                "ordering": ["-gemaakt_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["nagekeken", "overgenomen", "ingetrokken"])),
                        name="aanlevering_status",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Terugkoppeling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tekst", models.TextField()),
                ("gegeven_op", models.DateTimeField()),
                (
                    "gegeven_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terugkoppelingen",
                        to="agenda.gemeente",
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terugkoppelingen",
                        to="agenda.programma",
                    ),
                ),
            ],
            options={
                "verbose_name": "vrijwillige terugkoppeling",
                "verbose_name_plural": "vrijwillige terugkoppelingen",
                "ordering": ["-gegeven_op", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Thema",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("hoofdthema", "Hoofdthema"),
                            ("programmaondersteuning", "Programmaondersteuning"),
                            ("integraal", "Integrale middelen"),
                        ],
                        max_length=25,
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("naam", models.CharField(max_length=120)),
                (
                    "is_van_agenda",
                    models.BooleanField(default=False, help_text="Het thema waaraan de Agenda bijdraagt."),
                ),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "opvolger_van",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="subsidies.thema"
                    ),
                ),
                (
                    "versie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="themas",
                        to="subsidies.regelingversie",
                    ),
                ),
            ],
            options={
                "verbose_name": "thema",
                "verbose_name_plural": "thema's",
                "ordering": ["volgorde"],
                "constraints": [models.UniqueConstraint(fields=("versie", "volgorde"), name="thema_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Bestemming",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jaar", models.PositiveSmallIntegerField()),
                ("bedrag", models.DecimalField(decimal_places=2, help_text="Euro.", max_digits=12)),
                ("vindplaats", models.CharField(max_length=200)),
                ("reden", models.CharField(blank=True, help_text="Waarom het bedrag anders werd.", max_length=200)),
                ("vastgelegd_op", models.DateTimeField()),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                ("gebied", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.gebied")),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vervangt",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opvolger",
                        to="subsidies.bestemming",
                    ),
                ),
                ("thema", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="subsidies.thema")),
            ],
            options={
                "verbose_name": "bestemming",
                "verbose_name_plural": "bestemmingen",
                "ordering": ["jaar", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("bedrag__gte", 0)), name="bestemming_bedrag_niet_negatief"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("vervangt", None)),
                        fields=("gebied", "thema", "jaar"),
                        name="bestemming_een_begin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reden", ""), ("vervangt", None)),
                            models.Q(("vervangt__isnull", False), models.Q(("reden", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="bestemming_verbetering_heeft_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Toekenning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jaar", models.PositiveSmallIntegerField()),
                ("bedrag", models.DecimalField(decimal_places=2, help_text="Euro.", max_digits=12)),
                ("vindplaats", models.CharField(max_length=200)),
                ("reden", models.CharField(blank=True, help_text="Waarom het bedrag anders werd.", max_length=200)),
                ("vastgelegd_op", models.DateTimeField()),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                ("gebied", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.gebied")),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="toekenningen", to="agenda.gemeente"
                    ),
                ),
                ("thema", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="subsidies.thema")),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "vervangt",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opvolger",
                        to="subsidies.toekenning",
                    ),
                ),
            ],
            options={
                "verbose_name": "toekenning",
                "verbose_name_plural": "toekenningen",
                "ordering": ["jaar", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("bedrag__gte", 0)), name="toekenning_bedrag_niet_negatief"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("vervangt", None)),
                        fields=("gebied", "thema", "jaar"),
                        name="toekenning_een_begin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reden", ""), ("vervangt", None)),
                            models.Q(("vervangt__isnull", False), models.Q(("reden", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="toekenning_verbetering_heeft_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanleverrij",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveIntegerField(help_text="Het rijnummer in het bestand.")),
                ("is_som", models.BooleanField(help_text="Een rij die andere rijen optelt.")),
                ("cellen", models.JSONField()),
                (
                    "oordeel",
                    models.CharField(
                        choices=[
                            ("goed", "Kan worden overgenomen"),
                            ("fout", "Fout"),
                            ("dubbel", "Staat er al"),
                            ("som", "Optelling klopt"),
                            ("overgenomen", "Overgenomen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("fouten", models.JSONField(default=dict, help_text="Per kolom wat er mis is.")),
                (
                    "aanlevering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rijen", to="subsidies.aanlevering"
                    ),
                ),
            ],
            options={
                "verbose_name": "rij van een aanlevering",
                "verbose_name_plural": "rijen van aanleveringen",
                "ordering": ["nummer"],
                "constraints": [models.UniqueConstraint(fields=("aanlevering", "nummer"), name="aanleverrij_uniek")],
            },
        ),
        migrations.AddConstraint(
            model_name="medeondertekening",
            constraint=models.UniqueConstraint(fields=("versie", "ambt"), name="medeondertekening_uniek"),
        ),
        append_only("subsidies_toekenning"),
        append_only("subsidies_bestemming"),
        intake_only_by_own_ministry(),
        registered_only("subsidies_toekenning"),
        registered_only("subsidies_bestemming"),
    ]
