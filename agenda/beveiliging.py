"""Settings of security: what a browser may do with our pages, cookies, https and sessions. Strict by default."""

from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urlsplit

import structlog
from csp.constants import NONE, SELF


def of_installation(env, *, https: bool, providers: Iterable[str]) -> dict:
    """All of them; `providers` are the addresses of the systems at which somebody signs in or out."""
    return {
        "CONTENT_SECURITY_POLICY": {"DIRECTIVES": content_policy(https, providers)},
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",  # our pages know where you came from; other sites never
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https")
        if env.bool("ACHTER_PROXY", default=False)
        else None,
        **cookies(https),
        **sessions(env),
        **transport(env, https),
    }


def content_policy(https: bool, providers: Iterable[str]) -> dict:
    """Everything from ourselves, and nothing that a page does not need."""
    origins = {"{0.scheme}://{0.netloc}".format(urlsplit(address)) for address in providers}
    return {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "frame-src": [NONE],
        # Chromium follows this also where a form's answer redirects to: signing out ends at the provider
        "form-action": [SELF, *sorted(origins)],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "upgrade-insecure-requests": https,
    }


def cookies(https: bool) -> dict:
    """With https under a name that no subdomain and no http page can set."""
    prefix = "__Host-" if https else ""
    return {
        "SESSION_COOKIE_NAME": f"{prefix}sessionid",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SECURE": https,
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "CSRF_COOKIE_NAME": f"{prefix}csrftoken",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SECURE": https,
    }


def sessions(env) -> dict:
    return {
        "SESSION_ENGINE": "agenda.sessies.opslag",
        "SESSIE_INACTIEF": timedelta(minutes=env.int("SESSIE_MINUTEN", default=30)),
        "SESSIE_MAXIMAAL": timedelta(hours=env.int("SESSIE_UREN", default=8)),
        # over a long weekend we still know of whom an ended session was, to keep what was typed in it
        "SESSION_COOKIE_AGE": int(timedelta(days=4).total_seconds()),
    }


# What `check --deploy` of Django asks and the portal does not do, with the reason; README says it too.
VERZWEGEN = {
    "security.W005": "HSTS for subdomains binds other sites of the domain: its owner decides (HSTS_SUBDOMEINEN)",
    "security.W021": "the browsers' preload list binds the whole domain for years: its owner decides (HSTS_PRELOAD)",
}
# Only without https: portaal.W001 says in one Dutch sentence what these four say.
VERZWEGEN_ZONDER_HTTPS = ["security.W004", "security.W008", "security.W012", "security.W016"]


def transport(env, https: bool) -> dict:
    return {
        "SECURE_SSL_REDIRECT": https,
        "SECURE_REDIRECT_EXEMPT": [r"^health/"],  # asked by the machine itself, without the proxy that has the https
        "SECURE_HSTS_SECONDS": 31_536_000 if https else 0,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": https and env.bool("HSTS_SUBDOMEINEN", default=False),
        "SECURE_HSTS_PRELOAD": https and env.bool("HSTS_PRELOAD", default=False),
        "SILENCED_SYSTEM_CHECKS": [*VERZWEGEN, *([] if https else VERZWEGEN_ZONDER_HTTPS)],
    }


def only_faults_say_where(_logger, _method, event: dict) -> dict:
    """A refusal is no fault: of a page that somebody may not see, the log needs no traceback."""
    if event.get("logger") == "django.request" and event.get("level") == "warning":
        event.pop("exc_info", None)
    return event


def logging(level: str) -> dict:
    """What the portal reports on stderr, and the security log on stdout: both as JSON, one line for each event."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": [
                    structlog.stdlib.add_log_level,
                    structlog.stdlib.add_logger_name,
                    structlog.processors.TimeStamper(fmt="iso", key="tijdstempel"),  # in UTC
                ],
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    only_faults_say_where,
                    structlog.processors.format_exc_info,
                    structlog.processors.JSONRenderer(ensure_ascii=False),
                ],
            }
        },
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "json"},
            "beveiliging": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"},
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {"portaal.beveiliging": {"handlers": ["beveiliging"], "level": "INFO", "propagate": False}},
    }
