"""The words of a mail, as plain text and as HTML: fixed sentences, a reference and a link."""

import re
from datetime import date
from email.utils import format_datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from agenda.berichten.soorten import find
from agenda.models import Deel, Mail

STIJL = "mail.css"
BASISTHEMA = "thema/portaal.css"
# Machines that answer, leave such a mail unanswered (RFC 3834).
AUTOMATISCH = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def compose(mail: Mail) -> EmailMultiAlternatives:
    """The message as the mail server gets it, the same at every attempt."""
    woorden = words(mail)
    message = EmailMultiAlternatives(
        subject=woorden["onderwerp"],
        body=render_to_string("berichten/mail.txt", woorden),
        to=[mail.aan],
        headers=AUTOMATISCH | {"Message-ID": mail.message_id, "Date": format_datetime(mail.aangemaakt_op)},
    )
    message.attach_alternative(render_to_string("berichten/mail.html", woorden), "text/html")
    return message


def words(mail: Mail) -> dict:
    """What both forms of the mail say."""
    soort = find(mail.soort)
    berichten = mail.berichten.filter(afgehandeld_op__isnull=True).order_by("moment", "pk")
    items = [_item(bericht) for bericht in berichten]
    is_voorbeeld = any(item["is_voorbeeld"] for item in items)
    tot = mail.gegevens.get("geldig_tot")
    return {
        "onderwerp": f"VOORBEELD: {soort.onderwerp}" if is_voorbeeld else soort.onderwerp,
        "kop": soort.onderwerp,
        "zin": soort.zin,
        "knop": soort.knop,
        "is_voorbeeld": is_voorbeeld,
        "is_overzicht": soort.deel == Deel.ALLEEN_MAIL and bool(items),
        "delen": [
            {"kop": deel.label, "regels": own}
            for deel in (Deel.TE_DOEN, Deel.INFORMATIE)
            if (own := [item for item in items if item["deel"] == deel])
        ],
        "link": absolute(mail.gegevens["pad"]) if "pad" in mail.gegevens else "",
        "geldig_tot": date.fromisoformat(tot) if tot else None,
        "verplicht": soort.verplicht,
        "instellingen": absolute(reverse("mailinstellingen")) if mail.ontvanger_id else "",
        "stijl": style(),
    }


def _item(bericht) -> dict:
    return {
        "deel": bericht.deel,
        "tekst": find(bericht.soort).onderwerp,
        "kenmerk": bericht.kenmerk,
        "url": absolute(bericht.adres),
        "is_voorbeeld": bericht.is_voorbeeld,
    }


def absolute(path: str) -> str:
    return settings.PORTAAL_ADRES.rstrip("/") + path


def style() -> SafeString:
    """The style of mails with the colours of the theme filled in: mail programs know no variables of CSS."""
    colours = variables(BASISTHEMA) | variables(settings.PORTAAL_THEMA)
    css = re.sub(r"var\((--[\w-]+)\)", lambda found: colours[found[1]], _text(STIJL))
    return format_html("<style>\n{}</style>", SafeString(css))


@cache
def variables(theme: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", _text(theme)))


@cache
def _text(name: str) -> str:
    return Path(finders.find(name)).read_text(encoding="utf-8")
