"""The one error of this package: a document that may not leave the house."""


class PdfFout(Exception):
    """Raised when a PDF would be incomplete or wrong; the Dutch message is for the writer of the letter."""
