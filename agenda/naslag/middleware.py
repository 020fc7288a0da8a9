"""Who looks at a programma stays in it: what a page links to, names the programma that its own address names."""

import re
from html import escape, unescape

from agenda.models.programma import within
from agenda.naslag.programma import named_programma

LINK = re.compile(r'(?<=\s)(href|action)="(/werk/[^"]*)"')


class StayInProgramma:
    """Gives each link, form and redirect to a page of the staff the programma that was asked for.

    Here and not in every template and view, because there it would be forgotten one day, and then a reader of the
    example would look at real figures without noticing.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        code = named_programma(request)
        if not code or response.status_code >= 400:
            return response
        if response.get("Location", "").startswith("/werk/"):
            response["Location"] = within(code, response["Location"])
        if response.get("Content-Type", "").startswith("text/html") and not response.streaming:
            response.content = LINK.sub(lambda link: completed(link, code), response.content.decode()).encode()
        return response


def completed(link: re.Match, code: str) -> str:
    return f'{link[1]}="{escape(within(code, unescape(link[2])))}"'
