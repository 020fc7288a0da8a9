"""The verklaring of a list that was carried out: what its page says, and the same as a PDF to keep elsewhere."""

import json
from datetime import date, datetime

from django.template.loader import render_to_string

from agenda.documenten import pdf
from agenda.models import Vernietigingsverklaring

BIJLAGE = "verklaring.json"


def words(verklaring: Vernietigingsverklaring) -> dict:
    """What the verklaring says, from its content alone; the days that it holds as text are days again."""
    inhoud, days = verklaring.inhoud, ("oudste", "jongste")
    return {
        "inhoud": inhoud,
        "sha256": verklaring.sha256,
        "opgesteld_op": datetime.fromisoformat(inhoud["opgesteld"]["op"]),
        "bevestigd_op": datetime.fromisoformat(inhoud["bevestigd"]["op"]),
        "uitgevoerd_op": datetime.fromisoformat(inhoud["uitgevoerd_op"]),
        "delen": [line | {day: date.fromisoformat(line[day]) for day in days} for line in inhoud["vernietigd"]],
    }


def als_pdf(verklaring: Vernietigingsverklaring) -> bytes:
    """The verklaring as PDF/A and PDF/UA, always with the same bytes. Inside is the text that its checksum is of."""
    html = render_to_string("opruimen/verklaring_pdf.html", words(verklaring) | {"bijlage": BIJLAGE})
    tekst = pdf.Bijlage(BIJLAGE, written(verklaring.inhoud), "De verklaring als gegevens", "application/json")
    return pdf.write(html, bijlagen=[tekst], datum=verklaring.gemaakt_op)


def written(inhoud: dict) -> bytes:
    """The content in one fixed way of writing; its SHA-256 is the checksum, so anybody can count that again."""
    return json.dumps(inhoud, sort_keys=True, ensure_ascii=False).encode()
