"""Two processes that start the embedded PostgreSQL at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from agenda import postgres


def test_a_folder_that_two_make_at_once_is_one_and_ready_for_both(tmp_path):
    """Neither finds it there already as an error, nor sees it before its rights are set."""
    together = Barrier(2)

    def make(folder):
        together.wait()
        return postgres.make_folder(folder).stat().st_mode & 0o777

    folders = [tmp_path / str(number) for number in range(300)]
    with ThreadPoolExecutor(2) as both:
        modes = [set(both.map(make, (folder, folder))) for folder in folders]

    assert modes == [{0o755}] * 300
    assert sorted(tmp_path.iterdir()) == sorted(folders)
