"""From HTML to one file that is PDF/A-3a and PDF/UA-1 at once, with the same bytes for the same input."""

import logging
import threading
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from weasyprint import HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

from . import assets, cache, controle, finishing, lettertypen, tagging, voetnoten
from .fout import PdfFout

VARIANT = "pdf/a-3a"
LOGGER = logging.getLogger("weasyprint")

# WeasyPrint works on process-wide things (its logger, and the function that tagging.py wraps), and threads
# gain nothing under the GIL: one document at a time. A FontConfiguration that threads share corrupts memory.
_one_at_a_time = threading.Lock()
_of_thread = threading.local()


@dataclass(frozen=True)
class Bijlage:
    """A file inside the PDF: the figures behind the letter, as CSV or JSON."""

    naam: str
    inhoud: bytes
    omschrijving: str
    mime: str


def write(html: str, *, bijlagen: Sequence[Bijlage] = (), datum: datetime) -> bytes:
    """The PDF of a whole HTML page; PdfFout when anything in it is missing, foreign or out of place.

    `datum` (with time zone) is the date of the document and of its attachments: the clock is never read.
    `html` links its stylesheets and images as “static:documenten/…”; see voetnoten.css for footnotes.
    """
    if datum.tzinfo is None:
        raise ValueError("datum needs a time zone, or the bytes would depend on the machine")
    for name, times in Counter(each.naam for each in bijlagen).items():
        if times > 1:
            raise PdfFout(f"Twee bijlagen heten “{name}”. Geef elke bijlage een eigen naam.")
    files = assets.load()
    key = cache.key(html, bijlagen, datum, files)
    found = cache.find(settings.PDF_CACHE, key)
    if found is not None:
        return found
    with _one_at_a_time:
        pdf = _render(html, bijlagen, datum.astimezone(UTC), files)
    problems = controle.bevindingen(pdf)
    if problems:
        raise PdfFout("De PDF is niet toegankelijk of niet blijvend leesbaar. " + " ".join(problems))
    cache.store(settings.PDF_CACHE, key, pdf)
    return pdf


def _render(html: str, bijlagen: Sequence[Bijlage], datum: datetime, files: dict[str, bytes]) -> bytes:
    fetcher = assets.AssetFetcher(files)
    with _complaints(fetcher):
        page = HTML(string=html, url_fetcher=fetcher)
        fonts = _fonts()
        document = voetnoten.keep_on_page(page, lambda: page.render(font_config=fonts, pdf_variant=VARIANT))
    moment = datum.strftime("%Y-%m-%dT%H:%M:%SZ")
    document.metadata.created = document.metadata.modified = moment
    with _complaints(fetcher), tagging.complete_structure() as structure, warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint 70.0 leaves its colour profile open

        def finisher(document, pdf):
            lettertypen.check(document.fonts.values())
            structure.finish(pdf)
            finishing.finish(pdf, {each.naam: each.mime for each in bijlagen})

        return document.write_pdf(
            pdf_variant=VARIANT,
            attachments=[_attachment(each, datum) for each in bijlagen],
            finisher=finisher,
        )


def _attachment(bijlage: Bijlage, datum: datetime) -> Attachment:
    # Without dates WeasyPrint writes the time of the clock.
    return Attachment(
        string=bijlage.inhoud,
        name=bijlage.naam,
        description=bijlage.omschrijving,
        created=datum,
        modified=datum,
        relationship="Data",
    )


def _fonts() -> FontConfiguration:
    if not hasattr(_of_thread, "fonts"):
        _of_thread.fonts = FontConfiguration()
    return _of_thread.fonts


class _Listener(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record):
        self.messages.append(record.getMessage())


@contextmanager
def _complaints(fetcher: assets.AssetFetcher) -> Iterator[None]:
    """Whatever WeasyPrint only logs (a missing image, an unknown property) is an error here."""
    listener, level = _Listener(), LOGGER.level
    LOGGER.addHandler(listener)
    LOGGER.setLevel(logging.WARNING)
    try:
        yield
    finally:
        LOGGER.removeHandler(listener)
        LOGGER.setLevel(level)
    reasons = fetcher.refused or [f"WeasyPrint meldt: {message}" for message in listener.messages]
    if reasons:
        raise PdfFout("De PDF is niet gemaakt. " + " ".join(reasons))
