"""The repository stands on its own: it names no machine, no folder outside it and no registry's address."""

import re

from tests.hulpmiddelen.broncode import name, texts, tracked

# Written in parts, so that this file does not contain them itself.
OUTSIDE = {
    "een map buiten het project": r"\.\./" + r"shared|(?<![\w.])/" + r"(?:work|root|home/\w+)/",
    "het adres van een pakketregister": r"registry\.(?:npm|yarn)"
    + r"|files\.python"
    + r"hosted|pypi\.(?:org|io)/"
    + "simple",
}


def test_no_file_names_something_outside_the_repository():
    found = [
        f"{name(path)} noemt {what}: {hit.group()!r}"
        for path, text in texts(tracked())
        for what, pattern in OUTSIDE.items()
        if (hit := re.search(pattern, text))
    ]
    assert not found, "\n".join(found)
