"""The environment of every test, set before Django reads its settings (pytest loads this first)."""

import os

os.environ.setdefault("SECRET_KEY", "alleen-voor-tests-" + "x" * 50)
os.environ.setdefault("PORTAAL_DEMO", "1")
os.environ["CLAMAV"] = "/geen/virusscanner"  # a test that wants one starts its own: the fixture clamd
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop runs in the thread of the tests
