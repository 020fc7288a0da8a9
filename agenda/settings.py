"""All settings, read from the environment with django-environ; README lists every variable."""

from pathlib import Path

import environ

from agenda import aanbieders, beveiliging, postgres
from agenda.inloggen import *  # noqa: F403  Django knows settings as names of one module

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

# --- What differs per installation -------------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=False)
PORTAAL_DEMO = env.bool("PORTAAL_DEMO", default=False)
SECRET_KEY = env.str("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
HTTPS = env.bool("HTTPS", default=not PORTAAL_DEMO)
PORTAAL_THEMA = env.str("PORTAAL_THEMA", default="thema/portaal.css")
PORTAAL_OPSLAG = Path(env.str("PORTAAL_OPSLAG", default=str(BASE_DIR / "var")))
ZEGELBESTAND = Path(env.str("ZEGELBESTAND", default=str(PORTAAL_OPSLAG / "zegels.txt")))
DATABASE_URL, DATABASE_URL_EIGENAAR = env.str("DATABASE_URL", default=""), env.str("DATABASE_URL_EIGENAAR", default="")
if not DATABASE_URL:
    DATABASE_URL, DATABASE_URL_EIGENAAR = postgres.database_urls()
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
DATABASE_EIGENAAR = env.db_url_config(DATABASE_URL_EIGENAAR or DATABASE_URL)  # migrate acts as this role
DATABASES["default"]["ENGINE"] = "agenda.spoor.databank"
DATABASES["default"].setdefault("OPTIONS", {}).update({"application_name": "portaal"})
# PostgreSQL compiles a query (JIT) that it expects to be dear: for the sums of a begroting that takes the most time.
eigen_opties = DATABASES["default"]["OPTIONS"].get("options", "")
DATABASES["default"]["OPTIONS"]["options"] = f"{eigen_opties} -c jit=off".lstrip()
if connections := env.int("DATABASE_POOL", default=0):  # set by deploy/gunicorn.conf.py; commands need one only
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # else a restart of PostgreSQL costs one request per connection
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 2, "max_size": connections, "timeout": 5}

# --- The application ------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "rapportage",
    "subsidies",
    "interventies",
    "actielijnen",
    "agenda",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.usersessions",
    "csp",
    "django_filters",
    "import_export",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "agenda.weigeringen.BeveiligingslogMiddleware",
    "agenda.middleware.KoppenMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "agenda.herkomst.HerkomstMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "agenda.sessies.middleware.SessieMiddleware",
    "agenda.naslag.middleware.StayInProgramma",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "agenda.middleware.WayOnMiddleware",
    "agenda.middleware.FormulierMiddleware",
    "agenda.sessies.grenzen.GrenzenMiddleware",
    "agenda.middleware.AudienceMiddleware",
    "agenda.accounts.middleware.TweedeFactorMiddleware",
]

ROOT_URLCONF = "agenda.urls"
WSGI_APPLICATION = "agenda.wsgi.application"
FORM_RENDERER = "agenda.ui.formulieren.PortaalRenderer"
CSRF_FAILURE_VIEW = "agenda.ui.views.csrf_failure"

LOADERS = [f"django.template.loaders.{each}.Loader" for each in ("filesystem", "app_directories")]  # ours first
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": LOADERS if DEBUG else [("django.template.loaders.cached.Loader", LOADERS)],
            "builtins": ["agenda.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "agenda.ui.context.portaal",
                "agenda.berichten.context.postvak",
                "agenda.accounts.oidc.context.sso",
                "rapportage.navigatie.navigatie",
            ],
        },
    }
]

AUTH_USER_MODEL = "agenda.Gebruiker"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "werk"
LOGOUT_REDIRECT_URL = "home"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "agenda.accounts.wachtwoord.GelijkenisValidator",
        "OPTIONS": {"user_attributes": ["email", "naam"]},
    },
    {"NAME": "agenda.accounts.wachtwoord.LengteValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "agenda.accounts.wachtwoord.GangbaarValidator"},
]

AUTHENTICATION_BACKENDS = ["agenda.accounts.adapter.Aanmelding"]

