"""How the portal calls a provider: briefly, following no redirect, and reading no more than a sign-in needs."""

import requests

TIMEOUT = (3, 5)  # seconds to connect, and between two pieces of the answer
LARGEST = 256 * 1024  # bytes of an answer


class Verbinding(requests.Session):
    """A session that gives up in time; raises requests.RequestException, also for a redirect or a long answer."""

    def request(self, method, url, **options):
        options |= {"timeout": TIMEOUT, "allow_redirects": False, "stream": True}
        response = super().request(method, url, **options)
        content = b""
        for block in response.iter_content(16 * 1024):
            content += block
            if len(content) > LARGEST:
                response.close()
                raise requests.exceptions.ContentDecodingError("het antwoord is te lang", response=response)
        response._content = content
        if response.is_redirect:
            raise requests.exceptions.TooManyRedirects("de aanbieder verwijst door", response=response)
        return response
