"""To which page of ours somebody goes back, after signing in or after a refusal."""

from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

BEWAARD = "bewaard"  # the parameter in an address that names what was kept for that page


def is_ours(request, address: str) -> bool:
    """Whether `address` leads to a page of this portal and nowhere else."""
    return url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())


def previous_page(request) -> str:
    """The page of ours that the browser says it came from, without host; empty if there is none."""
    vorige = request.headers.get("Referer", "")
    page = urlsplit(vorige)._replace(scheme="", netloc="").geturl()
    return page if is_ours(request, vorige) and is_ours(request, page) else ""


def page_to_return_to(request) -> str:
    """After signing in: the page asked for; after a button, the page it stood on, if that is ours."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    return previous_page(request) or resolve_url(settings.LOGIN_REDIRECT_URL)


def asked_for(request) -> str:
    """The page of ours that `?next=` asks for; empty if it asks for none, or for another site."""
    address = request.GET.get("next", "")
    return address if is_ours(request, address) else ""


def kept_for(address: str) -> str:
    """The number of the kept input that `address` names; empty if none."""
    return dict(parse_qsl(urlsplit(address).query)).get(BEWAARD, "")


def naming(address: str, kept: str = "") -> str:
    """`address` with the number of what was kept for it, and without an earlier one."""
    parts = urlsplit(address)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != BEWAARD]
    return parts._replace(query=urlencode([*query, *([(BEWAARD, kept)] if kept else [])])).geturl()
