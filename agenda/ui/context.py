"""What every page knows without asking for it."""

from django.conf import settings

from agenda.middleware import is_demo_open


def portaal(request):
    """The theme and whether this is the demo; the navigation comes from the app that knows all pages."""
    return {
        "thema": settings.PORTAAL_THEMA,
        "is_demo": settings.PORTAAL_DEMO,
        "is_demo_open": lambda: is_demo_open(request),
    }
