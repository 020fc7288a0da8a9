"""A folder as storage that a crash or power cut cannot leave half written."""

import contextlib
import os
from pathlib import Path

from django.core.files.storage import FileSystemStorage


class DuurzameOpslag(FileSystemStorage):
    """Writes beside, forces to disk, renames: afterwards the file is whole, or it is not there."""

    def _save(self, name, content):
        path = Path(self.path(name))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.deel")
        try:
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            os.rename(beside, path)
            sync_folder(path.parent)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                beside.unlink()
            raise
        return name


def sync_folder(folder: Path) -> None:
    """The name in the folder survives a power cut only when the folder itself is on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
