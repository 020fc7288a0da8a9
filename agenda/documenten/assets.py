"""The files that a document may use: everything under static/documenten/, read once per document."""

from pathlib import PurePosixPath
from urllib.parse import unquote

from django.contrib.staticfiles import finders
from weasyprint.urls import URLFetcher, URLFetcherResponse

FOLDER = "documenten"
MEDIA_TYPES = {
    ".css": "text/css",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}


def load() -> dict[str, bytes]:
    """Name and bytes of every asset, in a fixed order.

    The bytes that are hashed for the cache are the bytes that are printed, also when someone changes a file
    halfway. The first finder wins, as it does for the pages.
    """
    assets: dict[str, bytes] = {}
    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            name = PurePosixPath(path).as_posix()
            if name.startswith(f"{FOLDER}/") and name not in assets:
                with storage.open(path) as file:
                    assets[name] = file.read()
    return dict(sorted(assets.items()))


class AssetFetcher(URLFetcher):
    """Gives WeasyPrint the assets under the scheme `static:` and nothing else; remembers what was refused.

    WeasyPrint only logs a resource that fails, and a missing font not even that clearly; the list `refused`
    holds the Dutch sentence for each of them.
    """

    def __init__(self, assets: dict[str, bytes]):
        super().__init__(allowed_protocols=("static",), allow_redirects=False)
        self.assets = assets
        self.refused: list[str] = []

    def fetch(self, url, headers=None):
        scheme, _, rest = url.partition(":")
        name = unquote(rest)
        if scheme != "static":
            self._refuse(
                f"Het adres “{url}” mag niet in een document: alleen bestanden van het portaal zelf, "
                f"geschreven als “static:{FOLDER}/brief.css”."
            )
        if name not in self.assets:
            self._refuse(f"Het bestand “{name}” ontbreekt. Zet het in static/{FOLDER}/ of haal de verwijzing weg.")
        media_type = MEDIA_TYPES.get(PurePosixPath(name).suffix)
        if media_type is None:
            self._refuse(f"Het bestand “{name}” is van een soort die niet in een document mag.")
        return URLFetcherResponse(url, self.assets[name], {"Content-Type": media_type})

    def _refuse(self, message: str):
        if message not in self.refused:
            self.refused.append(message)
        raise ValueError(message)
