"""Whether the files that came from npm are still what came from npm; needs no node."""

import hashlib
import json
from pathlib import Path

FOLDERS = ("static/vendor", "static/lettertypen")
MANIFEST = "static/vendor/vendor.json"


def problems(root: Path) -> list[str]:
    """Each vendored file that was changed, is missing, or lies there without being in the manifest."""
    files = json.loads((root / MANIFEST).read_text(encoding="utf-8"))["files"]
    present = {
        path.relative_to(root).as_posix()
        for folder in FOLDERS
        for path in (root / folder).rglob("*")
        if path.is_file()
    } - {MANIFEST}
    missing = [f"{path} ontbreekt" for path in files if not (root / path).is_file()]
    changed = [
        f"{path} is veranderd"
        for path, entry in files.items()
        if (root / path).is_file()
        and hashlib.sha256((root / path).read_bytes()).hexdigest() != entry["sha256"]
    ]
    extra = [f"{path} staat niet in {MANIFEST}" for path in present - set(files)]
    return sorted(missing + changed + extra)
