"""How the kenmerk of a verplichting stands in an address: whatever sign it holds, it stays one part of the path."""

from urllib.parse import quote, unquote


class KenmerkConverter:
    """`2026/017 A` is `2026~2F017~20A`: a server or browser reads nothing in it that it is not."""

    regex = "[A-Za-z0-9._~-]+"

    def to_python(self, value: str) -> str:
        kenmerk = unquote(value.replace("~", "%"), errors="strict")
        if not kenmerk.isprintable():
            raise ValueError(f"‘{kenmerk!r}’ is geen kenmerk.")
        return kenmerk

    def to_url(self, value: str) -> str:
        safe = quote(value, safe="").replace("~", "%7E")
        if not set(safe) - {"."}:  # a browser takes . and .. for a way up
            safe = safe.replace(".", "%2E")
        return safe.replace("%", "~")
