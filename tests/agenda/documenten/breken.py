"""Tools to break a good PDF in one place."""

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Operator

from agenda.documenten.controle_structuur import elements_of, role

Mutation = Callable[[pikepdf.Pdf], None]
MUTATIONS: dict[str, Mutation] = {}


def broken(pdf: bytes, name: str) -> bytes:
    """The same file with one thing broken."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        MUTATIONS[name](file)
        return saved(file)


def saved(file: pikepdf.Pdf, **extra) -> bytes:
    target = io.BytesIO()
    file.save(target, deterministic_id=not extra, **extra)
    return target.getvalue()


def mutation(function: Mutation) -> Mutation:
    MUTATIONS[function.__name__] = function
    return function


def first(file: pikepdf.Pdf, wanted: str):
    return next(each for each in elements_of(file) if role(each) == wanted)


def replace_in_xmp(file: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    packet = file.Root.Metadata.read_bytes()
    if old not in packet:
        raise AssertionError(f"nothing to break: {old!r}")
    file.Root.Metadata.write(packet.replace(old, new))


def prepend(file: pikepdf.Pdf, content: bytes) -> None:
    page = file.pages[0]
    page.Contents = Array([file.make_stream(content), page.Contents])


def change_content(file: pikepdf.Pdf, change: Callable[[list], list]) -> None:
    page = file.pages[0]
    instructions = change([(list(operands), str(name)) for operands, name in pikepdf.parse_content_stream(page)])
    parts = [(operands, Operator(name)) for operands, name in instructions]
    page.Contents = file.make_stream(pikepdf.unparse_content_stream(parts))


def link(file: pikepdf.Pdf):
    return next(each for page in file.pages for each in page.get("/Annots", []))


def font(file: pikepdf.Pdf):
    return next(iter(file.pages[0].Resources.Font.values()))


def attachment(file: pikepdf.Pdf):
    return file.Root.Names.EmbeddedFiles.Names[1]
