"""What every page knows without asking for it."""

from django.conf import settings

from agenda.middleware import is_demo_open
from agenda.sessies.invoer import teruggave


def portaal(request):
    """The theme and whether this is the demo; the navigation comes from the app that knows all pages."""
    return {
        "thema": settings.PORTAAL_THEMA,
        "bewaard": teruggave(request).melding,
        "is_demo": settings.PORTAAL_DEMO,
        "is_demo_open": lambda: is_demo_open(request),
    }
