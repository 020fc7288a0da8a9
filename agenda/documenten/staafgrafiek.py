"""Horizontal bars for a letter: geometry in Python, drawing in a template, no drawing library."""

from collections.abc import Sequence
from decimal import Decimal

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

BREEDTE = 468  # px, the text column of brief.css
ROOM_FOR_VALUE = 96
ROW = 40


def staafgrafiek(titel: str, rijen: Sequence[tuple[str, Decimal, str]]) -> SafeString:
    """SVG of bars from rows of label, value, and the value as printed; always put the table beside it.

    The text alternative names each value, because the picture is all that some readers miss.
    """
    if not rijen or any(waarde < 0 for _, waarde, _ in rijen):
        raise ValueError("a bar chart needs rows, and no value below zero")
    largest = max(waarde for _, waarde, _ in rijen) or Decimal(1)
    balken = []
    for number, (label, waarde, tekst) in enumerate(rijen):
        length, top = float(waarde / largest) * (BREEDTE - ROOM_FOR_VALUE), number * ROW
        balken.append(
            {
                "label": label,
                "waarde": tekst,
                "y_label": str(top + 12),
                "y_balk": str(top + 18),
                "lengte": f"{max(length, 1):.1f}",
                "x_waarde": f"{max(length, 1) + 8:.1f}",
                "y_waarde": str(top + 29),
            }
        )
    alternatief = f"Staafdiagram. {titel}: " + "; ".join(f"{label} {tekst}" for label, _, tekst in rijen) + "."
    context = {
        "alternatief": alternatief,
        "breedte": str(BREEDTE),
        "hoogte": str(len(rijen) * ROW),
        "balken": balken,
    }
    return render_to_string("documenten/deel/staafgrafiek.html", context)
