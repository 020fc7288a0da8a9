"""All tables at once, for a new database; one that has them already came by the migrations that this replaces."""

import agenda.klok
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import uuid
from django.conf import settings
from django.db import migrations, models

from django.core.management import call_command
from agenda.triggers import append_only, append_only_function


def create_cache(apps, schema_editor):
    call_command("createcachetable", "portaal_cache", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    replaces = [
        ("agenda", "0001_initial"),
        ("agenda", "0002_alleen_toevoegen"),
        ("agenda", "0003_rollen_bestaan"),
        ("agenda", "0004_feiten_zonder_onzin"),
        ("agenda", "0005_nieuwe_rollen"),
        ("agenda", "0006_limieten"),
        ("agenda", "0007_herkomst"),
        ("agenda", "0008_bestanden_gekeurd"),
        ("agenda", "0009_aanmelden_bij_een_ander"),
        ("agenda", "0010_rollen_gaan_samen"),
        ("agenda", "0011_uitnodigingen"),
        ("agenda", "0012_spoor"),
        ("agenda", "0013_brondocumenten"),
        ("agenda", "0014_berichten"),
        ("agenda", "0015_zegels"),
        ("agenda", "0016_vernietiging"),
        ("agenda", "0017_sessies"),
        ("agenda", "0018_sleutels_per_programma"),
        ("agenda", "0019_wie_in_het_logboek"),
        ("agenda", "0020_bron_voorbeeld"),
        ("agenda", "0021_herindeling"),
        ("agenda", "0022_taak_voorbeeld"),
        ("agenda", "0023_document_weggehaald"),
        ("agenda", "0024_inwoners_mogen_ontbreken"),
    ]

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Gebruiker",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mailadres")),
                ("naam", models.CharField(max_length=120, verbose_name="naam")),
                (
                    "rollen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="actief")),
                (
                    "sessies_vanaf",
                    models.DateTimeField(
                        blank=True,
                        help_text="Wie daarvoor inlogde, moet opnieuw inloggen; leeg: nooit beëindigd.",
                        null=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "gebruiker",
                "verbose_name_plural": "gebruikers",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "rollen__contained_by",
                                [
                                    "behandelaar",
                                    "beheerder",
                                    "beleidsmedewerker",
                                    "beslisser",
                                    "budgethouder",
                                    "parafeerder",
                                    "programmamanager",
                                    "redacteur",
                                ],
                            ),
                            ("rollen__contained_by", ["auditor"]),
                            ("rollen__contained_by", ["gemeentelijk_aanvrager", "gemeentelijk_ondertekenaar"]),
                            ("rollen__contained_by", ["raadslid"]),
                            ("rollen__contained_by", ["systeem"]),
                            _connector="OR",
                        ),
                        name="gebruiker_rollen_gaan_samen",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Feit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.CharField(max_length=120)),
                ("onderwerp", models.CharField(max_length=40)),
                ("naam", models.CharField(max_length=200)),
                ("definitie", models.TextField()),
                ("eenheid", models.CharField(blank=True, max_length=40)),
                (
                    "weergave",
                    models.CharField(
                        choices=[
                            ("bedrag", "€ 313.327"),
                            ("miljoen", "€ 6,3 miljoen"),
                            ("aantal", "7"),
                            ("woord", "drie"),
                            ("jaar", "2025"),
                            ("tekst", "zoals in de bron"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decimalen", models.PositiveSmallIntegerField(default=0, help_text="Van het bedrag in miljoenen.")),
            ],
            options={
                "verbose_name": "feit",
                "verbose_name_plural": "feiten",
                "ordering": ["onderwerp", "sleutel"],
            },
        ),
        migrations.CreateModel(
            name="Ministerie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("afkorting", models.CharField(max_length=10, unique=True)),
                ("naam", models.CharField(max_length=200)),
                ("tooi_uri", models.URLField(verbose_name="TOOI-identificatie")),
            ],
            options={
                "verbose_name": "ministerie",
                "verbose_name_plural": "ministeries",
                "ordering": ["afkorting"],
            },
        ),
        migrations.CreateModel(
            name="Provincie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=4, unique=True)),
                ("naam", models.CharField(max_length=40)),
            ],
            options={
                "verbose_name": "provincie",
                "verbose_name_plural": "provincies",
                "ordering": ["naam"],
            },
        ),
        migrations.CreateModel(
            name="Sessie",
            fields=[
                (
                    "session_key",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key"),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("begonnen_op", models.DateTimeField()),
                ("laatst_op", models.DateTimeField()),
            ],
            options={
                "verbose_name": "sessie",
                "verbose_name_plural": "sessies",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Spoor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("moment", models.DateTimeField()),
                ("transactie", models.BigIntegerField(db_index=True)),
                ("tabel", models.CharField(max_length=63)),
                ("sleutel", models.CharField(max_length=120)),
                (
                    "soort",
                    models.CharField(
                        choices=[("I", "toegevoegd"), ("U", "gewijzigd"), ("D", "verwijderd")], max_length=1
                    ),
                ),
                ("oud", models.JSONField(help_text="De kolommen die anders werden; bij verwijderen alle.", null=True)),
                ("nieuw", models.JSONField(help_text="De kolommen die anders werden; bij toevoegen alle.", null=True)),
                ("account", models.BigIntegerField(help_text="Leeg: niemand was ingelogd.", null=True)),
                (
                    "vanaf",
                    models.CharField(
                        help_text="IP-adres, opdracht, werker, of de rol van de databank.", max_length=160
                    ),
                ),
            ],
            options={
                "verbose_name": "regel van het spoor",
                "verbose_name_plural": "spoor",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Zegel",
            fields=[
                ("nummer", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("moment", models.DateTimeField()),
                (
                    "databank",
                    models.CharField(
                        help_text="Het kenmerk van de PostgreSQL; na terugzetten een ander.", max_length=20
                    ),
                ),
                ("stand", models.TextField(help_text="De snapshot van PostgreSQL: welke transacties klaar waren.")),
                ("regels", models.TextField()),
                ("regels_sha256", models.BinaryField()),
                ("sporen", models.TextField()),
                ("sporen_sha256", models.BinaryField()),
                ("vorige", models.CharField(max_length=64, unique=True)),
                ("sha256", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "verbose_name": "zegel",
                "verbose_name_plural": "zegels",
                "ordering": ["nummer"],
            },
        ),
        migrations.CreateModel(
            name="AuditRegel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("moment", models.DateTimeField(db_index=True)),
                ("actie", models.CharField(max_length=60)),
                ("onderwerp_soort", models.CharField(max_length=80)),
                ("onderwerp_sleutel", models.CharField(blank=True, max_length=120)),
                (
                    "account",
                    models.BigIntegerField(help_text="Nummer van het account; de naam staat alleen in het account."),
                ),
                (
                    "rollen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), help_text="Zoals ze op dat moment waren.", size=None
                    ),
                ),
                ("gemeente", models.CharField(blank=True, max_length=6, verbose_name="CBS-code")),
                (
                    "vanaf",
                    models.CharField(
                        blank=True, help_text="IP-adres, opdracht of werker; leeg: onbekend.", max_length=120
                    ),
                ),
                ("details", models.JSONField(default=dict)),
                (
                    "transactie",
                    models.BigIntegerField(
                        db_default=models.Func(function="txid_current", output_field=models.BigIntegerField()),
                        editable=False,
                        help_text="Leeg: van voor het spoor.",
                        null=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "auditregel",
                "verbose_name_plural": "auditregels",
                "ordering": ["-moment", "-pk"],
                "indexes": [
                    models.Index(fields=["onderwerp_soort", "onderwerp_sleutel"], name="auditregel_onderwerp"),
                    models.Index(fields=["account", "-moment"], name="auditregel_wie"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bestand",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("grootte", models.PositiveBigIntegerField(help_text="In bytes.")),
                ("mediatype", models.CharField(max_length=100)),
                (
                    "scanstand",
                    models.CharField(
                        choices=[
                            ("in_quarantaine", "nog niet op virussen gecontroleerd"),
                            ("schoon", "gecontroleerd, geen virus gevonden"),
                            ("geweigerd", "geweigerd"),
                            ("zelf_gemaakt", "door het portaal gemaakt"),
                        ],
                        max_length=15,
                    ),
                ),
                ("gescand_op", models.DateTimeField(blank=True, null=True)),
                (
                    "scanner",
                    models.CharField(blank=True, help_text="Programma, handtekeningen en hun datum.", max_length=100),
                ),
                (
                    "bevinding",
                    models.CharField(blank=True, help_text="Waarom het bestand is geweigerd.", max_length=200),
                ),
                (
                    "gewist_op",
                    models.DateTimeField(blank=True, help_text="Sindsdien is er geen inhoud meer.", null=True),
                ),
                ("bewaren_tot", models.DateField(blank=True, help_text="Leeg: geen eigen bewaartermijn.", null=True)),
                ("aangemaakt_op", models.DateTimeField(default=agenda.klok.nu)),
                (
                    "eigenaar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bestanden",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "bestand",
                "verbose_name_plural": "bestanden",
                "ordering": ["-aangemaakt_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("scanstand__in", ["in_quarantaine", "schoon", "geweigerd", "zelf_gemaakt"])
                        ),
                        name="bestand_scanstand",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("gescand_op__isnull", False),
                                ("scanstand__in", ["schoon", "geweigerd"]),
                                models.Q(("scanner", ""), _negated=True),
                            ),
                            models.Q(
                                ("gescand_op__isnull", True),
                                ("scanner", ""),
                                ("scanstand__in", ["in_quarantaine", "zelf_gemaakt"]),
                            ),
                            _connector="OR",
                        ),
                        name="bestand_oordeel_van_scanner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("scanstand", "geweigerd"), models.Q(("bevinding", ""), _negated=True)),
                            models.Q(models.Q(("scanstand", "geweigerd"), _negated=True), ("bevinding", "")),
                            _connector="OR",
                        ),
                        name="bestand_geweigerd_heeft_bevinding",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")), name="bestand_sha256"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BewaardeInvoer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("adres", models.TextField(help_text="De pagina waarop het formulier of de knop staat.")),
                (
                    "velden",
                    models.JSONField(default=dict, help_text="Per veld wat er stond; nooit een wachtwoord of code."),
                ),
                (
                    "bestanden",
                    models.JSONField(default=dict, help_text="Per veld de naam van het bestand; niet het bestand."),
                ),
                ("is_te_groot", models.BooleanField(default=False)),
                ("moment", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bewaarde_invoer",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "bewaarde invoer",
                "verbose_name_plural": "bewaarde invoer",
                "ordering": ["-moment"],
            },
        ),
        migrations.CreateModel(
            name="Bron",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.SlugField(max_length=80, unique=True)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("kamerbrief", "Kamerbrief"),
                            ("beslisnota", "Beslisnota"),
                            ("webpagina", "Webpagina"),
                            ("regeling", "Regeling (Staatscourant)"),
                            ("gegevensset", "Gegevensset"),
                            ("onderzoek", "Onderzoek"),
                            ("beleidsstuk", "Beleidsstuk"),
                            ("voorbeeld", "Voorbeeld (dit stuk bestaat niet)"),
                        ],
                        max_length=15,
                    ),
                ),
                ("titel", models.CharField(max_length=300)),
                (
                    "verwijzing",
                    models.CharField(
                        blank=True,
                        help_text="Zoals in een voetnoot: Kamerstuk, Staatscourant of publicatie.",
                        max_length=300,
                    ),
                ),
                ("url", models.URLField(blank=True)),
                ("datum", models.DateField(blank=True, help_text="Leeg: de bron draagt geen datum.", null=True)),
                ("bekend_sinds", models.DateField(blank=True, null=True)),
                (
                    "bekend_precisie",
                    models.CharField(
                        choices=[
                            ("dag", "op de dag nauwkeurig"),
                            ("maand", "op de maand nauwkeurig"),
                            ("uiterlijk", "uiterlijk op deze dag"),
                            ("onbekend", "onbekend"),
                        ],
                        max_length=10,
                    ),
                ),
                ("toelichting", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "bron",
                "verbose_name_plural": "bronnen",
                "ordering": ["bekend_sinds", "titel"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bekend_sinds__isnull", False), ("bekend_precisie", "onbekend"), _connector="OR"
                        ),
                        name="bron_zonder_datum_is_onbekend",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Brondocument",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("omschrijving", models.CharField(max_length=200)),
                ("toegevoegd_op", models.DateTimeField(default=agenda.klok.nu)),
                ("verwijderd_op", models.DateTimeField(blank=True, null=True)),
                ("verwijderd_om", models.CharField(blank=True, max_length=200, verbose_name="reden van verwijderen")),
                (
                    "versie",
                    models.CharField(
                        choices=[
                            ("definitief", "Definitief, zoals verzonden of gepubliceerd"),
                            ("concept", "Concept"),
                            ("scan", "Scan of foto van het document"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "bestand",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s", to="agenda.bestand"
                    ),
                ),
                (
                    "bron",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="documenten", to="agenda.bron"
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
                "verbose_name": "brondocument",
                "verbose_name_plural": "brondocumenten",
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
                        name="brondocument_verwijderd_is_door_wie_en_waarom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("versie__in", ["definitief", "concept", "scan"])),
                        name="brondocument_versie",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeitVersie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "nummer_bron",
                    models.CharField(
                        help_text="Nummer in de feitenlijst, bijv. P06.", max_length=10, verbose_name="nummer"
                    ),
                ),
                ("getal", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ("tekst", models.TextField(blank=True, help_text="De waarde als die geen getal is.")),
                (
                    "kwalificatie",
                    models.CharField(
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
                    "betreft",
                    models.CharField(blank=True, help_text="De periode waarover de waarde gaat.", max_length=60),
                ),
                ("bekend_sinds", models.DateField(blank=True, null=True)),
                (
                    "bekend_precisie",
                    models.CharField(
                        choices=[
                            ("dag", "op de dag nauwkeurig"),
                            ("maand", "op de maand nauwkeurig"),
                            ("uiterlijk", "uiterlijk op deze dag"),
                            ("onbekend", "onbekend"),
                        ],
                        max_length=10,
                    ),
                ),
                ("vindplaats", models.CharField(max_length=200)),
                ("reden", models.TextField(blank=True)),
                ("vastgelegd_op", models.DateTimeField()),
                (
                    "bron",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="feitversies", to="agenda.bron"
                    ),
                ),
                (
                    "feit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versies", to="agenda.feit"
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
                (
                    "vervangt",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.feitversie"
                    ),
                ),
            ],
            options={
                "verbose_name": "versie van een feit",
                "verbose_name_plural": "versies van feiten",
                "ordering": ["feit", "bekend_sinds", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("getal__isnull", False), models.Q(("tekst", ""), _negated=True), _connector="OR"
                        ),
                        name="feitversie_heeft_waarde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("getal__isnull", True),
                            models.Q(("getal__gte", 0), ("getal__lt", 10000000000)),
                            _connector="OR",
                        ),
                        name="feitversie_getal_kan",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("tekst"), 500
                        ),
                        name="feitversie_tekst_is_kort_genoeg",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "tekst__regex",
                                    "[\\u0001-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]",
                                ),
                                _negated=True,
                            ),
                            models.Q(
                                (
                                    "vindplaats__regex",
                                    "[\\u0001-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]",
                                ),
                                _negated=True,
                            ),
                        ),
                        name="feitversie_zonder_verborgen_tekens",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bekend_sinds__isnull", False), ("bekend_precisie", "onbekend"), _connector="OR"
                        ),
                        name="feitversie_zonder_datum_is_onbekend",
                    ),
                    models.UniqueConstraint(
                        fields=("feit", "bron", "nummer_bron", "vervangt"),
                        name="feitversie_uniek",
                        nulls_distinct=False,
                    ),
                    models.UniqueConstraint(fields=("vervangt",), name="feitversie_een_opvolger"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gebied",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.PositiveSmallIntegerField(unique=True)),
                ("naam", models.CharField(max_length=80, unique=True)),
                ("rd_x", models.IntegerField(help_text="Punt in de gemeente (niet in het gebied), RD, meter.")),
                ("rd_y", models.IntegerField(help_text="Punt in de gemeente (niet in het gebied), RD, meter.")),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
            ],
            options={
                "verbose_name": "focusgebied",
                "verbose_name_plural": "focusgebieden",
                "ordering": ["nummer"],
            },
        ),
        migrations.CreateModel(
            name="GebiedAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("naam", models.CharField(max_length=80)),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "gebied",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="aliassen", to="agenda.gebied"
                    ),
                ),
            ],
            options={
                "verbose_name": "alias van een gebied",
                "verbose_name_plural": "aliassen van gebieden",
                "constraints": [models.UniqueConstraint(fields=("gebied", "naam"), name="gebiedalias_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Gemeente",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(
                        help_text="Bijvoorbeeld GM0363.", max_length=6, unique=True, verbose_name="CBS-code"
                    ),
                ),
                ("naam_cbs", models.CharField(max_length=80, verbose_name="naam volgens CBS")),
                ("naam", models.CharField(max_length=80)),
                ("tooi_uri", models.URLField(blank=True, verbose_name="TOOI-identificatie")),
                ("bestaat_vanaf", models.DateField(blank=True, help_text="Leeg: begin niet bekend.", null=True)),
                ("opgegaan_op", models.DateField(blank=True, null=True)),
                ("is_verdeeld", models.BooleanField(default=False, verbose_name="verdeeld over meer gemeenten")),
                (
                    "inwoners_2021",
                    models.PositiveIntegerField(
                        blank=True, help_text="CBS 85039NED, 1 januari 2021. Leeg: niet geteld.", null=True
                    ),
                ),
                ("is_voorbeeld", models.BooleanField(default=False)),
                (
                    "opvolger",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voorgangers",
                        to="agenda.gemeente",
                    ),
                ),
                (
                    "verdeeld_over",
                    models.ManyToManyField(blank=True, related_name="ontstaan_uit_deel", to="agenda.gemeente"),
                ),
                (
                    "provincie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="gemeenten", to="agenda.provincie"
                    ),
                ),
            ],
            options={
                "verbose_name": "gemeente",
                "verbose_name_plural": "gemeenten",
                "ordering": ["naam"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_verdeeld", False), ("opgegaan_op__isnull", True), ("opvolger__isnull", True)),
                            models.Q(
                                ("is_verdeeld", False), ("opgegaan_op__isnull", False), ("opvolger__isnull", False)
                            ),
                            models.Q(("is_verdeeld", True), ("opgegaan_op__isnull", False), ("opvolger__isnull", True)),
                            _connector="OR",
                        ),
                        name="gemeente_opgegaan_heeft_opvolger",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opgegaan_op__isnull", True),
                            ("bestaat_vanaf__isnull", True),
                            ("opgegaan_op__gt", models.F("bestaat_vanaf")),
                            _connector="OR",
                        ),
                        name="gemeente_eindigt_na_begin",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="gebied",
            name="gemeente",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="gebieden", to="agenda.gemeente"
            ),
        ),
        migrations.AddField(
            model_name="gebruiker",
            name="gemeente",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="gebruikers",
                to="agenda.gemeente",
            ),
        ),
        migrations.CreateModel(
            name="Groepsrol",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "groep",
                    models.CharField(
                        help_text="Precies zoals de aanbieder hem noemt, ook hoofdletters.", max_length=200
                    ),
                ),
                (
                    "rol",
                    models.CharField(
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
                        ],
                        max_length=40,
                    ),
                ),
            ],
            options={
                "verbose_name": "rol van een groep",
                "verbose_name_plural": "rollen van groepen",
                "ordering": ["groep", "rol"],
                "constraints": [models.UniqueConstraint(fields=("groep", "rol"), name="groepsrol_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Mail",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "message_id",
                    models.CharField(help_text="Blijft gelijk bij elke poging.", max_length=200, unique=True),
                ),
                ("soort", models.CharField(max_length=60)),
                ("aan", models.EmailField(max_length=254)),
                ("gegevens", models.JSONField(blank=True, default=dict)),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("wacht", "Wacht"),
                            ("verzonden", "Verzonden"),
                            ("vervallen", "Vervallen"),
                            ("mislukt", "Mislukt"),
                        ],
                        default="wacht",
                        max_length=12,
                    ),
                ),
                (
                    "pogingen",
                    models.PositiveSmallIntegerField(default=0, help_text="Keren dat de mailserver om uitstel vroeg."),
                ),
                (
                    "begonnen",
                    models.PositiveSmallIntegerField(default=0, help_text="Keren dat de mail misschien is aangekomen."),
                ),
                ("niet_voor", models.DateTimeField(default=agenda.klok.nu)),
                ("aangemaakt_op", models.DateTimeField(default=agenda.klok.nu)),
                ("verzonden_op", models.DateTimeField(blank=True, null=True)),
                ("fout", models.CharField(blank=True, max_length=200)),
                (
                    "ontvanger",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "mail",
                "verbose_name_plural": "mails",
                "ordering": ["aangemaakt_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("stand", "wacht"), ("gegevens", {}), _connector="OR"),
                        name="mail_klaar_bewaart_geen_link",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stand", "verzonden"), ("verzonden_op__isnull", False)),
                            models.Q(models.Q(("stand", "verzonden"), _negated=True), ("verzonden_op__isnull", True)),
                            _connector="OR",
                        ),
                        name="mail_verzonden_heeft_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("begonnen__lte", 2)), name="mail_hooguit_een_keer_herhaald"
                    ),
                ],
                "indexes": [
                    models.Index(condition=models.Q(("stand", "wacht")), fields=["niet_voor"], name="mail_wacht")
                ],
            },
        ),
        migrations.CreateModel(
            name="Bericht",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(max_length=60)),
                (
                    "deel",
                    models.CharField(choices=[("te_doen", "Te doen"), ("informatie", "Ter informatie")], max_length=12),
                ),
                ("over_soort", models.CharField(max_length=80)),
                ("over_sleutel", models.CharField(max_length=120)),
                (
                    "kenmerk",
                    models.CharField(blank=True, help_text="Hoe een mail het record mag noemen.", max_length=80),
                ),
                ("adres", models.CharField(max_length=300)),
                ("is_voorbeeld", models.BooleanField(default=False)),
                (
                    "eenmalig",
                    models.CharField(blank=True, help_text="Waarvan dit bericht maar één keer komt.", max_length=40),
                ),
                ("moment", models.DateTimeField(default=agenda.klok.nu)),
                ("gelezen_op", models.DateTimeField(blank=True, null=True)),
                ("afgehandeld_op", models.DateTimeField(blank=True, null=True)),
                ("wacht_op_dagoverzicht", models.BooleanField(default=False)),
                (
                    "ontvanger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="berichten",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "mail",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="berichten",
                        to="agenda.mail",
                    ),
                ),
            ],
            options={
                "verbose_name": "bericht",
                "verbose_name_plural": "berichten",
                "ordering": ["-moment", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("eenmalig", ""), _negated=True),
                        fields=("ontvanger", "soort", "over_soort", "over_sleutel", "eenmalig"),
                        name="bericht_eenmalig",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("adres__startswith", "/")), name="bericht_adres_is_van_het_portaal"
                    ),
                ],
                "indexes": [
                    models.Index(fields=["ontvanger", "-moment"], name="bericht_van_wie"),
                    models.Index(fields=["soort", "over_soort", "over_sleutel"], name="bericht_waarover"),
                    models.Index(
                        condition=models.Q(("wacht_op_dagoverzicht", True)),
                        fields=["ontvanger"],
                        name="bericht_wacht_op_overzicht",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mailvoorkeur",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(max_length=60)),
                (
                    "keuze",
                    models.CharField(
                        choices=[("direct", "Direct"), ("dagoverzicht", "In een dagoverzicht"), ("uit", "Geen mail")],
                        max_length=12,
                    ),
                ),
                (
                    "gebruiker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mailvoorkeuren",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "mailvoorkeur",
                "verbose_name_plural": "mailvoorkeuren",
                "constraints": [models.UniqueConstraint(fields=("gebruiker", "soort"), name="mailvoorkeur_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Momentopname",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sjabloon", models.CharField(help_text="Sjabloon en versie, bijv. voortgangsbrief/1.", max_length=60)),
                ("inhoud", models.JSONField()),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("gemaakt_op", models.DateTimeField()),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "momentopname",
                "verbose_name_plural": "momentopnamen",
                "ordering": ["-gemaakt_op"],
            },
        ),
        migrations.CreateModel(
            name="Organisatienummer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[("kvk", "KvK-nummer"), ("oin", "OIN (organisatie-identificatienummer)")],
                        default="kvk",
                        max_length=3,
                    ),
                ),
                ("nummer", models.CharField(max_length=20)),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organisatienummers",
                        to="agenda.gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisatienummer",
                "verbose_name_plural": "organisatienummers",
                "ordering": ["gemeente__naam", "soort", "nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("soort", "nummer"), name="organisatienummer_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nummer__regex", "^[0-9]{8}$"), ("soort", "kvk")),
                            models.Q(("nummer__regex", "^[0-9]{20}$"), ("soort", "oin")),
                            _connector="OR",
                        ),
                        name="organisatienummer_vorm",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Programma",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True)),
                ("naam", models.CharField(max_length=200)),
                (
                    "korte_naam",
                    models.CharField(help_text="Zoals na de eerste vermelding in een brief.", max_length=60),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("echt", "Echt programma"), ("voorbeeld", "Voorbeeldprogramma")], max_length=10
                    ),
                ),
                ("contact", models.EmailField(blank=True, max_length=254)),
                (
                    "contact_bron",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agenda.bron"
                    ),
                ),
                ("ministerie", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.ministerie")),
                (
                    "opvolger_van",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opvolger",
                        to="agenda.programma",
                    ),
                ),
            ],
            options={
                "verbose_name": "programma",
                "verbose_name_plural": "programma's",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["echt", "voorbeeld"])), name="programma_soort"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OpenVraag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.SlugField(max_length=80)),
                ("onderwerp", models.CharField(db_index=True, max_length=40)),
                ("vraag", models.TextField()),
                ("toelichting", models.TextField(blank=True)),
                (
                    "beantwoord_door",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.feitversie"
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="open_vragen", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "open vraag",
                "verbose_name_plural": "open vragen",
                "ordering": ["onderwerp", "sleutel"],
                "constraints": [models.UniqueConstraint(fields=("programma", "sleutel"), name="openvraag_uniek")],
            },
        ),
        migrations.AddField(
            model_name="feit",
            name="programma",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="feiten",
                to="agenda.programma",
            ),
        ),
        migrations.CreateModel(
            name="ProgrammaAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("naam", models.CharField(max_length=200)),
                ("is_intern", models.BooleanField(default=False, help_text="Komt nooit in een uitgaande tekst.")),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="aliassen", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "alias van een programma",
                "verbose_name_plural": "aliassen van programma's",
                "constraints": [models.UniqueConstraint(fields=("programma", "naam"), name="alias_uniek")],
            },
        ),
        migrations.CreateModel(
            name="ProgrammaPeriode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("omschrijving", models.CharField(max_length=120)),
                ("van_jaar", models.PositiveSmallIntegerField(help_text="Leeg: de bron noemt geen begin.", null=True)),
                ("tot_en_met_jaar", models.PositiveSmallIntegerField()),
                ("is_geldend", models.BooleanField(help_text="Volgens de behandeling van tegenspraak C06.")),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="perioden", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "periode van een programma",
                "verbose_name_plural": "perioden van programma's",
                "ordering": ["bron__bekend_sinds"],
                "constraints": [
                    models.UniqueConstraint(fields=("programma", "omschrijving", "bron"), name="periode_uniek"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_geldend", True)), fields=("programma",), name="periode_een_geldende"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammaTekst",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("doel", "Doel"),
                            ("doelgroep", "Doelgroep"),
                            ("scope", "Binnen de scope"),
                            ("buiten_scope", "Buiten de scope"),
                            ("werkwijze", "Werkwijze"),
                            ("fase", "Fase"),
                        ],
                        max_length=15,
                    ),
                ),
                ("tekst", models.TextField()),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("bron", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agenda.bron")),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="teksten", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "tekst van een programma",
                "verbose_name_plural": "teksten van programma's",
                "ordering": ["volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("programma", "soort", "volgorde"), name="programmatekst_uniek")
                ],
            },
        ),
        migrations.CreateModel(
            name="Taak",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("soort", models.CharField(max_length=60)),
                ("argumenten", models.JSONField(blank=True, default=dict)),
                ("is_voorbeeld", models.BooleanField(default=False, help_text="Gaat over een bedacht programma.")),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("wacht", "Wacht"),
                            ("bezig", "Bezig"),
                            ("klaar", "Klaar"),
                            ("mislukt", "Mislukt"),
                            ("geannuleerd", "Geannuleerd"),
                        ],
                        default="wacht",
                        max_length=12,
                    ),
                ),
                ("gedaan", models.PositiveIntegerField(default=0)),
                ("totaal", models.PositiveIntegerField(default=0, help_text="0: nog niet bekend.")),
                ("melding", models.CharField(blank=True, max_length=200)),
                ("pogingen", models.PositiveSmallIntegerField(default=0)),
                ("aangemaakt_op", models.DateTimeField(default=agenda.klok.nu)),
                ("gestart_op", models.DateTimeField(blank=True, null=True)),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
                ("fout", models.TextField(blank=True, help_text="In het Nederlands, voor wie de taak aanvroeg.")),
                (
                    "aangevraagd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="taken", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "resultaat",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.bestand"
                    ),
                ),
            ],
            options={
                "verbose_name": "taak",
                "verbose_name_plural": "taken",
                "ordering": ["-aangemaakt_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("klaar_op__isnull", True), ("stand__in", ["wacht", "bezig"])),
                            models.Q(("klaar_op__isnull", False), ("stand__in", ["klaar", "mislukt", "geannuleerd"])),
                            _connector="OR",
                        ),
                        name="taak_beeindigd_heeft_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stand", "mislukt"), models.Q(("fout", ""), _negated=True)),
                            models.Q(models.Q(("stand", "mislukt"), _negated=True), ("fout", "")),
                            _connector="OR",
                        ),
                        name="taak_mislukt_heeft_fout",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("resultaat__isnull", True), ("stand", "klaar"), _connector="OR"),
                        name="taak_resultaat_als_klaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("totaal", 0), ("gedaan__lte", models.F("totaal")), _connector="OR"),
                        name="taak_gedaan_past_in_totaal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tegenspraak",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.CharField(max_length=4)),
                ("onderwerp", models.CharField(max_length=120)),
                ("aard", models.TextField(help_text="Waarom de bronnen verschillen, voor zover bekend.")),
                ("keuze", models.TextField(blank=True, help_text="Wat een nieuwe brief gebruikt.")),
                ("behandeling", models.TextField(help_text="Hoe het portaal ermee omgaat.")),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("voorgesteld", "keuze voorgesteld, te bevestigen"),
                            ("bevestigd", "keuze bevestigd"),
                            ("open", "open: geen brief gebruikt dit"),
                        ],
                        max_length=12,
                    ),
                ),
                ("herkomst_keuze", models.CharField(blank=True, max_length=200)),
                ("feiten", models.ManyToManyField(blank=True, related_name="tegenspraken", to="agenda.feit")),
                (
                    "programma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tegenspraken", to="agenda.programma"
                    ),
                ),
            ],
            options={
                "verbose_name": "tegenspraak",
                "verbose_name_plural": "tegenspraken",
                "ordering": ["nummer"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("keuze", ""), ("stand", "open")),
                            models.Q(
                                models.Q(("stand", "open"), _negated=True), models.Q(("keuze", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="tegenspraak_open_heeft_geen_keuze",
                    ),
                    models.UniqueConstraint(fields=("programma", "nummer"), name="tegenspraak_uniek"),
                ],
            },
        ),
        migrations.CreateModel(
            name="TegenspraakVariant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("letter", models.CharField(max_length=1)),
                ("tekst", models.TextField()),
                (
                    "bron_tekst",
                    models.CharField(blank=True, help_text="Een bron buiten de bronnenlijst.", max_length=200),
                ),
                ("bronnen", models.ManyToManyField(blank=True, to="agenda.bron")),
                (
                    "tegenspraak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="varianten", to="agenda.tegenspraak"
                    ),
                ),
            ],
            options={
                "verbose_name": "variant van een tegenspraak",
                "verbose_name_plural": "varianten van tegenspraken",
                "ordering": ["letter"],
                "constraints": [models.UniqueConstraint(fields=("tegenspraak", "letter"), name="variant_uniek")],
            },
        ),
        migrations.CreateModel(
            name="Uitnodiging",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("email", models.EmailField(max_length=254, verbose_name="e-mailadres")),
                ("naam", models.CharField(max_length=120)),
                (
                    "rollen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        size=None,
                    ),
                ),
                (
                    "vingerafdruk",
                    models.CharField(help_text="SHA-256 van het geheim in de link.", max_length=64, unique=True),
                ),
                ("verstuurd_op", models.DateTimeField(default=agenda.klok.nu)),
                ("geldig_tot", models.DateTimeField()),
                ("gebruikt_op", models.DateTimeField(blank=True, null=True)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitnodigingen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="agenda.gemeente"
                    ),
                ),
            ],
            options={
                "verbose_name": "uitnodiging",
                "verbose_name_plural": "uitnodigingen",
                "ordering": ["-verstuurd_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "rollen__contained_by",
                                [
                                    "behandelaar",
                                    "beheerder",
                                    "beleidsmedewerker",
                                    "beslisser",
                                    "budgethouder",
                                    "parafeerder",
                                    "programmamanager",
                                    "redacteur",
                                ],
                            ),
                            ("rollen__contained_by", ["auditor"]),
                            ("rollen__contained_by", ["gemeentelijk_aanvrager", "gemeentelijk_ondertekenaar"]),
                            ("rollen__contained_by", ["raadslid"]),
                            ("rollen__contained_by", ["systeem"]),
                            _connector="OR",
                        ),
                        name="uitnodiging_rollen_gaan_samen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gebruikt_op__isnull", True), ("ingetrokken_op__isnull", True), _connector="OR"
                        ),
                        name="uitnodiging_gebruikt_of_ingetrokken",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("geldig_tot__gt", models.F("verstuurd_op"))),
                        name="uitnodiging_is_even_geldig",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("gebruikt_op__isnull", True), ("ingetrokken_op__isnull", True)),
                        fields=("email", "gemeente"),
                        name="uitnodiging_een_per_adres",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vernietigingslijst",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nummer", models.CharField(help_text="Bijvoorbeeld V-2026-001.", max_length=12, unique=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("opgesteld", "Wacht op een tweede persoon"),
                            ("bevestigd", "Bevestigd, wordt uitgevoerd"),
                            ("uitgevoerd", "Uitgevoerd"),
                            ("afgewezen", "Afgewezen"),
                        ],
                        default="opgesteld",
                        max_length=10,
                    ),
                ),
                ("opgesteld_op", models.DateTimeField()),
                ("besloten_op", models.DateTimeField(blank=True, null=True)),
                ("afgewezen_omdat", models.TextField(blank=True)),
                ("uitgevoerd_op", models.DateTimeField(blank=True, null=True)),
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
                    "opgesteld_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "vernietigingslijst",
                "verbose_name_plural": "vernietigingslijsten",
                "ordering": ["-opgesteld_op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["opgesteld", "bevestigd", "uitgevoerd", "afgewezen"])),
                        name="vernietiging_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("besloten_door__isnull", True), ("besloten_op__isnull", True)),
                            models.Q(("besloten_door__isnull", False), ("besloten_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="vernietiging_besloten_op_en_door",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status", "opgesteld"), ("besloten_op__isnull", False), _connector="OR"),
                        name="vernietiging_is_besloten",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("besloten_door__isnull", True),
                            models.Q(("besloten_door", models.F("opgesteld_door")), _negated=True),
                            _connector="OR",
                        ),
                        name="vernietiging_door_twee_personen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "afgewezen"), _negated=True),
                            models.Q(("afgewezen_omdat", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="vernietiging_afgewezen_met_reden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "uitgevoerd"), _negated=True),
                            ("uitgevoerd_op__isnull", False),
                            _connector="OR",
                        ),
                        name="vernietiging_uitgevoerd_op",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vernietigingsregel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("soort", models.CharField(max_length=40)),
                ("sleutel", models.CharField(max_length=60)),
                ("sinds", models.DateField(help_text="De dag waarop de bewaartermijn begon.")),
                ("bewaren_omdat", models.TextField(blank=True, help_text="Leeg: mag weg.")),
                ("vernietigd_op", models.DateTimeField(blank=True, null=True)),
                (
                    "lijst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regels",
                        to="agenda.vernietigingslijst",
                    ),
                ),
            ],
            options={
                "verbose_name": "regel van een vernietigingslijst",
                "verbose_name_plural": "regels van vernietigingslijsten",
                "ordering": ["soort", "sinds", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("lijst", "soort", "sleutel"), name="vernietigingsregel_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("bewaren_omdat", ""), ("vernietigd_op__isnull", True), _connector="OR"),
                        name="vernietigingsregel_weg_of_bewaard",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vernietigingsverklaring",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("inhoud", models.JSONField()),
                ("sha256", models.CharField(max_length=64)),
                ("gemaakt_op", models.DateTimeField()),
                (
                    "lijst",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verklaring",
                        to="agenda.vernietigingslijst",
                    ),
                ),
            ],
            options={
                "verbose_name": "verklaring van vernietiging",
                "verbose_name_plural": "verklaringen van vernietiging",
            },
        ),
        migrations.AddConstraint(
            model_name="feit",
            constraint=models.UniqueConstraint(
                fields=("programma", "sleutel"), name="feit_uniek", nulls_distinct=False
            ),
        ),
        migrations.RunPython(create_cache, lambda apps, editor: editor.execute("DROP TABLE portaal_cache")),
        append_only_function(),
        append_only("agenda_auditregel"),
        append_only("agenda_feitversie"),
        append_only("agenda_momentopname"),
        append_only("agenda_spoor"),
        append_only("agenda_zegel"),
        append_only("agenda_vernietigingsverklaring"),
        # back: without its table the trigger would refuse every write
        migrations.RunSQL(migrations.RunSQL.noop, "DROP FUNCTION IF EXISTS portaal_spoor CASCADE"),
    ]
