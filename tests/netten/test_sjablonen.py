"""Every template and every static file is used: what no page reaches any more is removed."""

import ast
import re

from agenda.checks import routes
from tests.hulpmiddelen.broncode import ROOT, name, python_files, templates, tree

# Django and allauth find these by themselves.
OF_DJANGO = {"admin/base_site.html", "400.html", "403.html", "404.html", "429.html", "500.html"}
# The gallery shows each component, so that being shown there says nothing about use.
GALLERY = "stijlgids/voorbeelden/"

COMPONENT = re.compile(r"""{%\s*(?:block)?component\s+["']([\w-]+)["']""")
NAMED = re.compile(r"""["'](?:static:)?([\w/.-]+\.(?:html|css|svg|js|toml))["']""")
URL = re.compile(r"""url\(["']?([^"')]+)""")


def strings(path) -> set[str]:
    """All string literals of a Python module, also the fixed parts of an f-string."""
    return {
        node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def literals() -> set[str]:
    return set().union(*(strings(path) for path in python_files()))


def template_name(path) -> str:
    return path.relative_to(ROOT / "templates").as_posix()


def named_in(path) -> set[str]:
    """The templates that a template includes, extends or uses as component."""
    text = path.read_text(encoding="utf-8")
    return {f"components/{each}.html" for each in COMPONENT.findall(text)} | set(NAMED.findall(text))


def of_libraries() -> set[str]:
    """The templates of the views that a route borrows from a library, such as the page for signing in."""
    views = (getattr(pattern.callback, "view_class", None) for _, pattern in routes())
    return {view.template_name for view in views if getattr(view, "template_name", None)}


def reached() -> set[str]:
    """The templates that a view, a command or Django renders, and all that those name in turn."""
    by_name = {template_name(path): path for path in templates()}
    todo = (literals() | OF_DJANGO | of_libraries()) & by_name.keys()
    found = set()
    while todo:
        each = todo.pop()
        found.add(each)
        todo |= (named_in(by_name[each]) & by_name.keys()) - found
    return found


def test_every_template_is_reached():
    names = {template_name(path) for path in templates() if GALLERY not in template_name(path)}
    unused = sorted(names - reached())
    assert not unused, "\n".join(unused)


def test_every_example_of_the_gallery_belongs_to_a_component():
    names = {path.stem for path in templates() if GALLERY in template_name(path)}
    components = {path.stem for path in (ROOT / "templates" / "components").glob("*.html")}
    assert sorted(names ^ components) == []


def within_static(path) -> str:
    return path.resolve().relative_to(ROOT / "static").as_posix()


def mentioned() -> set[str]:
    """Every path of a static file that a template, a stylesheet or a module names."""
    found = literals()
    for path in templates():
        found |= set(NAMED.findall(path.read_text(encoding="utf-8")))
    for path in (ROOT / "static").rglob("*.css"):
        folder = path.parent
        urls = [url for url in URL.findall(path.read_text(encoding="utf-8")) if not url.startswith("data:")]
        found |= {url.removeprefix("static:") if ":" in url else within_static(folder / url) for url in urls}
    return found


def test_every_static_file_is_used():
    static = ROOT / "static"
    used = mentioned()
    ours = [
        path.relative_to(static).as_posix()
        for path in static.rglob("*")
        if path.is_file() and path.suffix in {".css", ".js", ".woff2", ".ttf"} and "vendor" not in path.parts
    ]
    unused = sorted(path for path in ours if not used & {path, path.rpartition("/")[2]})
    assert not unused, "\n".join(unused)


def test_every_icon_is_used():
    texts = [path.read_text(encoding="utf-8") for path in (*templates(), *python_files())]
    icons = [path.stem for path in (ROOT / "static" / "iconen").glob("*.svg")]
    unused = [icon for icon in icons if not any(re.search(rf"""["'/]{icon}["'.]""", text) for text in texts)]
    assert not unused, "\n".join(unused)


def test_no_template_has_a_style_or_script_inside():
    """The content security policy refuses them; the browser would only show an unstyled page."""
    found = [
        f"{name(path)}: {hit.group()}"
        for path in templates()
        if (hit := re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=\"", path.read_text(encoding="utf-8")))
    ]
    assert not found, "\n".join(found)


def test_no_template_queries_the_database():
    """A view hands over records; a template that filters them hides a query."""
    hidden = re.compile(r"(?<!forloop)\.(?:count|exists|first|last)\b|\.objects\b")
    found = [
        f"{name(path)}: {tag}"
        for path in templates()
        for tag in re.findall(r"{[{%].*?[%}]}", path.read_text(encoding="utf-8"))
        if hidden.search(re.sub(r"""["'][^"']*["']""", "", tag))
    ]
    assert not found, "\n".join(found)
