"""What every page knows without asking for it."""

from django.conf import settings


def portaal(request):
    """The theme and whether this is the demo; the navigation comes from the app that knows all pages."""
    return {"thema": settings.PORTAAL_THEMA, "is_demo": settings.PORTAAL_DEMO}
