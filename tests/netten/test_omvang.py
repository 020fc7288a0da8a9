"""Budgets of size: what no longer fits on a screen is split."""

import ast

from tests.hulpmiddelen.broncode import module, name, python_files, templates, texts, tracked, tree

FUNCTION, MODULE, TEMPLATE = 40, 300, 100


def lines(path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_function_is_longer_than_forty_lines():
    long = [
        f"{name(path)}:{node.lineno} {node.name} heeft {node.end_lineno - node.lineno + 1} regels"
        for path in python_files() + python_files("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if node.end_lineno - node.lineno + 1 > FUNCTION
    ]
    assert not long, "\n".join(long)


def test_no_module_is_longer_than_three_hundred_lines():
    long = {name(p): lines(p) for p in python_files() + python_files("tests") if lines(p) > MODULE}
    assert long == {}


def test_no_template_is_longer_than_a_hundred_lines():
    long = {name(path): lines(path) for path in templates() if lines(path) > TEMPLATE}
    assert long == {}


def test_every_module_opens_with_a_docstring():
    silent = [
        name(path)
        for path in python_files() + python_files("tests")
        if path.stat().st_size and not ast.get_docstring(tree(path))
    ]
    assert not silent, "\n".join(silent)


def test_nothing_is_left_to_do():
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X:")
    left = [
        f"{name(path)}: {mark}"
        for path, text in texts(tracked())
        if path.suffix in {".py", ".html", ".css", ".md", ".toml", ".sh"} and "vendor" not in path.parts
        for mark in marks
        if mark in text
    ]
    assert not left, "\n".join(left)


def test_no_module_has_a_name_that_says_nothing():
    vague = {"common", "core", "utils", "util", "helpers", "helper", "misc", "manager", "info", "data"}
    assert [module(path) for path in python_files() if vague & set(module(path).split("."))] == []
