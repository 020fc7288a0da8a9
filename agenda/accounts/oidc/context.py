"""What the page for signing in needs to know about providers."""

from agenda.accounts.oidc.aanbieders import aanbieders


def sso(request) -> dict:
    """The function itself: a template that does not name it costs nothing."""
    return {"sso": aanbieders}
