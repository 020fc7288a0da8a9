"""What a reader of a page reads: its text without the markup."""

import html
import re


def text(response) -> str:
    """The text of the main part of a page, with single spaces; a no-break space counts as a space."""
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    bare = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", "<main" + main, flags=re.DOTALL)
    return re.sub(r"[\s\u00a0]+", " ", html.unescape(bare)).strip()


def rows(response) -> list[str]:
    """The text of each row in the body of the tables of a page."""
    bodies = re.findall(r"<tbody>(.*?)</tbody>", response.content.decode(), flags=re.DOTALL)
    found = [row for body in bodies for row in re.findall(r"<tr\b.*?</tr>", body, flags=re.DOTALL)]
    bare = [html.unescape(re.sub(r"<[^>]+>", " ", row)) for row in found]
    return [re.sub(r"[\s\u00a0]+", " ", row).strip() for row in bare]


def texts(pattern: str, answer) -> list[str]:
    """What `pattern` finds in the whole answer, without the marks of HTML."""
    return [html.unescape(each) for each in re.findall(pattern, answer.content.decode(), flags=re.DOTALL)]


def controls(answer) -> list[str]:
    """The tags of what can be filled in on a page."""
    main = answer.content.decode().partition("<main")[2]
    return [each for each in re.findall(r"<(?:input|select|textarea)\b[^>]*>", main) if 'type="hidden"' not in each]
