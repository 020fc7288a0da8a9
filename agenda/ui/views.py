"""The gallery of all components, and the page for a form that was sent without a valid token."""

from django.shortcuts import render

from agenda.access import PUBLIC, audience


@audience(PUBLIC)
def stijlgids(request):
    """All components with example values."""
    return render(request, "stijlgids/index.html", {})


def csrf_failure(request, reason=""):
    """Django calls this view when the token of a form is missing or old."""
    return render(request, "403_csrf.html", status=403)
