"""The source code of the portal as lists of files, for the tests that read it."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = ("agenda", "actielijnen", "interventies", "subsidies", "rapportage")


def python_files(*folders: str) -> list[Path]:
    """Our Python files in `folders` (all apps by default), without migrations, which Django writes."""
    found = [path for folder in folders or APPS for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def name(path: Path) -> str:
    """The path of a file as people say it, from the root of the project."""
    return path.relative_to(ROOT).as_posix()


def module(path: Path) -> str:
    """agenda/lijsten/__init__.py is agenda.lijsten."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def tracked() -> list[Path]:
    """Every file that git keeps and that is there."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    return [ROOT / each for each in names if each and (ROOT / each).is_file()]


def texts(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """The files that hold text, with that text."""
    for path in paths:
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
