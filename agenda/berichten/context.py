"""What the header of every page says about messages: how many wait for who is signed in."""

from django.utils.functional import SimpleLazyObject

from agenda.models import Bericht


def postvak(request) -> dict:
    """The counts of the inbox, asked for in one query by a page that shows them, and by no other."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"postvak": None}
    return {"postvak": SimpleLazyObject(lambda: Bericht.objects.visible_to(user).counts())}