# --- Signing in: agenda/inloggen.py has what is the same everywhere -----------------------------------------
ACCOUNT_REAUTHENTICATION_TIMEOUT = 60 * env.int("VERS_MINUTEN", default=5)  # in which a sign-in counts as fresh
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = PORTAAL_DEMO  # on loopback without https only
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("AANTAL_PROXYS", default=0)

# --- Single sign-on by OpenID Connect: a provider without an address has no button --------------------------
OIDC = aanbieders.oidc(env)

# Limits must count over all processes and survive a restart, so they live in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "portaal_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # beyond it counters are thrown away: with 300 anybody could see to that
    }
}

# --- Language and time: stored in UTC, shown in Amsterdam ----------------------------------------------
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# --- Files ----------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = None if DEBUG or PORTAAL_DEMO else BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
BESTANDEN_MAP = PORTAAL_OPSLAG / "bestanden"
DATA_UPLOAD_MAX_NUMBER_FILES = 10  # fields for a file on one page; an empty one counts too
FILE_UPLOAD_HANDLERS = [
    "agenda.bestanden.ontvangst.Begrenzing",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
CLAMAV = env.str("CLAMAV", default="/run/clamav/clamd.ctl")  # where Debian's clamav-daemon listens
PDF_CACHE = PORTAAL_OPSLAG / "pdf-cache"
STORAGES = {
    "default": {
        "BACKEND": "agenda.bestanden.opslag.DuurzameOpslag",
        "OPTIONS": {"location": BESTANDEN_MAP},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if not (DEBUG or PORTAAL_DEMO)
        else "django.contrib.staticfiles.storage.StaticFilesStorage",
    },
}
WHITENOISE_ALLOW_ALL_ORIGINS = False  # other sites have no business with our scripts and fonts
WHITENOISE_USE_FINDERS = DEBUG or PORTAAL_DEMO
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["gz", "br", "png", "jpg", "woff2", "ttf"]  # ttf is for PDFs only

# --- How long personal data is kept, in days, per key of agenda/privacy: what the organisation decided ------
BEWAARTERMIJNEN = env.json("BEWAARTERMIJNEN", default={})

# --- How many years a judgement of an interventie holds ---------------------------------------------------
BEWIJSOORDEEL_JAREN = env.int("BEWIJSOORDEEL_JAREN", default=5)
# So many days before it runs out a new one is asked for: a judgement takes about nine months.
HERBEOORDELING_DAGEN = env.int("HERBEOORDELING_DAGEN", default=270)

# --- Mail: to a mail server, or as files as long as none is named --------------------------------------
PORTAAL_ADRES = env.str("PORTAAL_ADRES", default=f"http://127.0.0.1:{env.int('PORTAAL_POORT', default=8000)}")
MAIL_MAP = PORTAAL_OPSLAG / "mail"
EMAIL_URL = env.str("EMAIL_URL", default="")
if EMAIL_URL:
    vars().update(env.email_url_config(EMAIL_URL))
else:
    EMAIL_BACKEND = "agenda.berichten.bestand.MailInBestand"
EMAIL_TIMEOUT = 30  # seconds
DEFAULT_FROM_EMAIL = env.str("MAIL_AFZENDER", default="portaal@localhost")

# --- The sender and addressee of letters; address as printed on letters of SZW, to be checked on use ---
BRIEF_AFZENDER = env.json(
    "BRIEF_AFZENDER",
    default={
        "retouradres": "Postbus 90801 2509 LV Den Haag",
        "colofon": [
            [
                "Ministerie van Sociale Zaken en Werkgelegenheid",
                ["Postbus 90801", "2509 LV Den Haag", "T 070 333 44 44", "www.rijksoverheid.nl"],
            ]
        ],
    },
)
BRIEF_GEADRESSEERDE = [
    "De Voorzitter van de Tweede Kamer",
    "der Staten-Generaal",
    "Postbus 20018",
    "2500 EA DEN HAAG",
]

# --- Security: strict by default, also in the demo, except what needs https --------------------------
vars().update(beveiliging.of_installation(env, https=HTTPS, providers=aanbieders.addresses(OIDC)))

LOGGING = beveiliging.logging(env.str("LOGNIVEAU", default="WARNING"))
